/** Which findings wait while a sentence is being typed: nobody wants to be corrected in the middle of a thought. */

import type { Span } from '../ports';

export interface CodedSpan extends Span {
  readonly code: string;
}

/** One change of a text: `removed` units at `start` were replaced by `inserted` others. */
export interface TextChange {
  readonly start: number;
  readonly removed: number;
  readonly inserted: number;
}

/** A sentence longer than this is looked at from here on, in UTF-16 units, so that a keystroke's cost is bounded. */
const LONGEST_SENTENCE = 2000;

const FINISHED = /[.!?:;…][)\]"'’”*_]{0,4}\s*$/u;
const SENTENCE_BREAK = /[.!?…][)\]"'’”*_]{0,4}\s/gu;

/**
 * The part of a sentence that stands between its start and the caret, as long as the sentence is not finished there:
 * undefined after a full stop, and on a line with nothing before the caret.
 */
export function unfinishedSentence(text: string, caret: number): Span | undefined {
  const from = Math.max(0, caret - LONGEST_SENTENCE);
  const before = text.slice(from, caret);
  const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  if (line.trim() === '' || FINISHED.test(line)) return undefined;
  let start = 0;
  for (const match of line.matchAll(SENTENCE_BREAK)) start = match.index + match[0].length;
  return { start: caret - line.length + start, end: caret };
}

/** Whether a finding waits: it touches the sentence being typed, and nothing like it was shown there before. */
export function waits(finding: CodedSpan, typing: Span, shown: readonly CodedSpan[]): boolean {
  return touch(finding, typing) && !shown.some((old) => old.code === finding.code && touch(old, finding));
}

/** Where spans are after the text around them has changed; those that a change swallowed are left out. */
export function moveSpans<T extends Span>(spans: readonly T[], change: TextChange): T[] {
  const shift = change.inserted - change.removed;
  const changeEnd = change.start + change.removed;
  return spans.flatMap((span) => {
    if (span.end < change.start) return [span];
    if (span.start >= changeEnd && span.start > change.start)
      return [{ ...span, start: span.start + shift, end: span.end + shift }];
    const start = Math.min(span.start, change.start);
    const end = Math.max(span.end, changeEnd) + shift;
    return end > start ? [{ ...span, start, end }] : [];
  });
}

function touch(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
