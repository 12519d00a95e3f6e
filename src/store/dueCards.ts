import type * as vscode from 'vscode';
import { replay, type Memories } from '../core/recall/memory';
import { recallCards } from '../core/recall/recallCards';
import type { ReviewLog } from '../core/recall/reviewLog';
import { reviewQueue } from '../core/recall/reviewQueue';
import type { LocatedLoop, PrepStore } from './api';
import type { ReviewStore } from './reviewStore';

/** Counts the drill cards of a loop that are due. */
export class DueCards {
  private readonly memories = new WeakMap<ReviewLog, Memories>();
  /** Fires with a loop's folder when one of its cards was reviewed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;

  constructor(
    private readonly store: PrepStore,
    private readonly reviews: ReviewStore,
  ) {
    this.onDidChange = reviews.onDidChange;
  }

  /**
   * How many are due, and when the next is, in milliseconds since the epoch; none are due in a loop where no card has
   * been reviewed yet.
   */
  async count(located: LocatedLoop, now: number): Promise<{ readonly due: number; readonly next: number | undefined }> {
    const log = await this.reviews.log(located);
    if (log.reviews.length === 0) return { due: 0, next: undefined };
    const drills = (await this.store.playbookOf(located))?.playbook?.drills ?? [];
    const { due, next } = reviewQueue(recallCards(drills), this.memoriesOf(log), now);
    return { due: due.length, next };
  }

  /** A log stays the same object while it says the same, and Today is drawn far more often than a card is reviewed. */
  private memoriesOf(log: ReviewLog): Memories {
    const memories = this.memories.get(log) ?? replay(log.reviews);
    this.memories.set(log, memories);
    return memories;
  }
}
