/**
 * VS Code's snippet syntax as a tree: tab stops, placeholders, choices, variables, transforms. The editor's own parser
 * takes anything, and shows what it does not understand as text; this one says where the syntax is broken.
 */

export type SnippetNode =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'stop';
      readonly id: number;
      readonly children: readonly SnippetNode[];
      readonly choices?: readonly string[];
      readonly transform?: string;
    }
  | {
      readonly kind: 'variable';
      readonly name: string;
      readonly children: readonly SnippetNode[];
      readonly transform?: string;
    };

/** What breaks a snippet, at an offset into it. */
export interface SnippetProblem {
  readonly offset: number;
  readonly message: string;
}

export type ParsedSnippet = { readonly nodes: readonly SnippetNode[] } | { readonly problem: SnippetProblem };

const DEEPEST = 20;
/** The longest text that a snippet may leave, in UTF-16 units. Mirrors of mirrors can double with each. */
const LONGEST_TEXT = 1_000_000;
const NUMBER = /\d{1,6}/uy;
const NAME = /[a-z_]\w*/iuy;
/** VS Code knows names only; we take words too, so that `${your metric}` is a blank. */
const WORDS = /[^{}$\\:|/\r\n]+/uy;
const OPTIONS = /[a-z]*\}/uy;

class Broken extends Error {
  constructor(
    readonly offset: number,
    message: string,
  ) {
    super(message);
  }
}

/** Parses a snippet. Never throws: a broken one gives the first problem. */
export function parseSnippet(text: string): ParsedSnippet {
  try {
    const parser = new Parser(text);
    const nodes = parser.nodes(undefined, 0);
    if (isTooLong(nodes, text.length)) throw new Broken(0, 'The tab stops repeat one another too often.');
    return { nodes };
  } catch (error) {
    if (error instanceof Broken) return { problem: { offset: error.offset, message: error.message } };
    throw error;
  }
}

/** Text as a snippet that inserts just that text. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/gu, '\\$&');
}

/**
 * Text as a snippet whose blanks, `{{…}}`, are tab stops: the editor selects one after the other.
 * @param before the number of the last tab stop so far.
 */
export function blanksAsStops(text: string, before = 0): { readonly snippet: string; readonly last: number } {
  let last = before;
  const snippet = text
    .split(/(\{\{[^{}]*\}\})/u)
    .map((part) => (part.startsWith('{{') ? `\${${(last += 1)}:${escapeSnippet(part)}}` : escapeSnippet(part)))
    .join('');
  return { snippet, last };
}

/** Writes a tree as a snippet again. */
export function writeSnippet(nodes: readonly SnippetNode[]): string {
  return nodes.map(writeNode).join('');
}

/**
 * The text that a snippet leaves when nothing is typed: placeholders' texts, first choices, `${NAME}` for a variable
 * that has no default.
 */
export function snippetText(
  nodes: readonly SnippetNode[],
  defaults: ReadonlyMap<number, string> = stopTexts(nodes),
): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'variable')
        return node.children.length > 0 ? snippetText(node.children, defaults) : `\${${node.name}}`;
      return node.transform === undefined ? (defaults.get(node.id) ?? '') : '';
    })
    .join('');
}

/** Makes a new tree by replacing nodes, the inner ones first. */
export function mapSnippet(
  nodes: readonly SnippetNode[],
  change: (node: SnippetNode) => readonly SnippetNode[],
): SnippetNode[] {
  return nodes.flatMap((node) =>
    change(node.kind === 'text' ? node : { ...node, children: mapSnippet(node.children, change) }),
  );
}

/** Every node of a tree, the outer ones first. */
export function* eachNode(nodes: readonly SnippetNode[]): Generator<SnippetNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind !== 'text') yield* eachNode(node.children);
  }
}

/** What each tab stop says at first: the text of the first of its placeholders; its mirrors say the same. */
function stopTexts(nodes: readonly SnippetNode[]): ReadonlyMap<number, string> {
  return valuesOfStops(nodes, (text) => text, snippetText);
}

/** Whether the text that a snippet leaves is too long to be made. @param written how long the snippet itself is. */
export function isTooLong(nodes: readonly SnippetNode[], written: number): boolean {
  return textLength(nodes) > Math.max(LONGEST_TEXT, 2 * written);
}

/** How long the text of {@link snippetText} is, found without making it. */
function textLength(
  nodes: readonly SnippetNode[],
  defaults: ReadonlyMap<number, number> = valuesOfStops(nodes, ({ length }) => length, textLength),
): number {
  return nodes.reduce((sum, node) => sum + nodeLength(node, defaults), 0);
}

function nodeLength(node: SnippetNode, defaults: ReadonlyMap<number, number>): number {
  if (node.kind === 'text') return node.text.length;
  if (node.kind === 'variable')
    return node.children.length > 0 ? textLength(node.children, defaults) : node.name.length + 3;
  return node.transform === undefined ? (defaults.get(node.id) ?? 0) : 0;
}

/** What is known of the text of each tab stop: of a choice, and of a placeholder's parts with the stops within. */
function valuesOfStops<T>(
  nodes: readonly SnippetNode[],
  ofChoice: (text: string) => T,
  ofParts: (parts: readonly SnippetNode[], known: ReadonlyMap<number, T>) => T,
): ReadonlyMap<number, T> {
  const values = new Map<number, T>();
  // Inner stops stand before outer ones, so that an outer one's text can include theirs.
  const visit = (list: readonly SnippetNode[]): void => {
    for (const node of list) {
      if (node.kind === 'text') continue;
      visit(node.children);
      if (node.kind !== 'stop' || values.has(node.id)) continue;
      if (node.choices?.[0] !== undefined) values.set(node.id, ofChoice(node.choices[0]));
      else if (node.children.length > 0) values.set(node.id, ofParts(node.children, values));
    }
  };
  visit(nodes);
  return values;
}

