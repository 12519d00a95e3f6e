import type { Prose } from '../prose/prose';
import { wordIds } from '../prose/vocabulary';
import { changeAfterwards, changeBackward, changeForward } from './change';
import { leadWord } from './context';
import { rangeFrom } from './range';
import type { Composed, Measure } from './types';

const [BETWEEN] = wordIds('between');

/**
 * The whole quantity that `first` begins: a change ("from 120 to 35 ms", "120 → 35 ms", "to $0.42 from $1.10", "71%, up
 * from 62%"), a range, or `first` alone. `floor` is where the one before ended.
 */
export function composed(prose: Prose, first: Measure, floor: number): Composed | { nothing: true; end: number } {
  const before = leadWord(prose, first.start);
  const lead = before && before.start >= floor ? before : undefined;
  const range = rangeFrom(prose, first, lead?.id ?? 0);
  if (range?.nothing) return { nothing: true, end: range.measure.end };
  const near = range?.measure ?? first;
  if (range?.from) return { start: first.start, end: near.end, main: near, from: range.from };
  const change = changeForward(prose, near, lead) ?? changeAfterwards(prose, near) ?? changeBackward(prose, near, lead);
  if (change) return change;
  const isBetween = lead?.id === BETWEEN && near.high !== undefined;
  return { start: isBetween ? lead.start : first.start, end: near.end, main: near };
}
