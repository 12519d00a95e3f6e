import * as vscode from 'vscode';

type Shower = 'showErrorMessage' | 'showWarningMessage' | 'showInformationMessage';
const SHOWERS: readonly Shower[] = ['showErrorMessage', 'showWarningMessage', 'showInformationMessage'];

/** Collects the notifications of the extension, which are not shown meanwhile and count as left unanswered. */
export class Notifications {
  readonly messages: string[] = [];
  private readonly originals = SHOWERS.map((name) => [name, vscode.window[name]] as const);

  constructor() {
    for (const name of SHOWERS)
      Object.assign(vscode.window, {
        [name]: (message: string) => (this.messages.push(message), Promise.resolve(undefined)),
      });
  }

  restore(): void {
    for (const [name, original] of this.originals) Object.assign(vscode.window, { [name]: original });
  }
}
