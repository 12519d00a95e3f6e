import assert from 'node:assert/strict';
import { bytesIn, periodNamed, singular, stemOf } from '../../../src/core/blocks/blockUnits';
import { ceiling, exact, figureWithRange, shortFigure, shortRange } from '../../../src/core/blocks/blockWords';

const DAY = 86_400_000;

describe('A figure in short words', () => {
  const SHORT: readonly (readonly [number, string | null, string])[] = [
    [0, null, '0'],
    [-12, null, '−12'],
    [1234, null, '1,234'],
    [999_499, null, '999,499'],
    [1_234_567, null, '1.23M'],
    [1_000_000, null, '1M'],
    [2.5e9, null, '2.5B'],
    [7e12, null, '7T'],
    [0.12345, null, '0.123'],
    [3, 'nodes', '3 nodes'],
    [3, '/s', '3/s'],
    [0, 'ms', '0 ms'],
    [0.0005, 'ms', '500 ns'],
    [0.25, 'ms', '250 µs'],
    [12.34, 'ms', '12.3 ms'],
    [1500, 'ms', '1.5 s'],
    [119_000, 'ms', '119 s'],
    [120_000, 'ms', '2 min'],
    [2 * 3_600_000, 'ms', '2 h'],
    [2 * DAY, 'ms', '2 days'],
    [120 * DAY, 'ms', '3.94 months'],
    [731 * DAY, 'ms', '2 years'],
    [0, 'bytes', '0 B'],
    [500, 'bytes', '500 B'],
    [1500, 'bytes', '1.5 KB'],
    [999.96e6, 'bytes', '1 GB'],
    [907.2e12, 'bytes', '907 TB'],
    [3e15, 'bytes/s', '3 PB/s'],
    [4.5, '%', '4.5 %'],
    [4, '%/month', '4 % a month'],
    [0, 'USD', '$0'],
    [9900, 'USD', '$9,900'],
    [10_000, 'EUR', '€10K'],
    [2_100_000, 'USD/year', '$2.1M a year'],
    [1.5, 'GBP/seat/month', '£1.5 a seat a month'],
    [90_000, 'CHF', 'CHF 90K'],
    [500, 'JPY', '¥500'],
    [-2_400, 'USD', '−$2,400'],
    [6e-8, 'USD/prediction', '$0.06 a million predictions'],
    [0.001, 'USD/prediction', '$0.001 a prediction'],
    [6e-8, 'USD/month', '$6e-8 a month'],
    [Infinity, null, '∞T'],
  ];
  for (const [value, unit, words] of SHORT) it(`is ${words}`, () => assert.equal(shortFigure(value, unit), words));

  it('has as many digits as are wanted, and all of a count', () => {
    assert.equal(shortFigure(1234.5678, 'ms', 6), '1.23457 s');
    assert.equal(shortFigure(12_345.6, null, 2), '12,346');
    assert.equal(shortFigure(123_456, null, 2), '123,456');
    assert.equal(shortFigure(2_100_000, 'USD', 1), '$2M');
    assert.equal(shortFigure(1234.5, '%', 2), '1,235 %');
  });

  it('has its range in one unit, without the sign of its currency', () => {
    assert.equal(shortRange(900_000, 3_800_000, 'USD/year'), '0.9-3.8M');
    assert.equal(shortRange(-12, -9, 'ms'), '−12 to −9 ms');
    assert.equal(shortRange(-12, 9, 'ms'), '−12-9 ms');
    assert.equal(shortRange(4, 12, '%'), '4-12 %');
    assert.equal(shortRange(-3_000_000, 10, null), '−3-0.00001M');
    assert.equal(figureWithRange({ value: 8, unit: '%', low: 4, high: 12 }), '8 % (4-12 %)');
    for (const range of [{}, { low: 4 }, { high: 4 }, { low: 8, high: 8 }])
      assert.equal(figureWithRange({ value: 8, unit: '%', ...range }), '8 %');
  });

  it('is exact in twelve digits, and rounds up only what is above a whole number', () => {
    assert.equal(exact(0.1 + 0.2), 0.3);
    assert.equal(exact(123_456_789_012_345), 123_456_789_012_000);
    assert.equal(exact(123_456_789_012), 123_456_789_012);
    assert.deepEqual([3, 3.0000000001, 3.1, 0].map(ceiling), [3, 3, 4, 0]);
  });
});

describe('A word of a unit', () => {
  it('names a stretch of time, in short and in several', () => {
    for (const [word, period] of [
      ['hours', 'hour'],
      ['Hr', 'hour'],
      ['h', 'hour'],
      ['hrs', 'hour'],
      ['s', 'second'],
      ['mo', 'month'],
      ['quarter', 'quarter'],
      ['years', 'year'],
      ['users', undefined],
      ['m', undefined],
    ] as const)
      assert.equal(periodNamed(word), period, word);
  });

  it('is so many bytes', () => {
    for (const [word, bytes] of [
      ['GB', 1e9],
      ['KiB', 1024],
      ['bytes', 1],
      ['kilobytes', 1000],
      ['Gb', 1e9 / 8],
      ['users', undefined],
      ['GBs', undefined],
    ] as const)
      assert.equal(bytesIn(word), bytes, word);
  });

  it('is one of several', () => {
    for (const [several, one] of [
      ['searches', 'search'],
      ['queries', 'query'],
      ['buses', 'bus'],
      ['caches', 'cache'],
      ['boxes', 'box'],
      ['classes', 'class'],
      ['brushes', 'brush'],
      ['GPUs', 'GPU'],
      ['users', 'user'],
      ['People', 'person'],
      ['indices', 'index'],
      ['bus', 'bus'],
      ['ties', 'tie'],
      ['keys', 'key'],
    ] as const)
      assert.equal(singular(several), one, several);
  });

  it('has one stem in one and several', () => {
    for (const [several, one] of [
      ['searches', 'search'],
      ['caches', 'cache'],
      ['queries', 'query'],
      ['buses', 'bus'],
      ['quizzes', 'quiz'],
      ['Children', 'child'],
      ['users', 'user'],
    ] as const)
      assert.equal(stemOf(several), stemOf(one), several);
    assert.notEqual(stemOf('users'), stemOf('uses'));
  });
});
