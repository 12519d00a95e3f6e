/** Sorts the open things of a loop into what is due, what slipped, tomorrow's appointments and what is next. */
import { addDays } from '../days/dates';
import { loopDay } from '../loop/loopDay';
import { workPlan } from '../replan/workload';
import { TODAY_PROVIDERS } from './providers';
import type { DueEntry, Today, TodayEntry, TodayFacts, TodayProvider } from './todayModel';

/** @param providers what the day is composed of. */
export function composeToday(facts: TodayFacts, providers: readonly TodayProvider[] = TODAY_PROVIDERS): Today {
  const { today, minutesAtHand } = facts;
  const work = facts.work ?? workPlan(facts.loop, today);
  const all = providers.flatMap((provider) => provider({ ...facts, work }));
  // Nothing in a loop that is over is due any more; what was left undone in it is only mentioned.
  const isOver = loopDay(facts.loop, today)?.kind === 'over';
  const entries = isOver ? [] : all.filter(({ isNotice }) => isNotice !== true);
  const notices = all.filter(({ isNotice, date }) => (isOver ? date <= today : isNotice === true));
  const dayAfter = addDays(today, 1);
  const isTomorrow = (entry: TodayEntry): boolean => entry.isAppointment === true && entry.date === dayAfter;
  const due = entries
    .filter(({ date }) => date <= today)
    .map((entry): DueEntry => ({
      ...entry,
      slippedFrom: entry.since ?? (entry.date < today ? entry.date : undefined),
    }));
  return {
    date: today,
    notices,
    tomorrow: entries.filter(isTomorrow).sort(byTime),
    due: due.sort(byUrgency),
    next: entries.filter((entry) => entry.date > today && !isTomorrow(entry)).sort(byDay)[0],
    slipped: due.filter(({ slippedFrom }) => slippedFrom !== undefined).length,
    minutes: due.reduce((sum, { minutes = 0 }) => sum + minutes, 0),
    minutesAtHand,
  };
}

/**
 * Appointments, then what slipped, then the rest. Sorting is stable: entries of one rank keep the order of their
 * providers.
 */
export const byUrgency = (a: DueEntry, b: DueEntry): number =>
  rank(a) - rank(b) || compare(a.slippedFrom ?? '', b.slippedFrom ?? '') || byDay(a, b);

const rank = ({ isAppointment, slippedFrom }: DueEntry): number =>
  isAppointment ? 0 : slippedFrom === undefined ? 2 : 1;

export const byDay = (a: TodayEntry, b: TodayEntry): number => compare(a.date, b.date) || byTime(a, b);

/** Entries without a time come after those with one. */
const byTime = (a: TodayEntry, b: TodayEntry): number => compare(a.time ?? '99', b.time ?? '99');

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
