import assert from 'node:assert/strict';
import { figuresToSay } from '../../../src/core/blocks/figuresToSay';
import { budget, capacity, estimate } from './support/blockTexts';

describe('The figures of a block, as one says them', () => {
  it('are its results with their units', () => {
    assert.deepEqual(figuresToSay(budget('slo: 40 ms', 'look-up: 8 ms', 'model: 24.5 ms')), [
      { title: 'Total', words: '32.5 ms' },
      { title: 'Spare', words: '7.5 ms' },
      { title: 'Largest share: model', words: '75.4 %' },
    ]);
    const stream = capacity(
      'events: 1M/s',
      'event size: 500 B',
      'nodes: 10',
      'consumer capacity: 10k/s',
      'utilisation: 67 %',
    );
    assert.ok(figuresToSay(stream).some(({ title, words }) => title === 'Partitions' && words === '150 partitions'));
  });

  it('are no finer than the assumptions of an estimate, and leave out how far these move it', () => {
    const arr = estimate(
      'users: 970',
      'adoption: 50 % (40-60 %)',
      'price: $360 a month',
      'arr = users × adoption × price × 12 months',
    );
    assert.deepEqual(figuresToSay(arr), [{ title: 'arr', words: '$2.1M a year' }]);
  });

  it('are there for a block that does not fit, and for none with a line that cannot be used', () => {
    assert.equal(figuresToSay(budget('slo: 4 ms', 'a: 5 ms'))[0]?.words, '5 ms');
    assert.deepEqual(figuresToSay(estimate('a: 2', 'b = a × 3', 'c = b × d')), []);
  });
});
