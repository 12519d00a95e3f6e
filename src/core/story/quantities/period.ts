import { isDigit, isHyphen, isLetter, SLASH } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet } from '../prose/vocabulary';
import { digitsAt } from './digits';
import { magnitudes, stops } from './lexicon';
import { nounAfter } from './noun';
import { isNumber } from './number';
import { gap } from './phrase';
import { changed, figureOf, type Measure } from './types';
import { periodIn } from './units';

const [PER, OF] = wordIds('per of');

/** "per second", "/day", "a year", "per seat": what a figure is spread over. */
export interface Period {
  readonly end: number;
  /** Undefined for what is not a stretch of time ("per seat"). */
  readonly seconds: number | undefined;
}

const articles = wordSet('a an each every');
/** "15,000 EUR a week later" says when, it is not spread. */
const timesOfDay = wordSet('later ago earlier before');

/** The period after `from`, where one follows. */
export function periodAt(prose: Prose, from: number): Period | undefined {
  const next = gap(prose, from);
  if (prose.code(next) === SLASH) return slashPeriod(prose, next);
  const start = isHyphen(prose.code(from)) ? from + 1 : next;
  if (start === from) return undefined;
  const end = prose.lettersEnd(start);
  const word = prose.wordIn(start, end);
  if (word === PER) return perPeriod(prose, end);
  return articles.has(word) ? articlePeriod(prose, end) : undefined;
}

/** "/day", "/ seat", from the slash on. */
function slashPeriod(prose: Prose, slash: number): Period | undefined {
  const start = gap(prose, slash + 1);
  const end = prose.lettersEnd(start);
  return end === start || isDigit(prose.code(end)) ? undefined : { end, seconds: periodIn(prose, start, end) };
}

/** "per day", "per-seat", "per 1,000 requests", from the end of "per" on. */
function perPeriod(prose: Prose, from: number): Period | undefined {
  const start = isHyphen(prose.code(from)) ? from + 1 : gap(prose, from);
  if (start === from) return undefined;
  if (isDigit(prose.code(start))) return perFigure(prose, start);
  if (!isLetter(prose.code(start))) return undefined;
  const end = prose.lettersEnd(start);
  return { end, seconds: periodIn(prose, start, end) };
}

/** "$3 per 1,000 requests" is spread over the thousand. */
function perFigure(prose: Prose, start: number): Period | undefined {
  const number = digitsAt(prose, start);
  if (!isNumber(number)) return undefined;
  const noun = gap(prose, number.end);
  const end = prose.lettersEnd(noun);
  return noun > number.end && end > noun ? { end, seconds: undefined } : undefined;
}

/** "a day", "each month", "a million predictions", from the end of the article on. */
function articlePeriod(prose: Prose, from: number): Period | undefined {
  const start = gap(prose, from);
  const end = prose.lettersEnd(start);
  if (magnitudes.has(prose.wordIn(start, end))) {
    const counted = nounAfter(prose, end, false);
    return counted && counted !== 'idle' ? { end: counted.end, seconds: undefined } : undefined;
  }
  // Abbreviations take no article: "5 TB a d" is a slip, not a rate.
  const seconds = end - start > 2 ? periodIn(prose, start, end) : undefined;
  return seconds === undefined || timesOfDay.has(prose.wordAt(gap(prose, end))) ? undefined : { end, seconds };
}

/** "3 TB of logs per day": what is spread stands between. */
function periodAfterContents(prose: Prose, from: number): Period | undefined {
  let p = gap(prose, from);
  if (p === from || prose.wordAt(p) !== OF) return undefined;
  let end = prose.lettersEnd(p);
  for (let words = 0; words < 3; words++) {
    p = gap(prose, end);
    if (p === end || stops.has(prose.wordAt(p))) return undefined;
    end = prose.lettersEnd(p);
    if (end === p) return undefined;
    const period = periodAt(prose, end);
    if (period) return period.seconds === undefined ? undefined : period;
  }
  return undefined;
}

/** So many points are counted; fewer are a score. */
const MANY = 1000;

const isSpread = (m: Measure): boolean =>
  m.kind !== 'multiplier' && m.kind !== 'ratio' && m.kind !== 'rate' && (m.kind !== 'points' || figureOf(m) >= MANY);

/**
 * Adds what the measure is spread over: a rate per second for counts and sizes; a longer span, not another value, for
 * the rest.
 */
export function withPeriod(prose: Prose, m: Measure): Measure {
  const period = periodAt(prose, m.end) ?? (m.kind === 'size' ? periodAfterContents(prose, m.end) : undefined);
  if (!period) return m;
  const { end, seconds } = period;
  // "$10 per seat per month"
  if (m.kind === 'money') return changed(m, { end: periodAt(prose, end)?.end ?? end });
  if (seconds === undefined || !isSpread(m)) return m;
  if (m.kind === 'duration' || m.kind === 'percent') return changed(m, { end });
  return changed(m, { end, kind: 'rate', factor: m.factor / seconds });
}
