import { isHyphen } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { gap } from './phrase';
import { unitTokenOf, type UnitToken } from './unitToken';

const [PER, CENT, PERCENTAGE, PERCENT, PCT, BASIS, POINT] = wordIds('per cent percentage percent pct basis point');
const pointWords = wordSet('points point pts');

/** Where a second word may start, past a hyphen or a gap: "% points", "percentage-point". `end` where none does. */
export const secondWord = (prose: Prose, end: number): number =>
  isHyphen(prose.code(end)) ? end + 1 : gap(prose, end);

/** "Point" or "percentage point" from `start` on, as in "a quarter point": the hundredth of a whole. */
export function pointWord(prose: Prose, start: number): UnitToken | undefined {
  const end = prose.lettersEnd(start);
  const word = prose.wordIn(start, end);
  if (word === POINT) return unitTokenOf(end, 'percent', 'pp');
  return word === PERCENTAGE ? percentWord(prose, end, word) : undefined;
}

/** "%" and "% points", at the sign. */
export function percentSign(prose: Prose, sign: number): UnitToken {
  const end = sign + 1;
  const next = secondWord(prose, end);
  return next > end && pointWords.has(prose.wordAt(next))
    ? unitTokenOf(prose.lettersEnd(next), 'percent', 'pp')
    : unitTokenOf(end, 'percent', '%');
}

/** "percent", "per cent", "percentage points", "basis points"; the word that ends at `end` is `word`. */
export function percentWord(prose: Prose, end: number, word: WordId): UnitToken | undefined {
  const isPercent = word === PERCENT || word === PCT;
  if (!isPercent && word !== PER && word !== PERCENTAGE && word !== BASIS) return undefined;
  const next = secondWord(prose, end);
  const second = next > end ? prose.wordAt(next) : 0;
  if (word === PER) return second === CENT ? unitTokenOf(prose.lettersEnd(next), 'percent', '%') : undefined;
  if (pointWords.has(second)) return unitTokenOf(prose.lettersEnd(next), 'percent', 'pp', word === BASIS ? 0.01 : 1);
  // "12 percentage"
  return isPercent || word === PERCENTAGE ? unitTokenOf(end, 'percent', '%') : undefined;
}
