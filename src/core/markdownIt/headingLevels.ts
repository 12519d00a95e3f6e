import type { Token } from 'markdown-it';

const DEEPEST = 6;

const levelOf = ({ tag }: Token): number => Number(tag.slice(1));

/**
 * Sets a text below a heading of the page that it is shown in: its own highest headings begin one level below, and each
 * other one a level below the heading that it belongs to, so that none is skipped and siblings stay siblings.
 * @param level of the page's heading, 1 to 6.
 */
export function lowerHeadings(tokens: readonly Token[], level: number): void {
  /** The levels, as written, of the headings that are open. */
  const open: number[] = [];
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const own = levelOf(token);
      while ((open.at(-1) ?? 0) >= own) open.pop();
      open.push(own);
    }
    if (token.type.startsWith('heading_')) token.tag = `h${Math.min(DEEPEST, level + open.length)}`;
  }
}
