/**
 * Which prompt of a run is on, and how long it still has. A prompt's time is counted by the round's timer: it takes its
 * turn where the last one ended, or where somebody went on. How often its listener pushed is kept beside it.
 */
import * as z from 'zod/mini';
import { shownTotals } from '../timer/shownTime';
import type { TimerSnapshot } from '../timer/snapshot';
import { isSameSubject, timedRound } from '../timer/subject';
import { MINUTE_MS } from '../timer/timer';
import type { RoundPlace } from './draft';
import type { RunPrompt } from './promptRun';

/** What was done in one run of a round. */
export interface PromptTurn {
  /** When that run began, in milliseconds since the epoch; undefined before it. */
  readonly startedAt: number | undefined;
  /** Which prompt was on when somebody last went on, 0-based. */
  readonly index: number;
  /** Up to where the timer had counted then, in milliseconds. */
  readonly sinceMs: number;
  /** How many follow-ups were shown, by the prompt's title. */
  readonly pushes: Readonly<Record<string, number>>;
}

/** A prompt at one moment. */
export interface PromptNow {
  /** 0-based; also 0 where there is no prompt. */
  readonly index: number;
  /** Up to where the timer had counted when its turn began, in milliseconds. */
  readonly sinceMs: number;
  /** What is left of its minutes, in milliseconds; below 0 for a last one that runs over. Undefined without minutes. */
  readonly leftMs: number | undefined;
}

const kept = z.object({
  startedAt: z.optional(z.number()),
  index: z.int().check(z.gte(0), z.lte(1000)),
  sinceMs: z.number().check(z.gte(0)),
  pushes: z.record(z.string().check(z.maxLength(10_000)), z.int().check(z.gte(0), z.lte(1000))),
});

/** Before anything was done in a run. */
export function newTurn(startedAt?: number): PromptTurn {
  return { startedAt, index: 0, sinceMs: 0, pushes: {} };
}

/** Reads back what was kept as JSON, for the run that began at `startedAt`: another one starts again. */
export function decodeTurn(value: unknown, startedAt: number | undefined): PromptTurn {
  const { data } = z.safeParse(kept, value);
  return data && data.startedAt === startedAt ? { ...data, startedAt } : newTurn(startedAt);
}

/** What the window's timer has counted of a round's run, in milliseconds that are whole seconds. */
export function countedOf(
  shot: TimerSnapshot | undefined,
  place: RoundPlace,
): { readonly startedAt: number | undefined; readonly elapsedMs: number } {
  if (!shot || !isSameSubject(shot.subject, timedRound(place))) return { startedAt: undefined, elapsedMs: 0 };
  return { startedAt: shot.startedAt, elapsedMs: shownTotals(shot.phases).elapsedMs };
}

/**
 * The prompt that is on: one whose minutes are over makes way for the next, the last one stays.
 * @param elapsedMs what the timer has counted of the round.
 */
export function promptNow(
  run: readonly RunPrompt[],
  turn: Pick<PromptTurn, 'index' | 'sinceMs'>,
  elapsedMs: number,
): PromptNow {
  const last = Math.max(0, run.length - 1);
  let index = Math.min(turn.index, last);
  let { sinceMs } = turn;
  for (;;) {
    const minutes = run[index]?.minutes;
    if (minutes === undefined) return { index, sinceMs, leftMs: undefined };
    const leftMs = sinceMs + minutes * MINUTE_MS - elapsedMs;
    if (leftMs > 0 || index === last) return { index, sinceMs, leftMs };
    sinceMs += minutes * MINUTE_MS;
    index += 1;
  }
}

/** Goes on to the next prompt, whatever is left of this one; undefined where it is the last. */
export function nextTurn(run: readonly RunPrompt[], turn: PromptTurn, elapsedMs: number): PromptTurn | undefined {
  const { index } = promptNow(run, turn, elapsedMs);
  return index + 1 < run.length ? { ...turn, index: index + 1, sinceMs: elapsedMs } : undefined;
}

/** How many follow-ups of a prompt were shown. Titles are the user's: `constructor` is one like any other. */
export function pushesOf({ pushes }: Pick<PromptTurn, 'pushes'>, title: string): number {
  return Object.hasOwn(pushes, title) ? (pushes[title] ?? 0) : 0;
}

/** Shows one more follow-up of a prompt; undefined where all are shown. @param all how many it has. */
export function nextPushTurn(turn: PromptTurn, title: string, all: number): PromptTurn | undefined {
  const shown = pushesOf(turn, title);
  return shown < all ? { ...turn, pushes: { ...turn.pushes, [title]: shown + 1 } } : undefined;
}
