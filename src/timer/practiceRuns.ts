import * as vscode from 'vscode';
import type { RoundPlace } from '../core/practice/draft';
import {
  decodeRuns,
  isSamePlace,
  isSamePracticeRun,
  isWorthKeeping,
  ownerOfDraft,
  runOf,
  withDraft,
  withPrompts,
  withRun,
  withSaved,
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
 * Keeps each timed run of a round, and what was noted in it, until it is saved as a session or discarded, so that a
 * crash, a closed window, a reset clock or the next run loses none.
 */
export class PracticeRuns extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires when runs become unsaved, or no longer are. */
  readonly onDidChange = this.didChange.event;
  private told = '';
  /** The run that was timed last. */
  private last: PracticeRun | undefined;
  private isReady = false;

  /** @param promptsOf the titles of the prompts that are drawn for a round. */
  constructor(
    private readonly timer: TimerService,
    private readonly drafts: PracticeDrafts,
    private readonly state: DurableState,
    private readonly promptsOf: (place: RoundPlace) => readonly string[] = () => [],
  ) {
    super();
    this._register(timer.onDidChange((shot) => this.see(shot)));
    this._register(timer.onDidObserve((shot) => this.see(shot)));
    void state.ready.then(() => {
      this.isReady = true;
      if (!this.isDisposed) this.see(timer.snapshot());
    });
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
    return this.unsaved(place)[0] ?? this.all().find((each) => isSamePlace(each, place));
  }

  /**
   * The runs that nobody saved and nobody is in now, the oldest first: finished, cut short, reset, or left behind by a
   * closed window. @param place only those of one round.
   */
  unsaved(place?: RoundPlace): readonly PracticeRun[] {
    const shot = this.timer.snapshot();
    const present = shot && isActive(shot) && shot.pauseReason !== 'away' ? runOf(shot) : undefined;
    return this.all().filter(
      (each) =>
        !each.saved &&
        isWorthKeeping(each) &&
        !(present && isSamePracticeRun(each, present)) &&
        (!place || isSamePlace(each, place)),
    );
  }

  /** The unsaved runs that the timer has left. @param place only those of one round. */
  left(place?: RoundPlace): readonly PracticeRun[] {
    const present = runOf(this.timer.snapshot());
    return this.unsaved(place).filter((each) => !(present && isSamePracticeRun(each, present)));
  }

  /** A run was saved: nothing is asked about it again. */
  saved(run: PracticeRun): void {
    this.become(withSaved(this.all(), run));
  }

  /** A run is discarded. If it was being timed, the timer goes back to before its start. */
  discard(run: PracticeRun): void {
    this.become(this.all().filter((each) => !isSamePracticeRun(each, run)));
    const present = runOf(this.timer.snapshot());
    if (!present || !isSamePracticeRun(present, run)) return;
    this.last = undefined;
    this.timer.reset();
  }

  private all(): PracticeRun[] {
    return decodeRuns(this.state.get(KEY));
  }

  private see(shot: TimerSnapshot | undefined): void {
    if (!this.isReady) return;
    const { last } = this;
    const run = runOf(shot);
    this.last = run;
    if (run) this.become(withRun(this.withOwnDraft(run), run));
    else if (last && shot && shot.status === 'idle' && isSameSubject(timedRound(last), shot.subject))
      this.become(
        this.leaveDraft(last).filter((each) => isWorthKeeping(each) || each.saved || !isSamePracticeRun(each, last)),
      );
    else this.tell();
  }

  /** All runs; the present one is the one that the round's draft belongs to. */
  private withOwnDraft(run: PracticeRun): PracticeRun[] {
    const runs = this.all();
    const known = runs.find((each) => isSamePracticeRun(each, run));
    if (known && !known.draft) return runs;
    const others = this.leaveDraft(run);
    if (known?.draft) {
      this.drafts.putBack(known.draft);
      return others.map((each) => (each.draft && isSamePracticeRun(each, run) ? { ...each, draft: undefined } : each));
    }
    return [...others, withPrompts(run, this.promptsOf(run))];
  }

  /** Hands the round's draft to the run that it belongs to. */
  private leaveDraft(place: RoundPlace): PracticeRun[] {
    const runs = this.all();
    const owner = ownerOfDraft(runs, place);
    return owner ? withDraft(runs, owner, this.drafts.take(place)) : runs;
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
