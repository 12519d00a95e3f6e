import { isLetter, isHyphen } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet, wordIds } from '../prose/vocabulary';
import { denominators } from './lexicon';
import { gap, wordBefore, idBefore } from './phrase';
import { wordMeasureOf, type Measure } from './types';
import { unitAt } from './units';

const [A, AN, OF, BY, IN, TO, CUT] = wordIds('a an of by in to cut');

/** "an hour", "a day and a half": one stretch of time. The caller decides whether it is meant as a figure. */
export function articleMeasure(prose: Prose, start: number): Measure | undefined {
  const article = prose.wordAt(start);
  if (article !== A && article !== AN) return undefined;
  const noun = gap(prose, prose.lettersEnd(start));
  const end = prose.lettersEnd(noun);
  const unit = end - noun > 2 ? unitAt(prose, noun, end) : undefined;
  if (unit?.kind !== 'duration' || prose.code(end - 1) === 115) return undefined;
  const and = gap(prose, end);
  const tail = prose.text.slice(and, and + 10).toLowerCase();
  const isHalf = tail === 'and a half';
  return wordMeasureOf(start, isHalf ? and + 10 : end, isHalf ? 1.5 : 1, 'duration', 'ms', unit.factor);
}

/** The word that ends at `end` ends in "s". */
const isPlural = (prose: Prose, end: number): boolean => (prose.code(end - 1) | 32) === 115;

/** What may follow "a third" where it is a share and not the third of a row. */
const afterShare =
  wordSet(`of in on at by from for to into with within without over after since while when and or but because as than across through during
 more less fewer faster slower smaller lower higher cheaper shorter larger longer quicker bigger the this last next off year each every yoy`);
const quarterLeads = wordSet('by to nearly almost roughly about only just cut than over');

/** "a third", "a fifth", "a quarter of": a share of something. */
export function articleFraction(prose: Prose, start: number): Measure | undefined {
  const noun = gap(prose, prose.lettersEnd(start));
  const word = prose.wordAt(noun);
  const parts = denominators.get(word);
  if (parts === undefined || parts === 2) return undefined;
  const end = prose.lettersEnd(noun);
  if (isHyphen(prose.code(end)) || isPlural(prose, end)) return undefined;
  const next = prose.wordAt(gap(prose, end));
  const by = idBefore(prose, start);
  if (isLetter(prose.code(gap(prose, end))) && !afterShare.has(next)) return undefined;
  if (parts === 4 && next !== OF && !quarterLeads.has(by)) return undefined;
  return wordMeasureOf(start, end, 1 / parts, 'ratio', null, 1);
}

const halfOrders = wordSet(
  'first second other last back latter top bottom third each this that next better earlier later front h1 h2 and time',
);
const afterHalf = wordSet('of the our my its their his her your all that this those as');

/** "half of", "half the", "in half", "by half", "half an hour", "half-hour". */
export function halfAt(prose: Prose, start: number): Measure | undefined {
  const end = start + 4;
  const isJoined = isHyphen(prose.code(end));
  let next = isJoined ? end + 1 : gap(prose, end);
  const article = isJoined ? 0 : prose.wordAt(next);
  if (article === A || article === AN) next = gap(prose, prose.lettersEnd(next));
  if (isJoined || article === A || article === AN) {
    const unitEnd = prose.lettersEnd(next);
    const unit = unitEnd - next > 2 ? unitAt(prose, next, unitEnd) : undefined;
    // "Half-year churn" names a period.
    if (unit?.kind !== 'duration' || (isJoined && unit.factor > 30 * 86_400_000)) return undefined;
    return wordMeasureOf(start, unitEnd, 0.5, 'duration', 'ms', unit.factor);
  }
  const lead = wordBefore(prose, start);
  const before = lead?.id ?? 0;
  if (halfOrders.has(before)) return undefined;
  const isShare = afterHalf.has(article) || before === BY || before === IN || before === TO || before === CUT;
  const ends = (next === end || !isLetter(prose.code(next))) && lead !== undefined && before !== A;
  return isShare || ends ? wordMeasureOf(start, end, 0.5, 'ratio', null, 1) : undefined;
}
