import { idOf, wordIds, wordSet } from '../prose/vocabulary';
import { tellsOutcome } from '../storySections';
import { isShareOfChange } from './changeInFigures';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { opensSentence } from './headline';
import type { Sentence } from './sentences';
import { isAfterwards } from './taskParts';

const [BY, OF, TO] = wordIds('by of to');
/** How many words before or after a figure its verb may stand. */
const NEAR = 8;
/** A time further from the end of its sentence says when or how long something was done. */
const NEAR_END = 6;
const KINDS: ReadonlySet<string> = new Set(['percent', 'points', 'duration']);

/** What is told in these tenses is no level that holds. */
const PAST_OR_FUTURE = wordSet(`
  was were had did went came became fell rose grew dropped cut took made got gave said told thought felt saw left kept
  will shall would could might should may must can
`);
const ENDS_IN_ED = /[a-z]{2}ed$/u;
/** Before a participle: "is paid", "get answered". */
const BE = wordSet('is are be been being get gets');
/** Verbs of what people do again and again, in the plural. */
const DO = wordSet(`
  say come go get make give take need find see tell buy pay feel think know stay leave keep run start finish arrive open
  read pass answer return recommend rate have do close deliver ship hold wait last load respond reply serve board handle
  reach
`);
const ENDS_IN_S = /[a-z]{3}[^su'’]s$/u;
/** With "to" behind them: "it has to stay at 99.9%". */
const DEMANDS = wordSet('has have needs need is are');

/** Before a time: how long something takes. */
const TAKES = wordSet('is are in within takes take under at lasts last needs need about around only just below');
/** After a share, of which was said before what it is. */
const AFTER_SHARE = wordSet('in at on since this now for after and over with by across among today per as from');
/** "Come through the shop", "come as files": how something is made up. */
const MADE_UP = wordSet('from through via as');
/** What a share of people do with what is new, or no longer need: there was nothing before. */
const OF_SOMETHING_NEW = wordSet('use uses using adopted signed joined opened without');

/**
 * The figure is a level in the present tense, where one says what came of it, whatever the verb: "we answer within two
 * hours", "only 2% of the parcels come back". Under Impact and Result a share may open its sentence in any tense: "86 %
 * of the class passed".
 */
export function isPresentLevel(story: StoryContext, figure: JudgedFigure, sentence: Sentence): boolean {
  const { quantity, first } = figure;
  if (!KINDS.has(quantity.kind) || !tellsWhatCame(story, figure.sentence)) return false;
  if (story.id(first - 1) === BY || isShareOfChange(story, figure) || isDemanded(story, sentence)) return false;
  if (quantity.kind === 'duration')
    return !isPastOrFuture(story, sentence) && !isOfLoad(story, figure) && isTaken(story, figure, sentence);
  if (quantity.kind === 'percent' && !isShareOfAll(story, figure, sentence)) return false;
  if (story.hasWord(OF_SOMETHING_NEW, figure.last, Math.min(sentence.last, figure.last + NEAR))) return false;
  if (quantity.kind === 'percent' && story.usesHeadings && opensWithShare(story, figure)) return true;
  return !isPastOrFuture(story, sentence) && story.some(sentence.first, sentence.last, (k) => isPresentVerb(story, k));
}

const tellsWhatCame = (story: StoryContext, index: number): boolean =>
  story.usesHeadings ? tellsOutcome(story.sectionOf(index)) : !story.draft && isAfterwards(story, index);

const isDemanded = (story: StoryContext, { first, last }: Sentence): boolean =>
  story.some(first + 1, last, (k) => story.id(k) === TO && DEMANDS.has(story.id(k - 1)));

const isPastOrFuture = (story: StoryContext, { first, last }: Sentence): boolean =>
  story.some(first, last, (k) => {
    if (PAST_OR_FUTURE.has(story.id(k)) || story.is(k).deed) return true;
    return ENDS_IN_ED.test(story.tokens.word(k)) && !BE.has(story.id(k - 1)) && !BE.has(story.id(k - 2));
  });

/** Also a noun in the plural: in a sentence without a word of the past that does no harm. */
const isPresentVerb = (story: StoryContext, k: number): boolean =>
  story.is(k).be || story.is(k).now || DO.has(story.id(k)) || ENDS_IN_S.test(story.tokens.word(k));

/** "Handles 40,000 tickets a day at under 80 ms each": how it runs, and not what came of it. */
const isOfLoad = (story: StoryContext, figure: JudgedFigure): boolean =>
  story
    .figuresIn(figure.sentence)
    .some(
      ({ last, quantity: { kind } }) =>
        last <= figure.first &&
        (kind === 'rate' || kind === 'count') &&
        !story.some(last, figure.first, (k) => story.tokens.afterBreak(k)),
    );

const clauseEnd = (story: StoryContext, from: number, last: number): number => {
  const end = story.find(from, last, (k) => story.tokens.afterBreak(k));
  return end < 0 ? last : end;
};

/** "Takes six days", "is paid in six days"; not "in the first six weeks", "five falls in three months". */
function isTaken(story: StoryContext, { first, last }: JudgedFigure, { first: start, last: end }: Sentence): boolean {
  if (!TAKES.has(story.id(first - 1)) || story.id(last) === OF || last < clauseEnd(story, last, end) - NEAR_END)
    return false;
  return story.some(Math.max(start, first - NEAR), first, (k) => {
    if (story.is(k).be || DO.has(story.id(k))) return true;
    const word = story.tokens.word(k);
    return word === 'has' || (word.endsWith('s') && [1, 2].some((ending) => DO.has(idOf(word.slice(0, -ending)))));
  });
}

/** "40 % part-time" and "70 % of the traffic come from partners" say how something is made up. */
function isShareOfAll(story: StoryContext, { first, last }: JudgedFigure, { last: end }: Sentence): boolean {
  if (last >= end || story.tokens.afterBreak(last)) return true;
  if (story.id(last) !== OF) return AFTER_SHARE.has(story.id(last));
  return !story.is(first - 1).be && !story.hasWord(MADE_UP, last + 1, Math.min(end, last + NEAR));
}

const opensWithShare = (story: StoryContext, figure: JudgedFigure): boolean =>
  story.id(figure.last) === OF && opensSentence(story, figure);
