import { isDigit, isLetter, isHyphen } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, type WordId } from '../prose/vocabulary';
import { smallNumbers, tens, magnitudes, vulgar } from './lexicon';
import { gap } from './phrase';

const [HALF, A, AN, AND] = wordIds('half a an and');

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

/** Digits that are no number (a date, a time, a version, a phone number): the scan goes on at `skipTo`. */
export interface NotANumber {
  readonly skipTo: number;
}

export const isNumber = (token: NumberToken | NotANumber | undefined): token is NumberToken =>
  token !== undefined && 'mantissa' in token;

/** Powers of ten, exact, by their exponents: faster than `**`. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => Number(`1e${exponent}`));

const digitsEnd = (prose: Prose, from: number): number => {
  let p = from;
  while (p < prose.length && isDigit(prose.code(p))) p++;
  return p;
};

/** The end of everything that hangs on to these characters as one token: 10.0.0.1, 2026-11-22, 3D, 10:30. */
export function tokenEnd(prose: Prose, from: number): number {
  let p = from;
  for (; p < prose.length; p++) {
    const c = prose.code(p);
    if (isDigit(c) || isLetter(c)) continue;
    const joins = c === 46 || c === 44 || c === 45 || c === 47 || c === 58 || c === 95;
    const next = prose.code(p + 1);
    if (!joins || !(isDigit(next) || ((c === 45 || c === 47 || c === 95) && isLetter(next)))) break;
  }
  return p;
}

const isThin = (c: number): boolean => c === 0xa0 || c === 0x2009 || c === 0x202f;

/** The end of the thousands groups that follow the first one to three digits; `from` where there are none. */
function groupsEnd(prose: Prose, from: number): number {
  const sep = prose.code(from);
  const plain = sep === 32;
  if (!plain && sep !== 44 && sep !== 39 && sep !== 0x2019 && !isThin(sep)) return from;
  let p = from;
  let groups = 0;
  let last = 0;
  while (prose.code(p) === sep) {
    const end = digitsEnd(prose, p + 1);
    const size = end - p - 1;
    if (size !== 3 && !(size === 2 && sep === 44)) break;
    p = end;
    groups++;
    last = size;
  }
  if (last !== 3 || (prose.code(p) === sep && isDigit(prose.code(p + 1)))) return from;
  // A plain space groups digits only where it cannot be two numbers: 1 234 567 or 10 000.
  if (plain && groups < 2 && prose.text.slice(p - 3, p) !== '000') return from;
  return p;
}

/**
 * The end of "4:1", "20:1", "1:8", whose sides meet at `colon`; -1 where it is none. One side is 1: anything else is a
 * score or a time,
 * and 1:1 is a meeting.
 */
export function proportionEnd(prose: Prose, start: number, colon: number): number {
  const end = colon + 2;
  const next = prose.code(end);
  const goesOn =
    isDigit(next) ||
    isLetter(next) ||
    ((next === 58 || next === 46 || next === 44 || next === 47 || next === 45) && isDigit(prose.code(end + 1)));
  const [left, right] = [colon - start === 1 ? prose.code(start) : 0, prose.code(colon + 1)];
  return !goesOn && isDigit(right) && right !== 48 && left !== 48 && (left === 49) !== (right === 49) ? end : -1;
}

/** The number in digits that starts at `start`; the character there is a digit, or a point with a digit after it. */
export function digitsAt(prose: Prose, start: number): NumberToken | NotANumber {
  let p = digitsEnd(prose, start);
  const length = p - start;
  if (length > 15) return { skipTo: tokenEnd(prose, p) };
  let grouped = false;
  if (length > 0 && length <= 3) {
    const end = groupsEnd(prose, p);
    grouped = end > p;
    p = end;
  }
  const groupEnd = p;
  let decimal = false;
  if (prose.code(p) === 46 && isDigit(prose.code(p + 1))) {
    decimal = true;
    p = digitsEnd(prose, p + 1);
    if (p - groupEnd > 16) return { skipTo: tokenEnd(prose, p) };
  }
  const next = prose.code(p);
  const after = prose.code(p + 1);
  if (isDigit(after)) {
    // 1.2.3, 10:30, 1,2 and 3_000 are tokens of another kind; a second dash makes a date or a phone number.
    if (next === 46 || next === 44 || next === 95 || (next === 58 && proportionEnd(prose, start, p) < 0))
      return { skipTo: tokenEnd(prose, p) };
    if (next === 45) {
      const second = digitsEnd(prose, p + 1);
      if (prose.code(second) === 45 && isDigit(prose.code(second + 1))) return { skipTo: tokenEnd(prose, p) };
    }
  }
  let mantissa = 0;
  for (let i = start; i < groupEnd; i++) {
    const c = prose.code(i);
    if (isDigit(c)) mantissa = mantissa * 10 + c - 48;
  }
  if (decimal) {
    // Whole digits over a power of ten: rounded as the literal would be, while both are exact.
    if (p - start <= 15) {
      for (let i = groupEnd + 1; i < p; i++) mantissa = mantissa * 10 + prose.code(i) - 48;
      mantissa /= POWERS[p - groupEnd - 1] as number;
    } else mantissa = Number(`${mantissa}${prose.text.slice(groupEnd, p)}`);
  }
  const part = next >= 0xbc ? vulgar.get(next) : undefined;
  if (part !== undefined && !decimal) {
    mantissa += part;
    p++;
  }
  const half = andAHalf(prose, p);
  if (half > p && !decimal)
    return { start, end: half, mantissa: mantissa + 0.5, scale: 1, grouped, decimal: true, spelled: false };
  return { start, end: p, mantissa, scale: 1, grouped, decimal, spelled: false };
}

