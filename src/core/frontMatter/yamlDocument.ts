/** Front matter as the `yaml` package reads it, with the place of every part. */
import { isMap, isNode, isScalar, parseDocument, type Document, type Node, type Pair } from 'yaml';
import type { FrontMatterRange } from '../markdown/frontMatter';

export type YamlDocument = Document.Parsed;

/** Offsets into the YAML, not into the whole text. */
export interface YamlSpan {
  readonly start: number;
  readonly end: number;
}

export function parseYaml(text: string, { yamlStart, yamlEnd }: FrontMatterRange): YamlDocument {
  return parseDocument(text.slice(yamlStart, yamlEnd), { prettyErrors: false });
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
