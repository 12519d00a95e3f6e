/**
 * The clock of a timed round or rehearsal, as a pure state machine: time is an argument, in milliseconds since the
 * epoch.
 *
 * Time is accumulated as it is observed: each observation adds what passed since the last one to the current phase. A
 * phase never ends by itself; what goes beyond its plan is overtime, and is counted like all other time.
 */
import type { TimedRound, TimerSubject } from './subject';

/**
 * The longest time between two observations that counts. The host observes every few seconds, so a longer gap means
 * that nobody was there: the machine slept or the window was closed. A reload of the window is far shorter.
 */
export const MAX_GAP_MS = 120_000;

export const MINUTE_MS = 60_000;

/** A round has at most this many phases, and so has a timer that is read back. */
export const MAX_PHASES = 200;

export type TimerStatus = 'idle' | 'running' | 'paused' | 'finished';

/** Why a timer is paused: someone paused it, or nobody observed it for longer than {@link MAX_GAP_MS}. */
export type PauseReason = 'user' | 'away';

export interface TimerPhase {
  readonly title: string;
  /** From the playbook. */
  readonly plannedMs: number;
  /** Added to the plan while it ran, a minute at a time. */
  readonly addedMs: number;
  readonly elapsedMs: number;
}

/** What is timed, with its phases. */
export interface TimerPlan {
  readonly subject: TimerSubject;
  /** The title of the round, the story or the interview. */
  readonly title: string;
  /** At least one. */
  readonly phases: readonly { readonly title: string; readonly plannedMs: number }[];
}

/** A plan to time a round by. */
export interface RoundPlan extends TimerPlan {
  readonly subject: TimedRound;
}

export interface TimerState extends TimerPlan {
  readonly status: TimerStatus;
  readonly phases: readonly TimerPhase[];
  /** Index of the current phase; of the last one that ran, once finished. */
  readonly current: number;
  /** When it was started; undefined while idle. */
  readonly startedAt: number | undefined;
  /** Up to when time has been counted. Means something only while running. */
  readonly seenAt: number;
  /** Defined exactly while paused. */
  readonly pauseReason: PauseReason | undefined;
}

/** A timer that has not been started. */
export function createTimer(plan: TimerPlan): TimerState {
  return {
    subject: plan.subject,
    title: plan.title,
    status: 'idle',
    phases: plan.phases.map(({ title, plannedMs }) => ({ title, plannedMs, addedMs: 0, elapsedMs: 0 })),
    current: 0,
    startedAt: undefined,
    seenAt: 0,
    pauseReason: undefined,
  };
}

/**
 * Counts the time since the last observation into the current phase, while the timer runs.
 * A clock set back counts nothing. A gap of more than {@link MAX_GAP_MS} counts nothing either, and pauses the timer
 * where it was last observed.
 */
export function observe(state: TimerState, now: number): TimerState {
  if (state.status !== 'running' || now === state.seenAt) return state;
  const gap = now - state.seenAt;
  if (gap > MAX_GAP_MS) return { ...state, status: 'paused', pauseReason: 'away' };
  if (gap < 0) return { ...state, seenAt: now };
  return { ...changePhase(state, (phase) => ({ ...phase, elapsedMs: phase.elapsedMs + gap })), seenAt: now };
}

/** Starts from the beginning when idle or finished, and goes on when paused; a running timer stays as it is. */
export function start(state: TimerState, now: number): TimerState {
  const seen = observe(state, now);
  if (seen.status === 'running') return seen;
  if (seen.status === 'paused') return resume(seen, now);
  return { ...createTimer(state), status: 'running', startedAt: now, seenAt: now };
}

/** What is known of a run that was left. */
export interface LeftRun {
  readonly phases: readonly TimerPhase[];
  /** Index of the phase that it was left in; where it is not known, the last one that had begun. */
  readonly current?: number | undefined;
  readonly startedAt: number;
}

/** The timer of a run that was left, paused where it was left. */
export function takeUp(
  plan: Pick<TimerPlan, 'subject' | 'title'>,
  { phases, current, startedAt }: LeftRun,
): TimerState {
  const begun = phases.reduce((last, { elapsedMs }, index) => (elapsedMs > 0 ? index : last), 0);
  return {
    subject: plan.subject,
    title: plan.title,
    status: 'paused',
    phases,
    current: Math.min(current ?? begun, phases.length - 1),
    startedAt,
    seenAt: 0,
    pauseReason: 'user',
  };
}

/** Pauses a running timer. */
export function pause(state: TimerState, now: number): TimerState {
  const seen = observe(state, now);
  return seen.status === 'running' ? { ...seen, status: 'paused', pauseReason: 'user' } : seen;
}

/** Goes on with a paused timer: the time since the pause does not count. */
export function resume(state: TimerState, now: number): TimerState {
  const seen = observe(state, now);
  return seen.status === 'paused' ? { ...seen, status: 'running', pauseReason: undefined, seenAt: now } : seen;
}

/** Goes to the next phase, running or paused as before; past the last one the timer is finished. */
export function nextPhase(state: TimerState, now: number): TimerState {
  const seen = observe(state, now);
  if (!isActive(seen)) return seen;
  return seen.current + 1 < seen.phases.length ? { ...seen, current: seen.current + 1 } : finish(seen);
}

/** Adds a minute to the current phase's plan, while running or paused. */
export function addMinute(state: TimerState, now: number): TimerState {
  const seen = observe(state, now);
  return isActive(seen) ? changePhase(seen, (phase) => ({ ...phase, addedMs: phase.addedMs + MINUTE_MS })) : seen;
}

/** Finishes a running or paused timer where it is. */
export function stop(state: TimerState, now: number): TimerState {
  const seen = observe(state, now);
  return isActive(seen) ? finish(seen) : seen;
}

/** Back to before the start: nothing elapsed, no minutes added. */
export function reset(state: TimerState): TimerState {
  return createTimer(state);
}

/** Whether it was started and has not finished: running or paused. */
export function isActive(state: Pick<TimerState, 'status'>): boolean {
  return state.status === 'running' || state.status === 'paused';
}

function finish(state: TimerState): TimerState {
  return { ...state, status: 'finished', pauseReason: undefined };
}

function changePhase(state: TimerState, change: (phase: TimerPhase) => TimerPhase): TimerState {
  return { ...state, phases: state.phases.map((phase, index) => (index === state.current ? change(phase) : phase)) };
}
