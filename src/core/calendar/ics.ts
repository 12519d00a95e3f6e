/**
 * Writes a calendar as RFC 5545 (iCalendar). A second export is an update of the first: entries that stayed keep their
 * revision, those that changed get a higher one, and removed ones are cancelled, so that a calendar that reads the file
 * takes them out.
 */
import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from './event';
import { firstPart, type LoopEvents } from './events';
import { cancelledLines, contentOf, readPrevious, unfold, type PreviousEvent } from './previous';
import { isUtc, vTimeZone } from './timeZone';

/** The library, which is handed in: it is loaded when a calendar is first written or read. */
type Library = typeof ICAL;

/** A line as jCal writes it, RFC 7265: name, parameters, type of value, value. */
type Property = readonly [name: string, parameters: Readonly<Record<string, string>>, type: string, value: unknown];
type Component = readonly [name: string, properties: readonly Property[], components: readonly Component[]];

/** The library does not count the space with which a line goes on: RFC 5545 3.1 allows 75 octets. */
const LONGEST_LINE = 74;

interface CalendarInput extends LoopEvents {
  /** The calendar's name. */
  readonly name: string;
  /** An IANA name: the zone of the events' times. */
  readonly timeZone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The text of the file that is to be updated; undefined for a first export. */
  readonly previous: string | undefined;
}

export interface CalendarExport {
  /** Lines of at most 75 octets, ended by CRLF. */
  readonly text: string;
  /** How many entries of the earlier export were cancelled. */
  readonly cancelled: number;
}

/** The file to write. Same input, same text; with nothing changed since `previous`, the same bytes as before. */
export function writeCalendar(
  library: Library,
  { name, events, settled, timeZone, now, previous }: CalendarInput,
): CalendarExport {
  library.foldLength = LONGEST_LINE;
  const before = previous === undefined ? new Map<string, PreviousEvent>() : readPrevious(previous);
  const stamp = Math.floor(now / 1000) * 1000;
  const entries = events.map((event) => revised(library, event, timeZone, before.get(event.uid), stamp));
  const present = new Set(events.map(({ uid }) => uid));
  const absent = [...before.values()].filter(({ uid }) => !present.has(uid));
  const gone = new Set(absent.filter(({ uid, cancelled }) => !cancelled && !settled.has(firstPart(uid))));
  const kept = absent.flatMap((event) =>
    gone.has(event) ? cancelledLines(event, stampOf(stamp).replace(/[-:]/gu, '')) : event.lines,
  );
  const zones = new Set([
    ...(events.some(({ time }) => time !== undefined) ? [timeZone] : []),
    ...absent.flatMap((event) => event.timeZone ?? []),
  ]);
  const days = [...events, ...absent].map(({ date }) => date).sort();
  const zoneLines = [...zones].flatMap((zone) => zoneOf(zone, days[0] ?? '', days.at(-1) ?? ''));
  const lines = [
    'BEGIN:VCALENDAR',
    ...headOf(escaped(name)).map((property) =>
      library.stringify.property([...property], library.design.icalendar, false),
    ),
    ...zoneLines,
    ...entries,
    ...kept.map((line) => library.helpers.foldline(line)),
    'END:VCALENDAR',
  ];
  return { text: lines.map((line) => `${line}\r\n`).join(''), cancelled: gone.size };
}

function headOf(name: string): readonly Property[] {
  return [
    ['version', {}, 'text', '2.0'],
    ['prodid', {}, 'text', '-//Prep Loop//Prep Loop//EN'],
    ['method', {}, 'text', 'PUBLISH'],
    ['name', {}, 'unknown', name],
    ['x-wr-calname', {}, 'unknown', name],
  ];
}

/** A VTIMEZONE for the days of the entries; nothing for a zone that this machine does not know. */
function zoneOf(timeZone: string, first: string, last: string): string[] {
  try {
    // A day more, for what goes on past midnight.
    return vTimeZone(timeZone, Temporal.PlainDate.from(first), Temporal.PlainDate.from(last).add({ days: 1 }));
  } catch {
    return [];
  }
}

/**
 * The text of an entry, with its revision: the same as before where it says the same, otherwise the next.
 */
function revised(
  library: Library,
  event: CalendarEvent,
  timeZone: string,
  before: PreviousEvent | undefined,
  stamp: number,
): string {
  const written = (sequence: number, at: number): string =>
    library.stringify.component([...entryOf(library, event, timeZone, sequence, at)], library.design.icalendar);
  if (before === undefined) return written(0, stamp);
  const same = written(before.sequence, before.stamp);
  return contentOf(unfold(same)) === contentOf(before.lines) ? same : written(before.sequence + 1, stamp);
}

function entryOf(library: Library, event: CalendarEvent, timeZone: string, sequence: number, stamp: number): Component {
  const { uid, kind, title, description, time, reminders } = event;
  const isFree = time === undefined;
  const alarms = reminders.map((minutes): Component => {
    const trigger = library.Duration.fromSeconds(-minutes * 60).toString();
    return [
      'valarm',
      [
        ['action', {}, 'text', 'DISPLAY'],
        ['trigger', {}, 'duration', trigger],
        ['description', {}, 'text', clean(title)],
      ],
      [],
    ];
  });
  const properties: readonly Property[] = [
    ['uid', {}, 'text', uid],
    ['sequence', {}, 'integer', sequence],
    ['dtstamp', {}, 'date-time', stampOf(stamp)],
    ...whenOf(event, timeZone),
    ['summary', {}, 'text', clean(title)],
    // Someone who plans a meeting should see that a round or a mock takes place, and not that there is a day for
    // feedback.
    ['transp', {}, 'text', isFree ? 'TRANSPARENT' : 'OPAQUE'],
    ...(description === '' ? [] : [['description', {}, 'text', clean(description)] as const]),
    ['categories', {}, 'text', 'Prep Loop'],
    ['status', {}, 'text', 'CONFIRMED'],
    ['x-microsoft-cdo-busystatus', {}, 'unknown', isFree ? 'FREE' : kind === 'task' ? 'TENTATIVE' : 'BUSY'],
  ];
  return ['vevent', properties, alarms];
}

function whenOf({ date, time, minutes }: CalendarEvent, timeZone: string): readonly Property[] {
  const day = Temporal.PlainDate.from(date);
  if (time === undefined) {
    return [
      ['dtstart', {}, 'date', day.toString()],
      ['dtend', {}, 'date', day.add({ days: 1 }).toString()],
      ['x-microsoft-cdo-alldayevent', {}, 'unknown', 'TRUE'],
      ['x-microsoft-msncalendar-alldayevent', {}, 'unknown', 'TRUE'],
    ];
  }
  // A time that the clocks skip is moved on by as much as they skip, and a length is real time.
  const start = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  const [zone, mark] = isUtc(timeZone) ? [{}, 'Z'] : [{ tzid: timeZone }, ''];
  const at = (moment: Temporal.ZonedDateTime): string =>
    `${moment.toPlainDateTime().toString({ smallestUnit: 'second' })}${mark}`;
  return [
    ['dtstart', zone, 'date-time', at(start)],
    ['dtend', zone, 'date-time', at(start.add({ minutes }))],
  ];
}

/** In UTC, to the second. */
function stampOf(stamp: number): string {
  return new Date(stamp).toISOString().replace(/\.\d+/u, '');
}

/** Text without control characters, which no calendar may hold. Line breaks stay; the library escapes them. */
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

/** The library knows no calendar’s name, so it does not escape it. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replace(/\n/gu, ' ');
}
