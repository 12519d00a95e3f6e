import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { applyEdits } from '../../../src/core/markdown/text';
import { leastProcessorTime } from '../../host/processorTime';
import { runs } from '../../support/properties';
import { budget, capacity, estimate, fence, onlyBlock, valueOf } from './support/blockTexts';

describe('The blocks of a text', () => {
  const STAGES = 'slo: 40 ms\na: 3 ms\n';

  it('are the three kinds of fences, and no others', () => {
    const text = ['latency-budget', 'capacity', 'estimate', 'ts', 'capacity-plan', '']
      .map((kind) => fence(kind))
      .join('\n');
    assert.deepEqual(
      readBlocks(text).map(({ kind }) => kind),
      ['latency-budget', 'capacity', 'estimate'],
    );
  });

  it('have their places in the whole document', () => {
    const block = fence('latency-budget', 'slo: 40 ms', 'a: 3 ms').trimEnd();
    for (const before of ['', '\uFEFF', '---\nround: a\n---\n\n# T\n\n']) {
      const text = `${before}${block}\n\nAfter.\n`;
      const [found] = readBlocks(text);
      assert.equal(found && text.slice(found.start, found.end), block);
      assert.deepEqual(
        found?.inputs.map(({ start, end, valueStart, valueEnd }) => [
          text.slice(start, end),
          text.slice(valueStart, valueEnd),
        ]),
        [
          ['slo: 40 ms', '40 ms'],
          ['a: 3 ms', '3 ms'],
        ],
      );
    }
  });

  it('are found in lists and quotations, with tildes, and where they are never closed', () => {
    for (const text of [
      `> \`\`\`latency-budget\n> slo: 40 ms\n> parallel:\n>   a: 3 ms\n>   b: 2 ms\n> \`\`\`\n`,
      `- one\n\n  ~~~latency-budget title\n  slo: 40 ms\n  parallel:\n    a: 3 ms\n    b: 2 ms\n  ~~~\n`,
      `\`\`\`latency-budget\r\nslo: 40 ms\r\nparallel:\r\n\ta: 3 ms\r\n\tb: 2 ms\r\n`,
    ])
      assert.equal(valueOf(onlyBlock(text), 'total'), 3, text);
  });

  it('are not found in code, comments and front matter', () => {
    for (const text of [
      `    \`\`\`latency-budget\n    ${STAGES}`,
      `<!--\n\`\`\`latency-budget\n${STAGES}\`\`\`\n-->`,
      `\`\`\`\`md\n\`\`\`latency-budget\n${STAGES}\`\`\`\n\`\`\`\``,
    ])
      assert.deepEqual(readBlocks(text), [], text);
  });

  it('get a further line where they stand', () => {
    const add = (text: string): string =>
      applyEdits(text, onlyBlock(text).problems.flatMap(({ fixes }) => fixes)[0]?.edits ?? []);
    assert.equal(
      add('> ```latency-budget\r\n> a: 3 ms\r\n> ```\r\n'),
      '> ```latency-budget\r\n> a: 3 ms\r\n> slo: {{40 ms p99}}\r\n> ```\r\n',
    );
    assert.equal(
      add('- ```latency-budget\n  a: 3 ms\n  ```\n'),
      '- ```latency-budget\n  a: 3 ms\n  slo: {{40 ms p99}}\n  ```\n',
    );
    assert.equal(add('```latency-budget\na: 3 ms'), '```latency-budget\na: 3 ms\nslo: {{40 ms p99}}');
  });

  it('may have comments', () => {
    assert.deepEqual(budget('# the p99 of last week', 'slo: 40 ms # agreed', '', 'a: 3 ms').problems, []);
  });
});

