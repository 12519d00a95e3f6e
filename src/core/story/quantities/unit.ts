import { isDigit, isLetter, isUpper, isWord, isHyphen, lower } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet, WordSet, wordIds, type WordId } from '../prose/vocabulary';
import { leadWord } from './context';
import { magnitudes, denominators, months, hyphenIdioms, hyphenNouns } from './lexicon';
import { nounAt, nounText, type NounPhrase } from './noun';
import { gap } from './phrase';
import type { QuantityKind } from './types';
import { unitAt, unitNamed, unitWords, currencyOf, currencyCodeIn, currencyNations, currencyWords } from './units';

const [
  POINTS,
  POINT,
  PTS,
  PER,
  PERCENTAGE,
  PERCENT,
  BASIS,
  PCT,
  CENT,
  TIMES,
  ORDERS,
  ORDER,
  BY,
  OF,
  TO,
  STAR,
  STARS,
  PLUS,
  OR,
  MORE,
  FEWER,
  LESS,
  SO,
  AM,
  PM,
  RS,
  US,
] = wordIds(
  'points point pts per percentage percent basis pct cent times orders order by of to star stars plus or more fewer less so am pm rs us',
);

/** What a figure is measured in, and where its text ends. */
export interface UnitToken {
  readonly end: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly factor: number;
}

/** A number's unit is none of ours and makes a name of it: "64-bit", "two-way", "22 November". */
export const NAME = 'name';

export interface Figure {
  readonly value: number;
  readonly decimal: boolean;
  readonly spelled: boolean;
}

const comparatives = wordSet(
  'as more fewer less faster slower higher lower better worse larger smaller bigger greater cheaper longer shorter the that our its their what improvement increase growth reduction speedup return lift quicker harder',
);

const unitOf = (end: number, kind: QuantityKind, unit: string | null, factor = 1): UnitToken => ({
  end,
  kind,
  unit,
  factor,
});

/** "%" and "% points". */
function percentSign(prose: Prose, p: number): UnitToken {
  const next = isHyphen(prose.code(p + 1)) ? p + 2 : gap(prose, p + 1);
  const word = next > p + 1 && (prose.code(next) | 32) === 112 ? prose.wordAt(next) : 0;
  if (word === POINTS || word === POINT || word === PTS) return unitOf(prose.lettersEnd(next), 'percent', 'pp');
  return unitOf(p + 1, 'percent', '%');
}

/** "percent", "per cent", "percentage points", "basis points"; the word that ends at `end` is `word`. */
function percentWord(prose: Prose, end: number, word: WordId): UnitToken | undefined {
  if (word !== PER && word !== PERCENTAGE && word !== PERCENT && word !== BASIS && word !== PCT) return undefined;
  const joined = isHyphen(prose.code(end)) ? end + 1 : gap(prose, end);
  const second = joined > end ? prose.wordAt(joined) : 0;
  if (word === PER) return second === CENT ? unitOf(joined + 4, 'percent', '%') : undefined;
  if (second === POINT || second === POINTS || second === PTS) {
    return unitOf(prose.lettersEnd(joined), 'percent', 'pp', word === BASIS ? 0.01 : 1);
  }
  return word === PERCENT || word === PCT ? unitOf(end, 'percent', '%') : undefined;
}

/** A currency after the figure: "10 €", "2M EUR", "5 million US dollars", "50 cents". */
export function currencyAfter(prose: Prose, p: number): UnitToken | undefined {
  const c = prose.code(p);
  if (!isLetter(c)) {
    const sign = currencyOf(c);
    if (sign && !isDigit(prose.code(p + 1))) return unitOf(p + 1, 'money', sign);
    return c === 0xa2 ? unitOf(p + 1, 'money', 'USD', 0.01) : undefined;
  }
  const end = prose.lettersEnd(p);
  const low = prose.wordIn(p, end);
  return low === 0 ? undefined : currencyWord(prose, p, end, low);
}

/** As above, where the word at `p` has been read. */
function currencyWord(prose: Prose, p: number, end: number, low: WordId): UnitToken | undefined {
  const code = currencyCodeIn(prose, p, end);
  if (code && low !== RS) return unitOf(end, 'money', code);
  const named = currencyWords.get(low);
  if (named) return unitOf(end, 'money', named[0], named[1]);
  const nation = low === US && !isUpper(prose.code(p)) ? undefined : currencyNations.get(low);
  if (nation) {
    const next = gap(prose, end);
    const second = prose.wordAt(next);
    const word = currencyWords.get(second);
    if (word) return unitOf(prose.lettersEnd(next), 'money', nation, word[1]);
  }
  return undefined;
}

