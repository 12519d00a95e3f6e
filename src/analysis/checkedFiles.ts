/** Which of the user's files have their text checked: stories, offers and scripts. */
import * as vscode from 'vscode';
import { OFFERS_FOLDER } from '../core/loop/prepFolder';
import { checkedPath, type CheckedPath } from '../core/story/checked';
import type { Analysis, LintOptions } from '../core/story/lint';
import type { PrepRoot } from '../store/api';
import { listFolder, pathUnder, uriIn } from '../store/files';

export interface CheckedFile extends CheckedPath {
  readonly uri: vscode.Uri;
  readonly root: PrepRoot;
}

/** What a file is checked as; undefined for one that is not checked. */
export function checkedFileOf(roots: readonly PrepRoot[], uri: vscode.Uri): CheckedFile | undefined {
  for (const root of roots) {
    const path = pathUnder(root.uri, uri);
    const checked = path === undefined ? undefined : checkedPath(path);
    if (checked) return { ...checked, uri, root };
  }
  return undefined;
}

/** All files of a prep folder that are checked, the stories first. */
export async function listChecked(root: PrepRoot): Promise<CheckedFile[]> {
  const folders = (await listFolder(root.uri)).filter(({ isFolder }) => isFolder).map(({ name }) => name);
  const loops = folders.filter((name) => checkedPath(`${name}/offer.md`));
  const places = ['stories', OFFERS_FOLDER, ...loops, ...loops.map((name) => `${name}/scripts`)];
  const listed = await Promise.all(
    places.map(async (place) => {
      const entries = await listFolder(vscode.Uri.joinPath(root.uri, place));
      return entries.filter(({ isFolder }) => !isFolder).map(({ name }) => `${place}/${name}`);
    }),
  );
  return listed.flat().flatMap((path) => {
    const checked = checkedPath(path);
    return checked ? [{ ...checked, root, uri: uriIn(root.uri, path) }] : [];
  });
}

/** A text that was checked. */
export interface Checked {
  readonly file: CheckedFile;
  /** Empty where it is too large to check. */
  readonly text: string;
  readonly options: LintOptions;
  /** Undefined where the text is too large. */
  readonly analysis: Analysis | undefined;
  /** The document's version; undefined for a file that is not open. */
  readonly version: number | undefined;
}
