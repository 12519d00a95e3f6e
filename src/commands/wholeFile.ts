/** Writing a file that is made from scratch each time, such as an export. */
import type * as vscode from 'vscode';
import { textStart, withoutBom } from '../core/markdown/text';
import type { TextFiles } from '../store/api';
import { createFile, editFile, type FileTask } from '../store/refusals';

/**
 * Creates a file, or gives the one that is there a new text, undoable where it is open. That one keeps its
 * byte-order mark.
 * @param task decides the words of a refusal.
 * @throws Refusal where it could not.
 */
export async function writeWhole(
  files: TextFiles,
  uri: vscode.Uri,
  text: string,
  task: FileTask = 'export',
): Promise<void> {
  if ((await createFile(files, uri, text, task)) === 'created') return;
  const newText = withoutBom(text);
  const change = (present: string) =>
    withoutBom(present) === newText ? [] : [{ start: textStart(present), end: present.length, newText }];
  await editFile(files, uri, change, task);
}
