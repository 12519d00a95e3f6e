import type * as vscode from 'vscode';
import { activate as start, type PrepLoopApi } from './activate';
import type * as composition from './composition';

declare const crypto: { getRandomValues(into: Uint8Array): Uint8Array };
/** Reads a module when it is called, not when this one is read. */
declare const require: (path: './composition') => typeof composition;

export function activate(context: vscode.ExtensionContext): PrepLoopApi {
  return start(context, (views) =>
    require('./composition').compose(context, views, {
      randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
    }),
  );
}
