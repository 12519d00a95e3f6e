import { lineAt } from '../markdown/text';

/**
 * A fast path for the front matter that people write: `key: value` lines with plain or quoted words, whole numbers,
 * dates and times, `[a, b]` lists and `{ a: b }` maps, lists of `- item` lines and maps of indented `key: value` lines,
 * one level deep. What it accepts it reads exactly as YAML's core schema does (a property test holds it to that);
 * anything else is left to the yaml package.
 *
 * It stays because of what `npm run bench` measures. Without it, all files of a loop with 300 stories and 500 sessions
 * take 283 ms of the processor instead of 71 (same run, busy machine), and a story with its front matter takes 1.1 of
 * markdown-it's parse instead of 0.34.
 */
const KEY = /^([a-z][\w-]{0,63}):(?: (.*))?$/iu;
const ITEM = /^( *)- (.*)$/u;
const ENTRY = /^( +)([a-z][\w-]{0,63}): (.*)$/iu;
/** An entry of a map in braces, and the comma or brace after it. */
const BRACED =
  /([a-z][\w-]{0,63}): ("[^"\\\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*"|[^,{}[\]"'\p{C}]+)([,}])/iuy;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?$/u;
/**
 * Letters first; then no colon, hash, control, format or separator character but the plain space: the others are listed
 * one by one.
 */
const PLAIN = /^\p{L}[^:#\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*$/u;
const PLAIN_IN_LIST = /^\p{L}[\p{L}\p{N}_./+&()\- ]*$/u;
const DOUBLE_QUOTED = /^"([^"\\\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*)"$/u;
const SINGLE_QUOTED = /^'([^'\p{C}\p{Zl}\p{Zp}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*)'$/u;
const RESERVED = new Set(['true', 'True', 'TRUE', 'false', 'False', 'FALSE', 'null', 'Null', 'NULL']);

/** The mapping between two offsets; undefined where it holds anything that is not simple. */
export function readSimpleMapping(text: string, start: number, end: number): Record<string, unknown> | undefined {
  const data: Record<string, unknown> = {};
  const keys = new Set<string>();
  for (let position = start; position < end;) {
    const line = lineAt(text, position);
    position = line.next;
    const content = trimSpaces(text.slice(line.start, line.end));
    if (content === '' || content.startsWith('#')) continue;
    const match = KEY.exec(content);
    const key = match?.[1];
    if (key === undefined || RESERVED.has(key) || keys.has(key)) return undefined;
    keys.add(key);
    const written = trimSpaces(match?.[2] ?? '', true);
    if (written === '') {
      const block = readBlockMap(text, position, end) ?? readBlockList(text, position, end);
      if (block === undefined) return undefined;
      data[key] = block.value;
      position = block.next;
      continue;
    }
    const value = readValue(written);
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return keys.size > 0 ? data : undefined;
}

/**
 * The indented `key: value` lines at `start`, all indented alike; undefined where there is none, or one that is not
 * simple.
 */
function readBlockMap(
  text: string,
  start: number,
  end: number,
): { value: Record<string, unknown>; next: number } | undefined {
  const value: Record<string, unknown> = {};
  let indent: string | undefined;
  let position = start;
  while (position < end) {
    const line = lineAt(text, position);
    const [, spaces, key = '', written = ''] = ENTRY.exec(trimSpaces(text.slice(line.start, line.end))) ?? [];
    if (spaces === undefined) break;
    indent ??= spaces;
    const entry = readScalar(trimSpaces(written, true), PLAIN);
    if (spaces !== indent || entry === undefined || RESERVED.has(key) || Object.hasOwn(value, key)) return undefined;
    value[key] = entry;
    position = line.next;
  }
  return indent === undefined ? undefined : { value, next: position };
}

/** The `- item` lines at `start`, all indented alike; the value is null where there is none. */
function readBlockList(
  text: string,
  start: number,
  end: number,
): { value: unknown[] | null; next: number } | undefined {
  const items: unknown[] = [];
  let indent: string | undefined;
  let position = start;
  while (position < end) {
    const line = lineAt(text, position);
    const match = ITEM.exec(trimSpaces(text.slice(line.start, line.end)));
    if (!match) break;
    indent ??= match[1] as string;
    const written = trimSpaces(match[2] as string, true);
    const item = written.startsWith('{') ? readBraces(written) : readScalar(written, PLAIN);
    if (match[1] !== indent || item === undefined) return undefined;
    items.push(item);
    position = line.next;
  }
  return { value: items.length > 0 ? items : null, next: position };
}

function readValue(written: string): unknown {
  if (written.startsWith('{')) return readBraces(written);
  if (!written.startsWith('[')) return readScalar(written, PLAIN);
  if (!written.endsWith(']')) return undefined;
  const inner = trimSpaces(written.slice(1, -1), true);
  if (inner === '') return [];
  const items = inner.split(',').map((item) => readScalar(trimSpaces(item, true), PLAIN_IN_LIST));
  return items.includes(undefined) ? undefined : items;
}

/** A map in braces, `{ a: b, c: 1 }`. */
function readBraces(written: string): Record<string, unknown> | undefined {
  const value: Record<string, unknown> = {};
  let position = 1;
  for (;;) {
    while (written[position] === ' ') position += 1;
    BRACED.lastIndex = position;
    const [whole, key = '', given = '', behind] = BRACED.exec(written) ?? [];
    const entry = readScalar(trimSpaces(given, true), PLAIN_IN_LIST);
    if (whole === undefined || entry === undefined || RESERVED.has(key) || Object.hasOwn(value, key)) return undefined;
    value[key] = entry;
    position += whole.length;
    if (behind === '}') return position === written.length ? value : undefined;
  }
}

function readScalar(written: string, plain: RegExp): string | number | undefined {
  if (plain.test(written)) return RESERVED.has(written) ? undefined : written;
  if (WHOLE_NUMBER.test(written)) return Number(written);
  if (DATE.test(written) || MOMENT.test(written)) return written;
  return (DOUBLE_QUOTED.exec(written) ?? SINGLE_QUOTED.exec(written))?.[1];
}

/** Takes plain spaces off the end, and off the start where asked: YAML trims nothing else. */
function trimSpaces(text: string, both = false): string {
  let start = 0;
  let end = text.length;
  while (end > start && text[end - 1] === ' ') end -= 1;
  while (both && start < end && text[start] === ' ') start += 1;
  return text.slice(start, end);
}
