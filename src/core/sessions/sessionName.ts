/** When a session took place, and the name of its file. */
import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from '../days/dates';
import { numbered, slug } from '../slug';
import type { Session } from './sessionModel';

/** The folder of a loop that holds its sessions. */
export const SESSIONS_FOLDER = 'sessions';

/**
 * A session's `started`: the second at an instant, with its offset in a time zone. @param at milliseconds since the
 * epoch.
 */
export function startedAt(at: number, timeZone: string): string {
  const second = Temporal.Instant.fromEpochMilliseconds(Math.floor(at / 1000) * 1000);
  return second.toZonedDateTimeISO(timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The instant of a session's `started`, in milliseconds since the epoch; undefined where it was not run. */
export function instantOf({ started }: Pick<Session, 'started'>): number | undefined {
  const instant = started === undefined ? Number.NaN : Date.parse(started);
  return Number.isNaN(instant) ? undefined : instant;
}

/**
 * The local day and time on which a session took place, or for which it is planned; undefined where it says neither.
 */
export function dayOfSession({
  started,
  scheduled,
}: Pick<Session, 'started' | 'scheduled'>):
  { readonly date: CalendarDate; readonly time: string | undefined } | undefined {
  return started === undefined ? scheduled : { date: started.slice(0, 10), time: started.slice(11, 16) };
}

/**
 * The name of a session's file, `2026-11-22T1805-system-design.md`.
 * @param number 2 for the second file of that round and minute, and so on.
 */
export function sessionFileName(
  round: string,
  at: { readonly date: CalendarDate; readonly time: string | undefined },
  number = 1,
): string {
  const time = (at.time ?? '00:00').replace(':', '');
  return `${at.date}T${time}-${numbered(slug(round, 'round'), number)}.md`;
}

/** Whether two sessions are of one run: the same round, begun in the same second. */
export function areOfOneRun(a: Pick<Session, 'round' | 'started'>, b: Pick<Session, 'round' | 'started'>): boolean {
  const [one, other] = [instantOf(a), instantOf(b)];
  return (
    a.round === b.round &&
    one !== undefined &&
    other !== undefined &&
    Math.floor(one / 1000) === Math.floor(other / 1000)
  );
}
