import { webcrypto } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { activate as start, type PrepLoopApi } from './activate';
import { NodeDisk } from './node/nodeDisk';

export function activate(context: vscode.ExtensionContext): Promise<PrepLoopApi> {
  return start(context, {
    randomBytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)),
    disk: new NodeDisk(),
    realPath: async (uri) =>
      uri.scheme === 'file'
        ? realpath(uri.fsPath).then(
            (path) => vscode.Uri.file(path),
            () => undefined,
          )
        : undefined,
  });
}
