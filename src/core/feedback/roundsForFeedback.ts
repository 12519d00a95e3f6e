/** Which rounds feedback may be on. */
import type { CalendarDate } from '../days/dates';
import type { Loop, Round } from '../loop/loopModel';

export interface RoundsForFeedback {
  /** The last one first. */
  readonly tookPlace: readonly Round[];
  readonly toCome: readonly Round[];
}

/**
 * The rounds of a loop by whether they took place.
 * @param time `HH:MM` of the day. A round of the day without a time counts as one that took place.
 */
export function roundsForFeedback(
  { rounds }: Pick<Loop, 'rounds'>,
  today: CalendarDate,
  time: string,
): RoundsForFeedback {
  const isOver = (round: Round): boolean => {
    if (round.status !== 'planned') return true;
    if (round.date === undefined || round.date > today) return false;
    return round.date < today || (round.time ?? '00:00') <= time;
  };
  const when = ({ date, time: at }: Round): string => `${date ?? ''} ${at ?? ''}`;
  const tookPlace = rounds.filter(isOver);
  return {
    tookPlace: [...tookPlace].reverse().sort((a, b) => (when(a) > when(b) ? -1 : Number(when(a) < when(b)))),
    toCome: rounds.filter((round) => !tookPlace.includes(round)),
  };
}
