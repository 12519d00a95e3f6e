import { COLON, COMMA, digitValue, FULL_STOP, HYPHEN, isDigit, isWord, ONE, SLASH, ZERO } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet } from '../prose/vocabulary';
import { isNamePart } from './context';
import { wordBefore } from './phrase';
import { wordMeasureOf, type Measure } from './types';

/** What is won or lost "3:1" is a match. */
const matches = wordSet('won win wins lost lose beat led score scored vote voted verse chapter');

/** Something is written on to the figure that ends at `end`: "4:10", "4:1:2", "4:1pm". */
function runsOn(prose: Prose, end: number): boolean {
  const c = prose.code(end);
  if (isWord(c)) return true;
  const joins = c === COLON || c === FULL_STOP || c === COMMA || c === SLASH || c === HYPHEN;
  return joins && isDigit(prose.code(end + 1));
}

/**
 * The end of "4:1", "20:1", "1:8", whose sides meet at `colon`; -1 where it is not a proportion. One side is 1:
 * anything else is a score or a time, and 1:1 is a meeting.
 */
export function proportionEnd(prose: Prose, start: number, colon: number): number {
  const end = colon + 2;
  const left = colon - start === 1 ? prose.code(start) : undefined;
  const right = prose.code(colon + 1);
  if (runsOn(prose, end) || !isDigit(right) || right === ZERO || left === ZERO) return -1;
  return (left === ONE) === (right === ONE) ? -1 : end;
}

/**
 * "4:1", whose first side has been read up to `colon`: how many there are for each one. Undefined where it is the name
 * of a place, or a match.
 */
export function proportion(prose: Prose, start: number, left: number, colon: number): Measure | undefined {
  const end = proportionEnd(prose, start, colon);
  if (end < 0) return undefined;
  const word = wordBefore(prose, start);
  if (word && (matches.has(word.id) || isNamePart(prose, word))) return undefined;
  return wordMeasureOf(start, end, left / digitValue(prose.code(colon + 1)), 'ratio');
}
