/** The folder in a workspace folder that holds loops and stories: its name, and what in it is not a loop. */

export const DEFAULT_PREP_FOLDER = 'prep';

/** Holds the offers that belong to no loop. */
export const OFFERS_FOLDER = 'offers';
/** The file in it that sets offers side by side. */
export const COMPARISON_NAME = 'comparison.md';

/** Folders of the prep folder whose names no loop may have. */
export const NOT_LOOPS: ReadonlySet<string> = new Set(['stories', 'templates', 'playbooks', OFFERS_FOLDER]);

/** The folders of other programs, in which no file of the user's is safe. */
const OF_PROGRAMS: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.vscode', 'node_modules']);
/** Names that Windows keeps for devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;
/** A character that cannot be seen, or makes a path look like another one. */
const UNSEEN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/u;
/** The longest name of a folder that every file system takes, in UTF-16 units. */
const LONGEST_NAME = 80;
/** The longest setting that is repeated in a message, in UTF-16 units. */
const LONGEST_SHOWN = 60;

export interface PrepFolder {
  /** Names of nested folders. */
  readonly parts: readonly string[];
  /** Why the default is used in place of the setting. */
  readonly problem?: string;
}

/**
 * Reads the setting `prepLoop.folder`. It may come from a shared workspace, so what leads out of the workspace folder,
 * into a folder of another program, or to a name that not every system can have is not used.
 */
export function readPrepFolder(setting: unknown): PrepFolder {
  if (setting === undefined) return { parts: [DEFAULT_PREP_FOLDER] };
  const shown = typeof setting === 'string' ? setting.slice(0, LONGEST_SHOWN).replace(/\p{Cc}/gu, '\uFFFD') : '';
  const refuse = (why: string): PrepFolder => ({
    parts: [DEFAULT_PREP_FOLDER],
    problem: `The setting “Prep Loop: Folder” cannot be ${shown === '' ? 'this' : `“${shown}”`}: ${why} “${DEFAULT_PREP_FOLDER}” is used instead.`,
  });
  if (typeof setting !== 'string') return refuse('it has to be the name of a folder.');
  if (/^(?:[/\\]|~(?:[/\\]|$))|:|\$\{/u.test(setting))
    return refuse('it has to be a path inside the workspace folder.');
  if (UNSEEN.test(setting)) return refuse('it has invisible characters.');
  const parts = setting.split(/[/\\]/u).filter((part) => part !== '' && part !== '.');
  if (parts.every((part) => part.trim() === '')) return refuse('it does not name a folder.');
  if (parts.some((part) => part.trim() === '..')) return refuse('it leads out of the workspace folder.');
  const [program] = parts.filter((part) => OF_PROGRAMS.has(part.trim().toLowerCase()));
  if (program !== undefined) return refuse(`“${program}” belongs to another program.`);
  if (parts.some((part) => part !== part.trim() || part.endsWith('.')))
    return refuse('the name of a folder cannot begin with a space, or end with a space or a dot.');
  const [device] = parts.filter((part) => DEVICE.test(part));
  if (device !== undefined) return refuse(`Windows keeps the name “${device}” for a device.`);
  return parts.some((part) => part.length > LONGEST_NAME) ? refuse('the name is too long.') : { parts };
}

/** The setting `prepLoop.folder` as names of nested folders: the default where it cannot be used. */
export function prepFolderParts(setting: unknown): readonly string[] {
  return readPrepFolder(setting).parts;
}
