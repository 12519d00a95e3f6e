/** Where things are: the project, its build, and what the host tools keep between runs. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's root; every bundle of the host tools lies in `dist/test/host/`. */
export const PROJECT = resolve(__dirname, '..', '..', '..');

/** What is downloaded once and kept: git-ignored, the folder `@vscode/test-electron` uses too. */
export const CACHE = join(PROJECT, '.vscode-test');

export const FIXTURES = join(PROJECT, 'test', 'fixtures', 'workspaces');

export const projectPath = (...parts: string[]): string => join(PROJECT, ...parts);

const made: string[] = [];

/** A new folder for this run only; removed when the process exits. */
export function temporaryFolder(name: string): string {
  if (made.length === 0) {
    process.on('exit', () => {
      for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    });
  }
  mkdirSync(tmpdir(), { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), `prep-loop-${name}-`));
  made.push(folder);
  return folder;
}
