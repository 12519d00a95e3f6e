import assert from 'node:assert/strict';
import { ago, away, plural } from '../../src/core/words';

describe('how far away a day is, in words', () => {
  it('names the days around today, and counts to the others', () => {
    assert.deepEqual([-2, -1, 0, 1, 2].map(away), ['2 days ago', 'yesterday', 'today', 'tomorrow', 'in 2 days']);
  });

  it('is today for a run that a clock elsewhere dated ahead', () => {
    assert.deepEqual([2, 1, 0, -1].map(ago), ['2 days ago', 'yesterday', 'today', 'today']);
  });
});

describe('a count with its noun', () => {
  it('is of one or of many, by the noun’s own plural where it has one', () => {
    assert.deepEqual(
      [plural(1, 'run'), plural(0, 'run'), plural(2, 'competency', 'competencies')],
      ['1 run', '0 runs', '2 competencies'],
    );
  });
});
