import * as vscode from 'vscode';
import type { Clock, Logger } from '../core/ports';
import { decodeTimer, encodeTimer } from '../core/timer/persisted';
import { snapshot, type TimerSnapshot } from '../core/timer/snapshot';
import { isSameSubject } from '../core/timer/subject';
import {
  addMinute,
  createTimer,
  nextPhase,
  observe,
  pause,
  reset,
  resume,
  start,
  stop,
  takeUp,
  type LeftRun,
  type TimerPlan,
  type TimerState,
} from '../core/timer/timer';

const KEY = 'prepLoop.timer';

/**
 * How often a running timer is observed, in milliseconds. Far below the longest gap that counts, so that even a host
 * that is slowed down to one call a minute is not taken for a sleeping one.
 */
const OBSERVE_MS = 5_000;

/** How old the kept state may get while the timer runs, in milliseconds: the most that closing a window loses. */
const PERSIST_MS = 15_000;

/**
 * The window's one timer. It is the only place that knows the time of a run: views ask it for a snapshot and draw it.
 * Every transition is kept in `memento` at once, and a new service on the same memento goes on from there.
 */
export class TimerService implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<TimerSnapshot | undefined>();
  private readonly observed = new vscode.EventEmitter<TimerSnapshot>();

  /** Fires after each transition, a pause by sleep included. */
  readonly onDidChange = this.changed.event;
  /** Fires every few seconds while the timer runs, for views that draw the time themselves. */
  readonly onDidObserve = this.observed.event;

  private present: TimerState | undefined;
  private keptAt = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly memento: vscode.Memento,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {
    const kept = decodeTimer(memento.get(KEY));
    this.present = kept && observe(kept, clock.now());
    if (this.present !== kept) this.keep();
    this.tick();
  }

  /** The timer as it was last looked at. */
  get state(): TimerState | undefined {
    return this.present;
  }

  /** Goes on with the run of another window as it is there. */
  adopt(state: TimerState): TimerSnapshot {
    this.observe();
    return this.become(observe(state, this.clock.now()));
  }

  /** Lets go of the run, which goes on in another window. */
  release(): void {
    if (!this.present) return;
    this.present = undefined;
    this.tick();
    void this.memento.update(KEY, undefined);
    this.changed.fire(undefined);
  }

  /** The timer now; undefined where none was started since the workspace was first opened. */
  snapshot(): TimerSnapshot | undefined {
    return this.present && snapshot(this.present, this.clock.now());
  }

  /**
   * Starts timing a round or a rehearsal. What is timed already goes on, from where it was paused if it is; any other
   * timer is replaced, for a window has one.
   */
  start(plan: TimerPlan): TimerSnapshot {
    // The timer replaced is reported as it is now, for those who keep what was timed.
    this.observe();
    const same = isSameSubject(this.present?.subject, plan.subject);
    const goesOn = same && (this.present?.status === 'running' || this.present?.status === 'paused');
    return this.become(start(goesOn && this.present ? this.present : createTimer(plan), this.clock.now()));
  }

  /** Takes up a run that was left, paused where it was left. */
  takeUp(plan: Pick<TimerPlan, 'subject' | 'title'>, left: LeftRun): TimerSnapshot {
    this.observe();
    return this.become(takeUp(plan, left));
  }

  pause(): TimerSnapshot | undefined {
    return this.move(pause);
  }

  resume(): TimerSnapshot | undefined {
    return this.move(resume);
  }

  nextPhase(): TimerSnapshot | undefined {
    return this.move(nextPhase);
  }

  addMinute(): TimerSnapshot | undefined {
    return this.move(addMinute);
  }

  stop(): TimerSnapshot | undefined {
    return this.move(stop);
  }

  reset(): TimerSnapshot | undefined {
    // As when it is replaced: what was timed is reported to the end.
    this.observe();
    return this.move(reset);
  }

  /**
   * Looks at the clock: counts what passed, or notices that nobody looked for too long. Called by itself while running.
   */
  observe(): void {
    if (!this.present) return;
    const seen = observe(this.present, this.clock.now());
    if (seen.status !== this.present.status) {
      this.become(seen);
      return;
    }
    this.present = seen;
    if (seen.status !== 'running') return;
    if (Math.abs(seen.seenAt - this.keptAt) >= PERSIST_MS) this.keep();
    this.observed.fire(snapshot(seen, seen.seenAt));
  }

  dispose(): void {
    clearInterval(this.ticking);
    this.changed.dispose();
    this.observed.dispose();
  }

  private move(transition: (state: TimerState, now: number) => TimerState): TimerSnapshot | undefined {
    return this.present && this.become(transition(this.present, this.clock.now()));
  }

  private become(state: TimerState): TimerSnapshot {
    this.present = state;
    this.keep();
    this.tick();
    const shot = snapshot(state, this.clock.now());
    this.changed.fire(shot);
    return shot;
  }

  private keep(): void {
    if (!this.present) return;
    this.keptAt = this.present.seenAt;
    this.memento.update(KEY, encodeTimer(this.present)).then(undefined, (error: unknown) => {
      this.logger.warn(`The timer could not be kept: ${String(error)}`);
    });
  }

  private tick(): void {
    clearInterval(this.ticking);
    this.ticking = this.present?.status === 'running' ? setInterval(() => this.observe(), OBSERVE_MS) : undefined;
  }
}
