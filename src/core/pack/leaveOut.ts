/** Leaves out of a parsed text the blocks that say what its readers must not see. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';

const { unescapeAll } = new MarkdownIt().utils;

/**
 * Whether a block is left out. @param words what it says, with where its links lead. @param above what it stands
 * below, to understand it by: headings, the items and the table’s heads around it, the block before it.
 */
export type LeavesOut = (words: string, above: string) => boolean;

/** What is empty without its last block, and goes with it. */
const CONTAINERS = new Set(['list_item', 'bullet_list', 'ordered_list', 'blockquote', 'tr', 'tbody']);

/** What blocks stand in. */
interface Opened {
  readonly at: number;
  readonly type: string;
  /** What was last said in it, by which its other blocks are to be understood; of a table, its heads. */
  says: string;
}

/** As much of what stands above as helps to understand a block: what many stand below is read for each of them. */
const LONGEST_ABOVE = 300;

/** Of a table the row goes, or with one of its heads the table; of a list the item; a fence or a figure as a whole. */
export function withoutBlocks(tokens: readonly Token[], leavesOut: LeavesOut): readonly Token[] {
  const ends = endsOf(tokens);
  const gone = new Set<Token>();
  const open: Opened[] = [{ at: -1, type: 'text', says: '' }];
  const nearest = (type: string): Opened | undefined => open.filter((each) => each.type === type).at(-1);
  /** By level. */
  let headings: string[] = [];
  let before = '';
  tokens.forEach((token, index) => {
    if (token.nesting > 0) open.push({ at: index, type: token.type, says: '' });
    if (token.nesting < 0) open.pop();
    const above = (): string => [...headings, ...open.map(({ says }) => says), before].join('\n');
    // Where a list begins to count is seen, too, and not only the text of its items.
    if (token.type === 'ordered_list_open' && leavesOut(String(token.attrGet('start') ?? ''), above()))
      token.attrs = null;
    const words = wordsOfBlock(token);
    if (words === undefined || gone.has(token)) return;
    if (leavesOut(words, above())) {
      const from = nearest(nearest('thead_open') ? 'table_open' : 'tr_open');
      const first = from?.at ?? (token.type === 'inline' ? Math.max(0, open.at(-1)?.at ?? index) : index);
      const end = ends[first] ?? first;
      for (let at = first; at <= end; at += 1) gone.add(tokens[at] as Token);
    }
    before = words;
    const level = levelOf(tokens[index - 1]);
    const short = words.slice(0, LONGEST_ABOVE);
    if (level !== undefined) {
      headings = headings.slice(0, level);
      headings[level - 1] = short;
      before = '';
    } else sayIn(open, short);
  });
  return gone.size === 0 ? tokens : withoutEmpty(tokens.filter((token) => !gone.has(token)));
}

/** Notes what was said where the other blocks beside it will look for it. */
function sayIn(open: readonly Opened[], words: string): void {
  const innermost = (is: (type: string) => boolean): Opened | undefined => open.filter(({ type }) => is(type)).at(-1);
  const head = innermost((type) => type === 'thead_open');
  const around = innermost((type) => (head ? type === 'table_open' : !LEAVES.has(type)));
  if (around) around.says = head ? `${around.says} ${words}`.slice(0, LONGEST_ABOVE) : words;
}

/** What is around the text of one block alone. */
const LEAVES = new Set(['paragraph_open', 'td_open']);

const levelOf = (token: Token | undefined): number | undefined =>
  token?.type === 'heading_open' ? Number(token.tag.slice(1)) : undefined;

/** For each token where what it begins ends. */
function endsOf(tokens: readonly Token[]): readonly number[] {
  const open: number[] = [];
  const ends = tokens.map((_, index) => index);
  tokens.forEach(({ nesting }, index) => {
    if (nesting > 0) open.push(index);
    const first = nesting < 0 ? open.pop() : undefined;
    if (first !== undefined) ends[first] = index;
  });
  return ends;
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
  // of a fence, the word after its mark is seen by whoever reads the page’s source.
  return token.nesting === 0 && token.content !== '' ? `${unescapeAll(token.info)} ${token.content}` : undefined;
}

/** What a reader sees of it, and where its links lead. */
export function wordsOfInline(tokens: readonly Token[]): string {
  const links = tokens.flatMap((token) => (token.attrs ?? []).map(([, value]) => String(value)));
  const words = tokens.map(({ type, content }) => (type.endsWith('break') ? ' ' : content)).join('');
  return [words, ...links].join(' ');
}
