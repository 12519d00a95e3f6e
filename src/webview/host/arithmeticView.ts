/** Makes what the panel of mental arithmetic shows. Pure. */
import {
  judgedAnswers,
  medianSeconds,
  sayAloud,
  scoreOfSitting,
  type Exercise,
  type JudgedAnswer,
} from '../../core/arithmetic/arithmeticSitting';
import { isRight } from '../../core/arithmetic/judgeAnswer';
import { BLOCK_TITLES } from '../../core/blocks/drawBlock';
import type { CalendarDate } from '../../core/days/dates';
import { nextRound } from '../../core/loop/loopDay';
import type { Loop } from '../../core/loop/loopModel';
import type { WorkedSolution } from '../../core/arithmetic/workedSolution';
import { loopTitle } from '../../core/loop/loopModel';
import { joined } from '../../core/words';
import { clip, type SolutionStepView } from '../protocol/common';
import type { ArithmeticPanelState, ArithmeticView, JudgedAnswerView } from '../protocol/arithmetic';

export interface ArithmeticSources {
  readonly state: ArithmeticPanelState;
  /** The name of the block's file. */
  readonly file: string;
  /** Undefined where the block is not there, or cannot be practised. */
  readonly exercise: Exercise | undefined;
  /** The loop that a sitting is saved in; undefined where there is none. */
  readonly loop: Loop | undefined;
  readonly today: CalendarDate;
}

/** The drill is made for design rounds: where no round is named, one of these is meant. */
const DESIGN = /design|case|estimat|analytic/iu;

export function makeArithmeticView({ state, file, exercise, loop, today }: ArithmeticSources): ArithmeticView {
  const judged = exercise ? judgedAnswers(exercise, state.answers) : [];
  const question = exercise?.questions[judged.length];
  const isOver = exercise !== undefined && question === undefined;
  const rounds = (loop?.rounds ?? []).map(({ id, title }) => ({ id: clip(id), title: clip(title) }));
  return {
    title: exercise ? BLOCK_TITLES[exercise.block.kind] : 'Arithmetic',
    place: clip(joined([file, loop ? loopTitle(loop) : ''], ' · ')),
    seed: state.seed,
    block: clip(exercise ? withoutFences(exercise.text) : ''),
    all: exercise?.questions.length ?? 0,
    ...(question
      ? { question: { text: clip(question.text), before: question.dress.before, after: clip(question.dress.after) } }
      : {}),
    answers: judged.map(judgedView),
    ...(exercise && isOver ? { summary: summaryOf(exercise, judged) } : {}),
    rounds,
    round: clip(proposedRound(state, loop, today)),
    ...(state.saved === undefined ? {} : { saved: state.saved.split('/').pop() ?? '' }),
    ...(exercise
      ? {}
      : {
          trouble: clip(
            `The block is not in ${file} any more, or one of its lines cannot be used. Open the file to see why.`,
          ),
        }),
    state,
  };
}

/** A block’s lines without its fences. */
export const withoutFences = (text: string): string => text.split('\n').slice(1, -1).join('\n');

/** A worked solution as pages show it. */
export function solutionView({ steps, source }: WorkedSolution): {
  readonly steps: SolutionStepView[];
  readonly source: string;
} {
  return {
    steps: steps.map(({ title, formula, figures, result }) => ({
      title: clip(title),
      formula: clip(formula),
      figures: clip(figures),
      result: clip(result),
    })),
    source: clip(source),
  };
}

function judgedView({ question, text, seconds, verdict, solution }: JudgedAnswer): JudgedAnswerView {
  return {
    question: clip(question),
    text,
    seconds,
    isRight: isRight(verdict),
    words: clip(verdict.words),
    ...solutionView(solution),
  };
}

function summaryOf(exercise: Exercise, judged: readonly JudgedAnswer[]): NonNullable<ArithmeticView['summary']> {
  const { right, of, seconds } = scoreOfSitting(exercise, judged);
  return { right, of, seconds, median: medianSeconds(judged), aloud: clip(sayAloud(exercise)) };
}

/** The round that was named, else the first that is about design or a case, else the next. */
function proposedRound({ round }: ArithmeticPanelState, loop: Loop | undefined, today: CalendarDate): string {
  if (!loop) return '';
  const named = loop.rounds.find(({ id }) => id === round);
  const fits = loop.rounds.find(({ id }) => DESIGN.test(id));
  return (named ?? fits ?? nextRound(loop, today) ?? loop.rounds[0])?.id ?? '';
}
