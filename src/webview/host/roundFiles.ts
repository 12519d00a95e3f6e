/** What a round's panel reads besides the round. */
import * as vscode from 'vscode';
import type { LoadedPlaybook } from '../../core/playbook/loadPlaybook';
import { storiesThatFit, type CoverageStory } from '../../core/story/coverage';
import type { LocatedLoop, PlaybookEntry, PrepStore, TextFiles } from '../../store/api';
import { coverageStory } from '../../store/coverageStory';
import type { ScoreSource, StorySource } from '../../store/storySources';
import { storiesIn } from '../../store/storyStore';

/** The text of one of a loop's documents; '' where the loop does not have it. */
export async function documentOf(files: TextFiles, { uri, loop }: LocatedLoop, name: string): Promise<string> {
  if (!loop.documents.some(({ path }) => path.endsWith(`/${name}`))) return '';
  return (await files.read(vscode.Uri.joinPath(uri, name))) ?? '';
}

/** The stories of a loop's prep folder. */
export async function storiesHere(
  { stories, scores }: { readonly stories: StorySource; readonly scores: ScoreSource },
  located: LocatedLoop,
): Promise<readonly CoverageStory[]> {
  const here = await storiesIn(stories, located.root);
  return here.map((story) => coverageStory(story, scores.summary(story.uri)?.score));
}

/** Those that fit a round, the best first. */
export function storiesOfRound(
  roundId: string,
  stories: readonly CoverageStory[],
  playbook: LoadedPlaybook | undefined,
): readonly CoverageStory[] {
  const round = playbook?.rounds.find(({ id }) => id === roundId);
  return round && playbook ? storiesThatFit(round, stories, new Set(playbook.rounds.map(({ id }) => id))) : [];
}

/** The loop's playbook, or the broken one of that name, which says why. */
export async function playbookOfLoop(store: PrepStore, located: LocatedLoop): Promise<PlaybookEntry | undefined> {
  const usable = await store.playbookOf(located);
  return usable ?? (await store.playbooks(located.root)).find(({ id }) => id === located.loop.playbook);
}
