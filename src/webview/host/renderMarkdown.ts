import MarkdownIt from 'markdown-it';
import { readLink } from '../../core/markdown/links';

/**
 * Renders Markdown for a webview: no raw HTML, no images, and no link but to the web or to a file beside the text.
 * The result is sanitised once more where it is shown.
 */
export class MarkdownRenderer {
  private readonly markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

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
