import assert from 'node:assert/strict';
import { Days, DEFAULT_CALENDAR, readCalendar } from '../../../src/core/days/calendar';
import { placeRounds, type Slot } from '../../../src/core/schedule/placeRounds';
import { leastThatGives, planRounds, type RoundToPlace } from '../../../src/core/schedule/planRounds';

/** From a Monday on: 5 and 6 are the first weekend. */
const DAYS = new Days('2026-11-23', DEFAULT_CALENDAR);
const free = (day: number, more: Partial<Slot> = {}): Slot => ({
  day,
  fixed: false,
  feedbackBefore: false,
  earliest: 0,
  ...more,
});
const fixed = (day: number, more: Partial<Slot> = {}): Slot => free(day, { fixed: true, ...more });
const placed = (slots: readonly Slot[], last = 20): number[] | undefined => placeRounds(slots, DAYS, last);

describe('the days of rounds', () => {
  it('are those wished for, where these are working days in order', () => {
    assert.deepEqual(placed([free(1), free(3), free(7)]), [1, 3, 7]);
    assert.deepEqual(placed([]), []);
  });

  it('move as few rounds as can be, and these by as little as can be', () => {
    assert.deepEqual(placed([free(3), free(3)]), [3, 4], 'one of them a day, and of both ways the latest days');
    assert.deepEqual(placed([free(4), free(4)], 4), [3, 4]);
    assert.deepEqual(placed([free(5)]), [4], 'Friday is nearer to a Saturday than Monday is');
    assert.deepEqual(placed([free(6)]), [7]);
    assert.deepEqual(placed([free(0), fixed(2), free(1)]), [0, 2, 3]);
    assert.deepEqual(placed([free(8), free(9), fixed(9)]), [7, 8, 9], 'both have to move');
  });

  it('leave a working day for feedback between two rounds', () => {
    assert.deepEqual(placed([free(3), free(4, { feedbackBefore: true })]), [2, 4]);
    assert.deepEqual(placed([fixed(3), free(4, { feedbackBefore: true })]), [3, 7], 'Friday is for the feedback');
    assert.deepEqual(placed([fixed(4), free(7, { feedbackBefore: true })]), [4, 8], 'a weekend is none');
    assert.equal(placed([fixed(3), fixed(4, { feedbackBefore: true })])?.join(), '3,4', 'what is fixed stays');
    assert.equal(placed([fixed(3), free(7, { feedbackBefore: true })], 6), undefined);
  });

  it('are none before the first that a round may have, and none after the last', () => {
    assert.deepEqual(placed([free(1, { earliest: 3 })]), [3]);
    assert.equal(placed([free(1, { earliest: 5 })], 6), undefined, 'only a weekend is left');
    assert.equal(placed([fixed(0), free(0)], 0), undefined);
  });

  it('stay where they are fixed, also in the wrong order', () => {
    assert.deepEqual(placed([fixed(8), fixed(3), free(9)]), [8, 3, 9]);
    assert.equal(placed([fixed(8), free(9), fixed(9)]), undefined);
  });

  it('may be changed at no price for a round that has none yet', () => {
    const settled = [free(3), free(3, { settled: false })];
    assert.deepEqual(placed(settled), [3, 4]);
    assert.deepEqual(placed([free(3, { settled: false }), free(3)]), [2, 3]);
  });
});

const round = (id: string, day: number, more: Partial<RoundToPlace> = {}): RoundToPlace => ({
  id,
  title: id.toUpperCase(),
  day,
  fixed: false,
  feedbackBefore: false,
  prepared: false,
  ...more,
});
const said = (rounds: readonly RoundToPlace[], last: number, start = 0, days = DAYS): string[] =>
  planRounds(rounds, days, start, last).problems.map(({ code, message }) => `${code}: ${message}`);

describe('rounds that do not fit', () => {
  it('are each named, and what would help is said once', () => {
    assert.deepEqual(said([round('a', 0), round('b', 1), round('c', 2), round('d', 2)], 1), [
      'outside-window: No day is left for “C” up to Tue 24 Nov. It would take 2 days more.',
      'outside-window: No day is left for “D” up to Tue 24 Nov.',
    ]);
  });

  it('get a working day beyond the end of the loop, in order', () => {
    assert.deepEqual(planRounds([round('a', 4), round('b', 4), round('c', 4)], DAYS, 4, 4).days, [4, 7, 8]);
    const feedback = [round('a', 4), round('b', 4, { feedbackBefore: true })];
    assert.deepEqual(planRounds(feedback, DAYS, 4, 5).days, [4, 8], 'Monday is for the feedback');
  });

  it('are placed one after the other where no plan keeps to the fixed dates', () => {
    const rounds = [round('a', 8, { fixed: true }), round('b', 9), round('c', 9, { fixed: true }), round('d', 10)];
    const { days, problems } = planRounds(rounds, DAYS, 0, 14);
    assert.deepEqual(days, [8, 9, 9, 10]);
    assert.deepEqual(
      problems.map(({ round: id }) => id),
      ['b'],
    );
    const feedback = [
      round('a', 4, { fixed: true }),
      round('b', 7, { feedbackBefore: true }),
      round('c', 8, { fixed: true }),
    ];
    assert.deepEqual(planRounds(feedback, DAYS, 0, 14).days, [4, 8, 8], 'Monday is for the feedback of A');
  });

  it('say that a date is free to change only where that alone is enough', () => {
    const least = (rounds: readonly RoundToPlace[], last: number, start = 0): string =>
      leastThatGives(rounds, DAYS, start, last);
    const pinned = [round('a', 1, { fixed: true }), round('b', 1), round('c', 2, { fixed: true })];
    assert.equal(least(pinned, 10), 'It would take another date for “A”, or another date for “C”.');
    assert.equal(
      least(
        [
          round('a', 8, { fixed: true }),
          round('b', 9),
          round('c', 9, { fixed: true }),
          round('d', 9),
          round('e', 9, { fixed: true }),
        ],
        9,
      ),
      'No single change is enough: give the loop more days and free one of the fixed dates.',
    );
    assert.equal(
      least([round('a', 5), round('b', 6)], 6, 5),
      'It would take 2 days more.',
      'two rounds in a weekend: one of its days as a working day is not enough',
    );
    const autumn = new Days('2026-11-23', readCalendar(['Saturday', 'Sunday'], ['2026-11-23..2026-11-27']));
    assert.match(
      leastThatGives([round('a', 2)], autumn, 0, 6),
      /^It would take one day more, or Mon 23 Nov as a working day, or Tue 24 Nov as a working day\.$/u,
      'two days off are enough to name',
    );
    assert.equal(
      least([round('a', 5)], 6, 5),
      'It would take one day more, or Sat 28 Nov as a working day, or Sun 29 Nov as a working day.',
    );
  });
});
