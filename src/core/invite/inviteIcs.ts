/** An invite as calendars send it: RFC 5545, with what Google, Outlook and Calendly make of it. */
import type ICAL from 'ical.js';
import { dateFrom, timeOfMinute, type CalendarDate } from '../days/dates';
import { plainLine } from '../loop/interviewers';
import { joined } from '../words';
import { plainInvite } from './inviteWords';
import type { Invite, InviteMoment, InvitePerson, InviteZone } from './inviteModel';
import { candidateOf, findPeople, withoutCandidate } from './invitePeople';
import { findPlace } from './invitePlaces';
import { offsetId, zoneOfId } from './inviteZones';

/** The library, which is handed in: it is loaded when the first calendar is read. */
export type IcsLibrary = typeof ICAL;

/** More entries in one file are a whole calendar, not an invite. */
const MOST_EVENTS = 30;
/** Occurrences of a series that are looked through for the next one. */
const MOST_OCCURRENCES = 2000;

/** Whether a calendar begins in a text. */
export function holdsCalendar(text: string): boolean {
  return BEGIN.test(text);
}

const BEGIN = /(?<=^\ufeff?)BEGIN:VCALENDAR[ \t]*$/imu;

/**
 * What a calendar says; undefined where it has no entry, or cannot be read.
 * @param text holds a calendar.
 */
export function readIcs(library: IcsLibrary, text: string, today: CalendarDate): Invite | undefined {
  const begin = text.search(BEGIN);
  const end = text.toUpperCase().lastIndexOf('END:VCALENDAR');
  const ics = end > begin ? text.slice(begin, end + 'END:VCALENDAR'.length) : text.slice(begin);
  let calendar: ICAL.Component;
  try {
    const parsed = library.parse(ics.replace(DAY_ALONE, '$1;VALUE=DATE:$2')) as unknown[];
    calendar = new library.Component((Array.isArray(parsed[0]) ? parsed[0] : parsed) as never);
  } catch {
    return undefined;
  }
  const events = calendar.getAllSubcomponents('vevent').slice(0, MOST_EVENTS);
  const read = events.map((event) => new EventReader(library, calendar, event, today));
  const [first] = read;
  if (!first) return undefined;
  const moments = read.flatMap((event) => event.moment ?? []);
  const coming = moments.filter(({ date }) => date >= today);
  const invite = first.invite();
  const kept = withoutSame(coming.length > 0 ? coming : moments);
  const many = kept.length > 1 ? [`The calendar has ${kept.length} entries: choose the one that counts.`] : [];
  return { ...invite, moments: kept, notes: [...invite.notes, ...many] };
}

/** A day that some calendars write without saying that it has no time. */
const DAY_ALONE = /^(DT(?:START|END)(?:;TZID=[^:\r\n]{0,100})?):(\d{8})(?=\r?$)/gimu;

/** What a property holds; undefined where there is none, and where it is nothing that such a property may hold. */
function valueOf(property: ICAL.Property | null): unknown {
  try {
    return property?.getFirstValue() ?? undefined;
  } catch {
    return undefined;
  }
}

const valueIn = (component: ICAL.Component, name: string): unknown => valueOf(component.getFirstProperty(name));

function withoutSame(moments: readonly InviteMoment[]): InviteMoment[] {
  return [
    ...new Map(
      moments.map((moment) => [`${moment.date} ${moment.time ?? ''} ${moment.zone?.id ?? ''}`, moment]),
    ).values(),
  ];
}

/** Mail of people, not of companies: whoever is invited at such an address is most likely the candidate. */
const PUBLIC_MAIL =
  /@(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail|fastmail)\.[a-z.]{2,10}$/iu;

class EventReader {
  private readonly notes: string[] = [];
  readonly moment: InviteMoment | undefined;
  private readonly isRecurring: boolean;

  constructor(
    private readonly library: IcsLibrary,
    private readonly calendar: ICAL.Component,
    private readonly event: ICAL.Component,
    private readonly today: CalendarDate,
  ) {
    this.isRecurring = event.hasProperty('rrule') || event.hasProperty('rdate');
    this.moment = this.readMoment();
    if (!this.moment) this.notes.push('The calendar entry has no start that could be read.');
  }

  invite(): Invite {
    const text = plainInvite([this.text('summary'), this.text('description')].join('\n'));
    const location = this.text('location');
    const conference = ['x-google-conference', 'x-microsoft-skypeteamsmeetingurl', 'url']
      .map((name) => this.text(name))
      .join('\n');
    const place = findPlace(`${conference}\n${text}`, location);
    if (this.isRecurring) this.notes.push('The meeting is one of a series: the next day of it was taken.');
    return {
      title: plainLine(this.text('summary')).slice(0, 200),
      ...place,
      isCancelled: this.isCancelled(),
      isRecurring: this.isRecurring,
      moments: [],
      looseTime: undefined,
      people: this.people(text),
      notes: this.notes,
      text,
    };
  }

