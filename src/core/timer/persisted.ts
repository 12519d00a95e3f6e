import * as z from 'zod/mini';
import { MAX_PHASES, type TimerState } from './timer';

const VERSION = 1;

const ms = z.int().check(z.gte(0));
const name = z.string().check(z.minLength(1), z.maxLength(4096));

/** Phases as they are kept. */
export const keptPhases = z
  .array(z.object({ title: z.string().check(z.maxLength(4096)), plannedMs: ms, addedMs: ms, elapsedMs: ms }))
  .check(z.minLength(1), z.maxLength(MAX_PHASES));

const timer = z
  .object({
    loop: name,
    round: name,
    title: name,
    status: z.enum(['idle', 'running', 'paused', 'finished']),
    phases: keptPhases,
    current: ms,
    startedAt: z.optional(ms),
    seenAt: ms,
    pauseReason: z.optional(z.enum(['user', 'away'])),
  })
  .check(
    z.refine(({ current, phases }) => current < phases.length),
    z.refine(({ status, pauseReason }) => (status === 'paused') === (pauseReason !== undefined)),
    z.refine(({ status, startedAt }) => (status === 'idle') === (startedAt === undefined)),
  );

const kept = z.object({ version: z.literal(VERSION), timer });

/** A timer as plain JSON, to be kept and read back by {@link decodeTimer}. */
export function encodeTimer(state: TimerState): unknown {
  return { version: VERSION, timer: state };
}

/** Reads a kept timer back. Undefined where it is not one, or one of another version: then there is no timer. */
export function decodeTimer(value: unknown): TimerState | undefined {
  const result = z.safeParse(kept, value);
  if (!result.success) return undefined;
  const { startedAt, pauseReason, ...rest } = result.data.timer;
  return { ...rest, startedAt, pauseReason };
}
