import type * as vscode from 'vscode';
import type { ArgumentOf } from '../../commandTable';
import type { Thinking } from '../../core/timer/think';
import type { TimedInterview, TimerSubject } from '../../core/timer/subject';
import { runCommand } from '../../editorCommands';
import type { SharedRuns } from '../../timer/sharedRuns';
import type { TimerService } from '../../timer/timerService';
import type { TimerAction, TimerView } from '../protocol/round';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { runningTitle } from './panels';
import { makeTimerView, type TimedContent } from './roundView';

export interface TimedPanelServices extends PanelServices {
  readonly timer: TimerService;
  readonly shared: SharedRuns;
}

interface Message {
  readonly type: string;
}
type TimerMessage = { readonly type: 'timer'; readonly timer: TimerView };

/** What a panel shows of the window's one timer. */
export interface Timed {
  /** The tab's title while the timer is not running. */
  readonly title: string;
  readonly content: TimedContent | undefined;
  readonly think?: Thinking | undefined;
}

/** The command of each button. */
const COMMANDS = {
  start: 'prepLoop.startTimer',
  pause: 'prepLoop.pauseTimer',
  resume: 'prepLoop.resumeTimer',
  nextPhase: 'prepLoop.nextPhase',
  addMinute: 'prepLoop.addMinute',
  stop: 'prepLoop.stopTimer',
  reset: 'prepLoop.resetTimer',
} as const satisfies Record<TimerAction, string>;

/** A panel with the window's one timer in it. */
export abstract class TimedPanel<State, Hears extends Message, Says extends Message, Read> extends EditorPanel<
  State,
  Hears,
  Says | TimerMessage,
  Read
> {
  constructor(
    panel: vscode.WebviewPanel,
    kind: PanelKind<State, Hears>,
    state: State,
    private readonly clockwork: TimedPanelServices,
  ) {
    super(panel, kind, state, clockwork);
    this._register(clockwork.timer.onDidChange(() => this.showTimer()));
    this._register(clockwork.shared.onDidChange(() => this.showTimer()));
    this._register(clockwork.timer.onDidObserve(() => this.showTimer()));
  }

  /** What is timed here. */
  abstract get subject(): Exclude<TimerSubject, TimedInterview>;

  protected abstract get timed(): Timed;

  protected showTimer(): void {
    const { title, content, think } = this.timed;
    const drawn = makeTimerView(this.clockwork.timer.snapshot(), this.subject, content, think);
    const isElsewhere = drawn.status !== 'running' && this.clockwork.shared.times(this.subject);
    const timer = isElsewhere ? { ...drawn, elsewhere: true } : drawn;
    this.setTitle(timer.status === 'running' ? runningTitle(title) : title);
    this.say({ type: 'timer', timer });
  }

  /**
   * Does what a button of the timer says to what the panel shows, whatever has become of the timer since it was drawn.
   */
  protected async press(action: TimerAction): Promise<void> {
    const { subject } = this;
    const named: ArgumentOf<'prepLoop.startTimer'> =
      subject.kind === 'round'
        ? { loop: subject.loop, round: subject.round, ask: true }
        : { uri: subject.uri, version: subject.version };
    await runCommand(COMMANDS[action], named);
  }
}
