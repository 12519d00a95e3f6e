import MarkdownIt from 'markdown-it';
import { blanks } from '../../core/markdownIt/blanks';
import { quantities } from '../../core/markdownIt/quantities';
import { readLink } from '../../core/markdown/links';

/**
 * Renders Markdown for a webview, with its metrics marked and its blanks drawn: no raw HTML, no images, and no link but to the web or to a
 * file beside the text. The result is sanitised once more where it is shown.
 */
export class MarkdownRenderer {
  private readonly markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
    .use(quantities)
    .use(blanks);

  constructor() {
    this.markdown.disable('image');
    this.markdown.validateLink = (url) => readLink(url) !== undefined;
  }

  /** A whole text. */
  render(text: string): string {
    return this.markdown.render(text);
  }

  /** A line: no paragraph around it. */
  renderInline(text: string): string {
    return this.markdown.renderInline(text);
  }
}
