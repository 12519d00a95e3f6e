/** What is said where Git left both sides of a merge in a file. */
import type { TextProblem } from '../ports';
import { conflictSign, findConflict } from './outline';
import { splitLines, type Line } from './text';

export const CONFLICT_MESSAGES = {
  /** In a file that is edited for the user: loop.md, a round, a session. */
  file: 'The file has a merge conflict: resolve it; until then nothing is written here.',
  story: 'The file has merge-conflict markers: resolve the conflict first.',
  cards: 'The file has a merge conflict: until you resolve it, your side’s cards are asked.',
  log: 'The log has a merge conflict: both sides count, so keep the lines of both and delete this one.',
} as const;

/** The problem of a text with a merge conflict, at its first marker; none where there is no conflict. */
export function conflictProblems(text: string, kind: keyof typeof CONFLICT_MESSAGES): TextProblem[] {
  const conflict = findConflict(text);
  return conflict ? [{ ...conflict, message: CONFLICT_MESSAGES[kind], severity: 'error' }] : [];
}

/**
 * A text with the other side of each merge conflict and the markers blanked out, so that what the user had can be read:
 * every offset stays. A text without a conflict is returned as it is.
 */
export function ourSide(text: string): string {
  if (!findConflict(text)) return text;
  let side: 'none' | 'ours' | 'other' = 'none';
  let read = '';
  for (const line of splitLines(text)) {
    const sign = side === 'none' ? openingSign(text, line) : conflictSign(text, line);
    if (sign === '<') side = 'ours';
    else if (sign === '|' || sign === '=') side = 'other';
    const isBlank = sign !== undefined || side === 'other';
    if (sign === '>') side = 'none';
    read += text.slice(read.length, line.start);
    read += isBlank ? ' '.repeat(line.end - line.start) : text.slice(line.start, line.end);
  }
  return read + text.slice(read.length);
}

/** Outside a conflict, only its beginning is a marker: a row of `=` underlines a heading. */
function openingSign(text: string, line: Line): '<' | undefined {
  return conflictSign(text, line) === '<' ? '<' : undefined;
}
