import { shareWritten, type CoverageStory } from '../core/story/coverage';
import { nameOf } from './files';
import { STORIES_FOLDER, type LocatedStory } from './storyStore';

/** A story as coverage sees it. @param score undefined where it was not checked yet. */
export function coverageStory({ uri, name, story }: LocatedStory, score: number | undefined): CoverageStory {
  const { title, competencies, rounds, sections, filledCount, words } = story;
  const progress = sections.length === 0 ? { sectionsFilled: undefined, words } : { sectionsFilled: filledCount };
  return {
    path: `${STORIES_FOLDER}/${nameOf(uri)}`,
    title: title ?? name,
    competencies,
    rounds,
    score,
    written: shareWritten(story),
    ...progress,
  };
}
