import { wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { isLevel } from './headline';
import { movesIn, numbersIn, type Move } from './numbersOf';
import { isSameUnit } from './taskGoals';
import { tellsOutcomeAt } from './taskParts';

/** Of one thing, before and after, two values are rarely further apart. */
const NEARBY = 2.5;
const SHARES: ReadonlySet<string> = new Set(['percent', 'ratio']);
const COUNTED: ReadonlySet<string> = new Set(['count', 'rate', 'money']);
/** Before a time, these say over what time it came, or when. */
const TIME_FRAME = wordSet('for over within after during every last first next past since until by');
const HELD_AGAINST = wordSet('than against versus vs target goal limit of');

/** The level that the outcome came to, and what it was, where the story tells. */
export interface Reached {
  readonly figure: JudgedFigure;
  readonly from: number | undefined;
}

/**
 * What the outcome says of a wanted figure, in whatever words: the only level of its kind and size that is told there.
 * Undefined where there is none, or more than one.
 */
export function onlyLevel(story: StoryContext, wanted: JudgedFigure): Reached | undefined {
  const moves: Move[] = [];
  const levels: JudgedFigure[] = [];
  story.sentences.forEach((_, index) => {
    if (!tellsOutcomeAt(story, index)) return;
    moves.push(...movesIn(story, numbersIn(story, index)));
    levels.push(...story.figuresIn(index).filter((figure) => mayBeOf(story, figure, wanted)));
  });
  const old = new Set(moves.map(({ from }) => from));
  const now = levels.filter(({ quantity }) => !old.has(quantity.value));
  const [figure] = now;
  if (!figure || now.some(({ quantity }) => quantity.value !== figure.quantity.value)) return undefined;
  const from = figure.quantity.from ?? moves.find(({ value }) => value === figure.quantity.value)?.from;
  return { figure, from };
}

function mayBeOf(story: StoryContext, figure: JudgedFigure, wanted: JudgedFigure): boolean {
  const { quantity, first } = figure;
  const { kind, value, unit } = wanted.quantity;
  if (story.tokens.quoted(first) || HELD_AGAINST.has(story.id(first - 1))) return false;
  if (quantity.from === undefined && !isLevel(story, figure)) return false;
  if (quantity.kind !== kind && !(SHARES.has(kind) && SHARES.has(quantity.kind))) return false;
  if (COUNTED.has(kind) && kind !== 'money' && !isSameUnit(quantity.unit, unit, false)) return false;
  if (kind === 'duration' && TIME_FRAME.has(story.id(first - 1))) return false;
  return quantity.value <= value * NEARBY && quantity.value >= value / NEARBY;
}
