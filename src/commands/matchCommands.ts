/** Finding the story that answers a question. */
import * as vscode from 'vscode';
import { StoryIndex, type Fit, type Match } from '../core/match/storyIndex';
import { matchableStory } from '../core/match/matchableStory';
import { registerCommand } from '../editorCommands';
import type { LocatedLoop, PrepStore } from '../store/api';
import type { LocatedStory, StoryStore } from '../store/storyStore';
import { asText, fields } from './decode';
import { decodeLoopArgument, loopToUse } from './loopArgument';

const { t } = vscode.l10n;

export interface MatchCommandParts {
  readonly store: PrepStore;
  readonly stories: StoryStore;
}

/** A story, and how well it answers the question that was asked. */
export interface FoundStory {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly fit: Fit;
  readonly why: readonly string[];
}

interface StoryItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

const FIT_ICONS: Readonly<Record<Fit, string>> = {
  strong: '$(star-full)',
  workable: '$(star-half)',
  stretch: '$(star-empty)',
  gap: '$(dash)',
};

export function registerMatchCommands(parts: MatchCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.findStory', (argument) => findStory(parts, argument));
}

/** With a question, gives the stories, the best first; without one, asks for it and shows them as it is typed. */
async function findStory(parts: MatchCommandParts, argument: unknown): Promise<readonly FoundStory[] | undefined> {
  const given = fields(argument);
  const question = asText(given['question']);
  const located = await loopToUse(parts.store, decodeLoopArgument(argument), t('Find a Story for a Question'));
  if (!located) return undefined;
  const stories = await storiesOf(parts, located);
  const index = new StoryIndex(stories.map(({ located: { uri, story }, title }) => matchableStory(uri.toString(), title, story)));
  const titles = new Map(stories.map(({ located: { uri }, title }) => [uri.toString(), { uri, title }]));
  const competencies = await judgedBy(parts.store, located, question);
  const find = (asked: string): FoundStory[] =>
    index.find({ question: asked, competencies }).flatMap((match) => foundStory(match, titles));
  if (question !== undefined && given['ask'] !== true) return find(question);
  return pickStory(find, question ?? '', stories.length);
}
