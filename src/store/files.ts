/** Small helpers over `workspace.fs`, which alone knows every file system that a workspace can live on. */
import * as vscode from 'vscode';
import { report } from '../refusal';
import { fileRefusal, isNotFound } from './refusals';

export { nameOf, parentOf, pathUnder, uriIn } from './uris';

export interface Entry {
  readonly name: string;
  /** A link to a folder is a folder. */
  readonly isFolder: boolean;
  readonly isLink: boolean;
}

/** The names in a folder; empty where there is no such folder, or it cannot be listed, which is reported. */
export function listFolder(folder: vscode.Uri): Promise<Entry[]> {
  return orReport(folder, listFolderOrThrow(folder), []);
}

/** As {@link listFolder}, but throws if the folder cannot be listed: for callers that must not take it for empty. */
export async function listFolderOrThrow(folder: vscode.Uri): Promise<Entry[]> {
  const entries = await unlessNotFound(vscode.workspace.fs.readDirectory(folder));
  return (entries ?? []).map(([name, type]) => ({
    name,
    isFolder: (type & vscode.FileType.Directory) !== 0,
    isLink: (type & vscode.FileType.SymbolicLink) !== 0,
  }));
}

/** The stat of a file or folder; undefined where there is none, or it cannot be found out, which is reported. */
export function stat(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  return orReport(uri, statOrThrow(uri), undefined);
}

/** As {@link stat}, but throws if it cannot find out: for callers that must not take that for absence. */
export function statOrThrow(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  return unlessNotFound(vscode.workspace.fs.stat(uri));
}

/** The bytes of a file; undefined where there is none, or it cannot be read, which is reported. */
export function readBytes(file: vscode.Uri): Promise<Uint8Array | undefined> {
  return orReport(file, unlessNotFound(vscode.workspace.fs.readFile(file)), undefined);
}

/**
 * The paths of all files under `folder`, relative to it, down to `depth` folders.
 * @param isWanted anything unwanted is left out, with all that is in it.
 */
export async function listTree(
  folder: vscode.Uri,
  depth: number,
  isWanted: (entry: Entry) => boolean = () => true,
): Promise<string[]> {
  const entries = (await listFolder(folder)).filter(isWanted);
  const nested = await Promise.all(
    entries.map(async ({ name, isFolder }) => {
      if (!isFolder) return [name];
      if (depth === 0 || name.startsWith('.')) return [];
      const inside = await listTree(vscode.Uri.joinPath(folder, name), depth - 1, isWanted);
      return inside.map((path) => `${name}/${path}`);
    }),
  );
  return nested.flat().sort();
}

/** What is read; undefined where there is no such file or folder. */
export async function unlessNotFound<T>(reading: Thenable<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function orReport<T>(uri: vscode.Uri, reading: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    report(fileRefusal('read', 'unreadable', uri, error));
    return otherwise;
  }
}
