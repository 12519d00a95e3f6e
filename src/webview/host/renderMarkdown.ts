import MarkdownIt from 'markdown-it';
import { blockDrawings } from '../../core/blocks/blockDrawings';
import { blanks } from '../../core/markdownIt/blanks';
import { lowerHeadings } from '../../core/markdownIt/headingLevels';
import { quantities } from '../../core/markdownIt/quantities';
import { readLink } from '../../core/markdown/links';

/**
 * Renders Markdown for a webview, with its blanks and worked figures drawn, and its metrics marked where that is asked
 * for: no raw HTML, no images, and no link but to the web or to a file beside the text. The result is sanitised once
 * more where it is shown.
 */
export class MarkdownRenderer {
  private readonly markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
    .use(blanks)
    .use(blockDrawings);

  /** @param marksMetrics false for what a playbook says: nothing in it is the user's own figure. */
  constructor({ marksMetrics = true }: { readonly marksMetrics?: boolean } = {}) {
    if (marksMetrics) this.markdown.use(quantities);
    this.markdown.disable('image');
    this.markdown.validateLink = (url) => readLink(url) !== undefined;
  }

  /** A whole text. */
  render(text: string): string {
    return this.markdown.render(text);
  }

  /** A whole text under a heading of the page. @param level of that heading, 1 to 6. */
  renderBelow(text: string, level: number): string {
    const env = {};
    const tokens = this.markdown.parse(text, env);
    lowerHeadings(tokens, level);
    return this.markdown.renderer.render(tokens, this.markdown.options, env);
  }

  /** A line: no paragraph around it. */
  renderInline(text: string): string {
    return this.markdown.renderInline(text);
  }
}
