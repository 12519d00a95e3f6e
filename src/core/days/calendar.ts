/** Which days are for work: the user's weekend and holidays. */
import { addDays, daysBetween, parseDate, weekdayOfDate, type CalendarDate } from './dates';
import { WEEKDAY_NAMES } from './names';

/** Days from `from` to `to`, both included; `from` is not after `to`. */
interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface WorkCalendar {
  /** Weekdays off, as ISO 8601 counts them: 1 is Monday, 7 Sunday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly DateRange[];
}

/** Saturday and Sunday off. Public holidays differ by country and are not known here. */
export const DEFAULT_CALENDAR: WorkCalendar = { weekend: [6, 7], holidays: [] };

/** What a person has for preparing on a working day, in minutes, unless they say otherwise. */
export const DEFAULT_MINUTES_PER_DAY = 120;

const RANGE_SEPARATOR = /\.\.|\//u;

/**
 * Reads a calendar from the settings' values; invalid entries are left out.
 * @param weekend names of weekdays (“Saturday”); anything but a list means Saturday and Sunday.
 * @param holidays days as `YYYY-MM-DD`, ranges of days as `YYYY-MM-DD..YYYY-MM-DD`.
 */
export function readCalendar(weekend: unknown, holidays: unknown): WorkCalendar {
  return {
    weekend: Array.isArray(weekend) ? [...new Set(weekend.flatMap(weekdayOf))].sort() : DEFAULT_CALENDAR.weekend,
    holidays: Array.isArray(holidays) ? holidays.flatMap(readRange) : [],
  };
}

function weekdayOf(name: unknown): number[] {
  const index = WEEKDAY_NAMES.findIndex((weekday) => weekday.toLowerCase() === String(name).trim().toLowerCase());
  return index < 0 ? [] : [index + 1];
}

function readRange(entry: unknown): DateRange[] {
  if (typeof entry !== 'string') return [];
  const [from, to] = entry.split(RANGE_SEPARATOR).map(parseDate);
  if (from === undefined) return [];
  if (!RANGE_SEPARATOR.test(entry)) return [{ from, to: from }];
  return to === undefined || to < from ? [] : [{ from, to }];
}

/** Whether a day is for work: no day of the weekend, and no holiday. */
export function isWorkingDay(date: CalendarDate, calendar: WorkCalendar = DEFAULT_CALENDAR): boolean {
  return (
    !calendar.weekend.includes(weekdayOfDate(date)) &&
    !calendar.holidays.some(({ from, to }) => date >= from && date <= to)
  );
}

/** Consecutive days counted from one of them, which is 0: planning is arithmetic on whole numbers. */
export class Days {
  private readonly firstWeekday: number;
  private readonly holidays: readonly { readonly from: number; readonly to: number }[];
  private readonly weekend: ReadonlySet<number>;
  private readonly dates = new Map<number, CalendarDate>();

  constructor(
    readonly first: CalendarDate,
    private readonly calendar: WorkCalendar,
    /** Days that are for work whatever the calendar says. */
    private readonly worked: ReadonlySet<number> = new Set(),
  ) {
    this.firstWeekday = weekdayOfDate(first) - 1;
    this.holidays = calendar.holidays.map(({ from, to }) => ({ from: this.index(from), to: this.index(to) }));
    this.weekend = new Set(calendar.weekend);
  }

  index(date: CalendarDate): number {
    return daysBetween(this.first, date);
  }

  date(index: number): CalendarDate {
    const date = this.dates.get(index) ?? addDays(this.first, index);
    this.dates.set(index, date);
    return date;
  }

  isOff(index: number): boolean {
    return !this.worked.has(index) && this.isHolidayOrWeekend(index);
  }

  /** The minutes for work on a day; 0 on a day off. */
  minutes(index: number, minutesPerDay: MinutesPerDay): number {
    if (typeof minutesPerDay === 'number') return this.isOff(index) ? 0 : minutesPerDay;
    if (this.isHoliday(index)) return 0;
    return minutesPerDay[WEEKDAY_KEYS[this.weekday(index) - 1] as keyof WeekdayMinutes] ?? 0;
  }

  /** The same days, but one of them is for work whatever the calendar says. */
  workingOn(index: number): Days {
    return new Days(this.first, this.calendar, new Set([...this.worked, index]));
  }

  /** The working days from `from` to `to`, both included. */
  working(from: number, to: number): number[] {
    const found: number[] = [];
    for (let index = from; index <= to; index += 1) if (!this.isOff(index)) found.push(index);
    return found;
  }

  /**
   * How many working days there are from `from` to `to`, both included; takes no longer for a thousand years than for a
   * day.
   */
  count(from: number, to: number): number {
    const inWeeks = this.weekdays(from, to);
    const free = merged(this.holidays).map((range) =>
      this.weekdays(Math.max(from, range.from), Math.min(to, range.to)),
    );
    const worked = [...this.worked].filter((day) => day >= from && day <= to && this.isHolidayOrWeekend(day)).length;
    return inWeeks - free.reduce((sum, days) => sum + days, 0) + worked;
  }

  /** The days from `from` to `to` that are not of the weekend, holidays included. */
  private weekdays(from: number, to: number): number {
    if (to < from) return 0;
    const length = to - from + 1;
    const weeks = Math.floor(length / 7);
    let count = weeks * (7 - this.weekend.size);
    for (let day = from + weeks * 7; day <= to; day += 1) if (!this.weekend.has(this.weekday(day))) count += 1;
    return count;
  }

  /** As ISO 8601 counts: 1 is Monday. */
  private weekday(index: number): number {
    return ((((this.firstWeekday + index) % 7) + 7) % 7) + 1;
  }

  private isHolidayOrWeekend(index: number): boolean {
    return this.weekend.has(this.weekday(index)) || this.isHoliday(index);
  }

  private isHoliday(index: number): boolean {
    return this.holidays.some(({ from, to }) => index >= from && index <= to);
  }

  /** The first working day on or after `from`, at most a year on; undefined when there is none. */
  next(from: number): number | undefined {
    return this.seek(from, 1);
  }

  /** The last working day on or before `from`, at most a year back; undefined when there is none. */
  previous(from: number): number | undefined {
    return this.seek(from, -1);
  }

  private seek(from: number, step: 1 | -1): number | undefined {
    for (let distance = 0; distance <= 366; distance += 1)
      if (!this.isOff(from + distance * step)) return from + distance * step;
    return undefined;
  }
}

/** Ranges of days that do not overlap, with the same days in them. */
function merged(ranges: readonly { readonly from: number; readonly to: number }[]): { from: number; to: number }[] {
  const apart: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = apart.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** The keys of {@link WeekdayMinutes}: Monday first. */
export const WEEKDAY_KEYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Minutes by weekday. A weekday that is left out has none: it is a day off from preparing. */
type WeekdayMinutes = Readonly<Partial<Record<(typeof WEEKDAY_KEYS)[number], number>>>;

/** One number for every working day, or a number for each weekday, whatever the weekend is. */
export type MinutesPerDay = number | WeekdayMinutes;

/** The user's time, from the settings. */
export interface WorkTime {
  /** Days off from rounds. */
  readonly calendar: WorkCalendar;
  /** Time for work on a day. */
  readonly minutesPerDay: MinutesPerDay;
}

export const DEFAULT_WORK_TIME: WorkTime = { calendar: DEFAULT_CALENDAR, minutesPerDay: DEFAULT_MINUTES_PER_DAY };

/** How many minutes the user has on a day; 0 on a day off. */
export function minutesOn(date: CalendarDate, { calendar, minutesPerDay }: WorkTime): number {
  return new Days(date, calendar).minutes(0, minutesPerDay);
}

/** The minutes of the fullest day of a week. */
export function mostMinutes(minutesPerDay: MinutesPerDay): number {
  return typeof minutesPerDay === 'number'
    ? minutesPerDay
    : Math.max(0, ...WEEKDAY_KEYS.map((key) => minutesPerDay[key] ?? 0));
}
