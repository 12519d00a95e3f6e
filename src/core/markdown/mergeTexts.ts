/** Puts two changes of one text together. */

/** The lines that a change took out, from `start` up to `end`, and those that it put there. */
interface LinesEdit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/**
 * A text with the changes of two writers, each starting from `base`.
 * @returns undefined where both changed the same lines.
 */
export function mergeTexts(base: string, ours: string, theirs: string): string | undefined {
  if (ours === theirs) return ours;
  const lines = linesOf(base);
  const edits = [changeOf(lines, linesOf(ours)), changeOf(lines, linesOf(theirs))] as const;
  const [our, their] = edits;
  const isInOrder = our.start < their.start || our.end <= their.start;
  const [first, second] = isInOrder ? edits : [their, our];
  const isAtOnePlace = our.start === their.start && our.end === their.end && our.start === our.end;
  const isAtEnd = our.start === lines.length && !/[^\n]$/u.test(base);
  if (first.end > second.start || (isAtOnePlace && !isAtEnd)) return undefined;
  return [
    ...lines.slice(0, first.start),
    ...first.lines,
    ...lines.slice(first.end, second.start),
    ...second.lines,
    ...lines.slice(second.end),
  ].join('');
}

/** The lines of a text, each with its line break. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/u);
}

function changeOf(before: readonly string[], after: readonly string[]): LinesEdit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shortest - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, end: before.length - tail, lines: after.slice(start, after.length - tail) };
}
