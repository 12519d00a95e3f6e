import * as vscode from 'vscode';
import { Debouncer, Owner } from '../lifecycle';

/** How often files are looked at while a view is seen, in milliseconds. */
const EVERY = 5000;
/** Looking takes at most this part of the time, however many files there are. */
const PART = 1 / 100;

/** What {@link WhileSeen} needs of a view. */
export interface SeenView {
  readonly visible: boolean;
  readonly onDidChangeVisibility: vscode.Event<{ readonly visible: boolean }>;
}

/**
 * Keeps looking at files while a view is seen, from the moment it is: watchers miss files in folders that were just
 * made, on remote disks and behind links.
 */
export class WhileSeen extends Owner {
  private readonly looking: Debouncer;

  constructor(
    private readonly view: SeenView,
    private readonly look: () => Promise<void>,
    private readonly every = EVERY,
  ) {
    super();
    this.looking = this._register(new Debouncer(() => void this.lookAgain(), every));
    this._register(view.onDidChangeVisibility(({ visible }) => visible && this.looking.schedule(0)));
    this._register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.looking.schedule()));
    this.looking.schedule();
  }

  /** Goes on only while somebody looks; seeing the view or the window again starts it again. */
  private async lookAgain(): Promise<void> {
    if (!this.view.visible || !vscode.window.state.focused) return;
    const before = performance.now();
    await this.look();
    this.looking.schedule(Math.max(this.every, (performance.now() - before) / PART));
  }
}
