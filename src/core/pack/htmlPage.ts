/** One HTML file to give away: no script, nothing loaded, good on paper and in either colour scheme. */
import { escapeHtml } from '../markdown/escape';
import { PAGE_STYLE } from './style';

/** Should anything ever slip through, the browser refuses it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

export interface HtmlPage {
  /** Plain text. */
  readonly title: string;
  /** CSS on top of what all pages share. */
  readonly style: string;
  /** HTML: what stands in `main`. */
  readonly body: string;
}

export function htmlPage({ title, style, body }: HtmlPage): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${PAGE_STYLE}${style}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}