describe('Properties of worked figures', () => {
  const ms = fc.integer({ min: 1, max: 10_000 });
  const stages = fc.array(ms, { minLength: 1, maxLength: 8 });
  const lines = (of: readonly number[], indent = ''): string[] =>
    of.map((time, index) => `${indent}s${index}: ${time} ms`);
  const total = (...of: readonly string[]): number => valueOf(budget('slo: 1 s', ...of), 'total');

  it('the order of stages is irrelevant', () => {
    fc.assert(
      fc.property(
        stages.chain((of) =>
          fc.tuple(
            fc.constant(of),
            fc.shuffledSubarray(
              of.map((_, index) => index),
              { minLength: of.length },
            ),
          ),
        ),
        ([of, order]) => {
          const all = lines(of);
          assert.equal(total(...order.map((index) => all[index] as string)), total(...all));
        },
      ),
      runs(100),
    );
  });

  it('stages in parallel take no longer than one after the other, and no less than each', () => {
    fc.assert(
      fc.property(stages, (of) => {
        const parallel = total('parallel p:', ...lines(of, '  '));
        assert.ok(parallel <= total('sequence s:', ...lines(of, '  ')));
        assert.equal(parallel, Math.max(...of));
      }),
      runs(100),
    );
  });

  it('units scale: what is written in other units comes to the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 3, max: 40 }), (size, nodes) => {
        const block = (rate: string, bytes: string, time: string): number[] =>
          capacity(`events: ${rate}`, `event size: ${bytes}`, `nodes: ${nodes}`, `retention: ${time}`).results.map(
            ({ value }) => value,
          );
        const plain = block('1M/s', `${size} KB`, '2 days');
        assert.ok(plain.length > 10);
        for (const other of [
          block('1,000,000 events a second', `${size * 1000} bytes`, '48 h'),
          block('60M/min', `0.${String(size).padStart(3, '0')} MB`, '2880 min'),
        ])
          other.forEach((value, index) => assert.ok(Math.abs(value / (plain[index] as number) - 1) < 1e-9));
      }),
      runs(50),
    );
  });

  it('traffic grows with events, and what a node takes falls with nodes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 3, max: 50 }), (events, nodes) => {
        const written = (factor: number, more: number): number =>
          valueOf(
            capacity(`events: ${events * factor}k/s`, 'event size: 1 KB', `nodes: ${nodes + more}`),
            'writtenPerNode',
          );
        assert.ok(Math.abs(written(3, 0) / written(1, 0) - 3) < 1e-9);
        assert.ok(written(1, 1) < written(1, 0));
      }),
      runs(50),
    );
  });

  const range = fc.tuple(
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
    fc.integer({ min: 0, max: 100 }),
  );
  const formula = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', 'c', '2', '0.5'),
      fc
        .tuple(tie('tree'), fc.constantFrom('+', '−', '×', '÷'), tie('tree'))
        .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    ),
  })).tree;

  it('no value of a formula within the ranges is outside its low and high, where it is said to be monotone', () => {
    fc.assert(
      fc.property(
        formula,
        fc.tuple(range, range, range),
        fc.array(fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)), { minLength: 5, maxLength: 20 }),
        (of, ranges, samples) => {
          const assumptions = ranges.map(
            ([low, up, more], index) => `${'abc'[index]}: ${low + up} (${low}-${low + up + more})`,
          );
          const block = estimate(...assumptions, `x = ${of}`);
          const [found] = block.results;
          if (!found || block.problems.some(({ code }) => code === 'block-not-monotone' || code === 'block-division'))
            return;
          const { low = found.value, high = found.value } = found;
          for (const sample of samples) {
            const values = ranges.map(
              ([from, up, more], index) => from + ((up + more) * (sample[index] as number)) / 100,
            );
            const value = evaluated(of, values);
            const slack = 1e-9 * (Math.abs(value) + Math.abs(low) + Math.abs(high)) + 1e-9;
            assert.ok(
              value >= low - slack && value <= high + slack,
              `${of} at ${values.join()}: ${value}, not ${low} to ${high}`,
            );
          }
        },
      ),
      runs(200),
    );
  });

  it('results depend on the text alone: any edit gives what the new text gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }), (first, second) => {
        const text = fence('estimate', `a: ${first}`, 'b = a × 2', 'c = b + a');
        const at = text.indexOf(`a: ${first}`) + 3;
        const edited = applyEdits(text, [{ start: at, end: at + String(first).length, newText: String(second) }]);
        readBlocks(text);
        assert.equal(valueOf(onlyBlock(edited), 'c'), 3 * second);
      }),
      runs(50),
    );
  });
});

