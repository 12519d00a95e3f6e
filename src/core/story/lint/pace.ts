import { wordIds, wordSet } from '../prose/vocabulary';
import { inWords, SAME_AGAIN, type Wrong } from './arithmetic';
import type { StoryContext } from './context';
import type { NumberTold } from './numbersOf';

/** A total in some time, and its pace. */

const [AVERAGE] = wordIds('average');
/** How many words may stand between the three. */
const REACH = 8;

/** "36 nurses in nine months, 6 a month on average", "in nine months I closed 54 cases, 9 a month on average". */
export function wrongPace(story: StoryContext, numbers: readonly NumberTold[]): Wrong | undefined {
  for (let at = 2; at < numbers.length; at += 1) {
    const told = numbers[at] as NumberTold;
    const two = [numbers[at - 2], numbers[at - 1]] as readonly [NumberTold, NumberTold];
    const time = two.find(({ kind }) => kind === 'duration');
    const total = two.find(({ kind }) => kind === 'count' || kind === 'money');
    if (!time || !total || !isPaceOf(told, total) || !isWithin(story, time, total)) continue;
    if (!isAverage(story, two[1], told)) continue;
    const wrong = wrongAverage(told, total, time);
    if (wrong) return wrong;
  }
  return undefined;
}

/** So many a month, of what was counted. */
function isPaceOf({ kind, unit, figure }: NumberTold, total: NumberTold): boolean {
  const { per = '', high } = figure?.quantity ?? {};
  if (!PERIODS.has(per) || high !== undefined || total.figure?.quantity.high !== undefined) return false;
  if (total.figure?.quantity.per !== undefined) return false;
  return (kind === 'rate' || kind === 'money') && (unit === null || unit === total.unit);
}

/** "In nine months", beside the total and in one clause with it. */
function isWithin(story: StoryContext, time: NumberTold, total: NumberTold): boolean {
  const [one, two] = time.first < total.first ? [time, total] : [total, time];
  if (!story.hasWord(WITHIN, time.first - 2, time.first) || two.first - one.last > REACH) return false;
  return one === time || !story.some(one.last, two.first, (k) => story.tokens.afterBreak(k));
}

function wrongAverage(told: NumberTold, total: NumberTold, time: NumberTold): Wrong | undefined {
  const { per = '' } = told.figure?.quantity ?? {};
  const { seconds, most } = PERIODS.get(per) ?? { seconds: 1, most: 1 };
  const value = told.kind === 'rate' ? told.value * seconds : told.value;
  const actual = total.value / (time.value / MILLISECONDS / seconds);
  const isNearEnough = (average: number): boolean =>
    Math.abs(value - average) <= Math.max(PACE_ROUNDING, PACE_SLACK * average);
  // Who counts working days alone has more of them a day.
  const isBetween = value >= actual && value <= actual * most;
  if (isBetween || isNearEnough(actual) || isNearEnough(actual * most)) return undefined;
  return { told, is: `that is ${inWords(actual)} a ${per}` };
}

const MILLISECONDS = 1000;
const DAY = 86_400;
const YEAR = 365.2425 * DAY;
/** How long a period is, and how much more there may be of something in one that is worked in. */
const PERIODS: ReadonlyMap<string, { readonly seconds: number; readonly most: number }> = new Map([
  ['day', { seconds: DAY, most: 7 / 5 }],
  ['week', { seconds: 7 * DAY, most: 1 }],
  ['month', { seconds: YEAR / 12, most: 1 }],
  ['quarter', { seconds: YEAR / 4, most: 1 }],
  ['year', { seconds: YEAR, most: 1 }],
]);
/** How many seconds each period has. */
export const SECONDS_OF: ReadonlyMap<string, number> = new Map(
  [...PERIODS].map(([name, { seconds }]) => [name, seconds]),
);
/** An average may be rounded to a whole number, or by this share of it. */
const PACE_ROUNDING = 0.5;
const PACE_SLACK = 0.1;
const WITHIN = wordSet('in within over during');
const AVERAGES = wordSet('average averaging on');

/** "…, 6 a month on average", "…, an average of 6 a month", "…, or 6 a month". */
function isAverage(story: StoryContext, before: NumberTold, told: NumberTold): boolean {
  if (told.first - before.last > REACH || !story.some(before.last, told.first + 1, (k) => story.tokens.afterBreak(k)))
    return false;
  if (story.some(before.last, told.first, (k) => !SAME_AGAIN.has(story.id(k)) && !AVERAGES.has(story.id(k))))
    return false;
  return told.first > before.last || story.some(told.last, told.last + 2, (k) => story.id(k) === AVERAGE);
}
