import {
  CharSet,
  CLOSE_BRACKET,
  CLOSE_PARENTHESIS,
  DEGREE_SIGN,
  DOLLAR,
  HYPHEN,
  isApostrophe,
  isDigit,
  isHyphen,
  isLetter,
  isUpper,
  isWord,
  lower,
  PERCENT_SIGN,
  LEFT_QUOTE,
  OPEN_BRACKET,
  OPEN_PARENTHESIS,
  PLUS,
  SMALL_H,
  SMALL_M,
  SMALL_P,
  SMALL_S,
  SPACE,
  TIMES_SIGN,
} from '../prose/chars';
import { FOREIGN, type Prose } from '../prose/prose';
import { wordIds, wordSet, WordSet, type WordId } from '../prose/vocabulary';
import { currencyCodeIn, currencySignAfter, currencyWord, isForeignCurrency, moneyAfter } from './currency';
import { currencyFirstWords } from './currencies';
import { qualifiedDuration } from './duration';
import { sizeOf, type Figure } from './figure';
import { fractionAt } from './fraction';
import { denominators, hyphenIdioms, hyphenNouns, magnitudes, months, namesWithNumbers, stops } from './lexicon';
import { nounAt, nounText, type NounPhrase } from './noun';
import { pastToken, type NotANumber } from './number';
import { percentSign, percentWord } from './percent';
import { periodAt } from './period';
import { gap, idBefore, wordBefore } from './phrase';
import { degreeSign, hyphenedPhysical, isMetres, physicalWord, physicalWords, powered } from './physical';
import { unitAt, unitNamed, unitWords, type Unit } from './units';
import { NAME, unitTokenOf, type UnitReading, type UnitToken } from './unitToken';

const [TIMES, ORDER, ORDERS, OF, TO, STAR, STARS, OR, AM, PM, PLUS_WORD, A, AN, NINES, OLD, OLDS, PC] = wordIds(
  'times order orders of to star stars or am pm plus a an nines old olds pc',
);

/** After "3 times" they say that it multiplies. */
const comparatives = wordSet(`
  as more fewer less faster slower higher lower better worse larger smaller bigger greater cheaper longer shorter the
  that our its their what improvement increase growth reduction speedup return lift quicker harder quieter
  lighter heavier stronger weaker richer poorer safer cleaner denser thinner thicker wider narrower deeper taller steeper
  brighter darker louder hotter colder warmer cooler simpler easier tougher leaner busier likelier older newer younger
  closer nearer further farther finer rarer smoother stiffer fresher costlier normal usual average typical previous expected
  salary earnings revenue revenues sales ebitda income gdp capacity
`);

/** Every first word after a figure that is not simply what is counted. */
const measuringWords = new WordSet([
  ...['am', 'pm', 'a', 'p', 'b', 'per', 'percentage', 'percent', 'basis', 'pct', 'times', 'order', 'orders'],
  ...months.words,
  ...magnitudes.words,
  ...denominators.words,
  ...currencyFirstWords,
  ...unitWords,
  ...['nines', 'pc', ...physicalWords],
]);

/** The word at `p` is one of those; "µs" and "zł" are outside the table of words. */
const isMeasuring = (prose: Prose, p: number, end: number, word: WordId): boolean =>
  measuringWords.has(word) || (word === FOREIGN && isForeignUnit(prose.text.slice(p, end)));
const isForeignUnit = (name: string): boolean => unitNamed(name) !== undefined || isForeignCurrency(name);

/** The unit after the figure, past its scale. `NAME` where what follows shows that it is not a figure. */
export function unitAfter(prose: Prose, figure: Figure): UnitReading {
  const { end } = figure;
  if (isHyphen(prose.code(end)) && isLetter(prose.code(end + 1)) && !openSuffixes.has(prose.wordAt(end + 1)))
    return hyphenedUnit(prose, end + 1, figure);
  const p = gap(prose, pastOpenEnd(prose, end));
  return isLetter(prose.code(p)) ? unitWord(prose, p, figure) : unitSign(prose, p, figure);
}

