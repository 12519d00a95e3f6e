/** A run as the windows of one machine tell each other of it: each writes a file of its own, and reads the others'. */
import * as z from 'zod/mini';
import { decodeTimer, encodeTimer } from './persisted';
import { isSameSubject, type TimerSubject } from './subject';
import { isActive, type TimerState } from './timer';

/** A window that has not written for so long is taken for closed, in milliseconds. */
const SILENT_MS = 60_000;
/** After so long nobody comes back to it, in milliseconds. */
const FORGOTTEN_MS = 7 * 86_400_000;

export interface SharedRun {
  /** Tells windows apart. */
  readonly window: string;
  /** When it was written, since the epoch. */
  readonly at: number;
  /** When this window began to show the run: started it, or took it over. */
  readonly since: number;
  readonly timer: TimerState;
}

const name = z.string().check(z.minLength(1), z.maxLength(200));
const ms = z.int().check(z.gte(0));
const shared = z.object({ version: z.literal(1), window: name, at: ms, since: ms, timer: z.unknown() });

export function encodeSharedRun({ timer, ...rest }: SharedRun): string {
  return JSON.stringify({ version: 1, ...rest, timer: encodeTimer(timer) });
}

/** Undefined for what is no run, or is one of another version. Never throws. */
export function decodeSharedRun(text: string): SharedRun | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const result = z.safeParse(shared, value);
  const timer = result.success ? decodeTimer(result.data.timer) : undefined;
  if (!result.success || !timer) return undefined;
  const { window, at, since } = result.data;
  return { window, at, since, timer };
}

/**
 * The run that another window shows, the one written last.
 * @param isHere whether what is timed belongs to a folder of this window.
 */
export function runElsewhere(
  runs: readonly SharedRun[],
  window: string,
  now: number,
  isHere: (subject: TimerSubject) => boolean,
): SharedRun | undefined {
  return runs
    .filter((run) => run.window !== window && isFresh(run, now) && isActive(run.timer) && isHere(run.timer.subject))
    .sort((a, b) => b.at - a.at)[0];
}

/** Whether another window has taken the run of this one over: it shows the same run, and does so since later. */
export function isTakenOver(own: SharedRun, runs: readonly SharedRun[], now: number): boolean {
  return runs.some(
    (other) =>
      other.window !== own.window &&
      other.since > own.since &&
      isFresh(other, now) &&
      isSameRun(other.timer, own.timer),
  );
}

/** Whether both are of the same thing, and began at the same moment. */
export function isSameRun(a: TimerState, b: TimerState): boolean {
  return isSameSubject(a.subject, b.subject) && a.startedAt === b.startedAt;
}

/** A clock that was set back makes nothing old. */
function isFresh({ at }: SharedRun, now: number): boolean {
  return now - at < SILENT_MS;
}

/** Whether the window that wrote it is long gone. */
export function isForgotten(run: SharedRun | undefined, now: number): boolean {
  return run !== undefined && now - run.at > FORGOTTEN_MS;
}

/** Whether two windows' runs look alike to whoever is told of them: when they were written does not matter. */
export function showsTheSame(a: SharedRun | undefined, b: SharedRun | undefined): boolean {
  if (!a || !b) return a === b;
  return encodeSharedRun({ ...a, at: 0 }) === encodeSharedRun({ ...b, at: 0 });
}
