/** Figures where nothing but a figure belongs, as in a line of a worked block. */
import assert from 'node:assert/strict';
import { readFieldFigure, type FieldFigure } from '../../../src/core/story/quantities';

/** A figure as “text: kind value unit per”. */
const shown = (text: string, { start, end, kind, value, high, unit, per }: FieldFigure): string =>
  [
    `${text.slice(start, end)}:`,
    kind ?? 'bare',
    high === undefined ? value : `${value} to ${high}`,
    ...(unit === null ? [] : [unit]),
    ...(per === undefined ? [] : [`per ${per}`]),
  ].join(' ');
const read = (text: string, wanted?: FieldFigure['kind']): string | undefined => {
  const figure = readFieldFigure(text, wanted);
  return figure && shown(text, figure);
};

describe('the figure of a field', () => {
  for (const [text, expected] of [
    ['40 ms', '40 ms: duration 40 ms'],
    ['  40 ms p99', '40 ms: duration 40 ms'],
    ['10', '10: bare 10'],
    ['2M', '2M: bare 2000000'],
    ['1e9', '1e9: bare 1000000000'],
    ['10k events', '10k events: count 10000 events'],
    ['500 B', '500 B: bare 500000000000'],
    ['3 d', '3 d: duration 259200000 ms'],
    ['500 us', '500 us: duration 0.5 ms'],
    ['.5 s', '.5 s: duration 500 ms'],
    ['-3 ms', '-3 ms: duration -3 ms'],
    ['3x', '3x: multiplier 3'],
    ['8 %', '8 %: percent 8 %'],
    ['8 Gbit', '8 Gbit: size 1000000000 bytes'],
    ['1 Gbit/s', '1 Gbit/s: rate 1000000000 bits per second'],
    ['4 × 4 TB', '4: bare 4'],
    ['12 ms to nothing', '12 ms: duration 12 ms'],
    ['40 ms. 50 ms', '40 ms: duration 40 ms'],
  ] as const)
    it(`is ${expected}`, () => assert.equal(read(text), expected));

  for (const [text, expected] of [
    ['30-50', '30-50: bare 30 to 50'],
    ['30–50k', '30–50k: bare 30000 to 50000'],
    ['30 - 50 ms', '30 - 50 ms: duration 30 to 50 ms'],
    ['$30-50 a month', '$30-50 a month: money 30 to 50 USD per month'],
    ['30-5x', '30: bare 30'],
    ['50-30 ms', '50: bare 50'],
  ] as const)
    it(`may be a range: ${expected}`, () => assert.equal(read(text), expected));

  for (const [text, expected] of [
    ['$2 per 1,000', '$2 per 1,000: money 2 USD per 1,000'],
    ['$2 per 1M', '$2 per 1M: money 2 USD per 1M'],
    ['$2 per 1 million calls', '$2 per 1 million: money 2 USD per 1 million'],
    ['$2 per 1Mx', '$2 per 1: money 2 USD per 1'],
    ['$2 per user per 1,000', '$2 per user: money 2 USD per user'],
    ['2 ms per 1,000', '2 ms: duration 2 ms'],
  ] as const)
    it(`may be money for so many: ${expected}`, () => assert.equal(read(text), expected));

  it('has a “B” of bytes where a size is wanted', () => {
    assert.equal(read('500 B', 'size'), '500 B: size 500 bytes');
    assert.equal(read('500 Bytes', 'size'), '500 Bytes: size 500 bytes');
    assert.equal(read('500 Bx', 'size'), '500: bare 500');
    assert.equal(read('500 B', 'duration'), '500 B: bare 500000000000');
  });

  it('says from what its number is scaled', () => {
    for (const [text, factor] of [
      ['2M', 1e6],
      ['2M users', 1e6],
      ['3 h', 3_600_000],
      ['8 Gbit', 125_000_000],
      ['8', 1],
    ] as const)
      assert.equal(readFieldFigure(text)?.factor, factor, text);
  });

  it('is none where the text begins with something else, or with what no number is', () => {
    for (const text of [
      '',
      'many',
      '3apples',
      'from 40 ms to 35 ms',
      '5-6-7',
      `${'9'.repeat(110)} ms`,
      `${'9'.repeat(400)}`,
    ])
      assert.equal(readFieldFigure(text), undefined, text);
  });
});
