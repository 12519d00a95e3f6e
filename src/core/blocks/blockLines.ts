/** Lines `key: value` of a block, and what can be wrong with them. */
import type { Span } from '../ports';
import { shown } from '../shown';
import { closestId } from '../closest';
import type { Fix } from '../story/lint/types';
import type { BlockProblem } from './blockModel';
import type { FencedBlock, FencedLine } from './fencedBlocks';

/** A line `key: value` or, in an estimate, `key = value`. */
export interface KeyLine {
  readonly line: FencedLine;
  readonly key: Span & { readonly text: string };
  readonly value: Span & { readonly text: string };
  readonly sign: ':' | '=';
}

/** Splits a line at its first sign; undefined where it has none, or nothing before it. */
export function splitKeyLine(line: FencedLine, signs: ':' | ':='): KeyLine | undefined {
  const { text, start } = line;
  let at = text.indexOf(':');
  if (signs === ':=') {
    const equals = text.indexOf('=');
    if (equals >= 0 && (at < 0 || equals < at)) at = equals;
  }
  if (at < 0) return undefined;
  const key = text.slice(0, at).trimEnd();
  if (key === '') return undefined;
  const rest = text.slice(at + 1);
  const value = rest.trimStart();
  const valueStart = start + text.length - value.length;
  return {
    line,
    key: { text: key, start, end: start + key.length },
    value: { text: value, start: value === '' ? start + at + 1 : valueStart, end: start + text.length },
    sign: text[at] as ':' | '=',
  };
}

/** A key or a name as it is looked up: upper case and the width of spaces make no difference. */
export function keyName(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/gu, ' ');
}

const BLANK = /\{\{|\$\{/u;

/** Whether a value is still a blank: `{{500 B}}`. */
export const isBlank = (text: string): boolean => BLANK.test(text);

export function problemAt(
  place: Span,
  code: BlockProblem['code'],
  message: string,
  fixes: readonly Fix[] = [],
  severity: BlockProblem['severity'] = 'error',
): BlockProblem {
  return { code, severity, start: place.start, end: place.end, message, fixes };
}

export const replaceFix = (title: string, place: Span, newText: string): Fix => ({
  title,
  edits: [{ start: place.start, end: place.end, newText }],
});

/** Adds a line with a blank to fill in at the end of a block. */
export function addLineFix({ insertion }: FencedBlock, key: string, example: string): Fix {
  const { at, before, after } = insertion;
  return {
    title: `Add the line “${key}”`,
    edits: [{ start: at, end: at, newText: `${before}${key}: {{${example}}}${after}` }],
    snippet: true,
  };
}

export const removeLineFix = ({ whole }: FencedLine): Fix => ({
  title: 'Remove this line',
  edits: [{ start: whole.start, end: whole.end, newText: '' }],
});

/** “look-up 8 ms”: a name with a figure after it. */
const KEY_AND_FIGURE = /^(\p{L}[^\d$€£~<≤]*\p{L})(?=\s+(?:[~<≤]\s*)?[$€£]?\d)/u;

/** What stands in a line that has no key. */
export function noKeyProblem(line: FencedLine, example: string): BlockProblem {
  const [, key = ''] = KEY_AND_FIGURE.exec(line.text.slice(0, 120)) ?? [];
  const at = line.start + key.length;
  return problemAt(
    line,
    'block-line',
    `${shown(line.text)} is not read. Write a line such as “${example}”.`,
    key === '' ? [] : [replaceFix('Put a colon after the name', { start: at, end: at }, ':')],
  );
}

/**
 * @param suggests whether to look for a close one, which takes a while.
 * @param meant the one that is probably meant, where that is known.
 */
export function unknownKeyProblem(
  key: KeyLine['key'],
  known: readonly string[],
  suggests: boolean,
  meant?: string,
): BlockProblem {
  const closest =
    meant ??
    (suggests
      ? closestId(
          key.text,
          known.map((id) => ({ id, title: id })),
        )
      : undefined);
  return problemAt(
    key,
    'block-key',
    closest === undefined
      ? `There is no input ${shown(key.text)} here. Known are: ${known.join(', ')}.`
      : `There is no input ${shown(key.text)} here. Did you mean “${closest}”?`,
    closest === undefined ? [] : [replaceFix(`Change to “${closest}”`, key, closest)],
  );
}

export function repeatedProblem({ key, line }: KeyLine): BlockProblem {
  return problemAt(key, 'block-repeated', `${shown(key.text)} stands here twice; the first one counts.`, [
    removeLineFix(line),
  ]);
}

export function missingProblem(block: FencedBlock, key: string, example: string): BlockProblem {
  return problemAt(
    block.opening,
    'block-missing',
    `The input “${key}” is missing: add “${key}: ${example}”, with your own figure.`,
    [addLineFix(block, key, example)],
  );
}

/** That a line, or a part of it, does not count. */
const UNREAD: ReadonlySet<BlockProblem['code']> = new Set([
  'block-blank',
  'block-key',
  'block-line',
  'block-unit',
  'block-value',
]);

/** “1 line not read”, for a headline that must not pass over it; undefined where all lines count. */
export function unreadInWords({ lines }: FencedBlock, problems: readonly BlockProblem[]): string | undefined {
  const starts = problems
    .filter(({ code, severity }) => UNREAD.has(code) && severity !== 'info')
    .map(({ start }) => start)
    .sort((a, b) => a - b);
  let count = 0;
  let next = 0;
  for (const { start, end } of lines) {
    while (next < starts.length && (starts[next] as number) < start) next += 1;
    if (next < starts.length && (starts[next] as number) <= end) count += 1;
  }
  return count === 0 ? undefined : `${count} ${count === 1 ? 'line' : 'lines'} not read`;
}

/** Where there are very many problems, no more than this many are reported. */
export const MOST_PROBLEMS = 200;
