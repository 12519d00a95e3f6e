/** `prepLoop.checkFit`: what the playbook asks for, held against the stories and written into `fit.md`. */
import * as vscode from 'vscode';
import { checkFit } from '../core/fit/checkFit';
import { fitEdits, newFitFile } from '../core/fit/fitMarkdown';
import { FIT_FILE } from '../core/loop/parseFile';
import { registerCommand } from '../editorCommands';
import { Refusal } from '../refusal';
import type { PrepStore, TextFiles } from '../store/api';
import { fitStories } from '../store/fitStories';
import { createFile, editFile } from '../store/refusals';
import type { ScoreSource, StorySource } from '../store/storySources';
import { loopToUse } from './loopArgument';
import { openAt } from './openAt';

const { t } = vscode.l10n;

export interface FitCommandParts {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly stories: StorySource;
  readonly scores: ScoreSource;
}

export function registerFitCommand(parts: FitCommandParts): vscode.Disposable {
  return registerCommand('prepLoop.checkFit', (argument) => writeFit(parts, argument));
}

async function writeFit({ store, files, stories, scores }: FitCommandParts, argument: unknown) {
  const located = await loopToUse(store, argument, t('Check Fit'));
  if (!located) return undefined;
  const playbook = (await store.playbookOf(located))?.playbook;
  if (!playbook)
    throw new Refusal(
      'absent',
      t('The playbook “{0}” cannot be used, so there is nothing to check.', located.loop.playbook),
    );
  if (playbook.fit.length === 0)
    throw new Refusal(
      'absent',
      t('The playbook “{0}” says nothing about what it asks for, under “fit”.', playbook.title),
    );
  const rows = checkFit(playbook, await fitStories(stories, scores, located));
  const uri = vscode.Uri.joinPath(located.uri, FIT_FILE);
  if ((await createFile(files, uri, newFitFile(rows))) === 'exists')
    await editFile(files, uri, (text) => fitEdits(text, rows), 'checkFit');
  await openAt(uri, { preview: false });
  return uri;
}
