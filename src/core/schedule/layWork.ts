/**
 * Lays work on days so that, where possible, no day gets more than it has time for. Every view of a plan comes from
 * here: the plan itself, Today, the dashboard, the calendar and Replan.
 */

/** Work to be done from one day to another, both included; days count from 0. */
export interface Job {
  readonly minutes: number;
  /** The day to begin it. Where the work does not fit otherwise, it begins earlier. */
  readonly from: number;
  readonly until: number;
}

/** The part of a job that is done on a day. */
export interface Share {
  readonly day: number;
  readonly minutes: number;
}

/** The days from 0 on which work may be done. */
export interface WorkDays {
  readonly count: number;
  /** How long work may last on a day, in minutes; 0 on a day off. */
  minutes(day: number): number;
  /** Minutes of the day that something else takes. */
  taken(day: number): number;
  /** The last day on or before another on which work may be done; undefined where there is none. */
  lastUntil(day: number): number | undefined;
}

/** Days, each of which is asked for only once. */
export function workDays(
  count: number,
  minutesOf: (day: number) => number,
  takenOf: (day: number) => number,
): WorkDays {
  const minutes: number[] = [];
  const taken: number[] = [];
  const last: (number | undefined)[] = [];
  for (let day = 0; day < count; day += 1) {
    minutes.push(minutesOf(day));
    taken.push(takenOf(day));
    last.push((minutes[day] ?? 0) > 0 ? day : last[day - 1]);
  }
  return {
    count,
    minutes: (day) => minutes[day] ?? 0,
    taken: (day) => taken[day] ?? 0,
    lastUntil: (day) => last[Math.min(day, count - 1)],
  };
}

export interface LaidWork {
  /** For each job its shares by day; none where it has no day on which work may be done. */
  readonly shares: readonly (readonly Share[])[];
  /** How many minutes longer the days have to be for all of it to fit; 0 where it does. */
  readonly extra: number;
}

/** Minutes may be fractions; anything less than this counts as none. */
const NOTHING = 1e-6;

/**
 * The most urgent job first, on the first day that has room (“earliest deadline first”, which finds a way wherever
 * there is one). Where jobs do not fit, they begin before their first day; where they still do not fit, days are filled
 * beyond their time, as little as possible, and no later day before the earlier ones are full.
 */
export function layWork(jobs: readonly Job[], days: WorkDays): LaidWork {
  const possible = possibleJobs(jobs, days);
  const early = possible.map((job) => ({ ...job, from: 0 }));
  const levels = levelsNeeded(early, days);
  const extraOn = (day: number): number => levels.find(({ until }) => day <= until)?.extra ?? 0;
  const free = Array.from({ length: days.count }, (_, day) => room(days, day, extraOn(day)));
  const laid = (levels.length === 0 ? fill(possible, free) : undefined) ?? fill(early, free);
  const shares = jobs.map((): readonly Share[] => []);
  possible.forEach(({ index }, at) => (shares[index] = laid?.[at] ?? []));
  return { shares, extra: Math.max(0, ...levels.map(({ extra }) => extra)) };
}

/** Whether all jobs that have a day can be done in their time, begun as early as need be. */
export function fits(jobs: readonly Job[], days: WorkDays): boolean {
  return tooMuch(jobs, days, ALL_DAYS, 0).length === 0;
}

/** How many minutes longer all days have to be for them to fit. */
export function extraNeeded(jobs: readonly Job[], days: WorkDays): number {
  return fits(jobs, days) ? 0 : leastExtra(jobs, days, ALL_DAYS);
}

/**
 * The jobs that have a day on which work may be done, each with its place; the last such day is its last. One that
 * would begin later begins on that day: otherwise it would not fit, and all jobs would begin early.
 */
function possibleJobs(jobs: readonly Job[], days: WorkDays): (Job & { readonly index: number })[] {
  return jobs.flatMap((job, index) => {
    const until = days.lastUntil(job.until);
    return until === undefined ? [] : [{ ...job, from: Math.min(job.from, until), until, index }];
  });
}

/** How much room a day has if it may be `extra` minutes longer. */
function room(days: WorkDays, day: number, extra: number): number {
  const minutes = days.minutes(day);
  return minutes <= 0 ? 0 : Math.max(0, minutes + extra - days.taken(day));
}

interface Level {
  readonly until: number;
  readonly extra: number;
}

/**
 * The stretches of days that have to be longer, and by how much: the first as far as it is full, then what is left. No
 * stretch has to grow by more than the one before.
 */
function levelsNeeded(jobs: readonly Job[], days: WorkDays): Level[] {
  const levels: Level[] = [];
  for (let from: Stretch = { start: 0, spare: 0 }; ;) {
    const left = jobs.filter(({ until }) => until >= from.start);
    if (tooMuch(left, days, from, 0).length === 0) return levels;
    const extra = leastExtra(left, days, from);
    // Below it, this is where the work ran out of time: the days up to there share it evenly.
    const until = tooMuch(left, days, from, extra - 1).at(-1) ?? Infinity;
    levels.push({ until, extra });
    const asked = left.reduce((sum, job) => sum + (job.until <= until ? job.minutes : 0), 0);
    let spare = from.spare - asked;
    for (let day = from.start; day <= until && day < days.count; day += 1) spare += room(days, day, extra);
    from = { start: until + 1, spare };
  }
}

/** The days from one on, and the minutes that those before them have left. */
interface Stretch {
  readonly start: number;
  readonly spare: number;
}

const ALL_DAYS: Stretch = { start: 0, spare: 0 };

/** The least whole number of minutes by which the days of a stretch have to be longer. */
function leastExtra(jobs: readonly Job[], days: WorkDays, from: Stretch): number {
  let none = 0;
  let enough = 1;
  while (tooMuch(jobs, days, from, enough).length > 0) enough *= 2;
  while (enough - none > 1) {
    const middle = Math.floor((none + enough) / 2);
    if (tooMuch(jobs, days, from, middle).length === 0) enough = middle;
    else none = middle;
  }
  return enough;
}

/** The days by which there is more to be done than there was room for, if each is `extra` minutes longer. */
function tooMuch(jobs: readonly Job[], days: WorkDays, { start, spare }: Stretch, extra: number): number[] {
  const due = new Map<number, number>();
  for (const job of jobs) {
    const until = days.lastUntil(job.until);
    if (until !== undefined) due.set(until, (due.get(until) ?? 0) + job.minutes);
  }
  const ends = [...due].sort(([a], [b]) => a - b);
  const found: number[] = [];
  let asked = 0;
  let had = spare;
  let day = start;
  for (const [until, minutes] of ends) {
    asked += minutes;
    for (; day <= until && day < days.count; day += 1) had += room(days, day, extra);
    if (asked > had + NOTHING) found.push(until);
  }
  return found;
}

/** Undefined where a job is not done in its time. */
function fill(jobs: readonly Job[], free: readonly number[]): Share[][] | undefined {
  const shares = jobs.map((): Share[] => []);
  let order = jobs.map((job, index) => ({ ...job, index, left: job.minutes }));
  order.sort((a, b) => a.until - b.until || a.index - b.index);
  free.forEach((minutes, day) => {
    let left = minutes;
    for (const job of order) {
      if (left < NOTHING) break;
      if (job.left < NOTHING || job.from > day || job.until < day) continue;
      const done = Math.min(left, job.left);
      left -= done;
      job.left -= done;
      shares[job.index]?.push({ day, minutes: done });
    }
    order = order.filter((job) => job.left >= NOTHING);
  });
  return order.length > 0 ? undefined : shares;
}
