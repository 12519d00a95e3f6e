/** The prompts of one run: a full case, or as many shorter ones, probes, as fill the round. */
import { sum } from '../numbers';
import { seededRandom } from '../seededRandom';

/** What a run needs of a prompt. */
export interface RunPrompt {
  readonly title: string;
  /** Whole minutes; undefined where the playbook does not say. */
  readonly minutes?: number | undefined;
  /** The title of the round's phase in which it is asked. */
  readonly phase?: string | undefined;
}

/** As much of a round as a run needs. */
export interface RunRound {
  readonly minutes: number;
  /** In the order in which they come. */
  readonly phases: readonly { readonly title: string }[];
}

/** Where no round is known, a run is one prompt. */
export const NO_ROUND: RunRound = { minutes: 0, phases: [] };

/** Whether a prompt leaves room for others in its round. */
export function isProbe({ minutes }: RunPrompt, round: RunRound): boolean {
  return minutes !== undefined && minutes < round.minutes;
}

/**
 * The run that a drawn prompt begins: that prompt alone, or where it is a probe, with others until none fits into the
 * round any more. They come in the order of the round's phases.
 * @param practised how long ago a prompt was practised: of two, the lower is taken first.
 * @returns also the seed of the next draw.
 */
export function fillRun<P extends RunPrompt>(
  first: P,
  prompts: readonly P[],
  round: RunRound,
  practised: (title: string) => number,
  seed: number,
): { readonly run: readonly P[]; readonly seed: number } {
  const run = [first];
  let now = seed;
  if (!isProbe(first, round)) return { run, seed };
  for (;;) {
    const left = round.minutes - minutesOf(run);
    const fitting = prompts.filter(
      (prompt) =>
        isProbe(prompt, round) && (prompt.minutes ?? 0) <= left && !run.some(({ title }) => title === prompt.title),
    );
    const taken = (prompt: P): number => minutesOf(run.filter(({ phase }) => phase === prompt.phase));
    const best = lowest(
      lowest(fitting, ({ title }) => practised(title)),
      taken,
    );
    const { value, seed: next } = seededRandom(now);
    const chosen = best[Math.floor(value * best.length)];
    if (!chosen) return { run: inOrder(run, round), seed: now };
    now = next;
    run.push(chosen);
  }
}

/** The prompts of those titles, as the playbook has them; one that it does not have is a title alone. */
export function promptsOfRun(titles: readonly string[], prompts: readonly RunPrompt[]): readonly RunPrompt[] {
  return titles.map((title) => prompts.find((prompt) => prompt.title === title) ?? { title });
}

/** Minutes of several prompts together. */
export function minutesOf(prompts: readonly RunPrompt[]): number {
  return sum(prompts.map(({ minutes = 0 }) => minutes));
}

function inOrder<P extends RunPrompt>(run: readonly P[], { phases }: RunRound): P[] {
  const place = ({ phase }: P): number => {
    const found = phases.findIndex(({ title }) => title === phase);
    return found < 0 ? phases.length : found;
  };
  return [...run].sort((a, b) => place(a) - place(b));
}

function lowest<T>(all: readonly T[], value: (each: T) => number): readonly T[] {
  const least = Math.min(...all.map(value));
  return all.filter((each) => value(each) === least);
}