/** "3 times faster", "two orders of magnitude"; the word that ends at `end` is `word`. */
function multiplierWord(prose: Prose, end: number, word: WordId, value: number): UnitToken | undefined {
  if (word !== TIMES && word !== ORDERS && word !== ORDER) return undefined;
  const next = gap(prose, end);
  if (word === TIMES)
    return value > 1 && comparatives.has(prose.wordAt(next)) ? unitOf(end, 'multiplier', null) : undefined;
  const tail = lower(prose.text.slice(next, next + 12));
  return tail === 'of magnitude' && value < 16 ? unitOf(next + 12, 'multiplier', null, 10 ** value / value) : undefined;
}

/** Every first word after a figure that is not simply what is counted. */
const measuringWords = new WordSet([
  'am',
  'pm',
  'a',
  'p',
  'b',
  'per',
  'percentage',
  'percent',
  'basis',
  'pct',
  'times',
  'order',
  'orders',
  ...months.words,
  ...magnitudes.words,
  ...denominators.words,
  ...currencyWords.words,
  ...currencyNations.words,
  ...unitWords,
]);

/** `word` from `p` to `end` is one of those; "µs" is outside the table of words. */
const isMeasuring = (prose: Prose, p: number, end: number, word: WordId): boolean =>
  measuringWords.has(word) || (prose.code(p) >= 128 && unitNamed(prose.text.slice(p, end)) !== undefined);

/**
 * What may stand between a figure and its stretch of time: calendar words, and whose hours they are ("engineering",
 * "analyst").
 */
const qualifiers = wordSet(
  'business calendar consecutive full whole straight short long extra additional more person on-call manual billable',
);

/** "engineering", "engineer", "operator", "analyst": ends in -ing, -er, -or or -yst. */
function namesWorkers(prose: Prose, end: number): boolean {
  const a = prose.code(end - 3);
  const b = prose.code(end - 2);
  const c = prose.code(end - 1);
  return (
    (c === 103 && b === 110 && a === 105) ||
    (c === 114 && (b === 101 || b === 111)) ||
    (c === 116 && b === 115 && a === 121)
  );
}

/** A stretch of time a few words on: "3 business days", "40 engineering hours". */
function qualifiedTime(prose: Prose, from: number): UnitToken | undefined {
  let p = from;
  for (let i = 0; i < 2; i++) {
    const end = prose.lettersEnd(p);
    if (end - p < 4 || isUpper(prose.code(p)) || !(namesWorkers(prose, end) || qualifiers.has(prose.wordIn(p, end))))
      return undefined;
    p = gap(prose, end);
    if (p === end) return undefined;
    const timeEnd = prose.lettersEnd(p);
    const unit = timeEnd - p > 2 ? unitAt(prose, p, timeEnd) : undefined;
    if (unit?.kind === 'duration') return unitOf(timeEnd, 'duration', 'ms', unit.factor);
  }
  return undefined;
}

/** "two thirds", "three-quarters", "one fifth". Quarters without "of" are of a year, unless hyphened or taken off. */
function fractionAt(prose: Prose, p: number, figure: Figure, joined: boolean, start: number): UnitToken | undefined {
  if (!figure.spelled || figure.value < 1 || figure.value > 9 || figure.decimal) return undefined;
  const word = prose.wordAt(p);
  const parts = denominators.get(word);
  const end = prose.lettersEnd(p);
  if (parts === undefined || ((prose.code(end - 1) | 32) === 115) !== figure.value > 1 || figure.value >= parts)
    return undefined;
  if (parts === 4 && !joined && leadWord(prose, start)?.id !== BY && prose.wordAt(gap(prose, end)) !== OF)
    return undefined;
  return unitOf(end, 'ratio', null, 1 / parts);
}

/** The unit joined to the figure by a hyphen: "3-month", "10-node", "12-point". */
function hyphened(prose: Prose, p: number, figure: Figure, start: number): UnitToken | typeof NAME | undefined {
  const end = prose.lettersEnd(p);
  const low = prose.wordIn(p, end);
  // "a 3-to-5 day job" is a range, and its far end says of what.
  if (low === TO && isHyphen(prose.code(end)) && isWord(prose.code(end + 1))) return undefined;
  const fraction =
    fractionAt(prose, p, figure, true, start) ?? percentWord(prose, end, low) ?? currencyWord(prose, p, end, low);
  if (fraction) return fraction;
  if (isDigit(prose.code(end))) return NAME;
  const unit = unitAt(prose, p, end);
  const isStar = low === STAR || low === STARS;
  // "zero-day" is no stretch of time.
  const isNothing = figure.spelled && figure.value === 0;
  if (unit && unit.kind !== 'count' && !unit.attached && !(isStar && !figure.decimal) && !isNothing) {
    // "a 3-year-old company" is still three years.
    return unitOf(end, unit.kind, unit.kind === 'points' ? prose.text.slice(p, end) : unit.unit, unit.factor);
  }
  const idiom = hyphenIdioms.has(low) || (figure.spelled && !hyphenNouns.has(low)) || (end - p === 1 && !unit);
  return idiom ? NAME : unitOf(end, 'count', prose.text.slice(p, end));
}

