import assert from 'node:assert/strict';
import { agree, comparable, derived, writtenNumbers } from '../../../src/core/claims/sameFigure';
import type { Closeness } from '../../../src/core/claims/claimModel';
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

describe('two figures', () => {
  const both = (one: string, other: string, closeness?: Closeness): boolean[] => {
    const [a, b] = [comparable(read(one), closeness), comparable(read(other))];
    return [agree(a, b), agree(b, a)];
  };

  for (const [one, other, why] of [
    ['35 ms', '35.4 ms', 'one is rounded'],
    ['35 ms', '0.035 s', 'in another unit'],
    ['$2.1M', '$2.14M', 'one is rounded'],
    ['$2.0M a month', '$24M a year', 'over another time'],
    ['$1.00M a day', '$365M a year', 'a year has its leap day'],
    ['$7.00M a week', '$365M a year', 'a year is more than 52 weeks'],
    ['$3.00M a quarter', '$12.0M a year', 'four quarters'],
    ['2 of 8', '25%', 'a part as it is counted'],
    ['a third', '30%', 'said in words'],
    ['forty users', '40 users', 'said in words'],
    ['20-30 ms', '25 ms', 'within a range'],
    ['20-30 ms', '30.4 ms', 'at the end of a range'],
    ['from 120 ms to 35 ms', '35 ms', 'what a change ends at'],
    ['$5 per seat', '$5 per Seat', 'written otherwise'],
    ['2.00 GB', '2,000 MB', 'in another unit'],
    ['5 pp', '5 points', 'written otherwise'],
  ] as const)
    it(`agree: ${one} and ${other}, ${why}`, () => assert.deepEqual(both(one, other), [true, true]));

  for (const [one, other, why] of [
    ['35 ms', '35.6 ms', 'more than is rounded away'],
    ['$2.1M', '$2.16M', 'more than is rounded away'],
    ['$2M a month', '$2M a year', 'over another time'],
    ['$2M', '$2M a year', 'one is for a time'],
    ['$2M', '€2M', 'of another currency'],
    ['40%', '40 points', 'points are no percentage'],
    ['20-30 ms', '31 ms', 'beyond a range'],
    ['$5 per seat', '$5 per user', 'by another thing'],
    ['forty users', '41 users', 'a count in words is exact'],
    ['0 errors', '1 errors', 'none is none'],
    ['40 ms', '40%', 'of another kind'],
  ] as const)
    it(`differ: ${one} and ${other}, ${why}`, () => assert.deepEqual(both(one, other), [false, false]));

  it('agree where one is a bound and the other is not far beyond it', () => {
    const holds = (closeness: Closeness, one: string, others: readonly string[]): boolean[] =>
      others.map((other) => both(one, other, closeness)[0] as boolean);
    assert.deepEqual(holds('more', '1.00M users', ['1.2M users', '1.00M users', '2.0M users', '0.90M users']), [
      true,
      true,
      false,
      false,
    ]);
    assert.deepEqual(holds('less', '50 ms', ['42 ms', '50 ms', '26 ms', '25 ms', '51 ms']), [
      true,
      true,
      true,
      false,
      false,
    ]);
    assert.deepEqual(holds('about', '40 ms', ['43 ms', '44 ms', '45 ms']), [true, true, false], 'a tenth');
    assert.deepEqual(holds('about', 'forty users', ['46 users', '47 users']), [true, false], 'more, in words');
  });
});

describe('what a change also says', () => {
  const said = (text: string): string[] =>
    derived(read(text)).map(({ dimension, low, high, slack }) => {
      assert.equal(low, high);
      assert.ok(Math.abs(slack - low * 0.02) < 1e-9, 'in two digits or three');
      return `${dimension} ${Number(low.toPrecision(3))}`;
    });

  it('is its part, how many times it is, the difference and where it began', () => {
    assert.deepEqual(said('from 120 ms to 35 ms'), ['share 70.8', 'multiplier 3.43', 'duration 85', 'duration 120']);
    assert.deepEqual(said('from 40 to 50 users'), ['share 25', 'multiplier 1.25', 'count 10', 'count 40']);
  });

  it('is in points too where shares change', () => {
    assert.deepEqual(said('from 5% to 3%'), ['share 40', 'multiplier 1.67', 'share 2', 'share 5', 'points 2']);
  });

  it('is by the year where it is over a time', () => {
    assert.deepEqual(said('from $2M to $3M a month').slice(2), [
      'money USD per time 12000000',
      'money USD per time 24000000',
    ]);
  });

  it('is nothing where there is no old figure, or one of them is nothing', () => {
    for (const text of ['35 ms', 'from 0 to 50 users', 'from 50 to 0 users']) assert.deepEqual(said(text), [], text);
  });
});
