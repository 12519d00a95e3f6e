/** An ask in a script that falls behind, or goes beyond, what was said to the company before. */
import { lineIndexAt } from '../../markdown/text';
import type { Span } from '../../ports';
import { wordSet } from '../prose/vocabulary';
import { formatQuantity } from '../quantities';
import { askParts, isAsk, isOwn } from './asks';
import { StoryContext } from './context';
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
  /** What one unit of another currency is worth in this one, by its code: what is asked for in it is converted. */
  readonly rates?: Readonly<Partial<Record<string, number>>> | undefined;
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
/** Words that may follow a bare number which is an amount. */
const AFTER_AMOUNT = wordSet(`
  or and to would could works work is was plus as for on if given with but at a per all in depending based thousand gross
`);
/** How often pay that is named for a stretch of time comes in a year. */
const PER_YEAR: ReadonlyMap<string, number> = new Map([
  ['year', 1],
  ['month', 12],
]);
/** What is asked for without a name is meant as what was stated where it is no more than so many times as much. */
const ABOUT_AS_MUCH = 1.25;
/** A converted amount is the same where it is no further off than this part: nobody names €189,814.81. */
const ROUNDED_OFF = 0.01;
/** They may stand between a wish and the amount that is wished for. */
const FILLERS = wordSet(`
  for about around roughly approximately something somewhere anything anywhere like in the a an of at to least between
  range region north mid low high be is are upwards some from say closer near maybe probably i i'd would think
`);
const MOST_FILLERS = 8;
const WISHES = wordSet(`
  ask asking look looking hope hoping want expect expecting expectation expectations target targeting seek seeking aim
  aiming like need mind thinking number figure
`);
const PAY_HEADING = /\b(?:expect\w*|salary|compensation|pay|asks?|counter)\b/iu;
/** Sentences about what would be refused do not ask for it. */
const REFUSED =
  /\b(?:below|less than|under|minimum|floor|walk away|instead of|rather than|offered|your offer|at present|currently|today)\b/iu;

/** An amount that a script asks for, in units of the stated currency for a year. Of a range, its low end. */
interface AskedAmount extends Span {
  readonly value: number;
  /** The rate that it was converted at, in words: “1 EUR = 1.08 USD”; undefined in the stated currency. */
  readonly rate: string | undefined;
  /** As many as these tokens. */
  readonly first: number;
  readonly last: number;
  readonly sentence: number;
  readonly hasCurrency: boolean;
}

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
  return askParts(story).flatMap(({ sentences, asking, heading }) => {
    const amounts = sentences.flatMap((index) => amountsIn(story, index, said));
    return amounts.flatMap((amount): StatedFinding[] => {
      const { start, end, sentence } = amount;
      if (isRefused(story, sentence) || isInBlank(story, amount)) return [];
      const isBare = isBareAsk(story, amount, heading);
      if (!isBare && !isAsk(story, sentence, asking)) return [];
      const before = saidOf(story, amount, said, isBare);
      if (!before || isSame(amount, before)) return [];
      const isLess = amount.value < before.value;
      if (!isLess && amounts.some((other) => isSame(other, before))) return [];
      const above = lines[lineIndexAt(lines, start) - 1];
      if (above && codesSilencedBy(text, above).includes(STATED_RULE.code)) return [];
      const fixes = [silenceFix(text, lines, kinds, STATED_RULE.code, start)];
      const explained = message(before, isLess, said.currency, amount.rate);
      return [{ code: STATED_RULE.code, severity, start, end, message: explained, fixes }];
    });
  });
}

const isSame = ({ value, rate }: AskedAmount, before: SaidFigure): boolean =>
  Math.abs(value - before.value) <= (rate === undefined ? 0 : before.value * ROUNDED_OFF);

