/** Days as English invites write them. */
import { addDays, dateFrom, weekdayOfDate, type CalendarDate } from '../days/dates';
import { MONTH_NAMES, shortName, WEEKDAY_NAMES } from '../days/names';
import { DASHES, isMark, isWord, numberIn, type InviteToken, type ReadTokens } from './inviteTokens';

const lower = (name: string): string => name.toLowerCase();
const MONTHS = MONTH_NAMES.map(lower);
const WEEKDAYS = WEEKDAY_NAMES.map(lower);
const ORDINALS = ['st', 'nd', 'rd', 'th'];

/** A day as it is written, before it is known which one it is. */
export interface WrittenDate {
  /** The two are undefined for “tomorrow” and a weekday alone. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** Of four digits, or of two. */
  readonly year?: number | undefined;
  /** 1 for Monday to 7. */
  readonly weekday?: number | undefined;
  /** Whether day and month may be the other way round, as in 04/05/2027. */
  readonly isEitherWay?: boolean;
  /** Days from today, for “today” and “tomorrow”. */
  readonly away?: number;
}

interface ReadDate extends ReadTokens {
  readonly date: WrittenDate;
}

/** The day that begins at a token. */
export function readInviteDate(tokens: readonly InviteToken[], at: number): ReadDate | undefined {
  const weekday = weekdayOf(tokens[at]);
  const from = weekday === undefined ? at : afterWeekday(tokens, at + 1);
  const read = isoAt(tokens, from) ?? monthFirst(tokens, from) ?? dayFirst(tokens, from) ?? slashed(tokens, from);
  if (read) return { next: read.next, date: { ...read.date, weekday: weekday ?? read.date.weekday } };
  if (weekday !== undefined) return { next: at + 1, date: { weekday } };
  const away = isWord(tokens[at], 'today') ? 0 : isWord(tokens[at], 'tomorrow') ? 1 : undefined;
  return away === undefined ? undefined : { next: at + 1, date: { away } };
}

function weekdayOf(token: InviteToken | undefined): number | undefined {
  // “Tues” and “Thurs” are short as well.
  return nameAt(token, WEEKDAYS, (name) => name.slice(0, 5));
}

function monthOf(token: InviteToken | undefined): number | undefined {
  return nameAt(token, MONTHS, (name) => (name === 'september' ? 'sept' : ''));
}

/**
 * Which name of a list a word is, from 1: all of it, its first three letters, or a longer beginning up to a limit.
 * “Sat”, “sun” and “may” in small letters are words.
 */
function nameAt(
  token: InviteToken | undefined,
  names: readonly string[],
  longer: (name: string) => string,
): number | undefined {
  if (token?.kind !== 'word' || !/^\p{Lu}/u.test(token.text)) return undefined;
  const word = token.lower;
  const place = names.findIndex(
    (name) => word === name || word === shortName(name) || (word.length > 3 && longer(name).startsWith(word)),
  );
  return place < 0 ? undefined : place + 1;
}

/** What may stand between a weekday and its day: “Monday, the 14th”, “Tue. 8”. */
function afterWeekday(tokens: readonly InviteToken[], at: number): number {
  let next = at;
  while (isMark(tokens[next], ',', '.', ...DASHES, '(') || isWord(tokens[next], 'the')) next += 1;
  return next - at > 3 ? at : next;
}

/** The day of a month, and its ordinal: “4th”. */
function dayAt(tokens: readonly InviteToken[], at: number): (ReadTokens & { readonly day: number }) | undefined {
  const day = numberIn(tokens[at], 2);
  if (day === undefined || day < 1 || day > 31) return undefined;
  const isOrdinal = tokens[at + 1]?.isClose === true && isWord(tokens[at + 1], ...ORDINALS);
  return { day, next: at + (isOrdinal ? 2 : 1) };
}

/** A year after a day and a month, with a comma before it or none; of two digits after an apostrophe: “’26”. */
function yearAt(tokens: readonly InviteToken[], at: number): (ReadTokens & { readonly year: number }) | undefined {
  const from = isMark(tokens[at], ',', ...DASHES) ? at + 1 : at;
  const token = tokens[from];
  const short = isMark(token, '’', "'") && tokens[from + 1]?.isClose ? twoDigits(tokens[from + 1]) : undefined;
  if (short !== undefined) return { year: short, next: from + 2 };
  const year = token?.text.length === 4 ? numberIn(token, 4) : undefined;
  return year !== undefined && year >= 2000 && year < 2100 ? { year, next: from + 1 } : undefined;
}

const twoDigits = (token: InviteToken | undefined): number | undefined =>
  token?.text.length === 2 ? numberIn(token, 2) : undefined;

function withYear(tokens: readonly InviteToken[], at: number, month: number, day: number): ReadDate {
  const year = yearAt(tokens, at);
  return { next: year?.next ?? at, date: { month, day, year: year?.year } };
}

/** “December 4th, 2026” */
function monthFirst(tokens: readonly InviteToken[], at: number): ReadDate | undefined {
  const month = monthOf(tokens[at]);
  const day = month === undefined ? undefined : dayAt(tokens, isWord(tokens[at + 1], 'the') ? at + 2 : at + 1);
  // “May 10:30” is no tenth of May.
  if (month === undefined || !day || isMark(tokens[day.next], ':')) return undefined;
  return withYear(tokens, day.next, month, day.day);
}

