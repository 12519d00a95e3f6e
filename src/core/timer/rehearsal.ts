/**
 * Rehearsals are timed by the window's one timer too. In a plan, a rehearsal's `loop` is the story's file, and its
 * `round`
 * is no round's id, which has no colon.
 */
import type { TimerPlan } from './timer';

const PREFIX = 'rehearsal:';

/** What a timer's plan has for `round` where a version of a story is rehearsed. */
export function rehearsalId(version: string): string {
  return PREFIX + version;
}

/** Which version is rehearsed; undefined where a round is timed. */
export function rehearsedVersion({ round }: Pick<TimerPlan, 'round'>): string | undefined {
  return round.startsWith(PREFIX) ? round.slice(PREFIX.length) : undefined;
}

/** Whether a timer, or its snapshot, is a rehearsal's and not a round's. */
export function isRehearsal({ round }: Pick<TimerPlan, 'round'>): boolean {
  return round.startsWith(PREFIX);
}
