import { hashed, hashStep, known } from './wordTable.js';

/** Character tests and the few moves over text that every part of the grammar shares. All are bounded: no call reads more than a phrase. */

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Letters of Latin and most other scripts, the two micro signs among them. */
export const isLetter = (c: number): boolean => {
  const low = c | 32;
  if (low >= 97 && low <= 122) return true;
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || c === 0xb5 || (c >= 0x3040 && c < 0xfb00);
};
export const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);
export const isWord = (c: number): boolean => isDigit(c) || isLetter(c);
export const isHyphen = (c: number): boolean => c === 45 || c === 0x2010 || c === 0x2011;
/** What joins the ends of a range: hyphens, en dash, em dash, minus. */
export const isDash = (c: number): boolean => isHyphen(c) || (c >= 0x2012 && c <= 0x2014) || c === 0x2212;
const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 0xa0 || c === 0x2009 || c === 0x202f;

/** As `toLowerCase`, but free for the words that are in lower case already: nearly all. */
export function lower(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if ((c >= 65 && c <= 90) || c >= 128) return word.toLowerCase();
  }
  return word;
}

const MAX_GAP = 16;
const MAX_WORD = 48;

/** True where a line that begins here starts a block of its own, so that no phrase runs on into it. */
function startsBlock(text: string, p: number): boolean {
  const c = text.charCodeAt(p);
  if (c === 10 || c === 13 || c === 35 || c === 124 || c === 62) return true;
  return (c === 45 || c === 43 || c === 42) && isBlank(text.charCodeAt(p + 1));
}

/** A figure, a letter or a mark that `gap` never skips: all of ASCII but blanks, `&`, `*` and `_`. */
const isPlain = (c: number): boolean => c > 32 && c < 128 && c !== 38 && c !== 42 && c !== 95;

/**
 * The index of the next character of the same phrase: past blanks, emphasis stars and one line break. Returns `from` itself where
 * nothing is to be skipped or the phrase ends (a blank line, a new block, a very wide gap).
 */
export function gap(text: string, from: number): number {
  // Nearly always there is one space, or none.
  const first = text.charCodeAt(from);
  if (isPlain(first)) return from;
  if (first === 32 && isPlain(text.charCodeAt(from + 1))) return from + 1;
  let p = from;
  const limit = Math.min(from + MAX_GAP, text.length);
  let broken = false;
  while (p < limit) {
    const c = text.charCodeAt(p);
    if (isBlank(c) || c === 42 || (c === 95 && (isBlank(text.charCodeAt(p + 1)) || (p > from && isBlank(text.charCodeAt(p - 1)))))) p++;
    else if (c === 38 && text.startsWith('&nbsp;', p)) p += 6;
    else if (c === 10 || c === 13) {
      if (broken) return from;
      broken = true;
      p += c === 13 && text.charCodeAt(p + 1) === 10 ? 2 : 1;
      while (p < limit && isBlank(text.charCodeAt(p))) p++;
      if (p < limit && startsBlock(text, p)) return from;
    } else return p;
  }
  return p < text.length ? from : p;
}

/** The end of the run of letters that starts here; `from` where none does. */
export function lettersEnd(text: string, from: number): number {
  let p = from;
  const limit = Math.min(from + MAX_WORD, text.length);
  while (p < limit && isLetter(text.charCodeAt(p))) p++;
  return p;
}

/** The word that starts here, in lower case, where the grammar knows it; else empty. */
export function wordAt(text: string, from: number): string {
  let hash = 0;
  let p = from;
  const limit = Math.min(from + MAX_WORD, text.length);
  for (; p < limit; p++) {
    const c = text.charCodeAt(p);
    if (!isLetter(c)) break;
    hash = hashStep(hash, c);
  }
  return p === from ? '' : hashed(hash, text, from, p);
}

export interface Word {
  readonly start: number;
  readonly end: number;
  /** In lower case; empty where the grammar does not know it. */
  readonly low: string;
}

/** The word that ends just before `pos`, with only blanks and emphasis between; undefined at the start of a sentence or clause. */
export function wordBefore(text: string, pos: number): Word | undefined {
  let end = pos;
  const floor = Math.max(0, pos - MAX_GAP);
  let breaks = 0;
  for (; end > floor; end--) {
    const c = text.charCodeAt(end - 1);
    if (c === 10) {
      if (++breaks > 1) return undefined;
    } else if (!isBlank(c) && c !== 42 && c !== 95 && c !== 13) break;
  }
  let start = end;
  const limit = Math.max(0, end - MAX_WORD);
  while (start > limit) {
    const c = text.charCodeAt(start - 1);
    if (!isWord(c) && !isHyphen(c) && c !== 39 && c !== 0x2019) break;
    start--;
  }
  if (start === end) return undefined;
  return { start, end, low: known(text, start, end) };
}

/** True where nothing but blanks, quotes and markers stands between `pos` and the start of its sentence or line. */
export function startsSentence(text: string, pos: number): boolean {
  let p = pos;
  const floor = Math.max(0, pos - MAX_GAP);
  for (; p > floor; p--) {
    const c = text.charCodeAt(p - 1);
    if (c === 10 || c === 46 || c === 33 || c === 63 || c === 58 || c === 0x2022 || c === 124 || c === 93) return true;
    if (isBlank(c) || c === 42 || c === 34 || c === 95 || c === 0x201c || c === 40 || c === 45 || c === 0x2014 || c === 62) continue;
    return false;
  }
  return p === 0;
}
