import * as vscode from 'vscode';
import type { Logger } from '../../core/ports';
import { cueCards } from '../../core/story/rehearse';
import { rehearsalId } from '../../core/timer/rehearsal';
import type { TimerSnapshot } from '../../core/timer/snapshot';
import { Debouncer, Owner } from '../../lifecycle';
import type { PrepStore, TextFiles } from '../../store/api';
import { nameOf } from '../../store/files';
import { PACE_SETTING, paceAt } from '../../store/pace';
import { LARGEST } from '../../store/storyAnalysis';
import { rootOfStory } from '../../store/storyStore';
import { startAsking } from '../../timer/startTimer';
import type { TimerService } from '../../timer/timerService';
import { decodeFromRehearsePanel, type FromRehearsePanel, type RehearsePanelState, type RehearseTarget, type ToRehearsePanel, type VersionId } from '../protocol/rehearse';
import type { TimerAction } from '../protocol/round';
import { makeNonce, renderPage } from './html';
import { makeRehearsalView, missingView, rehearsalPlan, timedContent, type RehearsedStory } from './rehearseView';
import { makeTimerView, type Renderer } from './roundView';

/** What a panel uses of the rest of the extension. */
export interface RehearsePanelServices {
  readonly extensionUri: vscode.Uri;
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly timer: TimerService;
  readonly renderer: Renderer;
  readonly logger: Logger;
  readonly randomBytes: (length: number) => Uint8Array;
}

/** How long after the last keystroke the cards follow, in milliseconds. */
const PAUSE = 150;

/**
 * A story's panel. It shows what the story says and what the window's one timer says, and holds no truth of its own but
 * the version that is chosen. Everything it hears from the page is decoded first.
 */