/** "100-plus", "30-odd" */
const openSuffixes = wordSet('plus odd');
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
  if (openSuffixes.has(word) && (word === PLUS_WORD || isHyphen(c))) return prose.lettersEnd(p);
  if (word !== OR || isHyphen(c)) return from;
  const next = gap(prose, prose.lettersEnd(p));
  return openEnds.has(prose.wordAt(next)) ? prose.lettersEnd(next) : from;
}

/** "%", "×", "€" after the figure. */
function unitSign(prose: Prose, p: number, figure: Figure): UnitToken | undefined {
  const c = prose.code(p);
  if (c === PERCENT_SIGN) return percentSign(prose, p);
  if (c === TIMES_SIGN) return timesSign(prose, p, figure);
  if (c === OPEN_PARENTHESIS || c === OPEN_BRACKET) return bracketedUnit(prose, p);
  return c === DEGREE_SIGN ? degreeSign(prose, p) : currencySignAfter(prose, p);
}

/** "20 (kg)", "45 [minutes]": a unit that stands alone in brackets. */
function bracketedUnit(prose: Prose, open: number): UnitToken | undefined {
  const end = prose.lettersEnd(open + 1);
  const isClosed = prose.code(end) === (prose.code(open) === OPEN_PARENTHESIS ? CLOSE_PARENTHESIS : CLOSE_BRACKET);
  const unit = isClosed && prose.code(end + 1) !== OPEN_PARENTHESIS ? unitAt(prose, open + 1, end) : undefined;
  if (!unit || unit.attached || (unit.kind === 'count' && unit.unit === null)) return undefined;
  return unitTokenOf(end + 1, unit.kind, unit.unit, unit.factor);
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
  // "3 USD50 cards"
  if (isDigit(prose.code(end)) && currencyCodeIn(prose, p, end) !== undefined) return NAME;
  const physical = physicalWord(prose, p, end, word, figure);
  if (physical) return physical;
  // "24 L-shaped desks"
  const isPart = isDigit(prose.code(end)) || (end === p + 1 && isHyphen(prose.code(end)));
  const named = isPart ? undefined : unitAt(prose, p, end);
  const unit = named?.attached || !isApart ? undefined : named;
  if (unit && isPlain(unit) && !denominators.has(word)) return plainUnit(prose, p, end, unit);
  return markedWord(prose, p, end, word, figure) ?? (isApart ? otherUnit(prose, p, word, unit, figure) : undefined);
}

/** "percent", "pc", "dollars", "nines", "times", "thirds": what says so by itself, even where it is written on. */
const markedWord = (prose: Prose, p: number, end: number, word: WordId, figure: Figure): UnitToken | undefined =>
  percentWord(prose, end, word) ??
  pcAt(prose, p, end, word) ??
  moneyAfter(prose, p, figure.scale, sizeOf(figure)) ??
  nines(end, word, figure) ??
  multiplierWord(prose, end, word, figure) ??
  fractionAt(prose, p, figure, false);

/** Time, bytes and bits; but "three year olds" are not three years. */
function plainUnit(prose: Prose, p: number, end: number, { kind, unit, factor }: Unit): UnitReading {
  const isOne = kind === 'duration' && prose.code(end - 1) !== SMALL_S;
  return isOne && namesYears(prose, end) ? yearNoun(prose, p, end) : unitTokenOf(end, kind, unit, factor);
}

/** "Three year olds", "three year groups": whoever or whatever is of that year. */
const namesYears = (prose: Prose, end: number): boolean => yearNouns.has(prose.wordAt(gap(prose, end)));
const yearNouns = wordSet('old olds group groups');

/** Nobody is counted by an age; classes of a school are. */
function yearNoun(prose: Prose, start: number, end: number): UnitReading {
  const next = gap(prose, end);
  const word = prose.wordAt(next);
  if (word === OLD || word === OLDS) return NAME;
  const nextEnd = prose.lettersEnd(next);
  return unitTokenOf(nextEnd, 'count', prose.text.slice(start, nextEnd));
}

