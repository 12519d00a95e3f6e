import * as vscode from 'vscode';

/** A key that the `when` clauses of menus and keybindings ask for. The editor is called only when it changes. */
export class ContextKey<T extends boolean | string> {
  private value: T | undefined;

  constructor(private readonly name: `prepLoop.${string}`) {}

  set(value: T): void {
    if (value === this.value) return;
    this.value = value;
    void vscode.commands.executeCommand('setContext', this.name, value);
  }
}
