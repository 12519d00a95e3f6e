import * as vscode from 'vscode';
import type { Clock } from '../../core/ports';
import type { LocatedLoop, PlaybookEntry, PrepStore, TextFiles } from '../../store/api';
import { todayOf } from '../../store/today';
import { planRound } from '../../timer/roundPlan';
import { startAsking } from '../../timer/startTimer';
import type { TimerService } from '../../timer/timerService';
import { decodeFromPanel, decodePanelState, type FromPanel, type RoundPanelState, type TimerAction, type ToPanel } from '../protocol/round';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { follow, open, toggle, type RoundPlace } from './roundActions';
import { makeRoundView, makeTimerView, type Renderer } from './roundView';
import { pressTimer } from './timerButtons';

/** What a panel uses of the rest of the extension. */
export interface RoundPanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly timer: TimerService;
  readonly renderer: Renderer;
  readonly clock: Clock;
}

const ROUND_VIEW_TYPE = 'prepLoop.round';

export const ROUND_PANEL: PanelKind<RoundPanelState, FromPanel> = {
  viewType: ROUND_VIEW_TYPE,
  name: 'round',
  decodeState: decodePanelState,
  decodeMessage: decodeFromPanel,
  keyOf: ({ loop, round }) => `${loop}\n${round}`,
};

/** What a round is shown from. */
type Found = Pick<RoundPlace, 'located' | 'entry'>;

/** One round's panel: it shows what the files and the timer say. */
export class RoundPanel extends EditorPanel<RoundPanelState, FromPanel, ToPanel, Found> {
  private found: Found = { located: undefined, entry: undefined };
  private name: string;

  constructor(
    panel: vscode.WebviewPanel,
    readonly state: RoundPanelState,
    private readonly services: RoundPanelServices,
  ) {
    super(panel, ROUND_PANEL, state, services);
    const { store, timer } = services;
    this.name = panel.title;
    this._register(store.onDidChange((changed) => this.concerns(changed) && void this.refresh()));
    this._register(timer.onDidChange(() => this.showTimer()));
    this._register(timer.onDidObserve(() => this.showTimer()));
  }

  /** A change of the workspace's playbooks concerns every round. */
  private concerns(changed: readonly vscode.Uri[] | undefined): boolean {
    return changed === undefined || changed.some((uri) => uri.toString() === this.state.loop || uri.path.endsWith('/playbooks'));
  }

  protected async read(): Promise<Found> {
    const { store } = this.services;
    const located = await store.findLoop(vscode.Uri.parse(this.state.loop));
    return { located, entry: located && (await findPlaybook(store, located)) };
  }

  protected show(found: Found): void {
    this.found = found;
    const { located, entry } = found;
    const { clock, renderer } = this.services;
    const round = makeRoundView(
      {
        roundId: this.state.round,
        loopName: vscode.Uri.parse(this.state.loop).path.split('/').pop() ?? '',
        loop: located?.loop,
        playbook: entry?.playbook,
        playbookProblems: entry?.problems ?? [],
        today: todayOf(located?.loop, clock),
      },
      renderer,
    );
    this.name = round.title;
    this.sayChanged({ type: 'round', round });
    this.showTimer();
  }

  private showTimer(): void {
    const content = this.found.entry?.playbook?.rounds.find(({ id }) => id === this.state.round);
    const timer = makeTimerView(this.services.timer.snapshot(), this.state.loop, this.state.round, content);
    this.setTitle(timer.status === 'running' ? `● ${this.name}` : this.name);
    this.say({ type: 'timer', timer });
  }

  protected async act(message: Exclude<FromPanel, { type: 'ready' }>): Promise<string | undefined> {
    const place: RoundPlace = { ...this.found, roundId: this.state.round };
    switch (message.type) {
      case 'timer':
        return this.time(message.action);
      case 'toggle': {
        const refused = await toggle(this.services.files, place, message);
        // The page shows the box as it was clicked: what the file says has to be sent again.
        if (refused !== undefined) this.forgetSent();
        await this.refresh();
        return refused;
      }
      case 'open':
        return open(place, message.target);
      case 'link':
        return follow(place, message.href, message.base);
    }
  }

  private async time(action: TimerAction): Promise<string | undefined> {
    const { timer, store } = this.services;
    if (action !== 'start') {
      pressTimer(timer, this.state, action);
      return undefined;
    }
    const plan = await planRound(store, vscode.Uri.parse(this.state.loop), this.state.round);
    if (typeof plan === 'string') return plan;
    await startAsking(timer, plan);
    return undefined;
  }
}

/** The loop's playbook, or the broken one of that name, which says why. */
async function findPlaybook(store: PrepStore, located: LocatedLoop): Promise<PlaybookEntry | undefined> {
  const usable = await store.playbookOf(located);
  return usable ?? (await store.playbooks(located.root)).find(({ id }) => id === located.loop.playbook);
}