/** The reading of a word that can be a unit, and may also be a name's, a date's or what is counted. */
function otherUnit(prose: Prose, p: number, word: WordId, unit: Unit | undefined, figure: Figure): UnitReading {
  const end = prose.lettersEnd(p);
  if (isTimeOrDate(prose, p, end, word, figure)) return NAME;
  const isCompound = isHyphen(prose.code(end)) && isLetter(prose.code(end + 1));
  if (unit && !isCompound && (unit.kind !== 'count' || unit.unit !== null))
    return scoreOrUnit(prose, p, end, word, unit, figure);
  const raw = prose.text.slice(p, end);
  if (raw === 'B' || magnitudes.has(word)) return undefined;
  return nounUnit(prose, p, figure) ?? (unit && unitTokenOf(end, 'count', raw));
}

/** Time, bytes and bits: no other reading of the word is looked for. */
const isPlain = ({ kind }: Unit): boolean => kind === 'size' || kind === 'rate' || kind === 'duration';

/** "3 times faster", "two orders of magnitude"; the word that ends at `end` is `word`. */
function multiplierWord(prose: Prose, end: number, word: WordId, figure: Figure): UnitToken | undefined {
  if (word === TIMES) return timesAt(prose, end, figure);
  const value = sizeOf(figure);
  const next = gap(prose, end);
  if (word !== ORDER && word !== ORDERS) return undefined;
  const tail = 'of magnitude';
  const tailEnd = next + tail.length;
  return lower(prose.text.slice(next, tailEnd)) === tail && value < 16
    ? unitTokenOf(tailEnd, 'multiplier', null, 10 ** value / value)
    : undefined;
}

/** Fewer times are a way of talking: "I asked 3 times". */
const FEW_TIMES = 4;

/** "3 times faster" and "8 times a normal day" multiply; "ten times a day" and "4,000 times" count. */
function timesAt(prose: Prose, end: number, figure: Figure): UnitToken | undefined {
  const value = sizeOf(figure);
  const next = gap(prose, end);
  const word = prose.wordAt(next);
  if (periodAt(prose, end) || isOccasion(prose, next, word)) return unitTokenOf(end, 'count', 'times');
  if (value > 1 && (comparatives.has(word) || isThing(prose, next, word))) return unitTokenOf(end, 'multiplier', null);
  return !figure.number.spelled && value >= FEW_TIMES ? unitTokenOf(end, 'count', 'times') : undefined;
}

const occasions = wordSet('night shift season game term lesson');

/** "3 times a night" says how often. */
const isOccasion = (prose: Prose, article: number, word: WordId): boolean =>
  (word === A || word === AN) && occasions.has(prose.wordAt(gap(prose, prose.lettersEnd(article))));

/** "a normal Sunday", "an ordinary load": what something is a multiple of. */
function isThing(prose: Prose, article: number, word: WordId): boolean {
  if (word !== A && word !== AN) return false;
  const next = gap(prose, prose.lettersEnd(article));
  return isLetter(prose.code(next)) && !stops.has(prose.wordAt(next));
}

/** "Five nines" are 99.999 %. */
function nines(end: number, word: WordId, figure: Figure): UnitToken | undefined {
  const value = sizeOf(figure);
  if (word !== NINES || value < 2 || value > 9 || !Number.isInteger(value)) return undefined;
  return unitTokenOf(end, 'percent', '%', Number((100 - 10 ** (2 - value)).toFixed(value)) / value);
}

/** "24 pc" and "24pc" are per cent; "12 PC games" are not. */
const pcAt = (prose: Prose, p: number, end: number, word: WordId): UnitToken | undefined =>
  word === PC && !isUpper(prose.code(p)) ? unitTokenOf(end, 'percent', '%') : undefined;

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
  const isAsWritten = unit.kind === 'points' || unit.kind === 'count';
  return unitTokenOf(end, unit.kind, isAsWritten ? raw : unit.unit, unit.factor);
}

/** Where the last word of a noun phrase starts, after a space or a hyphen. */
function lastWord(prose: Prose, { start, end }: NounPhrase): number {
  let p = end;
  while (p > start && prose.code(p - 1) !== SPACE && prose.code(p - 1) !== HYPHEN) p--;
  return p;
}

const machines = wordSet('node core machine instance server container pod worker chip');

/** "GPU-hours", "A100-hours", "node-hours" are a thing that is used and paid for, not time. */
const isMachine = (prose: Prose, start: number): boolean =>
  isUpper(prose.code(start)) || isUpper(prose.code(start + 1)) || machines.has(prose.wordAt(start));

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
  return stretch?.kind === 'duration' && !isMachine(prose, noun.start)
    ? unitTokenOf(noun.end, 'duration', 'ms', stretch.factor)
    : unitTokenOf(noun.end, 'count', nounText(prose, noun));
}

