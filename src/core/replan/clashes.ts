/** Where loops that run at the same time get in each other's way. */
import type { CalendarDate } from '../days/dates';
import { addDays, formatShortDate } from '../days/dates';
import type { Loop, Round } from '../loop/loopModel';

/** One of several loops. */
export interface RunningLoop {
  /** What to call it among the others. */
  readonly name: string;
  readonly loop: Loop;
  /** How many minutes it asks for on a day. */
  minutesOn(date: CalendarDate): number;
}

export interface Clash<L extends RunningLoop = RunningLoop> {
  readonly kind: 'rounds' | 'feedback' | 'overload';
  /** The first day, and the last where it goes on for several. */
  readonly date: CalendarDate;
  readonly until: CalendarDate;
  /** What it is, in a few words. */
  readonly title: string;
  /** Who is part of it. */
  readonly detail: string;
  /** One sentence: what to do about it. */
  readonly advice: string;
  /** The loop and its file, relative to the prep folder, in which it can be fixed. */
  readonly loop: L;
  readonly path: string;
}

/** How far ahead to look, in days: no loop that matters today ends later. */
const HORIZON = 400;

/**
 * The clashes from a day on, in the order of their days: rounds of two loops on one day, a round on another loop's
 * feedback day, and days on which several loops together ask for more time than the user has.
 * @param loops the loops that run; with fewer than two nothing can clash.
 * @param minutesFor the minutes that the user has on a day; undefined on a day off.
 */
export function findClashes<L extends RunningLoop>(
  loops: readonly L[],
  from: CalendarDate,
  minutesFor: (date: CalendarDate) => number | undefined,
): Clash<L>[] {
  if (loops.length < 2) return [];
  const found = [
    ...roundsOfOneDay(loops, from),
    ...roundsOnFeedback(loops, from),
    ...overloads(loops, from, minutesFor),
  ];
  return found.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
}

interface Placed<L> {
  readonly owner: L;
  readonly round: Round;
  readonly date: CalendarDate;
}

function placedRounds<L extends RunningLoop>(loops: readonly L[], from: CalendarDate): Placed<L>[] {
  return loops.flatMap((owner) =>
    owner.loop.rounds.flatMap((round) =>
      round.date !== undefined && round.date >= from && round.status === 'planned'
        ? [{ owner, round, date: round.date }]
        : [],
    ),
  );
}

function roundsOfOneDay<L extends RunningLoop>(loops: readonly L[], from: CalendarDate): Clash<L>[] {
  const days = new Map<CalendarDate, Placed<L>[]>();
  for (const placed of placedRounds(loops, from)) days.set(placed.date, [...(days.get(placed.date) ?? []), placed]);
  return [...days].flatMap(([date, placed]): Clash<L>[] => {
    if (new Set(placed.map(({ owner }) => owner)).size < 2) return [];
    const inTime = [...placed].sort((a, b) => ((a.round.time ?? '99') < (b.round.time ?? '99') ? -1 : 1));
    // The one to move: a round that is not pinned, of the loop that came last.
    const moved = [...placed].reverse().find(({ round }) => !round.pinned) ?? (placed.at(-1) as Placed<L>);
    return [
      {
        kind: 'rounds',
        date,
        until: date,
        title: `${placed.length === 2 ? 'Two' : placed.length} rounds on one day`,
        detail: inTime
          .map(({ owner, round }) => `${owner.name}: ${round.title}${round.time === undefined ? '' : ` ${round.time}`}`)
          .join(', '),
        advice: moved.round.pinned
          ? 'All of them are pinned: ask one company for another day.'
          : `Ask ${moved.owner.name} for another day for ${moved.round.title}, and move it.`,
        loop: moved.owner,
        path: moved.round.path,
      },
    ];
  });
}

