/** Writes a replan into a loop's files, and takes it back. */
import * as vscode from 'vscode';
import { PREPARATION_FILE } from '../core/loop/read';
import type { TextEdit } from '../core/markdown/text';
import { noteEdits, takeBack, type Written } from '../core/markdown/undo';
import { roundEdits, taskEdits, type Writes } from '../core/replan/replanWrites';
import type { EditOutcome, LocatedLoop, TextFiles } from './api';

/** A file that was written, and how to take that back. */
export interface WrittenFile {
  readonly uri: vscode.Uri;
  readonly written: readonly Written[];
}

export interface RefusedFile {
  readonly uri: vscode.Uri;
  readonly outcome: EditOutcome;
}

export interface WriteResult {
  readonly done: readonly WrittenFile[];
  /** Files that were left as they are, with the reason: 'stale' where one says something else by now. */
  readonly refused: readonly RefusedFile[];
}

/** Writes file by file; one that is refused does not stop the others. */
export async function writeLoop(
  files: TextFiles,
  located: LocatedLoop,
  { rounds, tasks }: Writes,
): Promise<WriteResult> {
  const jobs = rounds.map((round) => ({
    uri: vscode.Uri.joinPath(located.root.uri, ...round.path.split('/')),
    change: (text: string) => roundEdits(text, round),
  }));
  if (tasks.length > 0)
    jobs.push({ uri: vscode.Uri.joinPath(located.uri, PREPARATION_FILE), change: (text) => taskEdits(text, tasks) });
  const done: WrittenFile[] = [];
  const refused: RefusedFile[] = [];
  for (const { uri, change } of jobs) {
    let written: Written[] = [];
    const outcome = await edit(files, uri, (text) => {
      const edits = change(text);
      written = edits ? noteEdits(text, edits) : [];
      return edits;
    });
    if (outcome === 'done') done.push({ uri, written });
    else if (outcome !== 'unchanged') refused.push({ uri, outcome });
  }
  return { done, refused };
}

/** Puts back what stood in the files where they still say what was written; the others are left as they are. */
export async function takeBackFiles(files: TextFiles, written: readonly WrittenFile[]): Promise<WriteResult> {
  const done: WrittenFile[] = [];
  const refused: RefusedFile[] = [];
  for (const file of written) {
    const outcome = await edit(files, file.uri, (text) => takeBack(text, file.written));
    if (outcome === 'done' || outcome === 'unchanged') done.push(file);
    else refused.push({ uri: file.uri, outcome });
  }
  return { done, refused };
}

/** A file system that fails in a way of its own must not leave the other files half told. */
async function edit(
  files: TextFiles,
  uri: vscode.Uri,
  change: (text: string) => readonly TextEdit[] | undefined,
): Promise<EditOutcome> {
  try {
    return await files.edit(uri, change);
  } catch {
    return 'readonly';
  }
}