/**
 * Past what leaves a figure open upwards or down: "40+", "100-plus", "40 or more"; `from` itself where its noun follows
 * at once.
 */
function pastOpenEnd(prose: Prose, from: number): number {
  const c = prose.code(from);
  if (c === 43) return from + 1;
  if (isHyphen(c)) return prose.wordAt(from + 1) === PLUS ? from + 5 : from;
  const p = gap(prose, from);
  const letter = prose.code(p) | 32;
  if (letter !== 112 && letter !== 111) return from;
  const word = prose.wordAt(p);
  if (word === PLUS) return p + 4;
  const next = gap(prose, p + 2);
  const second = word === OR ? prose.wordAt(next) : 0;
  return second === MORE || second === FEWER || second === LESS || second === SO ? prose.lettersEnd(next) : from;
}

/**
 * The unit after a figure that ends at `from` (past its scale word). `start` is where the figure starts. NAME where
 * what follows
 * shows the figure to be none; undefined where it says nothing.
 */
export function unitAfter(
  prose: Prose,
  from: number,
  figure: Figure,
  start: number,
): UnitToken | typeof NAME | undefined {
  if (isHyphen(prose.code(from)) && isLetter(prose.code(from + 1)) && prose.wordAt(from + 1) !== PLUS)
    return hyphened(prose, from + 1, figure, start);
  const p = gap(prose, pastOpenEnd(prose, from));
  const c = prose.code(p);
  if (!isLetter(c)) {
    if (c === 37) return percentSign(prose, p);
    if (c === 0xd7) {
      // "3 × faster" multiplies, "1,200 × T" is arithmetic.
      const next = gap(prose, p + 1);
      const isSum = isWord(prose.code(next)) && (p > from || next === p + 1) && !comparatives.has(prose.wordAt(next));
      return isSum ? undefined : unitOf(p + 1, 'multiplier', null);
    }
    return currencyAfter(prose, p);
  }
  const end = prose.lettersEnd(p);
  const low = prose.wordIn(p, end);
  // Nearly every word here is a noun or a preposition: one look-up tells it from the words that measure.
  if (!isMeasuring(prose, p, end, low)) return p === from ? undefined : nounUnit(prose, p, end, low, figure);
  const unit = isDigit(prose.code(end)) ? undefined : unitAt(prose, p, end);
  if (
    unit &&
    p > from &&
    !unit.attached &&
    (unit.kind === 'size' || unit.kind === 'rate' || (unit.kind === 'duration' && !denominators.has(low)))
  ) {
    return unitOf(end, unit.kind, unit.unit, unit.factor);
  }
  const near =
    percentWord(prose, end, low) ??
    currencyWord(prose, p, end, low) ??
    multiplierWord(prose, end, low, figure.value) ??
    fractionAt(prose, p, figure, false, start);
  if (near) return near;
  if (p === from) return undefined;
  if (low === AM || low === PM || (end - p === 1 && /^[ap]\.m/.test(lower(prose.text.slice(p, p + 3))))) return NAME;
  if (months.has(low) && isUpper(prose.code(p)) && figure.value <= 31) return NAME;
  const raw = prose.text.slice(p, end);
  if (unit && !unit.attached && unit.kind !== 'count') {
    if (low === STAR || low === STARS)
      return figure.value <= 5 ? unitOf(end, 'points', raw) : unitOf(end, 'count', raw);
    if (unit.kind === 'points') return unitOf(end, 'points', raw);
    return unitOf(end, unit.kind, unit.unit, unit.factor);
  }
  if (raw === 'B' || magnitudes.has(low)) return undefined;
  return nounUnit(prose, p, end, low, figure) ?? (unit && !unit.attached ? unitOf(end, 'count', raw) : undefined);
}

/** Where the last word of a noun phrase starts, behind a space or a hyphen. */
function lastWord(prose: Prose, { start, end }: NounPhrase): number {
  let p = end;
  while (p > start && prose.code(p - 1) !== 32 && prose.code(p - 1) !== 45) p--;
  return p;
}

/** What is counted, or whose hours: the first word is `low`, from `p` to `end`. */
function nounUnit(
  prose: Prose,
  p: number,
  end: number,
  low: WordId,
  figure: Figure,
): UnitToken | typeof NAME | undefined {
  const time = namesWorkers(prose, end) || qualifiers.has(low) ? qualifiedTime(prose, p) : undefined;
  if (time) return time;
  const noun = nounAt(prose, p, end, low, figure.value === 1);
  if (noun === 'idle') return NAME;
  if (!noun) return undefined;
  // "120 on-call hours", "6 engineer-weeks": time, whosever it is.
  const head = lastWord(prose, noun);
  const stretch = head > p && noun.end - head > 3 ? unitAt(prose, head, noun.end) : undefined;
  return stretch?.kind === 'duration'
    ? unitOf(noun.end, 'duration', 'ms', stretch.factor)
    : unitOf(noun.end, 'count', nounText(prose, noun));
}
