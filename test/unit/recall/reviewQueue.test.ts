import assert from 'node:assert/strict';
import { NO_DEADLINES } from '../../../src/core/recall/deadlines';
import { cardsPerDay, minutesOf, UNPLANNED, type DrillPlan } from '../../../src/core/recall/drillPlan';
import { remember, replay } from '../../../src/core/recall/memory';
import type { RecallCard } from '../../../src/core/recall/recallCards';
import type { Review } from '../../../src/core/recall/reviewLog';
import { askedToday, chosenQueue, reviewQueue, sitting } from '../../../src/core/recall/reviewQueue';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const DAY_BEGAN = NOW - DAY / 3;
const card = (id: string, more: Partial<RecallCard> = {}): RecallCard => ({
  id,
  group: '',
  question: id,
  answer: '',
  competencies: [],
  ...more,
});
const review = (id: string, at: number, rating: Review['rating'] = 'good'): Review => ({ card: id, at, rating });
const names = (list: readonly RecallCard[]): string[] => list.map(({ id }) => id);
const plan = (more: Partial<DrillPlan> = {}): DrillPlan => ({ ...UNPLANNED, dayBegan: DAY_BEGAN, ...more });

describe('The moment from which a card is asked', () => {
  const memory = remember(undefined, review('a', NOW - 4 * DAY));
  const at = (now: number) => reviewQueue([card('a')], new Map([['a', memory]]), now, plan());

  it('is when it falls due, not a moment before', () => {
    assert.deepEqual([names(at(memory.due).due), names(at(memory.due).later)], [['a'], []]);
    assert.deepEqual([names(at(memory.due - 1).due), names(at(memory.due - 1).later)], [[], ['a']]);
    assert.deepEqual([at(memory.due).next, at(memory.due - 1).next], [undefined, memory.due]);
  });

  it('may be brought forward by twenty minutes in a sitting, and by no more', () => {
    assert.deepEqual(names(at(memory.due - 20 * MINUTE).soon), ['a']);
    assert.deepEqual(names(at(memory.due - 20 * MINUTE - 1).soon), []);
  });

  it('is the end of the day for which it was buried; what is next says so where nothing else is sooner', () => {
    const cards = [card('a'), card('b', { buriedUntil: NOW + DAY / 2 })];
    const queue = (now: number) => reviewQueue(cards, new Map([['a', memory]]), now, plan());
    assert.deepEqual(names(queue(NOW + DAY / 2 - 1).fresh), []);
    assert.deepEqual(names(queue(NOW + DAY / 2).fresh), ['b']);
    assert.equal(queue(memory.due - DAY / 4).next, memory.due, 'the other card is due first');
    assert.equal(queue(memory.due).next, NOW + DAY / 2);
  });

  it('comes first for what is due first', () => {
    const cards = ['late', 'soon'].map((id) => card(id));
    const memories = replay([review('soon', NOW - 2 * MINUTE, 'again'), review('late', NOW - MINUTE, 'easy')]);
    assert.deepEqual(names(reviewQueue(cards, memories, NOW, plan()).later), ['soon', 'late']);
  });
});

describe('The new cards of a day', () => {
  const cards = ['a', 'b', 'c', 'd', 'e'].map((id) => card(id));
  const asked = (reviews: readonly Review[], newPerDay: number): string[] =>
    names(reviewQueue(cards, replay(reviews), NOW, plan({ newPerDay })).wanted);

  it('are as many as are wanted, those that were begun since the day began among them', () => {
    assert.deepEqual(asked([], 2), ['a', 'b']);
    assert.deepEqual(asked([review('a', DAY_BEGAN)], 2), ['b']);
    assert.deepEqual(asked([review('a', DAY_BEGAN - 1, 'easy')], 2), ['b', 'c'], 'yesterday’s was of another day');
  });

  it('are none where more were begun already than are wanted now', () => {
    const begun = ['a', 'b', 'c'].map((id, index) => review(id, DAY_BEGAN + index));
    assert.deepEqual(asked(begun, 1), []);
    assert.deepEqual(asked([], 0), []);
  });
});

