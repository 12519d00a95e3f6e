/** The words of an invite, whatever its mail encoding and its markup are. */
import { decodeEntities } from '../htmlEntities';
import { quotedPrintable } from './mailEncoding';
import type { Mail } from './mailParts';

/** What is longer is not an invite: in bytes, and in UTF-16 units of text. */
export const LARGEST_INVITE = 1024 * 1024;

/**
 * A text without its encoding, its tags and what the reader only trips over.
 * @param mail the same text as a mail, where it is one.
 */
export function plainInvite(text: string, mail?: Mail): string {
  const unquoted = mail ? mailWords(mail) : isQuotedPrintable(text) ? quotedPrintable(text) : text;
  const untagged = /<(?:html|body|div|p|br|table|span)\b/iu.test(unquoted) ? withoutTags(unquoted) : unquoted;
  return untagged
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u00a0\u2007\u202f]/gu, ' ')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
}

const SOFT_BREAK = /=\r?\n/u;

/** A mail says so, or its lines end in a lone `=` and it has bytes written as `=3D`. */
function isQuotedPrintable(text: string): boolean {
  return (
    /^Content-Transfer-Encoding: *quoted-printable/imu.test(text) ||
    (SOFT_BREAK.test(text) && /=(?:3D|20|C[23]|E[2-9])/u.test(text))
  );
}

/** A mail's headers, and its first part that has words: plain ones before HTML. */
function mailWords({ head, parts }: Mail): string {
  const worded = parts.filter(({ text }) => text.trim() !== '');
  const body = worded.find(({ type }) => type === 'text/plain') ?? worded.find(({ type }) => type === 'text/html');
  return `${head}\n\n${body?.text ?? worded[0]?.text ?? ''}`;
}

/** The words of HTML; a link's address stands after its words. One pass, linear. */
function withoutTags(html: string): string {
  let text = '';
  let from = 0;
  while (from < html.length) {
    const open = nextTag(html, from);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) break;
    text += html.slice(from, open);
    const tag = html.slice(open + 1, close);
    from = close + 1;
    const name = /^\/?[a-z][a-z\d]*/iu.exec(tag)?.[0].toLowerCase() ?? '';
    // `<https://…>` and `<jane@acme.com>` are no tags.
    if (/^(?:https?:|mailto:|[^\s@]{1,80}@)/iu.test(tag)) text += ` ${tag} `;
    else if (name === 'style' || name === 'script') {
      from = endOf(name, html, from);
    } else {
      const href = name === 'a' ? /\bhref *= *["']?([^"'\s>]+)/iu.exec(tag)?.[1] : undefined;
      if (href !== undefined) text += ` ${href} `;
      if (/^\/?(?:p|div|br|tr|li|h\d|table|ul|ol|td)$/u.test(name)) text += name.endsWith('td') ? ' ' : '\n';
    }
  }
  return decodeEntities(text + html.slice(from));
}

/** Where the next tag or address begins, as browsers have it: the bracket of “< 5” is text. */
function nextTag(html: string, from: number): number {
  TAG.lastIndex = from;
  return TAG.exec(html)?.index ?? -1;
}

const TAG = /<[a-z\d/!?]/giu;

/** Where the tag that ends an element begins; the end of the text where there is none. */
function endOf(name: 'style' | 'script', html: string, from: number): number {
  const end = name === 'style' ? /<\/style/giu : /<\/script/giu;
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
