import { isHyphen, lower } from '../prose/chars';
import { openers, type Prose } from '../prose/prose';
import { wordSet, WordSet, WordMap, wordIds } from '../prose/vocabulary';
import { articleFraction, articleMeasure, halfAt } from './article';
import { denominators, magnitudes, multipliers, smallNumbers, tens } from './lexicon';
import { isMeasure, longDuration, measureAt } from './measure';
import type { NotANumber } from './number';
import { periodAt } from './period';
import { gap, idBefore } from './phrase';
import { stretched, wordMeasureOf, type Measure } from './types';
import { currencyCodes, unitAt, unitWords } from './units';

const [TWICE, THRICE, AS, THE, OUR, ITS, WHAT, THAT, DOUBLE, TRIPLE, QUADRUPLE, OF, FACTOR] = wordIds(
  'twice thrice as the our its what that double triple quadruple of factor',
);

/** How a word that can begin a quantity is read. */
export type Trigger = 'number' | 'article' | 'half' | 'multiplier' | 'sub' | 'currency' | 'url';

const triggers = new Map<string, Trigger>();
for (const word of [...smallNumbers.words, ...tens.words]) triggers.set(word, 'number');
for (const word of multipliers.words) triggers.set(word, 'multiplier');
for (const code of currencyCodes.keys()) triggers.set(code.toLowerCase(), 'currency');
triggers.set('a', 'article').set('an', 'article').set('half', 'half').set('sub', 'sub').set('subsecond', 'sub');
triggers.set('http', 'url').set('https', 'url').set('www', 'url');
for (const word of triggers.keys()) openers.add(word);

/** What each word that can begin a quantity is read as. */
export const TRIGGERS = new WordMap(triggers);

/** What follows an article that begins a quantity: "a third", "a dozen", "an hour". */
const articleNouns = new WordSet([...denominators.words, ...magnitudes.words, ...unitWords, 'order', 'factor']);
const articleLeads = wordSet('under within than below from');
const notDoubled = wordSet(
  'down as back check checked checking booked booking blind counting counted entry digit digits click time rate up edged agent duty standard barrel',
);
const doubleLeads = wordSet(
  'to helped help would will could can nearly almost roughly about more than over and us more have',
);
const doubleObjects = wordSet('the our its my their that what his her in');

/** "doubled", "triple the", "twice as fast"; not "doubled down", "double-check", "twice a week". */
function multiplied(prose: Prose, start: number, end: number): Measure | undefined {
  const word = prose.wordIn(start, end);
  const value = multipliers.get(word);
  if (value === undefined || isHyphen(prose.code(end)) || isHyphen(prose.code(start - 1))) return undefined;
  const next = prose.wordAt(gap(prose, end));
  if (word === TWICE || word === THRICE) {
    if (next !== AS && next !== THE && next !== OUR && next !== ITS && next !== WHAT && next !== THAT) return undefined;
  } else if (notDoubled.has(next)) {
    return undefined;
  } else if (word === DOUBLE || word === TRIPLE || word === QUADRUPLE) {
    if (!doubleLeads.has(idBefore(prose, start)) && !doubleObjects.has(next)) return undefined;
  }
  return wordMeasureOf(start, end, value, 'multiplier', null, 1);
}

/** "by a factor of 3". */
function factorAt(prose: Prose, start: number, noun: number): Measure | undefined {
  const of = gap(prose, noun + 6);
  if (prose.wordAt(of) !== OF) return undefined;
  const number = measureAt(prose, gap(prose, of + 2));
  if (!isMeasure(number) || (number.kind !== undefined && number.kind !== 'multiplier') || number.mantissa <= 0)
    return undefined;
  return wordMeasureOf(start, number.end, number.mantissa * number.scale, 'multiplier', null, 1);
}

/** "sub-second", "sub-100 ms", "sub 50ms". */
function below(prose: Prose, start: number, end: number): Measure | undefined {
  const next = isHyphen(prose.code(end)) ? end + 1 : gap(prose, end);
  if (next === end) return undefined;
  const measure = measureAt(prose, next);
  if (isMeasure(measure))
    return measure.kind === undefined || measure.kind === 'count' ? undefined : stretched(measure, start, measure.end);
  const unitEnd = prose.lettersEnd(next);
  const unit = unitEnd - next > 2 && isHyphen(prose.code(end)) ? unitAt(prose, next, unitEnd) : undefined;
  return unit?.kind === 'duration' ? wordMeasureOf(start, unitEnd, 1, 'duration', 'ms', unit.factor) : undefined;
}

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
      return measureAt(prose, start) ?? halfAt(prose, start);
    case 'multiplier':
      return multiplied(prose, start, end);
    case 'sub':
      return end - start > 3 ? wordMeasureOf(start, end, 1, 'duration', 'ms', 1000) : below(prose, start, end);
    case 'article': {
      const noun = gap(prose, end);
      if (!articleNouns.has(prose.wordAt(noun))) return undefined;
      if (prose.wordAt(noun) === FACTOR) return factorAt(prose, start, noun);
      const share = articleFraction(prose, start);
      if (share) return share;
      const number = measureAt(prose, start);
      if (number) return number;
      const next = gap(prose, end);
      if (lower(prose.text.slice(next, next + 18)) === 'order of magnitude')
        return wordMeasureOf(start, next + 18, 10, 'multiplier', null, 1);
      const time = articleMeasure(prose, start);
      if (!time) return undefined;
      // "An hour and twenty minutes" is meant, whatever stands before it.
      const long = longDuration(prose, time.end, time.mantissa * time.factor, time.factor);
      if (long.end > time.end) return wordMeasureOf(start, long.end, long.value, 'duration', 'ms', 1);
      const meant = time.mantissa > 1 || articleLeads.has(idBefore(prose, start));
      const period = meant ? periodAt(prose, time.end) : undefined;
      return meant ? stretched(time, time.start, period?.end ?? time.end) : undefined;
    }
    case 'url':
      return undefined;
  }
}
