import type { CalendarDate } from '../core/days/dates';
import { dateAt } from '../core/days/dates';
import type { Loop } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';
import { dayStart } from './settings';

/**
 * The day it is where a loop takes place: in its time zone, or in the machine's where it names none. It begins when the
 * user says that days do.
 */
export function todayOf(loop: Loop | undefined, clock: Clock): CalendarDate {
  return dayAt(clock.now(), loop);
}

/** The day of a loop at an instant, in milliseconds since the epoch. */
export function dayAt(instant: number, loop: Loop | undefined): CalendarDate {
  return dateAt(instant, timeZoneOf(loop), dayStart());
}

/** The time zone of a loop, or the machine's where it names none. */
export function timeZoneOf(loop: Loop | undefined): string {
  return loop?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
