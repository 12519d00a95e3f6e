/**
 * The entry of the web host, which takes one file only: it holds all of the extension. The Node host reads it too, from
 * `extension.node.ts`, when something is first needed.
 */
import type * as vscode from 'vscode';
import { activate as start, type Composed, type LateViews, type PrepLoopApi } from './activate';
import type * as composition from './composition';
import type { Platform } from './platform';

declare const crypto: { getRandomValues(into: Uint8Array): Uint8Array };
/** Reads a module when it is called, not when this one is read. */
declare const require: (path: './composition') => typeof composition;

export function activate(context: vscode.ExtensionContext): PrepLoopApi {
  return start(context, (views) =>
    compose(context, views, { randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) }),
  );
}

export function compose(context: vscode.ExtensionContext, views: LateViews, platform: Platform): Composed {
  return require('./composition').compose(context, views, platform);
}
