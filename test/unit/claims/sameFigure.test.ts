import assert from 'node:assert/strict';
import { agree, comparable, writtenNumbers } from '../../../src/core/claims/sameFigure';
import { extractQuantities, type Quantity } from '../../../src/core/story/quantities';

const read = (text: string): Quantity => extractQuantities(text)[0] ?? assert.fail(text);

describe('a figure as it is written', () => {
  for (const [text, now, old] of [
    ['35 ms', '35', undefined],
    ['$2,000,000', '2000000', undefined],
    ['from 120 ms to 35 ms', '35', '120'],
    ['120 → 35 ms', '35', '120'],
    ['5% → 25% → 100%', '100', '5'],
    ['to $0.42 from $1.10', '0.42', '1.10'],
    ['71%, up from 61%', '71', '61'],
    ['from sixty-one percent to 79%', '79', undefined],
    ['from 7 days to 2 days', '2', '7'],
  ] as const)
    it(`has its numbers in “${text}”`, () => {
      const written = writtenNumbers(read(text));
      assert.deepEqual([written.now, written.old], [now, old]);
    });

  it('is as exact as its own digits, not as those of the old one', () => {
    // “71.4%, up from 6%” was taken to be as rough as the 6.
    const a = comparable(read('Renewals are 71.4%, up from 6%'));
    assert.equal(agree(a, comparable(read('74.5%'))), false);
    assert.equal(agree(a, comparable(read('71%'))), true);
    assert.equal(agree(comparable(read('$2M')), comparable(read('$2,000,000'))), true);
  });
});
