/**
 * The lists in front matter, place by place, also while they are being typed: an unclosed bracket, a lone
 * dash or a missing `---` at the end must not keep completion from working, so this reads lines and not YAML.
 */
import { locateFrontMatter } from '../markdown/frontMatter';
import { lineAt, textStart, type Line } from '../markdown/text';
import type { Span } from '../ports';

interface ListItem extends Span {
  /** The item without quotes. */
  readonly value: string;
}

/** `flow` is `[a, b]`, `block` one dash per line, `plain` words after the colon, `empty` nothing there. */
type ListStyle = 'flow' | 'block' | 'plain' | 'empty';

interface ListValue {
  readonly key: string;
  readonly style: ListStyle;
  /** Where items are: between the brackets, after the dashes, after the colon. */
  readonly slots: readonly Span[];
  readonly items: readonly ListItem[];
}

const KEY = /^([a-z][\w-]*):(?=[ \t]|$)/iu;
const DASH = /^[ \t]*-(?=[ \t]|$)/u;
const COMMENT = /(?:^|[ \t])#[\s\S]*$/u;
/** Front matter that is not closed yet is looked at this far, in lines. */
const OPEN_LINES = 60;

/** The lists of the keys that are asked for, in the order of the text. Linear in the front matter. */
export function frontMatterLists(text: string, keys: readonly string[]): ListValue[] {
  const lines = frontMatterLines(text);
  const starts = lines.flatMap((line, index) => {
    const key = KEY.exec(text.slice(line.start, line.end))?.[1];
    return key === undefined ? [] : [{ key, line, index }];
  });
  return starts.flatMap(({ key, line, index }, at) =>
    keys.includes(key) ? [readList(text, key, line, lines.slice(index + 1, starts[at + 1]?.index))] : [],
  );
}

interface ListPlace {
  readonly key: string;
  readonly style: ListStyle;
  /** What a chosen item replaces. */
  readonly replace: Span;
  /** The other items of the list. */
  readonly others: readonly string[];
}

/** Which list an offset is in, and the item that is being written there. */
export function listPlaceAt(text: string, offset: number, keys: readonly string[]): ListPlace | undefined {
  for (const { key, style, slots, items } of frontMatterLists(text, keys)) {
    const slot = slots.find(({ start, end }) => start <= offset && offset <= end);
    if (!slot) continue;
    const item = items.find(({ start, end }) => start <= offset && offset <= end);
    const others = items.filter((other) => other !== item).map(({ value }) => value);
    return {
      key,
      style,
      replace: item ? { start: item.start, end: item.end } : { start: offset, end: offset },
      others,
    };
  }
  return undefined;
}

function frontMatterLines(text: string): Line[] {
  const range = locateFrontMatter(text);
  if (range === undefined) return [];
  const lines: Line[] = [];
  let line = lineAt(text, range === 'unclosed' ? lineAt(text, textStart(text)).next : range.yamlStart);
  const end = range === 'unclosed' ? text.length : range.yamlEnd;
  while (line.start < end || (line.start === end && range === 'unclosed')) {
    if (range === 'unclosed' && (lines.length === OPEN_LINES || text[line.start] === '#')) break;
    lines.push(line);
    if (line.next === line.end) break;
    line = lineAt(text, line.next);
  }
  return lines;
}

function readList(text: string, key: string, line: Line, following: readonly Line[]): ListValue {
  const start = line.start + key.length + 1;
  const written = text.slice(start, line.end).replace(COMMENT, '');
  const bracket = written.indexOf('[');
  if (bracket >= 0 && written.slice(0, bracket).trim() === '')
    return flow(text, key, start + bracket + 1, following.at(-1)?.end ?? line.end);
  if (written.trim() !== '') {
    const slot = { start, end: start + written.length };
    return { key, style: 'plain', slots: [slot], items: pieces(text, slot) };
  }
  const slots = following.flatMap((other): Span[] => {
    const dash = DASH.exec(text.slice(other.start, other.end));
    return dash ? [{ start: other.start + dash[0].length, end: other.end }] : [];
  });
  if (slots.length === 0) return { key, style: 'empty', slots: [{ start, end: line.end }], items: [] };
  return {
    key,
    style: 'block',
    slots,
    items: slots.flatMap((slot) =>
      item(text, slot.start, slot.start + text.slice(slot.start, slot.end).replace(COMMENT, '').length),
    ),
  };
}

function flow(text: string, key: string, start: number, limit: number): ListValue {
  const close = text.slice(start, limit).indexOf(']');
  const slot = { start, end: close < 0 ? limit : start + close };
  return { key, style: 'flow', slots: [slot], items: pieces(text, slot) };
}

/** The parts between commas. */
function pieces(text: string, { start, end }: Span): ListItem[] {
  const items: ListItem[] = [];
  let from = start;
  for (let i = start; i <= end; i += 1) {
    if (i < end && text[i] !== ',') continue;
    items.push(...item(text, from, i));
    from = i + 1;
  }
  return items;
}

/** The item between two offsets, without the white space and quotes around it; none where nothing is left. */
function item(text: string, start: number, end: number): ListItem[] {
  const piece = text.slice(start, end);
  const trimmed = piece.trim();
  if (trimmed === '') return [];
  const from = start + piece.indexOf(trimmed);
  const quoted = /^(["'])(.*)\1$/su.exec(trimmed);
  return [{ start: from, end: from + trimmed.length, value: quoted?.[2] ?? trimmed }];
}
