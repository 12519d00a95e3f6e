/** Where the prep folders are: one in each workspace folder, by the setting `prepLoop.folder`. */
import * as vscode from 'vscode';
import type { PrepRoot } from './api';

export const FOLDER_SETTING = 'prepLoop.folder';
const DEFAULT_FOLDER = 'prep';

export function findRoots(): PrepRoot[] {
  return (vscode.workspace.workspaceFolders ?? []).map((folder) => {
    const setting = vscode.workspace.getConfiguration('prepLoop', folder.uri).get<unknown>('folder');
    return { folder, uri: vscode.Uri.joinPath(folder.uri, ...folderParts(setting)) };
  });
}

/**
 * The setting as names of nested folders. It may come from a shared workspace, so what leads out of the workspace
 * folder counts as not set.
 */
export function folderParts(setting: unknown): string[] {
  if (typeof setting !== 'string' || /^[/\\]|^[a-z]:/iu.test(setting)) return [DEFAULT_FOLDER];
  const parts = setting.split(/[/\\]/u).map((part) => part.trim()).filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? [DEFAULT_FOLDER] : parts;
}
