import assert from 'node:assert/strict';
import { assertClose, codes, estimate, fence, fixed, onlyBlock, placeOf, result, valueOf } from './support/blockTexts';

const ARR = [
  'customers: 40,000',
  'share: 30 % (20-40 %)',
  'adoption: 8 % (4-12 %)',
  'price: $180 a month',
  'arr = customers × share × adoption × price × 12 months',
];

/** The value of a formula without assumptions. */
const of = (formula: string): number => valueOf(estimate(`x = ${formula}`), 'x');
const unitOf = (...lines: readonly string[]): string | null | undefined => estimate(...lines).results[0]?.unit;

describe('An estimate', () => {
  it('works its formulas out, with the low and high that their assumptions allow', () => {
    const { value, low, high, unit } = result(estimate(...ARR), 'arr');
    // 40,000 × 30 % × 8 % × $2,160 a year; the corners are 20 % × 4 % and 40 % × 12 %.
    assert.deepEqual([value, low, high, unit], [2_073_600, 691_200, 4_147_200, 'USD/year']);
  });

  it('says in a few words what it comes to, and what decides it', () => {
    assert.equal(estimate(...ARR).headline, 'ARR $2.1M, 0.69-4.1M, adoption decides');
    const narrow = ARR.map((line) => line.replace('(20-40 %)', '').replace('4-12 %', '3.5-14.5 %'));
    assert.equal(estimate(...narrow).headline, 'ARR $2.1M, 0.91-3.8M, adoption decides');
    assert.equal(estimate('a: 3', 'b = a × 2').headline, 'b 6');
  });

  it('says how far each assumption alone moves the last result', () => {
    const block = estimate(...ARR);
    assert.deepEqual(block.swings, [
      { key: 'adoption', atLow: 1_036_800, atHigh: 3_110_400 },
      { key: 'share', atLow: 1_382_400, atHigh: 2_764_800 },
    ]);
    const { of: key, value } = result(block, 'sensitivity');
    assert.deepEqual([key, value], ['adoption', 2_073_600]);
  });

  it('takes formulas of formulas, and names with spaces, hyphens and figures in them', () => {
    const block = estimate(
      'look-ups per user: 20',
      'daily users 2027: 3M',
      'cache-hit rate: 90 %',
      'reads = look-ups per user × daily users 2027',
      'origin reads = reads × (1 − cache-hit rate)',
    );
    assertClose(valueOf(block, 'origin reads'), 6e6);
    assert.deepEqual(codes(block), []);
  });

  describe('reads formulas', () => {
    const FORMULAS: readonly (readonly [string, number])[] = [
      ['1 + 2 × 3', 7],
      ['(1 + 2) × 3', 9],
      ['2 - 3 - 4', -5],
      ['2 − 3 – 4', -5],
      ['12 ÷ 2 ÷ 3', 2],
      ['12 / 2 · 3 * 2', 36],
      ['-3 × -2', 6],
      ['2 × -3 + 1', -5],
      ['−(2 + 3)', -5],
      ['1.5M ÷ 1k', 1500],
      ['10-4', 6],
      ['10/4', 2.5],
      ['3 × (4 + 5)', 27],
      ['1,200 × 2', 2400],
    ];
    for (const [formula, expected] of FORMULAS)
      it(`${formula} is ${expected}`, () => assertClose(of(formula), expected));

    it('and a hyphen or a slash within a name that is known belongs to it', () => {
      const lines = ['a: 7', 'b: 2', 'a-b: 100', 'a/b: 50'];
      assert.equal(valueOf(estimate(...lines, 'x = a-b'), 'x'), 100);
      assert.equal(valueOf(estimate(...lines, 'x = a - b'), 'x'), 5);
      assert.equal(valueOf(estimate(...lines, 'x = a/b'), 'x'), 50);
      assert.equal(valueOf(estimate('a: 7', 'b: 2', 'x = a-b'), 'x'), 5);
      assert.equal(valueOf(estimate('users: 4', 'x = $40/users'), 'x'), 10);
      assert.equal(unitOf('users: 4', 'x = $40/month'), 'USD/month');
    });
  });

  describe('keeps money, shares and periods apart', () => {
    it('dollars a month times 12 months are dollars a year', () => {
      assert.deepEqual(
        estimate('x = $40 a month × 12 months').results.map(({ value, unit }) => [value, unit]),
        [[480, 'USD/year']],
      );
      assert.deepEqual(
        estimate('x = 1 year × $40 a month').results.map(({ value, unit }) => [value, unit]),
        [[480, 'USD/year']],
      );
    });

    it('and times 18 months plain dollars', () => {
      const { value, unit } = result(estimate('x = $40 a month × 18 months'), 'x');
      assert.deepEqual([value, unit], [720, 'USD']);
    });

    it('dollars a month and dollars a year can be added', () => {
      const { value, unit } = result(
        estimate('licence: $1,200 a year', 'seat: $40 a month', 'x = licence + seat'),
        'x',
      );
      assert.deepEqual([value, unit], [1680, 'USD/year']);
    });

    it('shares of something are so much of it; shares of shares are shares', () => {
      assert.equal(unitOf('x = 8 % × 50 %'), '%');
      assert.equal(of('8 % × 50 %'), 4);
      assert.equal(of('200 × 8 %'), 16);
      assert.equal(of('8 % + 2 %'), 10);
      assertClose(of('1 − 8 %'), 0.92);
    });

    it('a price for a thousand is divided by a thousand', () => {
      assertClose(of('$0.06 a million × 5M'), 0.3);
      assertClose(valueOf(estimate('calls: 3,000 calls', 'x = calls × $2 per 1,000 calls'), 'x'), 6);
      assert.equal(unitOf('seats: 50 seats', 'x = seats × $12 per seat per month'), 'USD/month');
      assert.equal(unitOf('seats: 50', 'x = seats × $12 per seat per month'), 'USD/month');
    });

    it('requests a day at a price for each are dollars a day, and can be set against a bill a month', () => {
      const block = estimate(
        'requests: 2M/day',
        'hit rate: 60 %',
        'price: $0.002 per request',
        'cache: $1,500 a month',
        'saved = requests × hit rate × price',
        'net = (saved − cache) × 1 month',
      );
      assert.deepEqual(codes(block), []);
      assert.deepEqual([valueOf(block, 'saved'), result(block, 'saved').unit], [2400, 'USD/day']);
      // 2,400 × 30.436875 days − 1,500
      assert.deepEqual([valueOf(block, 'net'), result(block, 'net').unit], [71_548.5, 'USD/month']);
    });

    it('a rate for a time is an amount, and bytes of events are bytes', () => {
      assert.deepEqual(
        estimate('x = 1M events/s × 7 days').results.map(({ value, unit }) => [value, unit]),
        [[604.8e9, 'events']],
      );
      assert.deepEqual(
        estimate('x = 1M events/s × 500 bytes').results.map(({ value, unit }) => [value, unit]),
        [[5e8, 'bytes/s']],
      );
      assert.deepEqual(
        estimate('x = 40 ms + 1 s').results.map(({ value, unit }) => [value, unit]),
        [[1040, 'ms']],
      );
    });

    const MIXED: readonly (readonly [string, readonly string[], string])[] = [
      ['dollars and users', ['users: 500 users', 'price: $40', 'x = price + users'], 'price + users'],
      ['dollars and a plain number', ['n: 500', 'price: $40', 'x = price + n'], 'price + n'],
      ['dollars and dollars a month', ['x = $40 + $5 a month'], '$40 + $5 a month'],
      ['dollars and euros', ['x = $40 − €5'], '$40 − €5'],
      ['a price and a share', ['price: $40', 'x = price + 8 %'], 'price + 8 %'],
      ['users and sessions', ['a: 5 users', 'b: 6 sessions', 'x = 2 × (a + b)'], 'a + b'],
      ['a time and a size', ['x = 3 ms + 2 MB'], '3 ms + 2 MB'],
    ];
    for (const [what, lines, place] of MIXED)
      it(`${what} cannot be added`, () => {
        const text = fence('estimate', ...lines);
        const { problems, results } = onlyBlock(text);
        assert.deepEqual(
          problems.map((problem) => [problem.code, placeOf(text, problem)]),
          [['block-dimension', place]],
        );
        assert.deepEqual(results, []);
      });
  });

  describe('with ranges', () => {
    it('uses the ends of each assumption that it rises or falls with, and not wider intervals', () => {
      // Interval arithmetic would let the two mentions of a differ: 2 ÷ (4 + 1) to 4 ÷ (2 + 1).
      const { low, high } = result(estimate('a: 3 (2-4)', 'b: 1', 'x = a ÷ (a + b)'), 'x');
      assertClose(low ?? 0, 2 / 3);
      assertClose(high ?? 0, 4 / 5);
    });

    it('says where a formula both rises and falls', () => {
      const text = fence('estimate', 'p: 50 % (20-90 %)', 'x = p × (1 − p)');
      const { problems, results } = onlyBlock(text);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.severity, placeOf(text, problem)]),
        [['block-not-monotone', 'info', 'p × (1 − p)']],
      );
      assertClose(results[0]?.low ?? 0, 0.09);
      assert.ok((results[0]?.high ?? 0) > 0.247);
      assert.deepEqual(codes(estimate('p: 10 % (4-12 %)', 'x = p × (1 − p)')), []);
    });

    it('reads ranges with and without their unit, and a range alone', () => {
      const ends = (line: string): (number | undefined)[] => {
        const [input] = estimate(line, 'x = 1').inputs;
        return [input?.value, input?.low, input?.high];
      };
      assert.deepEqual(ends('a: 8 % (4-12 %)'), [8, 4, 12]);
      assert.deepEqual(ends('a: 8 % (4-12)'), [8, 4, 12]);
      assert.deepEqual(ends('a: $40 a month (30-50)'), [40, 30, 50]);
      assert.deepEqual(ends('a: 2M (1-3)'), [2e6, 1e6, 3e6]);
      assert.deepEqual(ends('a: $1.5M ($1M-$2M)'), [1.5e6, 1e6, 2e6]);
      assert.deepEqual(ends('a: 4-12 %'), [8, 4, 12]);
      assert.deepEqual(ends('a: 8 %'), [8, undefined, undefined]);
    });

    it('has no low and high where a divisor may be 0', () => {
      const block = estimate('churn: 2 % (0-4 %)', 'lifetime = 1 ÷ churn');
      assert.deepEqual(
        codes(block).filter((code) => code === 'block-division'),
        ['block-division'],
      );
      assert.equal(result(block, 'lifetime').low, undefined);
    });
  });

  describe('with a goal', () => {
    it('says which assumption would have to move, and to what value', () => {
      const text = fence('estimate', ...ARR, 'goal: $2.5M');
      const [problem] = onlyBlock(text).problems;
      assert.equal(problem?.code, 'goal-missed');
      assert.equal(problem && placeOf(text, problem), '$2.5M');
      // $2.5M ÷ (40,000 × 30 % × $2,160)
      assert.match(
        problem?.message ?? '',
        /“adoption” would have to be 9\.65 % instead of 8 %, which is within its range/u,
      );
      assert.deepEqual(codes(onlyBlock(fixed(text, /^Assume .* for “adoption”/u))), []);
    });

    it('is met at its figure and above', () => {
      assert.deepEqual(codes(estimate(...ARR, 'goal: $2M')), []);
      assert.deepEqual(codes(estimate('a: 10 %', 'x = 30 × a', 'goal: 3')), []);
    });

    it('may be one that is not to be exceeded', () => {
      const lines = ['calls: 50M (40-60M)', 'bill = calls × $0.10 per 1,000'];
      assert.deepEqual(codes(estimate(...lines, 'goal: at most $6,000')), []);
      const block = estimate(...lines, 'goal: at most $4,500');
      assert.deepEqual(codes(block), ['goal-missed']);
      assert.match(block.problems[0]?.message ?? '', /“calls” would have to be 45M instead of 50M/u);
    });

    it('finds the value where it comes in squared, or below a fraction bar', () => {
      const give = (...lines: string[]): string =>
        /“[^”]*” would have to be .*$/u.exec(estimate(...lines).problems[0]?.message ?? '')?.[0] ?? '';
      assert.equal(give('side: 3', 'area = side × side', 'goal: 16'), '“side” would have to be 4 instead of 3.');
      assert.equal(
        give('side: 5', 'area = side × side', 'goal: at most 16'),
        '“side” would have to be 4 instead of 5.',
      );
      assert.equal(give('n: 10', 'each = 100 ÷ n', 'goal: 20'), '“n” would have to be 5 instead of 10.');
      assert.equal(give('a: 2', 'x = a + a × a', 'goal: 12'), '“a” would have to be 3 instead of 2.');
      assert.equal(give('a: 2', 'x = 1 ÷ (a × a)', 'goal: 1'), '“a” would have to be 1 instead of 2.');
    });

    it('asks first for what lies within its range, then for what is strained least', () => {
      const give = (...lines: string[]): string =>
        /“([^”]*)” would have to be/u.exec(estimate(...lines).problems[0]?.message ?? '')?.[1] ?? '';
      // 10 × 10 is 100, and 120 is wanted: 12 of either.
      assert.equal(give('a: 10 (9-11)', 'b: 10 (5-15)', 'x = a × b', 'goal: 120'), 'b', 'a would leave its range');
      assert.equal(give('a: 10 (5-13)', 'b: 10 (5-20)', 'x = a × b', 'goal: 120'), 'b', 'a fifth of its way');
      assert.equal(give('a: 10', 'b: 10 (9-11)', 'x = a × b', 'goal: 120'), 'b', 'a has no range at all');
      assert.equal(give('a: 10 (5-20)', 'b: 10 (9-19)', 'x = a × b', 'goal: at most 95'), 'a', 'the low ends count');
    });

    it('says when no assumption alone could make up for it', () => {
      const message = (...lines: string[]): string => estimate(...lines).problems[0]?.message ?? '';
      assert.match(message('share: 60 % (50-70 %)', 'x = share', 'goal: 120 %'), /No assumption alone could make up/u);
      assert.match(message('a: 2', 'b: 3', 'x = a × b', 'goal: at most -6'), /No assumption alone could make up/u);
      assert.match(message('a: 0', 'x = a + 1', 'goal: 5'), /No assumption alone could make up/u);
    });

    it('rounds what it offers to the side on which the goal is met', () => {
      for (const lines of [
        ['a: 3', 'x = a × 7', 'goal: 100'],
        ['a: 30', 'x = a × 7', 'goal: at most 100'],
        ['n: 9', 'x = 100 ÷ n', 'goal: 15'],
        ['a: 1234567', 'x = a × 3', 'goal: 5000000'],
      ]) {
        const after = fixed(fence('estimate', ...lines), /^Assume /u);
        assert.deepEqual(codes(onlyBlock(after)), [], after);
      }
      assert.match(fixed(fence('estimate', 'a: 3', 'x = a × 7', 'goal: 100'), /^Assume /u), /^a: 14\.29$/mu);
      assert.match(fixed(fence('estimate', 'a: 30', 'x = a × 7', 'goal: at most 100'), /^Assume /u), /^a: 14\.28$/mu);
    });

    it('may be a limit that does not say so, where less than it came out', () => {
      const text = fence('estimate', 'cac: $600', 'margin: $100 a month', 'payback = cac ÷ margin', 'goal: 12 months');
      assert.deepEqual(codes(onlyBlock(fixed(text, /^Change to “at most 12 months”/u))), []);
      const titles = (goal: string): string[] =>
        estimate('a: 3', 'x = a', `goal: ${goal}`).problems.flatMap(({ fixes }) => fixes.map(({ title }) => title));
      assert.ok(titles('12').includes('Change to “at most 12”, a limit'));
      assert.ok(!titles('at least 12').some((title) => title.includes('a limit')), 'it says which it is');
      assert.ok(!titles('at most 2').some((title) => title.includes('a limit')));
    });

    it('for a year is none for a sum of all its time', () => {
      const text = fence('estimate', 'price: $20 a month', 'x = price × 18 months', 'goal: $500 a year');
      assert.match(onlyBlock(text).problems[0]?.message ?? '', /is a sum for all of its time/u);
      assert.deepEqual(codes(onlyBlock(fixed(text, 'Change to “$500”'))), ['goal-missed']);
    });

    it('asks for no share above the whole', () => {
      const block = estimate('users: 100 (90-110)', 'share: 60 % (50-70 %)', 'x = users × share', 'goal: 200');
      assert.doesNotMatch(block.problems[0]?.message ?? '', /“share”/u);
    });

    it('has to be of the same kind as the last result', () => {
      assert.deepEqual(codes(estimate(...ARR, 'goal: 40 ms')), ['block-dimension']);
      assert.deepEqual(codes(estimate(...ARR, 'goal: $2M a year')), []);
    });
  });

  describe('with something wrong', () => {
    it('says that a name is used before it is given, and moves it up', () => {
      const text = fence('estimate', 'x = a × b', 'a: 3', 'b = a + 1 # later');
      const places = onlyBlock(text).problems.map((problem) => [problem.code, placeOf(text, problem)]);
      assert.deepEqual(places, [
        ['block-name', 'a'],
        ['block-name', 'b'],
      ]);
      assert.equal(fixed(text, 'Move “b” up'), fence('estimate', 'b = a + 1 # later', 'x = a × b', 'a: 3'));
    });

    it('names the closest name, and can add one', () => {
      const text = fence('estimate', 'adoption: 8 %', 'x = adoptoin × 2');
      assert.equal(fixed(text, 'Change to “adoption”'), fence('estimate', 'adoption: 8 %', 'x = adoption × 2'));
      assert.equal(
        fixed(text, 'Add the line “adoptoin”'),
        fence('estimate', 'adoption: 8 %', 'adoptoin: {{figure}}', 'x = adoptoin × 2'),
      );
    });

    it('says where a formula divides by 0, and that it uses itself', () => {
      const text = fence('estimate', 'a: 0', 'x = 3 ÷ (a × 2)', 'y = y + 1');
      assert.deepEqual(
        onlyBlock(text).problems.map((problem) => [problem.code, placeOf(text, problem)]),
        [
          ['block-division', '(a × 2)'],
          ['block-name', 'y'],
        ],
      );
    });

    it('says once that a line is wrong, and not again at each formula that needs it', () => {
      assert.deepEqual(codes(estimate('a: many', 'x = a × 2', 'y = x + 1')), ['block-value']);
    });

    it('makes a formula of a line with a colon', () => {
      const text = fence('estimate', 'a: 3', 'x: a × 2');
      assert.equal(valueOf(onlyBlock(fixed(text, 'Make it a formula')), 'x'), 6);
    });

    it('says where a formula stops making sense', () => {
      const stops = (formula: string): string => {
        const text = fence('estimate', 'a: 3', `x = ${formula}`);
        const [problem] = onlyBlock(text).problems;
        return problem ? placeOf(text, problem) : '';
      };
      assert.equal(stops('(a + 1'), '(');
      assert.equal(stops('a + 1)'), ')');
      assert.equal(stops('× a'), '×');
      assert.equal(stops('a 3'), '3');
      assert.equal(stops('a +'), '+');
    });
  });
});
