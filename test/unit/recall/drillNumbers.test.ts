import assert from 'node:assert/strict';
import { drillNumbers } from '../../../src/core/recall/drillNumbers';
import { UNPLANNED } from '../../../src/core/recall/drillPlan';
import type { RecallCard } from '../../../src/core/recall/recallCards';
import type { Review } from '../../../src/core/recall/reviewLog';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 9);
const plan = { ...UNPLANNED, dayBegan: NOW - 5 * 3_600_000 };
const cards = ['a', 'b', 'c'].map((id): RecallCard => ({
  id,
  group: '',
  question: `${id}?`,
  answer: '',
  competencies: [],
}));
const review = (card: string, days: number, rating: Review['rating'] = 'good', ms?: number): Review => ({
  card,
  at: NOW - days * DAY,
  rating,
  ...(ms === undefined ? {} : { ms }),
});

describe('The numbers of the drills', () => {
  it('have each day’s reviews, what was known of them, and how long they took', () => {
    const log = [review('a', 30), review('a', 1, 'again', 40_000), review('b', 1, 'good', 50_000), review('b', 0)];
    assert.deepEqual(drillNumbers(cards, log, plan, NOW).history, [
      { day: 'Tue 24 Nov', reviews: 1, known: 1, minutes: 0 },
      { day: 'Mon 23 Nov', reviews: 2, known: 1, minutes: 2 },
    ]);
  });

  it('have two weeks of history, and nothing that a wrong clock has put after today', () => {
    const from = plan.dayBegan;
    const at = (moment: number): Review => ({ card: 'a', at: moment, rating: 'good' });
    const log = [at(from - 13 * DAY - 1), at(from - 13 * DAY), at(from + DAY - 1), at(from + DAY)];
    assert.deepEqual(
      drillNumbers(cards, log, plan, NOW).history.map(({ day, reviews }) => [day, reviews]),
      [
        ['Tue 24 Nov', 1],
        ['Wed 11 Nov', 1],
      ],
    );
  });

  it('count as coming back what was asked again after half a day, and not sooner', () => {
    const retention = (hours: number) =>
      drillNumbers(cards, [review('a', 9), review('a', 9 - hours / 24)], plan, NOW).retention;
    assert.deepEqual(
      [retention(12), retention(11.9)],
      [
        { asked: 1, known: 1 },
        { asked: 0, known: 0 },
      ],
    );
  });

  it('count as retained what was known when it came back, not what was repeated at once', () => {
    const log = [review('a', 9), review('b', 8.9), review('a', 4, 'again'), review('a', 3.99), review('b', 1)];
    assert.deepEqual(drillNumbers(cards, log, plan, NOW).retention, { asked: 2, known: 1 });
  });

  it('say how many cards fall due on which day, today having what is overdue', () => {
    const log = [review('a', 60), review('b', 0, 'easy')];
    const { ahead } = drillNumbers(cards, log, plan, NOW);
    assert.deepEqual(ahead[0], { day: 'Tue 24 Nov', due: 1, rounds: '' });
    assert.equal(ahead.length, 2);
    const rounds = [{ id: 'r', title: 'R', at: NOW + DAY, competencies: [] }];
    const near = drillNumbers(cards, log, { ...plan, deadlines: { ...plan.deadlines, rounds } }, NOW).ahead;
    assert.deepEqual(near.at(-1), { day: 'Wed 25 Nov', due: 1, rounds: 'R' });
    const far = [{ id: 'r', title: 'R', at: NOW + 20 * DAY, competencies: [] }];
    const upToIt = drillNumbers(cards, [], { ...plan, deadlines: { ...plan.deadlines, rounds: far } }, NOW).ahead;
    assert.deepEqual(upToIt, [{ day: 'Mon 14 Dec', due: 0, rounds: 'R' }]);
  });

  it('look two weeks ahead, the last day of them included, whatever the order of the cards', () => {
    const until = (days: number) => ({ buriedUntil: plan.dayBegan + days * DAY });
    const [a, b, c] = cards as [RecallCard, RecallCard, RecallCard];
    const buried = [
      { ...a, ...until(14) },
      { ...b, ...until(13) },
      { ...c, ...until(2) },
    ];
    const log = ['a', 'b', 'c'].map((id) => review(id, 60, 'again'));
    assert.deepEqual(drillNumbers(buried, log, plan, NOW).ahead, [
      { day: 'Thu 26 Nov', due: 1, rounds: '' },
      { day: 'Mon 7 Dec', due: 1, rounds: '' },
    ]);
  });

  it('have the rounds of a day together, and none that has begun', () => {
    const at = (id: string, hours: number) => ({ id, title: id, at: NOW + hours * 3_600_000, competencies: [] });
    const rounds = [at('Over', 0), at('Screen', 24), at('Design', 26)];
    const { ahead } = drillNumbers([], [], { ...plan, deadlines: { ...plan.deadlines, rounds } }, NOW);
    assert.deepEqual(ahead, [{ day: 'Wed 25 Nov', due: 0, rounds: 'Screen, Design' }]);
  });

  it('name no more than five cards, the most forgotten first', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const log = ids.flatMap((id, index) =>
      Array.from({ length: index + 1 }, (_, time) => [
        review(id, 90 - time * 5),
        review(id, 90 - time * 5 - 3, 'again'),
      ]).flat(),
    );
    const many = ids.map((id): RecallCard => ({ id, group: '', question: id, answer: '', competencies: [] }));
    const { hardest } = drillNumbers(
      many,
      log.sort((x, y) => x.at - y.at),
      plan,
      NOW,
    );
    assert.deepEqual(
      hardest.map(({ question, lapses }) => `${question} ${lapses}`),
      ['f 6', 'e 5', 'd 4', 'c 3', 'b 2'],
    );
  });

  it('name the cards that were forgotten most', () => {
    const log = [20, 15, 10].flatMap((days) => [
      review('b', days, 'again'),
      review('b', days - 0.1),
      review('a', days - 0.2),
    ]);
    assert.deepEqual(
      drillNumbers(
        cards,
        [...log].sort((x, y) => x.at - y.at),
        plan,
        NOW,
      ).hardest,
      [{ question: 'b?', lapses: 2 }],
    );
    assert.deepEqual(drillNumbers(cards, [], plan, NOW), {
      history: [],
      retention: { asked: 0, known: 0 },
      ahead: [],
      couldBeFitted: false,
      hardest: [],
    });
  });

  it('say from 400 reviews on that they could be fitted to the user', () => {
    const reviews = (count: number) => Array.from({ length: count }, (_, index) => review('a', 500 - index));
    const couldBe = [399, 400].map((count) => drillNumbers(cards, reviews(count), plan, NOW).couldBeFitted);
    assert.deepEqual(couldBe, [false, true]);
  });
});
