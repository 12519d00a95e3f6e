/** HTML that stands as a block of its own in Markdown: what opens it, and what ends it. */

/** Names of tags that open a block wherever they begin a line. */
const BLOCK_TAGS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog ' +
    'dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr ' +
    'html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section ' +
    'summary table tbody td tfoot th thead title tr track ul'
  ).split(' '),
);

/** What opens a block, what the line has in it that ends the block, and how that is written. */
const ENDED_BY_MARK: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/iu, /<\/(?:script|pre|style|textarea)>/iu, '</pre>'],
  [/^<!--/u, /-->/u, '-->'],
  [/^<\?/u, /\?>/u, '?>'],
  [/^<![a-z]/iu, />/u, '>'],
  [/^<!\[CDATA\[/u, /\]\]>/u, ']]>'],
];
const TAG_NAME = /^<\/?([a-z][a-z0-9]*)(?=\s|\/?>|$)/iu;
const CLOSING_TAG = /^<\/[a-z][a-z0-9-]*\s*>\s*$/iu;
const OPENING_TAG = /^<[a-z][a-z0-9-]*/iu;
const ATTRIBUTE = /\s+[a-z_:][\w:.-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?/iuy;
const TAG_END = /\s*\/?>\s*$/uy;

export interface HtmlOpening {
  readonly isComment: boolean;
  /** Whether it ends a paragraph that stands above it. */
  readonly interrupts: boolean;
  /** What ends the block, in its last line; undefined where a blank line does. */
  readonly endMark: RegExp | undefined;
  /** A line that ends the block. */
  readonly end: string;
}

const ENDED_BY_BLANK_LINE: HtmlOpening = { isComment: false, interrupts: true, endMark: undefined, end: '' };
const LONE_TAG: HtmlOpening = { ...ENDED_BY_BLANK_LINE, interrupts: false };
const MARKED: readonly HtmlOpening[] = ENDED_BY_MARK.map(([, endMark, end], index) => ({
  isComment: index === 1,
  interrupts: true,
  endMark,
  end,
}));

/** The block of HTML that a line opens, its indentation left out; undefined for any other line. */
export function openedHtml(line: string): HtmlOpening | undefined {
  const marked = ENDED_BY_MARK.findIndex(([opening]) => opening.test(line));
  if (marked >= 0) return MARKED[marked];
  const name = TAG_NAME.exec(line)?.[1]?.toLowerCase();
  if (name !== undefined && BLOCK_TAGS.has(name)) return ENDED_BY_BLANK_LINE;
  return isLoneTag(line) ? LONE_TAG : undefined;
}

/** Whether a line is one whole tag and nothing else. */
function isLoneTag(line: string): boolean {
  if (CLOSING_TAG.test(line)) return true;
  let end = OPENING_TAG.exec(line)?.[0].length;
  if (end === undefined) return false;
  for (let next: number | undefined = end; next !== undefined; next = endAt(ATTRIBUTE, line, next)) end = next;
  return endAt(TAG_END, line, end) !== undefined;
}

function endAt(pattern: RegExp, line: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(line) ? pattern.lastIndex : undefined;
}
