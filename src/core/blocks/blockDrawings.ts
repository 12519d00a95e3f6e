/** A markdown-it plugin that draws worked figures, for VS Code's own preview, for our panels and for exports. */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../markdown/escape';
import { BLOCK_KINDS } from './blockModel';
import { drawBlock } from './drawBlock';
import { readBlocks } from './readBlocks';

export interface BlockDrawingOptions {
  /** Whether to draw them, by the environment that the renderer is called with; else they stand as they are written. */
  applies?(env: unknown): boolean;
}

/** Draws the fences `latency-budget`, `capacity` and `estimate` as figures with a chart and a table. */
export function blockDrawings(md: MarkdownIt, { applies }: BlockDrawingOptions = {}): void {
  const { rules } = md.renderer;
  const fence = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const drawn = token && applies?.(env) !== false ? draw(token) : undefined;
    return drawn ?? fence?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
  };
}

function draw(token: Token): string | undefined {
  const { info, content, markup } = token;
  const [kind = ''] = info.trim().split(/\s/u, 1);
  if (!(BLOCK_KINDS as readonly string[]).includes(kind)) return undefined;
  const [block] = readBlocks(`${markup}${kind}\n${content}${markup}\n`);
  // The preview scrolls along with the editor by its lines.
  const line = token.attrGet('data-line');
  return block && drawBlock(block, line === null ? '' : ` data-line="${escapeHtml(String(line))}"`);
}
