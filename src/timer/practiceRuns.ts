import * as vscode from 'vscode';
import { hasContent, type RoundPlace } from '../core/practice/draft';
import {
  decodeRuns,
  isSamePlace,
  isSamePracticeRun,
  isWorthKeeping,
  runOf,
  withRun,
  type PracticeRun,
} from '../core/practice/runs';
import type { TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject, timedRound } from '../core/timer/subject';
import { isActive } from '../core/timer/timer';
import { Owner } from '../lifecycle';
import type { DurableState, PracticeDrafts } from '../store/api';
import type { TimerService } from './timerService';

const KEY = 'runs';

/**
 * Keeps each timed run of a round until it is saved as a session, so that a crash, a closed window or the next run
 * loses none.
 */
export class PracticeRuns extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires when runs come to be unsaved, or cease to be. */
  readonly onDidChange = this.didChange.event;
  private told = '';
  /** The run that the timer was on last. */
  private last: PracticeRun | undefined;

  constructor(
    private readonly timer: TimerService,
    private readonly drafts: PracticeDrafts,
    private readonly state: DurableState,
  ) {
    super();
    this._register(timer.onDidChange((shot) => this.see(shot)));
    this._register(timer.onDidObserve((shot) => this.see(shot)));
    void state.ready.then(() => !this.isDisposed && this.see(timer.snapshot()));
  }

  /** Resolves when what was kept has been read. */
  get ready(): Promise<void> {
    return this.state.ready;
  }

  /**
   * The run that is to be saved for a round: what the timer is on or was on last, else the oldest that was not saved.
   */
  toSave(place: RoundPlace): PracticeRun | undefined {
    const present = runOf(this.timer.snapshot());
    if (present && isSamePlace(present, place))
      return this.all().find((each) => isSamePracticeRun(each, present)) ?? present;
    return (
      this.unsaved().find((each) => isSamePlace(each, place)) ?? this.all().find((each) => isSamePlace(each, place))
    );
  }

  /**
   * The runs that nobody saved and nobody is in now, the oldest first: finished, broken off, or left behind by a closed
   * window.
   */
  unsaved(): readonly PracticeRun[] {
    const shot = this.timer.snapshot();
    const present = shot && isActive(shot) && shot.pauseReason !== 'away' ? runOf(shot) : undefined;
    return this.all().filter(
      (each) => !each.saved && isWorthKeeping(each) && !(present && isSamePracticeRun(each, present)),
    );
  }

  /** A run was saved: nothing is asked about it again. */
  saved(run: PracticeRun): void {
    this.become(
      this.all().map((each) => (isSamePracticeRun(each, run) ? { ...each, saved: true, draft: undefined } : each)),
    );
  }

  /** A run is not wanted. */
  discard(run: PracticeRun): void {
    this.become(this.all().filter((each) => !isSamePracticeRun(each, run)));
  }

  private all(): PracticeRun[] {
    return decodeRuns(this.state.get(KEY));
  }

  private see(shot: TimerSnapshot | undefined): void {
    const run = runOf(shot);
    // A timer that was reset: that run was given up by who reset it.
    if (shot?.status === 'idle' && this.last && isSameSubject(timedRound(this.last), shot.subject))
      this.discard(this.last);
    if (run && this.last && isSamePlace(this.last, run) && !isSamePracticeRun(this.last, run))
      void this.setAside(this.last);
    this.last = run;
    if (run) this.become(withRun(this.all(), run));
    else this.tell();
  }

  /** Leaves the notes to the run that they were taken in: another of the same round has begun. */
  private async setAside(run: PracticeRun): Promise<void> {
    const draft = await this.drafts.read(run);
    const known = this.all().find((each) => isSamePracticeRun(each, run));
    if (!known || known.saved || known.draft || !isWorthKeeping(known) || !hasContent(draft)) return;
    this.become(this.all().map((each) => (isSamePracticeRun(each, run) ? { ...each, draft } : each)));
    await this.drafts.discard(run);
  }

  private become(runs: readonly PracticeRun[]): void {
    this.state.update(KEY, runs);
    this.tell();
  }

  private tell(): void {
    const now = JSON.stringify(this.unsaved());
    if (now === this.told) return;
    this.told = now;
    this.didChange.fire();
  }
}
