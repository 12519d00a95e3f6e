/** Keeping private files out of a repository: what stories, sessions and offers say is nobody else's business. */
import * as vscode from 'vscode';
import { ignoreLines, keepOutEdits, keptOutBy, KEPT_OUT, type KeptOut } from '../core/loop/keepOut';
import { report } from '../refusal';
import type { PrepRoot, TextFiles } from '../store/api';
import { findRepository, remoteAt } from '../store/gitRepository';
import { asRefusal, editFile } from '../store/refusals';
import { parentOf, pathUnder } from '../store/uris';

/** What is known of the repository that a root is in. */
export interface Repository {
  /** What a .gitignore of it keeps out already. */
  readonly kept: KeptOut;
  /** Where it is published; undefined where it is not. */
  readonly remote: string | undefined;
  /** The prep folder's path from the folder of the .gitignore to write; '' for that folder itself. */
  readonly prep: string;
  /** The .gitignore to write. */
  readonly ignoreFile: vscode.Uri;
}

/** Undefined where a root is in no repository. */
export async function repositoryOf(files: TextFiles, root: PrepRoot): Promise<Repository | undefined> {
  const git = await findRepository(root.uri);
  if (!git) return undefined;
  const top = parentOf(git);
  // The prep folder may be a repository of its own, in the folder of another one.
  const base = pathUnder(root.folder.uri, top) ? root.uri : root.folder.uri;
  return {
    kept: await keptOutOf(files, root.uri, top),
    remote: await remoteAt(files, git),
    prep: pathUnder(base, root.uri) ?? '',
    ignoreFile: vscode.Uri.joinPath(base, '.gitignore'),
  };
}

/** What the .gitignore files from the repository's top down to the prep folder keep out. */
async function keptOutOf(files: TextFiles, prep: vscode.Uri, top: vscode.Uri): Promise<KeptOut> {
  const kept: KeptOut[] = ['nothing'];
  for (let folder = prep; pathUnder(top, folder) !== undefined; folder = parentOf(folder)) {
    const text = await files.read(vscode.Uri.joinPath(folder, '.gitignore')).catch(() => undefined);
    if (text !== undefined) kept.push(keptOutBy(text, pathUnder(folder, prep) ?? ''));
    if (folder.path === top.path || parentOf(folder).path === folder.path) break;
  }
  return [...KEPT_OUT].reverse().find((each) => kept.includes(each)) ?? 'nothing';
}

/** Adds lines to a .gitignore of the root's repository, which is created if missing; if that fails, reports why. */
export async function keepOut(
  files: TextFiles,
  { kept: before, prep, ignoreFile }: Repository,
  kept: KeptOut,
): Promise<void> {
  const lines = ignoreLines(kept, prep);
  if (lines.length === 0 || before === 'all') return;
  try {
    if ((await files.create(ignoreFile, lines.map((line) => `${line}\n`).join(''))) === 'created') return;
    await editFile(files, ignoreFile, (text) => keepOutEdits(text, kept, prep));
  } catch (error) {
    report(asRefusal('edit', ignoreFile, error));
  }
}
