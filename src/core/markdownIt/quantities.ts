/** A markdown-it plugin that marks every metric in rendered prose, for VS Code's own preview and for our panels. */
import type { MarkdownIt, Token } from 'markdown-it';
import { extractQuantities, formatQuantity, type Quantity } from '../story/quantities';

export const QUANTITY_CLASS = 'prep-loop-quantity';

export interface QuantityOptions {
  /** Whether to mark anything, by the environment that the renderer is called with. Left out: always. */
  applies?(env: unknown): boolean;
}

type Tokens = readonly Token[];

/** A token that shows text: where its content stands in the text of its block. */
interface Piece {
  /** The token's index among its siblings. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A tag to set into a text token before the character at `offset`; into another token, before it (0) or after it (1).
 */
interface Mark {
  readonly offset: number;
  /** Undefined closes the mark that is open. */
  readonly opens: Quantity | undefined;
}

/** Stands for what is not prose: code, an image, HTML, a bare URL. No figure is read across it. */
const OPAQUE = '\uFFFC';

/**
 * Wraps each quantity in `<span class="prep-loop-quantity" data-kind="money" title="2,000,000 USD">`. The prose of a
 * block is read as one text, so emphasis within a figure does not hide it; headings, code, HTML and URLs are left
 * unchanged.
 *
 * Marks when rendering and not when parsing: VS Code parses far more than it shows, and says which document it is only
 * when it renders. It keeps the tokens to render them again, so they are not changed.
 */
export function quantities(md: MarkdownIt, { applies }: QuantityOptions = {}): void {
  const { renderer } = md;
  const render = renderer.render;
  renderer.render = function (tokens, options, env) {
    return render.call(
      this,
      applies?.(env) === false ? tokens : tokens.map((token, index) => marked(token, tokens[index - 1])),
      options,
      env,
    );
  };
}

function marked(token: Token, before: Token | undefined): Token {
  if (token.type !== 'inline' || !token.children || before?.type === 'heading_open') return token;
  const children = markedChildren(token.children);
  if (!children) return token;
  const copy = newToken(token, token.type, token.tag, token.nesting);
  return Object.assign(copy, token, { children });
}

/** The tokens with the marks among them; undefined where there are none. */
function markedChildren(tokens: Tokens): Token[] | undefined {
  const { text, pieces } = readPieces(tokens);
  // Most figures have a digit, the rest a word: there is no cheaper test than reading, which is linear.
  const found = text === '' ? [] : extractQuantities(text);
  if (found.length === 0) return undefined;
  const marks = new Map<number, Mark[]>();
  const set = (index: number, offset: number, opens: Quantity | undefined): void => {
    const there = marks.get(index);
    if (there) there.push({ offset, opens });
    else marks.set(index, [{ offset, opens }]);
  };
  let next = 0;
  for (const quantity of found) {
    while (next < pieces.length && (pieces[next] as Piece).end <= quantity.start) next += 1;
    const touched: Piece[] = [];
    for (let i = next; i < pieces.length && (pieces[i] as Piece).start < quantity.end; i += 1)
      touched.push(pieces[i] as Piece);
    const first = touched[0];
    const last = touched[touched.length - 1];
    if (!first || !last) continue;
    const reach = balanced(tokens, first, last, quantity);
    if (reach) {
      set(reach.from, reach.from < first.index ? 0 : quantity.start - first.start, quantity);
      set(reach.to, reach.to > last.index ? 1 : quantity.end - last.start, undefined);
      continue;
    }
    // A tag opens or closes in the middle of the figure, and one span would cross it.
    for (const { index, start, end } of touched) {
      const from = Math.max(start, quantity.start);
      const to = Math.min(end, quantity.end);
      if (text.slice(from, to).trim() === '') continue;
      set(index, from - start, quantity);
      set(index, to - start, undefined);
    }
  }
  return tokens.flatMap((token, index) => split(token, marks.get(index)));
}

function readPieces(tokens: Tokens): { readonly text: string; readonly pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  let inUrl = false;
  tokens.forEach((token, index) => {
    if (token.type === 'text' && !inUrl) {
      if (token.content !== '') pieces.push({ index, start: text.length, end: text.length + token.content.length });
      text += token.content;
    } else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n';
    else if (token.type === 'link_open') inUrl = token.info === 'auto';
    else if (token.type === 'link_close') inUrl = false;
    else if (token.nesting === 0) text += OPAQUE;
  });
  return { text, pieces };
}

/**
 * The tokens to set one span around: those of the figure, with the tags right before and after it that close or open
 * within it. Undefined where a tag's other end lies farther away.
 */
function balanced(
  tokens: Tokens,
  first: Piece,
  last: Piece,
  { start, end }: Quantity,
): { readonly from: number; readonly to: number } | undefined {
  let depth = 0;
  let least = 0;
  for (let i = first.index; i <= last.index; i += 1) {
    depth += tokens[i]?.nesting ?? 0;
    least = Math.min(least, depth);
  }
  const [from, to] = [first.index + least, last.index + depth - least];
  if ((from < first.index && start > first.start) || (to > last.index && end < last.end)) return undefined;
  for (let i = from; i < first.index; i += 1) if (tokens[i]?.nesting !== 1) return undefined;
  for (let i = last.index + 1; i <= to; i += 1) if (tokens[i]?.nesting !== -1) return undefined;
  return { from, to };
}

function split(token: Token, marks: readonly Mark[] | undefined): Token[] {
  if (!marks) return [token];
  const result: Token[] = [];
  let position = 0;
  const text = (end: number): void => {
    if (end <= position) return;
    if (token.type !== 'text') {
      result.push(token);
      position = end;
      return;
    }
    const part = newToken(token, 'text', '', 0);
    part.content = token.content.slice(position, end);
    result.push(part);
    position = end;
  };
  for (const { offset, opens } of marks) {
    text(offset);
    result.push(opens ? openToken(token, opens) : newToken(token, 'prep_loop_quantity_close', 'span', -1));
  }
  text(token.type === 'text' ? token.content.length : 1);
  return result;
}

function openToken(like: Token, quantity: Quantity): Token {
  const token = newToken(like, 'prep_loop_quantity_open', 'span', 1);
  // The renderer escapes attributes.
  token.attrs = [
    ['class', QUANTITY_CLASS],
    ['data-kind', quantity.kind],
    ['title', formatQuantity(quantity)],
  ];
  return token;
}

/** A token of the class that the caller's markdown-it has: it need not be the version that we build with. */
function newToken(like: Token, type: string, tag: string, nesting: Token['nesting']): Token {
  return new (like.constructor as new (type: string, tag: string, nesting: Token['nesting']) => Token)(
    type,
    tag,
    nesting,
  );
}
