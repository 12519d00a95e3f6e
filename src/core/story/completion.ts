/** What can be completed in a story's body: a metric that it already has, the unit of a figure, a playbook's target. */
import type { LintTarget } from './lint';
import { formatQuantity, type Quantity, type QuantityKind } from './quantities';
import type { Span } from '../ports';

export interface Suggestion {
  /** What is inserted. */
  readonly text: string;
  readonly kind: 'metric' | 'unit' | 'target';
  /** A word or two beside it. */
  readonly detail: string;
  /** What the user types to find it; the text itself where it is left out. */
  readonly filter?: string;
}

export interface BodySuggestions {
  /** What a suggestion replaces. */
  readonly replace: Span;
  readonly items: readonly Suggestion[];
}

export interface CompletionSource {
  readonly quantities: readonly Quantity[];
  readonly targets: readonly LintTarget[];
}

/** A figure with the beginning of its unit, at the end of a line; money has its sign in front. */
const FIGURE = /(?:^|[\s([~≈<>–—-])([$€£]?)\d[\d.,]*(?:[–-]\d[\d.,]*)?( ?)([a-z%/]*)$/iu;
/** A word or figure that is being written. */
const WORD = /(?<![^\s([{"“])[^\s([{"“]*$/u;
const LONGEST_WORD = 40;

const UNITS: readonly string[] = [
  '%',
  'ms',
  's',
  'min',
  'hours',
  'days',
  'weeks',
  'months',
  'users',
  'customers',
  'events/s',
  'requests/s',
  'GB',
  'TB',
  'x',
];
const SCALES: readonly string[] = ['k', 'M', 'bn', 'k ARR', 'M ARR', 'k a year', 'M a year'];

/**
 * What fits at an offset. A figure without its unit gets units; anything else the metrics of the story and the targets
 * of its playbooks.
 */
export function suggest(text: string, offset: number, { quantities, targets }: CompletionSource): BodySuggestions {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(Math.max(lineStart, offset - 80), offset);
  const figure = FIGURE.exec(before);
  const others = quantities.filter(({ start, end }) => offset < start || offset > end);
  if (figure) {
    const [, currency = '', space = '', unit = ''] = figure;
    const units = currency === '' ? [...new Set([...ownUnits(others, targets), ...UNITS])] : SCALES;
    // "35ms" and "35 ms" are both written; a percent sign and a scale stand close.
    const close = (name: string): boolean =>
      space === '' && (currency !== '' || name === '%' || name === 'x' || unit !== '');
    const start = offset - unit.length;
    const items = units.map((name): Suggestion => ({
      text: close(name) || space !== '' ? name : ` ${name}`,
      kind: 'unit',
      detail: 'unit',
      filter: name,
    }));
    return { replace: { start, end: offset }, items };
  }
  const word = WORD.exec(before)?.[0] ?? '';
  const start = offset - (word.length > LONGEST_WORD ? 0 : word.length);
  const asked = targets.map(targetSuggestion);
  const own = metrics(others).filter((metric) => !asked.some((target) => target.text === metric.text));
  return { replace: { start, end: offset }, items: [...own, ...asked] };
}

/** Each metric once, as it was first written. */
function metrics(quantities: readonly Quantity[]): Suggestion[] {
  const seen = new Set<string>();
  return quantities.flatMap((quantity): Suggestion[] => {
    const text = quantity.text.replace(/\s+/gu, ' ');
    if (seen.has(text) || text.length > 60) return [];
    seen.add(text);
    return [{ text, kind: 'metric', detail: formatQuantity(quantity) }];
  });
}

function targetSuggestion({ title, kind, unit, value, direction }: LintTarget): Suggestion {
  const text = formatQuantity({
    start: 0,
    end: 0,
    text: '',
    kind: kind as QuantityKind,
    value,
    unit: unitOf(kind, unit),
  });
  return {
    text,
    kind: 'target',
    detail: `target: ${title}, ${direction === 'at-least' ? 'at least' : 'at most'}`,
    filter: `${text} ${title}`,
  };
}

/** What a quantity calls its unit; a target's is what an author writes. */
function unitOf(kind: string, unit: string | undefined): string | null {
  if (kind === 'percent') return unit ?? '%';
  return unit ?? null;
}

/** The units that the story and its targets use: "events/s" for a rate of events. */
function ownUnits(quantities: readonly Quantity[], targets: readonly LintTarget[]): string[] {
  const rates = [...quantities, ...targets].flatMap(({ kind, unit }) =>
    kind === 'rate' && unit && unit !== 'bytes' ? [`${unit}/s`] : [],
  );
  const counts = quantities.flatMap(({ kind, unit }) => (kind === 'count' && unit ? [unit] : []));
  return [...rates, ...counts].slice(0, 12);
}
