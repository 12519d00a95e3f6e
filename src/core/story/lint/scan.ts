import type { LineKind } from '../../markdown/outline';
import type { Line } from '../../markdown/text';
import type { Prose } from '../prose/prose';
import { SentenceReader, type Sentence } from './sentences';
import type { Tokens } from './tokens';

const SPACE = 0x20;

export interface Scan {
  readonly tokens: Tokens;
  readonly sentences: readonly Sentence[];
}

/**
 * Splits what a story says into sentences and words, in one pass, and looks every word up on the way.
 * @param prose the story, as it was read.
 * @param said the same with what is not said blanked out, unit for unit.
 * @param kinds of the lines; a line that `isTransparent` does not end the paragraph.
 */
export function scan(
  prose: Prose,
  said: string,
  lines: readonly Line[],
  kinds: readonly LineKind[],
  isTransparent: (line: number) => boolean,
): Scan {
  const reader = new SentenceReader(prose, said);
  lines.forEach((line, i) => {
    if (kinds[i] !== 'text') {
      if (!isTransparent(i)) reader.endBlock();
      return;
    }
    const first = firstCharacter(prose, line);
    if (first === line.end || beginsBlock(prose, first, line.end)) reader.endBlock();
    reader.readLine(i, first, line.end);
  });
  reader.endBlock();
  return { tokens: reader.tokens, sentences: reader.sentences };
}

/** The first character of a line that is no blank; the line's end where all are. */
function firstCharacter(prose: Prose, { start, end }: Line): number {
  let first = start;
  while (first < end && prose.code(first) <= SPACE) first += 1;
  return first;
}

/** A list item, a quotation's line, a table's row: what stands in it is no part of the sentence above. */
function beginsBlock(prose: Prose, first: number, end: number): boolean {
  const unit = prose.code(first);
  if (unit === 62 || unit === 124) return true;
  const next = prose.code(first + 1);
  if (unit === 45 || unit === 42 || unit === 43) return first + 1 === end || next === 32 || next === 9;
  if (unit < 48 || unit > 57) return false;
  let i = first;
  while (i < end && i < first + 9 && prose.code(i) >= 48 && prose.code(i) <= 57) i += 1;
  const mark = prose.code(i);
  return (mark === 46 || mark === 41) && (prose.code(i + 1) === 32 || prose.code(i + 1) === 9);
}
