import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blockDrawings } from '../../../src/core/blocks/blockDrawings';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { recomputeLines } from '../../../src/core/blocks/resultLines';
import { applyEdits } from '../../../src/core/markdown/text';
import { PackRenderer } from '../../../src/core/pack/render';
import MarkdownIt from 'markdown-it';
import { runs } from '../../support/properties';
import {
  assertClose,
  budget,
  capacity,
  codes,
  estimate,
  fence,
  fixed,
  onlyBlock,
  result,
  valueOf,
} from './support/blockTexts';

describe('Prices for data, machines and things', () => {
  const COSTS: readonly (readonly [readonly string[], number, string])[] = [
    [['x = $0.05 per GB × 100 TB'], 5000, 'USD'],
    [['traffic: 100 TB a month', 'x = traffic × $50/TB'], 5000, 'USD/month'],
    [['x = $2/GPU-hour × 600 GPU-hours'], 1200, 'USD'],
    [['price: $2 per GPU hour', 'gpus: 8', 'x = price × gpus × 100 hours'], 1600, 'USD'],
    [['gpu hours: 600', 'x = $2/GPU-hour × gpu hours'], 1200, 'USD'],
    [['x = 8 H100s × $2.5 per H100-hour × 100 h'], 2000, 'USD'],
    [['storage: 100 TB', 'x = storage × $0.02 per GB-month'], 2000, 'USD/month'],
    [['storage: 100 TB', 'x = storage × $20 a TB a month × 12 months'], 24_000, 'USD/year'],
    [['storage TB: 100', 'x = storage TB × $20 a TB a month'], 2000, 'USD/month'],
    [['x = 5M tokens × $3/M tokens'], 15, 'USD'],
    [['x = 5M tokens × $3/Mtok'], 15, 'USD'],
    [['x = 30 engineer-days × $800 per engineer-day'], 24_000, 'USD'],
    [['customers in EMEA: 400', 'x = customers in EMEA × $30 a customer a year'], 12_000, 'USD/year'],
    [['searches: 5M/day', 'x = searches × $0.01 per search'], 50_000, 'USD/day'],
    [['batches: 50 a day', 'x = batches × $2 per batch'], 100, 'USD/day'],
    [['caches: 5', 'x = caches × $2 per cache'], 10, 'USD'],
    [['queries: 5', 'x = queries × $2 a query'], 10, 'USD'],
    [['buses: 5', 'x = buses × $2 per bus'], 10, 'USD'],
    [['5xx errors 2027: 300', 'x = 5xx errors 2027 × $4 per error'], 1200, 'USD'],
  ];
  for (const [lines, value, unit] of COSTS)
    it(`${lines.join('; ')} is ${value} ${unit}`, () => {
      const block = estimate(...lines);
      assert.deepEqual(codes(block), []);
      assertClose(valueOf(block, 'x'), value);
      assert.equal(result(block, 'x').unit, unit);
    });

  it('are shown for the unit that they are for', () => {
    const { value, unit } = result(estimate('x = $20 per TB × 2'), 'x');
    assert.deepEqual([value, unit], [40, 'USD/TB']);
  });
});

