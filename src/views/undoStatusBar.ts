import * as vscode from 'vscode';
import type { CommandId } from '../commandTable';
import { Debouncer, Owner } from '../lifecycle';

/** How long the offer to undo stands in the status bar, in milliseconds. */
const SHOWN = 60_000;

/** Says in the status bar what a replan did, and offers to take it back for a while. */
export class UndoStatusBar extends Owner {
  private readonly item = this._register(
    vscode.window.createStatusBarItem('prepLoop.undoReplan', vscode.StatusBarAlignment.Left, 50),
  );
  private readonly hiding = this._register(new Debouncer(() => this.item.hide(), SHOWN));

  constructor() {
    super();
    this.item.name = 'Prep Loop: Undo Replan';
    this.item.command = 'prepLoop.undoReplan' satisfies CommandId;
  }

  /** @param done what was done, such as “3 dates changed”. */
  show(done: string): void {
    this.item.text = `$(discard) ${done}: Undo`;
    this.item.tooltip = `${done}. Restores what the files said before.`;
    this.item.accessibilityInformation = { label: `${done}. Undo`, role: 'button' };
    this.item.show();
    this.hiding.schedule();
  }

  hide(): void {
    this.item.hide();
  }
}
