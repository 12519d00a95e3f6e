/**
 * Time zones as RFC 5545 wants them in a calendar: VTIMEZONE, with every change of the clocks in the time it is for.
 */
import { Temporal } from 'temporal-polyfill';

/** Enough for a zone whose rules change by decree; a calendar spans weeks, in which clocks change twice at most. */
const MOST_CHANGES = 64;

const UTC_NAMES: ReadonlySet<string> = new Set([
  'UTC',
  'Etc/UTC',
  'Etc/GMT',
  'GMT',
  'Etc/UCT',
  'Etc/Zulu',
  'Etc/Universal',
  'Etc/Greenwich',
  'Zulu',
  'Universal',
  'UCT',
  'Greenwich',
]);

/** Whether times in a zone are written with a Z, without a zone. */
export function isUtc(timeZone: string): boolean {
  return UTC_NAMES.has(timeZone);
}

/**
 * A VTIMEZONE that holds from `from` to `to`, RFC 5545 3.6.5, one line per item: the offset at `from`, and one part for
 * each change after it. Empty for UTC.
 * @param timeZone an IANA name. @throws RangeError when it is unknown.
 */
export function vTimeZone(timeZone: string, from: Temporal.PlainDate, to: Temporal.PlainDate): string[] {
  if (isUtc(timeZone)) return [];
  const begin = from.toZonedDateTime(timeZone);
  const end = to.add({ days: 1 }).toZonedDateTime(timeZone);
  // The least offset around the time is standard time; where clocks do not change, all of it is.
  const standard = Math.min(...offsetsAround(begin, end));
  const parts = [part(begin.toPlainDateTime(), begin.offsetNanoseconds, begin.offsetNanoseconds, standard)];
  for (const change of changes(begin, end)) {
    const before = change.subtract({ nanoseconds: 1 });
    // A change is written with the clock time and the offset that it puts an end to.
    const onset = change
      .toInstant()
      .toZonedDateTimeISO('UTC')
      .add({ nanoseconds: before.offsetNanoseconds })
      .toPlainDateTime();
    parts.push(part(onset, before.offsetNanoseconds, change.offsetNanoseconds, standard));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...parts.flat(), 'END:VTIMEZONE'];
}

function* changes(begin: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): Generator<Temporal.ZonedDateTime> {
  let at = begin;
  for (let count = 0; count < MOST_CHANGES; count += 1) {
    const next = at.getTimeZoneTransition('next');
    if (!next || Temporal.ZonedDateTime.compare(next, end) >= 0) return;
    if (next.offsetNanoseconds !== next.subtract({ nanoseconds: 1 }).offsetNanoseconds) yield next;
    at = next;
  }
}

/** A year on either side has both offsets of a zone that has two. */
function offsetsAround(begin: Temporal.ZonedDateTime, end: Temporal.ZonedDateTime): number[] {
  const offsets = [begin.offsetNanoseconds];
  for (const { offsetNanoseconds } of changes(begin.subtract({ years: 1 }), end.add({ years: 1 })))
    offsets.push(offsetNanoseconds);
  return offsets;
}

function part(onset: Temporal.PlainDateTime, from: number, to: number, standard: number): string[] {
  const kind = to > standard ? 'DAYLIGHT' : 'STANDARD';
  const start = onset.toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '');
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${offset(from)}`,
    `TZOFFSETTO:${offset(to)}`,
    `END:${kind}`,
  ];
}

/** `+0100`, with seconds where the offset has some. */
function offset(nanoseconds: number): string {
  const seconds = Math.abs(nanoseconds) / 1e9;
  const parts = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    ...(seconds % 60 === 0 ? [] : [seconds % 60]),
  ];
  return `${nanoseconds < 0 ? '-' : '+'}${parts.map((value) => String(value).padStart(2, '0')).join('')}`;
}
