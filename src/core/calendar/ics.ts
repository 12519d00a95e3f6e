/**
 * Writes a calendar as RFC 5545 (iCalendar). A second export is an update of the first: entries that stayed keep their
 * revision, those that changed get a higher one, and removed ones are cancelled, so that a calendar that reads the file
 * takes them out.
 */
import type * as ical from 'ical-generator';
import type { ICalEvent, ICalEventData } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent } from './event';
import { firstPart, type LoopEvents } from './events';
import { cancelledLines, contentOf, readPrevious, unfold, type PreviousEvent } from './previous';
import { isUtc, vTimeZone } from './timeZone';

/** The library, which is handed in: it is loaded when the first calendar is written. */
type Library = typeof ical;

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
  const before = previous === undefined ? new Map<string, PreviousEvent>() : readPrevious(previous);
  const stamp = Math.floor(now / 1000) * 1000;
  const calendar = library.default({
    prodId: { company: 'Prep Loop', product: 'Prep Loop', language: 'EN' },
    method: library.ICalCalendarMethod.PUBLISH,
    name: escaped(name),
  });
  for (const event of events)
    revise(calendar.createEvent(dataOf(library, event, timeZone)), before.get(event.uid), stamp);
  const present = new Set(events.map(({ uid }) => uid));
  const absent = [...before.values()].filter(({ uid }) => !present.has(uid));
  const gone = new Set(absent.filter(({ uid, cancelled }) => !cancelled && !settled.has(firstPart(uid))));
  const kept = absent.flatMap((event) =>
    gone.has(event) ? cancelledLines(event, library.formatDate(null, new Date(stamp))) : event.lines,
  );
  const zones = new Set([
    ...(events.some(({ time }) => time !== undefined) ? [timeZone] : []),
    ...absent.flatMap((event) => event.timeZone ?? []),
  ]);
  const days = [...events, ...absent].map(({ date }) => date).sort();
  const zoneLines = [...zones].flatMap((zone) => zoneOf(zone, days[0] ?? '', days.at(-1) ?? ''));
  return {
    text: assemble(
      calendar.toString(),
      zoneLines,
      kept.length === 0 ? [] : library.foldLines(kept.join('\r\n')).split('\r\n'),
    ),
    cancelled: gone.size,
  };
}

/**
 * Puts what the library does not write in its place, and ends the last line, which the library leaves open (RFC 5545
 * 3.1).
 */
function assemble(calendar: string, zones: readonly string[], kept: readonly string[]): string {
  const written = calendar.split('\r\n');
  const firstEvent = written.indexOf('BEGIN:VEVENT');
  const head = written.slice(0, firstEvent === -1 ? -1 : firstEvent);
  const lines = [...head, ...zones, ...written.slice(head.length, -1), ...kept, ...written.slice(-1)];
  return `${lines.join('\r\n')}\r\n`;
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

function dataOf(library: Library, event: CalendarEvent, timeZone: string): ICalEventData {
  const { ICalAlarmType, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } = library;
  const { uid, kind, title, description, date, time, minutes, reminders } = event;
  const day = Temporal.PlainDate.from(date);
  const shared: Omit<ICalEventData, 'start'> = {
    id: uid,
    summary: clean(title),
    description: description === '' ? null : clean(description),
    categories: [{ name: 'Prep Loop' }],
    status: ICalEventStatus.CONFIRMED,
    // Someone who plans a meeting should see that a round or a mock takes place, and not that there is a day for
    // feedback.
    transparency: time === undefined ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    busystatus:
      time === undefined
        ? ICalEventBusyStatus.FREE
        : kind === 'task'
          ? ICalEventBusyStatus.TENTATIVE
          : ICalEventBusyStatus.BUSY,
    alarms: reminders.map((before) => ({
      type: ICalAlarmType.display,
      trigger: before * 60,
      description: clean(title),
    })),
  };
  if (time === undefined) return { ...shared, allDay: true, start: day, end: day.add({ days: 1 }) };
  // A time that the clocks skip is moved on by as much as they skip, and a length is real time.
  const start = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return { ...shared, start, end: start.add({ minutes }), timezone: isUtc(timeZone) ? null : timeZone };
}

/** Gives an entry its revision: the same as before where it says the same, otherwise the next. */
function revise(event: ICalEvent, before: PreviousEvent | undefined, stamp: number): void {
  const same = before !== undefined && contentOf(unfold(event.toString())) === contentOf(before.lines);
  event.sequence(before === undefined ? 0 : same ? before.sequence : before.sequence + 1);
  event.stamp(new Date(same ? before.stamp : stamp));
}

/** Text without control characters, which no calendar may hold. Line breaks stay; the library escapes them. */
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

/** The library escapes every text but the calendar's name. */
function escaped(text: string): string {
  return clean(text)
    .replace(/[\\;,]/gu, (mark) => `\\${mark}`)
    .replace(/\n/gu, ' ');
}
