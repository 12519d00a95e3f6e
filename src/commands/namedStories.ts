/** The stories that a command is called with. */
import * as vscode from 'vscode';
import { Refusal } from '../refusal';
import type { LocatedLoop } from '../store/api';
import { storiesIn, type LocatedStory, type StoryStore } from '../store/storyStore';
import { isSameUri } from '../store/uris';
import { asUri } from './decode';

const { t } = vscode.l10n;

/** The stories of a loop’s prep folder, as the files have them now. */
export async function freshStories(stories: StoryStore, { root }: LocatedLoop): Promise<readonly LocatedStory[]> {
  await stories.refreshStories();
  return storiesIn(stories, root);
}

/** Those that are named, by file or by name. @throws Refusal where one of them is not there. */
export function storiesNamed(all: readonly LocatedStory[], named: readonly unknown[]): readonly LocatedStory[] {
  return named.map((name) => {
    const uri = asUri(name);
    const story = all.find((each) => each.name === name || (uri && isSameUri(each.uri, uri)));
    if (story) return story;
    throw new Refusal('absent', t('There is no story “{0}”, so nothing was packed.', String(name)));
  });
}
