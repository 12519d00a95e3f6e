/** Gives preparation tasks their days: each before the round that it serves, none on a day off. */
import type { Days, MinutesPerDay } from '../days/calendar';
import { formatShortDate } from '../days/dates';
import { plural } from '../words';
import { extraNeeded, fits, layWork, workDays, type Job, type Share, type WorkDays } from './layWork';
import type { PlanProblem } from './planModel';

/** What a task takes where its playbook does not say, in minutes. */
export const DEFAULT_TASK_MINUTES = 60;

export interface TaskToPlan {
  readonly title: string;
  readonly minutes: number;
  /** When to begin it. Days are indices of {@link Days}. */
  readonly from: number;
  /** The day by which it is to be done, where that is before its round; `fixed` where it stays on it in any case. */
  readonly due?: { readonly day: number; readonly fixed: boolean } | undefined;
  /** The round that it serves. */
  readonly round: { readonly id: string; readonly title: string; readonly day: number } | undefined;
  /** Whether it is done: then it takes no time. */
  readonly isDone?: boolean;
}

export interface TaskPlan {
  /** For each task when it is worked on; none where it is done or has no minutes. */
  readonly shares: readonly (readonly Share[])[];
  /** For each task the day by which it is done. */
  readonly due: readonly number[];
  readonly problems: readonly PlanProblem[];
}

export interface TaskSpan {
  /** Nothing is worked on before it. */
  readonly start: number;
  /** The loop's last day. */
  readonly last: number;
  readonly minutesPerDay: MinutesPerDay;
  /** Whether the user set these: only then is it a problem that they are not enough. */
  readonly isSet: boolean;
  /** Minutes of a day that something else takes. */
  taken(day: number): number;
}

/** What is open of the tasks is laid on the days from `start` on. */
export function planTasks(tasks: readonly TaskToPlan[], days: Days, span: TaskSpan): TaskPlan {
  const { start, minutesPerDay } = span;
  const ends = tasks.map((task) => lastDayOf(task, span));
  const open = tasks.map((task, index) => ({ task, end: ends[index] as number })).filter(({ task }) => !task.isDone);
  const working = (from: number, until: number): number | undefined => {
    for (let day = until; day >= Math.max(from, until - LOOK_BACK); day -= 1)
      if (days.minutes(day, minutesPerDay) > 0) return day;
    return undefined;
  };
  // A task without a day for work goes on the last day there is, and takes its time there.
  const stands = new Map<TaskToPlan, number>();
  for (const { task, end } of open) {
    const day = standsOn(task, end, span, working);
    if (day !== undefined) stands.set(task, day);
  }
  const standing = new Map<number, number>();
  for (const [{ minutes }, day] of stands) standing.set(day, (standing.get(day) ?? 0) + minutes);
  const toLay = open.filter(({ task }) => !stands.has(task));
  // Days are counted from the first on which there can be work.
  const byRound = toLay.map(({ task, end }) => jobOf(task, end, start));
  const able = workDays(
    Math.max(0, ...byRound.map(({ until }) => until + 1)) + MOST_LATER,
    (day) => days.minutes(day + start, minutesPerDay),
    (day) => span.taken(day + start) + (standing.get(day + start) ?? 0),
  );
  const byDue = toLay.map(({ task: { due } }) =>
    due === undefined || due.day < start || working(start, due.day) === undefined ? undefined : due.day - start,
  );
  const laid = layWork(untilDue(byRound, byDue, able), able);
  const sharesOf = new Map(
    toLay.map(({ task }, index) => [
      task,
      (laid.shares[index] ?? []).map(({ day, minutes }) => ({ day: day + start, minutes })),
    ]),
  );
  const problems = open
    .filter(({ task, end }) => stands.has(task) && working(start, end) === undefined)
    .map(({ task }) => noDay(task, days));
  const titled = toLay.map(({ task }) => task);
  if (span.isSet && laid.extra > 0) problems.push(overload(titled, byRound, able, minutesPerDay, laid.extra));
  return {
    shares: tasks.map((task) => {
      const day = stands.get(task);
      return day === undefined ? (sharesOf.get(task) ?? []) : [{ day, minutes: task.minutes }];
    }),
    due: tasks.map((task, index) => {
      if (task.round && task.round.day < start) return atTheLatest(task, span);
      return (
        stands.get(task) ??
        sharesOf.get(task)?.at(-1)?.day ??
        working(start, ends[index] as number) ??
        atTheLatest(task, span)
      );
    }),
    problems,
  };
}

/** How many days later a round is tried, to see whether that would be enough. */
const MOST_LATER = 7;

