import {
  HYPHEN,
  isAscii,
  isDigit,
  isHyphen,
  isLetter,
  isUpper,
  isWord,
  lower,
  PERCENT_SIGN,
  PLUS,
  SMALL_P,
  SMALL_S,
  SPACE,
  TIMES_SIGN,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, WordSet, type WordId } from '../prose/vocabulary';
import {
  currencyAfter,
  currencyCodeWords,
  currencyNations,
  currencySignAfter,
  currencyWord,
  currencyWords,
} from './currency';
import { qualifiedDuration } from './duration';
import { sizeOf, type Figure } from './figure';
import { fractionAt } from './fraction';
import { denominators, hyphenIdioms, hyphenNouns, magnitudes, months } from './lexicon';
import { nounAt, nounText, type NounPhrase } from './noun';
import { pastToken, type NotANumber } from './number';
import { percentSign, percentWord } from './percent';
import { periodAt } from './period';
import { gap, idBefore } from './phrase';
import { unitAt, unitNamed, unitWords, type Unit } from './units';
import { NAME, unitTokenOf, type UnitReading, type UnitToken } from './unitToken';

const [TIMES, ORDER, ORDERS, OF, TO, STAR, STARS, OR, AM, PM, PLUS_WORD] = wordIds(
  'times order orders of to star stars or am pm plus',
);

/** After "3 times" they say that it multiplies. */
const comparatives = wordSet(`
  as more fewer less faster slower higher lower better worse larger smaller bigger greater cheaper longer shorter the
  that our its their what improvement increase growth reduction speedup return lift quicker harder
`);

/** Every first word after a figure that is not simply what is counted. */
const measuringWords = new WordSet([
  ...['am', 'pm', 'a', 'p', 'b', 'per', 'percentage', 'percent', 'basis', 'pct', 'times', 'order', 'orders'],
  ...months.words,
  ...magnitudes.words,
  ...denominators.words,
  ...currencyWords.words,
  ...currencyNations.words,
  ...currencyCodeWords,
  ...unitWords,
]);

/** The word at `p` is one of those; "µs" is outside the table of words. */
const isMeasuring = (prose: Prose, p: number, end: number, word: WordId): boolean =>
  measuringWords.has(word) || (!isAscii(prose.code(p)) && unitNamed(prose.text.slice(p, end)) !== undefined);

/** The unit after the figure, past its scale. `NAME` where what follows shows that it is not a figure. */
export function unitAfter(prose: Prose, figure: Figure): UnitReading {
  const { end } = figure;
  if (isHyphen(prose.code(end)) && isLetter(prose.code(end + 1)) && prose.wordAt(end + 1) !== PLUS_WORD)
    return hyphenedUnit(prose, end + 1, figure);
  const p = gap(prose, pastOpenEnd(prose, end));
  return isLetter(prose.code(p)) ? unitWord(prose, p, figure) : unitSign(prose, p, figure);
}

const openEnds = wordSet('more fewer less so');

/**
 * Past what leaves a figure open upwards or down: "40+", "100-plus", "40 or more"; `from` itself where its unit follows
 * at once.
 */
function pastOpenEnd(prose: Prose, from: number): number {
  const c = prose.code(from);
  if (c === PLUS) return from + 1;
  const p = isHyphen(c) ? from + 1 : gap(prose, from);
  const word = prose.wordAt(p);
  if (word === PLUS_WORD) return prose.lettersEnd(p);
  if (word !== OR || isHyphen(c)) return from;
  const next = gap(prose, prose.lettersEnd(p));
  return openEnds.has(prose.wordAt(next)) ? prose.lettersEnd(next) : from;
}

/** "%", "×", "€" after the figure. */
function unitSign(prose: Prose, p: number, figure: Figure): UnitToken | undefined {
  const c = prose.code(p);
  if (c === PERCENT_SIGN) return percentSign(prose, p);
  return c === TIMES_SIGN ? timesSign(prose, p, figure) : currencySignAfter(prose, p);
}

/** "3 × faster" multiplies, "1,200 × T" is arithmetic. */
function timesSign(prose: Prose, p: number, figure: Figure): UnitToken | undefined {
  const next = gap(prose, p + 1);
  const isApart = p > figure.end || next === p + 1;
  const isArithmetic = isWord(prose.code(next)) && isApart && !comparatives.has(prose.wordAt(next));
  return isArithmetic ? undefined : unitTokenOf(p + 1, 'multiplier', null);
}

