import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shownProblems } from '../../src/core/blocks/blockRules';
import { readBlocks } from '../../src/core/blocks/readBlocks';
import { applyEdits } from '../../src/core/markdown/text';
import { fuzz } from './support/fuzz';

const PIECES = [
  ...['slo', 'mean', 'events', 'event size', 'nodes', 'replication', 'goal', 'a', 'b', 'x', '__proto__'],
  ...['parallel ', 'sequence ', ': ', ' = ', ' × ', ' ÷ ', ' − ', ' + ', '(', ')', '/', ' # '],
  ...['8 %', '4-12 %', ' ms', '$40 a month', '12 months', '1M/s', '500 B', '0', '-1', '1e9', '99999999', '{{a}}'],
  ...['\n', '\n  ', '\n    ', '\r\n', '```\n', '> ', '- '],
];
const block = fc
  .tuple(
    fc.constantFrom('latency-budget', 'capacity', 'estimate'),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }),
  )
  .map(([kind, pieces]) => `\`\`\`${kind}\n${pieces.join('')}\n\`\`\`\n`);

describe('Fuzzed blocks', () => {
  fuzz('have problems in their own lines, with fixes that can be made', block, (text) => {
    const blocks = readBlocks(text);
    for (const { start, end, fixes } of shownProblems(text, blocks)) {
      assert.ok(
        blocks.some((one) => one.start <= start && start <= end && end <= one.end),
        text,
      );
      for (const { edits } of fixes) readBlocks(applyEdits(text, edits));
    }
  });

  fuzz('have no value and no headline that is not a number', block, (text) => {
    for (const { inputs, results, headline } of readBlocks(text)) {
      for (const { value, low = 0, high = 0 } of [...inputs, ...results])
        assert.ok([value, low, high].every(Number.isFinite), text);
      assert.doesNotMatch(headline ?? '', /NaN|Infinity|∞|undefined/u);
    }
  });
});
