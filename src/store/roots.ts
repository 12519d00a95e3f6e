/** Where the prep folders are: one in each workspace folder, by the setting `prepLoop.folder`. */
import * as vscode from 'vscode';
import { prepFolderParts } from '../core/loop/prepFolder';
import type { PrepRoot } from './api';

export const FOLDER_SETTING = 'prepLoop.folder';

export function findRoots(): PrepRoot[] {
  return (vscode.workspace.workspaceFolders ?? []).map((folder) => {
    const setting = vscode.workspace.getConfiguration('prepLoop', folder.uri).get<unknown>('folder');
    return { folder, uri: vscode.Uri.joinPath(folder.uri, ...prepFolderParts(setting)) };
  });
}
