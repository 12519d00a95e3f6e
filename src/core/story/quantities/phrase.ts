import {
  AMPERSAND,
  CharSet,
  GREATER_THAN,
  HYPHEN,
  isAscii,
  isBlank,
  NEWLINE,
  NUMBER_SIGN,
  PIPE,
  PLUS,
  RETURN,
  SPACE,
  STAR,
  UNDERSCORE,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import type { WordId } from '../prose/vocabulary';

/**
 * The few moves over a text that every part of the grammar shares. All are bounded: no call reads more than a phrase.
 */

const MAX_GAP = 16;

const isLineEnd = (c: number): boolean => c === NEWLINE || c === RETURN;

/** True where a line that begins here starts a block of its own, so that no phrase runs on into it. */
function startsBlock(prose: Prose, p: number): boolean {
  const c = prose.code(p);
  if (isLineEnd(c) || c === NUMBER_SIGN || c === PIPE || c === GREATER_THAN) return true;
  return (c === HYPHEN || c === PLUS || c === STAR) && isBlank(prose.code(p + 1));
}

/** A figure, a letter or a mark that `gap` never skips: all of ASCII but blanks, `&`, `*` and `_`. */
const isPlain = (c: number): boolean => c > SPACE && isAscii(c) && c !== AMPERSAND && c !== STAR && c !== UNDERSCORE;

/**
 * The index of the next character of the same phrase: past blanks, emphasis stars and one line break. Returns `from`
 * itself where
 * nothing is to be skipped or the phrase ends (a blank line, a new block, a very wide gap).
 */
export function gap(prose: Prose, from: number): number {
  // Nearly always there is one space, or none.
  const first = prose.code(from);
  if (isPlain(first)) return from;
  return first === SPACE && isPlain(prose.code(from + 1)) ? from + 1 : wideGap(prose, from);
}

const HARD_SPACE = '&nbsp;';

function wideGap(prose: Prose, from: number): number {
  const limit = Math.min(from + MAX_GAP, prose.length);
  let p = from;
  let broken = false;
  while (p < limit) {
    const c = prose.code(p);
    if (isBlank(c) || c === STAR || (c === UNDERSCORE && isEmphasis(prose, p, from))) p++;
    else if (c === AMPERSAND && prose.text.startsWith(HARD_SPACE, p)) p += HARD_SPACE.length;
    else if (isLineEnd(c)) {
      const next = nextLine(prose, p, limit);
      if (broken || (next < limit && startsBlock(prose, next))) return from;
      broken = true;
      p = next;
    } else return p;
  }
  return p < prose.length ? from : p;
}

/** An underscore beside a blank; within a word it is a part of it. */
const isEmphasis = (prose: Prose, p: number, from: number): boolean =>
  isBlank(prose.code(p + 1)) || (p > from && isBlank(prose.code(p - 1)));

/** The first character of the line after the break at `p`, past its indentation. */
function nextLine(prose: Prose, p: number, limit: number): number {
  let next = prose.code(p) === RETURN && prose.code(p + 1) === NEWLINE ? p + 2 : p + 1;
  while (next < limit && isBlank(prose.code(next))) next++;
  return next;
}

/**
 * The end of the word before `pos`, with only blanks, emphasis and one line break between; -1 where a paragraph ends
 * there.
 */
export function endBefore(prose: Prose, pos: number): number {
  const floor = Math.max(0, pos - MAX_GAP);
  let end = pos;
  let breaks = 0;
  for (; end > floor; end--) {
    const c = prose.code(end - 1);
    if (c === NEWLINE) {
      if (++breaks > 1) return -1;
    } else if (!isBlank(c) && c !== STAR && c !== UNDERSCORE && c !== RETURN) break;
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

const sentenceEnds = new CharSet('\n.!?:•|]');

/** Emphasis, quotes and the markers of lists and quotations: they stand before the first word of a sentence. */
const sentenceMarks = new CharSet('*_"“(-—>');

/** True where nothing but blanks, quotes and markers stands between `pos` and the start of its sentence or line. */
export function startsSentence(prose: Prose, pos: number): boolean {
  const floor = Math.max(0, pos - MAX_GAP);
  for (let p = pos; p > floor; p--) {
    const c = prose.code(p - 1);
    if (sentenceEnds.has(c)) return true;
    if (!isBlank(c) && !sentenceMarks.has(c)) return false;
  }
  return floor === 0;
}
