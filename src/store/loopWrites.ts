/** Writes a replan into a loop's files. */
import * as vscode from 'vscode';
import { PREPARATION_FILE } from '../core/loop/parseFile';
import { roundEdits, taskEdits, type Writes } from '../core/replan/replanWrites';
import type { Refusal } from '../refusal';
import type { LocatedLoop, TextFiles } from './api';
import { editNoted, type WrittenFile } from './notedEdits';
import { asRefusal } from './refusals';
import { uriIn } from './uris';

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
    try {
      const written = await editNoted(files, uri, change, 'replan');
      if (written) done.push(written);
    } catch (error) {
      refused.push(asRefusal('replan', uri, error));
    }
  }
  return { done, refused };
}
