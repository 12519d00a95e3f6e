import type { BrowserContext } from 'playwright-core';

/** The page of a webview, a script or style of ours, or anything that names us. VS Code itself writes errors too. */
const OURS = /fake\.html|\/dist\/webview\/|prep-?loop/i;
/** Folders of the tests are named for us too: what the editor says of its own files in them is not ours. */
const FOLDER_OF_TESTS = /\/prep-loop-[a-z]+-\w{6}\//gu;
const CSP = /Content Security Policy/i;
/**
 * What stays on this machine: the server, and what the editor's service worker answers for it; and the editor's own
 * look at its gallery of extensions, which is none of ours.
 */
const STAYS =
  /^(?:https?|wss?):\/\/(?:127\.0\.0\.1|localhost|[^/]*\.vscode-resource\.vscode-cdn\.net)[:/]|^(?:blob|data|about):|\/gallery\/extensionquery$/i;

/** What all the frames of a window write to their consoles, and what they ask of other machines. */
export class Messages {
  private readonly errors: { readonly text: string; readonly url: string }[] = [];
  private readonly away: string[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') this.errors.push({ text: message.text(), url: message.location().url });
    });
    context.on('request', (request) => {
      if (!STAYS.test(request.url())) this.away.push(request.url());
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

  /** What was asked of other machines since this was asked last. */
  requestsAway(): readonly string[] {
    return this.away.splice(0);
  }

  ourErrors(): readonly string[] {
    return this.errors
      .filter(({ text, url }) => OURS.test(url) || OURS.test(text.replace(FOLDER_OF_TESTS, '/')))
      .map(({ text, url }) => `${text} (${url})`);
  }
}
