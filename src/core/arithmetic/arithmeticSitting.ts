/** One sitting: a block with figures of its own, its questions, the answers, and what they came to. */
import type { WorkedBlock } from '../blocks/blockModel';
import { secondsInClock } from '../words';
import { arithmeticQuestions, type ArithmeticQuestion } from './arithmeticQuestions';
import { isRight, judgeAnswer, type AnswerVerdict } from './judgeAnswer';
import { workedAlone } from './practiceBlocks';
import { varyBlock } from './variedBlock';
import { workedSolution, type WorkedSolution } from './workedSolution';

export interface Exercise {
  readonly seed: number;
  /** The block with other figures, from fence to fence. */
  readonly text: string;
  readonly block: WorkedBlock;
  readonly questions: readonly ArithmeticQuestion[];
}

/** What was typed, and how many whole seconds it took. */
export interface TypedAnswer {
  readonly text: string;
  readonly seconds: number;
}

export interface JudgedAnswer extends TypedAnswer {
  readonly question: string;
  readonly verdict: AnswerVerdict;
  readonly solution: WorkedSolution;
}

/** The exercise of a block and a seed; undefined where the text is not a block that can be practised. */
export function exerciseOf(text: string, seed: number): Exercise | undefined {
  const varied = varyBlock(text, seed);
  const block = workedAlone(varied);
  const questions = block ? arithmeticQuestions(block) : [];
  return block && questions.length > 0 ? { seed, text: varied, block, questions } : undefined;
}

/** The answers to the first questions of an exercise, judged. */
export function judgedAnswers(
  { text, block, questions }: Exercise,
  answers: readonly TypedAnswer[],
): readonly JudgedAnswer[] {
  return questions.slice(0, answers.length).map((question, index) => {
    const answer = answers[index] as TypedAnswer;
    return {
      ...answer,
      question: question.text,
      verdict: judgeAnswer(answer.text, question),
      solution: workedSolution(text, block, question, questions),
    };
  });
}

/** What a sitting came to. */
export interface ArithmeticScore {
  readonly right: number;
  readonly of: number;
  /** All answers together. */
  readonly seconds: number;
  readonly seed: number;
}

/** @param judged the answers to all questions. */
export function scoreOfSitting({ seed }: Exercise, judged: readonly JudgedAnswer[]): ArithmeticScore {
  return {
    right: judged.filter(({ verdict }) => isRight(verdict)).length,
    of: judged.length,
    seconds: judged.reduce((sum, { seconds }) => sum + seconds, 0),
    seed,
  };
}

/** The median of the seconds that an answer took; 0 where there is none. */
export function medianSeconds(answers: readonly TypedAnswer[]): number {
  const sorted = answers.map(({ seconds }) => seconds).sort((a, b) => a - b);
  const [lower = 0, upper = lower] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return Math.round((lower + upper) / 2);
}

/** All results in one breath, as they are said to an interviewer. */
export function sayAloud({ questions }: Exercise): string {
  return `${questions.map(({ aloud }) => aloud).join(', ')}.`;
}

/** The sitting as notes of a session: what was asked, what was said, how long it took, and the block. */
export function sittingNotes(exercise: Exercise, judged: readonly JudgedAnswer[]): string {
  const { right, of, seconds } = scoreOfSitting(exercise, judged);
  const lines = judged.map(({ question, text, verdict, seconds: took, solution }) => {
    const said = text.trim() === '' ? 'nothing' : `“${oneLineOf(text)}”`;
    const truth = solution.steps.at(-1)?.result ?? '';
    return `- ${question} ${said} in ${secondsInClock(took)}: ${isRight(verdict) ? 'right' : 'not right'}, ${truth}`;
  });
  return [
    `Arithmetic: ${right} of ${of} right in ${secondsInClock(seconds)}, seed ${exercise.seed}.`,
    '',
    ...lines,
    '',
    exercise.text,
  ].join('\n');
}

const oneLineOf = (text: string): string => text.replace(/\s+/gu, ' ').trim();
