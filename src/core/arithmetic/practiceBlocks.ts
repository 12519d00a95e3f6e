/** The blocks of a text whose arithmetic can be practised. */
import type { BlockResult, WorkedBlock, WorkedBlockKind } from '../blocks/blockModel';
import { findFencedBlocks, mayHaveBlocks, type FencedBlock } from '../blocks/fencedBlocks';
import { readBlocks, workOutBlock } from '../blocks/readBlocks';
import { faultOf } from '../blocks/resultLines';
import { arithmeticQuestions } from './arithmeticQuestions';

export interface PracticeBlock {
  /** Which of the worked figures of its text it is, from 0. */
  readonly index: number;
  readonly kind: WorkedBlockKind;
  /** Its result in a few words. */
  readonly headline: string;
  /** Its text by itself, from fence to fence: without the list or quotation that it stands in, and without comments. */
  readonly text: string;
  /** Offsets in the text that it was found in. */
  readonly start: number;
  readonly end: number;
}

/** Whether a block has results to ask for, and no line that makes them unreliable. */
export function canBePractised(block: WorkedBlock): boolean {
  return block.headline !== undefined && !faultOf(block) && arithmeticQuestions(block).length > 0;
}

/** The blocks of a Markdown text that can be practised, in order. Linear time. */
export function practiceBlocks(markdown: string): PracticeBlock[] {
  if (!mayHaveBlocks(markdown)) return [];
  return findFencedBlocks(markdown).flatMap((fenced, index) => {
    const block = workOutBlock(fenced);
    const { kind, start, end, headline } = block;
    if (!canBePractised(block) || headline === undefined) return [];
    return [{ index, kind, headline, text: blockAlone(markdown, fenced), start, end }];
  });
}

/** A block's text without what stands around it. */
export function blockAlone(markdown: string, { kind, opening, lines }: FencedBlock): string {
  const [marks = '```'] = /^[`~]+/u.exec(markdown.slice(opening.start, opening.end)) ?? [];
  const margin = opening.start - (markdown.lastIndexOf('\n', opening.start - 1) + 1);
  const written = lines.map(({ indent, text }) => `${' '.repeat(Math.max(0, indent - margin))}${text}`);
  return [`${marks}${kind}`, ...written, marks].join('\n');
}

/** The only block of a text that is one block. */
export function workedAlone(text: string): WorkedBlock | undefined {
  return readBlocks(text)[0];
}

/** A result by what people call it: its id, its title, or its id in words (“written per node”). */
export function findResult({ results }: WorkedBlock, name: string): BlockResult | undefined {
  const wanted = lettersOf(name);
  return results.find(({ id }) => lettersOf(id) === wanted) ?? results.find(({ title }) => lettersOf(title) === wanted);
}

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** “written per node” for `writtenPerNode`; what has spaces stays as it is. */
export function idInWords(id: string): string {
  return /\s/u.test(id)
    ? id
    : id.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ').replace(/ [A-Z](?=[a-z])/gu, (letter) => letter.toLowerCase());
}
