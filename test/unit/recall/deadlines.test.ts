import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  deadlinesOf,
  desiredRetention,
  dueBefore,
  momentsOf,
  worthOf,
  type Deadlines,
} from '../../../src/core/recall/deadlines';
import { DEFAULT_RETENTION } from '../../../src/core/recall/retention';
import { CARD_MINUTES, minutesOf, UNPLANNED, type DrillPlan } from '../../../src/core/recall/drillPlan';
import { expectedAfter, remember, replay, retrievability, type Memory } from '../../../src/core/recall/memory';
import type { RecallCard } from '../../../src/core/recall/recallCards';
import { RATINGS, type Review } from '../../../src/core/recall/reviewLog';
import { askedToday, reviewQueue } from '../../../src/core/recall/reviewQueue';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 10, 22, 9);
const card = (id: string, ...competencies: string[]): RecallCard => ({
  id,
  group: '',
  question: id,
  answer: '',
  competencies,
});
const review = (id: string, at = AT, rating: Review['rating'] = 'good'): Review => ({ card: id, at, rating });
const rounds = (...days: readonly (readonly [number, ...string[]])[]): Deadlines => ({
  rounds: days.map(([day, ...competencies], index) => ({
    id: `round-${index}`,
    title: `Round ${index}`,
    at: AT + day * DAY,
    competencies,
  })),
  retention: DEFAULT_RETENTION,
});
const planned = (...days: readonly (readonly [number, ...string[]])[]): DrillPlan => ({
  ...UNPLANNED,
  deadlines: rounds(...days),
});
const logs = fc.array(
  fc.record({
    card: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: AT - 20 * DAY, max: AT }),
    rating: fc.constantFrom(...RATINGS),
  }),
  { minLength: 1, maxLength: 30 },
);

describe('A card that is wanted on the days of rounds', () => {
  it('is due by the next round that judges what it teaches, and never later', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 60 * 24 }), (log, hours) => {
        const next = AT + (hours * DAY) / 24;
        for (const memory of replay([...log].sort((a, b) => a.at - b.at)).values())
          assert.ok(dueBefore(memory, [next], DEFAULT_RETENTION) <= next);
      }),
    );
  });

  it('is due when the chance to recall it is what is desired then', () => {
    const memory = [AT - 9 * DAY, AT - 6 * DAY, AT].reduce<Memory | undefined>(
      (before, at) => remember(before, review('a', at)),
      undefined,
    );
    assert.ok(memory);
    const next = AT + 20 * DAY;
    const due = dueBefore(memory, [next], DEFAULT_RETENTION);
    assert.ok(due > AT && due < next);
    const desired = desiredRetention((next - due) / DAY, DEFAULT_RETENTION);
    assert.ok(Math.abs(retrievability(memory, due) - desired) < 1e-4);
  });

  it('is wanted more surely the nearer its round: 90 % a week before, 97 % on the day', () => {
    assert.deepEqual(
      [30, 7, 3.5, 0].map((days) => Math.round(1000 * desiredRetention(days, DEFAULT_RETENTION))),
      [900, 900, 935, 970],
    );
  });

  it('comes back in minutes where it was not known a moment ago, as without a round', () => {
    const memory = remember(undefined, review('a', AT, 'again'));
    assert.equal(dueBefore(memory, [AT + 3 * DAY], DEFAULT_RETENTION), AT + 600_000);
  });

  it('comes back at the round where that begins before the minutes are over', () => {
    const memory = remember(undefined, review('a', AT, 'again'));
    assert.equal(dueBefore(memory, [AT + 300_000], DEFAULT_RETENTION), AT + 300_000);
    assert.equal(dueBefore(memory, [], { usual: 0.8, onTheDay: 0.97 }), memory.due, 'nor is it put off without one');
  });

  it('is never wanted less surely on the day of a round than on others', () => {
    assert.equal(desiredRetention(0, { usual: 0.95, onTheDay: 0.9 }), 0.95);
  });

  it('is no longer wanted for a round that has begun', () => {
    assert.deepEqual(momentsOf(card('a'), rounds([0], [1]), AT), [AT + DAY]);
  });

  it('is due as the scheduler says where no round is to come, or by the retention that was chosen', () => {
    const memory = remember(undefined, review('a', AT, 'easy'));
    assert.equal(dueBefore(memory, [], DEFAULT_RETENTION), memory.due);
    const later = dueBefore(memory, [], { usual: 0.8, onTheDay: 0.97 });
    assert.ok(later > memory.due);
    assert.ok(Math.abs(retrievability(memory, later) - 0.8) < 1e-4);
  });

  it('belongs to the rounds that judge one of its competencies, and to all where it names none', () => {
    const deadlines = rounds([-1, 'scale'], [2, 'scale'], [5, 'cost'], [9, 'scale', 'cost']);
    const daysOf = (...of: string[]): number[] =>
      momentsOf(card('a', ...of), deadlines, AT).map((at) => (at - AT) / DAY);
    assert.deepEqual([daysOf('scale'), daysOf('cost'), daysOf('other'), daysOf()], [[2, 9], [5, 9], [], [2, 5, 9]]);
  });

  it('is worth the more the more it helps on the day, and nothing without a round', () => {
    const memory = remember(undefined, review('a', AT - 4 * DAY));
    assert.equal(worthOf(memory, [], AT), 0);
    const [soon, later] = [worthOf(memory, [AT + DAY], AT), worthOf(memory, [AT + 9 * DAY], AT)];
    assert.ok(soon > later && later > 0);
    assert.ok(worthOf(undefined, [AT + DAY], AT) > soon);
    assert.ok(worthOf(memory, [AT + DAY, AT + 9 * DAY], AT) > soon);
    // What it adds to the chance of recall on the day, e-fold less for each two days until then.
    const [added = 0, addedLater = 0] = [1, 9].map((days) => {
      const moment = AT + days * DAY;
      return expectedAfter(memory, AT)(moment) - retrievability(memory, moment);
    });
    assert.ok(Math.abs(soon - added * Math.exp(-0.5)) < 1e-9 && Math.abs(later - addedLater * Math.exp(-4.5)) < 1e-9);
  });
});