describe('Ranges', () => {
  const ends = (...lines: string[]): (number | undefined)[] => {
    const { low, high } = result(estimate(...lines), 'x');
    return [low, high];
  };

  it('have no bounds where a divisor may be 0 between their ends', () => {
    for (const lines of [
      ['a: 100', 'b: 5 (1-9)', 'c: 4 (3-5)', 'x = a ÷ (b − c)'],
      ['b: 9 (1-10)', 'x = 100 ÷ (b − 5.0123)'],
      ['b: 9 (1-10)', 'y = 100 ÷ (b − 5)', 'x = y + 1'],
      ['b: 9 (1-10)', 'x = 1 ÷ ((b − 4.9) × (b − 4.9))'],
    ]) {
      const block = estimate(...lines);
      assert.ok(codes(block).includes('block-division'), lines.join());
      assert.deepEqual(ends(...lines), [undefined, undefined]);
      assert.deepEqual(
        block.swings.filter(({ key }) => key === 'b'),
        [],
      );
    }
  });

  it('are found where a dip is narrow, which is said', () => {
    const block = estimate('p: 10 (0-100)', 'x = (p − 3.1) × (p − 3.2)');
    assert.deepEqual(codes(block), ['block-not-monotone']);
    assert.ok((result(block, 'x').low ?? 0) < -0.002);
  });

  it('are exact for margins and ratios, in which a name stands twice', () => {
    const lines = ['users: 40 (30-60)', 'price: 20 (15-25)', 'cost: 100 (80-140)', 'revenue = users × price'];
    const block = estimate(...lines, 'x = (revenue − cost) ÷ revenue');
    assert.deepEqual(codes(block), []);
    assertClose(result(block, 'x').low ?? 0, (450 - 140) / 450);
    assertClose(result(block, 'x').high ?? 0, (1500 - 80) / 1500);
    assert.deepEqual(codes(estimate('a: 3 (2-4)', 'b: 2 (1-3)', 'x = a ÷ (a + b)')), []);
  });

  it('in brackets may be for another period, or leave it out', () => {
    for (const range of ['30-50 a month', '$30-50 a month', '$360-600', '360-600'])
      assert.deepEqual(ends(`price: $480 a year (${range})`, 'x = price × 1'), [360, 600], range);
    assert.deepEqual(ends('traffic: 100 TB a month (50-150 TB)', 'x = traffic × 1 month'), [50e12, 150e12]);
    assert.deepEqual(ends('price: $30-50 a month', 'x = price × 12 months'), [360, 600]);
    assert.deepEqual(ends('traffic: 100 events/s (50-150/s)', 'x = traffic × 1 s'), [50, 150]);
    assert.deepEqual(ends('traffic: 100 events/s (3k-12k/min)', 'x = traffic × 1 s'), [50, 200]);
    assert.deepEqual(ends('size: 8 GB (4000-12,000 MB)', 'x = size × 1'), [4e9, 12e9]);
    for (const wrong of ['$4 (3-5 ms)', '$40 (3-5 events/s)', '40 (4-12 %)', '8 % (4-12 ms)'])
      assert.deepEqual(codes(estimate(`a: ${wrong}`, 'x = a × 1')), ['block-unit'], wrong);
  });

  it('take over the thousands or millions of their figure where they leave them out, and only there', () => {
    for (const [line, expected] of [
      ['a: 1.5M (1-2)', [1e6, 2e6]],
      ['a: 1.5M (900k-2,000k)', [9e5, 2e6]],
      ['a: 1M (1000k-2000k)', [1e6, 2e6]],
      ['a: 2M (1000k-2000k)', [1e6, 2e6]],
      ['a: 1500k (1-2M)', [1e6, 2e6]],
      ['a: 15 (10-20)', [10, 20]],
    ] as const)
      assert.deepEqual(ends(line, 'x = a × 1'), expected, line);
    assert.deepEqual(codes(estimate('a: 8 (4)', 'x = a × 1')), ['block-value'], 'one figure is no range');
  });

  it('move nothing while the last formula is not read', () => {
    const block = estimate('a: 3 (2-4)', 'x = a × 2', 'y = b × 2');
    assert.deepEqual([block.swings, block.headline], [[], undefined]);
    assert.equal(estimate('a: 3 (2-4)', 'x = a × 2').swings.length, 1);
    assert.deepEqual(codes(estimate('a: 3')), ['block-missing'], 'an estimate without a formula');
  });

  it('hold their own figure, at their ends too', () => {
    assert.deepEqual(codes(estimate('a: 4 (4-12)', 'x = a × 1')), []);
    assert.deepEqual(codes(estimate('a: 12 (4-12)', 'x = a × 1')), []);
    for (const outside of ['a: 20 (4-12)', 'a: 3 (4-12)']) {
      assert.deepEqual(codes(estimate(outside, 'x = a × 1')), ['block-range'], outside);
      assert.ok(ends(outside, 'x = a × 1').includes(outside.includes('20') ? 20 : 3), 'and reach to it');
    }
  });
});

