import type { LocatedLoop } from '../../store/api';
import type { RoundPanelState } from '../protocol/round';
import { EditorPanels } from './panels';
import { ROUND_PANEL, RoundPanel, type RoundPanelServices } from './roundPanel';

/** The open round panels, one for each round. */
export class RoundPanels extends EditorPanels<RoundPanelState, RoundPanel> {
  constructor(services: RoundPanelServices) {
    super(ROUND_PANEL, (panel, state) => new RoundPanel(panel, state, services));
  }

  /** The round whose panel is the active editor. */
  get active(): RoundPanelState | undefined {
    return this.activePanel?.state;
  }

  /** Shows a round's panel. */
  open({ uri }: LocatedLoop, round: { readonly id: string; readonly title: string }): RoundPanel {
    return this.show({ loop: uri.toString(), round: round.id }, round.title);
  }
}
