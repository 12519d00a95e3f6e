/** Front matter as the `yaml` package reads it, with the place of every part. */
import {
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
import { beyondLimits } from './yamlLimits';

export type YamlDocument = Document.Parsed;

/** Offsets into the YAML, not into the whole text. */
export interface YamlSpan {
  readonly start: number;
  readonly end: number;
}

/** Front matter as YAML; beyond the limits, or with a key twice in one map, a document that has this as its error. */
export function parseYaml(text: string, { yamlStart, yamlEnd }: FrontMatterRange): YamlDocument {
  const yaml = text.slice(yamlStart, yamlEnd);
  const refused = beyondLimits(yaml);
  // The library compares each key with all before it; here they are compared in linear time.
  const document = parseDocument(refused ? '' : yaml, { prettyErrors: false, uniqueKeys: false, logLevel: 'error' });
  if (refused) document.errors.push(new YAMLParseError([refused.start, refused.end], 'IMPOSSIBLE', refused.message));
  else if (document.errors.length === 0) document.errors.push(...repeatedKeys(document));
  return document;
}

function repeatedKeys(document: YamlDocument): YAMLParseError[] {
  const errors: YAMLParseError[] = [];
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) {
          const [start = 0, end = start + 1] = key.range ?? [];
          errors.push(new YAMLParseError([start, end], 'DUPLICATE_KEY', 'Map keys must be unique'));
        }
        keys.add(key.value);
      }
    },
  });
  return errors;
}

/** Whether nothing is written but comments and blank lines, or a null. */
export function isEmptyDocument({ contents }: YamlDocument): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/** The entry that a key has on the first level. */
export function findPair({ contents }: YamlDocument, key: string): Pair | undefined {
  if (!isMap(contents)) return undefined;
  return (contents.items as Pair[]).find((item) => isScalar(item.key) && item.key.value === key);
}

/** Where a node is written; undefined where it takes no room, such as the value of `key:`. */
export function spanOf(node: unknown): YamlSpan | undefined {
  const range = isNode(node) ? (node as Node).range : undefined;
  return range && range[1] > range[0] ? { start: range[0], end: range[1] } : undefined;
}
