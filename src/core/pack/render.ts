/** Markdown as HTML for a pack: no raw HTML, no picture, and no link but to the web. */
import MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import { readLink } from '../markdown/links';

const DEEPEST = 6;

export class PackRenderer {
  private readonly markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

  constructor() {
    this.markdown.disable('image');
    this.markdown.validateLink = (url) => readLink(url) !== undefined;
    // A file beside the text is not beside the pack: its words stay, the link goes.
    this.markdown.core.ruler.push('pack_links', ({ tokens }) =>
      tokens.forEach((token) => (token.children = token.children && webLinks(token.children))),
    );
  }

  /** @param level what stands above: the text's own headings begin one below it. */
  render(text: string, level: number): string {
    const { markdown } = this;
    const env = {};
    const tokens = markdown.parse(text, env);
    const top = Math.min(...tokens.filter(({ type }) => type === 'heading_open').map(levelOf), DEEPEST);
    for (const token of tokens)
      if (token.type.startsWith('heading_')) token.tag = `h${Math.min(DEEPEST, level + 1 + levelOf(token) - top)}`;
    return markdown.renderer.render(tokens, markdown.options, env);
  }

  /** One line, without a paragraph around it. */
  inline(text: string): string {
    return this.markdown.renderInline(text);
  }
}

const levelOf = ({ tag }: Token): number => Number(tag.slice(1));

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
