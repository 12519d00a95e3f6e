import * as vscode from 'vscode';
import type { Clock } from '../core/ports';
import { beginThinking, observeThinking, type Thinking } from '../core/timer/think';
import { isSameSubject, timedRound } from '../core/timer/subject';
import type { RoundPlan } from '../core/timer/timer';
import { Owner } from '../lifecycle';
import type { TimerService } from './timerService';

/**
 * The longest wait before the next look at whether the time is up, in milliseconds: so a machine's sleep is noticed.
 */
const LOOK_MS = 1000;

/**
 * Time to think before a round is timed; when it is up, the timer starts. It is not kept: a reload of the window goes
 * back to before the start, with no phase begun.
 */
export class ThinkTime extends Owner {
  private readonly didChange = this._register(new vscode.EventEmitter<void>());
  /** Fires when it begins and ends, not as it passes. */
  readonly onDidChange = this.didChange.event;
  private present: { readonly plan: RoundPlan; readonly thinking: Thinking } | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly timer: TimerService,
    private readonly clock: Clock,
  ) {
    super();
    // Whatever starts the timer has not waited for the end of thinking.
    this._register(timer.onDidChange((shot) => shot?.status === 'running' && this.cancel()));
  }

  /** The time to think left before a round, in milliseconds; undefined where nobody is thinking about it. */
  of(place: { readonly loop: string; readonly round: string }): Thinking | undefined {
    const { present } = this;
    if (!present || !isSameSubject(present.plan.subject, timedRound(place))) return undefined;
    return observeThinking(present.thinking, this.clock.now());
  }

  /** The round that is thought about. */
  get plan(): RoundPlan | undefined {
    return this.present?.plan;
  }

  begin(plan: RoundPlan, ms: number): void {
    this.present = { plan, thinking: beginThinking(ms, this.clock.now()) };
    this.look();
    this.didChange.fire();
  }

  /** Ends it without starting the timer. */
  cancel(): void {
    clearTimeout(this.looking);
    if (!this.present) return;
    this.present = undefined;
    this.didChange.fire();
  }

  override dispose(): void {
    clearTimeout(this.looking);
    super.dispose();
  }

  private look(): void {
    clearTimeout(this.looking);
    if (!this.present) return;
    const { plan, thinking } = this.present;
    const seen = observeThinking(thinking, this.clock.now());
    if (seen && seen.leftMs > 0) {
      this.present = { plan, thinking: seen };
      this.looking = setTimeout(() => this.look(), Math.min(LOOK_MS, seen.leftMs));
      return;
    }
    this.cancel();
    if (seen) this.timer.start(plan);
  }
}
