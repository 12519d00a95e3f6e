import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_RETENTION } from '../../../src/core/recall/retention';
import { UNPLANNED, type DrillPlan } from '../../../src/core/recall/drillPlan';
import { forecastInWords, forecastOf } from '../../../src/core/recall/forecast';
import { remember, retrievability } from '../../../src/core/recall/memory';
import type { RecallCard } from '../../../src/core/recall/recallCards';
import type { Review } from '../../../src/core/recall/reviewLog';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 10, 23, 8);
const cardsOf = (count: number): RecallCard[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `card-${index}`,
    group: '',
    question: `${index}`,
    answer: '',
    competencies: [index % 2 === 0 ? 'scale' : 'cost'],
  }));
const planOf = (minutesPerDay: number, ...days: readonly number[]): DrillPlan => ({
  ...UNPLANNED,
  minutesPerDay,
  dayBegan: AT - DAY / 3,
  deadlines: {
    retention: DEFAULT_RETENTION,
    rounds: days.map((day) => ({
      id: `round-${day}`,
      title: 'System Design',
      at: AT + day * DAY,
      competencies: ['scale'],
    })),
  },
});

describe('The forecast of what will be known', () => {
  it('is said for the day of the next round', () => {
    const plan = planOf(10, 8);
    const [next] = forecastOf(cardsOf(80), [], plan, AT);
    assert.ok(next);
    assert.equal(next.cards, 40);
    assert.match(
      forecastInWords(next, plan),
      /^At 10 minutes a day, (?:3\d|40) of 40 cards for System Design will be known on Tue 1 Dec\.$/u,
    );
    assert.match(
      forecastInWords({ ...next, cards: 1 }, { ...plan, minutesPerDay: 1 }),
      /^At 1 minute a day, 1 of 1 card /u,
    );
  });

  it('grows with the minutes, and is never below what is known without any', () => {
    const known = [1, 5, 20].map((minutes) => forecastOf(cardsOf(80), [], planOf(minutes, 8), AT)[0]?.known ?? 0);
    assert.ok((known[0] ?? 0) < (known[1] ?? 0) && (known[1] ?? 0) < (known[2] ?? 0), String(known));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 }), (indexes) => {
        const reviews = indexes.map((index, order): Review => ({
          card: `card-${index}`,
          at: AT - DAY + order,
          rating: 'good',
        }));
        for (const { known: then, knownAlready, cards } of forecastOf(cardsOf(10), reviews, planOf(10, 2, 5), AT)) {
          assert.ok(then >= 0 && then <= cards);
          // Chance decides what a candidate recalls, and the mean of a few is not exact.
          assert.ok(then > knownAlready - 1);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('is the same for the same log and day, and counts what was reviewed today', () => {
    const reviews: Review[] = Array.from({ length: 20 }, (_, index) => ({
      card: `card-${index}`,
      at: AT - 3_600_000 + index,
      rating: 'good',
    }));
    const plan = planOf(10, 1);
    const once = forecastOf(cardsOf(60), reviews, plan, AT);
    assert.equal(forecastOf(cardsOf(60), reviews, plan, AT + 60_000), once, 'it is not made again');
    assert.deepEqual(forecastOf(cardsOf(60), [...reviews], plan, AT), once);
    const tomorrow = forecastOf(cardsOf(60), [...reviews], { ...plan, dayBegan: AT }, AT);
    assert.ok((tomorrow[0]?.known ?? 0) > (once[0]?.known ?? 0), 'the day has a sitting left');
  });

  it('has for what is known already the chance to recall each card that serves the round when it begins', () => {
    const reviews: Review[] = [0, 1, 2].map((index) => ({
      card: `card-${index}`,
      at: AT - DAY + index,
      rating: 'good',
    }));
    const [next] = forecastOf(cardsOf(4), reviews, planOf(10, 3), AT);
    const [first, , third] = reviews.map((each) => retrievability(remember(undefined, each), AT + 3 * DAY));
    assert.equal(next?.knownAlready, (first ?? 0) + (third ?? 0), 'the one in between is about cost');
  });

  it('is what is known already where the round begins before another sitting', () => {
    const reviews: Review[] = [{ card: 'card-0', at: AT - DAY, rating: 'good' }];
    // One review was given today, and the day has room for one.
    const plan = { ...planOf(0.5, 1), dayBegan: AT - DAY };
    const [next] = forecastOf(cardsOf(2), reviews, plan, AT);
    assert.equal(next?.known, next?.knownAlready);
  });

  it('is made again once a card is about something else, or a round is over', () => {
    const reviews: Review[] = [{ card: 'card-0', at: AT - DAY, rating: 'good' }];
    const count = (cards: readonly RecallCard[], plan: DrillPlan, now = AT): number[] =>
      forecastOf(cards, reviews, plan, now).map(({ cards: serving }) => serving);
    const plan = planOf(10, 2, 5);
    assert.deepEqual(count(cardsOf(4), plan), [2, 2]);
    assert.deepEqual(
      count(
        cardsOf(4).map((card) => ({ ...card, competencies: ['scale'] })),
        plan,
      ),
      [4, 4],
    );
    assert.deepEqual(count(cardsOf(6), plan), [3, 3]);
    assert.deepEqual(count(cardsOf(6), plan, AT + 2 * DAY), [3], 'a round that begins now is over');
  });

  it('says for no round more than its cards, though chance decides for each candidate', () => {
    const plan = planOf(10, 8);
    const [next] = forecastOf(cardsOf(2), [], plan, AT);
    assert.ok(next);
    assert.match(forecastInWords({ ...next, known: 1.6 }, plan), /, 1 of 1 card /u);
  });

  it('says nothing of rounds without cards, that are over, or months away', () => {
    const cards = cardsOf(1).map((card) => ({ ...card, competencies: ['cost'] }));
    assert.deepEqual(forecastOf(cards, [], planOf(10, 3), AT), []);
    assert.deepEqual(forecastOf(cardsOf(4), [], planOf(10, -1, 90), AT), []);
  });

  it('takes a tenth of a second for 100 cards and 22 days', () => {
    const plan = planOf(10, 8, 12, 15, 19, 22);
    forecastOf(cardsOf(100), [], plan, AT);
    // Of this process alone: others may keep the machine busy.
    const best = Math.min(
      ...Array.from({ length: 5 }, () => {
        const before = process.cpuUsage();
        forecastOf(cardsOf(100), [], plan, AT);
        return process.cpuUsage(before).user / 1000;
      }),
    );
    assert.ok(best < 300, `${best} ms`);
  });
});