/** The jobs, each to be done by its own due date where that can be: the earliest of these dates are kept first. */
function untilDue(jobs: readonly Job[], due: readonly (number | undefined)[], days: WorkDays): readonly Job[] {
  const earlier = due
    .map((until, index) => ({ until: until ?? Infinity, index }))
    .filter(({ until, index }) => until < (jobs[index]?.until ?? 0))
    .sort((a, b) => a.until - b.until);
  if (earlier.length === 0) return jobs;
  const extra = extraNeeded(jobs, days);
  const longer: WorkDays = { ...days, taken: (day) => days.taken(day) - extra };
  const change = (from: readonly Job[], changes: typeof earlier): Job[] => {
    const changed = [...from];
    for (const { until, index } of changes) changed[index] = { ...(from[index] as Job), until };
    return changed;
  };
  const all = change(jobs, earlier);
  if (fits(all, longer)) return all;
  return earlier.reduce((kept, each) => {
    const tried = change(kept, [each]);
    return fits(tried, longer) ? tried : kept;
  }, jobs);
}

/** How far back to look for a day for work. */
const LOOK_BACK = 366;

/** With its round over, a task is no longer urgent; it is there until the loop's end. */
function lastDayOf(task: TaskToPlan, { start, last }: TaskSpan): number {
  const { round } = task;
  return round && round.day >= start ? round.day - 1 : Math.max(lastOrDue(task, last), start);
}

/** The loop's end, or the day after it on which this task is due: that gives no other task more time. */
function lastOrDue({ due }: TaskToPlan, last: number): number {
  return Math.max(last, due?.day ?? last);
}

const jobOf = ({ minutes, from }: TaskToPlan, until: number, start: number): Job => ({
  minutes,
  from: Math.max(start, Math.min(from, until)) - start,
  until: until - start,
});

type WorkingDay = (from: number, until: number) => number | undefined;

/** The day of a task that has no day for work: none is left before its round, or the user put it on a day off. */
function standsOn(task: TaskToPlan, end: number, span: TaskSpan, working: WorkingDay): number | undefined {
  const { due, from } = task;
  const { start } = span;
  if (due?.fixed && due.day >= start && due.day <= end && working(Math.max(start, from), due.day) === undefined)
    return due.day;
  return working(start, end) === undefined ? Math.max(start, atTheLatest(task, span)) : undefined;
}

/** With no working day left before its round, a task goes on the round's own day; without one, on the loop's last. */
const atTheLatest = (task: TaskToPlan, { last }: TaskSpan): number => task.round?.day ?? lastOrDue(task, last);

function noDay({ title, round }: TaskToPlan, days: Days): PlanProblem {
  if (!round)
    return {
      code: 'no-day',
      message: `No working day is left for “${title}”: give the loop more days, or work on a day off.`,
    };
  const message = `No working day is left for “${title}” before “${round.title}” on ${formatShortDate(days.date(round.day))}: move the round, or work on a day off.`;
  return { code: 'no-day', message, round: round.id };
}

/** Says how much more time a day, which later round or which task left out would be enough. */
function overload(
  tasks: readonly TaskToPlan[],
  jobs: readonly Job[],
  days: WorkDays,
  given: MinutesPerDay,
  extra: number,
): PlanProblem {
  const enough = (changed: readonly Job[]): boolean => fits(changed, days);
  const isNumber = typeof given === 'number';
  const ways = [isNumber ? `${plural(given + extra, 'minute')} a day` : `${plural(extra, 'more minute')} a day`];
  const rounds = new Map(tasks.flatMap(({ round }) => (round ? [[round.id, round]] : [])));
  for (const round of rounds.values()) {
    const later = (by: number): Job[] =>
      jobs.map((job, index) => (tasks[index]?.round?.id === round.id ? { ...job, until: job.until + by } : job));
    const by = Array.from({ length: MOST_LATER }, (_, index) => index + 1).find((count) => enough(later(count)));
    if (by !== undefined) ways.push(`“${round.title}” ${by === 1 ? 'a day' : `${by} days`} later`);
  }
  const left = jobs.map((_job, index) => index).filter((index) => enough(jobs.filter((_other, at) => at !== index)));
  const smallest = left.reduce<number | undefined>(
    (least, index) =>
      least === undefined || (jobs[index]?.minutes ?? 0) < (jobs[least]?.minutes ?? 0) ? index : least,
    undefined,
  );
  if (smallest !== undefined) ways.push(`leaving out “${tasks[smallest]?.title ?? ''}”`);
  const limit = isNumber ? `${plural(given, 'minute')} a day` : 'the minutes that you have each day';
  return {
    code: 'overload',
    message: `The preparation does not fit into ${limit}. It would take ${ways.join(', or ')}.`,
    ...(ways[0] === undefined ? {} : { enough: ways[0] }),
  };
}
