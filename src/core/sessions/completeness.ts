/** How much of its planned time a run took. */
import { sum } from '../numbers';
import type { Session } from './sessionModel';

/** A run of three quarters of its time counts in full. */
const WHOLE_RUN = 0.75;

/**
 * How much of a run counts, 0 to 1: one that was cut short counts in part, what a phase took beyond its plan does not
 * count. 1 where nothing was planned.
 */
export function completenessOf({ phases }: Pick<Session, 'phases'>): number {
  const planned = sum(phases.map((phase) => phase.planned));
  const actual = sum(phases.map((phase) => Math.min(phase.actual, phase.planned)));
  return planned > 0 ? Math.min(1, actual / (planned * WHOLE_RUN)) : 1;
}

/** Whether a run ended long before its plan, or before its last phase began. */
export function isBrokenOff({ phases }: Pick<Session, 'phases'>): boolean {
  const last = phases.at(-1);
  return completenessOf({ phases }) < 1 || (last !== undefined && last.planned > 0 && last.actual === 0);
}
