import assert from 'node:assert/strict';
import fc from 'fast-check';
import { judgeAnswer, type ExpectedFigure, type VerdictKind } from '../../../src/core/arithmetic/judgeAnswer';

const of = (value: number, unit: string | null): ExpectedFigure => ({ value, unit });
const PARTITIONS = of(150, 'partitions');
const WRITTEN = of(1.5e9, 'bytes/s');
const PER_NODE = of(150e6, 'bytes/s');
const STORED = of(90.7e12, 'bytes');
const ARR = of(2.1e6, 'USD/year');
const SHARE = of(67, '%');
const RATIO = of(0.317, null);
const TOTAL = of(37, 'ms');
const PAYBACK = of(8.57 * 30.436875 * 86_400_000, 'ms');

const TABLE: readonly (readonly [string, ExpectedFigure, VerdictKind])[] = [
  ['150', PARTITIONS, 'exact'],
  ['150 partitions', PARTITIONS, 'exact'],
  ['about 160', PARTITIONS, 'close'],
  ['165', PARTITIONS, 'close'],
  ['135', PARTITIONS, 'close'],
  ['166', PARTITIONS, 'off'],
  ['134', PARTITIONS, 'off'],
  ['one hundred and fifty', PARTITIONS, 'exact'],
  ['150 nodes', PARTITIONS, 'unit'],
  ['150 MB/s', PARTITIONS, 'unit'],
  ['150 %', PARTITIONS, 'unit'],
  ['', PARTITIONS, 'unreadable'],
  ['no idea', PARTITIONS, 'unreadable'],
  ['140-160', PARTITIONS, 'unreadable'],
  ['100 + 50', PARTITIONS, 'unreadable'],
  ['1.5 GB/s', WRITTEN, 'exact'],
  ['1500 MB/s', WRITTEN, 'exact'],
  ['1,500 MB/s', WRITTEN, 'exact'],
  ['1.5 GB per second', WRITTEN, 'exact'],
  ['1,5 GB/s', WRITTEN, 'exact'],
  ['12 Gbit/s', WRITTEN, 'exact'],
  ['1.5', WRITTEN, 'exact'],
  ['~1.4', WRITTEN, 'close'],
  ['1.5 GB', WRITTEN, 'unit'],
  ['1.5 MB/s', WRITTEN, 'off'],
  ['150', PER_NODE, 'exact'],
  ['150 MB/s a node', PER_NODE, 'exact'],
  ['0.15 GB/s', PER_NODE, 'exact'],
  ['about 90 TB', STORED, 'close'],
  ['90.7', STORED, 'exact'],
  ['91 TB a node', STORED, 'exact'],
  ['0.09 PB', STORED, 'close'],
  ['90 GB', STORED, 'off'],
  ['90 TB/s', STORED, 'unit'],
  ['$2.1M', ARR, 'exact'],
  ['$2.1M a year', ARR, 'exact'],
  ['2.1M', ARR, 'exact'],
  ['$175K a month', ARR, 'exact'],
  ['$2M', ARR, 'close'],
  ['€2.1M', ARR, 'unit'],
  ['70 %', SHARE, 'close'],
  ['67', SHARE, 'exact'],
  ['0.67', SHARE, 'exact'],
  ['67%.', SHARE, 'exact'],
  ['67 ms', SHARE, 'unit'],
  ['32 %', RATIO, 'close'],
  ['0.317', RATIO, 'exact'],
  ['0.3', RATIO, 'close'],
  ['$0.3', RATIO, 'unit'],
  ['37', TOTAL, 'exact'],
  ['37 ms', TOTAL, 'exact'],
  ['0.037 s', TOTAL, 'exact'],
  ['37 s', TOTAL, 'off'],
  ['40 ms p99', TOTAL, 'close'],
  ['8.6 months', PAYBACK, 'exact'],
  ['8.6', PAYBACK, 'exact'],
  ['9', PAYBACK, 'close'],
  ['260 days', PAYBACK, 'exact'],
  ['-3 ms', of(-3, 'ms'), 'exact'],
  ['−3', of(-3, 'ms'), 'exact'],
  ['3 ms', of(-3, 'ms'), 'off'],
  ['15k', of(15_000, 'events'), 'exact'],
  ['15,000 in flight', of(15_000, 'events'), 'exact'],
  ['20k a second', of(20_000, 'requests/s'), 'exact'],
  ['20k/s', of(20_000, 'requests/s'), 'exact'],
  ['$188', of(187.5, 'USD'), 'exact'],
];

describe('A typed answer', () => {
  for (const [typed, expected, kind] of TABLE)
    it(`“${typed}” is judged as ${kind} where ${expected.value} ${expected.unit ?? ''} is right`, () => {
      const verdict = judgeAnswer(typed, expected);
      assert.equal(verdict.kind, kind, verdict.words);
    });

  it('is told the figure in every case, and what kind was asked for', () => {
    assert.equal(judgeAnswer('150', PARTITIONS).words, 'Right: 150 partitions.');
    assert.equal(judgeAnswer('160', PARTITIONS).words, 'Right, within 10 %: it is 150 partitions.');
    assert.equal(judgeAnswer('200', PARTITIONS).words, 'Not within 10 %: it is 150 partitions.');
    assert.equal(judgeAnswer('1.5 GB', WRITTEN).words, 'That is data, and a rate of data is asked for: 1.5 GB/s.');
    assert.equal(judgeAnswer('?', STORED).words, 'That is not read as one figure. It is 90.7 TB.');
  });

  it('is told of a slip that is well known', () => {
    assert.match(judgeAnswer('150 GB/s', PER_NODE).words, /a thousand times too much/u);
    assert.match(judgeAnswer('150 KB/s', PER_NODE).words, /a thousand times too little/u);
    assert.match(judgeAnswer('1.2 GB/s', PER_NODE).words, /eight times too much: mind bits and bytes/u);
    assert.doesNotMatch(judgeAnswer('200', PARTITIONS).words, /times/u);
  });

  it('is judged by another tolerance where one is given', () => {
    assert.equal(judgeAnswer('145', PARTITIONS, 0.05).kind, 'close');
    assert.equal(judgeAnswer('140', PARTITIONS, 0.05).kind, 'off');
    assert.equal(judgeAnswer('149.5', PARTITIONS, 0).kind, 'off');
    assert.equal(judgeAnswer('150', PARTITIONS, 0).kind, 'exact');
  });

  it('never makes it throw (property)', () => {
    const expected = fc.record({
      value: fc.double({ noNaN: true }),
      unit: fc.constantFrom(
        'ms',
        'bytes',
        'bytes/s',
        '%',
        'USD/year',
        'events/s',
        'partitions',
        null,
        '%/month',
        '/year',
        'a·b²/c',
      ),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom('1e999', '-', '$', '10 / 0')), expected, (typed, asked) => {
        assert.ok(judgeAnswer(typed, asked).words.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});
