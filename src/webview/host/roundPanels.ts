import type * as vscode from 'vscode';
import type { LocatedLoop } from '../../store/api';
import type { RoundPanelState } from '../protocol/round';
import { EditorPanels } from './panels';
import { ROUND_PANEL, RoundPanel, type RoundPanelServices } from './roundPanel';

/** The open round panels, one a round. */
export class RoundPanels extends EditorPanels<RoundPanelState, RoundPanel> {
  constructor(private readonly services: RoundPanelServices) {
    super(ROUND_PANEL);
  }

  /** The round whose panel is the active editor. */
  get active(): RoundPanelState | undefined {
    return this.activePanel?.state;
  }

  /** Shows a round's panel. */
  open({ uri }: LocatedLoop, round: { readonly id: string; readonly title: string }): RoundPanel {
    return this.show({ loop: uri.toString(), round: round.id }, round.title);
  }

  protected make(panel: vscode.WebviewPanel, state: RoundPanelState): RoundPanel {
    return new RoundPanel(panel, state, this.services);
  }
}
