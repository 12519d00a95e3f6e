import * as vscode from 'vscode';
import { cueCards } from '../../core/story/rehearse';
import type { TimerSnapshot } from '../../core/timer/snapshot';
import type { TimedStory } from '../../core/timer/subject';
import { Debouncer } from '../../lifecycle';
import type { PrepStore, TextFiles } from '../../store/api';
import { nameOf } from '../../store/files';
import { PACE_SETTING, paceAt } from '../../store/pace';
import { LARGEST } from '../../store/storyAnalysis';
import { rootOfStory } from '../../store/storyStore';
import { startAsking } from '../../timer/startTimer';
import type { TimerService } from '../../timer/timerService';
import {
  decodeFromRehearsePanel,
  decodeRehearseState,
  type FromRehearsePanel,
  type RehearsePanelState,
  type RehearseTarget,
  type ToRehearsePanel,
  type VersionId,
} from '../protocol/rehearse';
import type { TimerAction } from '../protocol/round';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { makeRehearsalView, missingView, rehearsalPlan, timedContent, type RehearsedStory } from './rehearseView';
import { makeTimerView, type Renderer } from './roundView';
import { pressTimer } from './timerButtons';

/** What a panel uses of the rest of the extension. */
export interface RehearsePanelServices extends PanelServices {
  readonly store: PrepStore;
  readonly files: TextFiles;
  readonly timer: TimerService;
  readonly renderer: Renderer;
}

const REHEARSE_VIEW_TYPE = 'prepLoop.rehearse';

export const REHEARSE_PANEL: PanelKind<RehearsePanelState, FromRehearsePanel> = {
  viewType: REHEARSE_VIEW_TYPE,
  name: 'rehearse',
  decodeState: (value) => {
    const state = decodeRehearseState(value);
    return state && /^[a-z][a-z\d+.-]*:/iu.test(state.uri) ? state : undefined;
  },
  decodeMessage: decodeFromRehearsePanel,
  keyOf: ({ uri }) => uri,
};

/** How long after the last keystroke the cards follow, in milliseconds. */
const PAUSE = 150;

/**
 * A story's panel. It shows what the story says and what the window's one timer says, and holds no truth of its own but
 * the version that is chosen.
 */
export class RehearsePanel extends EditorPanel<
  RehearsePanelState,
  FromRehearsePanel,
  ToRehearsePanel,
  string | undefined
> {
  private readonly uri: vscode.Uri;
  private readonly refreshing = this._register(new Debouncer(() => void this.refresh(), PAUSE));
  private readonly didChangeVersion = this._register(new vscode.EventEmitter<void>());
  readonly onDidChangeVersion = this.didChangeVersion.event;
  private version: VersionId;
  private story: RehearsedStory | undefined;
  private name: string;

  constructor(
    panel: vscode.WebviewPanel,
    state: RehearsePanelState,
    private readonly services: RehearsePanelServices,
  ) {
    super(panel, REHEARSE_PANEL, state, services);
    const { store, timer } = services;
    this.uri = vscode.Uri.parse(state.uri, true);
    this.version = state.version;
    this.name = nameOf(this.uri).replace(/\.md$/u, '');
    this._register(store.onDidTouch((touched) => this.concerns(touched) && this.refreshing.schedule()));
    this._register(store.onDidChange(() => this.refreshing.schedule()));
    this._register(
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration(PACE_SETTING, this.uri) && void this.refresh(),
      ),
    );
    this._register(timer.onDidChange(() => this.showTimer()));
    this._register(timer.onDidObserve(() => this.showTimer()));
  }

  /** The version that is shown, as the timer's subject. */
  get subject(): TimedStory {
    return { kind: 'story', uri: this.uri.toString(), version: this.version };
  }

  /** Chooses how much of the story is told. */
  choose(version: VersionId): void {
    if (version === this.version) return;
    this.version = version;
    this.didChangeVersion.fire();
    this.showStory();
  }

  /** Times the version that is shown, asking first where the timer is on for something else than this story. */
  async start(): Promise<TimerSnapshot | undefined> {
    if (!this.story) await this.refresh();
    const plan = this.story && rehearsalPlan(this.story, this.uri.toString(), this.version);
    if (!plan) return undefined;
    const { timer } = this.services;
    const timed = timer.snapshot()?.subject;
    const isThisStory = timed?.kind === 'story' && timed.uri === this.subject.uri;
    return isThisStory ? timer.start(plan) : startAsking(timer, plan);
  }

  /** A folder above the story concerns it too. */
  private concerns(touched: vscode.Uri): boolean {
    const [own, other] = [this.uri.toString(), touched.toString()];
    return own === other || own.startsWith(`${other}/`);
  }

  /** The story's text; undefined where it is gone. */
  protected async read(): Promise<string | undefined> {
    const { store, files } = this.services;
    return rootOfStory(store.roots, this.uri) && (await files.read(this.uri))?.replace(/^\uFEFF/u, '');
  }

  protected show(text: string | undefined): void {
    this.story = text === undefined || text.length > LARGEST ? undefined : this.rehearsed(text);
    this.showStory(text === undefined ? 'is not in this workspace any more' : 'is too large to be rehearsed');
  }

  private rehearsed(text: string): RehearsedStory {
    const pace = paceAt(this.uri);
    const rehearsal = cueCards(text, { wordsPerMinute: pace });
    return { title: rehearsal.story.title ?? nameOf(this.uri).replace(/\.md$/u, ''), rehearsal, pace };
  }

  /** @param why a story that was not read is not shown. */
  private showStory(why = 'was not read'): void {
    const { story, version } = this;
    this.name = story?.title ?? this.name;
    const rehearsal = story
      ? makeRehearsalView(story, version, this.services.renderer)
      : missingView(this.name, version, `The story “${nameOf(this.uri)}” ${why}.`);
    this.sayChanged({ type: 'rehearsal', rehearsal });
    this.showTimer();
  }

  private showTimer(): void {
    const timer = makeTimerView(
      this.services.timer.snapshot(),
      this.subject,
      this.story && timedContent(this.story, this.version),
    );
    this.setTitle(`${timer.status === 'running' ? '● ' : ''}Rehearse: ${this.name}`);
    this.say({ type: 'timer', timer });
  }

  protected async act(message: Exclude<FromRehearsePanel, { type: 'ready' }>): Promise<string | undefined> {
    switch (message.type) {
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
    if (action === 'start') await this.start();
    else pressTimer(this.services.timer, this.subject, action);
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
