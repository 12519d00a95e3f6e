import { gap, isDigit, isHyphen, isLetter, isUpper, isWord, lettersEnd, lower, wordAt } from './chars.js';
import { leadWord } from './context.js';
import { denominators, hyphenIdioms, hyphenNouns, magnitudes, months } from './lexicon.js';
import { nounAt } from './noun.js';
import { currencyCodes, currencyNations, currencySigns, currencyWords, unitAt, unitWords } from './units.js';
import { known, wordMap, wordSet } from './wordTable.js';
import type { QuantityKind } from './types.js';

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

const comparatives = wordSet('as more fewer less faster slower higher lower better worse larger smaller bigger greater cheaper longer shorter the that our its their what improvement increase growth reduction speedup return lift quicker harder');

const unitOf = (end: number, kind: QuantityKind, unit: string | null, factor = 1): UnitToken => ({ end, kind, unit, factor });

/** "%" and "% points". */
function percentSign(text: string, p: number): UnitToken {
  const next = isHyphen(text.charCodeAt(p + 1)) ? p + 2 : gap(text, p + 1);
  const word = next > p + 1 && (text.charCodeAt(next) | 32) === 112 ? wordAt(text, next) : '';
  if (word === 'points' || word === 'point' || word === 'pts') return unitOf(next + word.length, 'percent', 'pp');
  return unitOf(p + 1, 'percent', '%');
}

/** "percent", "per cent", "percentage points", "basis points"; `word` is the word at `p`, in lower case. */
function percentWord(text: string, p: number, word: string): UnitToken | undefined {
  if (word !== 'per' && word !== 'percentage' && word !== 'percent' && word !== 'basis' && word !== 'pct') return undefined;
  const end = p + word.length;
  const joined = isHyphen(text.charCodeAt(end)) ? end + 1 : gap(text, end);
  const second = joined > end ? wordAt(text, joined) : '';
  if (word === 'per') return second === 'cent' ? unitOf(joined + 4, 'percent', '%') : undefined;
  if (second === 'point' || second === 'points' || second === 'pts') {
    return unitOf(joined + second.length, 'percent', 'pp', word === 'basis' ? 0.01 : 1);
  }
  return word === 'percent' || word === 'pct' ? unitOf(end, 'percent', '%') : undefined;
}

/** A currency after the figure: "10 €", "2M EUR", "5 million US dollars", "50 cents". */
export function currencyAfter(text: string, p: number): UnitToken | undefined {
  const c = text.charCodeAt(p);
  if (!isLetter(c)) {
    if (c !== 36 && !(c >= 0xa2)) return undefined;
    const sign = currencySigns.get(text[p] ?? '');
    if (sign && !isDigit(text.charCodeAt(p + 1))) return unitOf(p + 1, 'money', sign);
    return c === 0xa2 ? unitOf(p + 1, 'money', 'USD', 0.01) : undefined;
  }
  const end = lettersEnd(text, p);
  const low = known(text, p, end);
  return low === '' ? undefined : currencyWord(text, p, text.slice(p, end), low);
}

/** As above, where the word at `p` has been read. */
function currencyWord(text: string, p: number, raw: string, low: string): UnitToken | undefined {
  const end = p + raw.length;
  const code = isUpper(raw.charCodeAt(0)) && raw !== 'Rs' ? currencyCodes.get(raw) : undefined;
  if (code) return unitOf(end, 'money', code);
  const named = currencyWords.get(low);
  if (named) return unitOf(end, 'money', named[0], named[1]);
  const nation = raw === 'us' ? undefined : currencyNations.get(low);
  if (nation) {
    const next = gap(text, end);
    const second = wordAt(text, next);
    const word = currencyWords.get(second);
    if (word) return unitOf(next + second.length, 'money', nation, word[1]);
  }
  return undefined;
}

/** "3 times faster", "two orders of magnitude"; `word` is the word at `p`, in lower case. */
function multiplierWord(text: string, p: number, word: string, value: number): UnitToken | undefined {
  if (word !== 'times' && word !== 'orders' && word !== 'order') return undefined;
  const next = gap(text, p + word.length);
  if (word === 'times') return value > 1 && comparatives.has(wordAt(text, next)) ? unitOf(p + 5, 'multiplier', null) : undefined;
  const tail = lower(text.slice(next, next + 12));
  return tail === 'of magnitude' && value < 16 ? unitOf(next + 12, 'multiplier', null, 10 ** value / value) : undefined;
}

