import { CharSet, COMMA, isDigit, isLetter, isUpper, SMALL_S } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { digitsAt } from './digits';
import { denominators, stops } from './lexicon';
import { isNumber, type NumberToken } from './number';
import { gap } from './phrase';
import { isNumberWord, spelledAt } from './spelledNumber';
import { wordDurationOf, type Measure } from './types';
import { shareOfUnit, unitAfterShare, unitOfShare, writtenOut } from './shareOfUnit';
import { DAY, HOUR, MINUTE, unitAt } from './units';
import { unitTokenOf, type UnitToken } from './unitToken';

const [A, AN, AND, HALF] = wordIds('a an and half');

interface Stretch {
  readonly end: number;
  /** In milliseconds. */
  readonly value: number;
}

/** "20m" after "1h": `factor` is its unit in milliseconds. */
interface Part {
  readonly end: number;
  readonly mantissa: number;
  readonly factor: number;
}

/** No duration has more parts than "1 week, 2 days, 3 hours and 4 minutes". */
const MOST_PARTS = 3;

/**
 * "1h 20m", "2 hours and fifteen minutes", "1h20": parts of one duration, each smaller than the one before. The first
 * ends at `end` and is `value` milliseconds, in a unit of `factor`.
 */
export function longDuration(prose: Prose, end: number, value: number, factor: number): Stretch {
  let whole: Stretch = { end, value };
  let smallest = factor;
  for (let i = 0; i < MOST_PARTS && smallest >= MINUTE; i++) {
    const part = partAfter(prose, whole.end, smallest);
    if (!part) break;
    whole = { end: part.end, value: whole.value + part.mantissa * part.factor };
    smallest = part.factor;
  }
  return whole;
}

/** The next part of a duration after `from`, in a unit smaller than `last`. */
function partAfter(prose: Prose, from: number, last: number): Part | undefined {
  let start = gap(prose, from);
  if (prose.code(start) === COMMA) start = gap(prose, start + 1);
  const isJoined = start > from && prose.wordAt(start) === AND;
  if (isJoined) start = gap(prose, prose.lettersEnd(start));
  const number = isDigit(prose.code(start)) ? digitsAt(prose, start) : partInWords(prose, start);
  if (!isNumber(number) || number.mantissa >= 1000) return undefined;
  return smallerPart(prose, number, last) ?? bareMinutes(prose, number, from, last);
}

/** Nearly every duration stands alone: one look-up tells that no number follows. */
const partInWords = (prose: Prose, start: number): NumberToken | undefined =>
  isNumberWord(prose.wordAt(start)) ? spelledAt(prose, start) : undefined;

function smallerPart(prose: Prose, number: NumberToken, last: number): Part | undefined {
  const start = gap(prose, number.end);
  const end = prose.lettersEnd(start);
  const unit = unitAt(prose, start, end);
  if (unit?.kind !== 'duration' || unit.factor >= last || (unit.attached && start > number.end)) return undefined;
  return { end, mantissa: number.mantissa, factor: unit.factor };
}

/** "1h20": minutes without a unit, written on to the hours. */
function bareMinutes(prose: Prose, number: NumberToken, from: number, last: number): Part | undefined {
  const next = gap(prose, number.end);
  const isBare = last === HOUR && number.start === from && (next > number.end || prose.lettersEnd(next) === next);
  return isBare ? { end: number.end, mantissa: number.mantissa, factor: MINUTE } : undefined;
}

/** What may stand between a figure and its stretch of time. */
const qualifiers = wordSet(
  'business calendar consecutive full whole straight short long extra additional more person on-call manual billable',
);

/** "engineering", "engineer", "operator", "analyst": whose hours they are. */
const WORKER_ENDINGS = ['ing', 'er', 'or', 'yst'] as const;

const lastLetters = new CharSet(WORKER_ENDINGS.map((ending) => ending.slice(-1)).join(''));

const namesWorkers = (prose: Prose, end: number): boolean =>
  lastLetters.has(prose.before(end)) && WORKER_ENDINGS.some((ending) => prose.text.endsWith(ending, end));

/** The word that ends at `end` may stand between a figure and its stretch of time. */
const qualifies = (prose: Prose, end: number, word: WordId): boolean =>
  qualifiers.has(word) || namesWorkers(prose, end);

/** A stretch of time one or two words on: "3 business days", "40 engineering hours". */
export function qualifiedDuration(prose: Prose, from: number): UnitToken | undefined {
  let p = from;
  for (let words = 0; words < 2; words++) {
    const end = prose.lettersEnd(p);
    if (end - p < 4 || isUpper(prose.code(p)) || !qualifies(prose, end, prose.wordIn(p, end))) return undefined;
    p = gap(prose, end);
    if (p === end) return undefined;
    const timeEnd = prose.lettersEnd(p);
    const unit = writtenOut(prose, p, timeEnd);
    if (unit) return unitTokenOf(timeEnd, 'duration', 'ms', unit.factor);
  }
  return undefined;
}

/** "A single day", "a full week" */
const wholes = wordSet('single full whole working business');

/** "an hour", "a day and a half": one stretch of time. The caller decides whether it is meant as a figure. */
export function articleDuration(prose: Prose, start: number): Measure | undefined {
  const article = prose.wordAt(start);
  if (article !== A && article !== AN) return undefined;
  const first = gap(prose, prose.lettersEnd(start));
  const noun = wholes.has(prose.wordAt(first)) ? gap(prose, prose.lettersEnd(first)) : first;
  const end = prose.lettersEnd(noun);
  const unit = writtenOut(prose, noun, end);
  const parts = denominators.get(prose.wordAt(first));
  const whole = parts === undefined ? undefined : unitAfterShare(prose, prose.lettersEnd(first));
  if (parts !== undefined && whole) return shareOfUnit(start, whole, 1 / parts);
  if (!unit || prose.code(end - 1) === SMALL_S) return undefined;
  const next = gap(prose, end);
  // "A second bank", "a minute detail"
  if (unit.factor <= MINUTE && next > end && isLetter(prose.code(next)) && !stops.has(prose.wordAt(next)))
    return undefined;
  const half = andHalfEnd(prose, next);
  return half < 0 ? wordDurationOf(start, end, 1, unit.factor) : wordDurationOf(start, half, 1.5, unit.factor);
}

/** The end of "and a half" and "and half" from `and` on; -1 where it is neither: "an hour and half of the next". */
function andHalfEnd(prose: Prose, and: number): number {
  if (prose.wordAt(and) !== AND) return -1;
  const p = gap(prose, prose.lettersEnd(and));
  const isFull = prose.wordAt(p) === A;
  const half = isFull ? gap(prose, prose.lettersEnd(p)) : p;
  if (prose.wordAt(half) !== HALF) return -1;
  const end = prose.lettersEnd(half);
  const next = prose.wordAt(gap(prose, end));
  return isFull || !afterHalf.has(next) ? end : -1;
}

/** "Half an hour", "half of it": what was halved comes after it. */
const afterHalf = wordSet('a an of the my our your his her their this that all');

/** "half an hour", "half-hour", "half a mile": `from` is where the unit starts. */
export function halfOfUnit(prose: Prose, start: number, from: number, isJoined: boolean): Measure | undefined {
  const unit = unitOfShare(prose, from);
  // "Half-year churn" names a period.
  return !unit || (isJoined && unit.factor > 30 * DAY) ? undefined : shareOfUnit(start, unit, 0.5);
}
