/**
 * A markdown-it plugin that draws the blanks of a story or a script, `{{metric}}` and `${metric}`, as blanks. Where a
 * plugin for mathematics is used too, it also keeps that plugin away from blanks and from sums of money.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';
import { bracedBlanks } from '../story/placeholders';

export const BLANK_CLASS = 'prep-loop-blank';

export interface BlankOptions {
  /**
   * Whether a text's blanks are read as such; asked while it is parsed, before anybody knows which file it belongs to.
   */
  reads?(source: string): boolean;
  /** Whether to draw them, by the environment that the renderer is called with; else they stand as they are written. */
  applies?(env: unknown): boolean;
}

const TOKEN = 'prep_loop_blank';
/** Where the environment of a parsing says that its blanks are read. */
const READS = 'prepLoopBlanks';
/** Where a sum of money or a blank follows a dollar sign. */
const AFTER_DOLLAR = /^(?:[\d{]|\$\{)/u;

/** Draws each blank as `<span class="prep-loop-blank">metric</span>`. */
export function blanks(md: MarkdownIt, { reads, applies }: BlankOptions = {}): void {
  md.core.ruler.before('normalize', TOKEN, (state) => {
    const env = state.env as Record<string, unknown> | undefined;
    if (env) env[READS] = reads?.(state.src) ?? true;
  });
  md.block.ruler.before('fence', TOKEN, (state, line, end, silent) => {
    const start = (state.bMarks[line] as number) + (state.tShift[line] as number);
    if (!isRead(state.env) || !state.src.startsWith('$${', start)) return false;
    // Not display mathematics: what begins with a sum is a paragraph, which the last rule makes of any line.
    return state.md.block.ruler.getRules('').at(-1)?.(state, line, end, silent) ?? false;
  });
  let known: { readonly source: string; readonly ends: ReadonlyMap<number, number> } | undefined;
  const endOf = (source: string, start: number): number | undefined => {
    if (known?.source !== source)
      known = { source, ends: new Map(bracedBlanks(source).map((blank) => [blank.start, blank.end])) };
    return known.ends.get(start);
  };
  // Before a plugin's rules for `$`, which stand after this one.
  md.inline.ruler.before('escape', TOKEN, (state, silent) => isRead(state.env) && readBlank(state, silent, endOf));
  md.renderer.rules[TOKEN] = (tokens, index, _options, env) => {
    const { content = '', markup = '' } = tokens[index] ?? {};
    const { escapeHtml } = md.utils;
    return applies?.(env) === false
      ? escapeHtml(markup)
      : `<span class="${BLANK_CLASS}" title="A blank to fill in">${escapeHtml(content)}</span>`;
  };
}

const isRead = (env: unknown): boolean => (env as Record<string, unknown> | undefined)?.[READS] === true;

function readBlank(
  state: StateInline,
  silent: boolean,
  endOf: (source: string, start: number) => number | undefined,
): boolean {
  const { src, pos, posMax } = state;
  const unit = src.charAt(pos);
  if (unit !== '$' && unit !== '{') return false;
  const end = endOf(src, pos);
  if (end !== undefined && end <= posMax) {
    if (!silent) {
      const token = state.push(TOKEN, 'span', 0);
      token.markup = src.slice(pos, end);
      token.content = asked(token.markup);
    }
    state.pos = end;
    return true;
  }
  if (unit !== '$' || !AFTER_DOLLAR.test(src.slice(pos + 1, pos + 3))) return false;
  if (!silent) state.pending += '$';
  state.pos += 1;
  return true;
}

/** What a blank asks for: without its braces, and the number of a template's tab stop. */
function asked(markup: string): string {
  const inner = markup.startsWith('{{') ? markup.slice(2, -2) : markup.slice(2, -1).replace(/^\d+[:|]?/u, '');
  return inner.trim().replace(/\s+/gu, ' ') || '…';
}
