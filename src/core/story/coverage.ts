/**
 * How well the stories at hand cover a loop: story × competency × round. Plain data, for the tracker and a dashboard.
 *
 * Only the ids of the loop's own playbook count: stories are shared by all loops, and what a story says about another
 * loop's rounds says nothing about this loop.
 */
import { closestId, type Named } from '../closest';
import type { Story } from './parseStory';
import { REQUIRED_SECTIONS } from './storySections';

/** A story with a score below this is a draft; scores run from 0 to 100. */
export const READY_SCORE = 40;
/** A story that uses the six sections is a draft until this many are filled: one may still be to write. */
export const READY_SECTIONS = 5;
/** A story without the sections is a draft below this many words: half a minute aloud. */
export const READY_WORDS = 60;
/** A story is over-used in more rounds than this: interviewers compare notes, and a story told again adds nothing. */
export const MOST_ROUNDS = 3;
/** A story is over-used when this many competencies or more rest on it alone: if it falls flat, all of them do. */
export const SOLE_COVER = 3;

/** What coverage needs of a playbook. */
export interface CoveragePlaybook {
  readonly competencies: readonly Named[];
  readonly rounds: readonly CoverageRound[];
}

export interface CoverageRound extends Named {
  /** The ids of the competencies that the round judges. */
  readonly competencies: readonly string[];
}

/** What coverage needs of a story. */
export interface CoverageStory {
  /** Tells stories apart; reports repeat it as it is given. */
  readonly path: string;
  readonly title: string;
  /** Ids, as the front matter has them. */
  readonly competencies: readonly string[];
  readonly rounds: readonly string[];
  /** 0 to 100; undefined where it was not worked out. */
  readonly score?: number | undefined;
  /** How many of the six required sections are filled; undefined where the story is written without them. */
  readonly sectionsFilled: number | undefined;
  /** Said aloud. Only counts for a story without sections. */
  readonly words?: number;
  /** How much of it is written, from 0 to 1; 1 where it is left out, 0 for an untouched template. */
  readonly written?: number;
}

/** Ids of other playbooks in use. A story may name them: they are not unknown, and count for nothing here. */
export interface OtherIds {
  readonly competencies: ReadonlySet<string>;
  readonly rounds: ReadonlySet<string>;
}

/** A story in the cell of the matrix where it covers a competency. */
export interface CoveringStory {
  readonly path: string;
  readonly title: string;
  readonly ready: boolean;
  /** Its front matter lists the round; else it fits by its competencies. */
  readonly listed: boolean;
  /** How much of it is written, from 0 to 1. */
  readonly written: number;
}

/**
 * 'draft': something is written, and no story is ready. 'none': nothing is written, though an untouched template may be
 * there. 'draft' and 'none' are gaps.
 */
export type CoverState = 'covered' | 'draft' | 'none';

export interface CompetencyCover extends Named {
  readonly state: CoverState;
  /** The best first. */
  readonly stories: readonly CoveringStory[];
}

export interface RoundCoverage extends Named {
  /** What the round judges, in the playbook's order. */
  readonly competencies: readonly CompetencyCover[];
  /** Every story that fits, the best first; one that lists the round may cover nothing that the round judges. */
  readonly stories: readonly CoveringStory[];
}

/** Why a story is over-used: one of the two is not empty. */
export interface OverUse {
  /** Ids of the rounds that need it, where there are more than {@link MOST_ROUNDS}. */
  readonly rounds: readonly string[];
  /** Ids of the competencies that rest on it alone, where there are {@link SOLE_COVER} or more. */
  readonly soleCoverOf: readonly string[];
}

/** A story's row of the matrix. */
export interface StoryCoverage {
  readonly path: string;
  readonly title: string;
  readonly ready: boolean;
  /** The rounds that it fits, in order, each with the competencies judged there that it covers. */
  readonly rounds: readonly {
    readonly id: string;
    readonly listed: boolean;
    readonly competencies: readonly string[];
  }[];
  readonly overUse: OverUse | undefined;
}

