import type * as vscode from 'vscode';
import type { TimerSnapshot } from '../../core/timer/snapshot';
import type { TimedStory } from '../../core/timer/subject';
import type { RehearsePanelState, VersionId } from '../protocol/rehearse';
import { EditorPanels } from './panels';
import { REHEARSE_PANEL, RehearsePanel, type RehearsePanelServices } from './rehearsePanel';

/** What a panel opens with where nothing says how long the story may take: the length of most answers. */
const FIRST_VERSION: VersionId = '90';

/** The open panels that rehearse stories, one a story. */
export class RehearsePanels extends EditorPanels<RehearsePanelState, RehearsePanel> {
  constructor(private readonly services: RehearsePanelServices) {
    super(REHEARSE_PANEL);
  }

  /** The version of a story that the active editor shows, as the timer's subject. */
  get active(): TimedStory | undefined {
    return this.activePanel?.subject;
  }

  /** Starts timing what the active panel shows; undefined where none is active or nothing was started. */
  async startActive(): Promise<TimerSnapshot | undefined> {
    return this.activePanel?.start();
  }

  /** Shows a story's panel. */
  open(uri: vscode.Uri, title: string, version?: VersionId): void {
    const panel = this.show({ uri: uri.toString(), version: version ?? FIRST_VERSION }, `Rehearse: ${title}`);
    if (version !== undefined) panel.choose(version);
  }

  protected make(webviewPanel: vscode.WebviewPanel, state: RehearsePanelState): RehearsePanel {
    const panel = new RehearsePanel(webviewPanel, state, this.services);
    panel.onDidChangeVersion(() => this.didChangeActive.fire());
    return panel;
  }
}
