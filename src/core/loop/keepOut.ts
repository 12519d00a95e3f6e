/** What stays out of a git repository, and how its logs merge. */
import { endOfLine, type TextEdit } from '../markdown/text';

/** What is kept out: nothing, the offers, or the whole prep folder. */
export const KEPT_OUT = ['nothing', 'offers', 'all'] as const;
export type KeptOut = (typeof KEPT_OUT)[number];

/** Lines that two clones added to a log are both kept when they are merged. */
const UNION_LINE = '**/reviews.jsonl merge=union';

/** The lines for .gitignore. @param prep the prep folder's path from the folder of .gitignore, with `/`. */
export function ignoreLines(kept: KeptOut, prep: string): string[] {
  const folder = escaped(prep);
  if (kept === 'all') return [`/${folder}/`];
  return kept === 'offers' ? [`${folder}/**/offer.md`, `${folder}/offers/`] : [];
}

/** What the text of a .gitignore keeps out already. */
export function keptOutBy(ignore: string, prep: string): KeptOut {
  const lines = new Set(linesOf(ignore).map((line) => line.replace(/^\//u, '')));
  const folder = escaped(prep);
  const has = (...patterns: readonly string[]): boolean => patterns.some((pattern) => lines.has(pattern));
  if (has(folder, `${folder}/`, `${folder}/*`, `${folder}/**`, '*')) return 'all';
  const offers = has(`${folder}/**/offer.md`, 'offer.md', '**/offer.md');
  return offers ? 'offers' : 'nothing';
}

/** The edits that add the lines that a text does not have yet, at its end. */
export function linesAdded(text: string, lines: readonly string[]): TextEdit[] {
  const present = new Set(linesOf(text));
  const added = lines.filter((line) => !present.has(line) && !present.has(line.replace(/^\//u, '')));
  if (added.length === 0) return [];
  const eol = endOfLine(text);
  const gap = text === '' || /[\r\n]$/u.test(text) ? '' : eol;
  const newText = gap + added.map((line) => line + eol).join('');
  return [{ start: text.length, end: text.length, newText }];
}

/** The edits that have logs of reviews merged line by line; none where some line of the text says so. */
export function attributesEdits(text: string): TextEdit[] {
  return mergesReviews(text) ? [] : linesAdded(text, [UNION_LINE]);
}

/** Whether the text of a .gitattributes says how logs of reviews are merged. */
export function mergesReviews(text: string): boolean {
  return linesOf(text).some((line) => {
    const [pattern = '', ...attributes] = line.split(/[ \t]+/u);
    return pattern.endsWith('reviews.jsonl') && attributes.some((attribute) => attribute.startsWith('merge='));
  });
}

/** Where the repository of a git config is published, as people name it: host and path, never a password. */
export function remoteOf(config: string): string | undefined {
  let isRemote = false;
  for (const line of linesOf(config)) {
    if (line.startsWith('[')) isRemote = line.startsWith('[remote ');
    const url = isRemote ? /^url[ \t]*=[ \t]*(\S.*)$/u.exec(line)?.[1] : undefined;
    if (url !== undefined) return placeNamed(url.trim());
  }
  return undefined;
}

function placeNamed(url: string): string {
  const place = url
    .replace(/^"|"$/gu, '')
    .replace(/^[a-z][a-z\d+.-]*:\/\//iu, '')
    .replace(/\.git\/?$/u, '');
  return place.slice(place.split('/')[0]?.includes('@') ? place.indexOf('@') + 1 : 0);
}

const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n]/u).map((line) => line.trim());

/** A path as git’s patterns have it. */
const escaped = (path: string): string => path.replace(/[\\*?[\]]/gu, '\\$&').replace(/^[#!]/u, '\\$&');
