/**
 * A task's own date, at the end of its line: `(due 2026-11-28)` or, carried over, `(due 2026-11-28, was 2026-11-25)`.
 */
import type { CalendarDate } from '../days/dates';
import { addDays, parseDate } from '../days/dates';
import { findConflict } from '../markdown/outline';
import type { TextEdit } from '../markdown/text';
import { parseChecklist } from './checklist';

export interface TaskDate {
  readonly due: CalendarDate;
  /** The day it was first due, where it was carried over since. */
  readonly was?: CalendarDate | undefined;
}

export interface DatedText {
  /** The text without its date. */
  readonly text: string;
  readonly date: TaskDate | undefined;
  /** What stands where a date should be and is not a day of the calendar. */
  readonly bad?: string;
}

const SUFFIX = /\(due (\d{4}-\d{2}-\d{2})(?:, was (\d{4}-\d{2}-\d{2}))?\)$/u;

/** Splits an item's text, as {@link parseChecklist} gives it, into what it says and its date. */
export function splitTaskDate(text: string): DatedText {
  const match = SUFFIX.exec(text);
  if (!match) return { text, date: undefined };
  const [suffix, due = '', was] = match;
  const rest = text.slice(0, -suffix.length).trimEnd();
  const bad = [due, was].find((date) => date !== undefined && parseDate(date) === undefined);
  return bad === undefined
    ? { text: rest, date: { due, ...(was === undefined ? {} : { was }) } }
    : { text, date: undefined, bad };
}

/** An item's text without its date: what views show. */
export function textOfItem(text: string): string {
  return splitTaskDate(text).text;
}

export function formatTaskDate({ due, was }: TaskDate): string {
  return was === undefined || was === due ? `(due ${due})` : `(due ${due}, was ${was})`;
}

/**
 * The day to begin a task, not after `due`: one that was carried over is started again after the day it was due,
 * another as the plan says.
 */
export function dayToBegin(
  due: CalendarDate | undefined,
  planned: CalendarDate | undefined,
  own: TaskDate | undefined,
): CalendarDate | undefined {
  const from = own?.was === undefined ? planned : addDays(own.was, 1);
  return due === undefined || (from !== undefined && from <= due) ? from : due;
}

/**
 * The edit that gives the item at `line` a date, or takes it away, provided the item still says `expected`.
 * @param line 0-based.
 * @param expected the item's whole text, its present date included.
 * @param nth the item's place among those of the same text when it was shown; left out, only the text is compared.
 * @returns undefined when the line says something else, or the file is in conflict: then nothing may be written.
 */
export function setTaskDate(
  text: string,
  line: number,
  expected: string,
  date: TaskDate | undefined,
  nth?: number,
): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const item = parseChecklist(text).find((candidate) => candidate.line === line && candidate.text === expected);
  if (!item || (nth !== undefined && nth !== (item.nth ?? 0))) return undefined;
  const start = text.indexOf(expected, item.markOffset + 2);
  const { length } = textOfItem(expected);
  const newText = date === undefined ? '' : `${length === 0 && expected !== '' ? '' : ' '}${formatTaskDate(date)}`;
  const edit = { start: start + length, end: start + expected.length, newText };
  return text.slice(edit.start, edit.end) === newText ? [] : [edit];
}
