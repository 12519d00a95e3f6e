/**
 * Space in a tree with checkboxes. The editor opens the focused row with it, and shows an extension only the selected
 * rows; so the key first toggles the focused row's selection: it is then the last of the selected rows, or was the one
 * that was selected.
 *
 * While the editor draws the tree, it names none of the selected rows, or not all. Then they are looked at until it is
 * done; where it cannot be found out which row was meant, none was.
 */
import type * as vscode from 'vscode';
import { Debouncer, Owner } from '../lifecycle';
import { revealIn } from './revealIn';

/** How often the selected rows are looked at while the tree is drawn, in milliseconds. */
const PAUSE = 50;

export class SpaceKey<T extends { readonly id: string }> extends Owner {
  private selected: T | undefined;
  /** What was selected before the last change; undefined where that is not known. */
  private before: T | undefined;
  private readonly looking = this._register(new Debouncer(() => this.lookAgain(), PAUSE));

  /** @param isDrawing whether the editor may be drawing the tree in this moment. */
  constructor(
    private readonly view: vscode.TreeView<T>,
    private readonly isDrawing: () => boolean,
  ) {
    super();
    this.selected = view.selection.at(-1);
    this._register(view.onDidChangeSelection(({ selection }) => this.select(selection)));
  }

  /** The row that the key was pressed on. It is selected alone again, as an arrow key would leave it. */
  async take(): Promise<T | undefined> {
    const row = await this.pressedOn();
    if (row !== undefined) await revealIn(this.view, row, { focus: true });
    return row;
  }

  private async pressedOn(): Promise<T | undefined> {
    const { before } = this;
    const isKnown = (): boolean => ![undefined, before?.id].includes(this.view.selection.at(-1)?.id);
    while (!isKnown() && this.isDrawing()) await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return isKnown() ? this.view.selection.at(-1) : before;
  }

  private select(selection: readonly T[]): void {
    this.before = this.selected;
    this.selected = selection.at(-1);
    if (this.selected === undefined) this.looking.schedule();
  }

  private lookAgain(): void {
    this.selected ??= this.view.selection.at(-1);
    if (this.selected === undefined && this.isDrawing()) this.looking.schedule();
  }
}
