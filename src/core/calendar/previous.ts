/**
 * Reads back what an earlier export wrote, as far as the next one needs it: which entries there are, and their
 * revisions.
 */
import { parseDate } from '../days/dates';
import { withoutBom } from '../markdown/text';

/** An entry of an earlier export. */
export interface PreviousEvent {
  readonly uid: string;
  /** RFC 5545 3.8.7.4: grows with each change. */
  readonly sequence: number;
  /** When it was written, milliseconds since the epoch. */
  readonly stamp: number;
  readonly cancelled: boolean;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Undefined for a whole day, and in UTC. */
  readonly timeZone: string | undefined;
  /** Its lines, unfolded, from BEGIN:VEVENT to END:VEVENT. */
  readonly lines: readonly string[];
}

const PRODUCT = /^PRODID:.*\bPrep Loop\b/imu;

/** Whether a text is a calendar that this exporter wrote; another's is not to be replaced. */
export function isOwnCalendar(text: string): boolean {
  return /^BEGIN:VCALENDAR\s/iu.test(withoutBom(text)) && PRODUCT.test(text);
}

/** The entries by their UIDs. What cannot be read is left out. Never throws; linear time. */
export function readPrevious(text: string): Map<string, PreviousEvent> {
  const found = new Map<string, PreviousEvent>();
  let lines: string[] = [];
  for (const line of unfold(text)) {
    if (line === 'BEGIN:VEVENT') lines = [];
    lines.push(line);
    if (line !== 'END:VEVENT') continue;
    const event = readEvent(lines);
    if (event) found.set(event.uid, event);
    lines = [];
  }
  return found;
}

/** The lines of an entry that is cancelled: its next revision, without reminders. */
export function cancelledLines({ lines, sequence }: PreviousEvent, stamp: string): string[] {
  const rest = withoutAlarms(lines).filter((line) => !/^(?:END:VEVENT|STATUS:|SEQUENCE:|DTSTAMP:)/u.test(line));
  return [...rest, `SEQUENCE:${sequence + 1}`, `DTSTAMP:${stamp}`, 'STATUS:CANCELLED', 'END:VEVENT'];
}

/** What an entry says itself: the lines of its reminders are left out. */
function withoutAlarms(lines: readonly string[]): string[] {
  const own: string[] = [];
  let alarm = false;
  for (const line of lines) {
    if (line === 'BEGIN:VALARM') alarm = true;
    if (!alarm) own.push(line);
    if (line === 'END:VALARM') alarm = false;
  }
  return own;
}

/** All that an entry says except its revision: equal for equal entries. */
export function contentOf(lines: readonly string[]): string {
  return lines.filter((line) => !/^(?:SEQUENCE:|DTSTAMP:)/u.test(line) && line !== '').join('\n');
}

/** Joins folded lines, RFC 5545 3.1. */
export function unfold(text: string): string[] {
  return text.replace(/\r?\n[ \t]/gu, '').split(/\r?\n/u);
}

function readEvent(lines: readonly string[]): PreviousEvent | undefined {
  const own = withoutAlarms(lines);
  const value = (name: string): string | undefined =>
    own.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  const uid = value('UID');
  const sequence = Number(value('SEQUENCE') ?? 0);
  const stamp = readStamp(value('DTSTAMP'));
  const start = /^DTSTART((?:;[^:;]+)*):(\d{4})(\d{2})(\d{2})(?:$|T)/u.exec(
    own.find((line) => /^DTSTART[:;]/u.test(line)) ?? '',
  );
  const date = parseDate(start?.slice(2, 5).join('-') ?? '');
  if (
    !isWhole(lines) ||
    uid === undefined ||
    date === undefined ||
    stamp === undefined ||
    !Number.isSafeInteger(sequence) ||
    sequence < 0
  )
    return undefined;
  const timeZone = /;TZID=([^;]+)/u.exec(start?.[1] ?? '')?.[1];
  return { uid, sequence, stamp, cancelled: value('STATUS') === 'CANCELLED', date, timeZone, lines };
}

/** A name, parameters that each have a name and values, and what it says. */
const PROPERTY = /^[a-z][a-z\d-]*(?:;[a-z][a-z\d-]*=(?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*)*:\P{Cc}*$/iu;
const DATE_PROPERTY = /^(?:DTSTART|DTEND|DTSTAMP)[;:]/u;
const DATE_VALUE = /:\d{8}(?:T\d{6}Z?)?$/u;

/** Whether an entry's lines can be written again: a damaged one would make the whole next export unreadable. */
function isWhole(lines: readonly string[]): boolean {
  const marks = lines.filter((line) => /^(?:BEGIN|END):/iu.test(line));
  const alarms = marks.slice(1, -1);
  return (
    marks[0] === lines[0] &&
    lines[0] === 'BEGIN:VEVENT' &&
    alarms.every((mark, index) => mark === (index % 2 === 0 ? 'BEGIN:VALARM' : 'END:VALARM')) &&
    alarms.length % 2 === 0 &&
    lines.every((line) => PROPERTY.test(line) && (!DATE_PROPERTY.test(line) || DATE_VALUE.test(line)))
  );
}

function readStamp(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/u.exec(text ?? '');
  if (!match) return undefined;
  const [year, month, day, hours, minutes, seconds] = match.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
