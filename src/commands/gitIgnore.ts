/** Keeping private files out of a repository: what stories, sessions and offers say is nobody else's business. */
import * as vscode from 'vscode';
import { ignoreLines, keptOutBy, linesAdded, type KeptOut } from '../core/loop/keepOut';
import { report } from '../refusal';
import type { PrepRoot, TextFiles } from '../store/api';
import { pathUnder } from '../store/files';
import { findRepository, remoteAt } from '../store/gitRepository';
import { asRefusal, editFile } from '../store/refusals';

/** What is known of the repository that a root is in. */
export interface Repository {
  /** What its .gitignore keeps out already. */
  readonly kept: KeptOut;
  /** Where it is published; undefined where it is not. */
  readonly remote: string | undefined;
  /** The prep folder's path in the workspace folder. */
  readonly prep: string;
}

/** Undefined where a root is in no repository. */
export async function repositoryOf(files: TextFiles, root: PrepRoot): Promise<Repository | undefined> {
  const git = await findRepository(root.folder.uri);
  if (!git) return undefined;
  const prep = prepPath(root);
  return {
    kept: keptOutBy((await files.read(ignoreFile(root))) ?? '', prep),
    remote: await remoteAt(files, git),
    prep,
  };
}

/** Adds lines to the workspace folder's .gitignore, which is created if missing; if that fails, reports why. */
export async function keepOut(files: TextFiles, root: PrepRoot, kept: KeptOut): Promise<void> {
  const uri = ignoreFile(root);
  const lines = ignoreLines(kept, prepPath(root));
  if (lines.length === 0) return;
  try {
    if ((await files.create(uri, lines.map((line) => `${line}\n`).join(''))) === 'created') return;
    await editFile(files, uri, (text) => linesAdded(text, lines));
  } catch (error) {
    report(asRefusal('edit', uri, error));
  }
}

const prepPath = (root: PrepRoot): string => pathUnder(root.folder.uri, root.uri) ?? 'prep';

const ignoreFile = (root: PrepRoot): vscode.Uri => vscode.Uri.joinPath(root.folder.uri, '.gitignore');
