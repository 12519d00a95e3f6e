/** Writes several files that belong together: all of them, or none. */
import type * as vscode from 'vscode';
import type { TextEdit } from '../core/markdown/text';
import { noteEdits, type Written } from '../core/markdown/undo';
import type { TextFiles } from './api';
import { takeBackFiles, type WrittenFile } from './loopWrites';
import { editFile } from './refusals';

/** A file, and the edits that its text is to get; undefined refuses. */
export interface FileChange {
  readonly uri: vscode.Uri;
  change(text: string): readonly TextEdit[] | undefined;
}

/**
 * Edits file by file. Where one is refused, those that were written are put back as they were.
 * @throws Refusal where a file is not as expected.
 */
export async function writeTogether(files: TextFiles, changes: readonly FileChange[]): Promise<void> {
  const done: WrittenFile[] = [];
  try {
    for (const { uri, change } of changes) {
      let written: Written[] = [];
      const isChanged = await editFile(files, uri, (text) => {
        const edits = change(text);
        written = edits ? noteEdits(text, edits) : [];
        return edits;
      });
      if (isChanged) done.push({ uri, written });
    }
  } catch (error) {
    await takeBackFiles(files, done.reverse());
    throw error;
  }
}
