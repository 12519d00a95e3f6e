import type { BlockLine } from '../markdown/blocks';
import type { LineKind } from '../markdown/outline';
import { secondsInClock } from '../words';
import { findPlaceholders, type Placeholder } from './placeholders';

/** Words a minute where the setting says nothing: an even pace at which a listener can take notes. */
export const DEFAULT_WORDS_PER_MINUTE = 130;

/**
 * What a story says aloud: `said` is the text with everything else blanked out, unit for unit, so offsets hold in both.
 */
export interface Spoken {
  readonly said: string;
  readonly placeholders: readonly Placeholder[];
}

const BOX = /^\[[ x]\](?=[ \t]|$)/iu;
const DEFINITION = /^\[[^[\]]+\]:[^\r\n]*/u;
const SPECIAL = /[[<&${]|:\/\/|TODO|TBD|FIXME|XXX/u;
/** What else is cut, each after the sign that a text must have for it to be looked for at all. */
const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['<', /<[a-z/][^<>]*>/giu],
  ['&', /&(?!amp;)(?:[a-z][a-z0-9]{1,30}|#x?[0-9a-f]{1,7});/giu],
];
const SCHEME = /\bhttps?$/iu;
const ADDRESS = /[^\s<>()]+/uy;
const BACKSLASH = 92;
const OPENING = 91;
const CLOSING = 93;
const LONGEST_DESTINATION = 400;

/**
 * Blanks out what is not said aloud: front matter, headings, comments, fenced code, list marks, images, the
 * destinations of links, HTML tags, and blanks that are still to be filled in. Line breaks stay.
 * @param lines of the whole text.
 * @param kinds of the lines.
 */
export function readSpoken(text: string, lines: readonly BlockLine[], kinds: readonly LineKind[]): Spoken {
  const pieces: string[] = [];
  const placeholders: Placeholder[] = [];
  /** Up to here the text is in `pieces`. */
  let done = 0;
  const cut = (start: number, end: number): void => {
    const from = Math.max(done, start);
    if (end <= from) return;
    if (from > done) pieces.push(text.slice(done, from));
    pieces.push(spaces(text, from, end));
    done = end;
  };
  // A byte-order mark belongs to no line.
  cut(0, lines[0]?.start ?? 0);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as BlockLine;
    if (kinds[i] !== 'text') {
      cut(line.start, line.end);
      continue;
    }
    if (!line.block) {
      // The marks of a quotation or a list item without text.
      cut(line.start, line.end);
      continue;
    }
    // A block: links and comments may run over its lines, and never over its end.
    const { last } = line.block;
    const { end } = lines[last] as BlockLine;
    let cuts: Placeholder[] = [];
    for (let k = i; k <= last; k += 1) cutLineLead(text, lines[k] as BlockLine, cuts);
    const paragraph = text.slice(line.start, end);
    if (SPECIAL.test(paragraph)) {
      const comments = findComments(paragraph, line.start);
      const blanks = outside(findPlaceholders(text, line.start, end), comments);
      for (const blank of blanks) placeholders.push(blank);
      cuts = cuts.concat(comments, blanks);
      if (paragraph.includes('](') || paragraph.includes('][')) cutLinks(paragraph, line.start, cuts);
      if (paragraph.includes('://')) cutAddresses(paragraph, line.start, cuts);
      for (const [sign, pattern] of PATTERNS) {
        if (!paragraph.includes(sign)) continue;
        for (const match of paragraph.matchAll(pattern))
          cuts.push({ start: line.start + match.index, end: line.start + match.index + match[0].length });
      }
      cuts.sort((a, b) => a.start - b.start);
    }
    for (const { start, end: cutEnd } of cuts) cut(start, cutEnd);
    i = last;
  }
  pieces.push(text.slice(done));
  return { said: pieces.join(''), placeholders };
}

/** How long words take to say, in whole seconds: words / wordsPerMinute × 60. */
export function speakingSeconds(words: number, wordsPerMinute: number = DEFAULT_WORDS_PER_MINUTE): number {
  return wordsPerMinute > 0 ? Math.round((words / wordsPerMinute) * 60) : 0;
}

/** Seconds as `m:ss`. */
export function formatSeconds(seconds: number): string {
  return secondsInClock(Math.max(0, Math.round(seconds)));
}

function cutLineLead(text: string, line: BlockLine, cuts: Placeholder[]): void {
  const { start, content, end } = line;
  const isBracket = text[content] === '[';
  const lead = isBracket ? (line.marker < 0 ? DEFINITION : BOX).exec(text.slice(content, end)) : null;
  const from = content + (lead?.[0].length ?? 0);
  if (from > start) cuts.push({ start, end: from });
}

function findComments(paragraph: string, offset: number): Placeholder[] {
  const comments: Placeholder[] = [];
  let start = paragraph.indexOf('<!--');
  while (start >= 0) {
    const end = paragraph.indexOf('-->', start + 4);
    if (end < 0) break;
    comments.push({ start: offset + start, end: offset + end + 3 });
    start = paragraph.indexOf('<!--', end + 3);
  }
  return comments;
}

/** Those of the blanks that touch no comment; both in order. */
function outside(blanks: readonly Placeholder[], comments: readonly Placeholder[]): readonly Placeholder[] {
  let next = 0;
  return blanks.filter((blank) => {
    while (next < comments.length && (comments[next] as Placeholder).end <= blank.start) next += 1;
    return (comments[next]?.start ?? Infinity) >= blank.end;
  });
}

/** Cuts `https://…`, found by its slashes: few paragraphs have any. */
function cutAddresses(paragraph: string, offset: number, cuts: Placeholder[]): void {
  let slashes = paragraph.indexOf('://');
  while (slashes >= 0) {
    let next = slashes + 3;
    const scheme = SCHEME.exec(paragraph.slice(Math.max(0, slashes - 6), slashes));
    ADDRESS.lastIndex = next;
    const address = scheme ? ADDRESS.exec(paragraph) : null;
    if (scheme && address) {
      next += address[0].length;
      const isSecure = (paragraph.charCodeAt(slashes - 1) | 32) === 115;
      cuts.push({ start: offset + slashes - (isSecure ? 5 : 4), end: offset + next });
    }
    slashes = paragraph.indexOf('://', next);
  }
}

/** Cuts `(…)` and `[…]` after a link's text, and images whole. */
function cutLinks(paragraph: string, offset: number, cuts: Placeholder[]): void {
  const open: number[] = [];
  for (let i = 0; i < paragraph.length; i += 1) {
    const unit = paragraph.charCodeAt(i);
    if (unit === BACKSLASH) i += 1;
    else if (unit === OPENING) open.push(i);
    else if (unit === CLOSING) {
      const start = open.pop();
      if (start === undefined) continue;
      const end = destinationEnd(paragraph, i + 1);
      if (end === undefined) continue;
      const isImage = paragraph[start - 1] === '!';
      cuts.push({ start: offset + (isImage ? start - 1 : i + 1), end: offset + end });
      i = end - 1;
    }
  }
}

function destinationEnd(text: string, start: number): number | undefined {
  const opening = text[start];
  const closing = opening === '(' ? ')' : opening === '[' ? ']' : undefined;
  if (closing === undefined) return undefined;
  const limit = Math.min(text.length, start + LONGEST_DESTINATION);
  let depth = 0;
  for (let i = start; i < limit; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === opening) depth += 1;
    else if (text[i] === closing && --depth === 0) return i + 1;
  }
  return undefined;
}

function spaces(text: string, start: number, end: number): string {
  const cut = text.slice(start, end);
  return cut.includes('\n') || cut.includes('\r') ? cut.replace(/[^\r\n]/g, ' ') : ' '.repeat(cut.length);
}
