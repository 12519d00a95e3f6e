import { isDigit, isHyphen, lower } from '../prose/chars';
import { openers, type Prose } from '../prose/prose';
import { wordIds, WordMap, wordSet, WordSet, type WordId } from '../prose/vocabulary';
import { currencyCodes, currencyCodeWords, millionsWords } from './currencies';
import { articleDuration, longDuration } from './duration';
import { articleFraction, halfAt, quarterOfUnit } from './fraction';
import { denominators, magnitudes, multipliers, smallNumbers, tens } from './lexicon';
import { isMeasure, measureAt } from './measure';
import type { NotANumber } from './number';
import { periodAt, withPeriod } from './period';
import { endBefore, gap, idBefore, wordBefore } from './phrase';
import { changed, figureOf, measureOf, wordDurationOf, wordMeasureOf, type Measure } from './types';
import { writtenOut } from './shareOfUnit';
import { DAY, unitWords } from './units';

const [DOUBLE, TRIPLE, QUADRUPLE, OF, FACTOR, ORDER, ONCE, COUPLE] = wordIds(
  'double triple quadruple of factor order once couple',
);

/** How a word that can begin a quantity is read. */
export type Trigger =
  'number' | 'article' | 'half' | 'quarter' | 'multiplier' | 'sub' | 'subsecond' | 'minus' | 'currency' | 'url';

const triggers = new Map<string, Trigger>();
for (const word of [...smallNumbers.words, ...tens.words]) triggers.set(word, 'number');
for (const word of multipliers.words) triggers.set(word, 'multiplier');
for (const code of [...currencyCodes.keys(), ...millionsWords]) triggers.set(code.toLowerCase(), 'currency');
triggers
  .set('a', 'article')
  .set('an', 'article')
  .set('half', 'half')
  .set('quarter', 'quarter')
  .set('sub', 'sub')
  .set('subsecond', 'subsecond')
  .set('minus', 'minus');
triggers.set('http', 'url').set('https', 'url').set('www', 'url');
for (const word of triggers.keys()) openers.add(word);

/** What each word that can begin a quantity is read as. */
export const TRIGGERS = new WordMap(triggers);

/** What follows an article that begins a quantity: "a third", "a dozen", "an hour". */
const articleNouns = new WordSet([
  ...denominators.words,
  ...magnitudes.words,
  ...unitWords,
  ...currencyCodeWords,
  'order',
  'factor',
  'couple',
  'single',
  'full',
  'whole',
  'working',
  'business',
]);
const articleLeads = wordSet('under within than below from to took takes take taking lasted lasts least');
/** "Almost a day", "about a week": so long it was. */
const nearLeads = wordSet('about around almost nearly roughly approximately barely over under just only');
const objects = wordSet('us me them him her it everyone you');
/** "A year ago" and "a day off" are not lengths. */
const notLong = wordSet('ago later earlier off before after out away together in at');
const notDoubled = wordSet(`
  down as back check checked checking booked booking blind counting counted entry digit digits click time rate up edged
  agent duty standard barrel
`);
const doubleLeads = wordSet(
  'to helped help would will could can nearly almost roughly about more than over and us more have',
);
const doubleObjects = wordSet('the our its my their that what his her in');
const timesWords = wordSet('twice thrice');
const timesObjects = wordSet('as the our its what that');

/** "doubled", "triple the", "twice as fast"; not "doubled down", "double-check", "twice a week". */
function multiplied(prose: Prose, start: number, end: number): Measure | undefined {
  const word = prose.wordIn(start, end);
  const value = multipliers.get(word);
  if (value !== undefined && timesWords.has(word) && periodAt(prose, end))
    return withPeriod(prose, measureOf({ start, end, mantissa: value, kind: 'count', unit: 'times', spelled: true }));
  if (value === undefined || isHyphen(prose.code(end)) || isHyphen(prose.before(start))) return undefined;
  const multiplies = isMultiple(word, prose.wordAt(gap(prose, end)), idBefore(prose, start));
  return multiplies ? wordMeasureOf(start, end, value, 'multiplier') : undefined;
}

/** The word multiplies something, with `next` after and `before` before it. */
function isMultiple(word: WordId, next: WordId, before: WordId): boolean {
  if (timesWords.has(word)) return timesObjects.has(next);
  if (notDoubled.has(next)) return false;
  const isBare = word === DOUBLE || word === TRIPLE || word === QUADRUPLE;
  return !isBare || doubleLeads.has(before) || doubleObjects.has(next);
}

/** "by a factor of 3"; the noun starts at `noun`. */
function factorAt(prose: Prose, start: number, noun: number): Measure | undefined {
  const of = gap(prose, prose.lettersEnd(noun));
  if (prose.wordAt(of) !== OF) return undefined;
  const number = measureAt(prose, gap(prose, prose.lettersEnd(of)));
  if (!isMeasure(number) || (number.kind !== undefined && number.kind !== 'multiplier') || number.mantissa <= 0)
    return undefined;
  return wordMeasureOf(start, number.end, figureOf(number), 'multiplier');
}

/** "sub-second", "sub-100 ms", "sub 50ms". */
function below(prose: Prose, start: number, end: number): Measure | undefined {
  const isJoined = isHyphen(prose.code(end));
  const next = isJoined ? end + 1 : gap(prose, end);
  if (next === end) return undefined;
  const measure = measureAt(prose, next);
  if (isMeasure(measure))
    return measure.kind === undefined || measure.kind === 'count' ? undefined : changed(measure, { start });
  const unitEnd = prose.lettersEnd(next);
  const unit = isJoined ? writtenOut(prose, next, unitEnd) : undefined;
  return unit && wordDurationOf(start, unitEnd, 1, unit.factor);
}

