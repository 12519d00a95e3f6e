import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareScores, comparisonLines } from '../../../src/core/sessions/compare';
import type { Scores } from '../../../src/core/sessions/sessionModel';

const COMPETENCIES = [
  { id: 'scale', title: 'Scale' },
  { id: 'clarity', title: 'Clarity' },
  { id: 'pace', title: 'Pace' },
];

describe('Scores side by side', () => {
  it('have a row for each competency, in the round’s order, and for what else was scored', () => {
    const { rows, means } = compareScores(
      { scores: { clarity: 4, scale: 2, 'odd-one': 1 }, peerScores: { scale: 3, clarity: 3 } },
      COMPETENCIES,
    );
    assert.deepEqual(
      rows.map(({ title, self, peer, difference }) => [title, self, peer, difference]),
      [
        ['Scale', 2, 3, -1],
        ['Clarity', 4, 3, 1],
        ['Pace', undefined, undefined, undefined],
        ['odd one', 1, undefined, undefined],
      ],
    );
    assert.deepEqual(means, { self: 3, peer: 3 });
  });

  it('say in a line who saw more', () => {
    const lines = comparisonLines(
      compareScores({ scores: { clarity: 4, scale: 2, pace: 2 }, peerScores: { scale: 4, clarity: 3 } }, COMPETENCIES),
    );
    assert.deepEqual(lines, [
      'Scale: you 2, peer 4 (your peer saw 2 more)',
      'Clarity: you 4, peer 3 (you saw 1 more)',
      'Pace: you 2',
    ]);
  });

  it('compare means over the same competencies only, so that neither gains by leaving one out', () => {
    const scores = fc.dictionary(
      fc.constantFrom('scale', 'clarity', 'pace'),
      fc.constantFrom(1, 2, 3, 4),
    ) as fc.Arbitrary<Scores>;
    fc.assert(
      fc.property(scores, scores, (self, peer) => {
        const { rows, means } = compareScores({ scores: self, peerScores: peer }, COMPETENCIES);
        const differences = rows.flatMap(({ difference }) => difference ?? []);
        assert.equal(means === undefined, differences.length === 0);
        if (means)
          assert.ok(
            Math.abs(means.self - means.peer - differences.reduce((a, b) => a + b, 0) / differences.length) < 1e-9,
          );
      }),
    );
  });
});
