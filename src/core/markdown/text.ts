/** Text, lines and edits. Every offset is a UTF-16 unit into the whole text, a byte-order mark included. */

import { firstIndex } from '../firstIndex';

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A line without its end-of-line characters: `text.slice(start, end)`; the next line begins at `next`. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

const LF = 10;
const CR = 13;
const BOM = '\uFEFF';

/** Where the text proper begins: 1 after a byte-order mark, else 0. */
export function textStart(text: string): number {
  return text.startsWith(BOM) ? 1 : 0;
}

/** The text without its byte-order mark. The store's readers have taken it off already; a pasted text may have one. */
export function withoutBom(text: string): string {
  return text.slice(textStart(text));
}

/** Where the line that `offset` stands in begins; a byte-order mark belongs to no line. */
export function lineStartAt(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n\uFEFF]/u.test(text[start - 1] as string)) start -= 1;
  return start;
}

/** The line that begins at `start`. `\n`, `\r\n` and a lone `\r` end a line, as they do in the editor. */
export function lineAt(text: string, start: number): Line {
  let end = start;
  while (end < text.length) {
    const unit = text.charCodeAt(end);
    if (unit === LF) return { start, end, next: end + 1 };
    if (unit === CR) return { start, end, next: text.charCodeAt(end + 1) === LF ? end + 2 : end + 1 };
    end += 1;
  }
  return { start, end, next: end };
}

/** The lines of a text, as {@link eachLine} finds them. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  eachLine(text, (start, end, next) => lines.push({ start, end, next }));
  return lines;
}

/**
 * Hands over the lines of a text, one by one. As in the editor, a text that ends with a line break has one more, empty
 * line after it; a byte-order mark is not part of any line.
 */
export function eachLine(text: string, take: (start: number, end: number, next: number) => void): void {
  let start = textStart(text);
  if (!text.includes('\r')) {
    // The engine's own search is several times as fast as a look at each character.
    for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
      take(start, end, end + 1);
      start = end + 1;
    }
    take(start, text.length, text.length);
    return;
  }
  for (let isLast = false; !isLast;) {
    const { end, next } = lineAt(text, start);
    take(start, end, next);
    isLast = next === end;
    start = next;
  }
}

/** The 0-based index of the line that `offset` stands in; `lines` come from {@link splitLines}. */
export function lineIndexAt(lines: readonly Line[], offset: number): number {
  return Math.max(0, firstIndex(lines, ({ start }) => start > offset) - 1);
}

/** The line break that a text uses: that of its first line, `\n` where it has none. */
export function endOfLine(text: string): string {
  const first = lineAt(text, 0);
  return text.slice(first.end, first.next) || '\n';
}

/**
 * Applies edits that do not overlap, in whatever order they come; two insertions at one place keep their order.
 * @throws RangeError when two edits overlap or one lies outside the text.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ edit, index }));
  ordered.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit ${edit.start}-${edit.end} overlaps another or lies outside the text`);
    }
    result += text.slice(position, edit.start) + edit.newText;
    position = edit.end;
  }
  return result + text.slice(position);
}

/** The edits that put a text at an offset; none where it is empty. */
export function insertion(at: number, newText: string): TextEdit[] {
  return newText === '' ? [] : [{ start: at, end: at, newText }];
}

/** The text without some parts of it, which may overlap and come in any order. */
export function withoutRanges(text: string, ranges: readonly Pick<TextEdit, 'start' | 'end'>[]): string {
  let result = '';
  let position = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start > position) result += text.slice(position, start);
    position = Math.max(position, end);
  }
  return result + text.slice(position);
}

/**
 * The text with spaces in place of some parts of it, which come in order; line breaks stay, and so does every other
 * offset.
 */
export function blankedOut(text: string, parts: readonly Pick<TextEdit, 'start' | 'end'>[]): string {
  if (parts.length === 0) return text;
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of parts) {
    pieces.push(text.slice(done, start), text.slice(start, end).replace(/[^\r\n]/g, ' '));
    done = end;
  }
  pieces.push(text.slice(done));
  return pieces.join('');
}

/** Markdown without blank lines before and white space after it, its line breaks as `\n`. */
export function tidy(markdown: string): string {
  return markdown
    .replace(/\r\n?/gu, '\n')
    .trimEnd()
    .replace(/^(?:[^\S\n]*\n)+/u, '');
}

/** Whether some lines stand in a text, whole and one after the other; both with `\n`. */
export function hasLines(text: string, lines: string): boolean {
  return `\n${text}\n`.includes(`\n${lines}\n`);
}

/** The one edit between two texts; it cuts no line break and no character in two. */
export function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  while (start > 0 && isWithin(before, start)) start -= 1;
  let tail = 0;
  while (tail < shortest - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  while (tail > 0 && isWithin(before, before.length - tail)) tail -= 1;
  return [{ start, end: before.length - tail, newText: after.slice(start, after.length - tail) }];
}

/** Whether an offset lies within a CRLF or a surrogate pair. */
function isWithin(text: string, offset: number): boolean {
  return (
    text.startsWith('\r\n', offset - 1) || /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1))
  );
}
