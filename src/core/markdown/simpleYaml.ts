import { lineAt } from './text';

/**
 * A fast path for the front matter that people write: `key: value` lines with plain or quoted words, whole numbers,
 * dates, `[a, b]` lists and lists of `- item` lines. What it accepts it reads exactly as YAML's core schema does (a
 * property test holds it to that); anything else is left to the yaml package, which takes ten times as long.
 */
const KEY = /^([a-z][\w-]{0,63}):(?: (.*))?$/iu;
const ITEM = /^( *)- (.*)$/u;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/u;
const DATE = /^\d{4}-\d{2}-\d{2}$/u;
/** Letters first; then no colon, hash, control, format or separator character but the plain space. */
const PLAIN = /^\p{L}(?:[^:#\p{C}\p{Z}]| )*$/u;
const PLAIN_IN_LIST = /^\p{L}[\p{L}\p{N}_./+&()\- ]*$/u;
const DOUBLE_QUOTED = /^"((?:[^"\\\p{C}\p{Z}]| )*)"$/u;
const SINGLE_QUOTED = /^'((?:[^'\p{C}\p{Z}]| )*)'$/u;
const LONE_CARRIAGE_RETURN = /\r(?!\n)/u;
const RESERVED = new Set(['true', 'True', 'TRUE', 'false', 'False', 'FALSE', 'null', 'Null', 'NULL']);

/** The mapping between two offsets; undefined where it holds anything that is not simple. */
export function readSimpleMapping(text: string, start: number, end: number): Record<string, unknown> | undefined {
  if (LONE_CARRIAGE_RETURN.test(text.slice(start, end))) return undefined;
  const data: Record<string, unknown> = {};
  const keys = new Set<string>();
  for (let position = start; position < end; ) {
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
      const list = readBlockList(text, position, end);
      if (list === undefined) return undefined;
      data[key] = list.items;
      position = list.next;
      continue;
    }
    const value = readValue(written);
    if (value === undefined) return undefined;
    data[key] = value;
  }
  return keys.size > 0 ? data : undefined;
}

/** The `- item` lines at `start`, all indented alike; items are null where there is none. */
function readBlockList(text: string, start: number, end: number): { items: unknown[] | null; next: number } | undefined {
  const items: unknown[] = [];
  let indent: string | undefined;
  let position = start;
  while (position < end) {
    const line = lineAt(text, position);
    const match = ITEM.exec(trimSpaces(text.slice(line.start, line.end)));
    if (!match) break;
    indent ??= match[1] as string;
    const item = readScalar(trimSpaces(match[2] as string, true), PLAIN);
    if (match[1] !== indent || item === undefined) return undefined;
    items.push(item);
    position = line.next;
  }
  return { items: items.length > 0 ? items : null, next: position };
}

function readValue(written: string): unknown {
  if (!written.startsWith('[')) return readScalar(written, PLAIN);
  if (!written.endsWith(']')) return undefined;
  const inner = trimSpaces(written.slice(1, -1), true);
  if (inner === '') return [];
  const items = inner.split(',').map((item) => readScalar(trimSpaces(item, true), PLAIN_IN_LIST));
  return items.includes(undefined) ? undefined : items;
}

function readScalar(written: string, plain: RegExp): string | number | undefined {
  if (plain.test(written)) return RESERVED.has(written) ? undefined : written;
  if (WHOLE_NUMBER.test(written)) return Number(written);
  if (DATE.test(written)) return written;
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
