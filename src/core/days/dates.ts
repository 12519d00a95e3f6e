/** Calendar days as `YYYY-MM-DD` text: local days, not instants. Years run from 1900 to 2999. */
import { Temporal } from 'temporal-polyfill';
import { plural } from '../words';
import { MONTH_NAMES, shortName, WEEKDAY_NAMES } from './names';

/** A calendar day as `YYYY-MM-DD`: a local day, not an instant. */
export type CalendarDate = string;

const SHAPE = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/u;

/**
 * The text as a calendar day, or undefined where it is not `YYYY-MM-DD`, or not a day of the calendar, such as
 * 2026-02-30.
 */
export function parseDate(text: string): CalendarDate | undefined {
  const trimmed = text.trim();
  if (!SHAPE.test(trimmed)) return undefined;
  try {
    return Temporal.PlainDate.from(trimmed).toString();
  } catch {
    return undefined;
  }
}

/**
 * The day `days` after `date`, before it when negative.
 * @throws RangeError when `date` is not a calendar day.
 */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** How many days `later` is after `earlier`; negative when it is before. */
export function daysBetween(earlier: CalendarDate, later: CalendarDate): number {
  return Temporal.PlainDate.from(earlier).until(later).days;
}

/** A distance in days that is longer than a year, in words: “900 years”. */
export function yearsAway(days: number): string {
  return plural(Math.round(Math.abs(days) / 365.2425), 'year');
}

/** The weekday of a day as ISO 8601 counts: 1 is Monday, 7 Sunday. */
export function weekdayOfDate(date: CalendarDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** Which day of a loop `date` is: 1 is the day of first contact, less than 1 before it. */
export function dayOf(firstContact: CalendarDate, date: CalendarDate): number {
  return daysBetween(firstContact, date) + 1;
}

/** The date of day `day` (from 1) of a loop. */
export function dateOfDay(firstContact: CalendarDate, day: number): CalendarDate {
  return addDays(firstContact, day - 1);
}

/** Whether `name` is a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** When a day begins that is the calendar's. */
export const MIDNIGHT = '00:00';

/**
 * The day at an instant.
 * @param now milliseconds since the epoch.
 * @param timeZone an IANA name.
 * @param dayStart `HH:MM`: what is earlier than this still belongs to the day before.
 * @throws RangeError when the time zone is unknown.
 */
export function dateAt(now: number, timeZone: string, dayStart = MIDNIGHT): CalendarDate {
  const here = Temporal.Instant.fromEpochMilliseconds(Math.floor(now)).toZonedDateTimeISO(timeZone);
  const date = here.toPlainDate().toString();
  return Math.floor(now) >= startOfDay(date, timeZone, dayStart) ? date : addDays(date, -1);
}

/**
 * Milliseconds from `now` to the start of the next day in `timeZone`: more or less than 24 h where the clocks change.
 * @param dayStart `HH:MM`, when a day begins.
 */
export function untilNextDay(now: number, timeZone: string, dayStart = MIDNIGHT): number {
  return startOfDay(addDays(dateAt(now, timeZone, dayStart), 1), timeZone, dayStart) - Math.floor(now);
}

/**
 * When a day begins, in milliseconds since the epoch.
 * @param dayStart `HH:MM`, when a day begins.
 * @throws RangeError when the time zone is unknown.
 */
export function startOfDay(date: CalendarDate, timeZone: string, dayStart = MIDNIGHT): number {
  if (dayStart !== MIDNIGHT) return instantAt(date, dayStart, timeZone);
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * The instant of a day's time, in milliseconds since the epoch; a time that the clocks skip is moved on by as much as
 * they skip.
 * @param time `HH:MM`.
 * @throws RangeError when the time zone is unknown.
 */
export function instantAt(date: CalendarDate, time: string, timeZone: string): number {
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
}

/** `HH:MM` of an instant on the clocks of a time zone. @param instant in milliseconds since the epoch. */
export function timeOfDay(instant: number, timeZone: string): string {
  const here = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return here.toPlainTime().toString({ smallestUnit: 'minute' });
}

/** `HH:MM` on a 24-hour clock, or undefined. */
export function parseTime(text: string): string | undefined {
  const match = /^(\d{1,2}):(\d{2})$/u.exec(text.trim());
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59) return undefined;
  return `${(match[1] as string).padStart(2, '0')}:${match[2] as string}`;
}

/** A day by its numbers, the month from 1; undefined where the calendar has no such day. */
export function dateFrom(year: number, month: number, day: number): CalendarDate | undefined {
  return parseDate(`${year}-${twoDigits(month)}-${twoDigits(day)}`);
}

/** `HH:MM`. @param minute of the day, from 0 to 1439. */
export function timeOfMinute(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A day for reading: “Tue 24 Nov 2026”. */
export function formatDate(date: CalendarDate): string {
  const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date);
  return `${shortName(WEEKDAY_NAMES[dayOfWeek - 1] ?? '')} ${day} ${shortName(MONTH_NAMES[month - 1] ?? '')} ${year}`;
}

/** A day for a narrow place: “Tue 24 Nov”. */
export function formatShortDate(date: CalendarDate): string {
  return formatDate(date).slice(0, -5);
}
