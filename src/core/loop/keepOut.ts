/** What stays out of a git repository, and how its logs merge. */
import { endOfLine, type TextEdit } from '../markdown/text';

/** What is kept out: nothing, the offers, or the whole prep folder. */
export const KEPT_OUT = ['nothing', 'offers', 'all'] as const;
export type KeptOut = (typeof KEPT_OUT)[number];

/** Lines that two clones added to a log are both kept when they are merged. */
const UNION_LINE = '**/reviews.jsonl merge=union';

/**
 * The lines for .gitignore.
 * @param prep the prep folder's path from the folder of .gitignore, with `/`; '' for that folder itself.
 */
export function ignoreLines(kept: KeptOut, prep: string): string[] {
  if (prep === '') return kept === 'all' ? ['/*'] : kept === 'offers' ? ['**/offer.md', '/offers/'] : [];
  const folder = escaped(prep);
  if (kept === 'all') return [`/${folder}/`];
  return kept === 'offers' ? [`${folder}/**/offer.md`, `${folder}/offers/`] : [];
}

/** What the text of a .gitignore keeps out already. @param prep as for {@link ignoreLines}. */
export function keptOutBy(ignore: string, prep: string): KeptOut {
  const { all, offerFiles } = ignored(ignore, prep);
  return all ? 'all' : offerFiles ? 'offers' : 'nothing';
}

/** The edits of a .gitignore that keep something out: only the lines that nothing in it stands for yet. */
export function keepOutEdits(text: string, kept: KeptOut, prep: string): TextEdit[] {
  const { all, offerFiles, offerFolder } = ignored(text, prep);
  if (all) return [];
  const done = kept === 'offers' ? [offerFiles, offerFolder] : [false];
  return addedAtEnd(
    text,
    ignoreLines(kept, prep).filter((_, index) => done[index] !== true),
  );
}

/** What the lines of a .gitignore come to, in their order: a later `!` takes back what an earlier line keeps out. */
interface Ignored {
  all: boolean;
  offerFiles: boolean;
  offerFolder: boolean;
}

function ignored(text: string, prep: string): Ignored {
  const state: Ignored = { all: false, offerFiles: false, offerFolder: false };
  // Git takes nothing back in a folder that is kept out as a whole, only where its content is.
  let isByContent = false;
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    const isBack = line.startsWith('!');
    const pattern = withoutTrailingSpaces(isBack ? line.slice(1) : line);
    if (isOfFolder(pattern, prep)) {
      state.all = !isBack;
      isByContent = /[^*/]\/\*\*?$/u.test(pattern);
    } else if (isBack && isByContent && isWithin(pattern, prep)) state.all = false;
    else if (isOfName(pattern, prep, 'offer.md')) state.offerFiles = !isBack;
    else if (isOfName(pattern.replace(/\/$/u, ''), prep, 'offers')) state.offerFolder = !isBack;
  }
  return state;
}

/** As git has it: a space after a backslash stays. */
function withoutTrailingSpaces(pattern: string): string {
  let end = pattern.length;
  while (pattern[end - 1] === ' ' && pattern[end - 2] !== '\\') end -= 1;
  return pattern.slice(0, end);
}

/** Whether a pattern is of the prep folder, one above it, or everything: `/prep/`, `prep`, `prep/**`, `*`. */
function isOfFolder(pattern: string, prep: string): boolean {
  if (/^(?:\/|\*\*\/)?\*{1,2}\/?$/u.test(pattern)) return true;
  const core = pattern.replace(/(?:\/\*\*?)?\/?$/u, '');
  const isRooted = /\/./u.test(pattern.replace(/^\*\*\//u, '')) && !pattern.startsWith('**/');
  const name = literal(core.replace(/^(?:\*\*)?\//u, ''));
  if (name === undefined || name === '') return false;
  const parts = prep.split('/');
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return paths.some((path) => path === name || (!isRooted && path.endsWith(`/${name}`)));
}

const isWithin = (pattern: string, prep: string): boolean =>
  pattern.replace(/^\//u, '').startsWith(`${escaped(prep)}/`) || !pattern.replace(/\/$/u, '').includes('/');

/** Whether a pattern is of all files or folders of a name in the prep folder. */
function isOfName(pattern: string, prep: string, name: string): boolean {
  const folder = prep === '' ? '' : `${escaped(prep)}/`;
  const wanted = [name, `**/${name}`, `${folder}**/${name}`, ...(name === 'offers' ? [`${folder}${name}`] : [])];
  return wanted.includes(pattern) || (pattern.startsWith('/') && wanted.slice(2).includes(pattern.slice(1)));
}

/** The name that a pattern without wildcards stands for. */
const literal = (pattern: string): string | undefined =>
  /(?<!\\)[*?[]/u.test(pattern) ? undefined : pattern.replace(/\\(.)/gu, '$1');

function addedAtEnd(text: string, added: readonly string[]): TextEdit[] {
  if (added.length === 0) return [];
  const eol = endOfLine(text);
  const gap = text === '' || /[\r\n]$/u.test(text) ? '' : eol;
  const newText = gap + added.map((line) => line + eol).join('');
  return [{ start: text.length, end: text.length, newText }];
}

/** The edits that have logs of reviews merged line by line; none where some line of the text says so. */
export function attributesEdits(text: string): TextEdit[] {
  return mergesReviews(text) ? [] : addedAtEnd(text, [UNION_LINE]);
}

/** Whether the text of a .gitattributes says how logs of reviews are merged, whatever it says. */
export function mergesReviews(text: string): boolean {
  return linesOf(text).some((line) => {
    const [pattern = '', ...attributes] = line.split(/[ \t]+/u);
    const isOfLogs = /^(?:.*\/)?(?:reviews\.jsonl|\*\.jsonl)$/u.test(pattern);
    return isOfLogs && attributes.some((attribute) => /^[-!]?merge(?:=|$)/u.test(attribute));
  });
}

/** Where the repository of a git config is published, as people name it: host and path, never a password. */
export function remoteOf(config: string): string | undefined {
  let isRemote = false;
  for (const line of linesOf(config)) {
    const [header = ''] = /^\[[^\]]*\]/u.exec(line) ?? [];
    if (header !== '') isRemote = /^\[remote\s/iu.test(header);
    const url = isRemote ? /^url[ \t]*=[ \t]*(\S.*)$/iu.exec(line.slice(header.length).trim())?.[1] : undefined;
    if (url !== undefined) return placeNamed(url.trim());
  }
  return undefined;
}

function placeNamed(url: string): string {
  const place = url
    .replace(/^"([^"]*)".*$/u, '$1')
    .replace(/[ \t][;#].*$/u, '')
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//iu, '')
    .replace(/\.git\/?$/u, '');
  const [authority = ''] = place.split('/');
  return place.slice(authority.lastIndexOf('@') + 1);
}

const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n]/u).map((line) => line.trim());

/** A path as git’s patterns have it. */
const escaped = (path: string): string => path.replace(/[\\*?[\]]/gu, '\\$&').replace(/^[#!]/u, '\\$&');
