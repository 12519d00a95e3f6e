/** Takes edits of a text back later on, where the text still says what was written. */
import { applyEdits, lineAt, lineStartAt, type TextEdit } from './text';

/** Lines that were written, and what stood there before, both with their line breaks. */
export interface Written {
  readonly before: string;
  readonly after: string;
  /** Where the lines begin in the edited text. */
  readonly at: number;
}

/** Notes what edits change, by whole lines; edits overlap nowhere and take no line break away. */
export function noteEdits(text: string, edits: readonly TextEdit[]): Written[] {
  const spans: { start: number; end: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const start = lineStartAt(text, edit.start);
    const { next } = lineAt(text, lineStartAt(text, edit.end));
    const insertsLines = edit.start === edit.end && edit.start === start && /[\r\n]$/u.test(edit.newText);
    const end = insertsLines ? edit.end : next;
    const last = spans[spans.length - 1];
    if (last && (start < last.end || start === last.start)) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else {
      spans.push({ start, end, edits: [edit] });
    }
  }
  let shift = 0;
  return spans.map((span) => {
    const before = text.slice(span.start, span.end);
    const after = applyEdits(
      before,
      span.edits.map(({ start, end, newText }) => ({ start: start - span.start, end: end - span.start, newText })),
    );
    const at = span.start + shift;
    shift += after.length - before.length;
    return { before, after, at };
  });
}

/**
 * The edits that put back what stood before.
 * @returns undefined when the text no longer says what was written, or not unambiguously: then nothing is undone.
 */
export function takeBack(text: string, written: readonly Written[]): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { before, after, at } of written) {
    const start = standsAt(text, after, at) ? at : findLines(text, after);
    if (start === undefined) return undefined;
    edits.push({ start, end: start + after.length, newText: before });
  }
  return edits;
}

/** Where lines stand in a text, if they do so once. */
function findLines(text: string, lines: string): number | undefined {
  const found: number[] = [];
  if (lines === '') return undefined;
  for (let at = text.indexOf(lines); at >= 0; at = text.indexOf(lines, at + 1)) {
    if (standsAt(text, lines, at)) found.push(at);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** Whether whole lines stand there: a last line without a line break may have got one since. */
function standsAt(text: string, lines: string, at: number): boolean {
  const end = at + lines.length;
  const isWhole = /[\r\n]$/u.test(lines) || end === text.length || /[\r\n]/u.test(text[end] ?? '');
  return text.startsWith(lines, at) && lineStartAt(text, at) === at && isWhole;
}
