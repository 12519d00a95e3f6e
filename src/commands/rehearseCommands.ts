/** Rehearsing a story. */
import * as vscode from 'vscode';
import { storyOutlook } from '../core/story/outlook';
import { registerCommand, runCommand } from '../editorCommands';
import type { PrepStore } from '../store/api';
import { nameOf } from '../store/files';
import { wordsPerMinuteAt } from '../store/settings';
import { rootOfStory, type LocatedStory, type StoryStore } from '../store/storyStore';
import type { RehearsePanels } from '../webview/host/rehearsePanels';
import { asUri, fields } from './decode';
import { versionOf } from './storyVersion';

const { t } = vscode.l10n;

export interface RehearseParts {
  readonly store: PrepStore;
  readonly stories: StoryStore;
  readonly panels: RehearsePanels;
}

export function registerRehearseCommand(parts: RehearseParts): vscode.Disposable {
  return registerCommand('prepLoop.rehearseStory', (argument) => rehearse(parts, argument));
}

/** Opens the story that is named, else the one in the active editor, else the one that is chosen. */
async function rehearse({ store, stories, panels }: RehearseParts, argument: unknown): Promise<undefined> {
  const given = fields(argument);
  // A menu of an editor hands over the file's Uri itself.
  const named = argument instanceof vscode.Uri ? argument : asUri(given['uri']);
  const active = vscode.window.activeTextEditor?.document.uri;
  const isActiveStory = active !== undefined && rootOfStory(store.roots, active) !== undefined;
  const uri = named ?? (isActiveStory ? active : await pickStory(stories));
  if (!uri) return undefined;
  if (!rootOfStory(store.roots, uri)) {
    void vscode.window.showWarningMessage(
      t('“{0}” is no story: stories are the Markdown files in the folder “stories” of the prep folder.', nameOf(uri)),
    );
    return undefined;
  }
  const version = versionOf(argument);
  // The title that a panel begins with names its page to a screen reader for good.
  const found = (await stories.stories()).find((story) => story.uri.toString() === uri.toString());
  panels.open(uri, found?.story.title ?? nameOf(uri).replace(/\.md$/u, ''), version);
  return undefined;
}

async function pickStory(stories: StoryStore): Promise<vscode.Uri | undefined> {
  const all = await stories.stories();
  if (all.length === 0) {
    const create = t('New Story…');
    const answer = await vscode.window.showInformationMessage(t('There is no story to rehearse yet.'), create);
    if (answer === create) await runCommand('prepLoop.newStory');
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    all.map(pickOf).sort((a, b) => a.label.localeCompare(b.label)),
    {
      title: t('Rehearse Story'),
      placeHolder: t('Which story?'),
      matchOnDescription: true,
    },
  );
  return picked?.uri;
}

function pickOf({ story, name, uri }: LocatedStory): vscode.QuickPickItem & { readonly uri: vscode.Uri } {
  const { title, description } = storyOutlook(story, name, wordsPerMinuteAt(uri));
  return { label: title, description, uri };
}
