/** Where a loop stands on a day. */
import type { CalendarDate } from '../days/dates';
import { dayOf } from '../days/dates';
import type { Loop, Round } from './loopModel';

/** The next round that is still to come after a day. */
export function nextRound(loop: Loop, today: CalendarDate): Round | undefined {
  const coming = loop.rounds.filter(({ date, status }) => date !== undefined && date > today && status === 'planned');
  return coming.reduce<Round | undefined>(
    (first, round) => (first?.date === undefined || (round.date ?? '') < first.date ? round : first),
    undefined,
  );
}

/**
 * Where a loop stands: the day, counted from 1, or before the first day, or over, when its days and its rounds are
 * past.
 */
export type LoopDay =
  | { readonly kind: 'running'; readonly day: number }
  | { readonly kind: 'ahead'; readonly days: number }
  | { readonly kind: 'over' };

export function loopDay(loop: Loop, today: CalendarDate): LoopDay | undefined {
  if (loop.firstContact === undefined) return undefined;
  const day = dayOf(loop.firstContact, today);
  if (day < 1) return { kind: 'ahead', days: 1 - day };
  const isToCome = ({ date, status }: Round): boolean => date !== undefined && date >= today && status === 'planned';
  return day > loop.days && !loop.rounds.some(isToCome) ? { kind: 'over' } : { kind: 'running', day };
}
