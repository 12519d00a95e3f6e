import { daysBetween, yearsAway, type CalendarDate } from '../days/dates';
import { MOST_DAYS } from './planModel';

/** What to say about a date so far from a loop that its year must be wrong; undefined for any other. */
export function farDate(date: CalendarDate, firstContact: CalendarDate): string | undefined {
  const days = daysBetween(firstContact, date);
  if (Math.abs(days) <= MOST_DAYS) return undefined;
  return `“${date}” is ${yearsAway(days)} away from the first contact: check the year.`;
}
