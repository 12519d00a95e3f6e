/** Sorts the open things of a loop into what is due, what slipped, tomorrow's appointments and what is next. */
import { addDays } from '../schedule/dates';
import type { Today, TodayEntry, TodayFacts, TodayProvider } from './model';
import { TODAY_PROVIDERS } from './providers';

/** @param providers what the day is composed of. */
export function composeToday(facts: TodayFacts, providers: readonly TodayProvider[] = TODAY_PROVIDERS): Today {
  return sortOut(providers.flatMap((provider) => provider(facts)), facts.today);
}

/** As {@link composeToday}, of entries that are there already. */
export function sortOut<Entry extends TodayEntry>(entries: readonly Entry[], today: string): Today & { readonly due: readonly Entry[] } {
  const dayAfter = addDays(today, 1);
  const isTomorrow = (entry: TodayEntry): boolean => entry.isAppointment === true && entry.date === dayAfter;
  const due = entries.filter(({ date }) => date <= today).sort(byUrgency(today));
  const later = entries.filter((entry) => entry.date > today && !isTomorrow(entry)).sort((a, b) => compare(a.date, b.date) || byTime(a, b));
  return {
    date: today,
    tomorrow: entries.filter(isTomorrow).sort(byTime),
    due,
    next: later[0],
    slipped: due.filter(({ date }) => date < today).length,
    minutes: due.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
  };
}

/** Sorting is stable: what is of one rank stays in the order of its providers. */
const byUrgency = (today: string) => (a: TodayEntry, b: TodayEntry): number => rank(a, today) - rank(b, today) || compare(a.date, b.date) || byTime(a, b);

function rank({ isAppointment, date }: TodayEntry, today: string): number {
  if (isAppointment) return 0;
  return date < today ? 1 : 2;
}

/** What has no time comes behind what has one. */
const byTime = (a: TodayEntry, b: TodayEntry): number => compare(a.time ?? '99', b.time ?? '99');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
