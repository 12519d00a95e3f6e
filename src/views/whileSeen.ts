import * as vscode from 'vscode';
import { Debouncer, Owner } from '../lifecycle';

/** How often files are looked at while a view is seen, in milliseconds. */
const EVERY = 5000;
/** Looking takes at most this part of the time, however many files there are. */
const PART = 1 / 20;

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
  /** How long until the next look, in milliseconds; undefined while one goes on, and where nobody looks. */
  private pause: number | undefined;

  constructor(
    private readonly view: SeenView,
    private readonly look: () => Promise<void>,
    private readonly every = EVERY,
  ) {
    super();
    this.looking = this._register(new Debouncer(() => void this.lookAgain(), every));
    this._register(view.onDidChangeVisibility(({ visible }) => visible && this.looking.schedule(0)));
    this._register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.looking.schedule()));
    // Looking at thousands of files takes its time: never while somebody types.
    this._register(
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document !== vscode.window.activeTextEditor?.document || this.pause === undefined) return;
        this.looking.schedule(this.pause);
      }),
    );
    this.looking.schedule();
  }

  /** Goes on only while somebody looks; seeing the view or the window again starts it again. */
  private async lookAgain(): Promise<void> {
    this.pause = undefined;
    if (!this.view.visible || !vscode.window.state.focused) return;
    const before = performance.now();
    await this.look();
    this.pause = Math.max(this.every, (performance.now() - before) / PART);
    this.looking.schedule(this.pause);
  }
}
