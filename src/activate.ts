import * as vscode from 'vscode';
import { registerChecklistCommands } from './commands/checklistCommands';
import { commandOf } from './commands/ids';
import { registerLoopCommands } from './commands/loopCommands';
import { registerRoundCommands } from './commands/timerCommands';
import type { Clock } from './core/ports';
import { planSchedule, type Plan, type PlanInput } from './core/schedule/plan';
import type { TimerSnapshot } from './core/timer/snapshot';
import { WorkspacePrepStore } from './store/prepStore';
import { WorkspaceTextFiles } from './store/textFiles';
import { TimerService } from './timer/timerService';
import { TimerStatusBar } from './views/timerStatusBar';
import { TrackerView } from './views/tracker';
import { MarkdownRenderer } from './webview/host/renderMarkdown';
import { RoundPanels } from './webview/host/roundPanels';

/** What the two hosts provide differently. */
export interface Platform {
  /** Cryptographically strong random bytes. */
  randomBytes(length: number): Uint8Array;
}

/** What `activate` returns, for other extensions and for tests. */
export interface PrepLoopApi {
  readonly version: 1;
  /** Lays a playbook's rounds, feedback day and preparation on calendar days. Never throws: see `problems`. */
  planSchedule(input: PlanInput): Plan;
  /** The window's round timer now; undefined where none was ever started in this workspace. */
  timer(): TimerSnapshot | undefined;
}

/** The composition root: makes every part and hands each what it uses. Nothing is read before something is shown. */
export async function activate(context: vscode.ExtensionContext, platform: Platform): Promise<PrepLoopApi> {
  const own = <T extends vscode.Disposable>(part: T): T => (context.subscriptions.push(part), part);
  const log = own(vscode.window.createOutputChannel('Prep Loop', { log: true }));
  const clock: Clock = { now: () => Date.now() };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const files = own(new WorkspaceTextFiles());
  const store = own(new WorkspacePrepStore(context.extensionUri, files, log));
  const tracker = own(new TrackerView({ store, clock, timeZone, state: context.workspaceState }));
  own(registerChecklistCommands(store, files));
  own(registerLoopCommands({ store, files, clock, log, timeZone, reveal: (loop) => tracker.reveal(loop) }));
  const timer = own(new TimerService(context.workspaceState, clock, log));
  const panels = own(
    new RoundPanels({
      extensionUri: context.extensionUri,
      store,
      files,
      timer,
      renderer: new MarkdownRenderer(),
      clock,
      logger: log,
      randomBytes: (length) => platform.randomBytes(length),
    }),
  );
  own(new TimerStatusBar(timer, ({ loopUri, round }) => commandOf('prepLoop.openRound', 'Open the round', { loop: loopUri, round })));
  registerRoundCommands({ store, timer, panels, clock }).forEach(own);
  return { version: 1, planSchedule, timer: () => timer.snapshot() };
}