describe('A goal', () => {
  const with25 = (goal: string): string[] => codes(estimate('a: 25 ms', 'x = a × 1', `goal: ${goal}`));

  it('is an upper limit in any words', () => {
    for (const goal of [
      '20 ms or less',
      'at most 20 ms',
      '< 20 ms',
      '<= 20 ms',
      '≤ 20 ms',
      'under 20 ms',
      'max 20 ms',
      '20 ms max',
      'up to 20 ms',
      'no more than 20 ms',
      '≤20ms',
    ]) {
      assert.deepEqual(with25(goal), ['goal-missed'], goal);
      assert.deepEqual(with25(goal.replace('20', '30')), [], goal);
    }
  });

  it('is a lower one in any words, and in none', () => {
    for (const goal of ['at least 30 ms', '≥ 30 ms', '>= 30 ms', '> 30 ms', '30 ms or more', 'over 30 ms', '30 ms']) {
      assert.deepEqual(with25(goal), ['goal-missed'], goal);
      assert.deepEqual(with25(goal.replace('30', '20')), [], goal);
    }
  });

  it('for a year is compared with a result for a month, and not with one for three years', () => {
    const price = 'price: $40 a month';
    assert.deepEqual(codes(estimate(price, 'x = price × 1', 'goal: $500 a year')), ['goal-missed']);
    assert.deepEqual(codes(estimate(price, 'x = price × 1', 'goal: $400 a year')), []);
    assert.deepEqual(codes(estimate(price, 'x = price × 36 months', 'goal: $400 a year')), ['block-dimension']);
  });

  it('is not held against another formula while the last one is not read', () => {
    const block = estimate('a: 2', 'b = a × 2', 'c = b × d', 'goal: 100');
    assert.deepEqual(codes(block), ['block-name']);
    assert.equal(block.headline, undefined);
  });
});

describe('Figures as they are typed in a hurry', () => {
  it('are read: about, with limits, with their percentile, wide or with blanks that do not break', () => {
    for (const value of [
      '10 ms',
      '10ms',
      '~10 ms',
      '≈10 ms',
      'about 10 ms',
      'p99 10 ms',
      'p99: 10 ms',
      'p99 < 10 ms',
      '10\u00a0ms',
      '10\u202fms',
      '< 10 ms',
      'up to 10 ms',
      '10 ms (p99)',
      '１０ ms',
    ]) {
      const block = budget('slo: < 40 ms', `a: ${value}`);
      assert.deepEqual(codes(block), [], value);
      assert.equal(valueOf(block, 'total'), 10, value);
    }
    assert.equal(budget('slo p99： 40 ms', '- a: 8 ms', 'b = 2 ms').headline, '10 of 40 ms, a 80 %');
    assert.equal(
      valueOf(budget('slo: 40 ms', 'parallel p:', '\u00a0\u00a0a: 8 ms', '\u00a0\u00a0b: 2 ms'), 'total'),
      8,
    );
    assert.deepEqual(result(budget('slo: 40 ms', 'a: 8 ms (5-10)'), 'total').low, 5);
  });

  it('are no time limit where they are the least', () => {
    assert.deepEqual(codes(budget('slo: at least 40 ms', 'a: 8 ms')), ['block-value']);
  });

  it('are not passed over in the headline where a line is not read', () => {
    assert.equal(
      budget('slo: 40 ms', 'a: 8 ms', 'b: fast', 'c 9 ms').headline,
      'at least 8 of 40 ms, 2 lines not read',
    );
    assert.match(
      capacity('events: 1M/s', 'event size: 500 B', 'nodes: 10', 'peak: lots').headline ?? '',
      /, 1 line not read$/u,
    );
  });

  it('count once: neither the total nor a limit of another name is a stage', () => {
    assert.equal(valueOf(budget('slo: 40 ms', 'a: 8 ms', 'total: 8 ms'), 'total'), 8);
    const text = fence('latency-budget', 'target: 40 ms', 'a: 8 ms');
    assert.deepEqual(codes(onlyBlock(fixed(text, 'Change to “slo”'))), []);
  });
});

