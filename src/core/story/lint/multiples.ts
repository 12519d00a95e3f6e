import { wordIds, wordSet, type WordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import type { Report } from './types';

const [INSTEAD, OF] = wordIds('instead of');
const MORE_THAN = wordSet('more over least');
/** Between a multiple and its change these begin another thought. */
const OTHER_THOUGHT = wordSet('and but while because since although though who whereas then than');
const ROUGHLY = wordSet('nearly almost about around roughly some practically virtually close');
const DETERMINERS = wordSet('the our my their its his her a an your');
/** A multiple is a round figure: how far off it may be, as a share of itself. */
const SLACK = 0.15;
/** How far off it may be where its sentence says that it is rough. */
const ROUGH_SLACK = 0.2;
/** How many words before it that may be said. */
const NEAR = 2;
/**
 * Each is compared with the other figures of its sentence: a sentence with more is a table, and linting stays linear.
 */
export const MOST_FIGURES = 12;
/** How many words may stand between the two. */
const REACH = 10;

/** "Doubled, from 150 to 450", "twice as fast: 18 minutes instead of 54". */
export function wrongMultiples(story: StoryContext): Report[] {
  const reports: Report[] = [];
  for (const multiple of story.figures) {
    if (!isMultiple(multiple)) continue;
    const message = wrongMultiple(story, multiple);
    const { start, end } = multiple.quantity;
    if (message !== undefined) reports.push({ start, end, message });
  }
  return reports;
}

/** One multiple: neither a change of one nor a range. */
const isMultiple = ({ quantity: { kind, value, from, high } }: JudgedFigure): boolean =>
  kind === 'multiplier' && value > 0 && from === undefined && high === undefined;

function wrongMultiple(story: StoryContext, multiple: JudgedFigure): string | undefined {
  const { quantity, sentence } = multiple;
  const figures = story.figuresIn(sentence);
  if (figures.length > MOST_FIGURES) return undefined;
  if (figures.filter(({ quantity: { kind } }) => kind === 'multiplier').length > 1) return undefined;
  const changes = figures.map((figure) => changeAt(story, figure)).filter((change) => change !== undefined);
  const [change] = changes;
  if (changes.length !== 1 || !change || !belongTogether(story, multiple, change)) return undefined;
  const actual = Math.max(change.value / change.from, change.from / change.value);
  const told = Math.max(quantity.value, 1 / quantity.value);
  if (hasTwoPeriods(story, change) || isOfElse(story, multiple, change)) return undefined;
  const isSaidBefore = (words: WordSet): boolean => story.hasWord(words, multiple.first - NEAR, multiple.first);
  const slack = isSaidBefore(ROUGHLY) ? ROUGH_SLACK : SLACK;
  // "Three times more" is four times as much to some.
  const isBeyond = story.is(multiple.last).comparative && Math.abs(actual - told - 1) <= slack * (told + 1);
  if (Math.abs(actual - told) <= slack * told || (isSaidBefore(MORE_THAN) && actual >= told) || isBeyond)
    return undefined;
  return `“${quantity.text}” does not fit “${change.text}”: that is a factor of ${Math.round(10 * actual) / 10}.`;
}

/** "From 120 to 300 studios, so we tripled the staff": what is multiplied is something that was not counted before. */
function isOfElse(story: StoryContext, { first, last, sentence }: JudgedFigure, change: Change): boolean {
  if (first < change.last || !DETERMINERS.has(story.id(last))) return false;
  const noun = story.tokens.word(last + 1);
  const from = story.sentences[sentence]?.first ?? 0;
  return !story.some(from, first, (k) => story.tokens.word(k) === noun);
}

const A_PERIOD = /\b(?:an?|per|each|every)\s+(second|minute|hour|day|week|month|quarter|year)\b/giu;

/** "From 3 a year to one a week": the two figures are of different times. */
function hasTwoPeriods(story: StoryContext, { first, last }: Change): boolean {
  const text = story.text.slice(story.tokens.start(first), story.tokens.end(last + 1));
  return new Set([...text.matchAll(A_PERIOD)].map(([, period = '']) => period.toLowerCase())).size > 1;
}

/** What a figure came to, and what it was. */
export interface Change {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly from: number;
  readonly text: string;
}

/** A figure that holds its old value, or "18 minutes instead of 54"; undefined for any other. */
export function changeAt(story: StoryContext, { quantity, first, last, sentence }: JudgedFigure): Change | undefined {
  const { value, from, text, start } = quantity;
  if (from !== undefined) return from > 0 && value > 0 ? { first, last, value, from, text } : undefined;
  if (story.id(last) !== INSTEAD || story.id(last + 1) !== OF || last + 2 >= (story.sentences[sentence]?.last ?? 0))
    return undefined;
  const old = story.figuresIn(sentence).find((figure) => figure.first === last + 2);
  const end = story.tokens.end(last + 2);
  const bare = Number(story.tokens.word(last + 2));
  const scale = value / Number.parseFloat(text);
  const before = old ? (old.quantity.kind === quantity.kind ? old.quantity.value : Number.NaN) : bare * scale;
  return before > 0 && value > 0
    ? { first, last: last + 3, value, from: before, text: story.text.slice(start, end) }
    : undefined;
}

function belongTogether(story: StoryContext, { first, last }: JudgedFigure, change: Change): boolean {
  const [from, to] = last <= change.first ? [last, change.first] : [change.last, first];
  if (to - from > REACH || to < from || story.hasWord(OTHER_THOUGHT, from, to)) return false;
  // "Orders went from 20 to 65; calls fell by half" speaks of two things.
  return !/[;.]\s/u.test(story.text.slice(story.tokens.end(from - 1), story.tokens.start(to)));
}
