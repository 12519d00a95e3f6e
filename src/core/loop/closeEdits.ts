/** Closing a loop and opening it again: what changes in the text of its loop.md. */
import type { CalendarDate } from '../days/dates';
import { setFrontMatterValue } from '../frontMatter/editFrontMatter';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { locateFrontMatter } from '../markdown/frontMatter';
import { applyEdits, lineAt, type TextEdit } from '../markdown/text';
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
 * @returns undefined where the front matter is broken, or a value stands on several lines.
 */
export function reopenEdits(text: string): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  const { errors, valueRange } = parseFrontMatter(text);
  if (errors.length > 0 || range === 'unclosed') return undefined;
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

/** The one edit between two texts, as short as what they share at both ends allows; none where they are the same. */
function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [{ start, end: before.length - end, newText: after.slice(start, after.length - end) }];
}
