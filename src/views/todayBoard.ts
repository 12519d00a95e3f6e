/** The day of each open loop, worked out once: the tree, the badge and the status bar all show this. */
import { loopDay } from '../core/loop/loopDay';
import { composeToday } from '../core/today/composeToday';
import type { Today, TodayFacts } from '../core/today/todayModel';
import type { LocatedLoop } from '../store/api';
import type { TodaySource } from '../store/todaySource';

export interface LoopToday {
  readonly located: LocatedLoop;
  readonly facts: TodayFacts;
  /** Undefined where the loop does not say when it begins: it has no days. */
  readonly today: Today | undefined;
}

/** One that has a day. */
export type LoopWithToday = LoopToday & { readonly today: Today };

export class TodayBoard {
  private current: readonly LoopToday[] = [];
  private asked = 0;
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly days: TodaySource) {}

  /** The open loops as they were at the last update. */
  get all(): readonly LoopToday[] {
    return this.current;
  }

  /** Those that have a day, as they were at the last update. */
  get withDays(): readonly LoopWithToday[] {
    return this.current.filter((each): each is LoopWithToday => each.today !== undefined);
  }

  /**
   * Works the days out again. Where another update is begun meanwhile, that one counts, and this one ends with it: who
   * waits for either draws what is known by then.
   * @param loops those that are not closed.
   */
  update(loops: readonly LocatedLoop[]): Promise<void> {
    return (this.last = this.workOut(loops));
  }

  private async workOut(loops: readonly LocatedLoop[]): Promise<void> {
    const number = (this.asked += 1);
    const facts = await Promise.all(loops.map((located) => this.days.factsOf(located)));
    if (number !== this.asked) return this.last;
    this.current = loops.map((located, index): LoopToday => {
      const each = facts[index] as TodayFacts;
      const hasDays = loopDay(each.loop, each.today) !== undefined;
      return { located, facts: each, today: hasDays ? composeToday(each) : undefined };
    });
  }
}
