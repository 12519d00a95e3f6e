/** The moments of an invite on the user's own clock. */
import { Temporal } from 'temporal-polyfill';
import { formatShortDate, timeOfDay, type CalendarDate } from '../days/dates';
import { joined } from '../words';
import type { InviteMoment } from './inviteModel';

/** A moment in the zone in which the loop keeps its days and times. */
export interface OwnMoment {
  readonly date: CalendarDate;
  /** `HH:MM`. */
  readonly time: string | undefined;
  readonly minutes: number | undefined;
  /** The words of the invite, and its day and time where the zone changes them. */
  readonly written: string;
  /** What is to be known of its zone, in a sentence; '' for nothing. */
  readonly note: string;
}

/** @param ownZone an IANA name. */
export function inOwnZone(moment: InviteMoment, ownZone: string): OwnMoment {
  const { date, time, zone, minutes, written } = moment;
  if (time === undefined) return { date, time, minutes, written, note: '' };
  if (!zone)
    return {
      date,
      time,
      minutes,
      written,
      note: `The invite names no time zone: ${time} was taken as your own (${ownZone}).`,
    };
  try {
    const there = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone.id);
    const here = there.withTimeZone(ownZone);
    const own = { date: here.toPlainDate().toString(), time: timeOfDay(here.epochMilliseconds, ownZone) };
    return { ...own, minutes, written, note: zoneNote(moment, own, ownZone, there) };
  } catch {
    return {
      date,
      time,
      minutes,
      written,
      note: `The zone “${zone.written}” could not be used: ${time} was taken as your own.`,
    };
  }
}

function zoneNote(
  { date, time, zone }: InviteMoment,
  own: { readonly date: CalendarDate; readonly time: string },
  ownZone: string,
  there: Temporal.ZonedDateTime,
): string {
  if (!zone || (own.date === date && own.time === time)) return seasonNote(zone?.written ?? '', there);
  const day = own.date === date ? '' : `, on ${formatShortDate(own.date)}`;
  const said = `${time} ${zone.written} is ${own.time} for you (${ownZone})${day}.`;
  return joined([said, seasonNote(zone.written, there)], ' ');
}

/** “PST” is often written while the clocks show summer time. */
function seasonNote(written: string, there: Temporal.ZonedDateTime): string {
  const [, season] = /^(?:[PMCE]|AK)([SD])T$/u.exec(written) ?? [];
  if (season === undefined) return '';
  const winter = there.with({ month: 1, day: 15 }).offsetNanoseconds;
  const isSummer = there.offsetNanoseconds !== winter;
  if (isSummer === (season === 'D')) return '';
  return `“${written}” was read as the time there, which is ${isSummer ? 'summer' : 'standard'} time on that day.`;
}
