/** Writing a file that is made anew each time, such as an export. */
import * as vscode from 'vscode';
import type { TextFiles } from '../store/api';
import { isReadonlyError } from '../store/files';

const { t } = vscode.l10n;

/**
 * Creates a file, or gives the one that is there a new text, undoable where it is open. Says why where it could not.
 */
export async function writeWhole(files: TextFiles, uri: vscode.Uri, text: string): Promise<boolean> {
  const place = vscode.workspace.asRelativePath(uri, false);
  let reason = t('it cannot be written to.');
  try {
    if ((await files.create(uri, text)) === 'created') return true;
    const outcome = await files.edit(uri, (present) =>
      present === text ? [] : [{ start: 0, end: present.length, newText: text }],
    );
    if (outcome === 'done' || outcome === 'unchanged') return true;
  } catch (error) {
    if (!isReadonlyError(error)) reason = error instanceof Error ? error.message : String(error);
  }
  void vscode.window.showErrorMessage(t('“{0}” was not written: {1}', place, reason));
  return false;
}
