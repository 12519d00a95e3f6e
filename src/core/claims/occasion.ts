/** When and where a figure holds, and what else its sentence speaks of: two figures of one measure may differ there. */
import type { StoryContext } from '../story/lint/context';
import type { JudgedFigure } from '../story/lint/figures';
import type { Figure } from './claimModel';
import {
  DETERMINERS,
  isContent,
  isQualifier,
  isTied,
  nounPhrase,
  PLACES,
  stemOf,
  WEAK,
  wordList,
} from './measureWords';

/** More words after a figure are not looked at for when and where it holds. */
const CIRCUMSTANCES = 8;
const ORDINAL = /^(?:first|second|third|last|end)$/u;
const WORKPLACE = /^(?:role|job|company|team|career|place|work)$/u;
const WHEN =
  /^(?:q[1-4]|h[12]|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d)$/u;

/** “Was 50 minutes”, “used to be”: it may be how things stood before. */
export function isInThePast({ tokens, sentences }: StoryContext, { first, sentence }: JudgedFigure): boolean {
  for (let k = first - 1; k >= Math.max(sentences[sentence]?.first ?? first, first - 3); k -= 1)
    if (/^(?:was|were|used)$/u.test(tokens.word(k))) return true;
  return false;
}

/** “In the first week”, “by the end of the year”, “on mobile”; where somebody worked is no limit. */
function placeOrTime(story: StoryContext, noun: number, end: number, isBy: boolean): readonly string[] {
  const word = story.tokens.word(noun);
  const isOrdinal = ORDINAL.test(word);
  if (WORKPLACE.test(isOrdinal ? story.tokens.word(noun + 1) : word)) return [];
  if (isOrdinal) return [word];
  return isBy
    ? []
    : nounPhrase(story, noun, end)
        .words.filter((each) => !isQualifier(each))
        .map(stemOf);
}

/** When and where a figure holds: “to 3% in Q1”, “31% after four weeks”, “4% on mobile”. */
export function circumstancesOf(story: StoryContext, { last, sentence }: JudgedFigure): Set<string> {
  const { tokens } = story;
  const end = Math.min(story.sentences[sentence]?.last ?? last, last + CIRCUMSTANCES);
  const found = new Set<string>();
  for (let k = last; k < end; k += 1) {
    const word = tokens.word(k);
    if (k > last && (word === 'and' || tokens.afterBreak(k))) break;
    if (WHEN.test(word)) found.add(word);
    else if (word === 'after' && /^\S/u.test(tokens.word(k + 1)))
      for (const each of [tokens.word(k + 1), tokens.word(k + 2)]) found.add(each);
    else if (k === last && (PLACES.has(word) || word === 'by')) {
      const noun = DETERMINERS.has(tokens.word(k + 1)) ? k + 2 : k + 1;
      for (const each of placeOrTime(story, noun, end, word === 'by')) found.add(each);
    }
  }
  return found;
}

/** They open a sentence with what its figures are limited to: “On mobile, …”, “With two servers …”. */
const OPENERS = wordList('in on at for with without among across under during within when');
/** A time or a job is not such a limit. */
const NOT_LIMITS = wordList(`
  year years quarter quarters month months week weeks day days time summer winter spring autumn end start role job
  company team project product career place work case study today half total fact result addition short words
`);
const MOST_LIMIT_WORDS = 4;
const MOST_BEFORE = 25;
const NEAR_VERB = 8;

/**
 * What the opening words of a sentence limit its figures to, in stems: “on windy days the error is 9%”. Empty where
 * they name a time or a job.
 */
export function limitsOf(story: StoryContext, { first, sentence }: JudgedFigure): Set<string> {
  const { tokens, sentences } = story;
  const from = sentences[sentence]?.first ?? first;
  const found = new Set<string>();
  // After a colon, a dash or a comma a sentence may begin anew: “What I found: in the north …”.
  let begin = from;
  for (let k = first - 1; k > Math.max(from, first - MOST_BEFORE); k -= 1)
    if (tokens.afterBreak(k) && OPENERS.has(tokens.word(k))) {
      begin = k;
      break;
    }
  if (!OPENERS.has(tokens.word(begin)) || isTied(story, begin)) return found;
  for (let k = begin + 1; k < Math.min(first, begin + 1 + MOST_LIMIT_WORDS); k += 1) {
    const word = tokens.word(k);
    const isNext = (k > begin + 1 && DETERMINERS.has(word)) || /^(?:i|we|it|they|you)$/u.test(word);
    if (isNext || tokens.afterBreak(k)) break;
    if (isContent(word) && !NOT_LIMITS.has(word) && !WEAK.has(word) && !isQualifier(word)) found.add(stemOf(word));
  }
  return found;
}

