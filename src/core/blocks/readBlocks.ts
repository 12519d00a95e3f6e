/**
 * Worked figures: the fenced blocks `latency-budget`, `capacity` and `estimate` of a Markdown text, with what is worked
 * out from them and what is wrong with them. How a text becomes blocks, and which file does what:
 *
 * 1. `fencedBlocks.ts` finds the fences and their lines, `blockLines.ts` splits these into keys and values.
 * 2. `blockFields.ts` reads a value as the kind that its key wants; figures themselves are read by `story/quantities`.
 * 3. `latencyBudget.ts`, `capacity.ts` and `estimate.ts` work a block out. For an estimate, `formulas.ts` reads the
 *    formulas, `amounts.ts` knows what can be added and multiplied, `models.ts` works out values and ranges with
 *    `slopes.ts`, and `goals.ts` says which assumption would have to give.
 * 4. `blockWords.ts` writes figures in short, and `drawBlock.ts` draws a block; `blockDrawings.ts` is the plugin for
 *    markdown-it that does so in rendered Markdown.
 */
import { parseBlocks, type Blocks } from '../markdown/blocks';
import { MOST_PROBLEMS } from './blockLines';
import type { WorkedBlock } from './blockModel';
import { readCapacity } from './capacity';
import { readEstimate } from './estimate';
import { findFencedBlocks, type FencedBlock } from './fencedBlocks';
import { readLatencyBudget } from './latencyBudget';

export type { BlockInput, BlockProblem, BlockResult, WorkedBlock } from './blockModel';

/**
 * The worked figures of a Markdown text, in order. Any string is accepted; what is wrong is in each block's `problems`.
 * Takes linear time. Offsets are UTF-16 units into the text.
 * @param parsed the text's Markdown blocks, for those who have them.
 */
export function readBlocks(markdown: string, parsed?: Blocks): WorkedBlock[] {
  return findFencedBlocks(markdown, parsed).map(workOutBlock);
}

/** A text with its blocks, read once for all who ask about it. */
export interface BlockText {
  readonly text: string;
  readonly parsed: Blocks;
  readonly fenced: readonly FencedBlock[];
  /** One for each of `fenced`. */
  readonly blocks: readonly WorkedBlock[];
}

/** Reads a text as `readBlocks` does, and keeps what was found on the way. */
export function readBlockText(text: string): BlockText {
  const parsed = parseBlocks(text);
  const fenced = findFencedBlocks(text, parsed);
  return { text, parsed, fenced, blocks: fenced.map(workOutBlock) };
}

/** Works one block out. */
export function workOutBlock(block: FencedBlock): WorkedBlock {
  const found = workOut(block);
  const { problems } = found;
  return problems.length > MOST_PROBLEMS ? { ...found, problems: problems.slice(0, MOST_PROBLEMS) } : found;
}

function workOut(block: FencedBlock): WorkedBlock {
  switch (block.kind) {
    case 'latency-budget':
      return readLatencyBudget(block);
    case 'capacity':
      return readCapacity(block);
    case 'estimate':
      return readEstimate(block);
  }
}
