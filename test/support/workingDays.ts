import { Days, DEFAULT_CALENDAR, type WorkCalendar } from '../../src/core/days/calendar';
import { daysBetween, type CalendarDate } from '../../src/core/days/dates';

/** How many of the days from `from` to `to`, both included, are for work. */
export function workingDays(from: CalendarDate, to: CalendarDate, calendar: WorkCalendar = DEFAULT_CALENDAR): number {
  return new Days(from, calendar).count(0, daysBetween(from, to));
}