describe('Cards that give each other away', () => {
  const pair = [card('front', { sibling: 's' }), card('back', { sibling: 's' }), card('other')];
  const asked = (reviews: readonly Review[], dayBegan = DAY_BEGAN): string[] =>
    names(reviewQueue(pair, replay(reviews), NOW, plan({ dayBegan })).wanted);

  it('are kept apart for the day on which one was asked, from its first moment on', () => {
    assert.deepEqual(asked([review('front', DAY_BEGAN, 'easy')]), ['other']);
    assert.deepEqual(asked([review('front', DAY_BEGAN - 1, 'easy')]), ['back', 'other']);
  });
});

describe('What a day still asks for', () => {
  const rounds = [{ id: 'r', title: 'R', at: NOW + 3 * DAY, competencies: ['scale'] }];
  const deadlines = { ...NO_DEADLINES, rounds };

  it('has the cards that are due in full, and new ones in the room that they and today’s reviews leave', () => {
    const seen = ['a', 'b', 'c'].map((id) => card(id));
    const fresh = Array.from({ length: 9 }, (_, index) => card(`new ${index}`));
    const long = seen.map(({ id }, index) => review(id, NOW - 100 * DAY + index));
    const reviews = [...long, review('d', DAY_BEGAN, 'easy')];
    const day = plan({ deadlines, minutesPerDay: 3 });
    const queue = reviewQueue([...seen, ...fresh, card('d')], replay(reviews), NOW, day);
    const asked = names(askedToday(queue, reviews, day, NOW));
    // Three minutes are six cards: one was reviewed, three are due.
    assert.deepEqual(asked.filter((id) => !id.startsWith('new')).sort(), ['a', 'b', 'c']);
    assert.equal(asked.length, 5);
  });

  it('is one card at least, however short the day', () => {
    assert.deepEqual(
      [0, 0.2, 1, 10].map((minutesPerDay) => cardsPerDay({ minutesPerDay })),
      [1, 1, 2, 20],
    );
  });

  it('reckons with the time that a card has taken, as far as it had reviews', () => {
    const slow = [3, 2, 1].map((days) => ({ ...review('a', NOW - days * DAY), ms: 90_000 }));
    // Three reviews of a minute and a half, weighed against two of the usual half minute.
    assert.equal(minutesOf(replay(slow).get('a')), 1.1);
    const partly = [review('a', NOW - 2 * DAY), { ...review('a', NOW - DAY), ms: 90_000 }];
    assert.equal(minutesOf(replay(partly).get('a')), 2.5 / 3, 'a review without a time says nothing about it');
  });
});

describe('A sitting', () => {
  const cards = ['a', 'b', 'c', 'd'].map((id) => card(id));
  const after = (reviews: readonly Review[], limit?: number) =>
    sitting(reviewQueue(cards, replay(reviews), NOW, plan()), reviews, limit);

  it('asks another card before the one that was just on the screen, and that one again where it is the last', () => {
    const forgotten = review('a', NOW - MINUTE, 'again');
    assert.equal(after([forgotten], 2).card?.id, 'b');
    assert.equal(after([forgotten], 1).card?.id, 'a', 'alone');
    const two = [review('b', NOW - 2 * MINUTE, 'again'), forgotten];
    assert.equal(after(two, 2).card?.id, 'b');
  });

  it('has its number of cards, and those once more that were not known', () => {
    assert.deepEqual([after([], 3).done, after([], 3).all], [0, 3]);
    const reviews = [review('a', NOW - 3 * MINUTE, 'again'), review('b', NOW - 2 * MINUTE, 'easy')];
    const { card: next, done, all } = after(reviews, 3);
    assert.deepEqual([next?.id, done, all], ['c', 2, 4], 'a again, and c');
    const over = after([...reviews, review('c', NOW - MINUTE, 'easy'), review('a', NOW - MINUTE / 2, 'easy')], 3);
    assert.deepEqual([over.card, over.done, over.all], [undefined, 4, 4]);
  });

  it('of chosen cards asks the ones that are not due too, each once', () => {
    const reviews = [review('a', NOW - MINUTE, 'again'), review('b', NOW - MINUTE, 'easy')];
    const queue = chosenQueue(reviewQueue(cards, replay(reviews), NOW, plan()));
    assert.deepEqual(names(queue.wanted), ['c', 'd', 'b'], 'a comes back by itself in some minutes');
  });
});
