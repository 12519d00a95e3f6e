import { gap, isHyphen, isLetter, lettersEnd, wordAt, wordBefore } from './chars.js';
import { denominators } from './lexicon.js';
import { unitAt } from './units.js';
import { wordSet } from './wordTable.js';
import { wordMeasureOf, type Measure } from './types.js';

/** "an hour", "a day and a half": one stretch of time. The caller decides whether it is meant as a figure. */
export function articleMeasure(text: string, start: number): Measure | undefined {
  const article = wordAt(text, start);
  if (article !== 'a' && article !== 'an') return undefined;
  const noun = gap(text, start + article.length);
  const end = lettersEnd(text, noun);
  const unit = end - noun > 2 ? unitAt(text, noun, end) : undefined;
  if (unit?.kind !== 'duration' || text.charCodeAt(end - 1) === 115) return undefined;
  const and = gap(text, end);
  const tail = text.slice(and, and + 10).toLowerCase();
  const isHalf = tail === 'and a half';
  return wordMeasureOf(start, isHalf ? and + 10 : end, isHalf ? 1.5 : 1, 'duration', 'ms', unit.factor);
}

/** What may follow "a third" where it is a share and not the third of a row. */
const afterShare = wordSet(`of in on at by from for to into with within without over after since while when and or but because as than across through during
 more less fewer faster slower smaller lower higher cheaper shorter larger longer quicker bigger the this last next off year each every yoy`);
const quarterLeads = wordSet('by to nearly almost roughly about only just cut than over');

/** "a third", "a fifth", "a quarter of": a share of something. */
export function articleFraction(text: string, start: number): Measure | undefined {
  const article = wordAt(text, start);
  const noun = gap(text, start + article.length);
  const word = wordAt(text, noun);
  const parts = denominators.get(word);
  if (parts === undefined || parts === 2 || word.endsWith('s')) return undefined;
  const end = noun + word.length;
  if (isHyphen(text.charCodeAt(end))) return undefined;
  const next = wordAt(text, gap(text, end));
  const by = wordBefore(text, start)?.low ?? '';
  if (isLetter(text.charCodeAt(gap(text, end))) && !afterShare.has(next)) return undefined;
  if (parts === 4 && next !== 'of' && !quarterLeads.has(by)) return undefined;
  return wordMeasureOf(start, end, 1 / parts, 'ratio', null, 1);
}

const halfOrders = wordSet('first second other last back latter top bottom third each this that next better earlier later front h1 h2 and time');
const afterHalf = wordSet('of the our my its their his her your all that this those as');

/** "half of", "half the", "in half", "by half", "half an hour", "half-hour". */
export function halfAt(text: string, start: number): Measure | undefined {
  const end = start + 4;
  const isJoined = isHyphen(text.charCodeAt(end));
  let next = isJoined ? end + 1 : gap(text, end);
  const article = isJoined ? '' : wordAt(text, next);
  if (article === 'a' || article === 'an') next = gap(text, next + article.length);
  if (isJoined || article === 'a' || article === 'an') {
    const unitEnd = lettersEnd(text, next);
    const unit = unitEnd - next > 2 ? unitAt(text, next, unitEnd) : undefined;
    // "Half-year churn" names a period.
    if (unit?.kind !== 'duration' || (isJoined && unit.factor > 30 * 86_400_000)) return undefined;
    return wordMeasureOf(start, unitEnd, 0.5, 'duration', 'ms', unit.factor);
  }
  const lead = wordBefore(text, start);
  const before = lead?.low ?? '';
  if (halfOrders.has(before)) return undefined;
  const isShare = afterHalf.has(article) || before === 'by' || before === 'in' || before === 'to' || before === 'cut';
  const ends = (next === end || !isLetter(text.charCodeAt(next))) && lead !== undefined && before !== 'a';
  return isShare || ends ? wordMeasureOf(start, end, 0.5, 'ratio', null, 1) : undefined;
}
