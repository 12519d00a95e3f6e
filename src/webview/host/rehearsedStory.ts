import type * as vscode from 'vscode';
import { cueCards } from '../../core/story/rehearse';
import { Refusal } from '../../refusal';
import type { PrepStore, TextFiles } from '../../store/api';
import { nameOf } from '../../store/files';
import { wordsPerMinuteAt } from '../../store/settings';
import { LARGEST } from '../../analysis/textAnalyser';
import { rootOfStory } from '../../store/storyStore';
import type { RehearsedStory } from './rehearseView';

/** A story as it is rehearsed. @throws Refusal where it is gone, or too large. */
export async function readRehearsed(
  { store, files }: { readonly store: PrepStore; readonly files: TextFiles },
  uri: vscode.Uri,
): Promise<RehearsedStory> {
  const text = rootOfStory(store.roots, uri) && (await files.read(uri));
  if (text === undefined) throw new Refusal('absent', `The story “${nameOf(uri)}” is not in this workspace any more.`);
  if (text.length > LARGEST) throw new Refusal('absent', `The story “${nameOf(uri)}” is too large to be rehearsed.`);
  const pace = wordsPerMinuteAt(uri);
  const rehearsal = cueCards(text, { wordsPerMinute: pace });
  return { title: rehearsal.story.title ?? nameWithoutEnding(uri), rehearsal, pace };
}

/** What a story is called that has no title. */
export function nameWithoutEnding(uri: vscode.Uri): string {
  return nameOf(uri).replace(/\.md$/u, '');
}