const AND_A_HALF = [AND, A, HALF];

/** The end of "and a half" after a number; `from` where it does not follow. */
function andAHalf(prose: Prose, from: number): number {
  let p = gap(prose, from);
  if (p === from || (prose.code(p) | 32) !== 97) return from;
  for (const word of AND_A_HALF) {
    const end = prose.lettersEnd(p);
    if (prose.wordIn(p, end) !== word) return from;
    if (word === HALF) return end;
    p = gap(prose, end);
    if (p === end) return from;
  }
  return from;
}

/** Where the next word of a spelled number may start: past a gap or one hyphen. */
const nextPart = (prose: Prose, end: number): number => (isHyphen(prose.code(end)) ? end + 1 : gap(prose, end));

/**
 * The number in words that starts at `start`: "twenty-five thousand", "one and a half million", "a dozen", "half a
 * million". Undefined
 * where the words there are no number.
 */
export function spelledAt(prose: Prose, start: number): NumberToken | undefined {
  let p = start;
  let total = 0;
  let current = -1;
  let scale = 1;
  let end = -1;
  let lastTens = false;
  for (let count = 0; count < 12; count++) {
    const wordEnd = prose.lettersEnd(p);
    const word = prose.wordIn(p, wordEnd);
    if (word === 0) break;
    const small = smallNumbers.get(word);
    const ten = tens.get(word);
    const magnitude = magnitudes.get(word);
    if (
      small !== undefined &&
      (current < 0 || (lastTens && small > 0 && small < 10) || (current >= 100 && current % 100 === 0))
    ) {
      current = Math.max(current, 0) + small;
      lastTens = false;
    } else if (ten !== undefined && (current < 0 || (current >= 100 && current % 100 === 0))) {
      current = Math.max(current, 0) + ten;
      lastTens = true;
    } else if (magnitude === 100 && current > 0 && current < 100) {
      current *= 100;
      lastTens = false;
    } else if (magnitude !== undefined && current > 0 && (total === 0 || magnitude < scale)) {
      total += current * magnitude;
      scale = magnitude;
      current = -1;
      lastTens = false;
    } else if ((word === A || word === AN || word === HALF) && count === 0) {
      const lead = leadIn(prose, word, wordEnd);
      if (!lead) return undefined;
      current = lead.value;
      p = lead.next;
      continue;
    } else if (word === AND && end > 0) {
      const half = andAHalf(prose, end);
      if (half > end) {
        current = Math.max(current, 0) + 0.5;
        end = half;
        p = nextPart(prose, half);
        if (p === half) break;
        continue;
      }
      if (current > 0 ? current % 100 !== 0 : total === 0) break;
      p = gap(prose, wordEnd);
      const next = prose.wordAt(p);
      if (!smallNumbers.has(next) && !tens.has(next)) break;
      continue;
    } else break;
    end = wordEnd;
    p = nextPart(prose, wordEnd);
    if (p === wordEnd) break;
  }
  if (end < 0) return undefined;
  const value = total + Math.max(current, 0);
  // Only a plain "n million" keeps its scale apart, for "two to three million".
  const plain = current < 0 && scale > 1;
  return {
    start,
    end,
    mantissa: plain ? value / scale : value,
    scale: plain ? scale : 1,
    grouped: false,
    decimal: value % 1 !== 0,
    spelled: true,
  };
}

/** "a", "an" or "half a" before a magnitude: what they count and where the magnitude starts. */
function leadIn(prose: Prose, word: WordId, wordEnd: number): { value: number; next: number } | undefined {
  let next = gap(prose, wordEnd);
  if (word === HALF) {
    const end = prose.lettersEnd(next);
    if (prose.wordIn(next, end) !== A) return undefined;
    next = gap(prose, end);
  }
  const magnitude = prose.wordAt(next);
  return magnitudes.has(magnitude) ? { value: word === HALF ? 0.5 : 1, next } : undefined;
}