export class RehearsePanel extends Owner {
  private readonly uri: vscode.Uri;
  private readonly refreshing = this._register(new Debouncer(() => void this.refresh(), PAUSE));
  private readonly didChangeVersion = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeVersion = this.didChangeVersion.event;
  private version: VersionId;
  private story: RehearsedStory | undefined;
  private title: string;
  /** What was last sent, to send nothing twice. */
  private sent = '';
  private readings = 0;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    state: RehearsePanelState,
    private readonly services: RehearsePanelServices,
  ) {
    super();
    const { extensionUri, store, timer } = services;
    this.uri = vscode.Uri.parse(state.uri, true);
    this.version = state.version;
    this.title = nameOf(this.uri).replace(/\.md$/u, '');
    const dist = vscode.Uri.joinPath(extensionUri, 'dist', 'webview');
    const icon = (theme: string): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'media', `rehearse-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    panel.webview.options = { enableScripts: true, enableCommandUris: false, enableForms: false, localResourceRoots: [dist] };
    this._register(panel.onDidDispose(() => this.dispose()));
    this._register(panel.webview.onDidReceiveMessage((message: unknown) => this.hear(message)));
    this._register(store.onDidTouch((touched) => this.concerns(touched) && this.refreshing.schedule()));
    this._register(store.onDidChange(() => this.refreshing.schedule()));
    this._register(vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(PACE_SETTING, this.uri) && void this.refresh()));
    this._register(timer.onDidChange(() => this.showTimer()));
    this._register(timer.onDidObserve(() => this.showTimer()));
    panel.webview.html = this.page(dist);
  }

  /** What the timer's plan has for the version that is shown. */
  get timed(): { readonly loop: string; readonly round: string } {
    return { loop: this.uri.toString(), round: rehearsalId(this.version) };
  }

  get active(): boolean {
    return this.panel.active;
  }

  reveal(): void {
    this.panel.reveal();
  }

  override dispose(): void {
    if (this.isDisposed) return;
    super.dispose();
    this.panel.dispose();
  }

  /** Chooses how much of the story is told. */
  choose(version: VersionId): void {
    if (version === this.version) return;
    this.version = version;
    this.didChangeVersion.fire();
    this.show();
  }

  /** Times the version that is shown, asking first where the timer is on for something else than this story. */
  async start(): Promise<TimerSnapshot | undefined> {
    if (!this.story) await this.refresh();
    const plan = this.story && rehearsalPlan(this.story, this.uri.toString(), this.version);
    if (!plan) return undefined;
    const { timer } = this.services;
    return timer.snapshot()?.loopUri === plan.loop ? timer.start(plan) : startAsking(timer, plan);
  }

  private page(dist: vscode.Uri): string {
    const { webview } = this.panel;
    const file = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(dist, name)).toString();
    return renderPage({
      title: this.title,
      language: 'en',
      cspSource: webview.cspSource,
      nonce: makeNonce(this.services.randomBytes),
      script: file('rehearse.panel.js'),
      style: file('rehearse.panel.css'),
      state: { uri: this.uri.toString(), version: this.version },
    });
  }

  /** A folder above the story concerns it too. */
  private concerns(touched: vscode.Uri): boolean {
    const [own, other] = [this.uri.toString(), touched.toString()];
    return own === other || own.startsWith(`${other}/`);
  }

  /** Reads the story and shows it. A reading that was overtaken by another is dropped. */
  private async refresh(): Promise<void> {
    const reading = ++this.readings;
    const { store, files } = this.services;
    const text = rootOfStory(store.roots, this.uri) && (await files.read(this.uri))?.replace(/^\uFEFF/u, '');
    if (this.isDisposed || reading !== this.readings) return;
    this.story = text === undefined || text.length > LARGEST ? undefined : this.read(text);
    this.show(text === undefined ? 'is not in this workspace any more' : 'is too large to be rehearsed');
  }

  private read(text: string): RehearsedStory {
    const pace = paceAt(this.uri);
    const rehearsal = cueCards(text, { wordsPerMinute: pace });
    return { title: rehearsal.story.title ?? nameOf(this.uri).replace(/\.md$/u, ''), rehearsal, pace };
  }

  /** @param why a story that was not read is not shown. */
  private show(why = 'was not read'): void {
    const { story, version } = this;
    this.title = story?.title ?? this.title;
    const rehearsal = story ? makeRehearsalView(story, version, this.services.renderer) : missingView(this.title, version, `The story “${nameOf(this.uri)}” ${why}.`);
    const text = JSON.stringify(rehearsal);
    if (text !== this.sent) this.say({ type: 'rehearsal', rehearsal });
    this.sent = text;
    this.showTimer();
  }

  private showTimer(): void {
    const { loop, round } = this.timed;
    const timer = makeTimerView(this.services.timer.snapshot(), loop, round, this.story && timedContent(this.story, this.version));
    const title = `${timer.status === 'running' ? '● ' : ''}Rehearse: ${this.title}`;
    if (this.panel.title !== title) this.panel.title = title;
    this.say({ type: 'timer', timer });
  }

  private say(message: ToRehearsePanel): void {
    void this.panel.webview.postMessage(message);
  }

  private hear(raw: unknown): void {
    const message = decodeFromRehearsePanel(raw);
    if (!message) {
      this.services.logger.warn('A panel that rehearses a story said something that is no message of ours; it was ignored.');
      return;
    }
    const tell = (text: string | undefined): void => {
      if (text !== undefined && !this.isDisposed) this.say({ type: 'notice', text });
    };
    this.act(message).then(tell, (error: unknown) => tell(error instanceof Error ? error.message : String(error)));
  }

  /** Does what the page asks for; gives a sentence to show where it could not. */
  private async act(message: FromRehearsePanel): Promise<string | undefined> {
    switch (message.type) {
      case 'ready':
        this.sent = '';
        await this.refresh();
        return undefined;
      case 'timer':
        return this.time(message.action);
      case 'version':
        this.choose(message.version);
        return undefined;
      case 'open':
        return this.open(message.target);
    }
  }

  private async time(action: TimerAction): Promise<string | undefined> {
    const { timer } = this.services;
    if (action === 'start') {
      await this.start();
      return undefined;
    }
    const shot = timer.snapshot();
    const { loop, round } = this.timed;
    // The buttons of this panel mean this rehearsal, whatever became of the timer since they were drawn.
    if (shot?.loopUri === loop && shot.round === round) timer[action]();
    return undefined;
  }

  private async open(target: RehearseTarget): Promise<string | undefined> {
    if (target === 'stories') {
      await vscode.commands.executeCommand('prepLoop.stories.focus');
      return undefined;
    }
    try {
      await vscode.window.showTextDocument(this.uri, { viewColumn: vscode.ViewColumn.Beside, preview: false });
      return undefined;
    } catch {
      return `“${nameOf(this.uri)}” could not be opened.`;
    }
  }
}
