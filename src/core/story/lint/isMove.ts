import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { movesIn, numbersIn } from './numbersOf';

/** A sentence with more figures is a table, and linting stays linear. */
const MOST_FIGURES = 12;

/** Whether the sentence says what a figure was before, be it in words of its own: "30 hours where it used to be 55". */
export const isMove = (story: StoryContext, { first, sentence }: JudgedFigure): boolean =>
  story.figuresIn(sentence).length <= MOST_FIGURES &&
  movesIn(story, numbersIn(story, sentence)).some((move) => move.first === first);
