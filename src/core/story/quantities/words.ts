import { gap, isHyphen, lettersEnd, lower, wordAt, wordBefore } from './chars.js';
import { articleFraction, articleMeasure, halfAt } from './article.js';
import { denominators, magnitudes, multipliers, smallNumbers, tens } from './lexicon.js';
import { isMeasure, measureAt } from './measure.js';
import { periodAt } from './period.js';
import { currencyCodes, unitAt, unitWords } from './units.js';
import type { NotANumber } from './number.js';
import { known, numberOf, wordMap, wordSet } from './wordTable.js';
import { altered, wordMeasureOf, type Measure } from './types.js';

/** How a word that can begin a quantity is read. */
export type Trigger = 'number' | 'article' | 'half' | 'multiplier' | 'sub' | 'currency' | 'url';

const triggers = new Map<string, Trigger>();
for (const word of [...smallNumbers.keys(), ...tens.keys()]) triggers.set(word, 'number');
for (const word of multipliers.keys()) triggers.set(word, 'multiplier');
for (const code of currencyCodes.keys()) triggers.set(code.toLowerCase(), 'currency');
triggers.set('a', 'article').set('an', 'article').set('half', 'half').set('sub', 'sub').set('subsecond', 'sub');
triggers.set('http', 'url').set('https', 'url').set('www', 'url');

wordMap([...triggers].map(([word]) => [word, true] as const));

/** What each known word triggers, by its number; most trigger nothing. */
const byNumber: (Trigger | undefined)[] = [];
for (const [word, trigger] of triggers) byNumber[numberOf(word, 0, word.length)] = trigger;

/** For each pair of first two letters, the lengths of trigger words as bits: most words are told apart without a look-up. */
const filter = new Int32Array(32 * 32);
for (const word of triggers.keys()) {
  const key = ((word.charCodeAt(0) & 31) << 5) | (word.length > 1 ? word.charCodeAt(1) & 31 : 0);
  filter[key] = (filter[key] ?? 0) | (1 << Math.min(word.length, 31));
}

/** The trigger that the word of letters from `start` to `end` is, if any; `first` is its first character. */
export function triggerAt(text: string, start: number, end: number, first: number): Trigger | undefined {
  const length = end - start;
  const second = length > 1 ? text.charCodeAt(start + 1) & 31 : 0;
  const lengths = filter[((first & 31) << 5) | second] as number;
  return (lengths & (1 << (length < 31 ? length : 31))) === 0 ? undefined : byNumber[numberOf(text, start, end)];
}

/** What follows an article that begins a quantity: "a third", "a dozen", "an hour". */
const articleNouns: ReadonlySet<string> = new Set([...denominators.keys(), ...magnitudes.keys(), ...unitWords, 'order', 'factor']);
const articleLeads = wordSet('under within than below from');
const notDoubled = wordSet('down as back check checked checking booked booking blind counting counted entry digit digits click time rate up edged agent duty standard barrel');
const doubleLeads = wordSet('to helped help would will could can nearly almost roughly about more than over and us more have');
const doubleObjects = wordSet('the our its my their that what his her in');

/** "doubled", "triple the", "twice as fast"; not "doubled down", "double-check", "twice a week". */
function multiplied(text: string, start: number, end: number): Measure | undefined {
  const word = known(text, start, end);
  const value = multipliers.get(word);
  if (value === undefined || isHyphen(text.charCodeAt(end)) || isHyphen(text.charCodeAt(start - 1))) return undefined;
  const next = wordAt(text, gap(text, end));
  if (word === 'twice' || word === 'thrice') {
    if (next !== 'as' && next !== 'the' && next !== 'our' && next !== 'its' && next !== 'what' && next !== 'that') return undefined;
  } else if (notDoubled.has(next)) {
    return undefined;
  } else if (word === 'double' || word === 'triple' || word === 'quadruple') {
    if (!doubleLeads.has(wordBefore(text, start)?.low ?? '') && !doubleObjects.has(next)) return undefined;
  }
  return wordMeasureOf(start, end, value, 'multiplier', null, 1);
}

/** "by a factor of 3". */
function factorAt(text: string, start: number, noun: number): Measure | undefined {
  const of = gap(text, noun + 6);
  if (wordAt(text, of) !== 'of') return undefined;
  const number = measureAt(text, gap(text, of + 2));
  if (!isMeasure(number) || (number.kind !== undefined && number.kind !== 'multiplier') || number.mantissa <= 0) return undefined;
  return wordMeasureOf(start, number.end, number.mantissa * number.scale, 'multiplier', null, 1);
}

/** "sub-second", "sub-100 ms", "sub 50ms". */
function below(text: string, start: number, end: number): Measure | undefined {
  const next = isHyphen(text.charCodeAt(end)) ? end + 1 : gap(text, end);
  if (next === end) return undefined;
  const measure = measureAt(text, next);
  if (isMeasure(measure)) return measure.kind === undefined || measure.kind === 'count' ? undefined : altered(measure, { start });
  const unitEnd = lettersEnd(text, next);
  const unit = unitEnd - next > 2 && isHyphen(text.charCodeAt(end)) ? unitAt(text, next, unitEnd) : undefined;
  return unit?.kind === 'duration' ? wordMeasureOf(start, unitEnd, 1, 'duration', 'ms', unit.factor) : undefined;
}

/** What the trigger word from `start` to `end` begins. */
export function wordMeasure(text: string, trigger: Trigger, start: number, end: number): Measure | NotANumber | undefined {
  switch (trigger) {
    case 'number':
    case 'currency':
      return measureAt(text, start);
    case 'half':
      return measureAt(text, start) ?? halfAt(text, start);
    case 'multiplier':
      return multiplied(text, start, end);
    case 'sub':
      return end - start > 3 ? wordMeasureOf(start, end, 1, 'duration', 'ms', 1000) : below(text, start, end);
    case 'article': {
      const noun = gap(text, end);
      if (!articleNouns.has(wordAt(text, noun))) return undefined;
      if (wordAt(text, noun) === 'factor') return factorAt(text, start, noun);
      const share = articleFraction(text, start);
      if (share) return share;
      const number = measureAt(text, start);
      if (number) return number;
      const next = gap(text, end);
      if (lower(text.slice(next, next + 18)) === 'order of magnitude') return wordMeasureOf(start, next + 18, 10, 'multiplier', null, 1);
      const time = articleMeasure(text, start);
      if (!time) return undefined;
      const meant = time.mantissa > 1 || articleLeads.has(wordBefore(text, start)?.low ?? '');
      const period = meant ? periodAt(text, time.end) : undefined;
      return meant ? altered(time, { end: period?.end ?? time.end }) : undefined;
    }
    case 'url':
      return undefined;
  }
}
