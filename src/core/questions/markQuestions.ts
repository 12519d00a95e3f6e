/** The edits of questions.md: a mark after a question, and nothing else. */
import { findConflict } from '../markdown/outline';
import type { TextEdit } from '../markdown/text';
import type { Question, QuestionName } from './questionModel';
import { readQuestions, type NamedRound } from './readQuestions';

/** Why nothing is written: the question is not there any more, or the file is in a merge conflict. */
export type MarkRefusal = 'changed' | 'conflict';

/**
 * The edit that says that a question was asked, after its text and in place of what said that it was chosen. No edit
 * where it was asked already.
 * @param date `YYYY-MM-DD`. @param round the round's id.
 */
export function askedEdits(
  text: string,
  rounds: readonly NamedRound[],
  name: QuestionName,
  date: string,
  round: string,
): TextEdit[] | MarkRefusal {
  if (findConflict(text)) return 'conflict';
  const question = questionNamed(readQuestions(text, rounds), name);
  if (!question) return 'changed';
  if (question.mark?.kind === 'asked') return [];
  return [markEdit(question, `(asked ${date}, round: ${plainId(round)})`)];
}

/** The edits that choose some questions for a round. Those that were asked, or are chosen for it already, stay. */
export function chosenEdits(
  text: string,
  rounds: readonly NamedRound[],
  names: readonly QuestionName[],
  round: string,
): TextEdit[] | MarkRefusal {
  if (findConflict(text)) return 'conflict';
  const questions = readQuestions(text, rounds);
  const edits: TextEdit[] = [];
  const named = new Set<Question>();
  for (const name of names) {
    const question = questionNamed(questions, name);
    if (!question) return 'changed';
    if (named.has(question)) continue;
    named.add(question);
    if (question.mark?.kind === 'asked' || question.mark?.round === round) continue;
    edits.push(markEdit(question, `(chosen, round: ${plainId(round)})`));
  }
  return edits;
}

function questionNamed(questions: readonly Question[], { text, nth = 0 }: QuestionName): Question | undefined {
  return questions.find((question) => question.text === text && question.nth === nth);
}

function markEdit({ end, markAt }: Question, mark: string): TextEdit {
  return markAt ? { ...markAt, newText: mark } : { start: end, end, newText: ` ${mark}` };
}

/** An id that cannot end the mark. */
const plainId = (id: string): string => id.replace(/[()\s,;]+/gu, ' ').trim();
