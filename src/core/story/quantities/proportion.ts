import type { Prose } from '../prose/prose';
import { wordSet } from '../prose/vocabulary';
import { isNamePart } from './context';
import { proportionEnd } from './number';
import { wordBefore } from './phrase';
import { wordMeasureOf, type Measure } from './types';

/** What is won or lost "3:1" is a match. */
const matches = wordSet('won win wins lost lose beat led score scored vote voted verse chapter');

/**
 * "4:1", whose first side has been read up to `colon`: how many there are for each one. Undefined where it is the name
 * of a place, or a match.
 */
export function proportion(prose: Prose, start: number, left: number, colon: number): Measure | undefined {
  const end = proportionEnd(prose, start, colon);
  const word = end < 0 ? undefined : wordBefore(prose, start);
  if (end < 0 || (word && (matches.has(word.id) || isNamePart(prose, word)))) return undefined;
  return wordMeasureOf(start, end, left / (prose.code(colon + 1) - 48), 'ratio', null, 1);
}
