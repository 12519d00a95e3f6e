import assert from 'node:assert/strict';
import { budget, codes, fence, fixed, onlyBlock, placeOf, result, valueOf } from './support/blockTexts';

const BID = [
  'slo: 40 ms p99',
  'ingest: 2 ms',
  'feature look-up: 8 ms',
  'parallel scoring:',
  '  sequence model:',
  '    embedding: 4 ms',
  '    inference: 10 ms',
  '  rules: 3 ms',
  'auction: 13 ms',
];

describe('A latency budget', () => {
  it('adds up its stages, and counts the largest of those that run in parallel', () => {
    const block = budget(...BID);
    assert.equal(valueOf(block, 'total'), 37);
    assert.equal(valueOf(block, 'spare'), 3);
    assert.deepEqual(codes(block), []);
  });

  it('says which stage takes the largest share', () => {
    const block = budget('slo: 40 ms', 'look-up: 8 ms', 'inference: 10 ms', 'auction: 9 ms', 'ingest: 10 ms');
    const { of, value, unit } = result(block, 'largest');
    assert.deepEqual([of, Math.round(value), unit], ['inference', 27, '%']);
    assert.equal(block.headline, '37 of 40 ms, inference 27 %');
  });

  it('never names a stage that others in parallel outlast', () => {
    const block = budget(
      'slo: 40 ms',
      'parallel:',
      '  sequence slow:',
      '    a: 10 ms',
      '    b: 10 ms',
      '  c: 15 ms',
      'd: 12 ms',
    );
    assert.equal(result(block, 'largest').of, 'd');
  });

  it('has a low and a high end where a stage is a range, and counts the high one', () => {
    const { value, low, high } = result(budget('slo: 40 ms', 'a: 5-8 ms', 'b: 10–12 ms'), 'total');
    assert.deepEqual([value, low, high], [20, 15, 20]);
    const spare = result(budget('slo: 40 ms', 'a: 5-8 ms', 'b: 10–12 ms'), 'spare');
    assert.deepEqual([spare.value, spare.low, spare.high], [20, 20, 25]);
  });

  it('says which end of a range counts: of a stage the high one, of the time limit the low one', () => {
    // A range of the limit alone had the note that its high end counts, and a budget over its low end looked wrong.
    const notes = (...lines: string[]): string[] => budget(...lines).notes.filter((note) => note.includes(' range '));
    const [limit, stage] = ['Of the range of “slo”, the low end counts.', 'A range counts with its high end.'];
    assert.deepEqual(notes('slo: 40 ms', 'a: 8 ms'), []);
    assert.deepEqual(notes('slo: 40 ms', 'a: 5-8 ms'), [stage]);
    assert.deepEqual(notes('slo: 30-40 ms', 'a: 8 ms'), [limit]);
    assert.deepEqual(notes('slo: 30-40 ms', 'a: 5-8 ms'), [stage, limit]);
    assert.deepEqual(codes(budget('slo: 30-40 ms', 'a: 35 ms')), ['budget-exceeded']);
    assert.equal(valueOf(budget('slo: 30-40 ms', 'a: 25 ms'), 'spare'), 5);
  });

  it('reads microseconds to seconds', () => {
    assert.equal(valueOf(budget('slo: 2 s', 'a: 500 µs', 'b: 500 us', 'c: 1.2 s', 'd: 250000 ns'), 'total'), 1201.25);
  });

  it('is exceeded at its time limit, with the stage to look at first', () => {
    const text = fence('latency-budget', 'slo: 40 ms p99', 'look-up: 8 ms', 'inference: 30-35 ms');
    const { problems } = onlyBlock(text);
    assert.deepEqual(
      problems.map((problem) => [problem.code, placeOf(text, problem)]),
      [['budget-exceeded', '40 ms p99']],
    );
    assert.match(
      problems[0]?.message ?? '',
      /take 43 ms with every range at its high end: 3 ms over 40 ms\. Look at “inference” first: 35 ms, 81 % of it/u,
    );
  });

  it('says whether its ranges exceed it at their high ends only, or at their low ones already', () => {
    const message = (...lines: string[]): string => budget('slo: 40 ms', ...lines).problems[0]?.message ?? '';
    assert.match(message('a: 50 ms'), /^The stages take 50 ms: 10 ms over 40 ms\./u);
    assert.match(message('a: 40-50 ms'), /take 50 ms with every range at its high end: 10 ms over/u);
    assert.match(message('a: 41-50 ms'), /take 50 ms even at their low ends: 10 ms over/u);
  });

  it('does not take a total or a limit that is written as a line for another stage', () => {
    const text = fence('latency-budget', 'slo: 40 ms', 'a: 8 ms', 'b: 4 ms', 'total: 12 ms');
    assert.equal(valueOf(onlyBlock(text), 'total'), 12);
    assert.deepEqual(
      onlyBlock(text).problems.map((problem) => placeOf(text, problem)),
      ['total'],
    );
    const limit = fence('latency-budget', 'target: 40 ms', 'a: 8 ms');
    assert.equal(valueOf(onlyBlock(limit), 'total'), 8);
    assert.equal(fixed(limit, 'Change to “slo”'), fence('latency-budget', 'slo: 40 ms', 'a: 8 ms'));
    assert.equal(valueOf(budget('slo: 40 ms', 'target: 8 ms'), 'total'), 8, 'beside a limit, a stage of that name');
  });

  it('has a group end where the lines go back, and a stage that is called like a group', () => {
    const block = budget('slo: 40 ms', 'parallel:', '  a: 8 ms', '  b: 9 ms', 'c: 1 ms', 'parallel: 2 ms');
    assert.equal(valueOf(block, 'total'), 12);
    const nested = budget('slo: 40 ms', 'parallel:', '  sequence x:', '    a: 8 ms', '  b: 9 ms', 'c: 1 ms');
    assert.equal(valueOf(nested, 'total'), 10);
    assert.deepEqual(codes(budget('slo: 40 ms', 'parallel scoring: 9 ms', '  a: 8 ms')), ['block-value']);
    assert.deepEqual(codes(budget('slo: 40 ms', 'a: 8 ms', '  b: 9 ms')), ['block-line'], 'it stands in no group');
  });

  it('is said in the unit of the limit once where both have it, and as a lower bound while a line is not read', () => {
    assert.equal(budget('slo: 2 s', 'a: 1200 ms').headline, '1.2 of 2 s, a 100 %');
    assert.equal(budget('slo: 2 s', 'a: 300 ms').headline, '300 ms of 2 s, a 100 %');
    assert.match(budget('slo: 40 ms', 'a: 8 ms', 'b: quick').headline ?? '', /^at least 8 of 40 ms, /u);
    assert.equal(budget('a: 8 ms').headline, '8 ms, a 100 %');
    assert.equal(budget('slo: 40 ms', 'a: 0 ms').headline, undefined);
  });

  it('takes a limit for the most that a request may take', () => {
    assert.deepEqual(codes(budget('slo: at least 40 ms', 'a: 8 ms')), ['block-value']);
  });

  it('is not exceeded where its stages just fit', () => {
    assert.deepEqual(codes(budget('slo: 0.3 s', 'a: 100 ms', 'b: 200 ms')), []);
  });

  it('says how many requests are in flight, by Little’s law', () => {
    const { value, source } = result(budget('slo: 40 ms', 'mean: 12 ms', 'events: 1M/s', 'a: 8 ms'), 'inFlight');
    assert.equal(value, 12_000);
    assert.match(source ?? '', /Little 1961/u);
    assert.match(
      budget('slo: 40 ms', 'mean: 12 ms', 'a: 8 ms').notes.join(' '),
      /each 1,000 requests a second keep 12 in flight/u,
    );
  });

  it('says that percentiles do not add up', () => {
    assert.match(budget(...BID).notes.join(' '), /Percentiles do not add up/u);
  });

  it('knows when each stage begins', () => {
    assert.deepEqual(
      budget(...BID).stages.map(({ name, from, counts, depth }) => [name, from, counts, depth]),
      [
        ['ingest', 0, true, 0],
        ['feature look-up', 2, true, 0],
        ['scoring', 10, true, 0],
        ['model', 10, true, 1],
        ['embedding', 10, true, 2],
        ['inference', 14, true, 2],
        ['rules', 10, false, 1],
        ['auction', 24, true, 0],
      ],
    );
  });

  it('writes its formula down', () => {
    assert.equal(
      result(budget(...BID), 'total').formula,
      'ingest + feature look-up + max((embedding + inference), rules) + auction',
    );
  });

  describe('with something wrong', () => {
    it('adds a time limit that is missing, with a blank to fill in', () => {
      const text = fence('latency-budget', 'look-up: 8 ms');
      assert.equal(fixed(text, 'Add the line “slo”'), fence('latency-budget', 'look-up: 8 ms', 'slo: {{40 ms p99}}'));
      assert.deepEqual(codes(onlyBlock(fixed(text, 'Add the line “slo”'))), ['block-blank']);
    });

    it('adds the unit that a stage leaves out', () => {
      const text = fence('latency-budget', 'slo: 40 ms', 'look-up: 8 # measured');
      assert.equal(fixed(text, 'Change to “8 ms”'), fence('latency-budget', 'slo: 40 ms', 'look-up: 8 ms # measured'));
    });

    it('says what it does not read, at its place', () => {
      const text = fence(
        'latency-budget',
        'slo: 40 ms',
        'fast',
        'a: quick',
        'b: 8 MB',
        'c:',
        'd: -1 ms',
        'e: 8 ms + 3 ms',
      );
      assert.deepEqual(
        onlyBlock(text).problems.map((problem) => [problem.code, placeOf(text, problem)]),
        [
          ['block-line', 'fast'],
          ['block-value', 'quick'],
          ['block-unit', '8 MB'],
          ['block-value', 'c'],
          ['block-value', '-1 ms'],
          ['block-value', '8 ms + 3 ms'],
        ],
      );
    });

    it('says that a group is empty', () => {
      assert.deepEqual(codes(budget('slo: 40 ms', 'a: 3 ms', 'parallel model:')), ['block-missing']);
    });

    it('counts the first of two time limits', () => {
      const block = budget('slo: 40 ms', 'a: 41 ms', 'slo: 50 ms');
      assert.deepEqual(codes(block), ['block-repeated', 'budget-exceeded']);
    });
  });
});
