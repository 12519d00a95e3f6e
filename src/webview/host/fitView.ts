/** The fit check and the questions to ask, as a round's panel shows them. */
import { plainText } from '../../core/checklist/checklist';
import { fitSummary, FIT_WORDS } from '../../core/fit/fitMarkdown';
import type { FitRow } from '../../core/fit/fitModel';
import type { Loop } from '../../core/loop/loopModel';
import type { NextQuestion } from '../../core/questions/nextQuestions';
import type { Question } from '../../core/questions/questionModel';
import { clip } from '../protocol/common';
import type { FitView, QuestionsView } from '../protocol/round';

/** Whether a round is the loop's first: what the company asks for is settled there. */
export const isFirstRound = (loop: Loop | undefined, round: string): boolean => loop?.rounds[0]?.id === round;

/** Undefined where the playbook asks for nothing. */
export function makeFitView(rows: readonly FitRow[]): FitView | undefined {
  if (rows.length === 0) return undefined;
  return {
    summary: clip(fitSummary(rows)),
    rows: rows.map(({ id, state, question, expects, reason, proofs, action, frame }) => ({
      id,
      state,
      word: FIT_WORDS[state],
      question: clip(question),
      expects: clip(expects),
      reason: clip(reason),
      proofs: proofs.map(({ title }) => clip(title)),
      ...(action ? { action: clip(action.title) } : {}),
      frame: clip(frame),
    })),
  };
}

/** @param questions all of the loop; undefined where it has no such file. */
export function makeQuestionsView(
  questions: readonly Question[] | undefined,
  next: readonly NextQuestion[],
  round: string,
): QuestionsView | undefined {
  if (!questions) return undefined;
  return {
    next: next.map(({ question: { text, nth, heading }, chosen, heard }) => ({
      text: clip(text),
      nth,
      words: clip(plainText(text)),
      heading: clip(heading),
      chosen,
      heard: clip(heard.join(', ')),
    })),
    asked: questions.filter(({ mark }) => mark?.kind === 'asked' && mark.round === round).length,
  };
}