describe('A formula as it is typed in a hurry', () => {
  it('takes the letter x for a sign, and says that twelve times a month are no year', () => {
    const lines = ['users: 40k', 'price: $20/mo'];
    assertClose(valueOf(estimate(...lines, 'arr = users x price x 12 months'), 'arr'), 9_600_000);
    const text = fence('estimate', ...lines, 'arr = users × price × 12');
    assert.deepEqual(codes(onlyBlock(text)), ['block-dimension']);
    const after = onlyBlock(fixed(text, 'Change to “12 months”'));
    assert.deepEqual([codes(after), result(after, 'arr').unit], [[], 'USD/year']);
  });

  it('counts what a rate for each of something is named after', () => {
    const lines = ['users: 10M', 'sessions: 12 per user per month', 'searches: 3 per session'];
    assert.equal(
      result(estimate(...lines, 'x = users × sessions × searches × $0.5 per 1,000 searches'), 'x').unit,
      'USD/month',
    );
  });

  it('adds what is alike: money for whatever it is, things in any order, and a bare number to things', () => {
    for (const lines of [
      ['x = $5 per user + $4 per session'],
      ['a: 5 users', 'b: 6 sessions', 'x = a × b + b × a'],
      ['a: 5 users', 'n: 500', 'x = a + n'],
      ['a: 5 users', 'n: 500', 'x = n + a'],
    ])
      assert.deepEqual(codes(estimate(...lines)), [], lines.join('; '));
    assert.equal(result(estimate('a: 5 users', 'n: 500', 'x = n + a'), 'x').unit, 'users');
    assert.equal(result(estimate('a: 5 users', 'n: 500', 'x = a − n'), 'x').unit, 'users');
    assert.deepEqual(codes(estimate('a: 5 users', 'b: 6 sessions', 'x = a × a + b × a')), ['block-dimension']);
  });

  it('says that money times time is neither', () => {
    assert.deepEqual(codes(estimate('fee: $80', 'x = fee × 40 h')), ['block-dimension']);
  });
});

describe('A capacity with ranges and losses', () => {
  const BASE = ['events: 1M/s', 'event size: 500 B', 'nodes: 10', 'consumer groups: 2', 'retention: 7 days'];

  it('is judged at the end of a range that holds least', () => {
    const exceeds = (...lines: string[]): boolean => codes(capacity(...BASE, ...lines)).includes('capacity-exceeded');
    assert.ok(exceeds('node disk: 80-200 TB'));
    assert.ok(exceeds('node network: 100-900 MB/s'));
    assert.ok(!exceeds('node disk: 110-200 TB'));
    const range = capacity(...BASE, 'consumer capacity: 8-12k/s', 'utilisation: 50-70 %');
    assert.equal(valueOf(range, 'consumers'), 250);
    assert.equal(valueOf(capacity(...BASE.slice(0, 2), 'nodes: 8-10'), 'writtenPerNode'), 1.5e9 / 8);
  });

  it('says how many nodes would do, where so many can be had', () => {
    const message = (...lines: string[]): string =>
      capacity(...lines).problems.find(({ code }) => code === 'capacity-exceeded')?.message ?? '';
    assert.match(message(...BASE, 'node disk: 80 TB'), /\. \d+ nodes would do\.$/u);
    assert.doesNotMatch(message(...BASE, 'node disk: 1 MB'), /would do/u, 'millions of nodes');
    const text = fence('capacity', ...BASE, 'node disk: 80 TB');
    const after = onlyBlock(fixed(text, /^Change “nodes” to/u));
    assert.ok(!codes(after).includes('capacity-exceeded'), 'and so many do');
  });

  it('with one copy of each event says nothing of the time after a loss but that data are gone', () => {
    const block = capacity(...BASE, 'replication: 1', 'node network: 10 Gbit/s');
    assert.ok(!block.results.some(({ id }) => /AfterLoss|Reassigned/u.test(id)));
    assert.match(block.problems.map(({ message }) => message).join(), /is gone/u);
  });
});

