/** Small helpers over `workspace.fs`, which alone knows every file system that a workspace can live on. */
import * as vscode from 'vscode';

/**
 * The names in a folder; empty where there is no such folder or it cannot be listed. A link to a folder is a folder.
 */
export async function list(folder: vscode.Uri): Promise<{ name: string; isFolder: boolean }[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries.map(([name, type]) => ({ name, isFolder: (type & vscode.FileType.Directory) !== 0 }));
  } catch {
    return [];
  }
}

/** The stat of a file or folder, or undefined where there is none. */
export async function stat(uri: vscode.Uri): Promise<vscode.FileStat | undefined> {
  try {
    return await vscode.workspace.fs.stat(uri);
  } catch {
    return undefined;
  }
}

/** The paths of all files under `folder`, relative to it, down to `depth` folders. */
export async function listTree(folder: vscode.Uri, depth: number): Promise<string[]> {
  const entries = await list(folder);
  const nested = await Promise.all(
    entries.map(async ({ name, isFolder }) => {
      if (!isFolder) return [name];
      if (depth === 0 || name.startsWith('.')) return [];
      const inside = await listTree(vscode.Uri.joinPath(folder, name), depth - 1);
      return inside.map((path) => `${name}/${path}`);
    }),
  );
  return nested.flat().sort();
}

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

/** Whether an error says that the file system will not be written to. */
export function isReadonlyError(error: unknown): boolean {
  const code = error instanceof vscode.FileSystemError ? error.code : (error as { code?: unknown } | undefined)?.code;
  return (
    code === 'NoPermissions' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'FileWriteLocked'
  );
}