/** The value of a formula in brackets, worked out by this test alone. */
function evaluated(text: string, values: readonly number[]): number {
  const tokens = text.match(/[()+−×÷abc]|[\d.]+/gu) ?? [];
  let at = 0;
  const operand = (): number => {
    const token = tokens[at++] as string;
    if (token !== '(') return 'abc'.includes(token) ? (values['abc'.indexOf(token)] as number) : Number(token);
    const left = operand();
    const sign = tokens[at++];
    const right = operand();
    at += 1;
    return sign === '+' ? left + right : sign === '−' ? left - right : sign === '×' ? left * right : left / right;
  };
  return operand();
}

describe('Hostile blocks', () => {
  const HOSTILE: Readonly<Record<string, (size: number) => string>> = {
    'many stages': (n) => fence('latency-budget', 'slo: 40 ms', ...Array.from({ length: n }, (_, i) => `s${i}: 1 ms`)),
    'parallels in parallels': (n) =>
      fence('latency-budget', ...Array.from({ length: n }, (_, i) => `${' '.repeat(Math.min(i, 300))}parallel p${i}:`)),
    'many unknown keys': (n) => fence('capacity', ...Array.from({ length: n }, (_, i) => `evens${i}: 1`)),
    'many assumptions': (n) =>
      fence('estimate', ...Array.from({ length: n }, (_, i) => `a${i}: 5 (1-9)`), 'x = a1 × a2 × a3', 'goal: 1M'),
    'a chain of formulas': (n) =>
      fence('estimate', 'a0: 1 (1-2)', ...Array.from({ length: n }, (_, i) => `a${i + 1} = a${i} × 1.0001`)),
    'formulas that need what is missing': (n) =>
      fence('estimate', ...Array.from({ length: n }, (_, i) => `a${i} = b${i} + c`)),
    'one long formula': (n) => fence('estimate', 'a: 1 (0-2)', `x = ${'a + '.repeat(n)}1`),
    'one long formula of figures': (n) => fence('estimate', `x = ${'1-'.repeat(n)}1`),
    'one long name': (n) => fence('estimate', `x = ${'a '.repeat(n)}`),
    brackets: (n) => fence('estimate', `x = ${'('.repeat(n)}1${')'.repeat(n)}`),
    signs: (n) => fence('estimate', `x = ${'-'.repeat(n)}1`),
  };

  for (const [name, text] of Object.entries(HOSTILE))
    it(`of ${name} take time in proportion to their length`, () => {
      const small = leastProcessorTime(() => readBlocks(text(2000)), 3);
      const large = leastProcessorTime(() => readBlocks(text(10_000)), 3);
      // The square of the length would be 25 times as much; a collection of garbage alone takes some.
      assert.ok(large < 300 || large < small * 16, `${small.toFixed(1)} ms and ${large.toFixed(1)} ms`);
    });

  it('throw nothing and make no value that is not finite', () => {
    for (const text of [
      fence('estimate', '__proto__: 3', 'constructor: 4', 'x = __proto__ × constructor', 'toString = x'),
      fence('capacity', '__proto__: 3', 'constructor: 1/s'),
      fence('latency-budget', 'slo: 1e308 ms', '__proto__: 1e308 ms', 'a: 999999999999999 years'),
      fence('estimate', 'a: 1e20', `x = ${Array.from({ length: 40 }, () => 'a').join(' × ')}`, 'y = x - x'),
      fence(
        'capacity',
        'events: 999999999999T/s',
        'event size: 999999999 EB',
        'nodes: 3',
        'retention: 999999999 years',
        'consumer capacity: 0.000000001/year',
      ),
      fence('estimate', 'a: 1 (0-0)', 'b: 0', 'x = a ÷ b', 'goal: 0'),
    ])
      for (const { inputs, results } of readBlocks(text))
        for (const { value, low = 0, high = 0 } of [...inputs, ...results])
          assert.ok([value, low, high].every(Number.isFinite), `${text}: ${value} ${low} ${high}`);
    assert.equal(valueOf(estimate('__proto__: 3', 'constructor: 4', 'x = __proto__ × constructor'), 'x'), 12);
  });
});
