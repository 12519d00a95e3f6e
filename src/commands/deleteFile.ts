import * as vscode from 'vscode';
import { Refusal } from '../refusal';
import { nameOf } from '../store/files';

const { t } = vscode.l10n;

/** Deletes a file as the Explorer would: asked first, to the trash where there is one, and undoable. */
export async function deleteAsking(uri: vscode.Uri, question: string): Promise<undefined> {
  const confirm = t('Delete');
  const answer = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: t('Its file is {0}.', vscode.workspace.asRelativePath(uri)) },
    confirm,
  );
  if (answer !== confirm) return undefined;
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { ignoreIfNotExists: true });
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new Refusal('failed', t('{0} could not be deleted.', nameOf(uri)));
  return undefined;
}
