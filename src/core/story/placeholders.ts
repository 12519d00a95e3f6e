import { parseBlocks } from '../markdown/blocks';

/**
 * A blank that is still to be filled in: `{{metric}}`, TODO, TBD, `[your metric]`, `<N>`, “XX %”, “€____”, and
 * `${metric}` as older files have it. Offsets are into the whole text.
 */
export interface Placeholder {
  readonly start: number;
  readonly end: number;
}

/**
 * With a colon, or at the start of its line, a TODO is a note to oneself that runs to the end of the line; else it
 * stands for one word.
 */
const TODO = /(?<![\p{L}\p{N}_-])(?:TODO|TBD|FIXME|XXX)(?![\p{L}\p{N}_-])(?:\([^()\r\n]{0,80}\))?(?::[^\r\n]*)?/gu;
/** "212 TODO comments": what was worked on, within a line. */
const COUNTED = /^ (?:comments?|items?|lists?|notes?|markers?|tags?|entries)\b/u;

const HAS_TODO = /TODO|TBD|FIXME|XXX/u;

/** What may stand before the first word of a line, after the marks of quotations and list items. */
const LEAD = /^(?:\[[ x]\][ \t]+)?(?:\*\*)?$/iu;

/**
 * Brackets that are a blank: “[your …]”, “[insert …]”, a lone “[metric]”, “[X%]”, “[…]”. Others are an editor's, a
 * link's or a checkbox's.
 */
