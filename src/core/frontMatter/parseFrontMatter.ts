/** Reads front matter: its keys, what is wrong with it, and where each value is. */
import { isMap } from 'yaml';
import { locateFrontMatter, type FrontMatterRange } from '../markdown/frontMatter';
import { lineAt, textStart } from '../markdown/text';
import type { Span, TextProblem } from '../ports';
import { readSimpleMapping } from './simpleYaml';
import { findPair, isNothing, parseYaml, spanOf, toRecord, type YamlDocument, type YamlSpan } from './yamlDocument';
import { LONGEST } from './yamlLimits';

/** One mistake in YAML can have thousands of consequences: the first few say where it is. */
const MOST_ERRORS = 5;

export interface FrontMatter {
  /** Undefined where the text has no front matter, or it is not closed. */
  readonly range: FrontMatterRange | undefined;
  /** The keys as YAML's core schema reads them; empty when the block is absent or broken. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Why the block cannot be read. */
  readonly errors: readonly TextProblem[];
  /** Where the body begins: after the front matter, or after a byte-order mark. */
  readonly bodyStart: number;
  /**
   * The range of a key's value in the whole text, for pointing at it; undefined when the key is not there.
   * @param within leads to a part of the value: keys of maps, indexes of lists. Where it leads nowhere, the whole is
   * meant.
   */
  valueRange(key: string, ...within: readonly (string | number)[]): Span | undefined;
  /** As {@link valueRange}, and the text's first line where the key is not there. */
  place(key: string, ...within: readonly (string | number)[]): Span;
}

/** Reads a text's front matter. Never throws: what cannot be read is reported in `errors`. */
export function parseFrontMatter(text: string): FrontMatter {
  const range = locateFrontMatter(text);
  if (range === undefined) return withoutKeys(text, []);
  if (range === 'unclosed') {
    const message = 'The front matter is not closed: add a line with --- after its last key.';
    const start = textStart(text);
    return withoutKeys(text, [{ message, start, end: start + 3, severity: 'error' }]);
  }
  const isShort = range.yamlEnd - range.yamlStart <= LONGEST;
  const simple = isShort ? readSimpleMapping(text, range.yamlStart, range.yamlEnd) : undefined;
  if (simple) {
    // Places are only asked for where something is wrong, and the fast reader keeps none.
    let document: YamlDocument | undefined;
    return withKeys(text, range, simple, [], () => (document ??= parseYaml(text, range)));
  }
  const document = parseYaml(text, range);
  const errors = errorsOf(document, range);
  const data = errors.length === 0 && isMap(document.contents) ? dataOf(document, range, errors) : {};
  return withKeys(text, range, data, errors, () => document);
}

function withoutKeys(text: string, errors: readonly TextProblem[]): FrontMatter {
  return {
    range: undefined,
    data: {},
    errors,
    bodyStart: textStart(text),
    valueRange: () => undefined,
    place: () => firstLine(text),
  };
}

function withKeys(
  text: string,
  range: FrontMatterRange,
  data: Readonly<Record<string, unknown>>,
  errors: readonly TextProblem[],
  document: () => YamlDocument,
): FrontMatter {
  const valueRange: FrontMatter['valueRange'] = (key, ...within) => {
    const span = partSpan(document(), [key, ...within]) ?? valueSpan(document(), key);
    return span && { start: range.yamlStart + span.start, end: range.yamlStart + span.end };
  };
  return {
    range,
    data,
    errors,
    bodyStart: range.bodyStart,
    valueRange,
    place: (key, ...within) => valueRange(key, ...within) ?? firstLine(text),
  };
}

function errorsOf(document: YamlDocument, { yamlStart, yamlEnd }: FrontMatterRange): TextProblem[] {
  const errors = document.errors.slice(0, MOST_ERRORS).map(({ code, message, pos: [start, end] }): TextProblem => ({
    message:
      code === 'IMPOSSIBLE' || code === 'BAD_ALIAS'
        ? message
        : `The front matter is not valid YAML: ${message.split('\n', 1)[0]}`,
    start: yamlStart + start,
    end: yamlStart + Math.max(start + 1, end),
    severity: 'error',
  }));
  if (errors.length === 0 && !isMap(document.contents) && !isNothing(document.contents)) {
    const message = 'The front matter has to be keys and values, such as "title: My story".';
    errors.push({ message, start: yamlStart, end: Math.max(yamlStart + 1, yamlEnd), severity: 'error' });
  }
  return errors;
}

/** The keys and their values; none where they cannot be worked out, which is added to the errors. */
function dataOf(
  document: YamlDocument,
  { yamlStart }: FrontMatterRange,
  errors: TextProblem[],
): Readonly<Record<string, unknown>> {
  try {
    return toRecord(document);
  } catch {
    const message = 'The aliases in the front matter stand for too much text: write it out instead.';
    errors.push({ message, start: yamlStart, end: yamlStart + 1, severity: 'error' });
    return {};
  }
}

function partSpan(document: YamlDocument, path: readonly (string | number)[]): YamlSpan | undefined {
  return path.length > 1 ? spanOf(document.getIn(path, true)) : undefined;
}

/** Where a key's value is, or the key where it has none. */
function valueSpan(document: YamlDocument, key: string): YamlSpan | undefined {
  const pair = findPair(document, key);
  return pair && (spanOf(pair.value) ?? spanOf(pair.key));
}

function firstLine(text: string): Span {
  return { start: 0, end: lineAt(text, 0).end };
}
