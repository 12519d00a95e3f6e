/** Closing a loop and opening it again: what changes in the text of its loop.md. */
import type { CalendarDate } from '../days/dates';
import { setFrontMatterValue } from '../frontMatter/editFrontMatter';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { locateFrontMatter } from '../markdown/frontMatter';
import { findConflict } from '../markdown/outline';
import { applyEdits, difference, lineAt, type TextEdit } from '../markdown/text';
import type { Outcome } from './loopModel';

/**
 * The edits that write how and when a loop ended.
 * @returns undefined where the front matter is broken: then nothing may be written.
 */
export function closeEdits(text: string, outcome: Outcome, closed: CalendarDate): TextEdit[] | undefined {
  const first = setFrontMatterValue(text, 'outcome', outcome);
  const between = first && applyEdits(text, first);
  const second = between === undefined ? undefined : setFrontMatterValue(between, 'closed', closed);
  return between === undefined || second === undefined ? undefined : difference(text, applyEdits(between, second));
}

/**
 * The edits that take the lines of `outcome` and `closed` out again; none where they are not there.
 * @returns undefined where the front matter is broken, the file has a merge conflict, or a value stands on several
 * lines.
 */
export function reopenEdits(text: string): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  const { errors, valueRange } = parseFrontMatter(text);
  if (errors.length > 0 || range === 'unclosed' || findConflict(text)) return undefined;
  const edits: TextEdit[] = [];
  for (const key of ['outcome', 'closed']) {
    const value = valueRange(key);
    if (!value) continue;
    const line = lineAt(text, text.lastIndexOf('\n', value.start - 1) + 1);
    if (value.end > line.end || !text.slice(line.start, value.end).startsWith(key)) return undefined;
    edits.push({ start: line.start, end: line.next, newText: '' });
  }
  return edits.sort((a, b) => a.start - b.start);
}
