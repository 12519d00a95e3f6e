/** Leaves out of a parsed text the blocks that say what its readers must not see. */
import type { Token } from 'markdown-it';
import { percentDecoded } from '../percentDecoded';

/**
 * Whether a block is left out. @param words what it says, with where its links lead. @param above the heading and the
 * block that it stands below, to understand it by.
 */
export type LeavesOut = (words: string, above: string) => boolean;

/** What is empty without its last block, and goes with it. */
const CONTAINERS = new Set(['list_item', 'bullet_list', 'ordered_list', 'blockquote', 'tr', 'tbody']);

/** Of a table the row goes, or with one of its heads the table; of a list the item; a fence or a figure as a whole. */
export function withoutBlocks(tokens: readonly Token[], leavesOut: LeavesOut): readonly Token[] {
  const gone = new Set<Token>();
  const open: number[] = [];
  const nearest = (type: string): number | undefined => open.filter((at) => tokens[at]?.type === type).at(-1);
  let heading = '';
  let before = '';
  tokens.forEach((token, index) => {
    if (token.nesting > 0) open.push(index);
    if (token.nesting < 0) open.pop();
    const words = wordsOfBlock(token);
    if (words === undefined || gone.has(token)) return;
    if (leavesOut(words, `${heading}\n${before}`)) {
      const from = nearest(nearest('thead_open') === undefined ? 'tr_open' : 'table_open');
      const first = from ?? (token.type === 'inline' ? (open.at(-1) ?? index) : index);
      for (let at = first; at <= endOf(tokens, first); at += 1) gone.add(tokens[at] as Token);
    }
    if (tokens[index - 1]?.type === 'heading_open') [heading, before] = [words, ''];
    else before = words;
  });
  return gone.size === 0 ? tokens : withoutEmpty(tokens.filter((token) => !gone.has(token)));
}

/** Where what begins at a token ends. */
function endOf(tokens: readonly Token[], first: number): number {
  let depth = 0;
  for (let at = first; at < tokens.length; at += 1) {
    depth += tokens[at]?.nesting ?? 0;
    if (depth <= 0) return at;
  }
  return tokens.length - 1;
}

function withoutEmpty(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of tokens) {
    const kind = token.type.replace(/_close$/u, '');
    const isEmpty = token.nesting < 0 && CONTAINERS.has(kind) && kept.at(-1)?.type === `${kind}_open`;
    if (isEmpty) kept.pop();
    else kept.push(token);
  }
  return kept;
}

/** Undefined for what says nothing by itself. */
function wordsOfBlock(token: Token): string | undefined {
  if (token.type === 'inline') return wordsOfInline(token.children ?? []);
  return token.nesting === 0 && token.content !== '' ? `${token.info} ${token.content}` : undefined;
}

/** What a reader sees of it, and where its links lead. */
export function wordsOfInline(tokens: readonly Token[]): string {
  const links = tokens.flatMap((token) =>
    (token.attrs ?? []).map(([, value]) => percentDecoded(String(value)) ?? String(value)),
  );
  const words = tokens.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('');
  return [words, ...links].join(' ');
}
