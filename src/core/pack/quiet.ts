/** Markdown that is sent to somebody else: it says what a reader was meant to see, and nothing else. */
import { missingEndOf, parseBlocks, type BlockKind } from '../markdown/blocks';
import { codeSpans } from '../markdown/codeSpans';
import { withoutComments, withoutLineComments } from '../markdown/comments';
import { tidy } from '../markdown/text';

/** Beginnings of HTML, pictures, and links that lead elsewhere than into the web, with the backslashes before them. */
const OPENING = /(?<!\\)(\\*)<(?=[a-z/!?])/giu;
const PICTURE = /(?<!\\)(\\*)!\[/gu;
const LIVE_LINK = /(?<!\\)(\\*)\](?=\(\s*(?:<\s*)?(?!https?:|mailto:)(?:[a-z][\w+.-]*:|[^\s()&]*&))/giu;
const LIVE_DEFINITION =
  /^([ \t]*(?:[>*+-][ \t]*)*)\[(?=[^\][\n]{1,999}\]:\s*(?:<\s*)?(?!https?:|mailto:)(?:[a-z][\w+.-]*:|[^\s&]*&))/gimu;
/** Making a text quiet can turn words into code, and code into words: then it is looked at again. */
const MOST_ROUNDS = 4;

/**
 * The text without HTML comments, which are the writer's own business; pictures become links, since they would be
 * loaded from elsewhere, and HTML is shown as its characters, as are links that do not lead into the web. Code stays as
 * it is. What is left open is closed, so that it swallows nothing that comes after the text.
 */
export function quiet(markdown: string): string {
  let text = withoutComments(markdown.replace(/\r\n?/gu, '\n'));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = text;
    text = closed(tidy(quietBlocks(text)).replace(/\n{3,}/gu, '\n\n'));
    if (text === before) return text;
  }
  return closed(inert(text));
}

/** Text that stands within another: the lines above and below are not its own. */
function closed(text: string): string {
  const end = missingEndOf(parseBlocks(text, 0));
  return end === undefined || end === '' ? text : `${text}\n${end}`;
}

/** Each block made quiet, code apart. */
function quietBlocks(text: string): string {
  const { lines, blocks } = parseBlocks(text, 0);
  const written: string[] = [];
  let next = 0;
  for (const { kind, first, last } of blocks) {
    const before = lines.slice(next, first).map(({ start, end }) => text.slice(start, end));
    const own = text.slice(lines[first]?.start, lines[last]?.end);
    written.push(...before, kind === 'fence' || kind === 'code' ? own : quietBlock(own, kind));
    next = last + 1;
  }
  return [...written, ...lines.slice(next).map(({ start, end }) => text.slice(start, end))].join('\n');
}

function quietBlock(text: string, kind: BlockKind): string {
  if (kind === 'table') return text.split('|').map(withQuietWords).join('|');
  // HTML is a paragraph once it is quiet: where code begins and ends in it is seen in the next round.
  return kind === 'html' || kind === 'comment' ? inert(text) : withQuietWords(text);
}

/** A paragraph's or a cell's text made quiet, code apart. */
function withQuietWords(text: string): string {
  let result = '';
  let position = 0;
  for (const { start, end } of codeSpans(text).spans) {
    result += inert(text.slice(position, start)) + text.slice(start, end);
    position = end;
  }
  return result + inert(text.slice(position));
}

/** Text without HTML, pictures, and links other than to the web. */
function inert(text: string): string {
  const escaped = (sign: string) => (all: string, slashes: string) =>
    slashes.length % 2 === 0 ? `${slashes}\\${sign}` : all;
  return text
    .replace(PICTURE, (all, slashes: string) => (slashes.length % 2 === 0 ? `${slashes}[` : all))
    .replace(LIVE_LINK, escaped(']'))
    .replace(LIVE_DEFINITION, '$1\\[')
    .replace(OPENING, escaped('<'));
}

/** What would open a block: a fence, a heading, a quotation, a table, a list or a rule. Emphasis and code do not. */
const OPENS_BLOCK = /^(?=`{3}|~{3}|#{1,6}(?:\s|$)|[>|]|[-+*](?:\s|$)|(?:[-*_]\s*){3,}$)/u;

/** One line of it: a playbook's sentence, which opens no block of its own. */
export function quietLine(markdown: string): string {
  return quiet(withoutLineComments(markdown).trim().replace(/\s+/gu, ' ').replace(OPENS_BLOCK, '\\'));
}
