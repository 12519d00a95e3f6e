import { percentDecoded } from '../percentDecoded';
import { subjectNames, type TimerSubject } from './subject';
import { observe, type PauseReason, type TimerPhase, type TimerState, type TimerStatus } from './timer';

/** A timer at one moment, as commands and the API return it. All times are in milliseconds. */
export interface TimerSnapshot {
  /** What is timed. The names of it that follow are for callers who know of rounds only. */
  readonly subject: TimerSubject;
  /** The name of the loop's folder; of the file of the story or the interview. */
  readonly loop: string;
  /** The loop's folder, as a Uri's string; the file of the story or the interview. */
  readonly loopUri: string;
  /** The round's id; `rehearsal:` and the version where a story is rehearsed; `interview:` for an interview. */
  readonly round: string;
  /** The title of the round, the story or the interview. */
  readonly title: string;
  readonly status: TimerStatus;
  /** Defined exactly while paused. */
  readonly pauseReason: PauseReason | undefined;
  /** 0-based index of the current phase; of the last one that ran, once finished. */
  readonly phaseIndex: number;
  readonly phaseTitle: string;
  /** Left of the current phase, added minutes included; negative is overtime. */
  readonly remainingMs: number;
  readonly phases: readonly TimerPhase[];
  readonly totals: TimerTotals;
  /** When it was started, since the epoch; undefined while idle. */
  readonly startedAt: number | undefined;
  /** The moment the figures are for, since the epoch. */
  readonly at: number;
}

/** Sums over all phases. */
export interface TimerTotals {
  readonly plannedMs: number;
  readonly addedMs: number;
  readonly elapsedMs: number;
  /** Planned and added less elapsed; negative is overtime. */
  readonly remainingMs: number;
}

/** The timer at `now`. Observing it this way changes nothing. */
export function snapshot(state: TimerState, now: number): TimerSnapshot {
  const seen = observe(state, now);
  const phase = seen.phases[seen.current];
  const sum = (key: 'plannedMs' | 'addedMs' | 'elapsedMs'): number =>
    seen.phases.reduce((total, each) => total + each[key], 0);
  const totals = { plannedMs: sum('plannedMs'), addedMs: sum('addedMs'), elapsedMs: sum('elapsedMs') };
  const { loop, round } = subjectNames(seen.subject);
  return {
    subject: seen.subject,
    loop: lastName(loop),
    loopUri: loop,
    round,
    title: seen.title,
    status: seen.status,
    pauseReason: seen.pauseReason,
    phaseIndex: seen.current,
    phaseTitle: phase?.title ?? '',
    remainingMs: phase ? remainingOf(phase) : 0,
    phases: seen.phases,
    totals: { ...totals, remainingMs: totals.plannedMs + totals.addedMs - totals.elapsedMs },
    startedAt: seen.startedAt,
    at: now,
  };
}

function remainingOf(phase: TimerPhase): number {
  return phase.plannedMs + phase.addedMs - phase.elapsedMs;
}

function lastName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return percentDecoded(name) ?? name;
}
