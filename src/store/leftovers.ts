/** What was left when VS Code stopped while files were being written. */
import * as vscode from 'vscode';
import { nameBeside } from '../core/besideName';
import { startsWithBytes } from '../core/bytes';
import { LOOP_FILE } from '../core/loop/parseFile';
import type { LocatedLoop, PrepRoot } from './api';
import { listTree, nameOf, parentOf, readBytes, stat } from './files';

/**
 * A younger hidden file may be one that another window is writing just now, in milliseconds. A clock may be wrong in
 * either direction, but not for ever.
 */
export const YOUNG = 10_000;

/** Folders of a prep folder that are searched: those of loops have their rounds and sessions inside. */
const DEPTH = 2;

/** A file, and the hidden one beside it with the text that it was to get. */
export interface Leftover {
  readonly file: vscode.Uri;
  readonly beside: vscode.Uri;
  /** Whether there is the file itself: otherwise it was being created. */
  readonly isThere: boolean;
}

/**
 * Finds the hidden files of a prep folder that nobody is writing, and deletes those whose file already has all that
 * they have. Links may lead out of the workspace: nothing is looked for there.
 * @param now milliseconds since the epoch.
 */
export async function findLeftovers(
  { uri: folder }: PrepRoot,
  now: number,
): Promise<{ readonly left: readonly Leftover[]; readonly isAnyYoung: boolean }> {
  const left: Leftover[] = [];
  let isAnyYoung = false;
  for (const path of await listTree(folder, DEPTH, ({ isLink }) => !isLink)) {
    const beside = vscode.Uri.joinPath(folder, path);
    const name = nameBeside(nameOf(beside));
    if (name === undefined) continue;
    const state = await stat(beside);
    if (state && Math.abs(now - state.mtime) < YOUNG) isAnyYoung = true;
    else if (state) {
      const file = vscode.Uri.joinPath(parentOf(beside), name);
      const isThere = (await stat(file)) !== undefined;
      if (await isOfUse(file, beside)) left.push({ file, beside, isThere });
      else await deleteIfPossible(beside);
    }
  }
  return { left, isAnyYoung };
}

async function isOfUse(file: vscode.Uri, beside: vscode.Uri): Promise<boolean> {
  const bytes = await readBytes(beside);
  if (!bytes || bytes.length === 0) return bytes === undefined;
  const now = await readBytes(file);
  return !now || !startsWithBytes(now, bytes);
}

async function deleteIfPossible(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch {
    // It is of no use, and does no harm: the next start tries again.
  }
}

/** The loops whose loop.md has no text. */
export async function emptyLoops(loops: readonly LocatedLoop[]): Promise<readonly LocatedLoop[]> {
  const empty: LocatedLoop[] = [];
  for (const located of loops) {
    if (located.loop.playbook !== '') continue;
    const found = await stat(vscode.Uri.joinPath(located.uri, LOOP_FILE));
    if (found?.size === 0) empty.push(located);
  }
  return empty;
}
