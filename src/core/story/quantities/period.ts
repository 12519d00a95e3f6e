import { isDigit, isHyphen, isLetter, isUpper, SLASH, UNDERSCORE } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { idOf, wordIds, wordSet } from '../prose/vocabulary';
import { digitsAt } from './digits';
import { magnitudes, stops } from './lexicon';
import { nounAfter } from './noun';
import { isNumber } from './number';
import { gap } from './phrase';
import { changed, figureOf, type Measure, type Period } from './types';
import { BITS, isMeasureName, periodIn, periodOfAdverb, YEARLY, type TimeSpan } from './units';

const [PER, OF, P, PA, A, AN] = wordIds('per of p pa a an');

/** "per second", "/day", "a year", "per seat": what a figure is spread over. */
export interface PeriodSpread {
  readonly end: number;
  /** Undefined for what is not a stretch of time ("per seat"). */
  readonly seconds: number | undefined;
  readonly name: Period;
}

const articles = wordSet('a an each every');
/** "15,000 EUR a week later" says when, it is not spread. */
const timesOfDay = wordSet('later ago earlier before');

/** They belong to the unit after them: "per calendar month", "per square metre". */
const leadsUnits = wordSet('calendar working business square cubic');

const overTime = (end: number, { seconds, name }: TimeSpan): PeriodSpread => ({ end, seconds, name });

/** Over what is written from `start` to `end`: a stretch of time, or a unit of account. */
function over(prose: Prose, start: number, end: number): PeriodSpread {
  const time = periodIn(prose, start, end);
  // "Per kilowatt-hour", "$0.02/GB-month"
  const joined = isHyphen(prose.code(end)) ? prose.lettersEnd(end + 1) : end;
  if (joined > end + 1 && periodIn(prose, end + 1, joined))
    return { end: joined, seconds: undefined, name: prose.text.slice(start, joined) };
  return time ? overTime(end, time) : { end, seconds: undefined, name: prose.text.slice(start, end) };
}

/** The period after `from`, where one follows. */
export function periodAt(prose: Prose, from: number): PeriodSpread | undefined {
  const next = gap(prose, from);
  if (prose.code(next) === SLASH) return slashPeriod(prose, next);
  const start = isHyphen(prose.code(from)) ? from + 1 : next;
  if (start === from) return undefined;
  const end = prose.lettersEnd(start);
  const word = prose.wordIn(start, end);
  if (word === 0) return undefined;
  if (word === PER) return perPeriod(prose, end);
  return articles.has(word) ? articlePeriod(prose, end) : adverbAt(prose, start, end);
}

/** Where the next word of "a day" or "-a-day" starts. */
const nextWord = (prose: Prose, end: number): number => (isHyphen(prose.code(end)) ? end + 1 : gap(prose, end));

/** The letters are a part of a longer name. */
const goesOn = (c: number): boolean => isDigit(c) || isHyphen(c) || c === UNDERSCORE;

/** "/day", "/ seat", from the slash on. */
function slashPeriod(prose: Prose, slash: number): PeriodSpread | undefined {
  const start = gap(prose, slash + 1);
  const end = prose.lettersEnd(start);
  if (end === start) return undefined;
  const spread = over(prose, start, end);
  return goesOn(prose.code(spread.end)) ? undefined : spread;
}

/** "per day", "per-seat", "per 1,000 requests", from the end of "per" on; not "per the policy". */
function perPeriod(prose: Prose, from: number): PeriodSpread | undefined {
  const start = nextWord(prose, from);
  if (start === from) return undefined;
  if (isDigit(prose.code(start))) return perFigure(prose, start);
  const end = prose.lettersEnd(start);
  const word = prose.wordIn(start, end);
  if (end === start || stops.has(word)) return undefined;
  if (!leadsUnits.has(word)) return over(prose, start, end);
  const unit = nextWord(prose, end);
  const unitEnd = prose.lettersEnd(unit);
  const time = periodIn(prose, unit, unitEnd);
  return time ? overTime(unitEnd, time) : { end: unitEnd, seconds: undefined, name: prose.text.slice(start, unitEnd) };
}

/** "$3 per 1,000 requests" is spread over the thousand. */
function perFigure(prose: Prose, start: number): PeriodSpread | undefined {
  const number = digitsAt(prose, start);
  if (!isNumber(number)) return undefined;
  const noun = gap(prose, number.end);
  const end = prose.lettersEnd(noun);
  if (noun === number.end || end === noun) return undefined;
  return { end, seconds: undefined, name: prose.text.slice(start, end) };
}

/** "a day", "each month", "a million predictions", from the end of the article on. */
function articlePeriod(prose: Prose, from: number): PeriodSpread | undefined {
  const start = nextWord(prose, from);
  const end = prose.lettersEnd(start);
  if (magnitudes.has(prose.wordIn(start, end))) {
    const counted = nounAfter(prose, end, false);
    if (!counted || counted === 'idle') return undefined;
    return { end: counted.end, seconds: undefined, name: prose.text.slice(start, counted.end) };
  }
  // Abbreviations take no article: "5 TB a d" is a slip, not a rate.
  const time = end - start > 2 ? periodIn(prose, start, end) : undefined;
  return time === undefined || timesOfDay.has(prose.wordAt(gap(prose, end))) ? undefined : overTime(end, time);
}