/** The unit joined to the figure by a hyphen: "3-month", "10-node", "12-point". */
function hyphenedUnit(prose: Prose, p: number, figure: Figure): UnitReading {
  const end = prose.lettersEnd(p);
  const word = prose.wordIn(p, end);
  // "a 3-to-5 day job" is a range, and its far end says of what.
  if (word === TO && isHyphen(prose.code(end)) && isWord(prose.code(end + 1))) return undefined;
  const physical = hyphenedPhysical(prose, p, end, word, figure);
  if (physical) return physical;
  const near =
    fractionAt(prose, p, figure, true) ??
    percentWord(prose, end, word) ??
    currencyWord(prose, p, end, word) ??
    nines(end, word, figure);
  if (near) return near;
  if (isDigit(prose.code(end))) return NAME;
  const unit = unitAt(prose, p, end);
  if (unit && isAge(prose, end)) return NAME;
  if (unit && measuresHyphened(unit, word, figure))
    return unitTokenOf(end, unit.kind, unit.kind === 'points' ? prose.text.slice(p, end) : unit.unit, unit.factor);
  const isName = isHyphenedName(prose, p, end, word, figure) || (end - p === 1 && !unit);
  return isName ? NAME : unitTokenOf(end, 'count', prose.text.slice(p, end));
}

/** "64-bit", "two-way", "7-Eleven" */
const isHyphenedName = (prose: Prose, start: number, end: number, word: WordId, figure: Figure): boolean =>
  hyphenIdioms.has(word) || (figure.number.spelled && !hyphenNouns.has(word)) || isBrand(prose, start, end);

/** A capital and small letters. */
const isBrand = (prose: Prose, start: number, end: number): boolean =>
  isUpper(prose.code(start)) && end > start + 1 && !isUpper(prose.code(start + 1));

/** What may be so many years old, where people are not meant. */
const agedThings = wordSet(`
  company companies business startup firm bank product platform system systems codebase code monolith application app
  service stack database warehouse pipeline process contract brand site store tool policy backlog
`);

/** "An 18-year-old" is somebody; "a 3-year-old company" is still three years. */
function isAge(prose: Prose, end: number): boolean {
  if (!isHyphen(prose.code(end)) || prose.wordAt(end + 1) !== OLD) return false;
  const oldEnd = prose.lettersEnd(end + 1);
  return !agedThings.has(prose.wordAt(gap(prose, oldEnd)));
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
  const power = powered(prose, end, lettersEnd);
  if (power) return power;
  const unit = prose.code(lettersEnd) === DOLLAR ? undefined : unitAt(prose, end, lettersEnd);
  if (!unit) return moneyOrShare(prose, figure, end, lettersEnd) ?? pastToken(prose, end);
  if (isOneLetter && prose.code(end) === SMALL_M && isMetres(prose, lettersEnd))
    return unitTokenOf(lettersEnd, 'count', 'm');
  if (isOneLetter && isNoTime(prose, figure)) return pastToken(prose, end);
  if (unit.kind === 'multiplier' && isFrequency(prose, lettersEnd)) return frequency(prose, end, lettersEnd);
  const isNamedAsWritten = unit.kind === 'points' || unit.kind === 'count';
  const name = isNamedAsWritten ? prose.text.slice(end, lettersEnd) : unit.unit;
  return unitTokenOf(lettersEnd, unit.kind, name, unit.factor);
}

/** "24pc", "3.14US$", "30MUSD" */
const moneyOrShare = (prose: Prose, figure: Figure, end: number, lettersEnd: number): UnitToken | undefined =>
  pcAt(prose, end, lettersEnd, prose.wordIn(end, lettersEnd)) ?? moneyAfter(prose, end, figure.scale, sizeOf(figure));

/** The letter after the figure is neither of seconds nor of minutes: "the 90s", "503s", "35m". */
const isNoTime = (prose: Prose, figure: Figure): boolean =>
  prose.code(figure.end) === SMALL_S
    ? isDecade(prose, figure) || isCode(prose, figure)
    : prose.code(figure.end) === SMALL_M && !isSaidAsTime(prose, figure);

