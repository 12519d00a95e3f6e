/** When a round begins and ends. */
import { instantAt } from '../days/dates';
import { MINUTE_MS } from '../timer/timer';
import type { Round } from './loopModel';

/** How long a round is taken to be where the playbook does not say, in minutes. */
export const USUAL_MINUTES = 60;

/** Milliseconds since the epoch. */
export interface RoundSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Undefined where the round's file does not give both day and time.
 * @param timeZone where the loop takes place, an IANA name. @throws RangeError when it is unknown.
 */
export function spanOfRound(
  { date, time, minutes }: Pick<Round, 'date' | 'time' | 'minutes'>,
  timeZone: string,
): RoundSpan | undefined {
  if (date === undefined || time === undefined) return undefined;
  const start = instantAt(date, time, timeZone);
  return { start, end: start + (minutes ?? USUAL_MINUTES) * MINUTE_MS };
}

/** The hour before a round, in which its page is read. */
export const BEFORE_ROUND_MS = 60 * MINUTE_MS;
