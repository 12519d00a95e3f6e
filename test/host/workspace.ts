/** Workspaces to test in: fresh copies, so that no run sees what another left. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { FIXTURES, temporaryFolder } from './paths';

/** A copy of the fixture workspace `name` in a folder of its own, removed when the run ends. */
export function copyOfFixture(name: string): string {
  const folder = join(realpathSync(temporaryFolder('workspace')), name);
  mkdirSync(folder, { recursive: true });
  const source = join(FIXTURES, name);
  if (!existsSync(source)) throw new Error(`No fixture workspace ${source}`);
  // An empty workspace is kept in git by a file that is not part of it.
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith(`${sep}.gitkeep`) });
  return folder;
}

/** The text files of the fixture workspace `name`: path with forward slashes → text. */
export function fixtureFiles(name: string): Record<string, string> {
  const root = join(FIXTURES, name);
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== '.gitkeep',
  );
  const files = entries.map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [relative(root, file).split(sep).join('/'), readFileSync(file, 'utf8')]),
  );
}

/** A workspace holding `files` (paths with forward slashes from its root → text). */
export function workspaceOf(files: Readonly<Record<string, string>>): string {
  const folder = join(realpathSync(temporaryFolder('workspace')), 'ws');
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, ...path.split('/'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

/** The file of a workspace of two folders, beside them. */
export const SEVERAL = 'several.code-workspace';
export const EMPTY_FOLDERS = { 'one/.gitkeep': '', 'two/.gitkeep': '' };

/** The text of {@link SEVERAL}: a workspace of the folders `one` and `two`. */
export function severalFolders(settings: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }], settings }, undefined, 2);
}
