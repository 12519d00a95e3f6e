/** An index of the stories for each prep folder, built anew only when a story has changed. */
import { matchableStory } from '../core/match/matchableStory';
import { StoryIndex } from '../core/match/storyIndex';
import type { PrepRoot } from './api';
import { storiesIn, type LocatedStory, type StoryStore } from './storyStore';

/** The stories of a folder, and an index in which each has its file's name for an id. */
export interface IndexedStories {
  readonly stories: readonly LocatedStory[];
  readonly index: StoryIndex;
}

export class StoryIndexes {
  private readonly known = new Map<string, IndexedStories>();

  constructor(private readonly store: StoryStore) {}

  async of(root: PrepRoot): Promise<IndexedStories> {
    const stories = await storiesIn(this.store, root);
    const before = this.known.get(root.uri.toString());
    // A story is the same object for as long as its file says the same.
    if (before && isSame(before.stories, stories)) return before;
    const index = new StoryIndex(stories.map(({ name, story }) => matchableStory(name, story.title ?? name, story)));
    const indexed = { stories, index };
    this.known.set(root.uri.toString(), indexed);
    return indexed;
  }
}

function isSame(before: readonly LocatedStory[], after: readonly LocatedStory[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ name, story }, index) => story === after[index]?.story && name === after[index].name)
  );
}
