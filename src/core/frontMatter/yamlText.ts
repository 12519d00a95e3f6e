/** YAML as we write it into front matter: the shapes that the fast reader knows, wherever the words allow it. */
import { readSimpleMapping } from './simpleYaml';

/** A word or number as YAML, quoted where it has to be; it can stand in braces and brackets too. */
export function yamlScalar(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const line = `a: [${value}]`;
  const list = readSimpleMapping(line, 0, line.length)?.['a'];
  const isPlain = Array.isArray(list) && list.length === 1 && list[0] === value;
  // JSON's strings are YAML's, except for characters that YAML trims from a line or reads as the end of one.
  return isPlain
    ? value
    : JSON.stringify(value).replace(
        /[\u0085\u2028\u2029\uFEFF]/gu,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
}

/** `{ a: b, c: 1, d: [e, f] }`. */
export function yamlBraces(entries: Readonly<Record<string, string | number | readonly string[]>>): string {
  return `{ ${Object.entries(entries)
    .map(([key, value]) => `${yamlScalar(key)}: ${typeof value === 'object' ? yamlBrackets(value) : yamlScalar(value)}`)
    .join(', ')} }`;
}

const yamlBrackets = (items: readonly string[]): string => `[${items.map(yamlScalar).join(', ')}]`;

/** The lines of a key and its map, without line breaks; none for an empty map. */
export function yamlMap(key: string, entries: Readonly<Record<string, string | number>>): string[] {
  const lines = Object.entries(entries).map(([name, value]) => `  ${yamlScalar(name)}: ${yamlScalar(value)}`);
  return lines.length > 0 ? [`${key}:`, ...lines] : [];
}
