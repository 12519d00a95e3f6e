/** Writing a file that is made anew each time, such as an export. */
import type * as vscode from 'vscode';
import type { TextFiles } from '../store/api';
import { asRefusal, editFile } from '../store/refusals';

/**
 * Creates a file, or gives the one that is there a new text, undoable where it is open.
 * @throws Refusal where it could not.
 */
export async function writeWhole(files: TextFiles, uri: vscode.Uri, text: string): Promise<void> {
  const created = await files.create(uri, text).catch((error: unknown) => {
    throw asRefusal('export', uri, error);
  });
  if (created === 'created') return;
  const change = (present: string) => (present === text ? [] : [{ start: 0, end: present.length, newText: text }]);
  await editFile(files, uri, change, 'export');
}
