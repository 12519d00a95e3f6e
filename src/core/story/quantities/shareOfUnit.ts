import type { Prose } from '../prose/prose';
import { wordIds } from '../prose/vocabulary';
import { gap } from './phrase';
import { percentWord } from './percent';
import { measureOf, type Measure } from './types';
import { isMeasureOf, unitAt, type Unit } from './units';
import { unitTokenOf, type UnitToken } from './unitToken';

const [A, AN, OF, CUP] = wordIds('a an of cup');

/** A stretch of time that is named by a word of three letters or more. */
export function writtenOut(prose: Prose, start: number, end: number): Unit | undefined {
  const unit = end - start > 2 ? unitAt(prose, start, end) : undefined;
  return unit?.kind === 'duration' ? unit : undefined;
}

/** What a share can be of, where it starts: "hour", "mile", "percentage point". */
export function unitOfShare(prose: Prose, start: number): UnitToken | undefined {
  const end = prose.lettersEnd(start);
  const time = writtenOut(prose, start, end);
  if (time) return unitTokenOf(end, 'duration', 'ms', time.factor);
  const word = prose.wordIn(start, end);
  return isMeasureOf(word) || word === CUP
    ? unitTokenOf(end, 'count', prose.text.slice(start, end))
    : percentWord(prose, end, word);
}

/** "Of a second", "of a percentage point": what the share that ends at `end` is of. */
export function unitAfterShare(prose: Prose, end: number): UnitToken | undefined {
  const of = gap(prose, end);
  if (prose.wordAt(of) !== OF) return undefined;
  const article = gap(prose, prose.lettersEnd(of));
  const word = prose.wordAt(article);
  return word === A || word === AN ? unitOfShare(prose, gap(prose, prose.lettersEnd(article))) : undefined;
}

/** So much of one unit: "half an hour", "a quarter of a percent". */
export const shareOfUnit = (start: number, { end, kind, unit, factor }: UnitToken, share: number): Measure =>
  measureOf({ start, end, mantissa: share, factor, kind, unit, marked: true, spelled: true });
