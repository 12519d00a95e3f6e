/**
 * The one rule by which times of a run are shown and written: in whole seconds. A second counts once it has passed,
 * what is left is the plan less what has passed, and a whole is the sum of its parts. So all that is shown adds up.
 */
import type { TimerPhase } from './timer';

/** Of a phase or of several, in milliseconds that are whole seconds. */
export interface ShownTime {
  /** Planned and added. */
  readonly allottedMs: number;
  readonly elapsedMs: number;
  /** Allotted less elapsed; negative is overtime. */
  readonly remainingMs: number;
}

type Times = Pick<TimerPhase, 'plannedMs' | 'addedMs' | 'elapsedMs'>;

/** @param ms at least 0. */
export function wholeSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

/** A phase's times as they are shown. */
export function shownTime({ plannedMs, addedMs, elapsedMs }: Times): ShownTime {
  return shown(wholeSeconds(plannedMs + addedMs), wholeSeconds(elapsedMs));
}

/** The times of several phases together: the sums of what is shown of each. */
export function shownTotals(phases: readonly Times[]): ShownTime {
  const sum = (of: (phase: Times) => number): number => phases.reduce((total, phase) => total + of(phase), 0);
  return shown(
    sum(({ plannedMs, addedMs }) => wholeSeconds(plannedMs + addedMs)),
    sum(({ elapsedMs }) => wholeSeconds(elapsedMs)),
  );
}

/**
 * How long what is shown of a phase still holds while it runs, in milliseconds: waking then skips no second, and draws
 * none twice.
 */
export function untilNextSecond({ elapsedMs }: Pick<Times, 'elapsedMs'>): number {
  const begun = elapsedMs % 1000;
  return begun === 0 ? 1000 : 1001 - begun;
}

function shown(allotted: number, elapsed: number): ShownTime {
  return { allottedMs: allotted * 1000, elapsedMs: elapsed * 1000, remainingMs: (allotted - elapsed) * 1000 };
}