const BRACKETED =
  /\[(?:(?:your|insert|add|fill|enter|replace|describe)(?![\p{L}\p{N}_])[^[\]\r\n]{0,200}|(?:name|number|metric|figure|amount|company|product|feature|team|date|baseline|percentage|revenue)(?: name)?|todo|tbd|[$€£]?(?:x{1,3}|n{1,3}|_{1,20}|#{1,3}) ?(?:%|ms|[kmb])?|…|\.\.\.)\](?![([])/giu;

/** "[x]" is ticked, "[n]" is somebody's mark; "[N]" and "[x] %" are blanks. */
const ONE_LETTER = /^\[[^N…]\]$/u;

/**
 * Where a figure goes: “<N>”, “<your metric>”, “XX %”, “$X”, “€____”, “____ %”. A row of underscores alone is a line,
 * and one at a word is emphasis.
 */
const FIGURES_LEFT = [
  /<(?:n{1,3}|x{1,3}|_{1,20}|#{1,3}|number|metric|figure|amount|percentage|company|name|date|(?:your|insert|add) [^<>\r\n]{0,80})>/giu,
  /(?<![\p{L}\p{N}_])(?:[$€£] ?)?(?:X{1,3}|N{2,3}) ?(?:%|ms\b|percent\b)|(?<![\p{L}\p{N}_])[$€£] ?X{1,3}(?:,X{3})*[kKmMbB]?(?![\p{L}\p{N}_])/gu,
  /[$€£] ?_{3,}(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])_{3,} ?%/gu,
];
const MAY_LEAVE_FIGURE = /<[nx_#ymafpcdi]|[XN] ?(?:%|ms|percent)|[$€£] ?X|___/iu;

/** `{{…}}`; what stands in a code span of its own is code. */
const BRACED = /(?<!`)\{\{[^{}]*\}\}|\{\{[^{}]*\}\}(?!`)/gu;
const BLANK_LINE = /\n[ \t]*\r?\n/u;

/** The blanks left between two offsets of a text, in order and without overlaps. Takes linear time. */
export function findPlaceholders(text: string, from = 0, to = text.length): Placeholder[] {
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  const found = [...bracketedBlanks(part), ...figuresLeft(part), ...notesToOneself(part)];
  const moved = from === 0 ? found : found.map(({ start, end }) => ({ start: from + start, end: from + end }));
  return withoutOverlaps([...bracedBlanks(part, from), ...moved]);
}

function bracketedBlanks(part: string): Placeholder[] {
  if (!part.includes('[')) return [];
  const found: Placeholder[] = [];
  for (const { 0: blank, index: start } of part.matchAll(BRACKETED)) {
    const end = start + blank.length;
    // Before a colon it is a link's definition where it begins the line.
    if (part[end] === ':' && lineBefore(part, start).trim() === '') continue;
    if (!ONE_LETTER.test(blank) || /^ ?%/u.test(part.slice(end, end + 2))) found.push({ start, end });
  }
  return found;
}

function figuresLeft(part: string): Placeholder[] {
  if (!MAY_LEAVE_FIGURE.test(part)) return [];
  return FIGURES_LEFT.flatMap((pattern) =>
    [...part.matchAll(pattern)]
      .map(({ 0: blank, index: start }) => ({ start, end: start + blank.length }))
      .filter((blank) => !isInCodeSpan(part, blank)),
  );
}

function notesToOneself(part: string): Placeholder[] {
  if (!HAS_TODO.test(part)) return [];
  const found: Placeholder[] = [];
  for (const { 0: mark, index: start } of part.matchAll(TODO)) {
    const end = start + mark.length;
    const isNote = mark.includes(':') || beginsLine(lineBefore(part, start));
    if (isNote) found.push({ start, end: endOfLineAt(part, start, part.length) });
    else if (!COUNTED.test(part.slice(end, end + 10))) found.push({ start, end });
  }
  return found;
}

/** The blanks in braces, `{{…}}` and `${…}`, of a part of a text. @param offset where the part begins. */
export function bracedBlanks(part: string, offset = 0): Placeholder[] {
  const found: Placeholder[] = [];
  if (part.includes('${')) dollarBlanks(part, offset, found);
  if (!part.includes('{{')) return found;
  for (const match of part.matchAll(BRACED)) {
    if (!BLANK_LINE.test(match[0]))
      found.push({ start: offset + match.index, end: offset + match.index + match[0].length });
  }
  return withoutOverlaps(found);
}

/**
 * `${…}` with what is nested in it; the outermost pair that is closed before the paragraph ends counts, unless it is a
 * code span of its own.
 */
function dollarBlanks(part: string, offset: number, found: Placeholder[]): void {
  let open: number[] = [];
  for (let i = 0; i < part.length; i += 1) {
    const unit = part[i];
    // "${{base}}" is a dollar sign before a blank.
    if (unit === '$' && part[i + 1] === '{' && part[i + 2] !== '{') {
      open.push(i);
      i += 1;
    } else if (unit === '}') {
      const start = open.pop();
      if (start === undefined) continue;
      while ((found.at(-1)?.start ?? -1) >= offset + start) found.pop();
      // "`${name}`" in a sentence is quoted: it is code, as `{{name}}` is.
      if (part[start - 1] === '`' && part[i + 1] === '`') continue;
      found.push({ start: offset + start, end: offset + i + 1 });
    } else if (unit === '\n' && part[i + 1] === '\n') {
      open = [];
    }
  }
}

/** Between backticks of its own. */
const isInCodeSpan = (part: string, { start, end }: Placeholder): boolean =>
  part[start - 1] === '`' && part[end] === '`';

/** Whether what stands in a line after `before` is the first that the line says. */
function beginsLine(before: string): boolean {
  const [line] = parseBlocks(`${before}.`, 0).lines;
  return LEAD.test(before.slice(line?.content));
}

function lineBefore(text: string, offset: number): string {
  // Only the lead of a line matters, and a longer one than this has text in it.
  const from = Math.max(0, offset - 40);
  const before = text.slice(from, offset);
  const lineBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  return lineBreak < 0 && from > 0 ? 'text' : before.slice(lineBreak + 1);
}

function endOfLineAt(text: string, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

function withoutOverlaps(found: readonly Placeholder[]): Placeholder[] {
  if (found.length < 2) return [...found];
  const result: Placeholder[] = [];
  for (const next of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (next.start >= (result.at(-1)?.end ?? 0)) result.push(next);
  }
  return result;
}