describe('A fix of a block', () => {
  const value = fc.oneof(
    fc.constantFrom(
      '4 × 4 TB',
      '2 x 8 TB',
      '20ms + 5ms',
      '8..12 ms',
      '8 ± 2 ms',
      '1 200 ms',
      '1/2 s',
      '25GbE',
      '0.7',
      '70',
      '500 GB/day',
      'between 3 and 5 ms',
      '150 %',
      '2.5',
      '$0.06',
      '10 TB',
      '-3',
      '3/s',
      'x',
      '',
      '1M',
      '5 min',
      '$4 a month',
      '8 ms, 9 ms',
      '3 calls × 4 ms',
      '1e9',
      '10k events',
    ),
    fc
      .tuple(
        fc.integer({ min: 0, max: 5000 }),
        fc.constantFrom('', ' ms', ' GB', '/s', ' %', '×', ' MB/s', ' a day', ' nodes', ' (3-4)', ' + 1', ' × 2 s'),
      )
      .map(([n, unit]) => `${n}${unit}`),
  );
  const key = fc.constantFrom(
    'events',
    'event size',
    'nodes',
    'replication',
    'utilisation',
    'peak',
    'retention',
    'consumer capacity',
    'node network',
    'node disk',
    'cost',
    'backlog',
    'event sise',
    'brokers',
  );
  const block = fc.oneof(
    fc.tuple(key, value).map(([name, text]) => fence('capacity', `${name}: ${text}`)),
    fc.tuple(value, value).map(([a, b]) => fence('latency-budget', `slo: ${a}`, `a: ${b}`)),
    fc
      .tuple(value, value, value)
      .map(([a, b, goal]) => fence('estimate', `a: ${a}`, `b: ${b}`, 'c = a × b', `goal: ${goal}`)),
  );
  const said = (text: string): string[] =>
    readBlocks(text).flatMap(({ problems }) => problems.map(({ code, message }) => `${code} ${message}`));

  it('takes its problem away and brings no other of a line that can be read', () => {
    fc.assert(
      fc.property(block, (text) => {
        for (const { problems } of readBlocks(text))
          for (const problem of problems)
            for (const fix of problem.fixes) {
              if (fix.snippet === true || !['block-unit', 'block-value', 'goal-missed'].includes(problem.code))
                continue;
              const after = applyEdits(text, fix.edits);
              const same = (of: string): number =>
                said(of).filter((one) => one === `${problem.code} ${problem.message}`).length;
              assert.ok(same(after) < same(text), `${text}${fix.title}`);
              const lineOf = (of: string): number => of.slice(0, problem.start).split('\n').length;
              const [from] = fix.edits.map(({ start }) => start);
              if (problem.code === 'goal-missed' || from === undefined || /formula/u.test(fix.title)) continue;
              const here = readBlocks(after)
                .flatMap((one) => one.problems)
                .filter(
                  (one) =>
                    after.slice(0, one.start).split('\n').length === lineOf(text) &&
                    ['block-unit', 'block-value'].includes(one.code) &&
                    // Whether there are nodes enough is for two lines to say.
                    !/copies of an event/u.test(one.message),
                );
              assert.deepEqual(here, [], `${text}${fix.title}`);
            }
      }),
      runs(300),
    );
  });

  it('gives a bare figure what its line wants, and nothing to what is of another kind', () => {
    const change = (line: string): string | undefined =>
      capacity(line)
        .problems.flatMap(({ fixes }) => fixes)
        .map(({ title }) => /^Change to “(.*)”$/u.exec(title)?.[1])
        .find((title) => title !== undefined);
    for (const [line, meant] of [
      ['events: 1M', '1M/s'],
      ['events: 10k events', '10k events/s'],
      ['event size: 500', '500 B'],
      ['event size: 500 KB/s', '500 KB'],
      ['consumer capacity: 10', '10/s'],
      ['consumer capacity: 10 MB', '10 MB/s'],
      ['node network: 1.25 GB', '1.25 GB/s'],
      ['nodes: 2.5', '3'],
      ['nodes: 0', undefined],
      ['peak: 150 %', '1.5×'],
      ['utilisation: 0.7', '70 %'],
      ['utilisation: 70', '70 %'],
      ['utilisation: 100', '100 %'],
      ['utilisation: 101', undefined],
      ['cost: $0.06', '$0.06 a million'],
      ['events: 5 ms', undefined],
      ['node network: 5 ms', undefined],
      ['peak: 5 ms', undefined],
      ['cost: 5 ms', undefined],
      ['event size: 500 B plus 3', '500 B # plus 3'],
      ['retention: 0', '0 days'],
    ] as const)
      assert.equal(change(line), meant, line);
  });

  it('writes what people mean by a blank, dots, plus or minus and a fraction', () => {
    const changes = (line: string): (string | undefined)[] =>
      budget('slo: 400 ms', line)
        .problems.flatMap(({ fixes }) => fixes)
        .map(({ title }) => /^Change to “(.*)”$/u.exec(title)?.[1]);
    for (const [line, meant] of [
      ['a: 1 200 ms', '1200 ms'],
      ['a: 8..12 ms', '8-12 ms'],
      ['a: 8…12 ms', '8-12 ms'],
      ['a: 8 ± 2 ms', '6-10 ms'],
      ['a: 8 ms +/- 2 ms', '6-10 ms'],
      ['a: between 8 and 12 ms', '8-12 ms'],
      ['a: 1/2 s', '0.5 s'],
    ] as const)
      assert.equal(changes(line)[0], meant, line);
    assert.equal(changes('a: 2 ± 8 ms')[0], undefined, 'below nothing');
    assert.ok(!changes('a: 8 ms ± 2 s').some((text) => text?.startsWith('6-10')), 'two units');
  });

  it('multiplies, adds and converts what it can', () => {
    const after = (kind: 'capacity' | 'latency-budget', line: string): string =>
      fixed(fence(kind, line), /^Change to “[^”]*”$/u).split('\n')[1] as string;
    assert.equal(after('capacity', 'node disk: 4 × 4 TB'), 'node disk: 16 TB');
    assert.equal(after('capacity', 'node disk: 16'), 'node disk: 16 TB');
    assert.equal(after('capacity', 'retention: 7'), 'retention: 7 days');
    assert.equal(after('capacity', 'node disk: 500 GB/day'), 'node disk: 500 GB');
    assert.equal(after('latency-budget', 'a: 20ms + 5ms'), 'a: 25 ms');
    assert.equal(after('latency-budget', 'a: 8 ± 2 ms'), 'a: 6-10 ms');
  });
});

