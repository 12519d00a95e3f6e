/**
 * Time to think before a round's phases: a countdown that no phase counts. Like the timer, it counts what is observed.
 */
import { MAX_GAP_MS } from './timer';

export interface Thinking {
  readonly totalMs: number;
  /** At least 0; at 0 the time is up. */
  readonly leftMs: number;
  /** Up to when time has been counted, in milliseconds since the epoch. */
  readonly seenAt: number;
}

export function beginThinking(totalMs: number, now: number): Thinking {
  return { totalMs, leftMs: totalMs, seenAt: now };
}

/**
 * Counts the time since the last observation. A clock set back counts nothing. Undefined where nobody was there for
 * long.
 */
export function observeThinking(state: Thinking, now: number): Thinking | undefined {
  const gap = now - state.seenAt;
  if (gap > MAX_GAP_MS + state.leftMs) return undefined;
  return { ...state, leftMs: Math.max(0, state.leftMs - Math.max(0, gap)), seenAt: now };
}
