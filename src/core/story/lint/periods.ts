import { wordIds, wordSet } from '../prose/vocabulary';
import type { Quantity } from '../quantities';
import { inWords, isClose, SAME_AGAIN, type Wrong } from './arithmetic';
import type { StoryContext } from './context';
import type { NumberTold } from './numbersOf';
import { SECONDS_OF } from './pace';

/** An amount in two periods: "€4,000 a month, so €60,000 a year". */

const [OF] = wordIds('of');
/** How many of one stretch there are in a longer one: working days are days as well. */
const HOW_MANY: Readonly<Record<string, readonly [number, number]>> = {
  'second minute': [60, 60],
  'second hour': [3600, 3600],
  'minute hour': [60, 60],
  'hour day': [6, 24],
  'hour week': [30, 168],
  'day week': [5, 7],
  'day month': [18, 31],
  'day quarter': [55, 92],
  'day year': [180, 366],
  'week month': [4, 4.5],
  'week quarter': [11, 13.1],
  'week year': [38, 53],
  'month quarter': [3, 3],
  'month year': [10, 12],
  'quarter year': [4, 4],
};
/** Money is paid in each of the twelve. */
const OF_MONEY: Readonly<Record<string, readonly [number, number]>> = { 'month year': [12, 12] };
/** How many words may stand between the two, and after them. */
const REACH = 8;
const AFTER = 6;
/** An amount may be said of all of them: "€4,500 a month together". */
const TOGETHER = wordSet('together altogether all total each a per every month year week day quarter hour');
/** With one of these between, the second is of another thing. */
const CONJOINS = wordSet('and plus then later but while although because since though whereas instead from not than');
const EACH_ONE = wordSet('each every');
const WORDS_OF_CLAUSE = 14;
const A_PERIOD = /^[^,;:(–—]*?\b(?:an?|per|each|every|in an?(?: \w+-day)?)\s+(day|week|month|quarter|year)\b/iu;

/** The later of two amounts that are said to be the same, and are not. */
export function wrongPeriod(story: StoryContext, numbers: readonly NumberTold[]): Wrong | undefined {
  for (let at = 1; at < numbers.length; at += 1) {
    const wrong = wrongPair(story, numbers[at - 1] as NumberTold, numbers[at] as NumberTold, numbers.length === 2);
    if (wrong) return wrong;
  }
  return undefined;
}

function wrongPair(story: StoryContext, one: NumberTold, two: NumberTold, areAlone: boolean): Wrong | undefined {
  if (!isSameKind(one, two) || !isRestated(story, one, two, areAlone)) return undefined;
  const before = periodOf(story, one, two.first) || periodBefore(story, one);
  const after = periodOf(story, two, two.last + AFTER);
  const isLonger = HOW_MANY[`${before} ${after}`] !== undefined;
  const pair = isLonger ? `${before} ${after}` : `${after} ${before}`;
  const [fewest, most] = (one.kind === 'money' ? OF_MONEY[pair] : undefined) ?? HOW_MANY[pair] ?? [0, Infinity];
  const [amount, other] = [amountOf(one), amountOf(two)];
  const [short, long] = isLonger ? [amount, other] : [other, amount];
  if (long >= fewest * short && long <= most * short) return undefined;
  if (isClose(long, fewest * short) || isClose(long, most * short)) return undefined;
  return {
    told: two,
    is: `“${textOf(story, one)}” comes to ${inWords(isLonger ? amount * most : amount / most)} a ${after}`,
  };
}

const textOf = (story: StoryContext, { first, last }: NumberTold): string =>
  story.text.slice(story.tokens.start(first), story.tokens.end(last - 1));

const AMOUNTS: ReadonlySet<Quantity['kind'] | undefined> = new Set(['money', 'duration', 'rate', 'count']);

/** The second may do without its unit: "190,000 euros a year, about 16,000 a month". */
function isSameKind(one: NumberTold, two: NumberTold): boolean {
  if (!AMOUNTS.has(one.kind) || isSpread(one) || isSpread(two)) return false;
  if (one.kind === two.kind && one.unit === two.unit) return true;
  return two.unit === null && (two.kind === 'rate' || two.kind === 'count');
}

/** A change or a range. */
const isSpread = ({ figure }: NumberTold): boolean =>
  figure?.quantity.from !== undefined || figure?.quantity.high !== undefined;

/** What is told for its period: a rate is kept per second. */
function amountOf({ value, kind, figure }: NumberTold): number {
  return kind === 'rate' ? value * (SECONDS_OF.get(figure?.quantity.per ?? '') ?? 1) : value;
}

/** Only words that say "that is" stand between the two, and a mark or one of those words. */
function isRestated(story: StoryContext, one: NumberTold, two: NumberTold, areAlone: boolean): boolean {
  if (two.first - one.last > REACH) return false;
  // "40 hours a year of them".
  if (story.some(two.last, two.last + AFTER, (k) => story.id(k) === OF && !story.tokens.afterBreak(k))) return false;
  if (!story.some(one.last, two.first + 1, (k) => story.tokens.afterBreak(k))) return false;
  if (areAlone && !story.hasWord(CONJOINS, one.last, two.first)) return true;
  return !story.some(one.last, two.first, (k) => !SAME_AGAIN.has(story.id(k)) && !TOGETHER.has(story.id(k)));
}

/** "A week", "per month", "in a five-day week"; within the figure or after it. */
function periodOf(story: StoryContext, { first, last, kind, figure }: NumberTold, end: number): string {
  const { per } = figure?.quantity ?? {};
  if (per !== undefined) return per;
  // "Half a year" has no other period in it.
  const from = kind === 'duration' ? last : first;
  const text = story.text.slice(story.tokens.start(from), story.tokens.end(Math.min(last + AFTER, end) - 1));
  return A_PERIOD.exec(text)?.[1]?.toLowerCase() ?? '';
}

/** "Every day it cost us $400", "each month we paid €900". */
function periodBefore(story: StoryContext, { first, figure }: NumberTold): string {
  const from = story.sentences[figure?.sentence ?? 0]?.first ?? 0;
  if (!EACH_ONE.has(story.id(from)) || first - from > WORDS_OF_CLAUSE) return '';
  return story.tokens.word(from + 1);
}
