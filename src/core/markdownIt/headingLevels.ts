import type { Token } from 'markdown-it';

const DEEPEST = 6;

const levelOf = ({ tag }: Token): number => Number(tag.slice(1));

/**
 * Sets a text below a heading of the page that it is shown in: its own highest headings begin one level below, and none
 * is more than one level below the heading before it.
 * @param level of the page's heading, 1 to 6.
 */
export function lowerHeadings(tokens: readonly Token[], level: number): void {
  const top = Math.min(...tokens.filter(({ type }) => type === 'heading_open').map(levelOf), DEEPEST);
  let above = level;
  for (const token of tokens) {
    if (token.type === 'heading_open') above = Math.min(DEEPEST, above + 1, level + 1 + levelOf(token) - top);
    if (token.type.startsWith('heading_')) token.tag = `h${above}`;
  }
}
