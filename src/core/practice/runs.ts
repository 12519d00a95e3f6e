/**
 * The runs of rounds that were timed in a window and are not saved as sessions yet. Pure: the timer's snapshots come
 * in, what is kept comes out.
 */
import * as z from 'zod/mini';
import { keptPhases } from '../timer/persisted';
import type { TimerSnapshot } from '../timer/snapshot';
import type { TimerPhase } from '../timer/timer';
import { keptDraft, type PracticeDraft, type RoundPlace } from './draft';

/** A shorter run is not worth a question: somebody looked how the timer works. In milliseconds of counted time. */
export const WORTH_KEEPING_MS = 30_000;

const MOST_RUNS = 20;

/** A run of a round, which has its place and its beginning for a name. */
export interface PracticeRun extends RoundPlace {
  /** The round's title. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly phases: readonly TimerPhase[];
  readonly saved: boolean;
  /** What was noted in it, where the round's draft is another run's by now. */
  readonly draft: PracticeDraft | undefined;
}

const text = z.string().check(z.minLength(1), z.maxLength(4096));
const run = z.object({
  loop: text,
  round: text,
  title: z.string().check(z.maxLength(4096)),
  startedAt: z.int().check(z.gte(0)),
  phases: keptPhases,
  saved: z.boolean(),
  draft: z.optional(keptDraft),
});

/** Reads back what was kept, as far as it is what it should be. */
export function decodeRuns(value: unknown): PracticeRun[] {
  return (Array.isArray(value) ? value : []).flatMap((each: unknown): PracticeRun[] => {
    const { data } = z.safeParse(run, each);
    return data ? [{ ...data, draft: data.draft && { ...data.draft, prompt: data.draft.prompt } }] : [];
  });
}

/** The run that a timer is on; undefined before it is started, and where a story is rehearsed. */
export function runOf(shot: TimerSnapshot | undefined): PracticeRun | undefined {
  if (shot?.startedAt === undefined || shot.subject.kind !== 'round') return undefined;
  return {
    loop: shot.subject.loop,
    round: shot.subject.round,
    title: shot.title,
    startedAt: shot.startedAt,
    phases: shot.phases,
    saved: false,
    draft: undefined,
  };
}

export function isSamePlace(a: RoundPlace, b: RoundPlace): boolean {
  return a.loop === b.loop && a.round === b.round;
}

export function isSamePracticeRun(a: PracticeRun, b: PracticeRun): boolean {
  return isSamePlace(a, b) && a.startedAt === b.startedAt;
}

/** The counted time, in milliseconds. */
export function elapsedOf({ phases }: Pick<PracticeRun, 'phases'>): number {
  return phases.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
}

/** Whether it would be missed. */
export function isWorthKeeping(each: PracticeRun): boolean {
  return elapsedOf(each) >= WORTH_KEEPING_MS || each.draft !== undefined;
}

/**
 * With a run as it is now; what was saved of it stays saved. The oldest go where there are too many, those that nobody
 * would miss first.
 */
export function withRun(runs: readonly PracticeRun[], seen: PracticeRun): PracticeRun[] {
  const known = runs.find((each) => isSamePracticeRun(each, seen));
  const now = { ...seen, saved: known?.saved ?? false, draft: known?.draft };
  // Of saved runs, only the latest of a round is asked for again.
  const others = runs.filter(
    (each) => !isSamePracticeRun(each, seen) && !(isSamePlace(each, seen) && (each.saved || !isWorthKeeping(each))),
  );
  return [...others, now].slice(-MOST_RUNS);
}
