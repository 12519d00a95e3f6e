/** A markdown-it plugin that draws worked figures, for VS Code's own preview, for our panels and for exports. */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../markdown/escape';
import { BLOCK_KINDS, type WorkedBlock } from './blockModel';
import { drawBlock } from './drawBlock';
import { readBlocks } from './readBlocks';
import { writtenLength } from './resultWords';

export interface BlockDrawingOptions {
  /** Whether to draw them, by the environment that the renderer is called with; else they stand as they are written. */
  applies?(env: unknown): boolean;
  /** Whether lines with results have their comment; it is gone from texts for others. */
  readonly isMarked?: boolean;
}

/**
 * Draws the fences `latency-budget`, `capacity` and `estimate` as figures with a chart and a table. The line that says
 * the result in words, for those who see no drawing, is left out.
 */
export function blockDrawings(md: MarkdownIt, { applies, isMarked = true }: BlockDrawingOptions = {}): void {
  const { rules } = md.renderer;
  const fence = rules.fence;
  rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const drawn = token && applies?.(env) !== false ? draw(token) : undefined;
    return drawn ?? fence?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
  };
  md.block.ruler.before('fence', 'prep_loop_result', (state, line, _end, silent) => {
    const above = state.tokens.at(-1);
    if (silent || above?.type !== 'fence' || !isWorked(above) || applies?.(state.env) === false) return false;
    const [from = 0, indent = 0, to] = [state.bMarks[line], state.tShift[line], state.eMarks[line]];
    const written = state.src.slice(from + indent, to);
    if (!MAY_BE_RESULT.test(written)) return false;
    const block = workedOut(above);
    const own = block ? writtenLength(written, block, isMarked) : 0;
    if (own === 0) return false;
    const added = written.slice(own).trimStart();
    if (added === '') state.line = line + 1;
    else {
      // What the user added stands there by itself.
      state.bMarks[line] = from + indent + written.length - added.length;
      state.tShift[line] = 0;
    }
    return added === '';
  });
}

const MAY_BE_RESULT = /^(?:<!--|Result: )/u;
const kindOf = ({ info }: Token): string => info.trim().split(/\s/u, 1)[0] ?? '';
const isWorked = (token: Token): boolean => (BLOCK_KINDS as readonly string[]).includes(kindOf(token));

function workedOut(token: Token): WorkedBlock | undefined {
  const { content, markup } = token;
  return isWorked(token) ? readBlocks(`${markup}${kindOf(token)}\n${content}${markup}\n`)[0] : undefined;
}

function draw(token: Token): string | undefined {
  const block = workedOut(token);
  // The preview scrolls along with the editor by its lines.
  const line = token.attrGet('data-line');
  return block && drawBlock(block, line === null ? '' : ` data-line="${escapeHtml(String(line))}"`);
}
