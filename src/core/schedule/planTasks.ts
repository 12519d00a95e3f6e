/** Gives preparation tasks their days: each before the round that it serves, none on a day off. */
import type { Days } from '../days/calendar';
import { formatShortDate } from '../days/dates';
import type { PlanProblem } from './planModel';
import { fits, spread, type Job, type WorkDays } from './spread';

/** What a task takes where its playbook does not say, in minutes. */
export const DEFAULT_TASK_MINUTES = 60;

export interface TaskToPlan {
  readonly title: string;
  readonly minutes: number;
  /** When to begin it. Days are indices of {@link Days}. */
  readonly day: number;
  /** The round that it serves. */
  readonly round: { readonly id: string; readonly title: string; readonly day: number } | undefined;
}

export interface TaskDays {
  /** The first day on which it is worked on. */
  readonly from: number;
  /** The day by which it is done. */
  readonly due: number;
}

export interface TaskPlan {
  readonly days: readonly TaskDays[];
  readonly problems: readonly PlanProblem[];
}

export interface TaskSpan {
  /** Nothing is worked on before it. */
  readonly start: number;
  /** The loop's last day. */
  readonly last: number;
  /** Time on a working day; a problem is told only where the user set it. */
  readonly minutesPerDay: number;
  readonly isSet: boolean;
  /** Minutes of a day that something else takes. */
  taken(day: number): number;
}

export function planTasks(tasks: readonly TaskToPlan[], days: Days, span: TaskSpan): TaskPlan {
  const { start, last } = span;
  const jobs = tasks.map(({ day, minutes, round }): Job => {
    const until = round ? round.day - 1 : last;
    return { minutes, from: Math.max(start, Math.min(day, until)), until };
  });
  // Days are counted from the first on which there can be work.
  const counted = jobs.map((job) => ({ ...job, from: job.from - start, until: job.until - start }));
  const workDays: WorkDays = {
    count: Math.max(0, last - start + 1, ...counted.map(({ until }) => until + 1)),
    isOff: (day) => days.isOff(day + start),
    taken: (day) => span.taken(day + start),
  };
  const { stints, minutesPerDay } = spread(counted, workDays, span.minutesPerDay);
  const problems: PlanProblem[] = [];
  const planned = tasks.map((task, index): TaskDays => {
    const stint = stints[index];
    if (stint) return { from: stint.first + start, due: stint.last + start };
    const { round } = task;
    if (round && round.day >= start) {
      const message = `No working day is left for “${task.title}” before “${round.title}” on ${formatShortDate(days.date(round.day))}: move the round, or work on a day off.`;
      problems.push({ code: 'no-day', message, round: round.id });
    }
    return atTheLatest(round?.day ?? last, start, days);
  });
  if (span.isSet && minutesPerDay > span.minutesPerDay)
    problems.push(overload(tasks, counted, workDays, span.minutesPerDay, minutesPerDay));
  return { days: planned, problems };
}

/** With no working day before its round a task is for the round's own day, or as late before it as work is done. */
function atTheLatest(end: number, start: number, days: Days): TaskDays {
  const working = days.previous(end);
  const due = working === undefined || working < Math.min(start, end - 1) ? end : working;
  return { from: due, due };
}

/** Says how much more time a day, which later round or which task left out would be enough. */
function overload(
  tasks: readonly TaskToPlan[],
  jobs: readonly Job[],
  days: WorkDays,
  given: number,
  needed: number,
): PlanProblem {
  const enough = (changed: readonly Job[]): boolean => fits(changed, days, given);
  const ways = [`${needed} minutes a day`];
  const rounds = new Map(tasks.flatMap(({ round }) => (round ? [[round.id, round]] : [])));
  for (const round of rounds.values()) {
    const later = (by: number): Job[] =>
      jobs.map((job, index) => (tasks[index]?.round?.id === round.id ? { ...job, until: job.until + by } : job));
    const by = [1, 2, 3, 4, 5, 6, 7].find((count) => enough(later(count)));
    if (by !== undefined) ways.push(`“${round.title}” ${by === 1 ? 'a day' : `${by} days`} later`);
  }
  const left = jobs.map((_job, index) => index).filter((index) => enough(jobs.filter((_other, at) => at !== index)));
  const smallest = left.reduce<number | undefined>(
    (least, index) =>
      least === undefined || (jobs[index]?.minutes ?? 0) < (jobs[least]?.minutes ?? 0) ? index : least,
    undefined,
  );
  if (smallest !== undefined) ways.push(`leaving out “${tasks[smallest]?.title ?? ''}”`);
  return {
    code: 'overload',
    message: `The preparation does not fit into ${given} minutes a day. Enough would be ${ways.join(', or ')}.`,
  };
}