describe('The queue before a round', () => {
  it('asks first for what helps most on its day, whether it was seen before or not', () => {
    const cards = [card('for-later', 'cost'), card('weak', 'scale'), card('new', 'scale')];
    const memories = replay([review('weak', AT - 3 * DAY, 'again')]);
    const { wanted, due, fresh } = reviewQueue(cards, memories, AT, planned([1, 'scale'], [12, 'cost']));
    assert.equal(wanted.at(-1)?.id, 'for-later');
    assert.deepEqual(
      [due, fresh].map((list) => list.map(({ id }) => id)),
      [['weak'], ['new', 'for-later']],
    );
  });

  it('asks first for what helps as much in less time', () => {
    const cards = [card('slow', 'scale'), card('quick', 'scale')];
    const timed = (id: string, ms: number): Review[] =>
      [9, 6, 3].map((days) => ({ ...review(id, AT - days * DAY), ms }));
    const memories = replay([...timed('slow', 90_000), ...timed('quick', 5000)].sort((a, b) => a.at - b.at));
    const asked = (plan: DrillPlan): string[] => reviewQueue(cards, memories, AT, plan).wanted.map(({ id }) => id);
    const near: DrillPlan = {
      ...planned([1, 'scale']),
      deadlines: { ...rounds([1, 'scale']), retention: { usual: 0.99, onTheDay: 0.99 } },
    };
    assert.deepEqual(asked(near), ['quick', 'slow']);
    const never = replay([review('slow', AT - 9 * DAY), review('quick', AT - 9 * DAY)]);
    assert.equal(minutesOf(never.get('slow')), CARD_MINUTES, 'a time that was not kept is the usual one');
    assert.equal(minutesOf(undefined), CARD_MINUTES);
  });

  it('has each card once: wanted now, or to come by the round', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 1, max: 20 }), (log, day) => {
        const cards = ['a', 'b', 'c'].map((id) => card(id));
        const memories = replay([...log].sort((x, y) => x.at - y.at));
        const queue = reviewQueue(cards, memories, AT, planned([day]));
        assert.equal(new Set(queue.wanted).size, queue.due.length + queue.fresh.length);
        if (queue.next !== undefined) assert.ok(queue.next <= AT + day * DAY);
        assert.equal(queue.wanted.length < cards.length, queue.next !== undefined);
      }),
    );
  });
});

describe('What a day asks for', () => {
  const cards = Array.from({ length: 60 }, (_, index) => card(`card-${index}`, index < 50 ? 'scale' : 'other'));
  const reviewed = (count: number, at: number): Review[] =>
    Array.from({ length: count }, (_, index) => review(`card-${index}`, at + index));
  const asked = (reviews: readonly Review[], plan: DrillPlan): number =>
    askedToday(reviewQueue(cards, replay(reviews), AT, plan), reviews, plan, AT).length;

  it('is as many cards for a round as there is time for, less those that were reviewed today', () => {
    const plan = { ...planned([5, 'scale']), dayBegan: AT - DAY / 4 };
    assert.equal(asked([], plan), 20);
    assert.equal(asked(reviewed(12, AT - DAY / 8), plan), 8);
    assert.equal(asked(reviewed(20, AT - DAY / 8), plan), 0);
    assert.equal(asked([], { ...plan, minutesPerDay: 40 }), 50, 'cards that serve no round to come can wait');
    assert.equal(asked([], UNPLANNED), 0);
  });

  it('is everything that is about to be forgotten, whatever the time, and no more new cards than are wanted', () => {
    const plan = { ...planned([5, 'scale']), dayBegan: AT - DAY / 4, minutesPerDay: 5 };
    assert.equal(asked(reviewed(30, AT - 300 * DAY), plan), 30);
    assert.equal(asked([], { ...plan, newPerDay: 4 }), 4);
    assert.equal(asked(reviewed(3, AT - DAY / 8), { ...plan, newPerDay: 4 }), 1);
  });
});

describe('The rounds that cards are wanted for', () => {
  const round = (id: string, status: 'planned' | 'done', date?: string, time?: string): never =>
    ({ id, title: id, status, date, time }) as never;

  it('are those that are planned and have a date, in order, at their time in the loop’s zone', () => {
    const loop = {
      rounds: [
        round('late', 'planned', '2026-12-02', '14:30'),
        round('early', 'planned', '2026-11-30'),
        round('over', 'done', '2026-11-29'),
        round('undated', 'planned'),
      ],
    };
    const { rounds: found } = deadlinesOf(loop, [{ id: 'late', competencies: ['scale'] }], 'Europe/Paris');
    assert.deepEqual(found, [
      { id: 'early', title: 'early', at: Date.UTC(2026, 10, 30, 8), competencies: [] },
      { id: 'late', title: 'late', at: Date.UTC(2026, 11, 2, 13, 30), competencies: ['scale'] },
    ]);
  });

  it('are none of a loop that is closed', () => {
    const closed = { outcome: undefined, date: undefined };
    assert.deepEqual(deadlinesOf({ rounds: [round('a', 'planned', '2026-12-02')], closed }, [], 'UTC').rounds, []);
  });
});
