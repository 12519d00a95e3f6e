/** On which day a conversation was recorded, by the name of its file or the head of its transcript. */
import { dateAt, dateFrom, instantAt, parseTime, type CalendarDate } from '../days/dates';
import { MONTH_NAMES, shortName } from '../days/names';

const MONTHS = MONTH_NAMES.map((name) => shortName(name).toLowerCase());
/** `2026-11-28`, `20261128_100212` */
const NUMBERS = /(?:^|\D)(20\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/u;
/** `Nov 28, 2026`, `November 28, 2026` */
const MONTH_FIRST = /\b([a-z]{3})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (20\d{2})\b/iu;
/** `28 Nov 2026` */
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3})[a-z]{0,6}\.?,? (20\d{2})\b/iu;
/** Longer lines say more than a date. */
const LONGEST_LINE = 200;

/** `GMT20261128-180500_Recording.transcript.vtt`: Zoom names a recording by its moment in UTC. */
const ZOOM = /(?:^|[^A-Za-z])GMT(20\d{2})(\d{2})(\d{2})-(\d{2})(\d{2})/u;

/** The day that a file's name says, on the user's own calendar. @param timeZone an IANA name. */
export function dayOfRecording(name: string, timeZone: string): CalendarDate | undefined {
  const [, year, month, day, hours = '', minutes = ''] = ZOOM.exec(name.slice(0, LONGEST_LINE)) ?? [];
  const date = dateOf(year, month, day);
  const time = parseTime(`${hours}:${minutes}`);
  if (date === undefined || time === undefined) return dayIn([name]);
  return dateAt(instantAt(date, time, 'UTC'), timeZone);
}

/** The first day that some lines name; undefined where they name none. */
export function dayIn(lines: readonly string[]): CalendarDate | undefined {
  for (const line of lines.slice(0, 40)) {
    const text = line.slice(0, LONGEST_LINE);
    const numbers = NUMBERS.exec(text);
    const month = MONTH_FIRST.exec(text);
    const day = DAY_FIRST.exec(text);
    const found =
      dateOf(numbers?.[1], numbers?.[3], numbers?.[4]) ??
      dateOf(month?.[3], monthNumber(month?.[1]), month?.[2]) ??
      dateOf(day?.[3], monthNumber(day?.[2]), day?.[1]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function monthNumber(name: string | undefined): string | undefined {
  const at = MONTHS.indexOf((name ?? '').toLowerCase());
  return at < 0 ? undefined : String(at + 1);
}

function dateOf(year?: string, month?: string, day?: string): CalendarDate | undefined {
  return dateFrom(Number(year), Number(month), Number(day));
}