/** What can be below zero as it stands: "revenue minus $2M" and "minus three people" take away. */
const isSigned = ({ kind, unit }: Measure): boolean =>
  kind === 'percent' || kind === 'points' || (kind === 'count' && unit !== null && temperatures.test(unit));
const temperatures = /^(?:degrees?\b|°|celsius$|fahrenheit$)/iu;

/** "Minus 12 degrees", "minus 0.3 percent"; "12 minus 4" is a sum. */
function belowZero(prose: Prose, start: number, end: number): Measure | undefined {
  const next = gap(prose, end);
  const measure = next === end || endsFigure(prose, start) ? undefined : measureAt(prose, next);
  if (!isMeasure(measure) || measure.mantissa <= 0 || !isSigned(measure)) return undefined;
  return changed(measure, { start, mantissa: -measure.mantissa });
}

/** A figure ends before `start`. */
const endsFigure = (prose: Prose, start: number): boolean => isDigit(prose.before(endBefore(prose, start)));

/** "A couple of hours": two of them. */
function coupleOf(prose: Prose, start: number, noun: number): Measure | undefined {
  const of = gap(prose, prose.lettersEnd(noun));
  if (prose.wordAt(of) !== OF) return undefined;
  const unitStart = gap(prose, prose.lettersEnd(of));
  const unitEnd = prose.lettersEnd(unitStart);
  const unit = writtenOut(prose, unitStart, unitEnd);
  if (unit?.kind !== 'duration' || notLong.has(prose.wordAt(gap(prose, unitEnd)))) return undefined;
  return wordDurationOf(start, unitEnd, 2, unit.factor);
}

/** What an article begins: "a factor of 3", "a third", "a dozen", "an order of magnitude", "an hour". */
function articleMeasure(prose: Prose, start: number, end: number): Measure | NotANumber | undefined {
  const noun = gap(prose, end);
  const word = prose.wordAt(noun);
  if (!articleNouns.has(word)) return undefined;
  if (word === FACTOR) return factorAt(prose, start, noun);
  if (word === COUPLE) return coupleOf(prose, start, noun);
  const time = articleDuration(prose, start);
  // "A quarter of a second" is meant, whatever stands before it.
  if (time && time.mantissa < 1) return withPeriod(prose, time);
  return (
    articleFraction(prose, start) ??
    measureAt(prose, start) ??
    orderOfMagnitude(prose, start, noun) ??
    (time && meantDuration(prose, start, time))
  );
}

const ORDER_OF_MAGNITUDE = 'order of magnitude';

function orderOfMagnitude(prose: Prose, start: number, noun: number): Measure | undefined {
  if (prose.wordAt(noun) !== ORDER) return undefined;
  const end = noun + ORDER_OF_MAGNITUDE.length;
  return lower(prose.text.slice(noun, end)) === ORDER_OF_MAGNITUDE
    ? wordMeasureOf(start, end, 10, 'multiplier')
    : undefined;
}

/** "within an hour", "an hour and twenty minutes"; "an hour" alone says nothing. */
function meantDuration(prose: Prose, start: number, time: Measure): Measure | undefined {
  // With further parts it is meant, whatever stands before it.
  const long = longDuration(prose, time.end, time.mantissa * time.factor, time.factor);
  if (long.end > time.end) return wordDurationOf(start, long.end, long.value, 1);
  const isMeant = time.mantissa > 1 || isFortnight(prose, start, time) || isLength(prose, start, time);
  return isMeant ? withPeriod(prose, time) : undefined;
}

/** "Gave them a fortnight": nothing else is called so; not "once a fortnight". */
const isFortnight = (prose: Prose, start: number, { end, factor }: Measure): boolean =>
  factor === 14 * DAY && idBefore(prose, start) !== ONCE && !notLong.has(prose.wordAt(gap(prose, end)));

/** "Within an hour", "took us a week", "in about a day"; not "took a day off" nor "about a year ago". */
function isLength(prose: Prose, start: number, { end, factor }: Measure): boolean {
  const before = wordBefore(prose, start);
  // "Over a weekend" says when.
  if (!before || factor === 2 * DAY || notLong.has(prose.wordAt(gap(prose, end)))) return false;
  if (nearLeads.has(before.id)) return true;
  const lead = objects.has(before.id) ? idBefore(prose, before.start) : before.id;
  return articleLeads.has(lead);
}

/** "Half an hour per patient" */
function spreadHalf(prose: Prose, start: number): Measure | undefined {
  const half = halfAt(prose, start);
  return half?.kind === 'duration' ? withPeriod(prose, half) : half;
}

const SECOND = 1000;

/** What the trigger word from `start` to `end` begins. */
export function wordMeasure(
  prose: Prose,
  trigger: Trigger,
  start: number,
  end: number,
): Measure | NotANumber | undefined {
  switch (trigger) {
    case 'number':
    case 'currency':
      return measureAt(prose, start);
    case 'half':
      return measureAt(prose, start) ?? spreadHalf(prose, start);
    case 'quarter':
      return measureAt(prose, start) ?? quarterOfUnit(prose, start);
    case 'multiplier':
      return multiplied(prose, start, end);
    case 'sub':
      return below(prose, start, end);
    case 'subsecond':
      return wordDurationOf(start, end, 1, SECOND);
    case 'minus':
      return belowZero(prose, start, end);
    case 'article':
      return articleMeasure(prose, start, end);
    case 'url':
      return undefined;
  }
}
