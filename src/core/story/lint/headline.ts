import { wordIds, wordSet } from '../prose/vocabulary';
import { tellsOutcome } from '../storySections';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import type { Sentence } from './sentences';

const [BY, DOWN, UP] = wordIds('by down up');
/** Kinds of figure that may be a level: how many of something were won is none. */
const LEVELS: ReadonlySet<string> = new Set(['percent', 'points', 'duration', 'rate']);
/** What may stand before a figure that opens its sentence. */
const OPENS = wordSet('about around nearly only just still now roughly almost a an the we it is are has have been at');
/** Each is compared with each: a text with more figures in its outcome is not a story, and linting stays linear. */
const MOST = 40;

/**
 * The levels that a story ends with: told once with all its words and again at the beginning of a sentence, as one does
 * who needs no more of them ("75 minutes, with the same cleaners."). Each with all the places that tell it.
 */
export function headlinesOf(story: StoryContext): readonly (readonly JudgedFigure[])[] {
  if (!story.usesHeadings) return [];
  const told = story.figures
    .filter(({ quantity, sentence }) => LEVELS.has(quantity.kind) && tellsOutcome(story.sectionOf(sentence)))
    .slice(0, MOST);
  return told.flatMap((first, at) => {
    const places = told.filter(({ quantity }) => isSameLevel(quantity, first.quantity));
    if (places[0] !== first || !places.every((place) => isLevel(story, place))) return [];
    return told.slice(at + 1).some((again) => places.includes(again) && opensSentence(story, again)) ? [places] : [];
  });
}

const isSameLevel = (one: JudgedFigure['quantity'], other: JudgedFigure['quantity']): boolean =>
  one.kind === other.kind && one.value === other.value;

function opensSentence(story: StoryContext, { sentence, first }: JudgedFigure): boolean {
  const { first: start } = story.sentences[sentence] as Sentence;
  return !story.some(start, first, (k) => !OPENS.has(story.id(k)));
}

/** Neither "by 34 %" nor "34 % less", which say how much it changed. */
export function isLevel(story: StoryContext, { first, last }: JudgedFigure): boolean {
  const before = story.id(first - 1);
  return before !== BY && before !== DOWN && before !== UP && !story.is(last).comparative;
}