/** Every first word after a figure that is not simply what is counted. */
const measuringWords: ReadonlySet<string> = new Set([
  'am', 'pm', 'a', 'p', 'b', 'per', 'percentage', 'percent', 'basis', 'pct', 'times', 'order', 'orders',
  ...months, ...magnitudes.keys(), ...denominators.keys(), ...currencyWords.keys(), ...currencyNations.keys(), ...unitWords,
]);

wordMap([...measuringWords].map((word) => [word, true] as const));

/** The word at `p` in lower case; micro signs are outside the table of words. */
const measuringName = (text: string, p: number, end: number): string => (text.charCodeAt(p) < 128 ? known(text, p, end) : lower(text.slice(p, end)));

/** What may stand between a figure and its stretch of time: calendar words, and whose hours they are ("engineering", "analyst"). */
const qualifiers = wordSet('business calendar consecutive full whole straight short long extra additional more person on-call manual billable');

/** "engineering", "engineer", "operator", "analyst": ends in -ing, -er, -or or -yst. */
function namesWorkers(text: string, end: number): boolean {
  const a = text.charCodeAt(end - 3);
  const b = text.charCodeAt(end - 2);
  const c = text.charCodeAt(end - 1);
  return (c === 103 && b === 110 && a === 105) || (c === 114 && (b === 101 || b === 111)) || (c === 116 && b === 115 && a === 121);
}

/** A stretch of time a few words on: "3 business days", "40 engineering hours". */
function qualifiedTime(text: string, from: number): UnitToken | undefined {
  let p = from;
  for (let i = 0; i < 2; i++) {
    const end = lettersEnd(text, p);
    if (end - p < 4 || isUpper(text.charCodeAt(p)) || !(namesWorkers(text, end) || qualifiers.has(known(text, p, end)))) return undefined;
    p = gap(text, end);
    if (p === end) return undefined;
    const timeEnd = lettersEnd(text, p);
    const unit = timeEnd - p > 2 ? unitAt(text, p, timeEnd) : undefined;
    if (unit?.kind === 'duration') return unitOf(timeEnd, 'duration', 'ms', unit.factor);
  }
  return undefined;
}

/** "two thirds", "three-quarters", "one fifth". Quarters without "of" are of a year, unless hyphened or taken off. */
function fractionAt(text: string, p: number, figure: Figure, joined: boolean, start: number): UnitToken | undefined {
  if (!figure.spelled || figure.value < 1 || figure.value > 9 || figure.decimal) return undefined;
  const word = wordAt(text, p);
  const parts = denominators.get(word);
  const end = p + word.length;
  if (parts === undefined || word.endsWith('s') !== figure.value > 1 || figure.value >= parts) return undefined;
  if (parts === 4 && !joined && leadWord(text, start)?.low !== 'by' && wordAt(text, gap(text, end)) !== 'of') return undefined;
  return unitOf(end, 'ratio', null, 1 / parts);
}

/** The unit joined to the figure by a hyphen: "3-month", "10-node", "12-point". */
function hyphened(text: string, p: number, figure: Figure, start: number): UnitToken | typeof NAME | undefined {
  const end = lettersEnd(text, p);
  const raw = text.slice(p, end);
  const low = known(text, p, end);
  // "a 3-to-5 day job" is a range, and its far end says of what.
  if (low === 'to' && isHyphen(text.charCodeAt(end)) && isWord(text.charCodeAt(end + 1))) return undefined;
  const fraction = fractionAt(text, p, figure, true, start) ?? percentWord(text, p, low) ?? currencyWord(text, p, raw, low);
  if (fraction) return fraction;
  if (isDigit(text.charCodeAt(end))) return NAME;
  const unit = unitAt(text, p, end);
  const isStar = low === 'star' || low === 'stars';
  // "zero-day" is no stretch of time.
  const isNothing = figure.spelled && figure.value === 0;
  if (unit && unit.kind !== 'count' && !unit.attached && !(isStar && !figure.decimal) && !isNothing) {
    // "a 3-year-old company" is still three years.
    return unitOf(end, unit.kind, unit.kind === 'points' ? raw : unit.unit, unit.factor);
  }
  const idiom = hyphenIdioms.has(low) || (figure.spelled && !hyphenNouns.has(low)) || (raw.length === 1 && !unit);
  return idiom ? NAME : unitOf(end, 'count', raw);
}

