/** The paths of Uris. */
import * as vscode from 'vscode';

/** The path of `uri` under `folder`, without a slash in front: '' for the folder itself, undefined outside it. */
export function pathUnder(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const base = folder.path.replace(/\/$/u, '');
  if (uri.path === base || uri.path === `${base}/`) return '';
  return uri.path.startsWith(`${base}/`) ? uri.path.slice(base.length + 1) : undefined;
}

/** The parent of a file or folder. */
export function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, '..');
}

export function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** What a path in a folder names, with `/` between its parts. */
export function uriIn(folder: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder, ...path.split('/'));
}

export function isSameUri(a: vscode.Uri, b: vscode.Uri): boolean {
  return a.toString() === b.toString();
}
