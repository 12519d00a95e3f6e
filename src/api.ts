/** What `activate` returns: for other extensions, and for tests. Nothing here throws, whatever it is given. */
import { badArgument, readText, unlessItThrows, type ArgumentProblem } from './core/argument';
import { readBlocks, type WorkedBlock } from './core/blocks/readBlocks';
import { noValue, valueOffer, type ValuedOffer } from './core/offer/valuedOffer';
import type { Logger } from './core/ports';
import { noPlan, planSchedule, type Plan, type PlanInput } from './core/schedule/plan';
import { readPlanInput } from './core/schedule/planInput';
import { lintStory, scoreStory, type Finding, type Score } from './core/story/lint';
import { readLintOptions, type PublicLintOptions } from './core/story/lint/lintInput';
import { extractQuantities, type Quantity } from './core/story/quantities';
import type { TimerSnapshot } from './core/timer/snapshot';

/**
 * A list, and beside it what was wrong with the arguments; `problems` is not an item and takes no part in comparisons.
 */
export type Answer<T> = T[] & { readonly problems: readonly ArgumentProblem[] };

/** A score, and beside it what was wrong with the arguments; `problems` takes no part in comparisons. */
export type ScoreAnswer = Score & { readonly problems: readonly ArgumentProblem[] };

export interface PrepLoopApi<Markdown = unknown> {
  readonly version: 1;
  /** Every metric in English prose or Markdown, with its place and normalised value. Linear time. */
  extractQuantities(text: string): Answer<Quantity>;
  /**
   * What a careful coach would say about a story, an offer's notes or a script. Same text, same findings. A wrong
   * option is ignored, and reported in `problems`.
   */
  lintStory(markdown: string, options?: PublicLintOptions): Answer<Finding>;
  /**
   * What a text scores as a story, 0 to 100: `losses` name the rule or weakness, its points and its line (0-based),
   * `gains` what earned the upper range, and where. 0 for a text that says nothing yet. Same text, same score.
   */
  scoreStory(markdown: string, options?: PublicLintOptions): ScoreAnswer;
  /**
   * The worked figures of a text: its fenced blocks `latency-budget`, `capacity` and `estimate`, with their inputs,
   * results and what is wrong with them. Values are in the unit beside them: `ms`, `bytes`, `bytes/s`, `%`, `USD/year`.
   */
  readBlocks(markdown: string): Answer<WorkedBlock>;
  /**
   * What an offer is worth, year by year, by the front matter of its file: exact to the cent, in units of its currency.
   * What cannot be worked out is undefined, and so is each total that it belongs to. `recurring` leaves out what is
   * paid once: the sign-on bonuses.
   */
  valueOffer(markdown: string): ValuedOffer;
  /** Lays a playbook's rounds, feedback day and preparation on calendar days: see `problems`. */
  planSchedule(input: PlanInput): Plan;
  /** The window's round timer now; undefined where none was ever started in this workspace. */
  timer(): TimerSnapshot | undefined;
  /** Called by VS Code’s own Markdown preview: marks the metrics in files of the prep folder. */
  extendMarkdownIt(markdown: Markdown): Markdown;
}

export interface ApiParts<Markdown> {
  readonly log: Logger;
  timer(): TimerSnapshot | undefined;
  extendMarkdownIt(markdown: Markdown): Markdown;
}

const NO_SCORE: Score = { score: 0, losses: [], gains: [] };

/** Makes the API. What was wrong with a call is in its answer, and in the log for whoever wrote the caller. */
export function makeApi<Markdown>({ log, timer, extendMarkdownIt }: ApiParts<Markdown>): PrepLoopApi<Markdown> {
  const guarded = <T>(name: string, run: () => T, otherwise: (problem: ArgumentProblem) => T): T => {
    try {
      return run();
    } catch (error) {
      log.warn(`${name} failed: ${unlessItThrows(() => String(error)) ?? 'an error without a message'}`);
      return otherwise(badArgument(`${name} failed on this argument: the log “Prep Loop” says why.`));
    }
  };
  const answer = <T>(name: string, items: T[], problems: readonly ArgumentProblem[]): Answer<T> => {
    for (const { message } of problems) log.warn(`${name}: ${message}`);
    return Object.defineProperty(items, 'problems', { value: problems }) as Answer<T>;
  };
  const listing = <T>(
    name: string,
    textName: string,
    value: unknown,
    list: (text: string) => { readonly items: T[]; readonly problems: readonly ArgumentProblem[] },
  ): Answer<T> =>
    guarded(
      name,
      () => {
        const read = readText(textName, value);
        if ('problem' in read) return answer(name, [], [read.problem]);
        const { items, problems } = list(read.text);
        return answer(name, items, problems);
      },
      (problem) => answer(name, [], [problem]),
    );
  const scored = (score: Score, problems: readonly ArgumentProblem[]): ScoreAnswer => {
    for (const { message } of problems) log.warn(`scoreStory: ${message}`);
    return Object.defineProperty({ ...score }, 'problems', { value: problems }) as ScoreAnswer;
  };
  return {
    version: 1,
    extractQuantities: (value) =>
      listing('extractQuantities', 'text', value, (text) => ({ items: extractQuantities(text), problems: [] })),
    lintStory: (value, given) =>
      listing('lintStory', 'markdown', value, (markdown) => {
        const { options, problems } = readLintOptions(given);
        return { items: lintStory(markdown, options), problems };
      }),
    scoreStory: (value, given) =>
      guarded(
        'scoreStory',
        () => {
          const read = readText('markdown', value);
          if ('problem' in read) return scored(NO_SCORE, [read.problem]);
          const { options, problems } = readLintOptions(given);
          return scored(scoreStory(read.text, options), problems);
        },
        (problem) => scored(NO_SCORE, [problem]),
      ),
    readBlocks: (value) =>
      listing('readBlocks', 'markdown', value, (markdown) => ({ items: readBlocks(markdown), problems: [] })),
    valueOffer: (value) =>
      guarded(
        'valueOffer',
        () => {
          const valued = valueOffer(value);
          for (const problem of valued.problems) if ('code' in problem) log.warn(`valueOffer: ${problem.message}`);
          return valued;
        },
        noValue,
      ),
    planSchedule: (value) =>
      guarded(
        'planSchedule',
        () => {
          const read = readPlanInput(value);
          return 'problem' in read ? noPlan(read.problem) : planSchedule(read.input);
        },
        noPlan,
      ),
    timer: () => guarded('timer', timer, () => undefined),
    extendMarkdownIt: (markdown) =>
      guarded(
        'extendMarkdownIt',
        () => extendMarkdownIt(markdown),
        () => markdown,
      ),
  };
}