/** Past what leaves a figure open upwards or down: "40+", "100-plus", "40 or more"; `from` itself where its noun follows at once. */
function pastOpenEnd(text: string, from: number): number {
  const c = text.charCodeAt(from);
  if (c === 43) return from + 1;
  if (isHyphen(c)) return wordAt(text, from + 1) === 'plus' ? from + 5 : from;
  const p = gap(text, from);
  const letter = text.charCodeAt(p) | 32;
  if (letter !== 112 && letter !== 111) return from;
  const word = wordAt(text, p);
  if (word === 'plus') return p + 4;
  const next = gap(text, p + 2);
  const second = word === 'or' ? wordAt(text, next) : '';
  return second === 'more' || second === 'fewer' || second === 'less' || second === 'so' ? next + second.length : from;
}

/**
 * The unit after a figure that ends at `from` (past its scale word). `start` is where the figure starts. NAME where what follows
 * shows the figure to be none; undefined where it says nothing.
 */
export function unitAfter(text: string, from: number, figure: Figure, start: number): UnitToken | typeof NAME | undefined {
  if (isHyphen(text.charCodeAt(from)) && isLetter(text.charCodeAt(from + 1)) && wordAt(text, from + 1) !== 'plus') return hyphened(text, from + 1, figure, start);
  const p = gap(text, pastOpenEnd(text, from));
  const c = text.charCodeAt(p);
  if (!isLetter(c)) {
    if (c === 37) return percentSign(text, p);
    if (c === 0xd7) {
      // "3 × faster" multiplies, "1,200 × T" is arithmetic.
      const next = gap(text, p + 1);
      const isSum = isWord(text.charCodeAt(next)) && (p > from || next === p + 1) && !comparatives.has(wordAt(text, next));
      return isSum ? undefined : unitOf(p + 1, 'multiplier', null);
    }
    return currencyAfter(text, p);
  }
  const end = lettersEnd(text, p);
  const low = measuringName(text, p, end);
  // Nearly every word here is a noun or a preposition: one look-up tells it from the words that measure.
  if (!measuringWords.has(low)) return p === from ? undefined : nounUnit(text, p, end, low, figure);
  const unit = isDigit(text.charCodeAt(end)) ? undefined : unitAt(text, p, end);
  if (unit && p > from && !unit.attached && (unit.kind === 'size' || unit.kind === 'rate' || (unit.kind === 'duration' && !denominators.has(low)))) {
    return unitOf(end, unit.kind, unit.unit, unit.factor);
  }
  const near = percentWord(text, p, low) ?? currencyWord(text, p, text.slice(p, end), low) ?? multiplierWord(text, p, low, figure.value) ?? fractionAt(text, p, figure, false, start);
  if (near) return near;
  if (p === from) return undefined;
  const raw = text.slice(p, end);
  if (low === 'am' || low === 'pm' || (low.length === 1 && /^[ap]\.m/.test(lower(text.slice(p, p + 3))))) return NAME;
  if (months.has(low) && isUpper(raw.charCodeAt(0)) && figure.value <= 31) return NAME;
  if (unit && !unit.attached && unit.kind !== 'count') {
    if (low === 'star' || low === 'stars') return figure.value <= 5 ? unitOf(end, 'points', raw) : unitOf(end, 'count', raw);
    if (unit.kind === 'points') return unitOf(end, 'points', raw);
    return unitOf(end, unit.kind, unit.unit, unit.factor);
  }
  if (raw === 'B' || magnitudes.has(low)) return undefined;
  return nounUnit(text, p, end, low, figure) ?? (unit && !unit.attached ? unitOf(end, 'count', raw) : undefined);
}

/** What is counted, or whose hours: the first word is `low`, from `p` to `end`. */
function nounUnit(text: string, p: number, end: number, low: string, figure: Figure): UnitToken | typeof NAME | undefined {
  const time = namesWorkers(text, end) || qualifiers.has(low) ? qualifiedTime(text, p) : undefined;
  if (time) return time;
  const noun = nounAt(text, p, end, low, figure.value === 1);
  if (noun === 'idle') return NAME;
  if (!noun) return undefined;
  // "120 on-call hours", "6 engineer-weeks": time, whosever it is.
  const head = noun.end - Math.min(noun.unit.length, noun.unit.length - 1 - Math.max(noun.unit.lastIndexOf(' '), noun.unit.lastIndexOf('-')));
  const stretch = head > p && noun.end - head > 3 ? unitAt(text, head, noun.end) : undefined;
  return stretch?.kind === 'duration' ? unitOf(noun.end, 'duration', 'ms', stretch.factor) : unitOf(noun.end, 'count', noun.unit);
}
