/** Edits files so that it can be taken back later on. */
import type * as vscode from 'vscode';
import type { TextEdit } from '../core/markdown/text';
import { noteEdits, takeBack, type Written } from '../core/markdown/undo';
import type { Refusal } from '../refusal';
import type { TextFiles } from './api';
import { asRefusal, editFile, type FileTask } from './refusals';

/** A file that was written, and how to take that back. */
export interface WrittenFile {
  readonly uri: vscode.Uri;
  readonly written: readonly Written[];
}

/**
 * Edits a file, and notes what it said before.
 * @returns what was written; undefined where the file is as it was.
 * @throws Refusal as {@link editFile} does.
 */
export async function editNoted(
  files: TextFiles,
  uri: vscode.Uri,
  change: (text: string) => readonly TextEdit[] | undefined,
  task?: FileTask,
): Promise<WrittenFile | undefined> {
  let written: readonly Written[] = [];
  const noted = (text: string) => {
    const edits = change(text);
    written = edits ? noteEdits(text, edits) : [];
    return edits;
  };
  return (await editFile(files, uri, noted, task)) ? { uri, written } : undefined;
}

/**
 * Puts back what stood in the files where they still say what was written; the others are left as they are.
 * @returns why files were left, in the words of the task.
 */
export async function takeBackFiles(
  files: TextFiles,
  all: readonly WrittenFile[],
  task: FileTask,
): Promise<readonly Refusal[]> {
  const refused: Refusal[] = [];
  for (const { uri, written } of all) {
    try {
      await editFile(files, uri, (text) => takeBack(text, written), task);
    } catch (error) {
      refused.push(asRefusal(task, uri, error));
    }
  }
  return refused;
}