describe('What the user adds to a line with a result', () => {
  const MARK = '<!-- result -->';
  const recomputed = (text: string): string => applyEdits(text, recomputeLines(text).edits);
  const BLOCKS = [
    (n: number) => fence('latency-budget', 'slo: 400 ms', `a: ${n} ms`, 'b 2: 5 ms'),
    (n: number) => fence('estimate', `a: ${n} (1-999)`, 'year 2027 = a × 2', 'goal: 50'),
    (n: number) => fence('estimate', `a: $${n} a month`, 'arr = a × 12 months'),
    (n: number) => fence('capacity', `events: ${n}k/s`, 'event size: 1 KB', 'nodes: 9', 'retention: 7 days'),
  ];
  const added = fc.constantFrom(
    '',
    ' — measured on Monday',
    ' (mine)',
    '. I checked this.',
    ' <!-- mine -->',
    '; ask Ann',
    ', roughly',
  );

  it('stays when the figures are renewed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BLOCKS),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 99 }),
        added,
        (block, first, second, more) => {
          const old = recomputed(block(first)).trimEnd() + more;
          const now = old.replace(block(first).trimEnd(), block(second).trimEnd());
          assert.equal(recomputed(`${now}\n`), `${recomputed(block(second)).trimEnd()}${more}\n`);
        },
      ),
      runs(200),
    );
  });

  it('stays when the block can no longer be read', () => {
    const text = `${fence('estimate', 'a: 2', 'b = c')}${MARK} Result: b 6 (checked)\n`;
    assert.equal(recomputed(text), `${fence('estimate', 'a: 2', 'b = c')}(checked)\n`);
  });

  it('is all that a drawing shows of it, also in what is packed', () => {
    const block = fence('latency-budget', 'slo: 40 ms', 'a: 8 ms');
    const md = new MarkdownIt({ html: true }).use(blockDrawings);
    assert.doesNotMatch(md.render(`${block}${MARK} Result: 8 of 40 ms, a 100 %\n`), /Result:/u);
    assert.match(md.render(`${block}${MARK} Result: 8 of 40 ms, a 100 % (mine)\n`), /<p>\(mine\)<\/p>/u);
    const packed = new PackRenderer();
    for (const line of ['Result: 8 of 40 ms, a 100 %', ' Result: 7 of 40 ms, b 90 %; over the limit'])
      assert.doesNotMatch(packed.render(`${block}${line}\nText.\n`, 1), /Result:/u);
    assert.match(packed.render(`${block}Result: we shipped it.\n`, 1), /Result: we shipped/u);
  });
});
