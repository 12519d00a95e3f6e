import { EN_DASH, HYPHEN, isDash, MINUS_SIGN, PLUS } from '../prose/chars';
import type { Prose } from '../prose/prose';

const isMinus = (c: number): boolean => c === HYPHEN || c === MINUS_SIGN || c === EN_DASH;
/** "+", "-", "−" and "–". */
export const isSign = (c: number): boolean => c === PLUS || isMinus(c);

/** A sign that was read, or that none is there: then it is 1, and the figure goes on where it began. */
export interface Sign {
  readonly sign: 1 | -1;
  readonly next: number;
}

/** The sign before a figure or its currency, "-5" and "-$5"; a row of dashes is none. */
export const signAt = (prose: Prose, p: number): Sign =>
  isSign(prose.code(p)) && !isDash(prose.code(p + 1))
    ? { sign: prose.code(p) === PLUS ? 1 : -1, next: p + 1 }
    : { sign: 1, next: p };

/** The minus between a currency and its figure: "$-5". */
export const minusAt = (prose: Prose, p: number): Sign =>
  isMinus(prose.code(p)) ? { sign: -1, next: p + 1 } : { sign: 1, next: p };