/** “14th of December 2026”, “3-Dec-2026”, “3-Dec-26” */
function dayFirst(tokens: readonly InviteToken[], at: number): ReadDate | undefined {
  const day = dayAt(tokens, at);
  if (!day) return undefined;
  const from = isWord(tokens[day.next], 'of') || isMark(tokens[day.next], ...DASHES) ? day.next + 1 : day.next;
  const month = monthOf(tokens[from]);
  if (month === undefined) return undefined;
  const isDashed = [day.next, from + 1].every((place) => isMark(tokens[place], '-') && tokens[place + 1]?.isClose);
  const short = isDashed ? twoDigits(tokens[from + 2]) : undefined;
  if (short !== undefined) return { next: from + 3, date: { month, day: day.day, year: short } };
  return withYear(tokens, from + 1, month, day.day);
}

/** “2026-12-11”, “2026/12/11” */
function isoAt(tokens: readonly InviteToken[], at: number): ReadDate | undefined {
  const [year, first, month, second, day] = tokens.slice(at, at + 5);
  if (year?.text.length !== 4 || !isMark(first, '-', '/', '.') || second?.text !== first?.text) return undefined;
  const [y, m, d] = [numberIn(year, 4), numberIn(month, 2), numberIn(day, 2)];
  if (y === undefined || m === undefined || d === undefined || y < 2000 || y > 2099) return undefined;
  return { next: at + 5, date: { year: y, month: m, day: d } };
}

/** “08/12/2026”, and “8.12.2026”, where the day is first. */
function slashed(tokens: readonly InviteToken[], at: number): ReadDate | undefined {
  const [first, mark, second, last, year] = tokens.slice(at, at + 5);
  if (!isMark(mark, '/', '.', '-') || last?.text !== mark?.text || !second?.isClose || !year?.isClose) return undefined;
  const [a, b, y] = [numberIn(first, 2), numberIn(second, 2), yearOf(year)];
  if (a === undefined || b === undefined || y === undefined) return undefined;
  const isDayFirst = isMark(mark, '.') || a > 12;
  const date = isDayFirst ? { day: a, month: b, year: y } : { month: a, day: b, year: y };
  return { next: at + 5, date: { ...date, ...(!isDayFirst && b <= 12 && a !== b ? { isEitherWay: true } : {}) } };
}

/** A year of two or of four digits. */
function yearOf(token: InviteToken): number | undefined {
  if (token.text.length === 2) return numberIn(token, 2);
  const year = numberIn(token, 4);
  return year !== undefined && year >= 2000 && year < 2100 ? year : undefined;
}

/** What a written day may be: several where that cannot be decided, none where it is no day or contradicts itself. */
interface DayChoice {
  readonly dates: readonly CalendarDate[];
  /** What is wrong with it. */
  readonly problem?: string;
}

/** A day without a year that is past by less is taken as past, where its weekday says so; in days. */
const JUST_PAST = 60;
/** The next 29th of February is at most so many years away, where a century has none. */
const YEARS_AHEAD = 8;

/**
 * The day that is meant. Without a year it is the next such day from `today` on.
 * @param written the words, for the messages.
 */
export function decideDate(date: WrittenDate, today: CalendarDate, written: string): DayChoice {
  const { month, day, weekday, away, isEitherWay } = date;
  const year = date.year === undefined ? undefined : fullYear(date.year, today);
  if (away !== undefined) return { dates: [addDays(today, away)] };
  if (month === undefined || day === undefined) return { dates: [nextWeekday(today, weekday ?? 1)] };
  const pairs = isEitherWay ? [[month, day] as const, [day, month] as const] : [[month, day] as const];
  const all = pairs.flatMap(([m, d]) =>
    year === undefined ? nearestDate(m, d, weekday, today) : (dateFrom(year, m, d) ?? []),
  );
  if (all.length === 0) return { dates: [], problem: `“${written}” is not a day of the calendar.` };
  const fitting = weekday === undefined ? all : all.filter((each) => weekdayOfDate(each) === weekday);
  if (fitting.length > 0) return { dates: fitting };
  const real = all.map((each) => WEEKDAY_NAMES[weekdayOfDate(each) - 1]).join(' or ');
  return { dates: [], problem: `“${written}” contradicts itself: that day is a ${real}.` };
}

/** A year of two digits is the nearest to today that ends so. */
function fullYear(year: number, today: CalendarDate): number {
  if (year > 99) return year;
  return year + Math.round((Number(today.slice(0, 4)) - year) / 100) * 100;
}

function nearestDate(month: number, day: number, weekday: number | undefined, today: CalendarDate): CalendarDate[] {
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, index) => thisYear - 1 + index);
  const days = years.flatMap((year) => dateFrom(year, month, day) ?? []);
  const next = days.find((each) => each >= today);
  const past = days.filter((each) => each < today && each >= addDays(today, -JUST_PAST)).at(-1);
  const isPast = weekday !== undefined && past !== undefined && weekdayOfDate(past) === weekday;
  const isNext = weekday !== undefined && next !== undefined && weekdayOfDate(next) === weekday;
  if (isPast && !isNext) return [past];
  return next === undefined ? [] : [next];
}

/** The next day of a weekday, after today. */
function nextWeekday(today: CalendarDate, weekday: number): CalendarDate {
  return addDays(today, ((weekday - weekdayOfDate(today) + 6) % 7) + 1);
}
