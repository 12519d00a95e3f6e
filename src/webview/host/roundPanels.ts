import * as vscode from 'vscode';
import { Owner } from '../../lifecycle';
import type { LocatedLoop } from '../../store/api';
import { decodePanelState, type RoundPanelState } from '../protocol/round';
import { RoundPanel, type RoundPanelServices } from './roundPanel';

export const ROUND_VIEW_TYPE = 'prepLoop.round';

/** The open round panels, one a round; brings them back when the window is reloaded. */
export class RoundPanels extends Owner implements vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, RoundPanel>();
  private readonly didChangeActive = this._register(new vscode.EventEmitter<void>());
  /** Fires when another panel, or none, has become the active one. */
  readonly onDidChangeActive = this.didChangeActive.event;

  constructor(private readonly services: RoundPanelServices) {
    super();
    this._register(vscode.window.registerWebviewPanelSerializer(ROUND_VIEW_TYPE, this));
  }

  /** The round whose panel is the active editor. */
  get active(): RoundPanelState | undefined {
    return [...this.panels.values()].find((panel) => panel.active)?.state;
  }

  /** Shows a round's panel: the one that is open, or a new one in the active column. */
  open({ uri }: LocatedLoop, round: { readonly id: string; readonly title: string }): void {
    const state = { loop: uri.toString(), round: round.id };
    const present = this.panels.get(keyOf(state));
    if (present) present.reveal();
    else this.adopt(vscode.window.createWebviewPanel(ROUND_VIEW_TYPE, round.title, vscode.ViewColumn.Active), state);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = decodePanelState(kept);
    if (state && !this.panels.has(keyOf(state))) this.adopt(panel, state);
    else panel.dispose();
  }

  override dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
    super.dispose();
  }

  private adopt(webviewPanel: vscode.WebviewPanel, state: RoundPanelState): void {
    const panel = new RoundPanel(webviewPanel, state, this.services);
    this.panels.set(keyOf(state), panel);
    webviewPanel.onDidChangeViewState(() => this.didChangeActive.fire());
    webviewPanel.onDidDispose(() => {
      this.panels.delete(keyOf(state));
      this.didChangeActive.fire();
    });
    this.didChangeActive.fire();
  }
}

function keyOf({ loop, round }: RoundPanelState): string {
  return `${loop}\n${round}`;
}
