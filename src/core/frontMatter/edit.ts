/** Edits of single values in front matter that touch nothing but the value. Those of maps are in `editMap`. */
import { isMap, isNode, stringify } from 'yaml';
import { locateFrontMatter } from '../markdown/frontMatter';
import { endOfLine, textStart, type TextEdit } from '../markdown/text';
import { findPair, isEmptyDocument, parseYaml, spanOf } from './yamlDocument';

/**
 * The edits that give `key` the value `value` and touch nothing else: comments, key order, quoting elsewhere, line
 * breaks and unknown keys stay as they are. A missing key is added after the last one, a missing block is made.
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
  const document = parseYaml(text, range);
  if (document.errors.length > 0) return undefined;
  if (isMap(document.contents)) {
    const pair = findPair(document, key);
    if (pair !== undefined) {
      const at = spanOf(pair.value);
      if (at) return [{ start: range.yamlStart + at.start, end: range.yamlStart + at.end, newText: written }];
      const keyEnd = isNode(pair.key) ? (pair.key.range?.[1] ?? 0) : 0;
      const colon = text.indexOf(':', range.yamlStart + keyEnd) + 1;
      return [{ start: colon, end: colon, newText: ` ${written}` }];
    }
    if (document.contents.flow) return undefined;
  } else if (!isEmptyDocument(document)) {
    return undefined;
  }
  return [{ start: range.yamlEnd, end: range.yamlEnd, newText: `${key}: ${written}${eol}` }];
}
