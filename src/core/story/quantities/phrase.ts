import { isBlank } from '../prose/chars';
import type { Prose } from '../prose/prose';
import type { WordId } from '../prose/vocabulary';

/**
 * The few moves over a text that every part of the grammar shares. All are bounded: no call reads more than a phrase.
 */

const MAX_GAP = 16;

/** True where a line that begins here starts a block of its own, so that no phrase runs on into it. */
function startsBlock(prose: Prose, p: number): boolean {
  const c = prose.code(p);
  if (c === 10 || c === 13 || c === 35 || c === 124 || c === 62) return true;
  return (c === 45 || c === 43 || c === 42) && isBlank(prose.code(p + 1));
}

/** A figure, a letter or a mark that `gap` never skips: all of ASCII but blanks, `&`, `*` and `_`. */
const isPlain = (c: number): boolean => c > 32 && c < 128 && c !== 38 && c !== 42 && c !== 95;

/**
 * The index of the next character of the same phrase: past blanks, emphasis stars and one line break. Returns `from`
 * itself where
 * nothing is to be skipped or the phrase ends (a blank line, a new block, a very wide gap).
 */
export function gap(prose: Prose, from: number): number {
  // Nearly always there is one space, or none.
  const first = prose.code(from);
  if (isPlain(first)) return from;
  return first === 32 && isPlain(prose.code(from + 1)) ? from + 1 : wideGap(prose, from);
}

function wideGap(prose: Prose, from: number): number {
  let p = from;
  const limit = Math.min(from + MAX_GAP, prose.length);
  let broken = false;
  while (p < limit) {
    const c = prose.code(p);
    if (
      isBlank(c) ||
      c === 42 ||
      (c === 95 && (isBlank(prose.code(p + 1)) || (p > from && isBlank(prose.code(p - 1)))))
    )
      p++;
    else if (c === 38 && prose.text.startsWith('&nbsp;', p)) p += 6;
    else if (c === 10 || c === 13) {
      if (broken) return from;
      broken = true;
      p += c === 13 && prose.code(p + 1) === 10 ? 2 : 1;
      while (p < limit && isBlank(prose.code(p))) p++;
      if (p < limit && startsBlock(prose, p)) return from;
    } else return p;
  }
  return p < prose.length ? from : p;
}

/**
 * The end of the word before `pos`, with only blanks, emphasis and one line break between; -1 where a paragraph ends
 * there.
 */
function endBefore(prose: Prose, pos: number): number {
  const floor = Math.max(0, pos - MAX_GAP);
  let end = pos;
  let breaks = 0;
  for (; end > floor; end--) {
    const c = prose.code(end - 1);
    if (c === 10) {
      if (++breaks > 1) return -1;
    } else if (!isBlank(c) && c !== 42 && c !== 95 && c !== 13) break;
  }
  return end;
}

export interface Word {
  readonly start: number;
  readonly end: number;
  /** 0 where the grammar does not know it. */
  readonly id: WordId;
}

/**
 * The word that ends just before `pos`, with only blanks and emphasis between; undefined at the start of a sentence or
 * clause.
 */
export function wordBefore(prose: Prose, pos: number): Word | undefined {
  const end = endBefore(prose, pos);
  const start = end < 0 ? end : prose.wordStart(end);
  return start === end ? undefined : { start, end, id: prose.wordIn(start, end) };
}

/** As above, where only the word itself is asked for; 0 where there is none. */
export function idBefore(prose: Prose, pos: number): WordId {
  const end = endBefore(prose, pos);
  return end < 0 ? 0 : prose.wordIn(prose.wordStart(end), end);
}

/** True where nothing but blanks, quotes and markers stands between `pos` and the start of its sentence or line. */
export function startsSentence(prose: Prose, pos: number): boolean {
  let p = pos;
  const floor = Math.max(0, pos - MAX_GAP);
  for (; p > floor; p--) {
    const c = prose.code(p - 1);
    if (c === 10 || c === 46 || c === 33 || c === 63 || c === 58 || c === 0x2022 || c === 124 || c === 93) return true;
    if (
      isBlank(c) ||
      c === 42 ||
      c === 34 ||
      c === 95 ||
      c === 0x201c ||
      c === 40 ||
      c === 45 ||
      c === 0x2014 ||
      c === 62
    )
      continue;
    return false;
  }
  return p === 0;
}
