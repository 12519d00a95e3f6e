/** Markdown as HTML for a file to give away: no raw HTML, no picture, and no link except to the web. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { blockDrawings } from '../blocks/blockDrawings';
import { readLink } from '../markdown/links';
import { blanks } from '../markdownIt/blanks';
import { lowerHeadings } from '../markdownIt/headingLevels';
import { quantities } from '../markdownIt/quantities';
import { withoutBlocks, wordsOfInline, type LeavesOut } from './leaveOut';

export class PackRenderer {
  private readonly markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).use(
    blockDrawings,
    // The comments are gone from what is packed.
    { isMarked: false },
  );

  /** @param isOwn whether it is the user's own page: its metrics are marked, and its blanks drawn. */
  constructor({ isOwn = false }: { readonly isOwn?: boolean } = {}) {
    if (isOwn) this.markdown.use(blanks).use(quantities);
    this.markdown.disable('image');
    this.markdown.validateLink = (url) => readLink(url) !== undefined;
    // A file beside the text is not beside the page: its words stay, the link goes.
    this.markdown.core.ruler.push('pack_heads', ({ tokens }) => plainCorners(tokens));
    this.markdown.core.ruler.push('pack_links', ({ tokens }) =>
      tokens.forEach((token) => (token.children = token.children && webLinks(token.children))),
    );
  }

  /**
   * @param level what stands above: the text's own headings begin one below it.
   * @param leavesOut says of a block that its readers must not see it.
   */
  render(text: string, level: number, leavesOut?: LeavesOut): string {
    const { markdown } = this;
    const env = {};
    const parsed = markdown.parse(text, env);
    const tokens = leavesOut ? withoutBlocks(parsed, leavesOut) : parsed;
    lowerHeadings(tokens, level);
    return markdown.renderer.render([...tokens], markdown.options, env);
  }

  /** What one line says to a reader, with where its links lead. */
  words(text: string): string {
    return this.markdown
      .parseInline(text, {})
      .map(({ children }) => wordsOfInline(children ?? []))
      .join(' ');
  }

  /** One line, without a paragraph around it. */
  inline(text: string): string {
    return this.markdown.renderInline(text);
  }
}

/** A head of a table that says nothing, as in its corner, is no head. */
function plainCorners(tokens: readonly Token[]): void {
  tokens.forEach((token, index) => {
    const close = tokens[index + 2];
    if (token.type !== 'th_open' || tokens[index + 1]?.content.trim() !== '' || close?.type !== 'th_close') return;
    token.tag = 'td';
    close.tag = 'td';
  });
}

function webLinks(tokens: readonly Token[]): Token[] {
  let dropped = 0;
  return tokens.filter((token) => {
    if (token.type === 'link_open') {
      if (readLink(String(token.attrGet('href') ?? ''))?.kind === 'web') token.attrSet('rel', 'noreferrer noopener');
      else {
        dropped += 1;
        return false;
      }
    } else if (token.type === 'link_close' && dropped > 0) {
      dropped -= 1;
      return false;
    }
    return true;
  });
}