/** A competency that a round judges and no ready story covers there. */
export interface Gap {
  readonly round: string;
  readonly competency: string;
  /** Paths of stories that would cover it once they are ready, the best first. */
  readonly drafts: readonly string[];
}

/** An id in a story's front matter that no playbook has. */
export interface UnknownId {
  readonly path: string;
  readonly key: 'competencies' | 'rounds';
  readonly id: string;
  /** The id of the loop's playbook that may have been meant. */
  readonly suggestion: string | undefined;
}

export interface Coverage {
  readonly rounds: readonly RoundCoverage[];
  /** In the order given. */
  readonly stories: readonly StoryCoverage[];
  readonly gaps: readonly Gap[];
  readonly unknown: readonly UnknownId[];
}

/** Whether a story can be told as it is; else it is a draft, and covers nothing yet. */
export function isReady({ score, sectionsFilled, words }: CoverageStory): boolean {
  if (score !== undefined && score < READY_SCORE) return false;
  if (sectionsFilled !== undefined) return sectionsFilled >= READY_SECTIONS;
  return (words ?? 0) >= READY_WORDS;
}

const writtenOf = ({ written = 1 }: CoverageStory): number => written;

/** How much of a story is written, from 0 to 1: of its six sections, or of what a story without them has to say. */
export function shareWritten({ sections, writtenWords }: Pick<Story, 'sections' | 'writtenWords'>): number {
  if (sections.length === 0) return Math.min(1, writtenWords / READY_WORDS);
  const written = REQUIRED_SECTIONS.filter((name) => sections.some((each) => each.name === name && each.written));
  return written.length / REQUIRED_SECTIONS.length;
}

/**
 * The stories that fit a round, the best first: a story fits when it lists the round, or when it lists no round of this
 * loop and shares a competency with it. The best are ready, then written at all, then list the round, then share more,
 * then score higher.
 * @param roundIds the ids of all the loop's rounds.
 */
export function storiesThatFit<S extends CoverageStory>(
  round: CoverageRound,
  stories: readonly S[],
  roundIds: ReadonlySet<string>,
): S[] {
  const judged = new Set(round.competencies);
  const shared = (story: S): number => new Set(story.competencies.filter((id) => judged.has(id))).size;
  const fits = (story: S): boolean =>
    story.rounds.includes(round.id) || (!story.rounds.some((id) => roundIds.has(id)) && shared(story) > 0);
  const keyed = stories.filter(fits).map((story) => ({
    story,
    key: [
      isReady(story) ? 1 : 0,
      writtenOf(story) > 0 ? 1 : 0,
      story.rounds.includes(round.id) ? 1 : 0,
      shared(story),
      story.score ?? 0,
    ],
  }));
  return keyed
    .sort(
      (a, b) =>
        compareKeys(b.key, a.key) || compare(a.story.title, b.story.title) || compare(a.story.path, b.story.path),
    )
    .map(({ story }) => story);
}

/** Works out the whole matrix. Never throws; takes time in proportion to rounds × stories. */
export function coverageOf(playbook: CoveragePlaybook, stories: readonly CoverageStory[], others?: OtherIds): Coverage {
  const titles = new Map(playbook.competencies.map(({ id, title }) => [id, title]));
  const roundIds = new Set(playbook.rounds.map(({ id }) => id));
  const rounds = playbook.rounds.map((round) => roundCoverage(round, storiesThatFit(round, stories, roundIds), titles));
  const gaps = rounds.flatMap(({ id, competencies }) =>
    competencies.flatMap(({ id: competency, state, stories: drafts }): Gap[] =>
      state === 'covered' ? [] : [{ round: id, competency, drafts: drafts.map(({ path }) => path) }],
    ),
  );
  return {
    rounds,
    stories: storyRows(stories, rounds),
    gaps,
    unknown: stories.flatMap((story) => unknownIds(story, playbook, others)),
  };
}

