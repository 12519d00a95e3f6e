import * as z from 'zod/mini';
import { subjectOfNames } from './subject';
import { MAX_PHASES, type TimerState } from './timer';

const VERSION = 1;

const ms = z.int().check(z.gte(0));
const name = z.string().check(z.minLength(1), z.maxLength(4096));

/** Phases as they are kept. */
export const keptPhases = z
  .array(z.object({ title: z.string().check(z.maxLength(4096)), plannedMs: ms, addedMs: ms, elapsedMs: ms }))
  .check(z.minLength(1), z.maxLength(MAX_PHASES));

const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('round'), loop: name, round: name }),
  z.object({ kind: z.literal('story'), uri: name, version: name }),
  z.object({ kind: z.literal('interview'), uri: name }),
]);

/** A timer's subject, or the names of one: timers were kept with these before they had subjects. */
const about = z.union([
  z.object({ subject }),
  z.pipe(
    z.object({ loop: name, round: name }),
    z.transform((names) => ({ subject: subjectOfNames(names) })),
  ),
]);

const run = z
  .object({
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

const kept = z.object({ version: z.literal(VERSION), timer: z.intersection(about, run) });

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