function writeNode(node: SnippetNode): string {
  if (node.kind === 'text') return escapeSnippet(node.text);
  const head = node.kind === 'stop' ? String(node.id) : node.name;
  if (node.transform !== undefined) return `\${${head}${node.transform}}`;
  if (node.kind === 'stop' && node.choices)
    return `\${${head}|${node.choices.map((choice) => choice.replace(/[\\,|]/gu, '\\$&')).join(',')}|}`;
  return node.children.length > 0 ? `\${${head}:${writeSnippet(node.children)}}` : `\${${head}}`;
}

class Parser {
  private position = 0;

  constructor(private readonly text: string) {}

  /** Reads up to the `}` that closes the placeholder opened at `opened`, or to the end. */
  nodes(opened: number | undefined, depth: number): SnippetNode[] {
    if (depth > DEEPEST) throw new Broken(opened ?? 0, 'Placeholders are nested too deeply.');
    const nodes: SnippetNode[] = [];
    let pending = '';
    const flush = (): void => {
      if (pending !== '') nodes.push({ kind: 'text', text: pending });
      pending = '';
    };
    while (this.position < this.text.length) {
      const unit = this.text[this.position] as string;
      const next = this.text[this.position + 1] ?? '';
      if (unit === '\\' && (next === '\\' || next === '$' || next === '}')) {
        pending += next;
        this.position += 2;
      } else if (unit === '}' && opened !== undefined) {
        this.position += 1;
        flush();
        return nodes;
      } else if (unit === '$') {
        const node = this.dollar(depth);
        if (node) flush();
        if (node) nodes.push(node);
        else pending += '$';
      } else {
        // Putting a long text together character by character costs seconds of garbage collection.
        const end = this.plainEnd();
        pending += this.text.slice(this.position, end);
        this.position = end;
      }
    }
    if (opened !== undefined) throw new Broken(opened, 'This ${ has no closing }.');
    flush();
    return nodes;
  }

  /** Where the plain text ends that begins here: at least one character on. */
  private plainEnd(): number {
    let end = this.position + 1;
    while (end < this.text.length && !'\\$}'.includes(this.text[end] as string)) end += 1;
    return end;
  }

  /** What begins with the `$` here; undefined, with the `$` passed over, where that is just a character. */
  private dollar(depth: number): SnippetNode | undefined {
    const start = this.position;
    this.position += 1;
    if (this.text[this.position] !== '{') {
      const id = this.match(NUMBER);
      if (id !== undefined) return { kind: 'stop', id: Number(id), children: [] };
      const name = this.match(NAME);
      return name === undefined ? undefined : { kind: 'variable', name, children: [] };
    }
    this.position += 1;
    const id = this.match(NUMBER);
    const name = id === undefined ? this.match(WORDS)?.trim() : undefined;
    // A blank that begins with a digit would be read as a tab stop when it is written without its space.
    if (id === undefined && (name === undefined || !/^\D/u.test(name)))
      throw new Broken(start, 'After ${ comes a number or a name; write \\$ for a plain $.');
    const mark = this.text[this.position];
    this.position += 1;
    const make = (children: readonly SnippetNode[]): SnippetNode =>
      id === undefined
        ? { kind: 'variable', name: name as string, children }
        : { kind: 'stop', id: Number(id), children };
    if (mark === '}') return make([]);
    if (mark === ':') return make(this.nodes(start, depth + 1));
    if (mark === '/') return { ...make([]), transform: this.transform(start) } as SnippetNode;
    if (mark === '|' && id !== undefined)
      return { kind: 'stop', id: Number(id), children: [], choices: this.choices(start) };
    throw new Broken(start, 'This ${ has no closing }.');
  }

  private choices(start: number): string[] {
    const choices: string[] = [];
    let choice = '';
    for (; this.position < this.text.length; this.position += 1) {
      const unit = this.text[this.position] as string;
      const next = this.text[this.position + 1] ?? '';
      if (unit === '\\' && /[\\,|]/u.test(next)) {
        choice += next;
        this.position += 1;
      } else if (unit === ',') {
        choices.push(choice);
        choice = '';
      } else if (unit === '|') {
        if (next !== '}') throw new Broken(start, 'These choices have to end with |}.');
        this.position += 2;
        return [...choices, choice];
      } else if (unit === '\n') {
        break;
      } else {
        choice += unit;
      }
    }
    throw new Broken(start, 'These choices have to end with |}.');
  }

  /** The raw transform from its first `/` up to its `}`: `/pattern/format/options`. */
  private transform(start: number): string {
    const from = this.position - 1;
    let slashes = 1;
    let inFormat = false;
    for (; this.position < this.text.length; this.position += 1) {
      const unit = this.text[this.position];
      if (unit === '\\') this.position += 1;
      else if (unit === '$' && slashes === 2 && this.text[this.position + 1] === '{') inFormat = true;
      else if (unit === '}' && inFormat) inFormat = false;
      else if (unit === '/' && !inFormat && ++slashes === 3) {
        this.position += 1;
        if (this.match(OPTIONS) === undefined) break;
        return this.text.slice(from, this.position - 1);
      }
    }
    throw new Broken(start, 'This transform has to be /pattern/format/options}.');
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.position;
    const found = pattern.exec(this.text)?.[0];
    this.position += found?.length ?? 0;
    return found;
  }
}
