/** The folder in a workspace folder that holds loops and stories: its name, and what in it is no loop. */

export const DEFAULT_PREP_FOLDER = 'prep';

/** Folders of the prep folder that no loop may have the name of. */
export const NOT_LOOPS: ReadonlySet<string> = new Set(['stories', 'templates', 'playbooks']);

/**
 * The setting `prepLoop.folder` as names of nested folders. It may come from a shared workspace, so what leads out of
 * the workspace folder counts as not set.
 */
export function prepFolderParts(setting: unknown): string[] {
  if (typeof setting !== 'string' || /^[/\\]|^[a-z]:/iu.test(setting)) return [DEFAULT_PREP_FOLDER];
  const parts = setting
    .split(/[/\\]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? [DEFAULT_PREP_FOLDER] : parts;
}
