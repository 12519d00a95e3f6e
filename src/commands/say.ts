import * as vscode from 'vscode';

/** How long a message stays in the status bar, in milliseconds. */
const STATUS_TIME = 6000;

/** Says something that needs no answer. */
export function sayBriefly(message: string): void {
  vscode.window.setStatusBarMessage(`$(info) ${message}`, STATUS_TIME);
}
