/** The stories that a loop's requirements are held against. */
import type { FitStory } from '../core/fit/fitModel';
import type { LocatedLoop } from './api';
import { coverageStory } from './coverageStory';
import type { ScoreSource, StorySource } from './storySources';
import { storiesIn } from './storyStore';

/** Those of the loop's prep folder. */
export async function fitStories(
  stories: StorySource,
  scores: ScoreSource,
  { root }: LocatedLoop,
): Promise<FitStory[]> {
  const here = await storiesIn(stories, root);
  return here.map((story) => ({
    ...coverageStory(story, scores.summary(story.uri)?.score),
    parsed: story.story,
  }));
}
