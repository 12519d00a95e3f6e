import type * as vscode from 'vscode';
import { activate as start, type PrepLoopApi } from './activate';

declare const crypto: { getRandomValues(into: Uint8Array): Uint8Array };

export function activate(context: vscode.ExtensionContext): Promise<PrepLoopApi> {
  return start(context, { randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) });
}
