/** Which story is to answer which question of a round, as its panel shows it. Pure. */
import type { AssignedStory, Round } from '../../core/loop/loopModel';
import type { CoverageStory } from '../../core/story/coverage';
import { clip } from '../protocol/common';
import type { RoundView } from '../protocol/round';

/** The file's story of an assignment; undefined where it is a gap, or there is no such story any more. */
export function assignedStory<Story extends { readonly path: string }>(
  { story }: AssignedStory,
  stories: readonly Story[],
): Story | undefined {
  return story === undefined ? undefined : stories.find(({ path }) => path.endsWith(`/${story}.md`));
}

/** Nothing where the round's file says nothing of it. */
export function assignedView(round: Round | undefined, stories: readonly CoverageStory[]): Pick<RoundView, 'assigned'> {
  if (!round?.assigned) return {};
  const assigned = round.assigned.map((each) => {
    const story = assignedStory(each, stories);
    return { prompt: clip(each.prompt), ...(story ? { title: clip(story.title) } : {}) };
  });
  return { assigned };
}
