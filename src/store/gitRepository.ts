/** The git repository around a workspace folder, as far as its files say. */
import * as vscode from 'vscode';
import { attributesEdits, mergesReviews, remoteOf } from '../core/loop/keepOut';
import { report } from '../refusal';
import type { PrepRoot, TextFiles } from './api';
import { statOrThrow } from './files';
import { asRefusal, editFile } from './refusals';

/** How many folders above the workspace's are searched for a repository. */
const LEVELS = 12;

/** A repository's `.git`: a folder, or the file of a worktree or a submodule that names one. */
export async function findRepository(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  let at = folder;
  for (let level = 0; level < LEVELS; level += 1) {
    const git = vscode.Uri.joinPath(at, '.git');
    // A folder above the workspace may be out of reach.
    if (await statOrThrow(git).catch(() => undefined)) return git;
    const parent = vscode.Uri.joinPath(at, '..');
    if (parent.path === at.path) return undefined;
    at = parent;
  }
  return undefined;
}

/** Where a repository is published; undefined where it is not, or where that cannot be read. */
export async function remoteAt(files: TextFiles, git: vscode.Uri): Promise<string | undefined> {
  const read = (uri: vscode.Uri): Promise<string | undefined> => files.read(uri).catch(() => undefined);
  const stat = await statOrThrow(git).catch(() => undefined);
  if (stat && (stat.type & vscode.FileType.Directory) !== 0)
    return remoteOf((await read(vscode.Uri.joinPath(git, 'config'))) ?? '');
  const named = /^gitdir:[ \t]*(\S.*)$/mu.exec((await read(git)) ?? '')?.[1]?.trim();
  if (named === undefined) return undefined;
  const own = resolved(vscode.Uri.joinPath(git, '..'), named);
  // A worktree has its own folder, and shares the config of the repository that it is of.
  const common = (await read(vscode.Uri.joinPath(own, 'commondir')))?.trim();
  const folder = common === undefined || common === '' ? own : resolved(own, common);
  return remoteOf((await read(vscode.Uri.joinPath(folder, 'config'))) ?? '');
}

function resolved(folder: vscode.Uri, path: string): vscode.Uri {
  const slashed = path.replace(/\\/gu, '/');
  if (/^[a-z]:\//iu.test(slashed)) return folder.with({ path: `/${slashed}` });
  return slashed.startsWith('/') ? folder.with({ path: slashed }) : vscode.Uri.joinPath(folder, slashed);
}

/**
 * Has the logs of reviews of two clones merged line by line, in a repository; if that cannot be written, reports why:
 * nothing else depends on it.
 */
export async function keepReviewsMergeable(files: TextFiles, { folder, uri }: PrepRoot): Promise<void> {
  if (!(await findRepository(uri))) return;
  const above = await files.read(vscode.Uri.joinPath(folder.uri, '.gitattributes')).catch(() => undefined);
  if (mergesReviews(above ?? '')) return;
  const file = vscode.Uri.joinPath(uri, '.gitattributes');
  try {
    const [line] = attributesEdits('');
    if ((await files.create(file, line?.newText ?? '')) === 'exists') await editFile(files, file, attributesEdits);
  } catch (error) {
    report(asRefusal('edit', file, error));
  }
}
