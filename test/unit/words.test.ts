import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ago, away, plural, secondsInClock, wrapWords } from '../../src/core/words';
import { runs } from '../support/properties';

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

describe('a text in lines', () => {
  it('is whole, and no line is longer than there is room for, but for a word that is (property)', () => {
    assert.deepEqual(wrapWords('as long as it is', 7), ['as long', 'as it', 'is']);
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/u), { maxLength: 30 }),
        fc.nat({ max: 40 }),
        (words, more) => {
          const lines = wrapWords(words.join(' '), 1 + more);
          assert.equal(lines.join(' '), words.join(' '));
          for (const line of lines) assert.ok(line.length <= 1 + more || !line.includes(' '));
        },
      ),
      runs(100),
    );
  });
});

describe('seconds as a clock has them', () => {
  it('run on beyond the hour, and leave a fraction out', () => {
    assert.deepEqual([0, 4.9, 140, 3729].map(secondsInClock), ['0:00', '0:04', '2:20', '62:09']);
  });
});
