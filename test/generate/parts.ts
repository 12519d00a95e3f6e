/** Replaces one part of a text and keeps every other byte. */
import { isMap, parseDocument, type Node } from 'yaml';

/** The text with the value at a path written anew, indented as its key is. @param path keys from the top; all exist. */
export function withJsonValue(text: string, path: readonly string[], value: unknown): string {
  // JSON is YAML too, and this reader knows where each value stands.
  let node: unknown = parseDocument(text).contents;
  let keyAt = 0;
  for (const key of path) {
    const pair = isMap<Node, Node>(node) ? node.items.find((item) => String(item.key) === key) : undefined;
    if (!pair) throw new Error(`There is no “${path.join(' › ')}” to write.`);
    keyAt = pair.key.range?.[0] ?? 0;
    node = pair.value;
  }
  const [start, end] = (node as Node).range ?? [0, 0];
  const indent = text.slice(text.lastIndexOf('\n', keyAt) + 1, keyAt);
  const lines = JSON.stringify(value, undefined, 2).split('\n');
  return text.slice(0, start) + lines.join(endOfLine(text) + indent) + text.slice(end);
}

/** The text with the rows of a Markdown table written anew. @param head the line of the table's headings. */
export function withTableRows(
  text: string,
  head: string,
  rows: (present: readonly string[]) => readonly string[],
): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trimEnd() === head) + 2;
  if (first < 2) throw new Error(`There is no table “${head}” to write.`);
  const end = lines.findIndex((line, index) => index >= first && !line.startsWith('|'));
  const last = end < 0 ? lines.length : end;
  const present = lines.slice(first, last).map((line) => line.trimEnd());
  const cr = endOfLine(text) === '\r\n' ? '\r' : '';
  return [...lines.slice(0, first), ...rows(present).map((row) => row + cr), ...lines.slice(last)].join('\n');
}

/** The ends of lines that a text has. */
export function endOfLine(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
