/** Spreads work over days, none of which gets more than it has time for where that can be. */

/** Work to be done from one day to another, both included; days count from 0. */
export interface Job {
  readonly minutes: number;
  readonly from: number;
  readonly until: number;
}

/** The first and the last day on which a job is worked on. */
export interface Stint {
  readonly first: number;
  readonly last: number;
}

/** The days from 0 on which work may be done. */
export interface WorkDays {
  readonly count: number;
  isOff(day: number): boolean;
  /** Minutes of the day that something else takes. */
  taken(day: number): number;
}

export interface Spread {
  /** In the order of the jobs; undefined for one that has no working day. */
  readonly stints: readonly (Stint | undefined)[];
  /** What the fullest day needs, in minutes, at least what a day has. */
  readonly minutesPerDay: number;
}

/**
 * Spreads jobs over working days, the most urgent first. Where they do not fit, they begin before their first day;
 * where they still do not, days are filled beyond `minutesPerDay`, as little as can be.
 */
export function spread(jobs: readonly Job[], days: WorkDays, minutesPerDay: number): Spread {
  const isAble = (job: Job): boolean => workingUntil(days, job.until) > 0;
  const possible = jobs.filter(isAble);
  const early = possible.map((job) => ({ ...job, from: 0 }));
  const levels = fits(jobs, days, minutesPerDay) ? [] : levelsNeeded(early, days, minutesPerDay);
  const limitOf = (day: number): number => levels.find(({ until }) => day <= until)?.limit ?? minutesPerDay;
  const free = room(days, limitOf);
  const full = Math.max(-1, ...levels.map(({ until }) => until));
  const partly = possible.map((job) => (job.until <= full ? { ...job, from: 0 } : job));
  const stints = fill(possible, free) ?? fill(partly, free) ?? fill(early, free) ?? [];
  const found = stints[Symbol.iterator]();
  return {
    stints: jobs.map((job) => (isAble(job) ? (found.next().value as Stint | undefined) : undefined)),
    minutesPerDay: Math.max(minutesPerDay, ...levels.map(({ limit }) => limit)),
  };
}

/** Whether the jobs can be done in their time, begun as early as need be; those without a working day are left out. */
export function fits(jobs: readonly Job[], days: WorkDays, minutesPerDay: number): boolean {
  return needed(jobs, days, 0).every(({ limit }) => limit <= minutesPerDay);
}

interface Level {
  readonly until: number;
  /** Minutes a day. */
  readonly limit: number;
}

/** The fullest stretch of days first, filled evenly, then what is left: no day gets more than it has to. */
function levelsNeeded(jobs: readonly Job[], days: WorkDays, minutesPerDay: number): Level[] {
  const levels: Level[] = [];
  for (let start = 0; ;) {
    const stretch = needed(
      jobs.filter(({ until }) => until >= start),
      days,
      start,
    );
    const fullest = stretch.reduce<Level | undefined>(
      (most, level) => (most && most.limit > level.limit ? most : level),
      undefined,
    );
    if (!fullest || fullest.limit <= minutesPerDay) return levels;
    levels.push(fullest);
    start = fullest.until + 1;
  }
}

/** For each day by which jobs are to be done: what a day from `start` on has to have for all that are due by then. */
function needed(jobs: readonly Job[], days: WorkDays, start: number): Level[] {
  const ends = [...new Set(jobs.map(({ until }) => until))].sort((a, b) => a - b);
  return ends.flatMap((until): Level[] => {
    const working: number[] = [];
    for (let day = start; day <= until; day += 1) if (!days.isOff(day)) working.push(days.taken(day));
    if (working.length === 0) return [];
    const minutes = jobs.reduce((sum, job) => sum + (job.until <= until ? job.minutes : 0), 0);
    return [{ until, limit: evenLimit(minutes, working) }];
  });
}

/** The smallest whole limit under which days, of which some minutes are taken, have room for `minutes`. */
function evenLimit(minutes: number, taken: readonly number[]): number {
  const sorted = [...taken].sort((a, b) => a - b);
  let sum = 0;
  for (const [index, value] of sorted.entries()) {
    sum += value;
    const limit = Math.ceil((minutes + sum) / (index + 1));
    if (limit <= (sorted[index + 1] ?? Infinity)) return limit;
  }
  return 0;
}

function room(days: WorkDays, limitOf: (day: number) => number): number[] {
  return Array.from({ length: days.count }, (_, day) =>
    days.isOff(day) ? 0 : Math.max(0, limitOf(day) - days.taken(day)),
  );
}

function workingUntil(days: WorkDays, until: number): number {
  let count = 0;
  for (let day = 0; day <= until; day += 1) if (!days.isOff(day)) count += 1;
  return count;
}

/** Earliest deadline first, which finds a way whenever there is one. Undefined when a job is not done in its time. */
function fill(jobs: readonly Job[], free: readonly number[]): Stint[] | undefined {
  const order = jobs.map((job, index) => ({ ...job, index, left: job.minutes, first: -1, last: -1 }));
  order.sort((a, b) => a.until - b.until || a.index - b.index);
  free.forEach((minutes, day) => {
    let left = minutes;
    for (const job of order) {
      if (left === 0) break;
      if (job.left === 0 || job.from > day || job.until < day) continue;
      const done = Math.min(left, job.left);
      left -= done;
      job.left -= done;
      if (job.first < 0) job.first = day;
      job.last = day;
    }
  });
  if (order.some(({ left }) => left > 0)) return undefined;
  return order.sort((a, b) => a.index - b.index).map(({ first, last }) => ({ first, last }));
}
