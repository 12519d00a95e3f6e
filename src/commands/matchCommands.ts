/** Finding the story that answers a question. */
import * as vscode from 'vscode';
import type { FoundStory } from '../commandTable';
import type { Prompt } from '../core/playbook/rounds';
import { registerCommand, runCommand } from '../editorCommands';
import type { LocatedLoop, PrepStore } from '../store/api';
import type { StoryIndexes } from '../store/storyIndexes';
import { FIT_ICONS } from './assignQuestions';
import { asText, fields } from './decode';
import { loopToUse } from './loopArgument';
import { withoutIcons } from './steps';

const { t } = vscode.l10n;
const TITLE = t('Find a Story for a Question');

export interface MatchCommandParts {
  readonly store: PrepStore;
  readonly indexes: StoryIndexes;
}

interface FoundUri extends FoundStory {
  readonly uri: vscode.Uri;
}

interface StoryItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri;
}

export function registerMatchCommands(parts: MatchCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.findStory', (argument) => findStory(parts, argument));
}

/** With a question, gives the stories, the best first; without one, asks for it and shows them as it is typed. */
async function findStory(parts: MatchCommandParts, argument: unknown): Promise<readonly FoundUri[] | undefined> {
  const given = fields(argument);
  const question = asText(given['question']);
  const located = await loopToUse(parts.store, argument, TITLE);
  if (!located) return undefined;
  const { stories, index } = await parts.indexes.of(located.root);
  const prompts = await promptsOf(parts.store, located, asText(given['round']));
  const find = (asked: string): FoundUri[] =>
    index.find({ question: asked, competencies: competenciesOf(asked, prompts) }).flatMap(({ id, fit, why }) => {
      const found = stories.find(({ name }) => name === id);
      return found ? [{ uri: found.uri, title: found.story.title ?? found.name, fit, why }] : [];
    });
  if (question !== undefined && given['ask'] !== true) return find(question);
  return stories.length === 0 ? offerStory() : pickStory(find, question ?? '');
}

/** The prompts of a round, or of all rounds of a loop. */
async function promptsOf(
  store: PrepStore,
  located: LocatedLoop,
  round: string | undefined,
): Promise<readonly Prompt[]> {
  const rounds = (await store.playbookOf(located))?.playbook?.rounds ?? [];
  return rounds.filter(({ id }) => round === undefined || id === round).flatMap(({ prompts }) => prompts);
}

/** What a question judges, where it is one of the playbook's. */
function competenciesOf(question: string, prompts: readonly Prompt[]): readonly string[] {
  const asked = question.trim();
  return prompts.find((prompt) => prompt.title === asked || prompt.question.trim() === asked)?.competencies ?? [];
}

async function offerStory(): Promise<undefined> {
  const create = t('New Story…');
  const chosen = await vscode.window.showInformationMessage(t('There is no story yet: write one first.'), create);
  if (chosen === create) await runCommand('prepLoop.newStory');
  return undefined;
}

/** Shows the stories as the question is typed, and opens the one that is chosen. */
async function pickStory(
  find: (question: string) => readonly FoundUri[],
  question: string,
): Promise<readonly FoundUri[] | undefined> {
  const picker = vscode.window.createQuickPick<StoryItem>();
  picker.title = TITLE;
  picker.placeholder = t('Type the question, or a few words of it');
  let found: readonly FoundUri[] = [];
  const show = (asked: string): void => {
    found = find(asked);
    picker.items = found.map(itemOf);
  };
  picker.value = question;
  picker.onDidChangeValue(show);
  show(question);
  const chosen = await new Promise<StoryItem | undefined>((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
  if (!chosen) return undefined;
  await vscode.window.showTextDocument(chosen.uri);
  return found;
}

function itemOf({ uri, title, fit, why }: FoundUri): StoryItem {
  return {
    // The editor would leave out what does not have the question's very words.
    alwaysShow: true,
    label: `${FIT_ICONS[fit]} ${withoutIcons(title)}`,
    description: fit === 'gap' ? t('says nothing to this') : fit,
    detail: why.join('; '),
    uri,
  };
}
