import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assignStories, mostInTotal } from '../../../src/core/match/assignment';
import { StoryIndex, type MatchableStory } from '../../../src/core/match/storyIndex';

const story = (id: string, body: string): MatchableStory => ({ id, title: id, impact: '', body, competencies: [] });

/** The greatest sum there is, by trying all. */
function byTrial(gains: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === gains.length) return 0;
  const without = byTrial(gains, row + 1, taken);
  return (gains[row] ?? []).reduce(
    (best, gain, column) =>
      taken.has(column) ? best : Math.max(best, gain + byTrial(gains, row + 1, new Set([...taken, column]))),
    without,
  );
}

const gainsOf = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe('Stories for all questions of a round', () => {
  it('are the best in total, not each the best that is left', () => {
    // Both are best answered by the first; the second question has no other.
    assert.deepEqual(
      mostInTotal([
        [9, 8],
        [9, 0],
      ]),
      [1, 0],
    );
  });

  it('gain the most there is, and none is told twice', () => {
    fc.assert(
      fc.property(gainsOf, (gains) => {
        const chosen = mostInTotal(gains);
        const columns = chosen.filter((column) => column !== undefined);
        assert.equal(new Set(columns).size, columns.length);
        const sum = chosen.reduce<number>(
          (total, column, row) => total + (column === undefined ? 0 : (gains[row]?.[column] ?? 0)),
          0,
        );
        assert.equal(sum, byTrial(gains));
      }),
    );
  });

  it('leave a gap where none fits, rather than tell of something else', () => {
    const index = new StoryIndex([story('wrong', 'I was wrong.'), story('outage', 'There was an outage.')]);
    const assigned = assignStories(index, [
      { question: 'Tell me about a failure.' },
      { question: 'Describe a negotiation.' },
      { question: 'Describe an incident.' },
    ]);
    assert.deepEqual(
      assigned.map(({ story: told }) => told),
      ['wrong', undefined, 'outage'],
    );
    assert.equal(assigned[1]?.fit, 'gap');
  });

  it('are found for a hundred questions and three hundred stories', () => {
    const gains = Array.from({ length: 100 }, (_, row) =>
      Array.from({ length: 300 }, (__, column) => ((row * 31 + column * 17) % 97) / 97),
    );
    assert.equal(new Set(mostInTotal(gains)).size, 100);
  });
});
