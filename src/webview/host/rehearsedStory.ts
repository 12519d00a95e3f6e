import type * as vscode from 'vscode';
import { checkedFileOf } from '../../analysis/checkedFiles';
import { withoutMarkdownEnding } from '../../core/markdownName';
import { cueCards } from '../../core/story/rehearse';
import { Refusal } from '../../refusal';
import type { PrepRoot, PrepStore, TextFiles } from '../../store/api';
import { nameOf } from '../../store/files';
import { wordsPerMinuteAt } from '../../store/settings';
import { LARGEST } from '../../analysis/textAnalyser';
import type { RehearsedStory } from './rehearseView';

/** What a file is rehearsed as; undefined for one that is not. */
export function rehearsedKind(roots: readonly PrepRoot[], uri: vscode.Uri): 'story' | 'script' | undefined {
  const kind = checkedFileOf(roots, uri)?.kind;
  return kind === 'offer' ? undefined : kind;
}

/** A story or a script as it is rehearsed. @throws Refusal where it is gone, or too large. */
export async function readRehearsed(
  { store, files }: { readonly store: PrepStore; readonly files: TextFiles },
  uri: vscode.Uri,
): Promise<RehearsedStory> {
  const kind = rehearsedKind(store.roots, uri);
  const text = kind && (await files.read(uri));
  if (kind === undefined || text === undefined)
    throw new Refusal('absent', `The ${kind ?? 'story'} “${nameOf(uri)}” is not in this workspace any more.`);
  if (text.length > LARGEST) throw new Refusal('absent', `The ${kind} “${nameOf(uri)}” is too large to be rehearsed.`);
  const pace = wordsPerMinuteAt(uri);
  const rehearsal = cueCards(text, { wordsPerMinute: pace, kind });
  return { kind, title: rehearsal.story.title ?? nameWithoutEnding(uri), rehearsal, pace };
}

/** What a story is called that has no title. */
export function nameWithoutEnding(uri: vscode.Uri): string {
  return withoutMarkdownEnding(nameOf(uri));
}
