import { wordIds, wordSet } from '../prose/vocabulary';
import { inWords, SAME_AGAIN } from './arithmetic';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';

/** A count in some time, and its pace. */

const [AVERAGE] = wordIds('average');
const REACH = 8;

/** "36 nurses in nine months, 6 a month on average". */
export function wrongPace(story: StoryContext, figures: readonly JudgedFigure[], at: number): string | undefined {
  const pace = figures[at] as JudgedFigure;
  const [total, time] = [figures[at - 2], figures[at - 1]];
  if (total?.quantity.kind !== 'count' || time?.quantity.kind !== 'duration') return undefined;
  if (total.quantity.from !== undefined || total.quantity.high !== undefined || time.quantity.from !== undefined)
    return undefined;
  const { per, unit, value, high } = pace.quantity;
  const length = PERIODS.get(per ?? '');
  if (length === undefined || high !== undefined || (unit !== null && unit !== total.quantity.unit)) return undefined;
  if (!WITHIN.has(story.id(time.first - 1)) || time.first - 1 !== total.last || !isAverage(story, time, pace))
    return undefined;
  const told = value * length.seconds;
  const most = total.quantity.value / (time.quantity.value / MILLISECONDS / length.seconds);
  const isNearEnough = (actual: number): boolean =>
    Math.abs(told - actual) <= Math.max(PACE_ROUNDING, PACE_SLACK * actual);
  // Who counts working days alone has more of them a day.
  const isWithin = told >= most && told <= most * length.most;
  if (isWithin || isNearEnough(most) || isNearEnough(most * length.most)) return undefined;
  return `“${pace.quantity.text}” does not fit “${total.quantity.text}”: that is ${inWords(most)} a ${per}.`;
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
/** An average may be rounded to a whole number, or by this share of it. */
const PACE_ROUNDING = 0.5;
const PACE_SLACK = 0.1;
const WITHIN = wordSet('in within over during');
const AVERAGES = wordSet('average averaging on');

/** "…, 6 a month on average", "…, an average of 6 a month", "…, or 6 a month". */
function isAverage(story: StoryContext, time: JudgedFigure, pace: JudgedFigure): boolean {
  if (pace.first - time.last > REACH || !story.some(time.last, pace.first + 1, (k) => story.tokens.afterBreak(k)))
    return false;
  if (story.some(time.last, pace.first, (k) => !SAME_AGAIN.has(story.id(k)) && !AVERAGES.has(story.id(k))))
    return false;
  return pace.first > time.last || story.some(pace.last, pace.last + 2, (k) => story.id(k) === AVERAGE);
}
