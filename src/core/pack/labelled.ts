import { parseBlocks } from '../markdown/blocks';

/** A label before a paragraph; above anything else, where it would be read as something else. */
export function labelled(label: string, markdown: string): string {
  const isParagraph = parseBlocks(markdown, 0).blocks[0]?.kind === 'paragraph' && !/^\s/u.test(markdown);
  return `**${label}:**${isParagraph ? ' ' : '\n\n'}${markdown}`;
}