  private isCancelled(): boolean {
    const method = String(valueIn(this.calendar, 'method') ?? '').toUpperCase();
    return method === 'CANCEL' || this.text('status').toUpperCase() === 'CANCELLED';
  }

  private text(name: string): string {
    const value = valueIn(this.event, name);
    return typeof value === 'string' ? value : '';
  }

  private people(text: string): InvitePerson[] {
    const attendees = this.event.getAllProperties('attendee').flatMap((each) => this.person(each, 'attendee'));
    const organisers = this.event.getAllProperties('organizer').flatMap((each) => this.person(each, 'organiser'));
    const named = findPeople(text);
    const all = [...named, ...attendees, ...organisers];
    const [first] = this.event.getAllProperties('organizer');
    // The organiser of an event whose guests are named is one of them, or only sent the invite.
    return withoutCandidate(
      all.filter(({ kind, name }) => kind !== 'organiser' || !first || name !== ''),
      candidateOf(text),
    );
  }

  private person(property: ICAL.Property, kind: 'attendee' | 'organiser'): InvitePerson[] {
    const parameter = (name: string): string => {
      const value: unknown = property.getFirstParameter(name);
      return typeof value === 'string' ? value : '';
    };
    const address = String(valueOf(property) ?? '').replace(/^mailto:/iu, '');
    const type = parameter('cutype').toUpperCase();
    const isPerson =
      (type === '' || type === 'INDIVIDUAL') && !/@(?:resource|group)\.calendar\.google\.com$/iu.test(address);
    const name = plainLine(parameter('cn').replace(/^["']|["']$/gu, ''));
    const isName = name !== '' && !name.includes('@') && name.length <= 200;
    return isPerson && isName && !(kind === 'attendee' && PUBLIC_MAIL.test(address))
      ? [{ name: turned(name), kind }]
      : [];
  }

  private readMoment(): InviteMoment | undefined {
    const property = this.event.getFirstProperty('dtstart');
    const start = valueOf(property);
    if (!property || !(start instanceof this.library.Time)) return undefined;
    const time = this.isRecurring ? this.next(start) : start;
    const date = dateFrom(time.year, time.month, time.day);
    if (date === undefined) return undefined;
    const zone = time.isDate ? undefined : this.zoneOf(property, time);
    const clock = time.isDate ? undefined : timeOfMinute(time.hour * 60 + time.minute);
    const written = joined([date, clock, zone?.written], ' ');
    return { date, time: clock, zone, minutes: this.minutes(start), written };
  }

  /** The first day of a series that is not over; its first day where all are. */
  private next(start: ICAL.Time): ICAL.Time {
    try {
      const expansion = new this.library.RecurExpansion({ component: this.event, dtstart: start });
      for (let count = 0; count < MOST_OCCURRENCES; count += 1) {
        // The types leave out that there may be no next one.
        const next = expansion.next() as ICAL.Time | undefined | null;
        if (!next) break;
        if ((dateFrom(next.year, next.month, next.day) ?? '') >= this.today) return next;
      }
    } catch {
      // A rule that the library cannot follow: the first day is shown, and that it is a series.
    }
    return start;
  }

  private zoneOf(property: ICAL.Property, time: ICAL.Time): InviteZone | undefined {
    if (time.zone === this.library.Timezone.utcTimezone) return { id: 'UTC', written: 'UTC' };
    const given: unknown = property.getFirstParameter('tzid');
    const written = typeof given === 'string' ? given : String(valueIn(this.calendar, 'x-wr-timezone') ?? '');
    if (written === '') return undefined;
    const id = zoneOfId(written) ?? this.offsetIn(written, time);
    if (id !== undefined) return { id, written };
    this.notes.push(`The time zone “${written}” is not known: the time was taken as your own.`);
    return undefined;
  }

  /** The offset at a time of a zone that the calendar itself describes. */
  private offsetIn(tzid: string, time: ICAL.Time): string | undefined {
    const component = this.calendar.getAllSubcomponents('vtimezone').find((each) => valueIn(each, 'tzid') === tzid);
    if (!component) return undefined;
    try {
      const seconds = new this.library.Timezone({ component, tzid }).utcOffset(time);
      const minutes = Math.round(Math.abs(seconds) / 60);
      return offsetId(seconds >= 0, Math.floor(minutes / 60), minutes % 60);
    } catch {
      return undefined;
    }
  }

  private minutes(start: ICAL.Time): number | undefined {
    const end = valueIn(this.event, 'dtend');
    const length = valueIn(this.event, 'duration');
    const seconds =
      end instanceof this.library.Time
        ? end.subtractDate(start).toSeconds()
        : length instanceof this.library.Duration
          ? length.toSeconds()
          : 0;
    return !start.isDate && seconds > 0 && seconds <= 86_400 ? Math.round(seconds / 60) : undefined;
  }
}

/** “Doe, Jane” as “Jane Doe”. */
function turned(name: string): string {
  const [, last, first] = /^([^,]+), ([^,]+)$/u.exec(name) ?? [];
  return last === undefined || first === undefined ? name : `${first} ${last}`;
}
