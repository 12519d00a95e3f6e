/** Starting a loop: what to ask, and writing the files without overwriting any. */
import * as vscode from 'vscode';
import { parseFrontMatter } from '../core/frontMatter/parseFrontMatter';
import { NOT_LOOPS } from '../core/loop/prepFolder';
import { startFiles, type KnownRound } from '../core/loop/startFiles';
import type { LoadedPlaybook } from '../core/playbook/loadPlaybook';
import { numbered, slug } from '../core/slug';
import type { PrepRoot, TextFiles } from '../store/api';
import { listFolderOrThrow, statOrThrow, uriIn } from '../store/files';
import { workTimeAt } from '../store/settings';

export interface NewLoop {
  readonly root: PrepRoot;
  readonly playbook: LoadedPlaybook;
  /** `YYYY-MM-DD`. */
  readonly firstContact: string;
  /** The day on which preparation begins; undefined means with the first contact. */
  readonly prepareFrom: string | undefined;
  /** The rounds whose dates are known. */
  readonly rounds: readonly KnownRound[];
  /** An IANA name, written into loop.md. */
  readonly timeZone: string;
  /** The loop's folder. */
  readonly uri: vscode.Uri;
}

/**
 * Creates the files of a loop that are not there yet, and fills those that are empty: VS Code may have stopped just as
 * they were made.
 * @returns how many were created or filled. Rejects with a FileSystemError where the folder cannot be written to; files
 * with any text are not changed.
 */
export async function createLoop(
  files: TextFiles,
  { root, playbook, firstContact, prepareFrom, rounds, timeZone, uri }: NewLoop,
): Promise<number> {
  const present = new Set((await listFolderOrThrow(vscode.Uri.joinPath(uri, 'rounds'))).map(({ name }) => name));
  const wanted = startFiles(playbook, {
    firstContact,
    prepareFrom,
    rounds,
    timeZone,
    calendar: workTimeAt(root.folder.uri).calendar,
  }).filter(({ path }) => !isRenumbered(path, present));
  const outcomes = await Promise.allSettled(wanted.map(({ path, text }) => makeFile(files, uriIn(uri, path), text)));
  const failed = outcomes.find((outcome): outcome is PromiseRejectedResult => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  return outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
}

/** Whether a file was created or filled; one with any text is kept as it is. */
async function makeFile(files: TextFiles, file: vscode.Uri, text: string): Promise<boolean> {
  if ((await files.create(file, text)) === 'created') return true;
  const fill = (now: string) => (now.trim() === '' ? [{ start: 0, end: now.length, newText: text }] : []);
  return (await files.edit(file, fill)) === 'done';
}

/** Whether a round's file is there under another number: the user has put the rounds in an order of their own. */
function isRenumbered(path: string, present: ReadonlySet<string>): boolean {
  const [, name = '', round] = /^rounds\/(\d+(-.+))$/u.exec(path) ?? [];
  return (
    round !== undefined && !present.has(name) && [...present].some((other) => other.replace(/^\d+/u, '') === round)
  );
}

/** What is already where a loop is to be made: nothing in its way, the same loop, or something else. */
export type Site = 'free' | 'same' | 'other';

export async function siteOf(
  files: TextFiles,
  root: PrepRoot,
  name: string,
  playbook: string,
  firstContact: string,
): Promise<Site> {
  if (NOT_LOOPS.has(name)) return 'other';
  const uri = vscode.Uri.joinPath(root.uri, name);
  const there = await statOrThrow(uri);
  if (!there) return 'free';
  if ((there.type & vscode.FileType.Directory) === 0) return 'other';
  const text = await files.read(vscode.Uri.joinPath(uri, 'loop.md'));
  if (text === undefined) return 'same';
  const { data } = parseFrontMatter(text);
  // A loop.md that says neither still counts as the same loop: files missing beside it can be added.
  const agrees = (key: string, value: string): boolean =>
    data[key] === undefined || data[key] === null || data[key] === value;
  return agrees('playbook', playbook) && agrees('firstContact', firstContact) ? 'same' : 'other';
}

/** The name itself where it is free or the same loop's, else the first of `name-2`, `name-3`, … that is. */
export async function usableName(
  files: TextFiles,
  root: PrepRoot,
  wanted: string,
  playbook: string,
  firstContact: string,
): Promise<string> {
  const base = slug(wanted, playbook);
  for (let number = 1; ; number += 1) {
    const name = numbered(base, number);
    if ((await siteOf(files, root, name, playbook, firstContact)) !== 'other') return name;
  }
}
