/** Finds in the text of an invite when the round takes place. */
import { addDays, type CalendarDate } from '../days/dates';
import { plural } from '../words';
import { decideDate, readInviteDate, type WrittenDate } from './inviteDates';
import type { Invite, InviteMoment, InviteZone } from './inviteModel';
import { readInviteTime, readLength, type WrittenTime } from './inviteTimes';
import { inviteTokens, type InviteToken } from './inviteTokens';
import { readZone } from './inviteZones';

/** How far a time may be from its day, in UTF-16 units. */
const FAR = 160;
const NEAR = 40;
/** No invite names more. */
const MOST_ITEMS = 400;
const MOST_MOMENTS = 12;

interface Place {
  readonly start: number;
  readonly end: number;
}
interface DateItem extends Place {
  readonly date: WrittenDate;
}
interface TimeItem extends Place {
  readonly time: WrittenTime;
}
interface LengthItem extends Place {
  readonly minutes: number;
}
interface ZoneItem extends Place {
  readonly zone: InviteZone;
}

interface Items {
  readonly dates: DateItem[];
  readonly times: TimeItem[];
  readonly lengths: LengthItem[];
  readonly zones: ZoneItem[];
}

type FoundMoments = Pick<Invite, 'moments' | 'looseTime' | 'notes'>;

/** The moments of a text. @param today what “tomorrow” and a day without a year are reckoned from. */
export function findMoments(text: string, today: CalendarDate): FoundMoments {
  const items = itemsOf(text);
  const exact = items.dates.filter(({ date }) => date.month !== undefined);
  const vague = items.dates.filter((item) => item.date.month === undefined && hasTimeBeside(text, item, items.times));
  const finder = new MomentFinder(text, items, today);
  return finder.find(exact.length > 0 ? exact : vague, exact.length === 0);
}

function itemsOf(text: string): Items {
  const tokens = inviteTokens(text);
  const items: Items = { dates: [], times: [], lengths: [], zones: [] };
  for (let at = 0, count = 0; at < tokens.length && count < MOST_ITEMS;) {
    const next = readItem(text, tokens, at, items);
    if (next > at) count += 1;
    at = Math.max(next, at + 1);
  }
  return items;
}

/** Reads what begins at a token into its list, and gives the token after it; the same token where nothing does. */
function readItem(text: string, tokens: readonly InviteToken[], at: number, items: Items): number {
  const place = (next: number): Place => ({
    start: (tokens[at] as InviteToken).start,
    end: (tokens[next - 1] as InviteToken).end,
  });
  const date = readInviteDate(tokens, at);
  if (date) {
    items.dates.push({ ...place(date.next), date: date.date });
    return date.next;
  }
  const minutes = readLength(tokens, at);
  if (minutes !== undefined) {
    items.lengths.push({ ...place(at + 1), minutes });
    return at + 2;
  }
  const time = readInviteTime(text, tokens, at);
  if (time) {
    items.times.push({ ...place(time.next), time: time.written });
    return time.next;
  }
  const zone = readZone(text, tokens, at);
  if (!zone) return at;
  items.zones.push({ ...place(zone.next), zone: zone.zone });
  return zone.next;
}

/** What may stand between a time and the day after it: “3 pm on Tuesday”, “18:30 - Wednesday”. */
const LINK_WORDS = /^[\s,.()–—-]{0,6}(?:(?:on|this|next)\b[\s,]{0,3}){0,2}$/iu;

function isRightBefore(text: string, time: Place, day: Place): boolean {
  return time.end <= day.start && day.start - time.end < NEAR && LINK_WORDS.test(text.slice(time.end, day.start));
}

/** A weekday alone counts only with a time beside it: “by Friday” is no day of an interview. */
function hasTimeBeside(text: string, day: DateItem, times: readonly TimeItem[]): boolean {
  return times.some(
    (time) =>
      isRightBefore(text, time, day) ||
      (time.start >= day.end && time.start - day.end < NEAR && !/[.!?\n]\s/u.test(text.slice(day.end, time.start))),
  );
}

