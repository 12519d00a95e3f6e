/** Writes a replan into a loop's files, and takes it back. */
import * as vscode from 'vscode';
import { PREPARATION_FILE } from '../core/loop/parseFile';
import { noteEdits, takeBack, type Written } from '../core/markdown/undo';
import { roundEdits, taskEdits, type Writes } from '../core/replan/replanWrites';
import type { Refusal } from '../refusal';
import type { LocatedLoop, TextFiles } from './api';
import { asRefusal, editFile } from './refusals';
import { uriIn } from './uris';

/** A file that was written, and how to take that back. */
export interface WrittenFile {
  readonly uri: vscode.Uri;
  readonly written: readonly Written[];
}

export interface WriteResult {
  readonly done: readonly WrittenFile[];
  /** Why files were left as they are. */
  readonly refused: readonly Refusal[];
}

/** Writes file by file; one that is refused does not stop the others. */
export async function writeLoop(
  files: TextFiles,
  located: LocatedLoop,
  { rounds, tasks }: Writes,
): Promise<WriteResult> {
  const jobs = rounds.map((round) => ({
    uri: uriIn(located.root.uri, round.path),
    change: (text: string) => roundEdits(text, round),
  }));
  if (tasks.length > 0)
    jobs.push({ uri: vscode.Uri.joinPath(located.uri, PREPARATION_FILE), change: (text) => taskEdits(text, tasks) });
  const done: WrittenFile[] = [];
  const refused: Refusal[] = [];
  for (const { uri, change } of jobs) {
    let written: Written[] = [];
    try {
      const isChanged = await editFile(
        files,
        uri,
        (text) => {
          const edits = change(text);
          written = edits ? noteEdits(text, edits) : [];
          return edits;
        },
        'replan',
      );
      if (isChanged) done.push({ uri, written });
    } catch (error) {
      refused.push(asRefusal('replan', uri, error));
    }
  }
  return { done, refused };
}

/** Puts back what stood in the files where they still say what was written; the others are left as they are. */
export async function takeBackFiles(files: TextFiles, written: readonly WrittenFile[]): Promise<WriteResult> {
  const done: WrittenFile[] = [];
  const refused: Refusal[] = [];
  for (const file of written) {
    try {
      await editFile(files, file.uri, (text) => takeBack(text, file.written), 'undoReplan');
      done.push(file);
    } catch (error) {
      refused.push(asRefusal('undoReplan', file.uri, error));
    }
  }
  return { done, refused };
}
