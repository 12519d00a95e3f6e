import { COLON, COMMA, FULL_STOP, HYPHEN, isDigit, isLetter, SLASH, UNDERSCORE } from '../prose/chars';
import type { Prose } from '../prose/prose';

/** A number as written, without unit; `mantissa × scale` is what it says. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  readonly mantissa: number;
  readonly scale: number;
  /** 1,234 or 1 234 567. */
  readonly grouped: boolean;
  readonly decimal: boolean;
  readonly spelled: boolean;
}

/** Digits that are not a number (a date, a time, a version, a phone number): the scan goes on at `skipTo`. */
export interface NotANumber {
  readonly skipTo: number;
}

export const isNumber = (token: NumberToken | NotANumber | undefined): token is NumberToken =>
  token !== undefined && 'mantissa' in token;

export function digitsEnd(prose: Prose, from: number): number {
  let p = from;
  while (isDigit(prose.code(p))) p++;
  return p;
}

/** Joins two figures to one token: "1.5", "10:30". */
const joinsDigits = (c: number): boolean => c === FULL_STOP || c === COMMA || c === COLON || joinsLetters(c);
/** Joins a figure to letters, too: "2026-Nov", "a_1". */
const joinsLetters = (c: number): boolean => c === HYPHEN || c === SLASH || c === UNDERSCORE;

/** The end of everything that forms one token with these characters: 10.0.0.1, 2026-11-22, 3D, 10:30. */
export function tokenEnd(prose: Prose, from: number): number {
  let p = from;
  for (; p < prose.length; p++) {
    const c = prose.code(p);
    if (isDigit(c) || isLetter(c)) continue;
    const next = prose.code(p + 1);
    if (!(joinsDigits(c) && isDigit(next)) && !(joinsLetters(c) && isLetter(next))) break;
  }
  return p;
}

/** Nothing from here to the token's end is a figure. */
export const pastToken = (prose: Prose, p: number): NotANumber => ({ skipTo: tokenEnd(prose, p) });
