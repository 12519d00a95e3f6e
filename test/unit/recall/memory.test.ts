import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  expectedAfter,
  outlook,
  remember,
  replay,
  retained,
  retrievability,
  type Memory,
} from '../../../src/core/recall/memory';
import type { RecallCard } from '../../../src/core/recall/recallCards';
import { RATINGS, type Review } from '../../../src/core/recall/reviewLog';
import { reviewQueue, sitting, SITTING } from '../../../src/core/recall/reviewQueue';

const DAY = 86_400_000;
const AT = Date.UTC(2026, 10, 22, 18, 5);
const ids = ['a', 'b', 'c', 'd'];
const card = (id: string): RecallCard => ({ id, group: '', question: id, answer: '', competencies: [] });
const review = (id: string, days = 0, rating: Review['rating'] = 'good'): Review => ({
  card: id,
  at: AT + days * DAY,
  rating,
});
const logs = fc
  .array(
    fc.record({
      card: fc.constantFrom(...ids),
      at: fc.integer({ min: AT, max: AT + 20 * DAY }),
      rating: fc.constantFrom(...RATINGS),
    }),
    { maxLength: 40 },
  )
  .map((list) => list.sort((a, b) => a.at - b.at));

describe('What is remembered', () => {
  it('is nothing of a new card, all of one just seen, and 90 % after its stability', () => {
    const memory = replay([review('a')]).get('a');
    assert.ok(memory);
    assert.equal(retrievability(undefined, AT), 0);
    assert.equal(retrievability(memory, AT), 1);
    assert.ok(Math.abs(retrievability(memory, AT + memory.stability * DAY) - 0.9) < 1e-3);
  });

  it('comes back in days when it was known, in minutes when it was not', () => {
    const due = (rating: Review['rating']): number =>
      ((replay([review('a', 0, rating)]).get('a')?.due ?? 0) - AT) / DAY;
    assert.equal(Math.round(due('again') * 24 * 60), 10);
    assert.ok(due('good') >= 1 && due('easy') > due('good'));
    assert.deepEqual(outlook(undefined, 'a', AT), {
      again: due('again'),
      hard: due('hard'),
      good: due('good'),
      easy: due('easy'),
    });
  });

  it('lasts longer the more often it was recalled', () => {
    const once = replay([review('a')]).get('a');
    const twice = replay([review('a'), review('a', 3)]).get('a');
    assert.ok((twice?.stability ?? 0) > (once?.stability ?? Infinity));
    const lapsed = replay([review('a'), review('a', 3), review('a', 9, 'again')]).get('a');
    assert.equal(lapsed?.lapses, 1);
  });

  it('is between nothing and all, and only fades with time', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 0, max: 400 }), (log, days) => {
        const memories = replay(log);
        const [now, later] = [AT + 20 * DAY, AT + (20 + days) * DAY];
        const [before, after] = [retained(ids, memories, now), retained(ids, memories, later)];
        assert.ok(before >= 0 && before <= 1 && after <= before, `${before} ${after}`);
      }),
    );
  });

  it('never falls by a review, whatever the rating', () => {
    fc.assert(
      fc.property(logs, fc.constantFrom(...ids), fc.constantFrom(...RATINGS), (log, id, rating) => {
        const now = AT + 21 * DAY;
        assert.ok(
          retained(ids, replay([...log, { card: id, at: now, rating }]), now) >= retained(ids, replay(log), now),
        );
      }),
    );
  });

  it('is all of no cards, and follows from the log alone', () => {
    assert.equal(retained([], new Map(), AT), 1);
    fc.assert(fc.property(logs, (log) => assert.deepEqual(replay(log), replay([...log]))));
  });

  it('is the same whether the log is played at once or each review is added to what was remembered (property)', () => {
    const reviews = fc.array(
      fc.record(
        {
          card: fc.constantFrom('a', 'b'),
          at: fc.nat(90 * DAY),
          rating: fc.constantFrom(...RATINGS),
          ms: fc.nat(60_000),
        },
        { requiredKeys: ['card', 'at', 'rating'] },
      ),
      { maxLength: 40, size: 'max' },
    );
    fc.assert(
      fc.property(reviews, (log) => {
        const step = new Map<string, Memory>();
        const sorted = log.sort((x, y) => x.at - y.at).map((each) => ({ ...each, at: each.at + AT }));
        for (const each of sorted) step.set(each.card, remember(step.get(each.card), each));
        assert.deepEqual(replay(sorted), step);
      }),
    );
  });

  it('to be expected after a review lies between knowing the card and not, by the chance of knowing it now', () => {
    const memory = replay([review('a')]).get('a');
    const [now, later] = [AT + 4 * DAY, AT + 9 * DAY];
    const chance = retrievability(memory, now);
    const after = (rating: Review['rating']): number =>
      retrievability(remember(memory, { card: 'a', at: now, rating }), later);
    const mixed = chance * after('good') + (1 - chance) * after('again');
    assert.ok(Math.abs(expectedAfter(memory, now)(later) - mixed) < 0.01, String(mixed));
    assert.equal(expectedAfter(memory, now)(now - DAY), 1, 'at once, all');
    const fresh = expectedAfter(undefined, now)(later);
    const known = retrievability(remember(undefined, { card: 'a', at: now, rating: 'good' }), later);
    const forgotten = retrievability(remember(undefined, { card: 'a', at: now, rating: 'again' }), later);
    assert.ok(Math.abs(fresh - (known + forgotten) / 2) < 1e-9, 'who never saw it knows it half the time');
  });

  it('has the moment of the first review and the time that all of them took', () => {
    const log = [{ ...review('a'), ms: 4000 }, review('a', 2), { ...review('a', 5), ms: 6000 }];
    const memory = replay(log).get('a');
    assert.deepEqual([memory?.first, memory?.last.at, memory?.reviews], [AT, AT + 5 * DAY, 3]);
    assert.deepEqual(memory?.time, { ms: 10_000, reviews: 2 });
  });

  it('counts as a lapse only what was learnt before', () => {
    const lapses = (...ratings: Review['rating'][]): number | undefined =>
      replay(ratings.map((rating, index) => review('a', index * 3, rating))).get('a')?.lapses;
    assert.equal(lapses('again', 'again', 'again'), 0, 'it never was known');
    assert.equal(lapses('good', 'again', 'again', 'good', 'again'), 2);
  });

  it('survives reviews that a clock set back has put in no order, or in the future', () => {
    const memories = replay([review('a', 5), review('a', 1)]);
    assert.equal(retrievability(memories.get('a'), AT), 1);
  });
});

