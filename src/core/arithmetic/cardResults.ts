/** Drill cards that hold a worked figure and ask for one of its results. */
import type { BlockResult, WorkedBlock } from '../blocks/blockModel';
import { findFencedBlocks } from '../blocks/fencedBlocks';
import { faultOf } from '../blocks/resultLines';
import type { AskedResult, Drill } from '../playbook/playbookDrills';
import type { Problem } from '../ports';
import { shown } from '../shown';
import { closestId } from '../closest';
import { dressOfFigure, figureWords, type ArithmeticQuestion } from './arithmeticQuestions';
import { isRight, judgeAnswer, TOLERANCE, type AnswerVerdict } from './judgeAnswer';
import { blockAlone, findResult, idInWords, workedAlone } from './practiceBlocks';
import { workedSolution, type WorkedSolution } from './workedSolution';

/** What a card asks for. */
export interface CardExercise {
  /** The block as it is written, from fence to fence. */
  readonly text: string;
  readonly block: WorkedBlock;
  readonly question: ArithmeticQuestion;
  /** A share of the result. */
  readonly tolerance: number;
}

/** Undefined for a card that asks for no result, or for one that cannot be worked out. */
export function cardExercise({ question: asked, answer, asks }: Drill): CardExercise | undefined {
  if (!asks) return undefined;
  const found = blocksOfCard(answer).find(({ result }) => result(asks.name) !== undefined);
  const result = found?.result(asks.name);
  if (!found || !result || faultOf(found.block)) return undefined;
  const { text, block } = found;
  const { id, value, unit } = result;
  const question = {
    id,
    text: asked,
    value,
    unit,
    dress: dressOfFigure(value, unit),
    result,
    aloud: figureWords(value, unit),
  };
  return { text, block, question, tolerance: asks.tolerance ?? TOLERANCE };
}

/** The verdict on a typed answer. */
export function judgeCard({ question, tolerance }: CardExercise, typed: string): AnswerVerdict {
  return judgeAnswer(typed, question, tolerance);
}

/** How a card that was typed is probably to be rated: the user decides. */
export const suggestedRating = (verdict: AnswerVerdict): 'good' | 'again' => (isRight(verdict) ? 'good' : 'again');

/** How the result is worked out. */
export function cardSolution({ text, block, question }: CardExercise): WorkedSolution {
  return workedSolution(text, block, question, [question]);
}

/** What is wrong with the results that cards ask for, each at its place. @param path of the cards’ file. */
export function cardProblems(drills: readonly Drill[], path: string): Problem[] {
  return drills.flatMap((drill) => {
    const { asks, answer } = drill;
    const message = asks && wrongWith(asks, answer);
    return message === undefined
      ? []
      : [{ path, start: asks?.start ?? 0, end: asks?.end ?? 0, message, severity: 'warning' as const }];
  });
}

function wrongWith({ name, tolerance }: AskedResult, answer: string): string | undefined {
  const blocks = blocksOfCard(answer);
  const found = blocks.find(({ result }) => result(name) !== undefined);
  const meant = found ?? blocks[0];
  const fault = meant && faultOf(meant.block);
  if (fault) return `The card’s block cannot be worked out: ${fault.message}`;
  const result = found?.result(name);
  if (result) {
    if (result.value === 0)
      return `${shown(name)} is 0 here, and no answer is within a percentage of that: ask for another.`;
    return tolerance === 0 ? 'A tolerance of 0 % takes no rounded answer: write ± 10 %, or leave it out.' : undefined;
  }
  const names = [...new Set(blocks.flatMap(({ block }) => block.results.map(({ id }) => idInWords(id))))];
  const closest = closestId(
    name,
    names.map((id) => ({ id, title: id })),
  );
  return closest === undefined
    ? `The card’s block has no result ${shown(name)}. It has: ${names.slice(0, MOST_NAMED).join(', ')}.`
    : `The card’s block has no result ${shown(name)}. Did you mean “${closest}”?`;
}

const MOST_NAMED = 12;

interface CardBlock {
  readonly text: string;
  readonly block: WorkedBlock;
  readonly result: (name: string) => BlockResult | undefined;
}

function blocksOfCard(answer: string): CardBlock[] {
  return findFencedBlocks(answer).flatMap((fenced) => {
    const text = blockAlone(answer, fenced);
    const block = workedAlone(text);
    return block ? [{ text, block, result: (name: string) => findResult(block, name) }] : [];
  });
}
