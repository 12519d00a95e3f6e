import { FULL_STOP, isLetter } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { changeAfterwards, changeBackward, changeForward } from './change';
import { leadWord } from './context';
import { gap } from './phrase';
import { rangeFrom } from './range';
import type { Composed, Measure } from './types';

const [BETWEEN, FROM, TO] = wordIds('between from to');

/** Words after a figure with which a range or a change may go on. */
const links = wordSet('to or and before up down');

/**
 * One look at what follows tells that nearly every figure stands alone: neither a range nor a change goes on with this
 * word or full stop. `lead` is the word before the figure.
 */
function standsAlone(prose: Prose, { end }: Measure, lead: WordId): boolean {
  if (lead === FROM || lead === TO) return false;
  const next = gap(prose, end);
  const c = prose.code(next);
  return c === FULL_STOP || (isLetter(c) && !links.has(prose.wordAt(next)));
}

/**
 * The whole quantity that `first` begins: a change ("from 120 to 35 ms", "120 → 35 ms", "to $0.42 from $1.10", "71%, up
 * from 62%"), a range, or `first` alone. `floor` is where the one before ended.
 */
export function composed(prose: Prose, first: Measure, floor: number): Composed | { nothing: true; end: number } {
  const before = leadWord(prose, first.start);
  const lead = before && before.start >= floor ? before : undefined;
  if (standsAlone(prose, first, lead?.id ?? 0)) return { start: first.start, end: first.end, main: first };
  const range = rangeFrom(prose, first, lead?.id ?? 0);
  if (range?.nothing) return { nothing: true, end: range.measure.end };
  const near = range?.measure ?? first;
  if (range?.from) return { start: first.start, end: near.end, main: near, from: range.from };
  const change = changeForward(prose, near, lead) ?? changeAfterwards(prose, near) ?? changeBackward(prose, near, lead);
  if (change) return change;
  const isBetween = lead?.id === BETWEEN && near.high !== undefined;
  return { start: isBetween ? lead.start : first.start, end: near.end, main: near };
}
