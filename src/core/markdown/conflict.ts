/** What is said where Git left both sides of a merge in a file. */
import type { TextProblem } from '../ports';
import { findConflict } from './outline';

export const CONFLICT_MESSAGES = {
  /** In a file that is edited for the user: loop.md, a round, a session. */
  file: 'The file has a merge conflict: resolve it; until then nothing is written here.',
  story: 'The file has merge-conflict markers: resolve the conflict first.',
  log: 'The log has a merge conflict: both sides count, so keep the lines of both and delete this one.',
} as const;

/** The problem of a text with a merge conflict, at its first marker; none where there is no conflict. */
export function conflictProblems(text: string, kind: keyof typeof CONFLICT_MESSAGES): TextProblem[] {
  const conflict = findConflict(text);
  return conflict ? [{ ...conflict, message: CONFLICT_MESSAGES[kind], severity: 'error' }] : [];
}
