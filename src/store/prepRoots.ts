/** Where the prep folders are: one in each workspace folder, by the setting `prepLoop.folder`. */
import * as vscode from 'vscode';
import type { PrepRoot } from './api';
import { prepFolderIn } from './settings';

/** The prep folder of each workspace folder, in the order of these. */
export function findRoots(): PrepRoot[] {
  return (vscode.workspace.workspaceFolders ?? []).map((folder) => ({
    folder,
    uri: vscode.Uri.joinPath(folder.uri, ...prepFolderIn(folder.uri)),
  }));
}
