/** What a loop asks for on each day from today on: the one plan of Today, the dashboard, the calendar and Replan. */
import { taskTitle } from '../checklist/taskTitle';
import { Days, DEFAULT_WORK_TIME, type WorkTime } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { addDays } from '../days/dates';
import { loopDay } from '../loop/loopDay';
import type { Loop, PreparationItem, Round } from '../loop/loopModel';
import { FEEDBACK_MINUTES, type DayMinutes, type PlanProblem } from '../schedule/plan';
import { DEFAULT_TASK_MINUTES, planTasks, type TaskToPlan } from '../schedule/planTasks';

/** A piece of work on one day. */
export interface DayWork {
  readonly kind: 'round' | 'feedback' | 'task';
  readonly title: string;
  readonly minutes: number;
  /** A round's id: for a round, its own; for a task, that of the round it serves. */
  readonly round?: string | undefined;
  /** For a task: its line in preparation.md, 0-based. */
  readonly line?: number | undefined;
}

/** The open work of a loop, laid on the days from today on. */
export interface WorkPlan {
  /** The work of a day: rounds, feedback, tasks in the order of the file. */
  on(date: CalendarDate): readonly DayWork[];
  /** How many minutes a day asks for. */
  minutesOn(date: CalendarDate): number;
  /** When the task of a line is worked on; empty where it is done or has no date. */
  sharesOf(line: number): readonly DayMinutes[];
  /** What does not fit, and the smallest change that would help. */
  readonly problems: readonly PlanProblem[];
}

/** The new days of rounds and the feedback, where they move. */
export interface MovedDays {
  readonly rounds: ReadonlyMap<string, CalendarDate>;
  readonly feedback?: CalendarDate | undefined;
}

/**
 * Lays what is open of a loop on days: what was missed is done from today on. Tasks without a date are in no plan; a
 * loop that is closed or over has no work any more. Mocks are in its sessions and not here.
 */
export function workPlan(
  loop: Loop,
  today: CalendarDate,
  time: WorkTime = DEFAULT_WORK_TIME,
  moved?: MovedDays,
): WorkPlan {
  const work = new Map<CalendarDate, DayWork[]>();
  const add = (date: CalendarDate, each: DayWork): void => void work.set(date, [...(work.get(date) ?? []), each]);
  const shares = new Map<number, readonly DayMinutes[]>();
  const plan: WorkPlan = {
    on: (date) => work.get(date) ?? [],
    minutesOn: (date) => (work.get(date) ?? []).reduce((sum, { minutes }) => sum + minutes, 0),
    sharesOf: (line) => shares.get(line) ?? [],
    problems: [],
  };
  if (loop.closed) return plan;
  const dateOf = (round: Round): CalendarDate | undefined => moved?.rounds.get(round.id) ?? round.date;
  for (const round of loop.rounds) {
    const date = dateOf(round);
    if (date !== undefined)
      add(date, { kind: 'round', title: round.title, minutes: round.minutes ?? 0, round: round.id });
  }
  const feedback = moved ? moved.feedback : loop.feedback?.date;
  if (loop.feedback && feedback !== undefined && feedback >= today)
    add(feedback, { kind: 'feedback', title: loop.feedback.title, minutes: FEEDBACK_MINUTES });
  if (loopDay(loop, today)?.kind === 'over') return plan;
  const days = new Days(today, time.calendar);
  const open = (loop.preparation?.items ?? []).filter(({ checked, due }) => !checked && due !== undefined);
  const tasks = open.map((item) => taskOf(item, loop, days, dateOf));
  const laid = planTasks(tasks, days, {
    start: Math.max(0, loop.prepareFrom === undefined ? 0 : days.index(loop.prepareFrom)),
    last: lastDay(loop, days),
    minutesPerDay: time.minutesPerDay,
    isSet: true,
    taken: (day) => plan.minutesOn(days.date(day)),
  });
  open.forEach(({ line, text, before }, index) => {
    const own = (laid.shares[index] ?? []).map(({ day, minutes }) => ({ date: days.date(day), minutes }));
    shares.set(line, own);
    for (const { date, minutes } of own)
      add(date, { kind: 'task', title: taskTitle(text), minutes, round: before, line });
  });
  return { ...plan, problems: laid.problems };
}

/** A task whose round is over is no longer urgent: it is to be done by the loop's end. */
function taskOf(
  { text, due, from, own, minutes, before }: PreparationItem,
  { rounds }: Loop,
  days: Days,
  dateOf: (round: Round) => CalendarDate | undefined,
): TaskToPlan {
  const round = rounds.find(({ id }) => id === before);
  const day = round && dateOf(round);
  const isToCome = round?.status === 'planned' && day !== undefined && days.index(day) >= 0;
  const until = due as CalendarDate;
  return {
    title: taskTitle(text),
    minutes: minutes ?? DEFAULT_TASK_MINUTES,
    from: days.index(from ?? until),
    due: { day: days.index(until), fixed: own !== undefined },
    round: isToCome ? { id: round.id, title: round.title, day: days.index(day) } : undefined,
  };
}

/** The loop's last day; today where that is later. */
function lastDay({ firstContact, days: length }: Loop, days: Days): number {
  return firstContact === undefined ? 0 : Math.max(0, days.index(addDays(firstContact, length - 1)));
}
