import { isDigit, isUpper, isWord, SMALL_X, TIMES_SIGN } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { nounAfter } from './noun';
import { digitsEnd, type NumberToken } from './number';
import { gap } from './phrase';
import { measureOf, type Measure } from './types';

/** Letters of a model's name at most, and digits: "H100", "MI300", "RTX4090". */
const MOST_LETTERS = 4;
const MOST_DIGITS = 4;

/** "8xA100", "16 x H100", "4×V100 GPUs": a number of machines of one model. */
export function machinesAt(prose: Prose, number: NumberToken): Measure | undefined {
  if (number.spelled || number.decimal) return undefined;
  const sign = gap(prose, number.end);
  const c = prose.code(sign);
  if (c !== SMALL_X && c !== TIMES_SIGN) return undefined;
  const start = gap(prose, sign + 1);
  const model = modelEnd(prose, start);
  if (model === start) return undefined;
  const noun = nounAfter(prose, model, false);
  const end = noun && noun !== 'idle' && noun.start === gap(prose, model) ? noun.end : model;
  return measureOf({
    start: number.start,
    end,
    mantissa: number.mantissa,
    kind: 'count',
    unit: prose.text.slice(start, end),
    marked: true,
  });
}

/** The end of a model's name of capitals and two digits or more; `start` where none is. "3x Q4" is of a quarter. */
function modelEnd(prose: Prose, start: number): number {
  let p = start;
  while (isUpper(prose.code(p)) && p < start + MOST_LETTERS) p++;
  const digits = p;
  if (digits === start || !isDigit(prose.code(digits))) return start;
  const last = digitsEnd(prose, digits);
  const end = isUpper(prose.code(last)) ? last + 1 : last;
  return last - digits < 2 || last - digits > MOST_DIGITS || isWord(prose.code(end)) ? start : end;
}
