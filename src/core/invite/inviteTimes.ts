/** Times of the day, their ends and lengths, as English invites write them. */
import { timeOfMinute } from '../days/dates';
import { DASHES, isMark, isWord, numberIn, type InviteToken, type ReadTokens } from './inviteTokens';
import { offsetId, readZone } from './inviteZones';
import type { InviteZone } from './inviteModel';

/** A time, and when it ends. */
export interface WrittenTime {
  /** `HH:MM`. */
  readonly time: string;
  /** Whether it is 24:00, the first minute of the day after. */
  readonly isNextDay: boolean;
  readonly minutes: number | undefined;
  readonly zone: InviteZone | undefined;
}

interface ReadTime extends ReadTokens {
  readonly written: WrittenTime;
}

/** One time of the day: minutes since midnight on a clock of 12 or of 24 hours. */
interface ClockTime extends ReadTokens {
  readonly minute: number;
  readonly half: 'am' | 'pm' | undefined;
  /** Whether it is a number alone, such as the 10 in “10–11 am”: no time by itself. */
  readonly isBare: boolean;
  readonly zone?: InviteZone | undefined;
}

const DAY = 24 * 60;
const HALF_DAY = 12 * 60;

/** The time, or the range of times, that begins at a token. */
export function readInviteTime(text: string, tokens: readonly InviteToken[], at: number): ReadTime | undefined {
  const first = clockAt(tokens, at);
  if (!first) return undefined;
  const zone = first.zone ? undefined : zoneAfter(text, tokens, first.next);
  const from = zone?.next ?? first.next;
  const firstZone = first.zone ?? zone?.zone;
  const isTo = isMark(tokens[from], ...DASHES) || isWord(tokens[from], 'to', 'until', 'till');
  const last = isTo ? clockAt(tokens, from + 1) : undefined;
  if (last && isRange(first, last)) return rangeOf(text, tokens, first, last, firstZone);
  if (first.isBare) return undefined;
  const time = timeOfMinute(minuteOfDay(first));
  return { next: from, written: { time, isNextDay: isDaysEnd(first), minutes: undefined, zone: firstZone } };
}

/** A figure alone is a time only beside one that says more: “10–11 am”, but neither “10–11” nor “10:00 – 5”. */
function isRange(first: ClockTime, last: ClockTime): boolean {
  return last.half !== undefined || (!first.isBare && !last.isBare);
}

function rangeOf(
  text: string,
  tokens: readonly InviteToken[],
  first: ClockTime,
  last: ClockTime,
  firstZone: InviteZone | undefined,
): ReadTime {
  const lastZone = last.zone ? undefined : zoneAfter(text, tokens, last.next);
  const end = minuteOfDay(last);
  const begin = beginOf(first, last, end);
  return {
    next: lastZone?.next ?? last.next,
    written: {
      time: timeOfMinute(begin),
      isNextDay: isDaysEnd(first),
      minutes: (end - begin + DAY) % DAY || undefined,
      zone: firstZone ?? last.zone ?? lastZone?.zone,
    },
  };
}

/** “10 – 10:45 AM”: the first has the half of the second, unless that would put it after it, as in “11 – 1 PM”. */
function beginOf(first: ClockTime, last: ClockTime, end: number): number {
  if (first.half !== undefined || last.half === undefined || first.minute > HALF_DAY) return minuteOfDay(first);
  const same = minuteOfDay({ ...first, half: last.half });
  return same < end ? same : minuteOfDay({ ...first, half: last.half === 'pm' ? 'am' : 'pm' });
}

function minuteOfDay({ minute, half }: ClockTime): number {
  if (half === undefined) return minute % DAY;
  return (minute % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0);
}

const isDaysEnd = ({ minute }: ClockTime): boolean => minute === DAY;

/** The zone after a time, with nothing but marks between them. */
function zoneAfter(text: string, tokens: readonly InviteToken[], at: number): ReturnType<typeof readZone> {
  for (let next = at; next < at + 3 && tokens[next]; next += 1) {
    const zone = readZone(text, tokens, next, true);
    if (zone) return zone;
    if (!isMark(tokens[next], ',', '|', '/', '·', '⋅', '(')) return undefined;
  }
  return undefined;
}

