/** How much a day asks for. */
import { taskTitle } from '../checklist/taskTitle';
import { DEFAULT_CALENDAR, isWorkingDay, workingDays, type WorkCalendar } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import { DRILL_MINUTES } from '../schedule/plan';
import { DEFAULT_TASK_MINUTES } from '../schedule/planTasks';

/** A piece of work on one day. */
export interface DayWork {
  readonly kind: 'round' | 'task' | 'drill';
  readonly title: string;
  readonly minutes: number;
  /** Of a round its id, of a task that of the round that it serves. */
  readonly round?: string | undefined;
  /** Of a loop's task: its line in preparation.md, 0-based. */
  readonly line?: number | undefined;
}

/** What a loop asks for, to be asked of one day after the other. */
export interface Workload {
  readonly rounds: readonly {
    readonly id: string;
    readonly title: string;
    readonly date: CalendarDate;
    readonly minutes: number;
  }[];
  readonly tasks: readonly {
    readonly title: string;
    readonly from: CalendarDate;
    readonly date: CalendarDate;
    readonly minutes: number;
    readonly round?: string | undefined;
    readonly line?: number | undefined;
  }[];
  readonly drills: readonly CalendarDate[];
}

/**
 * The work that a loop still asks for: its rounds, the open tasks, its drills. Mocks are in its sessions and not here.
 */
export function loopLoad(loop: Loop): Workload {
  const open = (loop.preparation?.items ?? []).filter(({ checked }) => !checked);
  return {
    rounds: loop.rounds.flatMap(({ id, title, date, minutes }) =>
      date === undefined ? [] : [{ id, title, date, minutes: minutes ?? 0 }],
    ),
    tasks: open.flatMap(({ text, due, from, minutes, before, line }) =>
      due === undefined
        ? []
        : [
            {
              title: taskTitle(text),
              from: from ?? due,
              date: due,
              minutes: minutes ?? DEFAULT_TASK_MINUTES,
              round: before,
              line,
            },
          ],
    ),
    drills: loop.plan?.drills ?? [],
  };
}

/**
 * The work of a day, a task's minutes spread evenly over its working days; a task of days off only stands on its last.
 */
export function dayWork(
  { rounds, tasks, drills }: Workload,
  date: CalendarDate,
  calendar: WorkCalendar = DEFAULT_CALENDAR,
): DayWork[] {
  const off = !isWorkingDay(date, calendar);
  const ofTasks = tasks.flatMap(({ from, date: due, minutes, title, round, line }): DayWork[] => {
    if (date < from || date > due) return [];
    const days = workingDays(from, due, calendar);
    const share = days === 0 ? (date === due ? minutes : 0) : off ? 0 : Math.round(minutes / days);
    return share === 0 ? [] : [{ kind: 'task', title, minutes: share, round, line }];
  });
  return [
    ...rounds
      .filter((round) => round.date === date)
      .map(({ id, title, minutes }): DayWork => ({ kind: 'round', title, minutes, round: id })),
    ...ofTasks,
    ...(drills.includes(date) ? [{ kind: 'drill', title: 'Drills', minutes: DRILL_MINUTES } as const] : []),
  ];
}

/** How many minutes a day asks for. */
export function dayLoad(workload: Workload, date: CalendarDate, calendar: WorkCalendar = DEFAULT_CALENDAR): number {
  return dayWork(workload, date, calendar).reduce((sum, { minutes }) => sum + minutes, 0);
}
