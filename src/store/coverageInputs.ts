/** Gathers what the coverage of a loop by stories is worked out from. */
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import type { CoverageStory, OtherIds } from '../core/story/coverage';
import type { LocatedLoop, PrepStore } from './api';
import { coverageStory } from './coverageStory';
import type { ScoreSource, StorySource } from './storySources';
import { storiesIn, type LocatedStory } from './storyStore';

/** What a coverage is worked out from: the same objects as long as nothing in them has changed. */
export interface CoverageInputs {
  readonly playbook: LoadedPlaybook;
  readonly stories: readonly CoverageStory[];
  readonly others: OtherIds;
}

export interface CoverageParts {
  readonly store: PrepStore;
  readonly stories: StorySource;
  readonly scores: ScoreSource;
}

/**
 * Undefined where the loop's playbook cannot be used.
 * @param before the stories from last time: those that have not changed stay the same objects.
 */
export async function coverageInputs(
  { store, stories, scores }: CoverageParts,
  located: LocatedLoop,
  before: readonly CoverageStory[] = [],
): Promise<CoverageInputs | undefined> {
  const [entry, here, others] = await Promise.all([
    store.playbookOf(located),
    storiesIn(stories, located.root),
    otherIds(store, located),
  ]);
  if (!entry?.playbook) return undefined;
  const known = new Map(before.map((story) => [story.path, story]));
  return {
    playbook: entry.playbook,
    stories: here.map((story) => readStory(story, scores.summary(story.uri)?.score, known)),
    others,
  };
}

/** The ids of the playbooks of the folder's other loops: stories are shared by all of them. */
async function otherIds(store: PrepStore, { root }: LocatedLoop): Promise<OtherIds> {
  const loops = (await store.loops()).filter((loop) => loop.root.uri.toString() === root.uri.toString());
  const playbooks = (await Promise.all(loops.map((loop) => store.playbookOf(loop)))).flatMap(
    (entry) => entry?.playbook ?? [],
  );
  return {
    competencies: new Set(playbooks.flatMap(({ competencies }) => competencies.map(({ id }) => id))),
    rounds: new Set(playbooks.flatMap(({ rounds }) => rounds.map(({ id }) => id))),
  };
}

/** What counts of a story: the known object if that has not changed, as with most typing in a story. */
function readStory(
  located: LocatedStory,
  score: number | undefined,
  known: ReadonlyMap<string, CoverageStory>,
): CoverageStory {
  const fresh = coverageStory(located, score);
  const before = known.get(fresh.path);
  return before && JSON.stringify(before) === JSON.stringify(fresh) ? before : fresh;
}