const UP = wordList(
  'rose rise rises grew grow grows raised raise raises increased increase increases gained gain added up',
);
const DOWN = wordList(`
  fell fall falls cut cuts reduced reduce reduces dropped drop drops lowered lower lowers decreased decrease decreases
  shrank shrink saved save saves down
`);

/** Which way the word before a figure says that its measure went: “fell 15%”. Undefined where none says. */
export function directionOf(
  { tokens, sentences }: StoryContext,
  { first, sentence }: JudgedFigure,
): Figure['direction'] {
  const from = sentences[sentence]?.first ?? first;
  for (let k = first - 1; k >= Math.max(from, first - NEAR_VERB) && !tokens.isFigure(k); k -= 1) {
    const word = tokens.word(k);
    if (UP.has(word)) return 'up';
    if (DOWN.has(word)) return 'down';
    if (tokens.afterBreak(k)) return undefined;
  }
  return undefined;
}

/** Words that a sentence may hold besides a measure and its figure without speaking of something else. */
const PLAIN = wordList(`
  i i'm i've we we've my our ours me us myself ourselves is are was were now today currently brought bring got get took take
  takes made make keep kept held reached hit stands stood sits runs ran remains remained stays stayed ended ends fell rose
  final finally result overall total still and so then that which it its this the a an to at by from of in on with for
  around about roughly nearly almost just only even also has have been down up went gone came comes
`);

/**
 * The stems of what a sentence speaks of before a figure besides its measure: “finance” in “finance wanted latency at
 * 35 ms”, nothing in “the p99 latency is now 35 ms”.
 * @param stems of the measure.
 * @param begin the first token that is looked at.
 */
export function othersNamed(
  story: StoryContext,
  { first }: JudgedFigure,
  stems: ReadonlySet<string>,
  begin: number,
): Set<string> {
  const { tokens } = story;
  const found = new Set<string>();
  const from = Math.max(begin, first - MOST_BEFORE);
  for (let k = first - 1; k >= from; k -= 1) {
    const word = tokens.word(k);
    const stem = stemOf(word);
    const isKnown =
      PLAIN.has(word) ||
      !isContent(word) ||
      stems.has(stem) ||
      isQualifier(word) ||
      WEAK.has(word) ||
      story.is(k).change ||
      /ly$/u.test(word) ||
      tokens.isFigure(k);
    if (!isKnown) found.add(stem);
    // What stands before a figure and a comma is another thought.
    if (tokens.afterBreak(k) && tokens.isFigure(k - 1)) return found;
  }
  return found;
}

/** The stems of what the part of a sentence says that a figure stands in: up to the next comma or figure. */
export function clauseOf(story: StoryContext, { first, last, sentence }: JudgedFigure): Set<string> {
  const { tokens } = story;
  const [from, end] = [story.sentences[sentence]?.first ?? first, story.sentences[sentence]?.last ?? last];
  const found = new Set<string>();
  const take = (k: number): void => {
    const word = tokens.word(k);
    const isPlain = PLAIN.has(word) || NOT_LIMITS.has(word) || WEAK.has(word) || story.is(k).change;
    if (!isPlain && isContent(word) && !/ly$/u.test(word)) found.add(stemOf(word));
  };
  for (let k = first - 1; k >= Math.max(from, first - MOST_BEFORE); k -= 1) {
    if (tokens.afterBreak(k + 1) || tokens.isFigure(k)) break;
    take(k);
  }
  for (let k = last; k < Math.min(end, last + MOST_BEFORE); k += 1) {
    if ((k > last && tokens.afterBreak(k)) || tokens.isFigure(k) || tokens.word(k) === 'and') break;
    take(k);
  }
  return found;
}
