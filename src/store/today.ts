import type { CalendarDate } from '../core/days/dates';
import { dateAt } from '../core/days/dates';
import type { Loop } from '../core/loop/loopModel';
import type { Clock } from '../core/ports';

/** The calendar day it is where a loop takes place: in its time zone, or in the machine's where it names none. */
export function todayOf(loop: Loop | undefined, clock: Clock): CalendarDate {
  return dateAt(clock.now(), timeZoneOf(loop));
}

/** The time zone of a loop, or the machine's where it names none. */
export function timeZoneOf(loop: Loop | undefined): string {
  return loop?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
}
