/**
 * The runs of rounds that were timed in a window and are not saved as sessions yet. Pure: the timer's snapshots come
 * in, what is kept comes out.
 */
import * as z from 'zod/mini';
import { keptPhases } from '../timer/persisted';
import { shownTotals } from '../timer/shownTime';
import type { TimerSnapshot } from '../timer/snapshot';
import type { TimerPhase } from '../timer/timer';
import { emptyDraft, isWorthAQuestion, keptDraft, type PracticeDraft, type RoundPlace } from './draft';

/**
 * A shorter run is not worth a question: somebody was only looking at how the timer works. In milliseconds of counted
 * time.
 */
export const WORTH_KEEPING_MS = 30_000;

const MOST_RUNS = 20;

/** A run of a round, known by its place and its start. */
export interface PracticeRun extends RoundPlace {
  /** The round's title. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly phases: readonly TimerPhase[];
  /** Index of the phase that it is in, or ended in. */
  readonly current?: number | undefined;
  /** The title of the prompt that was drawn when it began, the first of several. */
  readonly prompt?: string | undefined;
  /** The titles of all that were drawn, where they were several. */
  readonly prompts?: readonly string[] | undefined;
  readonly saved: boolean;
  /** What was noted in it, where the round's draft now belongs to another run. */
  readonly draft: PracticeDraft | undefined;
}

const text = z.string().check(z.minLength(1), z.maxLength(4096));
const run = z.object({
  loop: text,
  round: text,
  title: z.string().check(z.maxLength(4096)),
  startedAt: z.int().check(z.gte(0)),
  phases: keptPhases,
  current: z.optional(z.int().check(z.gte(0))),
  prompt: z.optional(z.string().check(z.maxLength(10_000))),
  prompts: z.optional(z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(1000))),
  saved: z.boolean(),
  draft: z.optional(keptDraft),
});

/** Reads back what was kept, as far as it is valid. */
export function decodeRuns(value: unknown): PracticeRun[] {
  return (Array.isArray(value) ? value : []).flatMap((each: unknown): PracticeRun[] => {
    const { data } = z.safeParse(run, each);
    return data ? [{ ...data, draft: data.draft && { ...data.draft, prompt: data.draft.prompt } }] : [];
  });
}

/**
 * The run that a timer is on; undefined before it is started, where a story is rehearsed, and where the user interviews
 * a peer.
 */
export function runOf(shot: TimerSnapshot | undefined): PracticeRun | undefined {
  if (shot?.startedAt === undefined || shot.subject.kind !== 'round') return undefined;
  return {
    loop: shot.subject.loop,
    round: shot.subject.round,
    title: shot.title,
    startedAt: shot.startedAt,
    phases: shot.phases,
    current: shot.phaseIndex,
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

/** The titles of what was drawn for a run, as it keeps them. */
export function withPrompts(of: PracticeRun, titles: readonly string[]): PracticeRun {
  return { ...of, prompt: titles[0], ...(titles.length > 1 ? { prompts: titles } : {}) };
}

/** The counted time as it is shown, in milliseconds that are whole seconds. */
export function elapsedOf({ phases }: Pick<PracticeRun, 'phases'>): number {
  return shownTotals(phases).elapsedMs;
}

/** Whether it would be missed. */
export function isWorthKeeping(each: PracticeRun): boolean {
  return elapsedOf(each) >= WORTH_KEEPING_MS || (each.draft !== undefined && isWorthAQuestion(each.draft));
}

/**
 * The run that a round's draft belongs to: the latest without one of its own; undefined where it is for a run to come.
 */
export function ownerOfDraft(runs: readonly PracticeRun[], place: RoundPlace): PracticeRun | undefined {
  return runs.filter((each) => isSamePlace(each, place) && each.draft === undefined).at(-1);
}

/**
 * Gives a run what was noted in it, because another run of its round begins or its clock was reset. What was noted
 * since it was saved makes it unsaved again.
 */
export function withDraft(runs: readonly PracticeRun[], of: PracticeRun, draft: PracticeDraft): PracticeRun[] {
  return runs.map((each) =>
    isSamePracticeRun(each, of) ? { ...each, draft, saved: each.saved && !isWorthAQuestion(draft) } : each,
  );
}

/** With a run that was saved: nothing is asked about it again. One that has its own draft keeps none of the round's. */
export function withSaved(runs: readonly PracticeRun[], of: PracticeRun): PracticeRun[] {
  return runs.map((each) =>
    isSamePracticeRun(each, of) ? { ...each, saved: true, draft: each.draft && emptyDraft(each) } : each,
  );
}

/**
 * With a run as it is now; what was saved of it stays saved. Where there are too many, the oldest go, first those that
 * nobody would miss.
 */
export function withRun(runs: readonly PracticeRun[], seen: PracticeRun): PracticeRun[] {
  const known = runs.find((each) => isSamePracticeRun(each, seen));
  const now = known ? { ...known, ...seen, saved: known.saved, draft: known.draft } : seen;
  // Of saved runs, only the latest of a round is asked for again.
  const others = runs.filter(
    (each) => !isSamePracticeRun(each, seen) && !(isSamePlace(each, seen) && (each.saved || !isWorthKeeping(each))),
  );
  return [...others, now].slice(-MOST_RUNS);
}
