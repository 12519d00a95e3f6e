import type { BrowserContext } from 'playwright-core';

/** The page of a webview, a script or style of ours, or anything that names us. VS Code itself writes errors too. */
const OURS = /fake\.html|\/dist\/webview\/|prep-?loop/i;
const CSP = /Content Security Policy/i;

/** What all the frames of a window write to their consoles. */
export class Messages {
  private readonly errors: { readonly text: string; readonly url: string }[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.errors.push({ text: message.text(), url: message.location().url });
    });
    context.on('weberror', (webError) => {
      const error = webError.error();
      this.errors.push({ text: `${error.message}\n${error.stack ?? ''}`, url: '' });
    });
  }

  /** The browser reports each violation of a policy in the console of the frame that it happened in. */
  cspViolations(): readonly string[] {
    return this.errors.filter(({ text }) => CSP.test(text)).map(({ text, url }) => `${text} (${url})`);
  }

  ourErrors(): readonly string[] {
    return this.errors
      .filter(({ text, url }) => OURS.test(url) || OURS.test(text))
      .map(({ text, url }) => `${text} (${url})`);
  }
}