describe('The queue of cards', () => {
  const cards = ids.map(card);

  it('has what is due, the longest due first, then what was never seen', () => {
    const queue = reviewQueue(cards, replay([review('b', 0), review('a', 1), review('c', 20, 'again')]), AT + 20 * DAY);
    assert.deepEqual(
      [queue.due, queue.fresh, queue.soon].map((list) => list.map(({ id }) => id)),
      [['b', 'a'], ['d'], ['c']],
    );
    assert.equal(queue.next, AT + 20 * DAY + 600_000);
  });

  it('is worked through in sittings, and what was not known comes back last', () => {
    const many = Array.from({ length: 50 }, (_, index) => card(`card ${index}`));
    const log: Review[] = [];
    const step = (): ReturnType<typeof sitting> =>
      sitting(reviewQueue(many, replay([...log]), AT + log.length * 10_000), log);
    assert.deepEqual([step().done, step().all], [0, SITTING]);
    for (let now = step(); now.card; now = step()) {
      log.push({ card: now.card.id, at: AT + log.length * 10_000, rating: log.length === 2 ? 'again' : 'good' });
      assert.ok(log.length < 100);
    }
    assert.equal(log.length, SITTING + 1);
    assert.equal(log.at(-1)?.card, 'card 2');
    assert.deepEqual([step().done, step().all], [SITTING + 1, SITTING + 1]);
  });
});
