import * as vscode from 'vscode';
import type { Clock, Logger } from '../core/ports';
import {
  decodeSharedRun,
  encodeSharedRun,
  isSameRun,
  isTakenOver,
  runElsewhere,
  type SharedRun,
} from '../core/timer/sharedRun';
import { snapshot, type TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, subjectNames, type TimerSubject } from '../core/timer/subject';
import { isActive } from '../core/timer/timer';
import { Owner } from '../lifecycle';
import { pathUnder } from '../store/uris';
import type { TimerService } from './timerService';

/** The window that kept the timer's state: after a reload, its file is this window's own. */
const WINDOW_KEY = 'prepLoop.timerWindow';
/** How often a window with a run writes, and looks at what the others write, in milliseconds. */
const LOOK_MS = 10_000;

/**
 * Lets two windows on one folder show one run: each window with a run keeps a file in the extension's own storage,
 * which the others read. A window whose run is taken over lets go of it.
 */
export class SharedRuns extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires when a run begins, goes on or ends in another window. */
  readonly onDidChange = this.didChange.event;

  private readonly window: string;
  private since: number;
  private other: SharedRun | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;
  /** What the window before a reload wrote last: if it writes again, it is another window that lives on. */
  private readonly before: { readonly window: string; at: number | undefined } | undefined;
  /** Whether it is kept which window this is. */
  private isKnown = false;
  private pending: Promise<void> = Promise.resolve();

  /** @param folder in the extension's storage, which all windows share. */
  constructor(
    private readonly timer: TimerService,
    private readonly memento: vscode.Memento,
    private readonly folder: vscode.Uri,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    super();
    this.window = `${vscode.env.sessionId}-${clock.now().toString(36)}`.replace(/[^\w-]/gu, '').slice(0, 150);
    this.since = timer.state?.startedAt ?? 0;
    const kept = memento.get<unknown>(WINDOW_KEY);
    this.before = typeof kept === 'string' ? { window: kept, at: undefined } : undefined;
    this._register(timer.onDidChange(() => this.lookSoon()));
    this._register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.lookSoon()));
    const watcher = this._register(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.json')),
    );
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this._register(event((uri) => uri.path !== this.own.path && this.lookSoon()));
    this.lookSoon();
  }

  /** The run of another window on one of this window's folders, as it is now. */
  get elsewhere(): TimerSnapshot | undefined {
    return this.other && snapshot(this.other.timer, this.clock.now());
  }

  /** Whether another window times this. */
  times(subject: TimerSubject): boolean {
    return this.other !== undefined && isSameSubject(this.other.timer.subject, subject);
  }

  /** Goes on here with the run of the other window, which lets go of it. */
  takeOver(): TimerSnapshot | undefined {
    const { other } = this;
    if (!other) return undefined;
    this.since = Math.max(this.clock.now(), other.since + 1);
    this.other = undefined;
    const shot = this.timer.adopt(other.timer);
    this.didChange.fire();
    return shot;
  }

  override dispose(): void {
    clearInterval(this.ticking);
    if (this.timer.state) void this.forget();
    super.dispose();
  }

  private get own(): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${this.window}.json`);
  }

  /** One look after the other: each writes what the one before it has read. */
  private lookSoon(): void {
    this.pending = this.pending
      .then(() => this.look())
      .catch((error: unknown) => {
        this.logger.warn(`The other windows' runs could not be read: ${String(error)}`);
      });
  }

  private async look(): Promise<void> {
    if (this.isDisposed) return;
    const now = this.clock.now();
    const all = await this.read();
    const runs = all.filter((run) => !this.isOwnBefore(run));
    const own = this.present(now);
    if (own && (isTakenOver(own, runs, now) || this.isOfTheLiving(own, runs))) {
      this.timer.release();
      await this.forget();
    } else if (own) await this.write(own);
    else if (all.some(({ window }) => window === this.window)) await this.forget();
    const was = this.other;
    this.other = runElsewhere(runs, this.window, now, isInThisWindow);
    if (this.other?.at !== was?.at || this.other?.window !== was?.window) this.didChange.fire();
    clearInterval(this.ticking);
    this.ticking = own || this.other ? setInterval(() => this.lookSoon(), LOOK_MS) : undefined;
  }

  /** The run that this window shows. */
  private present(now: number): SharedRun | undefined {
    const { state } = this.timer;
    if (!state || !isActive(state)) return undefined;
    // A run that was started here is shown since its start; one that was taken over, since then.
    const since = Math.max(this.since, state.startedAt ?? 0);
    return { window: this.window, at: now, since, timer: state };
  }

  /** Whether a file was written by this window before it was reloaded: it does not change any more. */
  private isOwnBefore({ window, at }: SharedRun): boolean {
    if (window !== this.before?.window) return false;
    this.before.at ??= at;
    return this.before.at === at;
  }

  /** Where windows share what they keep, the run that this one found there may be that of one that is still open. */
  private isOfTheLiving(own: SharedRun, runs: readonly SharedRun[]): boolean {
    return runs.some(
      (run) => run.window === this.before?.window && isSameRun(run.timer, own.timer) && run.since >= own.since,
    );
  }

  private async read(): Promise<SharedRun[]> {
    const names = await vscode.workspace.fs.readDirectory(this.folder).then(
      (entries) => entries.map(([name]) => name),
      () => [],
    );
    const texts = await Promise.all(
      names
        .filter((name) => name.endsWith('.json'))
        .map((name) =>
          vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.folder, name)).then(
            (bytes) => new TextDecoder().decode(bytes),
            () => '',
          ),
        ),
    );
    return texts.flatMap((text) => decodeSharedRun(text) ?? []);
  }

  /** Written whole under another name first, so that nobody reads half of it. */
  private async write(run: SharedRun): Promise<void> {
    const { fs } = vscode.workspace;
    const half = vscode.Uri.joinPath(this.folder, `${this.window}.part`);
    await fs.createDirectory(this.folder);
    await fs.writeFile(half, new TextEncoder().encode(encodeSharedRun(run)));
    await fs.rename(half, this.own, { overwrite: true });
    if (this.isKnown) return;
    this.isKnown = true;
    // From now on, a reload of this window knows its file. The one from before the last reload has had its day.
    await this.memento.update(WINDOW_KEY, this.window);
    if (this.before) await this.delete(this.before.window);
  }

  private async forget(): Promise<void> {
    await this.delete(this.window);
  }

  private async delete(window: string): Promise<void> {
    const file = vscode.Uri.joinPath(this.folder, `${window}.json`);
    await vscode.workspace.fs.delete(file).then(undefined, () => undefined);
  }
}

function isInThisWindow(subject: TimerSubject): boolean {
  const uri = vscode.Uri.parse(subjectNames(subject).loop);
  return (vscode.workspace.workspaceFolders ?? []).some((folder) => pathUnder(folder.uri, uri) !== undefined);
}
