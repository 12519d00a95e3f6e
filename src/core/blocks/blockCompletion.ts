/** What can be written at a place in a block: keys, units and names that are known. */
import type { Span } from '../ports';
import { keyName } from './blockLines';
import { exampleOf, type FieldKind } from './blockFields';
import { findFencedBlocks, type FencedBlock } from './fencedBlocks';
import { CAPACITY_KEY_NAMES, CAPACITY_KEYS, type CapacityKey } from './capacityInputs';
import { LATENCY_KEY_TITLES, LATENCY_KEYS } from './latencyBudget';

export interface BlockSuggestion {
  readonly label: string;
  readonly insert: string;
  readonly kind: 'key' | 'unit' | 'name';
  readonly detail: string;
}

export interface BlockSuggestions {
  readonly replace: Span;
  readonly items: readonly BlockSuggestion[];
}

const UNITS: Readonly<Record<FieldKind, readonly string[]>> = {
  time: ['µs', 'ms', 's', 'min', 'h', 'days'],
  size: ['B', 'KB', 'MB', 'GB', 'TB'],
  'event rate': ['/s', 'k/s', 'M/s', '/min', '/day'],
  'byte rate': ['MB/s', 'GB/s', 'Gbit/s'],
  'item rate': ['/s', 'k/s', 'MB/s'],
  whole: [],
  factor: ['×'],
  share: ['%'],
  'cost per million': ['a million'],
};
const FIGURE = /^[$€£]?\d[\d.,]*[ \t]*/u;
const MOST_NAMES = 200;
const OPERATOR = /[×*·÷/+()−–-]/u;

/**
 * What to offer at an offset of a text; undefined outside the lines of a block.
 * @param fenced the text's blocks, for those who have them.
 */
export function suggestInBlock(
  text: string,
  offset: number,
  fenced: readonly FencedBlock[] = findFencedBlocks(text),
): BlockSuggestions | undefined {
  const block = fenced.find(({ opening, end }) => opening.end < offset && offset <= end);
  if (!block) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const written = text.slice(lineStart, offset);
  if (/[`~]{3}/u.test(written)) return undefined;
  const sign = written.search(/[:=]/u);
  if (sign < 0) return suggestKeys(block, written, offset);
  const key = keyName(written.slice(0, sign).replace(/^[\s>]+/u, ''));
  const value = written.slice(sign + 1).trimStart();
  return written[sign] === '='
    ? suggestNames(block, value, offset, lineStart)
    : suggestUnits(block, key, value, offset);
}

function suggestKeys(block: FencedBlock, written: string, offset: number): BlockSuggestions {
  const typed = written.replace(/^[\s>]+/u, '');
  const given = new Set(block.lines.map(({ text }) => keyName(text.split(/[:=]/u, 1)[0] ?? '')));
  given.delete(keyName(typed));
  const items = keysOf(block.kind).filter(({ label }) => !given.has(label));
  return { replace: { start: offset - typed.length, end: offset }, items };
}

function keysOf(kind: FencedBlock['kind']): BlockSuggestion[] {
  const suggestion = (label: string, detail: string, insert = `${label}: `): BlockSuggestion => ({
    label,
    insert,
    kind: 'key',
    detail,
  });
  if (kind === 'capacity')
    return CAPACITY_KEY_NAMES.map((key) =>
      suggestion(key, `${CAPACITY_KEYS[key].title}, such as “${CAPACITY_KEYS[key].example}”`),
    );
  if (kind === 'estimate') return [suggestion('goal', 'what the last formula has to reach, such as “$2M”')];
  return [
    ...LATENCY_KEYS.map((key) => suggestion(key, LATENCY_KEY_TITLES[key])),
    suggestion('parallel', 'stages at the same time: the largest counts', 'parallel '),
    suggestion('sequence', 'stages one after the other, within a parallel', 'sequence '),
  ];
}

/** After a figure, its units; where there is nothing yet, an example. */
function suggestUnits(block: FencedBlock, key: string, value: string, offset: number): BlockSuggestions | undefined {
  const kind = kindOf(block, key);
  if (kind === undefined) return undefined;
  if (value === '') {
    const example = block.kind === 'capacity' ? CAPACITY_KEYS[key as CapacityKey].example : exampleOf(kind);
    return {
      replace: { start: offset, end: offset },
      items: [{ label: example, insert: example, kind: 'unit', detail: 'an example, to be replaced by your own' }],
    };
  }
  const figure = FIGURE.exec(value)?.[0];
  if (figure === undefined) return undefined;
  const typed = value.slice(figure.length);
  const gap = /\s$/u.test(figure) ? '' : ' ';
  const items = UNITS[kind].map((unit): BlockSuggestion => {
    const insert = /^[/kM×]/u.test(unit) && !/^M?B/u.test(unit) ? unit : `${gap}${unit}`;
    return { label: unit, insert, kind: 'unit', detail: '' };
  });
  return { replace: { start: offset - typed.length, end: offset }, items };
}

function kindOf({ kind }: FencedBlock, key: string): FieldKind | undefined {
  if (kind === 'latency-budget') return key === 'events' ? 'event rate' : 'time';
  if (kind === 'capacity' && Object.hasOwn(CAPACITY_KEYS, key)) return CAPACITY_KEYS[key as CapacityKey].kind;
  return undefined;
}

/** The names that are given above. */
function suggestNames({ lines }: FencedBlock, value: string, offset: number, lineStart: number): BlockSuggestions {
  let from = value.length;
  while (from > 0 && !OPERATOR.test(value[from - 1] as string)) from -= 1;
  const typed = value.slice(from).trimStart();
  const names = lines
    .filter(({ end }) => end < lineStart)
    .map(({ text }) => (text.split(/[:=]/u, 1)[0] ?? '').trim())
    .filter((name) => name !== '' && keyName(name) !== 'goal');
  return {
    replace: { start: offset - typed.length, end: offset },
    items: [...new Set(names)]
      .slice(-MOST_NAMES)
      .map((name) => ({ label: name, insert: name, kind: 'name', detail: 'given above' })),
  };
}
