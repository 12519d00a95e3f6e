/**
 * Space in a tree with checkboxes. The editor opens the focused row with it, and shows an extension only the selected
 * row; so the key first toggles the focused row's selection, and the row that this changes is the one that was meant.
 */
import type * as vscode from 'vscode';
import { Owner } from '../lifecycle';
import { revealIn } from './revealIn';

export class SpaceKey<T extends { readonly id: string }> extends Owner {
  private before: readonly T[];
  private turned: T | undefined;

  constructor(private readonly view: vscode.TreeView<T>) {
    super();
    this.before = view.selection;
    this._register(view.onDidChangeSelection(({ selection }) => this.select(selection)));
  }

  /** The row that the key was pressed on. It is selected alone again, as an arrow key would leave it. */
  async take(): Promise<T | undefined> {
    const element = this.turned ?? this.view.selection[0];
    this.turned = undefined;
    if (element !== undefined) await revealIn(this.view, element, { focus: true });
    return element;
  }

  private select(selection: readonly T[]): void {
    const missing = (from: readonly T[]) => (element: T) => !from.some(({ id }) => id === element.id);
    const added = selection.filter(missing(this.before));
    const removed = this.before.filter(missing(selection));
    this.turned = added[0] ?? removed[0];
    this.before = selection;
  }
}