function clockAt(tokens: readonly InviteToken[], at: number): ClockTime | undefined {
  const token = tokens[at];
  if (isWord(token, 'noon')) return { next: at + 1, minute: HALF_DAY, half: undefined, isBare: false };
  if (isWord(token, 'midnight')) return { next: at + 1, minute: 0, half: undefined, isBare: false };
  if (token?.kind !== 'number') return undefined;
  if (token.text.length === 4 && isWord(tokens[at + 1], 'hrs', 'hours', 'h'))
    return whole(Math.floor(Number(token.text) / 100), Number(token.text) % 100, undefined, at + 2);
  const hours = numberIn(token, 2);
  if (hours === undefined) return undefined;
  const minutes = minutesAfter(tokens, at + 1);
  if (minutes !== undefined) return withMinutes(tokens, at, hours, minutes);
  const half = halfAt(tokens[at + 1]);
  const time = whole(hours, 0, half, at + 1);
  return time && { ...time, isBare: half === undefined };
}

/** The two digits after a mark that follows an hour: “:30”, “.30”. */
function minutesAfter(tokens: readonly InviteToken[], at: number): number | undefined {
  const [mark, minutes] = [tokens[at], tokens[at + 1]];
  const isTight = mark?.isClose === true && minutes?.isClose === true && minutes.text.length === 2;
  return isTight && isMark(mark, ':', '.') ? numberIn(minutes, 2) : undefined;
}

function withMinutes(
  tokens: readonly InviteToken[],
  at: number,
  hours: number,
  minutes: number,
): ClockTime | undefined {
  const after = at + 3;
  // With a dot it is a time only where it says so: “9.30 am”, but not “9.30”.
  if (isMark(tokens[at + 1], '.')) {
    const half = halfAt(tokens[after]);
    return half === undefined ? undefined : whole(hours, minutes, half, after);
  }
  const seconds = isMark(tokens[after], ':') && tokens[after + 1]?.text.length === 2 ? 2 : 0;
  const time = whole(hours, minutes, halfAt(tokens[after + seconds]), after + seconds);
  return time && isoZone(tokens, time);
}

function whole(hours: number, minutes: number, half: ClockTime['half'], next: number): ClockTime | undefined {
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0) || (half !== undefined && (hours > 12 || hours < 1)))
    return undefined;
  return { next: half === undefined ? next : next + 1, minute: hours * 60 + minutes, half, isBare: false };
}

function halfAt(token: InviteToken | undefined): ClockTime['half'] {
  if (isWord(token, 'am')) return 'am';
  return isWord(token, 'pm') ? 'pm' : undefined;
}

/** The `Z` or `+01:00` right after an ISO time. */
function isoZone(tokens: readonly InviteToken[], time: ClockTime): ClockTime {
  const token = tokens[time.next];
  if (time.half !== undefined || !token?.isClose) return time;
  if (isWord(token, 'z')) return { ...time, next: time.next + 1, zone: { id: 'UTC', written: 'Z' } };
  const [hours, colon, minutes] = tokens.slice(time.next + 1, time.next + 4);
  const isOffset =
    isMark(token, '+', '-') && hours?.text.length === 2 && isMark(colon, ':') && minutes?.text.length === 2;
  const id = isOffset ? offsetId(token.text === '+', Number(hours.text), Number(minutes.text)) : undefined;
  // “10:00-11:30” is a range.
  const isRange = token.text === '-' && Number(hours?.text) > 12;
  if (id === undefined || isRange || !isIso(tokens, time)) return time;
  return { ...time, next: time.next + 4, zone: { id, written: `${token.text}${hours?.text}:${minutes?.text}` } };
}

/** Whether the time follows its day with a `T`, as ISO has it. */
function isIso(tokens: readonly InviteToken[], { next }: ClockTime): boolean {
  return tokens.slice(Math.max(0, next - 6), next).some((token) => token.text === 'T');
}

/** A length of time that begins at a token, in minutes: “45 minutes”, “1 hour”, “1.5 hours”, “90 mins”. */
export function readLength(tokens: readonly InviteToken[], at: number): number | undefined {
  const first = numberIn(tokens[at], 3);
  if (first === undefined) return undefined;
  const isHalf = isMark(tokens[at + 1], '.') && tokens[at + 2]?.text === '5' && tokens[at + 2]?.isClose === true;
  const unit = isHalf ? at + 3 : isMark(tokens[at + 1], '-') ? at + 2 : at + 1;
  if (isWord(tokens[unit], 'minutes', 'minute', 'mins', 'min')) return isHalf ? undefined : inRange(first);
  if (isWord(tokens[unit], 'hours', 'hour', 'hrs', 'hr', 'h')) return inRange(first * 60 + (isHalf ? 30 : 0));
  return undefined;
}

const inRange = (minutes: number): number | undefined => (minutes >= 5 && minutes <= DAY ? minutes : undefined);