/** "12 releases weekly", "£45k p.a."; not "30 daily reports", where it says which reports. */
function adverbAt(prose: Prose, start: number, end: number): PeriodSpread | undefined {
  const word = prose.wordIn(start, end);
  const time = periodOfAdverb(word);
  if (time) return endsPhrase(prose, end) ? overTime(end, time) : undefined;
  if (word === P && prose.text.startsWith('p.a.', start)) return overTime(start + 4, YEARLY);
  return word === PA && !isUpper(prose.code(start)) && endsPhrase(prose, end) ? overTime(end, YEARLY) : undefined;
}

/** No noun follows that the word before `end` could belong to. */
function endsPhrase(prose: Prose, end: number): boolean {
  const next = gap(prose, end);
  if (isHyphen(prose.code(end))) return false;
  return next === end || !isLetter(prose.code(next)) || stops.has(prose.wordAt(next));
}

/** "$0.61 a mile last year" */
const whens = wordSet('last next');

/** "$0.02 a message": money alone is spread over a thing with an article. */
function articleAccount(prose: Prose, from: number): PeriodSpread | undefined {
  const article = nextWord(prose, from);
  const articleEnd = prose.lettersEnd(article);
  const word = prose.wordIn(article, articleEnd);
  if (article === from || (word !== A && word !== AN)) return undefined;
  const start = nextWord(prose, articleEnd);
  const end = prose.lettersEnd(start);
  // "A $40-a-barrel price"
  const isJoined = start === articleEnd + 1 && isHyphen(prose.code(articleEnd));
  const isNoun = end - start > 2 && !isUpper(prose.code(start)) && !stops.has(prose.wordIn(start, end));
  if (!isNoun || periodIn(prose, start, end)) return undefined;
  return isJoined || endsPhrase(prose, end) || whens.has(prose.wordAt(gap(prose, end)))
    ? { end, seconds: undefined, name: prose.text.slice(start, end) }
    : undefined;
}

/** What takes so long, or comes so often, again and again. */
const cases = wordSet(`
  shift ticket patient person case call order truck pupil student visit customer file class lesson ward nurse
  head job van driver table house stop night season game page
`);
const afterCase = wordSet('to on at by from for of and or but in');

/** "40 minutes a shift", "ten minutes a patient"; not "after two weeks a customer rang". */
function articleCase(prose: Prose, from: number): PeriodSpread | undefined {
  const account = articleAccount(prose, from);
  if (!account || !cases.has(idOf(account.name))) return undefined;
  const next = gap(prose, account.end);
  return isLetter(prose.code(next)) && !afterCase.has(prose.wordAt(next)) ? undefined : account;
}

/** "3 TB of logs per day": what is spread stands between. */
function periodAfterContents(prose: Prose, from: number): PeriodSpread | undefined {
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

/** From this many on, points are counted; fewer are a score. */
const MANY = 1000;

/** What is spread over time becomes a rate. */
const isCounted = (m: Measure): boolean =>
  m.kind === undefined || m.kind === 'count' || m.kind === 'size' || (m.kind === 'points' && figureOf(m) >= MANY);

/** "$12 per seat", "4 GB/pod", "2 MB/s per node"; what is counted has slashes of its own. */
const isOnAccount = (prose: Prose, m: Measure): boolean =>
  m.kind === 'money' ||
  m.kind === 'duration' ||
  m.kind === 'size' ||
  ((m.kind === 'count' || m.kind === 'rate' || m.kind === 'percent') &&
    (prose.code(gap(prose, m.end)) !== SLASH || (m.unit !== null && isMeasureName(m.unit))));

const isOverTime = (m: Measure): boolean =>
  isCounted(m) || m.kind === 'money' || m.kind === 'duration' || m.kind === 'percent';

/**
 * Adds what the measure is spread over: a rate per second for counts and sizes over time; a longer span, not another
 * value, for the rest.
 */
export function withPeriod(prose: Prose, m: Measure): Measure {
  const spread = spreadOf(prose, m);
  if (!spread || !(spread.seconds === undefined ? isOnAccount(prose, m) : isOverTime(m))) return m;
  // "$10 per seat per month"
  const further = periodAt(prose, spread.end);
  const end = further?.end ?? spread.end;
  const per = further ? `${spread.name} per ${further.name}` : spread.name;
  const { seconds } = spread;
  if (seconds === undefined || !isCounted(m)) return changed(m, { end, per });
  const factor = m.factor / seconds;
  return m.unit === BITS
    ? changed(m, { end, per, kind: 'rate', factor: factor * 8 })
    : changed(m, { end, per, kind: 'rate', factor });
}

/** "3 metres of ice" */
const isMeasuredOf = (prose: Prose, { end, unit }: Measure): boolean =>
  unit !== null && prose.wordAt(gap(prose, end)) === OF && isMeasureName(unit);

function spreadOf(prose: Prose, m: Measure): PeriodSpread | undefined {
  const spread = periodAt(prose, m.end);
  if (spread) return spread;
  if (m.kind === 'size' || (m.kind === 'count' && isMeasuredOf(prose, m))) return periodAfterContents(prose, m.end);
  if (m.kind === 'duration' || m.unit === 'times') return articleCase(prose, m.end);
  return m.kind === 'money' ? articleAccount(prose, m.end) : undefined;
}