/** "3x a week", "2x daily"; a "10x engineer" is a phrase. */
const frequency = (prose: Prose, end: number, lettersEnd: number): UnitToken | NotANumber =>
  notMultiplied.has(prose.wordAt(gap(prose, lettersEnd)))
    ? pastToken(prose, end)
    : unitTokenOf(lettersEnd, 'count', 'times');

/** "40p" is pence, "720p" a screen. */
const isPence = (prose: Prose, { end, number }: Figure): boolean =>
  prose.code(end) === SMALL_P && (number.mantissa < 100 || number.decimal);

/** "the 90s", "1990s", "80s of". */
function isDecade(prose: Prose, { start, end, number }: Figure): boolean {
  if (number.mantissa >= 1900) return true;
  if (number.mantissa % 10 !== 0) return false;
  const next = prose.wordAt(gap(prose, end + 1));
  if (next === OF || isApostrophe(prose.before(start)) || prose.before(start) === LEFT_QUOTE) return true;
  return number.mantissa < 100 && decadeLeads.has(idBefore(prose, start)) && !timedThings.has(next);
}

/** What is answered in a web request's stead. */
const STATUS_CODES = new Set([
  400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 412, 413, 415, 418, 422, 423, 425, 429, 451, 500, 501, 502, 503,
  504, 507, 508, 511,
]);
const secondsLeads = wordSet('within under took takes take lasted lasts every after for timeout');

/** "The 503s", "Model 3s": names in the plural. */
function isCode(prose: Prose, { start, end, number }: Figure): boolean {
  const before = wordBefore(prose, start);
  if (before && namesWithNumbers.has(before.id) && isUpper(prose.code(before.start))) return true;
  if (!STATUS_CODES.has(number.mantissa) || timedThings.has(prose.wordAt(gap(prose, end + 1)))) return false;
  return !before || !secondsLeads.has(before.id);
}

/** What says of "45m" that it is minutes, in the clause before it … */
const timeWords = wordSet(`
  time times timed took take takes taking taken lasted lasts last running within every after for latency
  recovery recover restore restores restored outage outages downtime build builds deploy deploys deployment deployments
  wait waits waiting waited mttr mttd runtime job jobs duration delay delays lag timeout interval window response lead
  cycle ttl restart startup boot rollback rollout suite pipeline ci sla slo session sessions meeting meetings call calls
  standup interview interviews uptime freshness staleness export import sync failover resolution onboarding setup p50 p90
  p95 p99 batch refresh paged minutes min hours late early speak spoke answer answered answering
`);
/** … and after it, as with seconds. */
const timedThings = wordSet(`
  timeout timeouts window interval delay ttl sla slo outage break meeting call session build run job budget limit poll
  polling deadline lag wait cooldown backoff retry slot timer pause cap cut-off cutoff target heartbeat threshold
  ago later earlier each before after late early
`);
const MOST_TIME_WORDS = 8;

/** Minutes, and not millions or metres: a duration is said around "45m". */
function isSaidAsTime(prose: Prose, { start, end, number }: Figure): boolean {
  if (number.decimal || number.mantissa >= 1000) return false;
  const after = end + 1;
  // "2m 10s", "1h 20m"
  if (isDigit(prose.code(gap(prose, after))) || prose.before(start) === SMALL_H) return true;
  if (timedThings.has(prose.wordAt(gap(prose, after)))) return true;
  let at = start;
  for (let words = 0; words < MOST_TIME_WORDS; words++) {
    while (at > 0 && isBetweenTimes(prose.code(at - 1))) at--;
    const word = wordBefore(prose, at);
    if (!word) return false;
    if (timeWords.has(word.id)) return true;
    at = word.start;
  }
  return false;
}

const betweenTimes = new CharSet(' (,:|→>=~<≈–"“*');
const isBetweenTimes = (c: number): boolean => betweenTimes.has(c);

/** "3x a week" is a frequency, "10x engineer" a phrase; both end in "x" at `end`. */
const isFrequency = (prose: Prose, end: number): boolean =>
  periodAt(prose, end) !== undefined || notMultiplied.has(prose.wordAt(gap(prose, end)));
