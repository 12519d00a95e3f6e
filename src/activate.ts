import type * as vscode from 'vscode';

/** What the two hosts provide differently. */
export interface Platform {
  /** Cryptographically strong random bytes. */
  randomBytes(length: number): Uint8Array;
}

/** What `activate` returns, for other extensions and for tests. */
export interface PrepLoopApi {
  readonly version: 1;
}

/** The composition root: makes every part and hands each what it uses. */
export async function activate(_context: vscode.ExtensionContext, _platform: Platform): Promise<PrepLoopApi> {
  return { version: 1 };
}
