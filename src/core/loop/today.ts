/** What a day asks for. */
import type { CalendarDate, Loop, PreparationItem, Round } from './model';
import { dayOf } from '../schedule/dates';

export type Due =
  | { readonly kind: 'task'; readonly item: PreparationItem; readonly overdue: boolean }
  | { readonly kind: 'round'; readonly round: Round }
  | { readonly kind: 'feedback'; readonly title: string };

/** What is due on a day: open tasks of that day and of days before, the day's rounds that are still to come, the feedback day. */
export function dueOn(loop: Loop, today: CalendarDate): Due[] {
  const tasks = (loop.preparation?.items ?? [])
    .filter((item) => !item.checked && item.due !== undefined && item.due <= today)
    .map((item): Due => ({ kind: 'task', item, overdue: item.due !== today }));
  const rounds = loop.rounds.filter((round) => round.date === today && round.status === 'planned').map((round): Due => ({ kind: 'round', round }));
  const feedback: Due[] = loop.feedback?.date === today ? [{ kind: 'feedback', title: loop.feedback.title }] : [];
  return [...rounds, ...feedback, ...tasks];
}

/** The next round that is still to come after a day. */
export function nextRound(loop: Loop, today: CalendarDate): Round | undefined {
  const coming = loop.rounds.filter(({ date, status }) => date !== undefined && date > today && status === 'planned');
  return coming.reduce<Round | undefined>((first, round) => (first?.date === undefined || (round.date ?? '') < first.date ? round : first), undefined);
}

/** Where a loop stands: the day, counted from 1, or before the first day, or over. */
export type LoopDay = { readonly kind: 'running'; readonly day: number } | { readonly kind: 'ahead'; readonly days: number } | { readonly kind: 'over' };

export function loopDay(loop: Loop, today: CalendarDate): LoopDay | undefined {
  if (loop.firstContact === undefined) return undefined;
  const day = dayOf(loop.firstContact, today);
  if (day < 1) return { kind: 'ahead', days: 1 - day };
  return day > loop.days ? { kind: 'over' } : { kind: 'running', day };
}
