import { wordIds, wordSet } from '../prose/vocabulary';
import { tellsOutcome } from '../storySections';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import type { Sentence } from './sentences';

const [BY, DOWN, UP] = wordIds('by down up');
/** Kinds of figure that may be a level: how many of something were won is none. */
const LEVELS: ReadonlySet<string> = new Set(['percent', 'points', 'duration', 'rate']);
/** What may stand before a figure that opens its sentence. */
const OPENS = wordSet(
  'about around nearly only just still now roughly almost a an the we it is are has have been at today',
);
/** No word that says something stands before the figure in its sentence. */
export function opensSentence(story: StoryContext, { sentence, first }: JudgedFigure): boolean {
  const { first: start } = story.sentences[sentence] as Sentence;
  return !story.some(start, first, (k) => !OPENS.has(story.id(k)));
}

/** Neither "by 34 %" nor "34 % less", which say how much it changed. */
export function isLevel(story: StoryContext, { first, last }: JudgedFigure): boolean {
  const before = story.id(first - 1);
  return before !== BY && before !== DOWN && before !== UP && !story.is(last).comparative;
}

/** The levels that are told under Impact and again under Result: what the story came to. */
export function levelsToldTwice(story: StoryContext): ReadonlySet<JudgedFigure> {
  const places = new Map<string, JudgedFigure[]>();
  if (!story.usesHeadings) return new Set();
  for (const figure of story.figures) {
    const { kind, value, from } = figure.quantity;
    if (from !== undefined || !(LEVELS.has(kind) || kind === 'ratio')) continue;
    if (!tellsOutcome(story.sectionOf(figure.sentence))) continue;
    const key = `${kind} ${value}`;
    const others = places.get(key);
    if (others) others.push(figure);
    else places.set(key, [figure]);
  }
  const twice = [...places.values()].filter(
    (figures) =>
      new Set(figures.map(({ sentence }) => story.sectionOf(sentence))).size > 1 &&
      figures.every((figure) => isLevel(story, figure)),
  );
  return new Set(twice.flat());
}