/** The unit that the word at `p` is, or begins. */
function unitWord(prose: Prose, p: number, figure: Figure): UnitReading {
  const end = prose.lettersEnd(p);
  const word = prose.wordIn(p, end);
  const isApart = p > figure.end;
  // Nearly every word here is a noun or a preposition: one look-up tells it from the words that measure.
  if (!isMeasuring(prose, p, end, word)) return isApart ? nounUnit(prose, p, figure) : undefined;
  const named = isDigit(prose.code(end)) ? undefined : unitAt(prose, p, end);
  const unit = named?.attached || !isApart ? undefined : named;
  if (unit && isPlain(unit) && !denominators.has(word)) return unitTokenOf(end, unit.kind, unit.unit, unit.factor);
  const near =
    percentWord(prose, end, word) ??
    currencyWord(prose, p, end, word) ??
    multiplierWord(prose, end, word, figure) ??
    fractionAt(prose, p, figure, false);
  return near || !isApart ? near : otherUnit(prose, p, word, unit, figure);
}

/** The reading of a word that can be a unit, and may also be a name's, a date's or what is counted. */
function otherUnit(prose: Prose, p: number, word: WordId, unit: Unit | undefined, figure: Figure): UnitReading {
  const end = prose.lettersEnd(p);
  if (isTimeOrDate(prose, p, end, word, figure)) return NAME;
  if (unit && unit.kind !== 'count') return scoreOrUnit(prose, p, end, word, unit, figure);
  const raw = prose.text.slice(p, end);
  if (raw === 'B' || magnitudes.has(word)) return undefined;
  return nounUnit(prose, p, figure) ?? (unit && unitTokenOf(end, 'count', raw));
}

/** Time, bytes and bits: no other reading of the word is looked for. */
const isPlain = ({ kind }: Unit): boolean => kind === 'size' || kind === 'rate' || kind === 'duration';

/** "3 times faster", "two orders of magnitude"; the word that ends at `end` is `word`. */
function multiplierWord(prose: Prose, end: number, word: WordId, figure: Figure): UnitToken | undefined {
  const value = sizeOf(figure);
  const next = gap(prose, end);
  if (word === TIMES)
    return value > 1 && comparatives.has(prose.wordAt(next)) ? unitTokenOf(end, 'multiplier', null) : undefined;
  if (word !== ORDER && word !== ORDERS) return undefined;
  const tail = 'of magnitude';
  const tailEnd = next + tail.length;
  return lower(prose.text.slice(next, tailEnd)) === tail && value < 16
    ? unitTokenOf(tailEnd, 'multiplier', null, 10 ** value / value)
    : undefined;
}

/** "9 am", "9 a.m.", "22 November". */
function isTimeOrDate(prose: Prose, p: number, end: number, word: WordId, figure: Figure): boolean {
  if (word === AM || word === PM) return true;
  if (end - p === 1 && /^[ap]\.m/.test(lower(prose.text.slice(p, p + 3)))) return true;
  return months.has(word) && isUpper(prose.code(p)) && sizeOf(figure) <= 31;
}

const isStar = (word: WordId): boolean => word === STAR || word === STARS;

/** "4 stars" rate something, "50 stars" are counted; points are named as they are written. */
function scoreOrUnit(prose: Prose, p: number, end: number, word: WordId, unit: Unit, figure: Figure): UnitToken {
  const raw = prose.text.slice(p, end);
  if (isStar(word)) return unitTokenOf(end, sizeOf(figure) <= 5 ? 'points' : 'count', raw);
  return unit.kind === 'points' ? unitTokenOf(end, 'points', raw) : unitTokenOf(end, unit.kind, unit.unit, unit.factor);
}

/** Where the last word of a noun phrase starts, after a space or a hyphen. */
function lastWord(prose: Prose, { start, end }: NounPhrase): number {
  let p = end;
  while (p > start && prose.code(p - 1) !== SPACE && prose.code(p - 1) !== HYPHEN) p--;
  return p;
}

