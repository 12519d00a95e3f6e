import * as vscode from 'vscode';
import type { TimedStory } from '../../core/timer/subject';
import type { TimerPlan } from '../../core/timer/timer';
import { VERSION_IDS, type RehearsePanelState, type VersionId } from '../protocol/rehearse';
import { EditorPanels } from './panels';
import { REHEARSE_PANEL, RehearsePanel, type RehearsePanelServices } from './rehearsePanel';
import { readRehearsed } from './rehearsedStory';
import { rehearsalPlan } from './rehearseView';

/** What a panel opens with where nothing says how long the story may take: the length of most answers. */
export const FIRST_VERSION: VersionId = '90';

/** The open panels that rehearse stories, one for each story. */
export class RehearsePanels extends EditorPanels<RehearsePanelState, RehearsePanel> {
  constructor(private readonly services: RehearsePanelServices) {
    super(REHEARSE_PANEL, (webviewPanel, state) => {
      const panel = new RehearsePanel(webviewPanel, state, services);
      panel.onDidChangeVersion(() => this.didChangeActive.fire());
      return panel;
    });
  }

  /** The version of a story that the active editor shows, as the timer's subject. */
  get active(): TimedStory | undefined {
    return this.activePanel?.subject;
  }

  /**
   * What there is to time in a version of a story; undefined where it says nothing yet.
   * @throws Refusal where the story is gone.
   */
  async planOf({ uri, version }: TimedStory): Promise<TimerPlan | undefined> {
    const id = VERSION_IDS.find((each) => each === version);
    if (id === undefined) return undefined;
    return rehearsalPlan(await readRehearsed(this.services, vscode.Uri.parse(uri, true)), uri, id);
  }

  /** Shows a story's panel. */
  open(uri: vscode.Uri, title: string, version?: VersionId): void {
    const panel = this.show({ uri: uri.toString(), version: version ?? FIRST_VERSION }, `Rehearse: ${title}`);
    if (version !== undefined) panel.choose(version);
  }
}
