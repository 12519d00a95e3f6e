/** An ask in a script that falls behind, or goes beyond, what was said to the company before. */
import { lineIndexAt } from '../../markdown/text';
import { wordSet } from '../prose/vocabulary';
import { formatQuantity } from '../quantities';
import { askParts, isAsk } from './asks';
import { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { codesSilencedBy, silenceFix } from './suppress';
import type { Fix, Severity } from './types';

export const STATED_RULE = {
  code: 'contradicts-stated',
  severity: 'warning',
  title: 'An ask that contradicts what you said',
  summary: 'An ask agrees with the figures that you have stated to the company.',
} as const satisfies { code: string; severity: Severity; title: string; summary: string };

/** A figure that was said before: in units of the currency, and to whom and when, in words. */
export interface SaidFigure {
  readonly value: number;
  readonly when: string;
}

export interface SaidBefore {
  /** ISO 4217. */
  readonly currency: string;
  readonly base?: SaidFigure | undefined;
  /** Pay of the first year. */
  readonly total?: SaidFigure | undefined;
}

export interface StatedFinding {
  readonly code: typeof STATED_RULE.code;
  readonly severity: Severity;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

const BASE = wordSet('base salary');
const TOTAL = wordSet('total package compensation comp tc');
/** What an amount beside them is for instead. */
const OTHER = wordSet(`
  equity stock grant options rsus shares bonus sign signing signon arr revenue uplift impact savings cost costs
  relocation year quarter month
`);
/** How many words before and after a figure may say what it is for. */
const BEFORE = 6;
const AFTER = 3;
/** Sentences about what would be refused do not ask for it. */
const REFUSED =
  /\b(?:below|less than|under|minimum|floor|walk away|instead of|rather than|offered|your offer|at present|currently|today)\b/iu;

/**
 * What asks of a script contradict. Where a section names the earlier figure too, asking for more is explained and not
 * reported.
 * @param levels of rules, by their codes.
 */
export function contradictions(
  text: string,
  said: SaidBefore,
  levels: Readonly<Partial<Record<string, Severity | 'off'>>> = {},
): StatedFinding[] {
  const severity = levels[STATED_RULE.code] ?? STATED_RULE.severity;
  if (severity === 'off' || (said.base === undefined && said.total === undefined)) return [];
  const story = new StoryContext(text, { kind: 'script' });
  const { lines, kinds } = story.parsed;
  return askParts(story).flatMap(({ sentences, asking }) => {
    const asked = sentences.filter((index) => isAsk(story, index, asking) && !isRefused(story, index));
    const named = sentences.flatMap((index) => story.figuresIn(index).map(({ quantity }) => quantity.value));
    return asked
      .flatMap((index) => story.figuresIn(index))
      .flatMap((figure): StatedFinding[] => {
        const before = saidOf(story, figure, said);
        const { start, end, value } = figure.quantity;
        if (!before || value === before.value) return [];
        const isLess = value < before.value;
        if (!isLess && named.includes(before.value)) return [];
        const above = lines[lineIndexAt(lines, start) - 1];
        if (above && codesSilencedBy(text, above).includes(STATED_RULE.code)) return [];
        return [
          {
            code: STATED_RULE.code,
            severity,
            start,
            end,
            message: message(figure, before, isLess, said.currency),
            fixes: [silenceFix(text, lines, kinds, STATED_RULE.code, start)],
          },
        ];
      });
  });
}

function isRefused({ sentences, text }: StoryContext, index: number): boolean {
  const sentence = sentences[index];
  return sentence !== undefined && REFUSED.test(text.slice(sentence.start, sentence.end));
}

/** What was said before of what a figure is for; undefined where that is not clear. */
function saidOf(story: StoryContext, figure: JudgedFigure, said: SaidBefore): SaidFigure | undefined {
  const { quantity } = figure;
  if (quantity.from !== undefined) return undefined;
  const isBare = quantity.kind === 'count' && quantity.unit === null;
  if (!isBare && (quantity.kind !== 'money' || quantity.unit !== said.currency)) return undefined;
  if (quantity.per !== undefined && quantity.per !== 'year') return undefined;
  if (story.parsed.placeholders.some(({ start, end }) => start < quantity.end && quantity.start < end))
    return undefined;
  const before = namedBeside(figure, story, said);
  // “200k base” has no currency: it is meant to be in the same one where it is about as much.
  const isAlike = before && quantity.value * 2 > before.value && quantity.value < before.value * 2;
  return isBare && !isAlike ? undefined : before;
}

/** What was said before of that which the words around a figure name. */
function namedBeside(
  { first, last, sentence }: JudgedFigure,
  story: StoryContext,
  said: SaidBefore,
): SaidFigure | undefined {
  const bounds = story.sentences[sentence];
  for (let distance = 1; bounds && distance <= BEFORE; distance += 1) {
    const places = [first - distance, ...(distance <= AFTER ? [last + distance - 1] : [])];
    for (const token of places) {
      if (token < bounds.first || token >= bounds.last) continue;
      const word = story.id(token);
      if (BASE.has(word)) return said.base;
      if (TOTAL.has(word)) return said.total;
      if (OTHER.has(word)) return undefined;
    }
  }
  return undefined;
}

function message({ quantity }: JudgedFigure, before: SaidFigure, isLess: boolean, currency: string): string {
  const earlier = formatQuantity({ ...quantity, text: '', value: before.value, unit: currency });
  const when = before.when === '' ? '' : ` ${before.when}`;
  return isLess
    ? `This asks for less than the ${earlier} that you stated${when}: ask for that much, or say what has changed.`
    : `This asks for more than the ${earlier} that you stated${when}: name that figure, and say what has changed since.`;
}
