import * as vscode from 'vscode';
import type { EditOutcome } from '../store/api';
import { nameOf } from '../store/files';
import { openAt } from './checklistCommands';

const { t } = vscode.l10n;

/** Whether a file is as it was to be; where it could not be written, says why and offers to open it. */
export function explainEdit(uri: vscode.Uri, outcome: EditOutcome): boolean {
  if (outcome === 'done' || outcome === 'unchanged') return true;
  void offerFile(uri, outcome);
  return false;
}

async function offerFile(uri: vscode.Uri, outcome: Exclude<EditOutcome, 'done' | 'unchanged'>): Promise<void> {
  const name = nameOf(uri);
  const messages: Record<typeof outcome, string> = {
    stale: t('{0} cannot be written to as it is: mend its front matter, or resolve its merge conflict. Nothing was written.', name),
    readonly: t('{0} is read-only. Nothing was written.', name),
    missing: t('{0} is not there any more. Nothing was written.', name),
    encoding: t('{0} is not UTF-8: save it with that encoding first. Nothing was written.', name),
  };
  const open = t('Open File');
  const actions = outcome === 'missing' ? [] : [open];
  if ((await vscode.window.showWarningMessage(messages[outcome], ...actions)) === open) await openAt(uri);
}
