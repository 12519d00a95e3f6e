/** Lines `key: value` of a block, and what can be wrong with them. */
import type { Span } from '../ports';
import { shown } from '../shown';
import { closestId } from '../story/closest';
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

/** What stands in a line that has no key. */
export function noKeyProblem(line: FencedLine, example: string): BlockProblem {
  return problemAt(line, 'block-line', `${shown(line.text)} is not read. Write a line such as “${example}”.`);
}

/** @param suggests whether to look for a close one, which takes a while. */
export function unknownKeyProblem(key: KeyLine['key'], known: readonly string[], suggests: boolean): BlockProblem {
  const closest = suggests
    ? closestId(
        key.text,
        known.map((id) => ({ id, title: id })),
      )
    : undefined;
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

/** Where there are very many problems, no more than this many are reported. */
export const MOST_PROBLEMS = 200;
