import { webcrypto } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import * as vscode from 'vscode';
import { activate as start, type PrepLoopApi } from './activate';
import type * as everything from './extension.web';
import { NodeDisk } from './node/nodeDisk';

/** Reads a module when it is called, not when this one is read. */
declare const require: (path: './extension.web') => typeof everything;

export function activate(context: vscode.ExtensionContext): PrepLoopApi {
  return start(context, (views) =>
    require('./extension.web').compose(context, views, {
      randomBytes: (length) => webcrypto.getRandomValues(new Uint8Array(length)),
      disk: new NodeDisk(),
      realPath: async (uri) =>
        uri.scheme === 'file'
          ? realpath(uri.fsPath).then(
              (path) => vscode.Uri.file(path),
              () => undefined,
            )
          : undefined,
    }),
  );
}
