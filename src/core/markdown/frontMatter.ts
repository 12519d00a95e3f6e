import { isMap, isNode, isScalar, parseDocument, stringify, type Document, type Pair } from 'yaml';
import { endOfLine, lineAt, textStart, type TextEdit } from './text';

/**
 * Where a text's front matter is: the block with its fences is `start`-`bodyStart`, the YAML between them
 * `yamlStart`-`yamlEnd`.
 */
export interface FrontMatterRange {
  readonly start: number;
  readonly yamlStart: number;
  readonly yamlEnd: number;
  readonly bodyStart: number;
}

/** Something wrong in the front matter, at offsets into the whole text. */
export interface FrontMatterError {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export interface FrontMatter {
  /** Undefined where the text has none, or one that is not closed. */
  readonly range: FrontMatterRange | undefined;
  /** The keys as YAML's core schema reads them; empty when the block is absent or broken. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly FrontMatterError[];
  /** Where the body begins: behind the front matter, or behind a byte-order mark. */
  readonly bodyStart: number;
  /**
   * The range of a key's value in the whole text, for pointing at it; undefined when the key is not there.
   * @param within leads to a part of the value: keys of maps, indexes of lists. Where it leads nowhere, the whole is
   * meant.
   */
  valueRange(
    key: string,
    ...within: readonly (string | number)[]
  ): { readonly start: number; readonly end: number } | undefined;
}

const FENCE = /^---[ \t]*$/u;
const CLOSING_FENCE = /^(?:---|\.\.\.)[ \t]*$/u;
const FULL_STOP = 46;

/**
 * Finds the front matter: a `---` on the very first line, up to the next `---` or `...`. 'unclosed' when no such line
 * follows.
 */
export function locateFrontMatter(text: string): FrontMatterRange | 'unclosed' | undefined {
  const start = textStart(text);
  const opening = lineAt(text, start);
  if (!FENCE.test(text.slice(opening.start, opening.end))) return undefined;
  for (let line = opening; line.next > line.end;) {
    line = lineAt(text, line.next);
    if (text.charCodeAt(line.start) > FULL_STOP) continue;
    if (CLOSING_FENCE.test(text.slice(line.start, line.end))) {
      return { start, yamlStart: opening.next, yamlEnd: line.start, bodyStart: line.next };
    }
  }
  return 'unclosed';
}

/** Reads a text's front matter. Never throws: what cannot be read is told in `errors`. */
export function parseFrontMatter(text: string): FrontMatter {
  const range = locateFrontMatter(text);
  const none = { range: undefined, data: {}, valueRange: () => undefined, bodyStart: textStart(text) };
  if (range === undefined) return { ...none, errors: [] };
  if (range === 'unclosed') {
    const message = 'The front matter is not closed: add a line with --- behind its last key.';
    return { ...none, errors: [{ message, start: none.bodyStart, end: none.bodyStart + 3 }] };
  }
  const document = readYaml(text, range);
  const errors: FrontMatterError[] = document.errors.map((error) => ({
    message: `The front matter is not valid YAML: ${error.message.split('\n', 1)[0]}`,
    start: range.yamlStart + error.pos[0],
    end: range.yamlStart + Math.max(error.pos[0] + 1, error.pos[1]),
  }));
  const isKeys = isMap(document.contents);
  if (errors.length === 0 && !isKeys && !isEmpty(document)) {
    const message = 'The front matter has to be keys and values, such as "title: My story".';
    errors.push({ message, start: range.yamlStart, end: Math.max(range.yamlStart + 1, range.yamlEnd) });
  }
  return {
    range,
    data: errors.length === 0 && isKeys ? toRecord(document) : {},
    errors,
    bodyStart: range.bodyStart,
    valueRange: (key, ...within) => partRange(document, range, [key, ...within]) ?? valueRange(document, range, key),
  };
}

/**
 * The edits that give `key` the value `value` and touch nothing else: comments, key order, quoting elsewhere, line
 * breaks and unknown keys stay as they are. A missing key is added behind the last one, a missing block is made.
 * @returns undefined when the front matter is broken: then nothing may be written.
 */
export function setFrontMatterValue(
  text: string,
  key: string,
  value: string | number | boolean,
): TextEdit[] | undefined {
  const range = locateFrontMatter(text);
  const eol = endOfLine(text);
  const written = stringify(value, { lineWidth: 0 }).trimEnd();
  if (range === 'unclosed') return undefined;
  if (range === undefined) {
    const start = textStart(text);
    return [
      { start, end: start, newText: `---${eol}${key}: ${written}${eol}---${eol}${start === text.length ? '' : eol}` },
    ];
  }
  const document = readYaml(text, range);
  if (document.errors.length > 0) return undefined;
  if (isMap(document.contents)) {
    const pair = findPair(document, key);
    if (pair !== undefined) {
      const at = valueOffsets(pair);
      if (at) return [{ start: range.yamlStart + at.start, end: range.yamlStart + at.end, newText: written }];
      const keyEnd = isNode(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
      const colon = text.indexOf(':', range.yamlStart + keyEnd) + 1;
      return [{ start: colon, end: colon, newText: ` ${written}` }];
    }
    if (document.contents.flow) return undefined;
  } else if (!isEmpty(document)) {
    return undefined;
  }
  return [{ start: range.yamlEnd, end: range.yamlEnd, newText: `${key}: ${written}${eol}` }];
}

function readYaml(text: string, range: FrontMatterRange): Document.Parsed {
  return parseDocument(text.slice(range.yamlStart, range.yamlEnd), { prettyErrors: false });
}

function isEmpty(document: Document.Parsed): boolean {
  return document.contents === null || (isScalar(document.contents) && document.contents.value === null);
}

function toRecord(document: Document.Parsed): Record<string, unknown> {
  try {
    return document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
  } catch {
    return {}; // Aliases, which are not expanded: a small file must not unfold into a huge one.
  }
}

function findPair(document: Document.Parsed, key: string): Pair | undefined {
  if (!isMap(document.contents)) return undefined;
  return (document.contents.items as Pair[]).find((item) => isScalar(item.key) && item.key.value === key);
}

/** A pair's value in the YAML text; undefined where nothing is written behind the colon. */
function valueOffsets(pair: Pair): { start: number; end: number } | undefined {
  if (!isNode(pair.value) || !pair.value.range || pair.value.range[1] <= pair.value.range[0]) return undefined;
  return { start: pair.value.range[0], end: pair.value.range[1] };
}

function partRange(
  document: Document.Parsed,
  { yamlStart }: FrontMatterRange,
  path: readonly (string | number)[],
): { start: number; end: number } | undefined {
  const part: unknown = path.length > 1 ? document.getIn(path, true) : undefined;
  if (!isNode(part) || !part.range || part.range[1] <= part.range[0]) return undefined;
  return { start: yamlStart + part.range[0], end: yamlStart + part.range[1] };
}

function valueRange(
  document: Document.Parsed,
  range: FrontMatterRange,
  key: string,
): { start: number; end: number } | undefined {
  const pair = findPair(document, key);
  if (pair === undefined) return undefined;
  const keyRange = isNode(pair.key) ? pair.key.range : undefined;
  const at = valueOffsets(pair) ?? (keyRange ? { start: keyRange[0], end: keyRange[1] } : undefined);
  return at && { start: range.yamlStart + at.start, end: range.yamlStart + at.end };
}
