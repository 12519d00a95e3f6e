import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  passesFilter,
  readFilter,
  readOrder,
  STORY_ORDERS,
  storyComparer,
  type StoryRow,
} from '../../../src/core/story/arrange';

const row = (id: string, rest: Partial<StoryRow> = {}): StoryRow => ({
  id,
  title: id,
  score: undefined,
  seconds: 0,
  competencies: [],
  rounds: [],
  findings: 0,
  ...rest,
});
const compareTitles = (a: string, b: string): number => a.localeCompare(b);

describe('Arranging stories', () => {
  const stories = [
    row('b', { score: 40, seconds: 90 }),
    row('c', { score: 90, seconds: 30 }),
    row('a'),
    row('d', { score: 90, seconds: 30 }),
  ];
  const ids = (order: (typeof STORY_ORDERS)[number]): string =>
    [...stories]
      .sort(storyComparer(order, compareTitles))
      .map(({ id }) => id)
      .join('');

  it('puts what has no score last among the best, and first among those to work on', () => {
    assert.equal(ids('title'), 'abcd');
    assert.equal(ids('score'), 'cdba');
    assert.equal(ids('readiness'), 'abcd');
    assert.equal(ids('time'), 'bcda');
  });

  it('is the same however the stories come', () => {
    const story = fc
      .record({
        id: fc.uuid(),
        title: fc.constantFrom('x', 'y'),
        score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
        seconds: fc.nat(300),
      })
      .map(({ id, ...rest }) => row(id, rest));
    fc.assert(
      fc.property(
        fc.uniqueArray(story, { selector: ({ id }) => id }),
        fc.constantFrom(...STORY_ORDERS),
        (all, order) => {
          const compare = storyComparer(order, compareTitles);
          assert.deepEqual([...all].reverse().sort(compare), [...all].sort(compare));
        },
      ),
    );
  });

  it('filters by one thing at a time', () => {
    const story = row('a', { competencies: ['scale'], rounds: ['phone'], findings: 2 });
    assert.ok(passesFilter(story, undefined));
    assert.ok(passesFilter(story, { competency: 'scale' }) && !passesFilter(story, { competency: 'phone' }));
    assert.ok(passesFilter(story, { round: 'phone' }) && !passesFilter(story, { round: 'scale' }));
    assert.ok(passesFilter(story, { findings: true }) && !passesFilter(row('b'), { findings: true }));
  });

  it('takes what was kept or given only where it means something', () => {
    assert.deepEqual(
      [readFilter({ competency: 'a', round: 'b' }), readFilter({ round: 'b' }), readFilter({ findings: true })],
      [{ competency: 'a' }, { round: 'b' }, { findings: true }],
    );
    for (const value of [undefined, null, 'a', {}, { competency: 3 }, { findings: 'yes' }, { round: '' }])
      assert.equal(readFilter(value), undefined);
    assert.deepEqual(['time', 'best', undefined].map(readOrder), ['time', undefined, undefined]);
  });
});
