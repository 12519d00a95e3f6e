/** Front matter as the `yaml` package reads it, with the place of every part. */
import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  parseDocument,
  visit,
  YAMLParseError,
  type Document,
  type Node,
  type Pair,
} from 'yaml';
import type { FrontMatterRange } from '../markdown/frontMatter';
import type { Span } from '../ports';
import { beyondLimits } from './yamlLimits';

export type YamlDocument = Document.Parsed;

/** Offsets into the YAML, not into the whole text. */
export interface YamlSpan {
  readonly start: number;
  readonly end: number;
}

/** Aliases in one front matter beyond this number are not read: a small file must not unfold into a huge one. */
const MOST_ALIASES = 100;

/**
 * Front matter as YAML; beyond the limits, with a key twice in one map, or with an alias that stands for nothing, a
 * document with that as its error.
 */
export function parseYaml(text: string, range: FrontMatterRange): YamlDocument {
  const yaml = yamlOf(text, range);
  const refused = beyondLimits(yaml);
  // The library compares each key with all before it; here they are compared in linear time.
  const document = parseDocument(refused ? '' : yaml, {
    prettyErrors: false,
    uniqueKeys: false,
    // Tags of older YAML, such as `!!timestamp` and `!!set`, would turn what is read as words and maps into objects.
    resolveKnownTags: false,
    logLevel: 'error',
  });
  if (refused) document.errors.push(new YAMLParseError([refused.start, refused.end], 'IMPOSSIBLE', refused.message));
  else if (document.errors.length === 0) document.errors.push(...repeatedKeys(document), ...badAliases(document));
  return document;
}

/** Front matter as the library is given it, each character in its place. */
export function yamlOf(text: string, { yamlStart, yamlEnd }: FrontMatterRange): string {
  // A lone carriage return ends a line in YAML, as in the editor; the library takes it for a part of the words.
  return text.slice(yamlStart, yamlEnd).replace(/\r(?!\n)/gu, '\n');
}

/** The document's map as plain data, its aliases read as what they stand for. @throws where there are too many. */
export function toRecord(document: YamlDocument): Record<string, unknown> {
  return document.toJS({ maxAliasCount: MOST_ALIASES }) as Record<string, unknown>;
}

function repeatedKeys(document: YamlDocument): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (keys.has(name)) {
          const [start = 0, end = start + 1] = key.range ?? [];
          errors.push(new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'));
        }
        keys.add(name);
      }
    },
  });
  return errors;
}

/** Aliases without an anchor before them, those that stand within what they stand for, and more than are read. */
function badAliases(document: YamlDocument): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  const anchors = new Map<string, Node>();
  let count = 0;
  visit(document, {
    Node(_, node, path) {
      if ((isScalar(node) || isCollection(node)) && node.anchor !== undefined) anchors.set(node.anchor, node);
      if (!isAlias(node)) return undefined;
      const [start = 0, end = start + 1] = node.range ?? [];
      const target = anchors.get(node.source);
      const message =
        target === undefined
          ? `“*${node.source}” is an alias without its anchor: put it in quotes, or write what it stands for.`
          : path.includes(target)
            ? `“*${node.source}” stands for something that contains it: write what it stands for.`
            : `The front matter has more than ${MOST_ALIASES} aliases: write what they stand for.`;
      count += 1;
      const isBad = target === undefined || path.includes(target) || count > MOST_ALIASES;
      if (isBad) errors.push(new YAMLParseError([start, end], 'BAD_ALIAS', message));
      return count > MOST_ALIASES ? visit.BREAK : undefined;
    },
  });
  return errors;
}

/** Whether a value, or a whole document, is nothing but comments and blank lines, or a null that is written out. */
export const isNothing = (value: unknown): boolean => value === null || (isScalar(value) && value.value === null);

/** The entry that a key has on the first level. */
export function findPair({ contents }: YamlDocument, key: string): Pair | undefined {
  if (!isMap(contents)) return undefined;
  return (contents.items as Pair[]).find((item) => isScalar(item.key) && item.key.value === key);
}

/**
 * Where a node is written, in the whole text; undefined where it takes no room, such as the value of `key:`. The line
 * break after a value on several lines, which the library counts as a part of it, is left out.
 * @param base where the YAML begins.
 */
export function placeOf(text: string, base: number, node: unknown): Span | undefined {
  const span = spanOf(node);
  if (!span) return undefined;
  const start = base + span.start;
  return { start, end: start + text.slice(start, base + span.end).trimEnd().length };
}

/** Where a node is written; undefined where it takes no room. */
export function spanOf(node: unknown): YamlSpan | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : undefined;
}
