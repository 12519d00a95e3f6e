import * as vscode from 'vscode';
import { Owner } from '../../lifecycle';
import type { PanelKind } from './panel';

/** What the list of open panels needs of one. */
interface Panel extends vscode.Disposable {
  readonly active: boolean;
  readonly title: string;
  reveal(): void;
}

/** A panel's title while its timer runs, and without that mark. */
export const runningTitle = (title: string): string => `● ${title}`;
const plainTitle = (title: string): string => title.replace(/^● /u, '');

/** The open panels of a kind, one for each key; brings them back when the window is reloaded. */
export abstract class EditorPanels<State, P extends Panel> extends Owner implements vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, P>();
  protected readonly didChangeActive = this._register(new vscode.EventEmitter<void>());
  /** Fires when another panel, or none, has become the active one, or the active one shows something else. */
  readonly onDidChangeActive = this.didChangeActive.event;

  /** @param make makes the panel of a state. */
  constructor(
    private readonly kind: PanelKind<State, unknown>,
    private readonly make: (panel: vscode.WebviewPanel, state: State) => P,
  ) {
    super();
    this._register(vscode.window.registerWebviewPanelSerializer(kind.viewType, this));
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = this.kind.decodeState(kept);
    if (state && !this.panels.has(this.kind.keyOf(state))) this.adopt(panel, state);
    else panel.dispose();
  }

  override dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
    super.dispose();
  }

  /** The panel that is the active editor. */
  protected get activePanel(): P | undefined {
    return [...this.panels.values()].find((panel) => panel.active);
  }

  /** The panel of a state, where it is open. */
  protected find(state: State): P | undefined {
    return this.panels.get(this.kind.keyOf(state));
  }

  /** Shows the panel of a state: the one that is open, or a new one in the active column. */
  protected show(state: State, title: string): P {
    const present = this.find(state);
    present?.reveal();
    if (present) return present;
    const old = this.unrestoredTab(title);
    const column = old?.group.viewColumn ?? vscode.ViewColumn.Active;
    const panel = this.adopt(vscode.window.createWebviewPanel(this.kind.viewType, title, column), state);
    if (old) void vscode.window.tabGroups.close(old, true);
    return panel;
  }

  /**
   * The tab of a panel that the editor has not given back yet: after a reload it does so when the tab is looked at.
   * Undefined where the title does not say which one it is; a second panel of one state is closed when it comes back.
   */
  private unrestoredTab(title: string): vscode.Tab | undefined {
    const own = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(this.kind.viewType));
    const restored = [...this.panels.values()].map((panel) => panel.title);
    const left = own.filter(({ label }) => {
      const index = restored.indexOf(label);
      if (index >= 0) restored.splice(index, 1);
      return index < 0 && plainTitle(label) === title;
    });
    return left.length === 1 ? left[0] : undefined;
  }

  private adopt(webviewPanel: vscode.WebviewPanel, state: State): P {
    const key = this.kind.keyOf(state);
    const panel = this.make(webviewPanel, state);
    this.panels.set(key, panel);
    webviewPanel.onDidChangeViewState(() => this.didChangeActive.fire());
    webviewPanel.onDidDispose(() => {
      this.panels.delete(key);
      this.didChangeActive.fire();
    });
    this.didChangeActive.fire();
    return panel;
  }
}
