import * as vscode from 'vscode';
import type { TimerSnapshot } from '../../core/timer/snapshot';
import { Owner } from '../../lifecycle';
import { decodeRehearseState, type RehearsePanelState, type VersionId } from '../protocol/rehearse';
import { RehearsePanel, type RehearsePanelServices } from './rehearsePanel';

export const REHEARSE_VIEW_TYPE = 'prepLoop.rehearse';

/** What a panel opens with where nothing says how long the story may take: the length of most answers. */
const FIRST_VERSION: VersionId = '90';

/** The open panels that rehearse stories, one a story; brings them back when the window is reloaded. */
export class RehearsePanels extends Owner implements vscode.WebviewPanelSerializer {
  private readonly panels = new Map<string, RehearsePanel>();
  private readonly didChangeActive = this._register(new vscode.EventEmitter<void>());
  /** Fires when another panel, or none, has become the active one, or the active one shows another version. */
  readonly onDidChangeActive = this.didChangeActive.event;

  constructor(private readonly services: RehearsePanelServices) {
    super();
    this._register(vscode.window.registerWebviewPanelSerializer(REHEARSE_VIEW_TYPE, this));
  }

  /** What the timer's plan has for the version of the panel that is the active editor. */
  get active(): { readonly loop: string; readonly round: string } | undefined {
    return this.activePanel?.timed;
  }

  /** Starts timing what the active panel shows; undefined where none is active or nothing was started. */
  async startActive(): Promise<TimerSnapshot | undefined> {
    return this.activePanel?.start();
  }

  /** Shows a story's panel: the one that is open, or a new one in the active column. */
  open(uri: vscode.Uri, title: string, version?: VersionId): void {
    const present = this.panels.get(uri.toString());
    if (present) {
      if (version !== undefined) present.choose(version);
      present.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(REHEARSE_VIEW_TYPE, `Rehearse: ${title}`, vscode.ViewColumn.Active);
    this.adopt(panel, { uri: uri.toString(), version: version ?? FIRST_VERSION });
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const state = decodeRehearseState(kept);
    if (state && /^[a-z][a-z\d+.-]*:/iu.test(state.uri) && !this.panels.has(state.uri)) this.adopt(panel, state);
    else panel.dispose();
  }

  override dispose(): void {
    for (const panel of [...this.panels.values()]) panel.dispose();
    super.dispose();
  }

  private get activePanel(): RehearsePanel | undefined {
    return [...this.panels.values()].find((panel) => panel.active);
  }

  private adopt(webviewPanel: vscode.WebviewPanel, state: RehearsePanelState): void {
    const panel = new RehearsePanel(webviewPanel, state, this.services);
    this.panels.set(state.uri, panel);
    panel.onDidChangeVersion(() => this.didChangeActive.fire());
    webviewPanel.onDidChangeViewState(() => this.didChangeActive.fire());
    webviewPanel.onDidDispose(() => {
      this.panels.delete(state.uri);
      this.didChangeActive.fire();
    });
    this.didChangeActive.fire();
  }
}