function roundCoverage(
  { id, title, competencies }: CoverageRound,
  fitting: readonly CoverageStory[],
  titles: ReadonlyMap<string, string>,
): RoundCoverage {
  const entries = fitting.map((story) => {
    const { path, title: storyTitle, rounds } = story;
    return {
      covers: new Set(story.competencies),
      entry: {
        path,
        title: storyTitle,
        ready: isReady(story),
        listed: rounds.includes(id),
        written: writtenOf(story),
      },
    };
  });
  const covers = [...new Set(competencies)].map((competency): CompetencyCover => {
    const covering = entries.filter((story) => story.covers.has(competency)).map(({ entry }) => entry);
    const isBegun = covering.some(({ written }) => written > 0);
    const state = covering.some(({ ready }) => ready) ? 'covered' : isBegun ? 'draft' : 'none';
    return { id: competency, title: titles.get(competency) ?? competency, state, stories: covering };
  });
  return { id, title, competencies: covers, stories: entries.map(({ entry }) => entry) };
}

/** The matrix read by stories, with what rests on each alone. */
function storyRows(stories: readonly CoverageStory[], rounds: readonly RoundCoverage[]): StoryCoverage[] {
  const rows = new Map(
    stories.map(({ path }) => [
      path,
      { rounds: [] as { id: string; listed: boolean; competencies: string[] }[], needed: new Set<string>() },
    ]),
  );
  const coverOf = new Map<string, Set<string>>();
  for (const round of rounds) {
    for (const { path, listed } of round.stories)
      rows.get(path)?.rounds.push({ id: round.id, listed, competencies: [] });
    for (const { id, stories: covering } of round.competencies) {
      const ready = covering.filter((story) => story.ready);
      for (const { path } of covering) rows.get(path)?.rounds.at(-1)?.competencies.push(id);
      const all = coverOf.get(id) ?? new Set();
      coverOf.set(id, all);
      for (const { path } of ready) all.add(path);
      const only = ready.length === 1 ? ready[0] : undefined;
      if (only) rows.get(only.path)?.needed.add(round.id);
    }
  }
  const soleCoverOf = new Map<string, string[]>();
  for (const [id, paths] of coverOf) {
    const [only] = paths;
    if (only !== undefined && paths.size === 1) soleCoverOf.set(only, [...(soleCoverOf.get(only) ?? []), id]);
  }
  return stories.map((story) => {
    const { path, title } = story;
    const row = rows.get(path);
    const inRounds = row?.rounds ?? [];
    // A round uses a story that lists it, and one without which a competency there would be bare. A story that could
    // merely be told there is not used yet.
    const used = inRounds.filter(({ id, listed }) => listed || row?.needed.has(id)).map(({ id }) => id);
    return {
      path,
      title,
      ready: isReady(story),
      rounds: inRounds,
      overUse: overUse(used, soleCoverOf.get(path) ?? []),
    };
  });
}

function overUse(rounds: readonly string[], soleCoverOf: readonly string[]): OverUse | undefined {
  const reasons = {
    rounds: rounds.length > MOST_ROUNDS ? rounds : [],
    soleCoverOf: soleCoverOf.length >= SOLE_COVER ? soleCoverOf : [],
  };
  return reasons.rounds.length + reasons.soleCoverOf.length > 0 ? reasons : undefined;
}

function unknownIds(story: CoverageStory, playbook: CoveragePlaybook, others: OtherIds | undefined): UnknownId[] {
  return (['competencies', 'rounds'] as const).flatMap((key) => {
    const known = new Set(playbook[key].map(({ id }) => id));
    const unknown = [...new Set(story[key])].filter((id) => !known.has(id) && !others?.[key].has(id));
    return unknown.map((id) => ({ path: story.path, key, id, suggestion: closestId(id, playbook[key]) }));
  });
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
