import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setAside } from '../../../src/core/recall/cardMarks';
import { UNPLANNED } from '../../../src/core/recall/drillPlan';
import { drillNumbers } from '../../../src/core/recall/drillNumbers';
import { replay } from '../../../src/core/recall/memory';
import { recallCards } from '../../../src/core/recall/recallCards';
import {
  CARD_MARKS,
  markLine,
  readReviews,
  reviewLine,
  undoLine,
  type CardMark,
  type Marked,
} from '../../../src/core/recall/reviewLog';
import { chosenQueue, reviewQueue } from '../../../src/core/recall/reviewQueue';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 22, 12);
const DAY_BEGAN = NOW - 8 * HOUR;
const cards = recallCards(
  ['A?', 'B?', 'C?'].map((question) => ({ group: '', question, answer: 'Yes.', competencies: [] })),
);
const [a, b] = cards.map(({ id }) => id) as [string, string];
const marked = (card: string, mark: CardMark, hours = 0): Marked => ({ card, at: NOW + hours * HOUR, mark });
const read = (...lines: string[]) => readReviews(lines.join('\n'), 'acme/reviews.jsonl');
const asked = (log: ReturnType<typeof read>, now = NOW, dayBegan = DAY_BEGAN): string[] => {
  const left = setAside(cards, log, dayBegan).cards;
  return reviewQueue(left, replay(log.reviews), now, { ...UNPLANNED, dayBegan }).wanted.map(({ question }) => question);
};

describe('A card that is marked', () => {
  it('is not asked again until tomorrow where it is buried, whatever else is chosen', () => {
    const log = read(markLine(marked(a, 'bury')));
    assert.deepEqual(log.problems, []);
    assert.deepEqual(asked(log), ['B?', 'C?']);
    const left = setAside(cards, log, DAY_BEGAN).cards;
    const chosen = chosenQueue(reviewQueue(left, new Map(), NOW, { ...UNPLANNED, dayBegan: DAY_BEGAN }));
    assert.equal(chosen.wanted.length, 2);
    assert.deepEqual(asked(log, NOW + 24 * HOUR, DAY_BEGAN + 24 * HOUR), ['A?', 'B?', 'C?']);
    const all = setAside(cards, read(...cards.map(({ id }) => markLine(marked(id, 'bury')))), DAY_BEGAN).cards;
    const queue = reviewQueue(all, new Map(), NOW, { ...UNPLANNED, dayBegan: DAY_BEGAN });
    assert.deepEqual([queue.wanted, queue.next], [[], DAY_BEGAN + 24 * HOUR]);
  });

  it('falls due tomorrow at the earliest where it is buried', () => {
    const at = NOW - 100 * 24 * HOUR;
    const log = read(reviewLine({ card: a, at, rating: 'again' }), markLine(marked(a, 'bury')));
    const left = setAside(cards, log, DAY_BEGAN).cards;
    const { ahead } = drillNumbers(left, log.reviews, { ...UNPLANNED, dayBegan: DAY_BEGAN }, NOW);
    assert.deepEqual(ahead, [{ day: 'Mon 23 Nov', due: 1, rounds: '' }]);
  });

  it('is not asked until it is brought back where it is suspended', () => {
    const log = read(markLine(marked(a, 'suspend', -500)));
    assert.deepEqual(asked(log), ['B?', 'C?']);
    assert.deepEqual(
      setAside(cards, log, DAY_BEGAN).suspended.map(({ id }) => id),
      [a],
    );
    assert.deepEqual(asked(read(markLine(marked(a, 'unsuspend', 1)), markLine(marked(a, 'suspend')))), [
      'A?',
      'B?',
      'C?',
    ]);
  });

  it('is asked as before where it is flagged, and shown so', () => {
    const flagged = (...lines: string[]) =>
      setAside(cards, read(...lines), DAY_BEGAN).cards.map(({ flagged: is = false }) => is);
    assert.deepEqual(flagged(markLine(marked(b, 'flag'))), [false, true, false]);
    assert.deepEqual(flagged(markLine(marked(b, 'flag')), markLine(marked(b, 'unflag', 1))), [false, false, false]);
  });

  it('is as it was once that is undone', () => {
    for (const mark of CARD_MARKS) {
      const line = markLine(marked(a, mark));
      assert.deepEqual(read(undoLine(marked(a, mark), NOW + 1), line), read(''));
    }
  });

  it('takes nothing back for a reader that knows no marks', () => {
    const line = JSON.parse(markLine(marked(a, 'suspend'))) as Record<string, unknown>;
    assert.equal(line['undo'], line['at'], 'it takes back what happened at that very moment');
    const later = JSON.stringify({ ...line, mark: 'a mark of a later version' });
    const review = { card: a, at: NOW - 1, rating: 'good' } as const;
    assert.deepEqual(read(reviewLine(review), later), { reviews: [review], problems: [] });
  });

  it('is marked the same whatever the order of the lines, doubled ones included (property)', () => {
    const line = fc
      .record({
        card: fc.constantFrom(a, b),
        mark: fc.constantFrom(...CARD_MARKS),
        hours: fc.integer({ min: 0, max: 3 }),
      })
      .map(({ card, mark, hours }) => markLine(marked(card, mark, hours)));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const there = setAside(cards, read(...lines), DAY_BEGAN);
        assert.deepEqual(setAside(cards, read(...lines.slice().reverse(), ...lines), DAY_BEGAN), there);
      }),
    );
  });
});