/** What is counted, from `p` on, or whose hours. */
function nounUnit(prose: Prose, p: number, figure: Figure): UnitReading {
  const time = qualifiedDuration(prose, p);
  if (time) return time;
  const noun = nounAt(prose, p, sizeOf(figure) === 1);
  if (noun === 'idle') return NAME;
  if (!noun) return undefined;
  // "120 on-call hours", "6 engineer-weeks": time, whosever it is.
  const head = lastWord(prose, noun);
  const stretch = head > p && noun.end - head > 3 ? unitAt(prose, head, noun.end) : undefined;
  return stretch?.kind === 'duration'
    ? unitTokenOf(noun.end, 'duration', 'ms', stretch.factor)
    : unitTokenOf(noun.end, 'count', nounText(prose, noun));
}

/** The unit joined to the figure by a hyphen: "3-month", "10-node", "12-point". */
function hyphenedUnit(prose: Prose, p: number, figure: Figure): UnitReading {
  const end = prose.lettersEnd(p);
  const word = prose.wordIn(p, end);
  // "a 3-to-5 day job" is a range, and its far end says of what.
  if (word === TO && isHyphen(prose.code(end)) && isWord(prose.code(end + 1))) return undefined;
  const near = fractionAt(prose, p, figure, true) ?? percentWord(prose, end, word) ?? currencyWord(prose, p, end, word);
  if (near) return near;
  if (isDigit(prose.code(end))) return NAME;
  const unit = unitAt(prose, p, end);
  // "a 3-year-old company" is still three years.
  if (unit && measuresHyphened(unit, word, figure))
    return unitTokenOf(end, unit.kind, unit.kind === 'points' ? prose.text.slice(p, end) : unit.unit, unit.factor);
  const isIdiom =
    hyphenIdioms.has(word) || (figure.number.spelled && !hyphenNouns.has(word)) || (end - p === 1 && !unit);
  return isIdiom ? NAME : unitTokenOf(end, 'count', prose.text.slice(p, end));
}

/** Not "zero-day", which is not a stretch of time, nor "5-star", which is a name; "4.5-star" is a score. */
function measuresHyphened(unit: Unit, word: WordId, figure: Figure): boolean {
  if (unit.kind === 'count' || unit.attached) return false;
  if (isStar(word) && !figure.number.decimal) return false;
  return !(figure.number.spelled && sizeOf(figure) === 0);
}

const decadeLeads = wordSet('the early late mid my his her their our your');
/** "3x weekly" is a frequency, "10x engineer" a phrase. */
const notMultiplied = wordSet('daily weekly monthly engineer engineers developer developers');

/** A unit written on to the figure: "35ms", "3x", "18%". Other letters there ("3D", "1st", "9am") make it no figure. */
export function attachedUnit(prose: Prose, figure: Figure): UnitToken | NotANumber | undefined {
  const { end } = figure;
  const lettersEnd = prose.lettersEnd(end);
  if (figure.number.spelled || figure.scaled || lettersEnd === end) return undefined;
  const isOneLetter = lettersEnd === end + 1;
  if (isOneLetter && isPence(prose, figure)) return unitTokenOf(lettersEnd, 'money', 'GBP', 0.01);
  const unit = unitAt(prose, end, lettersEnd);
  if (!unit) return currencyAfter(prose, end) ?? pastToken(prose, end);
  if (isOneLetter && isDecade(prose, figure)) return pastToken(prose, end);
  if (unit.kind === 'multiplier' && isFrequency(prose, lettersEnd)) return pastToken(prose, end);
  const isNamedAsWritten = unit.kind === 'points' || unit.kind === 'count';
  const name = isNamedAsWritten ? prose.text.slice(end, lettersEnd) : unit.unit;
  return unitTokenOf(lettersEnd, unit.kind, name, unit.factor);
}

/** "40p" is pence, "720p" a screen. */
const isPence = (prose: Prose, { end, number }: Figure): boolean =>
  prose.code(end) === SMALL_P && number.mantissa < 100 && !number.decimal;

/** "the 90s", "1990s", "80s of". */
function isDecade(prose: Prose, { start, end, number }: Figure): boolean {
  if (prose.code(end) !== SMALL_S) return false;
  if (number.mantissa >= 1900) return true;
  if (number.mantissa % 10 !== 0) return false;
  return prose.wordAt(gap(prose, end + 1)) === OF || decadeLeads.has(idBefore(prose, start));
}

/** "3x a week" is a frequency, "10x engineer" a phrase; both end in "x" at `end`. */
const isFrequency = (prose: Prose, end: number): boolean =>
  periodAt(prose, end) !== undefined || notMultiplied.has(prose.wordAt(gap(prose, end)));
