/**
 * Whether a figure outside the stories is a story's figure with another value, told in other words: the change begins
 * where the story's begins, or its words are the story's own.
 */
import type { Figure, FileFigures } from './claimModel';
import { contradict, digitsIn, sharesAny } from './figureSupport';
import { TOLD_ALIKE } from './sameMeasure';
import { agree, startOf, writtenNumbers, type Comparable } from './sameFigure';

/** A change that begins at such a figure is told by that: nobody has two that begin at 61%. */
const TELLING_DIGITS = 2;

/** A figure in its file, ready to be compared. */
export interface ComparedFigure {
  readonly file: FileFigures;
  readonly figure: Figure;
  readonly value: Comparable;
}

/** Whether a figure that is told outside the stories is meant to be this figure of a story. */
export function isRetold(told: ComparedFigure, held: ComparedFigure): boolean {
  const [a, b] = [told.figure, held.figure];
  const isOpen = a.closeness === 'more' || a.closeness === 'less';
  if (isOpen && a.closeness !== b.closeness) return false;
  if (contradict(a, b) || (a.quantity.per === undefined) !== (b.quantity.per === undefined)) return false;
  // “In Q2” is not told of “in Q1”.
  if (a.circumstances.size > 0 && b.circumstances.size > 0 && !sharesAny(a.circumstances, b.circumstances))
    return false;
  return beginsAlike(a, b) || isInItsWords(a, held);
}

/** “From 61% to 79%” beside “from 61% to 74%”, where the sentences share a word. */
function beginsAlike(a: Figure, b: Figure): boolean {
  if (digitsIn(writtenNumbers(a.quantity).old ?? '') < TELLING_DIGITS) return false;
  const [from, start] = [startOf(a.quantity), startOf(b.quantity)];
  return from !== undefined && start !== undefined && agree(from, start) && sharesAny(a.context, b.context);
}

/** “The first frame comes after 1.6 s on TVs” beside “the first frame comes after 1.1 s on TVs”. */
function isInItsWords(a: Figure, { figure: b, file }: ComparedFigure): boolean {
  if (a.mode !== b.mode || a.quantity.unit !== b.quantity.unit) return false;
  if (a.direction !== undefined && b.direction !== undefined && a.direction !== b.direction) return false;
  const isOnly = !file.figures.some(
    (other) => other !== b && other.sentence === b.sentence && other.quantity.kind === b.quantity.kind,
  );
  const words = isOnly ? b.context : b.clause;
  // What is counted is a word of both.
  let shared = a.quantity.kind === 'count' && a.quantity.unit !== null ? 1 : 0;
  for (const stem of a.clause)
    if (words.has(stem)) shared += 1;
    else if (!file.subject.has(stem)) return false;
  // “Halfway through, the cost stood at $110k”: the story does not speak of half its way.
  const isOther = [...a.others, ...a.limits].some((stem) => !b.context.has(stem) && !file.subject.has(stem));
  return shared >= TOLD_ALIKE && !isOther && [...b.limits, ...b.scope].every((stem) => a.context.has(stem));
}
