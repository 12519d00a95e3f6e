/** Writes several files that belong together: all of them, or none. */
import type * as vscode from 'vscode';
import type { TextEdit } from '../core/markdown/text';
import { reportAll } from '../refusal';
import type { TextFiles } from './api';
import { editNoted, takeBackFiles, type WrittenFile } from './notedEdits';

/** A file, and the edits that its text is to get; undefined refuses. */
export interface FileChange {
  readonly uri: vscode.Uri;
  change(text: string): readonly TextEdit[] | undefined;
}

/**
 * Edits file by file. Where one is refused, those that were written are put back as they were; what could not be put
 * back is said.
 * @throws Refusal where a file is not as expected.
 */
export async function writeTogether(files: TextFiles, changes: readonly FileChange[]): Promise<void> {
  const done: WrittenFile[] = [];
  try {
    for (const { uri, change } of changes) {
      const written = await editNoted(files, uri, change);
      if (written) done.push(written);
    }
  } catch (error) {
    reportAll(await takeBackFiles(files, done.reverse(), 'putBack'));
    throw error;
  }
}