/** The amounts of money in a sentence, and the bare numbers that can be one. */
function amountsIn(story: StoryContext, index: number, said: SaidBefore): AskedAmount[] {
  const figures = story.figuresIn(index);
  const amounts = figures.flatMap(({ quantity, first, last, sentence }): AskedAmount[] => {
    const { kind, unit, start, end, per, value, from = value } = quantity;
    const hasCurrency = kind === 'money';
    if (!hasCurrency && (kind !== 'count' || unit !== null)) return [];
    const times = per === undefined ? 1 : PER_YEAR.get(per);
    const isOther = hasCurrency && unit !== null && unit !== said.currency;
    const worth = isOther ? said.rates?.[unit] : 1;
    if (times === undefined || worth === undefined) return [];
    const rate = isOther ? `1 ${unit} = ${worth} ${said.currency}` : undefined;
    return [{ start, end, first, last, sentence, hasCurrency, rate, value: Math.min(value, from) * times * worth }];
  });
  const bounds = story.sentences[index];
  if (!bounds || amounts.length > 0) return amounts;
  // “Around 200”: in thousands, as pay is talked of.
  for (let k = bounds.first; k < bounds.last; k += 1) {
    const [start, end] = [story.tokens.start(k), story.tokens.end(k)];
    const isFree = figures.every(({ first, last }) => k < first || k >= last);
    if (!isFree || !/^\d{2,3}$/u.test(story.text.slice(start, end)) || !mayEndAmount(story, k + 1, bounds.last))
      continue;
    const value = Number(story.text.slice(start, end)) * 1000;
    return [{ start, end, first: k, last: k + 1, sentence: index, hasCurrency: false, rate: undefined, value }];
  }
  return [];
}

/** No noun follows: not “200 people”. */
const mayEndAmount = (story: StoryContext, k: number, last: number): boolean =>
  k >= last ||
  story.tokens.afterBreak(k) ||
  AFTER_AMOUNT.has(story.id(k)) ||
  BASE.has(story.id(k)) ||
  TOTAL.has(story.id(k));

/** “I’m looking for around $210k”; below a heading that asks for pay, “around 200” alone. */
function isBareAsk(story: StoryContext, { first, sentence }: AskedAmount, heading: string): boolean {
  const bounds = story.sentences[sentence];
  if (!bounds) return false;
  const isAnswer = PAY_HEADING.test(heading);
  for (let k = first - 1; k >= first - 1 - MOST_FILLERS; k -= 1) {
    if (k < bounds.first) return isAnswer;
    const word = story.id(k);
    if (WISHES.has(word) && (isAnswer || isOwn(bounds))) return true;
    if (!FILLERS.has(word)) return false;
  }
  return false;
}

const isInBlank = (story: StoryContext, { start, end }: AskedAmount): boolean =>
  story.parsed.placeholders.some((blank) => blank.start < end && start < blank.end);

function isRefused({ sentences, text }: StoryContext, index: number): boolean {
  const sentence = sentences[index];
  return sentence !== undefined && REFUSED.test(text.slice(sentence.start, sentence.end));
}

/** What was said before of what an amount is for; undefined where that is not clear. */
function saidOf(story: StoryContext, amount: AskedAmount, said: SaidBefore, isBare: boolean): SaidFigure | undefined {
  const named = namedBeside(amount, story);
  if (named === 'other') return undefined;
  const before = named === undefined ? (isBare ? nearest(amount, said) : undefined) : said[named];
  // “200k base” has no currency: it is meant to be in the same one where it is about as much.
  const isAlike = before && amount.value * 2 > before.value && amount.value < before.value * 2;
  return amount.hasCurrency || isAlike ? before : undefined;
}

/** Where nothing says whether base or total is asked for, the one that is about as much. */
function nearest({ value }: AskedAmount, { base, total }: SaidBefore): SaidFigure | undefined {
  const far = (figure: SaidFigure): number => Math.abs(Math.log(value / figure.value));
  if (base && total) return far(base) <= far(total) ? base : total;
  const only = base ?? total;
  return only && far(only) < Math.log(ABOUT_AS_MUCH) ? only : undefined;
}

/** What the words around an amount say that it is; undefined where they say nothing. */
function namedBeside(
  { first, last, sentence }: AskedAmount,
  story: StoryContext,
): 'base' | 'total' | 'other' | undefined {
  const bounds = story.sentences[sentence];
  for (let distance = 1; bounds && distance <= BEFORE; distance += 1) {
    const places = [first - distance, ...(distance <= AFTER ? [last + distance - 1] : [])];
    for (const token of places) {
      if (token < bounds.first || token >= bounds.last) continue;
      const word = story.id(token);
      if (BASE.has(word)) return 'base';
      if (TOTAL.has(word)) return 'total';
      if (OTHER.has(word)) return 'other';
    }
  }
  return undefined;
}

function message(before: SaidFigure, isLess: boolean, currency: string, rate: string | undefined): string {
  const { value } = before;
  const earlier = formatQuantity({ start: 0, end: 0, text: '', kind: 'money', value, unit: currency });
  const when = before.when === '' ? '' : ` ${before.when}`;
  const at = rate === undefined ? '' : ` (${rate})`;
  return isLess
    ? `This asks for less than the ${earlier} that you stated${when}${at}: ask for that much, or say what has changed.`
    : `This asks for more than the ${earlier} that you stated${when}${at}: name that figure, and say what has changed since.`;
}