function roundsOnFeedback<L extends RunningLoop>(loops: readonly L[], from: CalendarDate): Clash<L>[] {
  return loops.flatMap((other) => {
    const { feedback } = other.loop;
    if (feedback?.date === undefined) return [];
    return placedRounds(loops, from).flatMap(({ owner, round, date }): Clash<L>[] => {
      if (owner === other || date !== feedback.date) return [];
      return [
        {
          kind: 'feedback',
          date,
          until: date,
          title: 'A round on a feedback day',
          detail: `${owner.name}: ${round.title}, on ${other.name}’s ${feedback.title.toLowerCase()}`,
          advice: `The day is for using ${other.name}’s feedback: move ${round.title}, or keep an hour of it free.`,
          loop: owner,
          path: round.path,
        },
      ];
    });
  });
}

interface BusyDay<L> {
  readonly date: CalendarDate;
  readonly minutes: number;
  readonly limit: number;
  /** The loops that ask for time, the one that asks for most first. */
  readonly owners: readonly L[];
}

function overloads<L extends RunningLoop>(
  loops: readonly L[],
  from: CalendarDate,
  minutesFor: (date: CalendarDate) => number | undefined,
): Clash<L>[] {
  return runsOf(busyDays(loops, from, minutesFor)).map((run): Clash<L> => {
    const most = run.reduce((worst, day) => (day.minutes - day.limit > worst.minutes - worst.limit ? day : worst));
    const owners = [...new Set(run.flatMap((day) => day.owners))];
    const owner = most.owners[0] as L;
    return {
      kind: 'overload',
      date: run[0]?.date ?? most.date,
      until: run.at(-1)?.date ?? most.date,
      title:
        run.length === 1 ? `${most.minutes} of ${most.limit} min` : `up to ${most.minutes} of ${most.limit} min a day`,
      detail: `more than you have, for ${owners.map(({ name }) => name).join(' and ')}`,
      advice: `Do less of what is not fixed, or do it later; ${owner.name} needs the most time on ${formatShortDate(most.date)}.`,
      loop: owner,
      path: owner.loop.preparation?.path ?? `${owner.loop.id}/loop.md`,
    };
  });
}

/**
 * The days that several loops together make too long; undefined stands for a day off, which does not separate the days
 * around it.
 */
function busyDays<L extends RunningLoop>(
  loops: readonly L[],
  from: CalendarDate,
  minutesFor: (date: CalendarDate) => number | undefined,
): (BusyDay<L> | 'fits')[] {
  const last =
    loops
      .map(({ loop }) => lastDay(loop))
      .sort()
      .at(-1) ?? from;
  const days: (BusyDay<L> | 'fits')[] = [];
  for (let date = from, ahead = 0; date <= last && ahead < HORIZON; date = addDays(date, 1), ahead += 1) {
    const limit = minutesFor(date);
    if (limit === undefined) continue;
    const asked = loops
      .map((owner) => ({ owner, minutes: owner.minutesOn(date) }))
      .filter(({ minutes }) => minutes > 0);
    const minutes = asked.reduce((sum, each) => sum + each.minutes, 0);
    const owners = asked.sort((a, b) => b.minutes - a.minutes).map(({ owner }) => owner);
    days.push(minutes > limit && owners.length > 1 ? { date, minutes, limit, owners } : 'fits');
  }
  return days;
}

/** Days that follow each other, together. */
function runsOf<L>(days: readonly (BusyDay<L> | 'fits')[]): BusyDay<L>[][] {
  const runs: BusyDay<L>[][] = [];
  let run: BusyDay<L>[] = [];
  for (const day of days) {
    if (day === 'fits') run = [];
    else if (run.push(day) === 1) runs.push(run);
  }
  return runs;
}

function lastDay({ rounds, preparation, firstContact, days }: Loop): CalendarDate {
  const dates = [
    ...rounds.map(({ date }) => date),
    ...(preparation?.items ?? []).map(({ due }) => due),
    firstContact === undefined ? undefined : addDays(firstContact, days - 1),
  ];
  return (
    dates
      .filter((date) => date !== undefined)
      .sort()
      .at(-1) ?? ''
  );
}

/** The days of a clash, for reading: “Thu 26 Nov”, or “Thu 26 Nov to Mon 30 Nov”. */
export function clashDays({ date, until }: Pick<Clash, 'date' | 'until'>): string {
  return date === until ? formatShortDate(date) : `${formatShortDate(date)} to ${formatShortDate(until)}`;
}
