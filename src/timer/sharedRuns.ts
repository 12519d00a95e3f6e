import * as vscode from 'vscode';
import type { Clock, Logger } from '../core/ports';
import {
  decodeSharedRun,
  encodeSharedRun,
  isForgotten,
  isSameRun,
  isTakenOver,
  runElsewhere,
  showsTheSame,
  type SharedRun,
} from '../core/timer/sharedRun';
import { snapshot, type TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, subjectNames, type TimerSubject } from '../core/timer/subject';
import { isActive } from '../core/timer/timer';
import { Debouncer, Owner } from '../lifecycle';
import { pathUnder } from '../store/uris';
import type { TimerService } from './timerService';

/** The window that kept the timer's state: after a reload, its file is this window's own. */
const WINDOW_KEY = 'prepLoop.timerWindow';
/** How often a window with a run writes, and looks at what the others write, in milliseconds. */
const LOOK_MS = 10_000;
/** How long what others write is gathered before it is read, in milliseconds. */
const GATHER_MS = 200;

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
  /** Reads only: where two windows answered what the other writes with a file, they would go on without end. */
  private readonly reading = this._register(new Debouncer(() => this.lookSoon(false), GATHER_MS));

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
    this._register(timer.onDidChange(() => this.lookSoon(true)));
    this._register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.reading.schedule()));
    const watcher = this._register(
      vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*.json')),
    );
    for (const event of [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete])
      this._register(event((uri) => uri.path !== this.own.path && this.reading.schedule()));
    this.lookSoon(true);
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
    super.dispose();
    if (this.timer.state) void this.pending.then(() => this.forget());
  }

  private get own(): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${this.window}.json`);
  }

  /** One look after the other: each writes what the one before it has read. @param isDue whether to write as well. */
  private lookSoon(isDue: boolean): void {
    this.pending = this.pending
      .then(() => this.look(isDue))
      .catch((error: unknown) => {
        this.logger.warn(`The other windows' runs could not be read: ${String(error)}`);
      });
  }

  private async look(isDue: boolean): Promise<void> {
    if (this.isDisposed) return;
    const now = this.clock.now();
    const all = await this.read(now);
    if (this.isDisposed) return;
    const runs = all.filter((run) => !this.isOwnBefore(run));
    const own = this.ownAmong(runs, now);
    if (own && isDue) await this.write(own);
    else if (!own && all.some(({ window }) => window === this.window)) await this.forget();
    if (this.isDisposed) return;
    // One that was just taken over is still in the other window's file.
    const others = runs.filter((run) => !own || !isSameRun(run.timer, own.timer));
    const was = this.other;
    this.other = runElsewhere(others, this.window, now, isInThisWindow);
    if (!showsTheSame(this.other, was)) this.didChange.fire();
    clearInterval(this.ticking);
    this.ticking = own || this.other ? setInterval(() => this.lookSoon(true), LOOK_MS) : undefined;
  }

  /** The run that this window shows; it lets go of one that another window has. */
  private ownAmong(runs: readonly SharedRun[], now: number): SharedRun | undefined {
    const own = this.present(now);
    if (!own || !(isTakenOver(own, runs, now) || this.isOfTheLiving(own, runs))) return own;
    this.timer.release();
    return undefined;
  }

  /** The run that this window's timer has. */
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

  /** The files of windows that ended long ago without taking theirs away are deleted. */
  private async read(now: number): Promise<SharedRun[]> {
    const names = await vscode.workspace.fs.readDirectory(this.folder).then(
      (entries) => entries.map(([name]) => name),
      () => [],
    );
    const uris = names.filter((each) => each.endsWith('.json')).map((each) => vscode.Uri.joinPath(this.folder, each));
    const runs = await Promise.all(uris.map((uri) => readRun(uri)));
    const old = uris.filter((_, index) => isForgotten(runs[index], now));
    await Promise.all(old.map((uri) => deleteFile(uri)));
    return runs.flatMap((run) => run ?? []);
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

  private delete(window: string): Promise<void> {
    return deleteFile(vscode.Uri.joinPath(this.folder, `${window}.json`));
  }
}

async function readRun(uri: vscode.Uri): Promise<SharedRun | undefined> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(undefined, () => undefined);
  return bytes && decodeSharedRun(new TextDecoder().decode(bytes));
}

/** Another window may have deleted it before. */
async function deleteFile(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
}

function isInThisWindow(subject: TimerSubject): boolean {
  const uri = vscode.Uri.parse(subjectNames(subject).loop);
  return (vscode.workspace.workspaceFolders ?? []).some((folder) => pathUnder(folder.uri, uri) !== undefined);
}
