/** Short ways to write a block, and to look at what was made of it. */
import assert from 'node:assert/strict';
import {
  readBlocks,
  type BlockProblem,
  type BlockResult,
  type WorkedBlock,
} from '../../../../src/core/blocks/readBlocks';
import { applyEdits } from '../../../../src/core/markdown/text';

export const fence = (kind: string, ...lines: readonly string[]): string =>
  ['```' + kind, ...lines, '```', ''].join('\n');

/** The one block of a text. */
export function onlyBlock(markdown: string): WorkedBlock {
  const blocks = readBlocks(markdown);
  assert.equal(blocks.length, 1);
  return blocks[0] as WorkedBlock;
}

export const budget = (...lines: readonly string[]): WorkedBlock => onlyBlock(fence('latency-budget', ...lines));
export const capacity = (...lines: readonly string[]): WorkedBlock => onlyBlock(fence('capacity', ...lines));
export const estimate = (...lines: readonly string[]): WorkedBlock => onlyBlock(fence('estimate', ...lines));

export function result({ results }: WorkedBlock, id: string): BlockResult {
  const found = results.find((one) => one.id === id);
  assert.ok(found, `there is no result ${id} among ${results.map((one) => one.id).join(', ')}`);
  return found;
}

export const valueOf = (block: WorkedBlock, id: string): number => result(block, id).value;

export function assertClose(actual: number, expected: number, hint = ''): void {
  assert.ok(
    Math.abs(actual - expected) <= 1e-6 * Math.max(1e-12, Math.abs(expected)),
    `${hint} ${actual}, not ${expected}`,
  );
}

export const codes = ({ problems }: WorkedBlock): string[] => problems.map(({ code }) => code);

/** What a problem is about, word for word. */
export const placeOf = (markdown: string, { start, end }: BlockProblem): string => markdown.slice(start, end);

/** The text after the fix of that title, of the first problem that has it. */
export function fixed(markdown: string, title: string | RegExp): string {
  const fixes = readBlocks(markdown).flatMap(({ problems }) => problems.flatMap((problem) => problem.fixes));
  const fix = fixes.find((one) => (typeof title === 'string' ? one.title === title : title.test(one.title)));
  assert.ok(fix, `no fix ${String(title)} among: ${fixes.map((one) => one.title).join(' | ')}`);
  return applyEdits(markdown, fix.edits);
}
