/**
 * A JSON reader that remembers where everything was, so that a problem found later in a value can be shown at its own
 * characters. Strict RFC 8259, with a byte order mark allowed. It never throws: a syntax error is a place and a
 * sentence.
 */
import { textStart } from '../markdown/text';
import type { Span } from '../ports';

export interface Member {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: JsonNode;
}

/** One value of the text; `end` is exclusive, both in UTF-16 units. */
export interface JsonNode {
  readonly start: number;
  readonly end: number;
  /** Of an object, in the order of the text. */
  readonly members?: readonly Member[];
  /** Of an array. */
  readonly items?: readonly JsonNode[];
}

export interface JsonError extends Span {
  readonly message: string;
}

export interface JsonResult {
  readonly root?: JsonNode;
  readonly error?: JsonError;
  /** Keys that appear twice in one object: the last one counts, as in JSON.parse. */
  readonly duplicates: readonly Member[];
}

export type JsonPath = readonly PropertyKey[];

/** Deeper than any sensible file; keeps hostile input from exhausting the stack. */
const MAX_DEPTH = 64;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const WORDS = ['true', 'false', 'null'];

class Failure {
  constructor(readonly error: JsonError) {}
}

/** Reads `text`; where it is broken, says where it stops making sense. */
export function parseJson(text: string): JsonResult {
  const reader = new Reader(text);
  try {
    return { root: reader.document(), duplicates: reader.duplicates };
  } catch (failure) {
    if (failure instanceof Failure) return { error: failure.error, duplicates: reader.duplicates };
    throw failure;
  }
}

/**
 * Where `path` is in the text. `target: 'key'` gives the key of the last step where it has one.
 * A path that leads to nothing gives the opening bracket of the last thing that exists.
 */
export function jsonPlaceOf(root: JsonNode, path: JsonPath, target: 'key' | 'value' = 'value'): Span {
  let node = root;
  let found: Span = root;
  for (const step of path) {
    const member = typeof step === 'string' ? lastMember(node, step) : undefined;
    const next = member?.value ?? (typeof step === 'number' ? node.items?.[step] : undefined);
    if (!next) return { start: node.start, end: Math.min(node.start + 1, node.end) };
    node = next;
    found = member && target === 'key' ? { start: member.keyStart, end: member.keyEnd } : next;
  }
  return { start: found.start, end: found.end };
}

function lastMember(node: JsonNode, key: string): Member | undefined {
  let found: Member | undefined;
  for (const member of node.members ?? []) if (member.key === key) found = member;
  return found;
}

class Reader {
  readonly duplicates: Member[] = [];
  private at: number;
  private readonly open: number[] = [];

  constructor(private readonly text: string) {
    this.at = textStart(text);
  }

  document(): JsonNode {
    const root = this.value();
    this.space();
    if (this.at < this.text.length) this.fail('Something follows the closing bracket of the file: remove it.', this.at);
    return root;
  }

  private value(): JsonNode {
    this.space();
    const char = this.text[this.at];
    if (char === '{') return this.object();
    if (char === '[') return this.array();
    const start = this.at;
    if (char === '"') this.string();
    else if (!this.literal()) this.unexpected('a value');
    return { start, end: this.at };
  }

  private object(): JsonNode {
    const start = this.enter();
    const members: Member[] = [];
    const seen = new Set<string>();
    if (!this.take('}')) {
      do {
        this.space();
        const keyStart = this.at;
        if (this.text[this.at] !== '"') this.unexpected('a name in double quotes');
        const key = this.string();
        const keyEnd = this.at;
        if (!this.take(':')) this.unexpected('a colon');
        const member = { key, keyStart, keyEnd, value: this.value() };
        if (seen.has(key)) this.duplicates.push(member);
        seen.add(key);
        members.push(member);
      } while (this.take(','));
      if (!this.take('}')) this.unexpected('a comma or a closing brace');
    }
    this.open.pop();
    return { start, end: this.at, members };
  }

  private array(): JsonNode {
    const start = this.enter();
    const items: JsonNode[] = [];
    if (!this.take(']')) {
      do items.push(this.value());
      while (this.take(','));
      if (!this.take(']')) this.unexpected('a comma or a closing bracket');
    }
    this.open.pop();
    return { start, end: this.at, items };
  }

  private enter(): number {
    if (this.open.length >= MAX_DEPTH)
      this.fail(`Brackets are nested more than ${MAX_DEPTH} deep here: remove a level.`, this.at);
    this.open.push(this.at);
    return this.at++;
  }

  private string(): string {
    const start = this.at;
    let end = start + 1;
    while (end < this.text.length && this.text[end] !== '"' && this.text[end] !== '\n')
      end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) this.early();
    if (this.text[end] !== '"') this.fail('This text has no closing quote on its line: add one.', start, end);
    this.at = end + 1;
    try {
      return JSON.parse(this.text.slice(start, this.at)) as string;
    } catch {
      return this.fail(
        'This text holds a tab, or a backslash that starts nothing: write \\t for a tab, \\\\ for a backslash.',
        start,
        this.at,
      );
    }
  }

  private literal(): boolean {
    const word = WORDS.find((w) => this.text.startsWith(w, this.at));
    NUMBER.lastIndex = this.at;
    const length = word?.length ?? NUMBER.exec(this.text)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  private take(char: string): boolean {
    this.space();
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private space(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text.charAt(this.at))) this.at++;
  }

  private unexpected(wanted: string): never {
    if (this.at >= this.text.length) this.early();
    const char = this.text.charAt(this.at);
    if (['//', '/*'].includes(this.text.slice(this.at, this.at + 2)))
      this.fail('JSON has no comments: remove this one.', this.at, this.at + 2);
    if ((char === '}' || char === ']') && this.text.slice(0, this.at).trimEnd().endsWith(',')) {
      const comma = this.text.lastIndexOf(',', this.at);
      this.fail('Nothing follows this comma: remove it.', comma, comma + 1);
    }
    return this.fail(`Expected ${wanted} here, found “${char}”: correct it.`, this.at);
  }

  private early(): never {
    const end = this.text.length;
    const open = this.open[this.open.length - 1];
    const where =
      open === undefined ? 'complete it.' : `close the “${this.text.charAt(open)}” of line ${this.lineOf(open)}.`;
    return this.fail(`The file ends in the middle: ${where}`, Math.max(0, end - 1), end);
  }

  private lineOf(offset: number): number {
    let line = 1;
    for (let at = this.text.indexOf('\n'); at !== -1 && at < offset; at = this.text.indexOf('\n', at + 1)) line++;
    return line;
  }

  private fail(message: string, start: number, end = Math.min(start + 1, this.text.length)): never {
    throw new Failure({ start, end, message });
  }
}