const WAS =
  /(?:\bwas|\binstead of|\boriginally(?: on| for| scheduled for| planned for)?|\bpreviously(?: on| scheduled for)?|\brather than|\breplaces|\bold (?:time|date)|\bbefore|~~)[\s:(]{0,3}(?:on |at )?$/iu;
const FROM = /\bfrom[\s:]{1,3}$/iu;
const MOVES =
  /\b(?:re-?schedul|moved?\b|moving\b|chang|push(?:ed|ing)\b|postpone|shift(?:ed|ing)\b|brought forward|updated?\b)/iu;

class MomentFinder {
  private readonly notes: string[] = [];
  private readonly claimed = new Set<TimeItem>();

  constructor(
    private readonly text: string,
    private readonly items: Items,
    private readonly today: CalendarDate,
  ) {}

  find(dates: readonly DateItem[], isReckoned: boolean): FoundMoments {
    const all = dates.flatMap((item, index) => this.momentsOf(item, dates[index + 1], isReckoned));
    const present = all.some(({ isFormer }) => !isFormer) ? all.filter(({ isFormer }) => !isFormer) : all;
    const moments = withoutRepeats(present.map(({ moment }) => moment));
    const future = moments.filter(({ date }) => date >= this.today);
    const kept = (future.length > 0 ? future : moments).slice(0, MOST_MOMENTS);
    if (all.length > present.length)
      this.notes.push('The invite names an earlier time as well, which no longer counts.');
    if (kept.length > 1)
      this.notes.push(`The invite names ${plural(kept.length, 'time')}: choose the one that counts.`);
    return { moments: kept, looseTime: kept.length > 0 ? undefined : this.looseTime(), notes: this.notes };
  }

  /** A day with each of its times, in each way in which it can be read. */
  private momentsOf(
    day: DateItem,
    next: DateItem | undefined,
    isReckoned: boolean,
  ): { readonly moment: InviteMoment; readonly isFormer: boolean }[] {
    const times = this.timesOf(day, next);
    const words = this.text.slice(day.start, day.end).replace(/\s+/gu, ' ');
    const { dates, problem } = decideDate(day.date, this.today, words);
    if (problem !== undefined) this.notes.push(`${problem} Its day was not taken.`);
    if (dates.length > 1) this.notes.push(`“${words}” can be read in two ways: nothing in it says which is the day.`);
    if (isReckoned && dates[0] !== undefined)
      this.notes.push(`“${words}” was counted from today: check it if the invite is older.`);
    const first = times[0] && times[0].start < day.start ? times[0].start : day.start;
    const before = this.text.slice(Math.max(0, first - NEAR), first);
    const isFormer = WAS.test(before) || (FROM.test(before) && MOVES.test(this.text));
    return dates.flatMap((date) =>
      (times.length === 0 ? [undefined] : times).map((time) => ({ moment: this.moment(date, day, time), isFormer })),
    );
  }

  private timesOf(day: DateItem, next: DateItem | undefined): TimeItem[] {
    const { times } = this.items;
    const before = times.filter((time) => isRightBefore(this.text, time, day)).at(-1);
    if (before && !this.claimed.has(before)) return this.claim([before]);
    const found: TimeItem[] = [];
    let end = day.end;
    for (const time of times) {
      if (time.start < day.end || this.claimed.has(time)) continue;
      if (time.start - end > FAR || (next && time.start >= next.start)) break;
      const isOfNext = next && isRightBefore(this.text, time, next) && time.start - day.end > NEAR / 2;
      if (isOfNext) break;
      found.push(time);
      end = time.end;
    }
    return this.claim(found);
  }

  private claim(times: TimeItem[]): TimeItem[] {
    for (const time of times) this.claimed.add(time);
    return times;
  }

  private moment(date: CalendarDate, day: DateItem, item: TimeItem | undefined): InviteMoment {
    const from = Math.min(day.start, item?.start ?? day.start);
    const to = Math.max(day.end, item?.end ?? day.end);
    const zone = item && this.zoneOf(item);
    const words =
      to - from <= FAR / 2
        ? this.text.slice(from, to)
        : `${this.text.slice(day.start, day.end)}, ${this.text.slice(item?.start, item?.end)}`;
    const named = zone !== undefined && !words.includes(zone.written) ? `${words} ${zone.written}` : words;
    return {
      date: item?.time.isNextDay ? addDays(date, 1) : date,
      time: item?.time.time,
      zone,
      minutes: item && (item.time.minutes ?? this.lengthAfter(item)),
      written: named.replace(/\s+/gu, ' ').trim(),
    };
  }

  /** The zone right after a time, else one on its line, else the one that all of the text has. */
  private zoneOf({ time, start, end }: TimeItem): InviteZone | undefined {
    if (time.zone) return time.zone;
    const line = this.items.zones.find(
      (zone) => !this.text.slice(Math.min(end, zone.end), Math.max(start, zone.start)).includes('\n'),
    );
    if (line) return line.zone;
    const all = [
      ...this.items.zones.map(({ zone }) => zone),
      ...this.items.times.flatMap((each) => each.time.zone ?? []),
    ];
    return new Set(all.map(({ id }) => id)).size === 1 ? all[0] : undefined;
  }

  private lengthAfter({ end }: TimeItem): number | undefined {
    return this.items.lengths.find(({ start }) => start >= end && start - end < FAR / 2)?.minutes;
  }

  private looseTime(): FoundMoments['looseTime'] {
    const [first, ...more] = this.items.times;
    if (!first || more.some(({ time }) => time.time !== first.time.time)) return undefined;
    const written = this.text.slice(first.start, first.end).replace(/\s+/gu, ' ');
    return { time: first.time.time, zone: this.zoneOf(first), written };
  }
}

/** Each moment once; a day without a time only where no other has one. */
function withoutRepeats(moments: readonly InviteMoment[]): InviteMoment[] {
  const timed = moments.filter(({ time }) => time !== undefined);
  const seen = new Map<string, InviteMoment>();
  for (const moment of timed.length > 0 ? timed : moments) {
    const key = `${moment.date} ${moment.time ?? ''}`;
    const before = seen.get(key);
    // Of two that say the same, the one with a zone says more.
    if (!before || (before.zone === undefined && moment.zone !== undefined)) seen.set(key, moment);
    else if (before.zone !== undefined && moment.zone !== undefined && before.zone.id !== moment.zone.id)
      seen.set(`${key} ${moment.zone.id}`, moment);
  }
  return [...seen.values()];
}
