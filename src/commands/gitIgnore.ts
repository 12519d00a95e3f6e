/** Keeping offers out of a repository: what offer.md says is nobody else's business. */
import * as vscode from 'vscode';
import { endOfLine } from '../core/markdown/text';
import { report } from '../refusal';
import type { PrepRoot, TextFiles } from '../store/api';
import { pathUnder, statOrThrow } from '../store/files';
import { asRefusal, editFile } from '../store/refusals';

/** How many folders above the workspace's are searched for a repository. */
const LEVELS = 12;

/**
 * The line that keeps a root's offers out of git, or undefined where there is no repository or it is kept out already.
 */
export async function missingIgnoreLine(files: TextFiles, root: PrepRoot): Promise<string | undefined> {
  if (!(await isInRepository(root.folder.uri))) return undefined;
  const prep = pathUnder(root.folder.uri, root.uri) ?? 'prep';
  const line = `${prep}/**/offer.md`;
  const text = (await files.read(ignoreFile(root))) ?? '';
  const lines = text.split(/\r\n|[\r\n]/u).map((entry) => entry.trim().replace(/^\//u, ''));
  const covering = [line, 'offer.md', '**/offer.md', prep, `${prep}/`, `${prep}/*`, `${prep}/**`, '*'];
  return covering.some((pattern) => lines.includes(pattern)) ? undefined : line;
}

/** Adds a line to the workspace folder's .gitignore, which is created if missing; if that fails, reports why. */
export async function addIgnoreLine(files: TextFiles, root: PrepRoot, line: string): Promise<void> {
  const uri = ignoreFile(root);
  try {
    if ((await files.create(uri, `${line}\n`)) === 'created') return;
    await editFile(files, uri, (text) => {
      const eol = endOfLine(text);
      const gap = text === '' || /[\r\n]$/u.test(text) ? '' : eol;
      return [{ start: text.length, end: text.length, newText: `${gap}${line}${eol}` }];
    });
  } catch (error) {
    report(asRefusal('edit', uri, error));
  }
}

const ignoreFile = (root: PrepRoot): vscode.Uri => vscode.Uri.joinPath(root.folder.uri, '.gitignore');

async function isInRepository(folder: vscode.Uri): Promise<boolean> {
  let at = folder;
  for (let level = 0; level < LEVELS; level += 1) {
    // A folder above the workspace may be out of reach.
    if (await statOrThrow(vscode.Uri.joinPath(at, '.git')).catch(() => undefined)) return true;
    const parent = vscode.Uri.joinPath(at, '..');
    if (parent.path === at.path) return false;
    at = parent;
  }
  return false;
}
