/** The playbooks that ship, read from their folders as the extension reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const BUILT_IN = 'content/playbooks';

/** A built-in playbook's files by their path in its folder. */
export function builtInFiles(folder: string): Map<string, string> {
  const root = join(BUILT_IN, folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')];
    }),
  );
}
