/** Whether a text leads to a meeting or to somebody’s page: by the user’s own links, or as links to meetings do. */
import MarkdownIt from 'markdown-it';
import { platformOfLink } from '../invite/platforms';
import { readingsOf } from './readings';

/** As a browser would have it: a page’s links are written so. */
const { normalizeLink } = new MarkdownIt();

/** Some links, in whatever form they are written. */
export class LinkFinder {
  private readonly forms: readonly string[];

  constructor(links: readonly string[]) {
    const all = links.flatMap((link) => [link, normalizeLink(link)]).flatMap(readingsOf);
    this.forms = [...new Set(all.map(bare))].filter((form) => form !== '');
  }

  /** @param readings of one text: {@link readingsOf}. */
  isIn(readings: readonly string[]): boolean {
    if (this.forms.length === 0) return false;
    return readings.some((reading) => {
      const text = reading.toLowerCase();
      return this.forms.some((form) => text.includes(form));
    });
  }
}

/** Many write a link without its beginning, or with a slash at its end. */
const bare = (link: string): string =>
  link
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/\/$/u, '');

/** The ways to join some meetings, and any meeting on a platform that is known. */
export class JoinFinder {
  private readonly links: LinkFinder;
  /** What a platform asks for instead of a link. */
  private readonly codes: readonly string[];

  constructor(links: readonly string[]) {
    this.links = new LinkFinder(links);
    this.codes = links.flatMap((link) => link.toLowerCase().match(CODE) ?? []);
  }

  /** @param readings as for {@link LinkFinder.isIn}. */
  isIn(readings: readonly string[]): boolean {
    return this.links.isIn(readings) || readings.some((text) => this.hasCode(text) || leadsToPlatform(text));
  }

  private hasCode(text: string): boolean {
    if (PASSCODE.test(text)) return true;
    if (this.codes.length === 0) return false;
    const closed = text.toLowerCase().replace(/(?<=\d)[\s-](?=\d)/gu, '');
    return this.codes.some((code) => closed.includes(code));
  }
}

/** The number of a meeting, or the name that Google gives one. */
const CODE = /\d{9,}|(?<![a-z-])[a-z]{3}-[a-z]{4}-[a-z]{3}(?![a-z-])/gu;
const PASSCODE = /\b(?:pass ?code|(?:meeting|conference) (?:id|number|pin))(?: is)?[\s:#=-]{1,5}\S{0,20}\d/iu;

/** A web address as far as its host, and a host before a path, as many write an address. */
const ADDRESS = /https?:\/\/(?:[^/?#@\s]*@)?[^/?#:\s<>"')\]]+/giu;
const HOST = /(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,6}(?=(?::\d{1,5})?\/[^\s/])/giu;

function leadsToPlatform(text: string): boolean {
  const hosts = [...text.matchAll(HOST)].map(([host]) => `https://${host}`);
  return [...text.matchAll(ADDRESS), ...hosts.map((host) => [host])].some(
    ([address = '']) => platformOfLink(address) !== undefined,
  );
}
