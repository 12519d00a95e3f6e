/** What the editor's tests share: files of the open workspace, and waiting for what comes in a moment. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PrepLoopApi } from '../../src/api';

export function extension(): vscode.Extension<PrepLoopApi> {
  const found = vscode.extensions.getExtension<PrepLoopApi>('prep-loop.prep-loop');
  assert.ok(found, 'the extension is not installed in this window');
  return found;
}

export function workspaceUri(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** The file's bytes as text, a byte-order mark kept: what is on the disk, not what an editor shows. */
export async function onDisk(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
}

/** The paths of all files under a folder, relative to it, sorted. */
export async function tree(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder);
  const nested = await Promise.all(
    entries.map(async ([name, type]) => {
      if (type !== vscode.FileType.Directory) return [name];
      return (await tree(vscode.Uri.joinPath(folder, name))).map((path) => `${name}/${path}`);
    }),
  );
  return nested.flat().sort();
}

/** Closes every editor without saving, and empties the workspace folder. */
export async function emptyWorkspace(): Promise<void> {
  for (let turn = 0; turn < 20 && vscode.window.activeTextEditor; turn += 1) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // A virtual workspace may have no folder yet.
  await vscode.workspace.fs.createDirectory(workspaceUri());
  for (const [name] of await vscode.workspace.fs.readDirectory(workspaceUri())) {
    await vscode.workspace.fs.delete(workspaceUri(name), { recursive: true, useTrash: false });
  }
}

/**
 * Waits until `check` gives something other than false or undefined, and gives that. Fails after `limit` milliseconds.
 */
export async function until<T>(what: string, check: () => T | Promise<T>, limit = 25_000): Promise<NonNullable<T>> {
  // A test may have put the clock elsewhere.
  const end = performance.now() + limit;
  for (;;) {
    const value = await check();
    if (value !== undefined && value !== null && value !== false) return value as NonNullable<T>;
    assert.ok(performance.now() < end, `waited ${limit} ms in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
