import * as vscode from 'vscode';
import type { Clock, Logger } from '../../core/ports';
import { Owner } from '../../lifecycle';
import type { LocatedLoop, PlaybookEntry, PrepStore, TextFiles } from '../../store/api';
import { todayOf } from '../../store/today';
import { planRound } from '../../timer/roundPlan';
import { startAsking } from '../../timer/startTimer';
import type { TimerService } from '../../timer/timerService';
import { decodeFromPanel, type FromPanel, type RoundPanelState, type TimerAction, type ToPanel } from '../protocol/round';
import { makeNonce, renderPage } from './html';
import { follow, open, toggle, type RoundPlace } from './roundActions';
import { makeRoundView, makeTimerView, type Renderer } from './roundView';

/** What a panel uses of the rest of the extension. */
export interface RoundPanelServices {
  readonly extensionUri: vscode.Uri;
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly timer: TimerService;
  readonly renderer: Renderer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly randomBytes: (length: number) => Uint8Array;
}

/**
 * One round's panel. It shows what the files and the timer say and holds no truth of its own, so it can be hidden, closed
 * or reloaded at any time. Everything it hears from the page is decoded first.
 */
export class RoundPanel extends Owner {
  private located: LocatedLoop | undefined;
  private entry: PlaybookEntry | undefined;
  private title: string;
  /** What was last sent, to send nothing twice. */
  private sent = '';
  private readings = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    readonly state: RoundPanelState,
    private readonly services: RoundPanelServices,
  ) {
    super();
    const { extensionUri, store, timer } = services;
    const dist = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', `round-${theme}.svg`);
    this.title = panel.title;
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, enableCommandUris: false, enableForms: false, localResourceRoots: [dist] };
    this._register(panel.onDidDispose(() => this.dispose()));
    this._register(panel.webview.onDidReceiveMessage((message: unknown) => this.hear(message)));
    this._register(store.onDidChange((changed) => this.concerns(changed) && void this.refresh()));
    this._register(timer.onDidChange(() => this.showTimer()));
    this._register(timer.onDidObserve(() => this.showTimer()));
    panel.webview.html = this.page(dist);
  }

  reveal(): void {
    this.panel.reveal();
  }

  get active(): boolean {
    return this.panel.active;
  }

  override dispose(): void {
    if (this.isDisposed) return;
    super.dispose();
    this.panel.dispose();
  }

  private page(dist: vscode.Uri): string {
    const { webview } = this.panel;
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    return renderPage({
      title: this.title,
      language: 'en',
      cspSource: webview.cspSource,
      nonce: makeNonce(this.services.randomBytes),
      script: file('round.panel.js'),
      style: file('round.panel.css'),
      state: { loop: this.state.loop, round: this.state.round },
    });
  }

  /** A change of the workspace's playbooks concerns every round. */
  private concerns(changed: readonly vscode.Uri[] | undefined): boolean {
    return changed === undefined || changed.some((uri) => uri.toString() === this.state.loop || uri.path.endsWith('/playbooks'));
  }

  /** Reads the files and shows them. A reading that was overtaken by another is dropped. */
  private async refresh(): Promise<void> {
    const reading = ++this.readings;
    const { store, clock, renderer } = this.services;
    const located = await store.findLoop(vscode.Uri.parse(this.state.loop));
    const entry = located && (await findPlaybook(store, located));
    if (this.isDisposed || reading !== this.readings) return;
    this.located = located;
    this.entry = entry;
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
    this.title = round.title;
    const text = JSON.stringify(round);
    if (text !== this.sent) this.say({ type: 'round', round });
    this.sent = text;
    this.showTimer();
  }

  private showTimer(): void {
    const content = this.entry?.playbook?.rounds.find(({ id }) => id === this.state.round);
    const timer = makeTimerView(this.services.timer.snapshot(), this.state.loop, this.state.round, content);
    const title = timer.status === 'running' ? `● ${this.title}` : this.title;
    if (this.panel.title !== title) this.panel.title = title;
    this.say({ type: 'timer', timer });
  }

  private say(message: ToPanel): void {
    void this.panel.webview.postMessage(message);
  }

  private hear(raw: unknown): void {
    const message = decodeFromPanel(raw);
    if (!message) {
      this.services.logger.warn('A round panel said something that is no message of ours; it was ignored.');
      return;
    }
    const tell = (text: string | undefined): void => {
      if (text !== undefined && !this.isDisposed) this.say({ type: 'notice', text });
    };
    this.act(message).then(tell, (error: unknown) => tell(error instanceof Error ? error.message : String(error)));
  }

  /** Does what the page asks for; gives a sentence to show where it could not. */
  private async act(message: FromPanel): Promise<string | undefined> {
    const place: RoundPlace = { located: this.located, entry: this.entry, roundId: this.state.round };
    switch (message.type) {
      case 'ready':
        this.sent = '';
        await this.refresh();
        return undefined;
      case 'timer':
        return this.time(message.action);
      case 'toggle': {
        const refused = await toggle(this.services.files, place, message);
        // The page shows the box as it was clicked: what the file says has to be sent again.
        if (refused !== undefined) this.sent = '';
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
    if (action === 'start') {
      const plan = await planRound(store, vscode.Uri.parse(this.state.loop), this.state.round);
      if (typeof plan === 'string') return plan;
      await startAsking(timer, plan);
      return undefined;
    }
    const shot = timer.snapshot();
    // The buttons of this panel mean this round, whatever became of the timer since they were drawn.
    if (shot?.loopUri === this.state.loop && shot.round === this.state.round) timer[action]();
    return undefined;
  }
}

/** The loop's playbook, or the broken one of that name, which says why. */
async function findPlaybook(store: PrepStore, located: LocatedLoop): Promise<PlaybookEntry | undefined> {
  const usable = await store.playbookOf(located);
  return usable ?? (await store.playbooks(located.root)).find(({ id }) => id === located.loop.playbook);
}
