/** The page that a webview starts from. Everything it shows comes later, by messages. */
import { escapeHtml } from '../../core/markdown/escape';

export interface Page {
  /** Which of the pages in the script it is: in the body's attribute `data-page`. */
  readonly name: string;
  readonly title: string;
  /** A BCP 47 tag. */
  readonly language: string;
  /** `webview.cspSource`: where the extension's own files come from. */
  readonly cspSource: string;
  /** See {@link makeNonce}. */
  readonly nonce: string;
  /** The script itself: one that the page has to fetch comes by way of the window, and later. */
  readonly script: string;
  /** The style sheet itself. */
  readonly style: string;
  /** Kept by the script as the webview's state: in the body's attribute `data-state`, as JSON. */
  readonly state: unknown;
}

/** The page's HTML. Nothing is allowed but the one script, the one style sheet and the icon font. */
export function renderPage(page: Page): string {
  const source = escapeHtml(page.cspSource);
  const policy = `default-src 'none'; script-src 'nonce-${page.nonce}'; style-src 'nonce-${page.nonce}'; font-src ${source}; base-uri 'none'; form-action 'none';`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)}</title>
<style nonce="${page.nonce}">${withinElement(page.style)}</style>
</head>
<body data-page="${escapeHtml(page.name)}" data-state="${escapeHtml(JSON.stringify(page.state))}">
<script type="module" nonce="${page.nonce}">${withinElement(page.script)}</script>
</body>
</html>`;
}

/**
 * A script or a style sheet of ours as an element's text: nothing in it ends the element, or begins a comment of HTML.
 * What could do so stands in strings, templates and patterns only, where the escaped character is the same.
 */
function withinElement(source: string): string {
  return source.replace(/<(?=\/(?:script|style)|!--)/giu, '\\x3C');
}

/** A nonce that cannot be guessed: 128 bits, in characters that need no escaping. */
export function makeNonce(randomBytes: (length: number) => Uint8Array): string {
  return Array.from(randomBytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
