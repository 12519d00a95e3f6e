/** What a replan writes into a loop's files. */
import { setTaskDate, type TaskDate } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { type WorkTime } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { setFrontMatterValue } from '../frontMatter/editFrontMatter';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import type { Loop } from '../loop/loopModel';
import { findConflict } from '../markdown/outline';
import type { TextEdit } from '../markdown/text';
import type { Plannable } from '../schedule/plan';
import { planOf, type PlanChange } from './replan';

/** A task that gets a date at its line's end, provided the line still says `text`. */
export interface TaskWrite {
  /** 0-based. */
  readonly line: number;
  readonly text: string;
  readonly date: TaskDate;
}

/** Keys of a round's front matter that get values, provided it still has the date `was`. */
export interface RoundWrite {
  /** The round's file, relative to the prep folder. */
  readonly path: string;
  readonly was: CalendarDate | undefined;
  readonly values: Readonly<Record<string, string | boolean>>;
}

export interface Writes {
  readonly rounds: readonly RoundWrite[];
  /** All of preparation.md, in the order of its lines. */
  readonly tasks: readonly TaskWrite[];
}

/**
 * The writes of accepted changes. A task that follows the plan by itself needs none; one that would follow it and was
 * declined gets its present date written on its line. Nothing else is written.
 */
export function writesOf(
  loop: Loop,
  playbook: Plannable | undefined,
  time: WorkTime,
  accepted: readonly PlanChange[],
  declined: readonly PlanChange[] = [],
): Writes {
  const rounds = loop.rounds.flatMap(({ id, path, date }): RoundWrite[] => {
    const change = accepted.find(({ kind, round }) => kind === 'round' && round === id);
    return change ? [{ path, was: date, values: { date: change.to } }] : [];
  });
  const planned = rounds.length === 0 ? new Map<string, CalendarDate>() : plannedDates(loop, playbook, time, accepted);
  const tasks = (loop.preparation?.items ?? []).flatMap(({ line, text, due, own }): TaskWrite[] => {
    const isIt = (each: PlanChange): boolean => each.kind === 'task' && each.line === line;
    const follows = own === undefined ? (planned.get(fold(taskTitle(text))) ?? due) : own.due;
    const change = accepted.find(isIt);
    if (change) {
      if (change.follows && change.to === follows) return [];
      const isCarried = due !== undefined && change.to > due;
      const was = own?.was ?? (isCarried ? due : undefined);
      return [{ line, text, date: { due: change.to, was } }];
    }
    return declined.some(isIt) && due !== undefined && follows !== due ? [{ line, text, date: { due } }] : [];
  });
  return { rounds, tasks };
}

/** The plan's dates for the tasks by their titles, with the rounds where the changes put them. */
function plannedDates(
  loop: Loop,
  playbook: Plannable | undefined,
  time: WorkTime,
  accepted: readonly PlanChange[],
): ReadonlyMap<string, CalendarDate> {
  const dates = accepted.flatMap(({ kind, round, to }) =>
    kind === 'round' && round !== undefined ? [[round, to] as const] : [],
  );
  const tasks = planOf(loop, playbook, time, new Map(dates))?.tasks ?? [];
  return new Map(tasks.map(({ title, date }) => [fold(title), date]));
}

/** @returns undefined when a line says something else by now: then nothing of the file may be written. */
export function taskEdits(text: string, writes: readonly TaskWrite[]): TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { line, text: expected, date } of writes) {
    const edit = setTaskDate(text, line, expected, date);
    if (!edit) return undefined;
    edits.push(...edit);
  }
  return edits;
}

/** @returns undefined when the file has another date by now, is in conflict or has broken front matter. */
export function roundEdits(text: string, { was, values }: RoundWrite): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const { data, errors } = parseFrontMatter(text);
  const date = data['date'] ?? undefined;
  if (errors.length > 0 || (typeof date === 'string' ? date.trim() : date) !== was) return undefined;
  const edits: TextEdit[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (data[key] === value) continue;
    const edit = setFrontMatterValue(text, key, value);
    if (!edit) return undefined;
    edits.push(...edit);
  }
  return edits;
}

const fold = (text: string): string => text.toLowerCase();
