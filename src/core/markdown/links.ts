import { percentDecoded } from '../percentDecoded';

/** Where a link of a Markdown text leads, once it is known to be harmless. */
type LinkTarget =
  /** A page on the web. */
  | { readonly kind: 'web'; readonly url: string }
  /**
   * A file, by a path relative to the file that the link stands in; `..` allowed. Decoded, with `/` between its parts.
   */
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string };

const SCHEME = /^[a-z][a-z0-9+.-]*:/iu;
const WEB = /^https?:\/\/[^/\s]/iu;
/**
 * Control characters and backslashes: browsers drop or convert them, so what is checked would not be what is opened.
 */
// eslint-disable-next-line no-control-regex
const DECEPTIVE = /[\u0000-\u001f\u007f\\]/u;

/**
 * Judges a link: a web page, a file beside the text, or undefined for everything else (commands, scripts, absolute
 * paths, …).
 */
export function readLink(href: string): LinkTarget | undefined {
  const link = href.trim();
  if (DECEPTIVE.test(link)) return undefined;
  if (SCHEME.test(link)) return WEB.test(link) ? { kind: 'web', url: link } : undefined;
  const hash = link.indexOf('#');
  const [before, fragment] = hash < 0 ? [link, ''] : [link.slice(0, hash), link.slice(hash + 1)];
  const path = percentDecoded(before.split('?', 1)[0] ?? '');
  if (!path || path.startsWith('/') || DECEPTIVE.test(path) || SCHEME.test(path)) return undefined;
  return { kind: 'file', path, fragment };
}

/**
 * The path that `path` means in the folder of `from`, without `.` and `..`; undefined when it leads out of the root.
 * @param from a file's path relative to a root, with `/` between its parts.
 */
export function resolvePath(from: string, path: string): string | undefined {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length > 0 ? parts.join('/') : undefined;
}

/** The path that leads from a file to another, both relative to one root: `../sessions/a.md`. */
export function relativePath(from: string, to: string): string {
  const folder = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < folder.length && shared < target.length - 1 && folder[shared] === target[shared]) shared += 1;
  return [...folder.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}

/** A path as a link has it: with nothing in it that ends the link, or that begins a heading's name. */
export const linkTarget = (path: string): string =>
  encodeURI(path).replace(/[()#?]/gu, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** A link of Markdown to a file, by a path relative to the file that the link is to stand in. */
export function markdownLink(title: string, path: string): string {
  const target = /[\s()<>%#?]/u.test(path) ? linkTarget(path) : path;
  return `[${title
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/[\\[\]]/gu, '\\$&')}](${target})`;
}
