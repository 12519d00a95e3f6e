import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import blockSnippets from '../../../content/snippets/blocks.json';
import { exerciseOf } from '../../../src/core/arithmetic/arithmeticSitting';
import { arithmeticQuestions, figureWords } from '../../../src/core/arithmetic/arithmeticQuestions';
import { judgeAnswer } from '../../../src/core/arithmetic/judgeAnswer';
import { practiceBlocks, workedAlone } from '../../../src/core/arithmetic/practiceBlocks';
import { varyBlock } from '../../../src/core/arithmetic/variedBlock';
import { parseSnippet, snippetText } from '../../../src/core/story/snippetSyntax';
import { fence } from '../blocks/support/blockTexts';

const markdownIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const MORE = [
  fence(
    'latency-budget',
    'slo: 40 ms p99',
    'events: 20k/s',
    'mean: 12 ms',
    'ingest: 2 ms',
    'parallel scoring:',
    '  model: 8-11 ms',
    '  rules: 500 µs',
  ),
  fence(
    'capacity',
    'events: 1M/s',
    'event size: 500 B',
    'nodes: 10',
    'partition throughput: 10 MB/s',
    'peak: 2×',
    'node network: 25 Gbit/s',
    'node disk: 200 TB',
    'retention: 36 h',
  ),
  fence(
    'estimate',
    'seats: 1,200 (800-1,500)',
    'price: $12 per seat a month',
    'share: two-thirds',
    'arr = seats × price × share × 12 months',
  ),
];

/** Every block that ships, and some that use what those do not. */
const BLOCKS = [
  ...markdownIn('content'),
  ...Object.values(blockSnippets).map(({ body }) => {
    const parsed = parseSnippet(body.join('\n'));
    assert.ok('nodes' in parsed);
    return snippetText(parsed.nodes);
  }),
  ...MORE,
]
  .flatMap(practiceBlocks)
  .map(({ text }) => text);

describe('Other figures for a block', () => {
  it('are found for every block that ships', () => {
    assert.ok(BLOCKS.length >= 8 + MORE.length, String(BLOCKS.length));
    for (const text of BLOCKS) {
      const different = Array.from({ length: 20 }, (_, seed) => varyBlock(text, seed)).filter((one) => one !== text);
      assert.ok(different.length >= 19, text);
    }
  });

  it('are found for a key that is called as every object’s parts are', () => {
    const text = fence('estimate', 'constructor: 1,200', 'price: $12', 'arr = constructor × price');
    const [block] = practiceBlocks(text);
    assert.ok(block);
    const varied = Array.from({ length: 20 }, (_, seed) => varyBlock(block.text, seed));
    assert.ok(
      varied.some((one) => /constructor: (?!1,200)\d/u.test(one)),
      varied.join('\n'),
    );
  });

  it('leave it valid, with the same results in the same units, all finite, and questions that can be answered (property)', () => {
    for (const text of BLOCKS) {
      const original = workedAlone(text) ?? assert.fail(text);
      const had = new Set(original.problems.map(({ code }) => code));
      for (let seed = 0; seed < 200; seed += 1) {
        const varied = varyBlock(text, seed);
        const block = workedAlone(varied) ?? assert.fail(varied);
        assert.deepEqual(
          block.problems.filter(({ code }) => !had.has(code)),
          [],
          varied,
        );
        const kinds = (worked: typeof block): string[] => worked.results.map(({ id, unit }) => `${id}: ${unit}`);
        assert.deepEqual(kinds(block), kinds(original), varied);
        for (const { value, low = value, high = value } of block.results)
          assert.ok([value, low, high].every(Number.isFinite), varied);
        for (const question of arithmeticQuestions(block)) {
          const { words, kind } = judgeAnswer(figureWords(question.value, question.unit), question);
          assert.equal(kind, 'exact', `${question.text} ${words}\n${varied}`);
        }
      }
    }
  });

  it('change nothing but the inputs’ numbers: words, units and lines stay (property)', () => {
    const wordsOf = (text: string): string => text.replace(/\d[\d.,]*/gu, '#');
    fc.assert(
      fc.property(fc.constantFrom(...BLOCKS), fc.integer({ min: 0, max: 1e6 }), (text, seed) =>
        assert.equal(wordsOf(varyBlock(text, seed)), wordsOf(text)),
      ),
      { numRuns: 200 },
    );
  });

  it('are the same for the same seed, and others for the next (property)', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BLOCKS), fc.nat(), (text, seed) =>
        assert.equal(varyBlock(text, seed), varyBlock(text, seed)),
      ),
      { numRuns: 60 },
    );
    for (const text of BLOCKS)
      assert.ok(new Set(Array.from({ length: 12 }, (_, seed) => varyBlock(text, seed))).size > 6, text);
  });

  it('stay near those of the work, and have one or two digits', () => {
    const text = BLOCKS.find((one) => one.startsWith('```capacity')) ?? assert.fail();
    /** The numbers as they are written: “4,000” in “price: $4,000 a year”. */
    const numbers = (of: string): number[] =>
      (workedAlone(of)?.inputs ?? assert.fail()).map(({ valueStart, valueEnd }) =>
        Number((/[\d,.]+/u.exec(of.slice(valueStart, valueEnd))?.[0] ?? '').replaceAll(',', '')),
      );
    const before = numbers(text);
    for (let seed = 0; seed < 100; seed += 1) {
      for (const [index, number] of numbers(varyBlock(text, seed)).entries()) {
        const old = before[index] ?? Number.NaN;
        if (number === old) continue;
        assert.ok(number / old <= 4 && old / number <= 4, `${old} to ${number}`);
        assert.equal(Number(number.toPrecision(2)), number);
      }
    }
  });

  it('leave no result of nothing that was something: a budget used up to the last ms asks one question less', () => {
    const budget = fence('latency-budget', 'slo: 40 ms p99', 'look-up: 8 ms', 'model: 12 ms');
    const questions = (text: string): string[] => (exerciseOf(text, 0)?.questions ?? []).map(({ id }) => id);
    assert.deepEqual(questions(budget), ['total', 'spare', 'largest']);
    for (let seed = 0; seed < 500; seed += 1)
      assert.equal(exerciseOf(budget, seed)?.questions.length, 3, varyBlock(budget, seed));
  });

  it('are not made for a block with a fault, or a text that has no block', () => {
    for (const text of [
      fence('capacity', 'events: 1M/s', 'evnt size: 500 B', 'nodes: 10'),
      'no block',
      '',
      '```capacity',
    ])
      assert.equal(varyBlock(text, 3), text);
  });

  it('never make it throw, whatever the block says (property)', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'slo: 40 ms',
        'a: 8 % (4-12 %)',
        'a: 1e308',
        'b = a × a',
        '__proto__: 3 ms',
        'parallel x:',
        'events: 0/s',
        'a: 1 h 30 min',
        'a: −3 ms',
        'a: 99th percentile 3 ms',
      ),
      fc.string({ maxLength: 20 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('latency-budget', 'capacity', 'estimate'),
        fc.array(line, { maxLength: 8 }),
        fc.integer(),
        (kind, lines, seed) => {
          exerciseOf(fence(kind, ...lines), seed);
        },
      ),
      { numRuns: 300 },
    );
  });
});
