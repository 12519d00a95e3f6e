import type * as vscode from 'vscode';
import { setAside } from '../core/recall/cardMarks';
import { replay } from '../core/recall/memory';
import { cardsOfAll, recallCards } from '../core/recall/recallCards';
import { askedToday, reviewQueue } from '../core/recall/reviewQueue';
import { drillPlanOf } from './drillPlans';
import type { LocatedLoop, PrepStore } from './api';
import type { OwnCards } from './ownCards';
import type { ReviewStore } from './reviewStore';

/** Counts the drill cards of a loop that the day asks for. */
export class DueCards {
  /** Fires with a loop's folder when one of its cards was reviewed. */
  readonly onDidChange: vscode.Event<vscode.Uri>;

  constructor(
    private readonly store: PrepStore,
    private readonly reviews: ReviewStore,
    private readonly own?: OwnCards,
  ) {
    this.onDidChange = reviews.onDidChange;
  }

  /**
   * How many are asked for today, and when the next is due, in milliseconds since the epoch; none are in a loop where
   * no card has been reviewed yet.
   */
  async count(located: LocatedLoop, now: number): Promise<{ readonly due: number; readonly next: number | undefined }> {
    const log = await this.reviews.log(located);
    const { reviews } = log;
    if (reviews.length === 0) return { due: 0, next: undefined };
    const playbook = (await this.store.playbookOf(located))?.playbook;
    const plan = drillPlanOf(located, playbook, { now: () => now });
    const all = cardsOfAll(recallCards(playbook?.drills ?? []), (await this.own?.cards(located)) ?? []);
    const { cards } = setAside(all, log, plan.dayBegan);
    const queue = reviewQueue(cards, replay(reviews), now, plan);
    return { due: askedToday(queue, reviews, plan, now).length, next: queue.next };
  }
}
