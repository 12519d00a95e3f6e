/** Rehearsing a story or a script. */
import * as vscode from 'vscode';
import { withoutMarkdownEnding } from '../core/markdownName';
import { storyOutlook } from '../core/story/outlook';
import { registerCommand, runCommand } from '../editorCommands';
import type { PrepStore } from '../store/api';
import { nameOf, uriIn } from '../store/files';
import { wordsPerMinuteAt } from '../store/settings';
import type { LocatedStory, StoryStore } from '../store/storyStore';
import { rehearsedKind } from '../webview/host/rehearsedStory';
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

/** Opens the story or script that is named, else the one in the active editor, else the one that is chosen. */
async function rehearse({ store, stories, panels }: RehearseParts, argument: unknown): Promise<undefined> {
  const given = fields(argument);
  // A menu of an editor hands over the file's Uri itself.
  const named = argument instanceof vscode.Uri ? argument : asUri(given['uri']);
  const active = vscode.window.activeTextEditor?.document.uri;
  const isActive = active !== undefined && rehearsedKind(store.roots, active) !== undefined;
  const uri = named ?? (isActive ? active : await pickStory(stories, store));
  if (!uri) return undefined;
  if (!rehearsedKind(store.roots, uri)) {
    void vscode.window.showWarningMessage(
      t(
        '“{0}” is neither a story nor a script: stories are the Markdown files in “stories” in the prep folder, scripts those in “scripts” in a loop.',
        nameOf(uri),
      ),
    );
    return undefined;
  }
  const version = versionOf(argument);
  // A screen reader goes on naming the page by the title that the panel opened with.
  const found = (await stories.stories()).find((story) => story.uri.toString() === uri.toString());
  panels.open(uri, found?.story.title ?? withoutMarkdownEnding(nameOf(uri)), version);
  return undefined;
}

async function pickStory(stories: StoryStore, store: PrepStore): Promise<vscode.Uri | undefined> {
  const [all, scripts] = [await stories.stories(), await scriptsOf(store)];
  if (all.length + scripts.length === 0) {
    const create = t('New Story…');
    const answer = await vscode.window.showInformationMessage(t('There is no story to rehearse yet.'), create);
    if (answer === create) await runCommand('prepLoop.newStory');
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(
    [...all.map(pickOf).sort((a, b) => a.label.localeCompare(b.label)), ...scripts],
    {
      title: t('Rehearse'),
      placeHolder: t('Which story or script?'),
      matchOnDescription: true,
    },
  );
  return picked?.uri;
}

function pickOf({ story, name, uri }: LocatedStory): vscode.QuickPickItem & { readonly uri: vscode.Uri } {
  const { title, description } = storyOutlook(story, name, wordsPerMinuteAt(uri));
  return { label: title, description, uri };
}

async function scriptsOf(store: PrepStore): Promise<(vscode.QuickPickItem & { readonly uri: vscode.Uri })[]> {
  return (await store.loops()).flatMap(({ root, loop }) =>
    loop.documents
      .map(({ path, title }) => ({ label: title, description: loop.company ?? '', uri: uriIn(root.uri, path) }))
      .filter(({ uri }) => rehearsedKind(store.roots, uri) === 'script'),
  );
}
