import { wordIds, wordSet } from '../prose/vocabulary';
import { tellsOutcome } from '../storySections';
import { isAchieved } from './achieved';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import {
  BETWEEN_LEVEL,
  CHANGES,
  CONTRASTS,
  FORMER,
  HELD_AGAINST,
  HOLDS,
  IN_THE_END,
  MEASURES,
  OPINIONS,
  PERIODS,
  REACHES,
  SERVED,
  SERVES,
  SHARES_OF,
  STANDS,
  THAN_WHAT,
  TIMED,
} from './lexicon/levels';
import type { Sentence } from './sentences';

const [AT, OF, IN, WITH, TO, BY, FROM, HAD, BEEN, USED, WAS, WERE, FOR, ON, THAT, BEFORE, OFF, THAN, GET, EARLIER] =
  wordIds('at of in with to by from had been used was were for on that before off than get earlier');
const HAVE = wordSet('has have');
/** Kinds of figure that are a level: how many there were of something is not. */
const LEVELS: ReadonlySet<string> = new Set(['percent', 'points', 'duration']);
/** How many words before a figure its verb and what is measured may stand. */
const REACH = 7;

/**
 * The figure is stated as the level that something came to: "uptime reached 99.98%", "an F1 of 0.91", "churn is at
 * 1.9%". Whether the old level is said somewhere is for the rule to check.
 */
export function isLevelClaimed(story: StoryContext, figure: JudgedFigure, sentence: Sentence): boolean {
  if (!LEVELS.has(figure.quantity.kind) || !mayClaim(story, figure, sentence)) return false;
  return isLevel(story, figure, sentence) && isAchieved(story, figure);
}

function isLevel(story: StoryContext, figure: JudgedFigure, sentence: Sentence): boolean {
  const { first, last } = figure;
  if (figure.quantity.kind === 'duration') {
    const isTimed = TIMED.has(story.id(last)) || TIMED.has(story.id(last + 1));
    return isTimed || isReached(story, figure, sentence);
  }
  if (isOff(story, first) || isOpinion(story, figure, sentence)) return true;
  if (story.id(first - 1) === BY || story.is(last).comparative || isPartOfPeople(story, figure, sentence)) return false;
  return (
    isMeasured(story, figure, sentence) ||
    isReached(story, figure, sentence) ||
    isNamedAfter(story, figure, sentence) ||
    isOftenSo(story, figure, sentence) ||
    isServed(story, figure, sentence)
  );
}

/** "92% of them say they are happy", "88% of parents would recommend us": what people think is measured again. */
function isOpinion(story: StoryContext, { quantity, last }: JudgedFigure, { last: end }: Sentence): boolean {
  if (quantity.kind !== 'percent' || story.id(last) !== OF) return false;
  const opinion = story.find(last + 2, Math.min(end, last + REACH), (k) => OPINIONS.has(story.id(k)));
  return opinion >= 0 && !story.some(last + 1, opinion + 1, (k) => story.tokens.afterBreak(k));
}

/** "Off by only 3%": an error, by how much it missed. */
function isOff(story: StoryContext, first: number): boolean {
  const by = BETWEEN_LEVEL.has(story.id(first - 1)) ? first - 2 : first - 1;
  return story.id(by) === BY && story.id(by - 1) === OFF;
}

/** It stands where one says what came of it; in the past tense, a text without headings has to say so. */
function mayClaim(story: StoryContext, figure: JudgedFigure, { first, last, has }: Sentence): boolean {
  if (story.usesHeadings ? !tellsOutcome(story.sectionOf(figure.sentence)) : story.draft) return false;
  if (story.usesHeadings || has.now || story.hasWord(IN_THE_END, first, last)) return true;
  return !story.some(first, figure.first, (k) => isPast(story, k));
}

const isPast = (story: StoryContext, k: number): boolean => {
  const word = story.id(k);
  return word === WAS || word === WERE || word === HAD;
};

/** "70% of the users", "12% of the budget": so much of something, which is a level only of what is measured. */
function isPartOfPeople(story: StoryContext, { last }: JudgedFigure, { last: end }: Sentence): boolean {
  if (story.id(last) !== OF) return false;
  return story.some(
    last + 1,
    Math.min(end, last + 4),
    (k) => story.is(k).users || story.is(k).team || story.is(k).scope,
  );
}

/** "An error rate of 0.3%", "a Net Promoter Score of 62", "with an F1 of 0.91". */
function isMeasured(story: StoryContext, { first }: JudgedFigure, sentence: Sentence): boolean {
  let of = first - 1;
  while (of > sentence.first && of > first - 4 && story.id(of) !== OF && BETWEEN_LEVEL.has(story.id(of))) of -= 1;
  return story.id(of) === OF && isMeasure(story, of - 1) && !CHANGES.has(story.id(of - 1));
}

const isMeasure = (story: StoryContext, k: number): boolean => {
  const { metric, technical } = story.is(k);
  return MEASURES.has(story.id(k)) || metric || technical;
};

/** "Uptime reached 99.98%", "churn is at 1.9%", "the pass rate is 81%", "satisfaction stood at 4.6 out of 5". */
function isReached(story: StoryContext, { first, last }: JudgedFigure, sentence: Sentence): boolean {
  const from = Math.max(sentence.first, first - REACH);
  let verb = first - 1;
  // "4.5 of 5 points": what is before "of" is the figure, too.
  if (story.id(first - 1) === OF && story.tokens.isFigure(first - 2)) verb = first - 3;
  while (verb >= from && BETWEEN_LEVEL.has(story.id(verb))) verb -= 1;
  if (verb < from) return false;
  const stands = STANDS.has(story.id(verb)) || isHeldSince(story, verb);
  if (!stands && !REACHES.has(story.id(verb))) return false;
  const at = story.id(first - 1) === AT || story.id(verb + 1) === AT || story.id(verb + 1) === WITH;
  // "Partners are 70% of the traffic" says how the traffic is made up.
  if (stands && !at && story.id(last) === OF) return false;
  const subject = Math.max(sentence.first, verb - REACH);
  if (story.hasWord(CHANGES, subject, verb) || story.id(verb - 1) === TO) return false;
  if (at || story.some(subject, verb, (k) => isMeasure(story, k))) return true;
  return isHeldSince(story, verb) && story.some(subject, verb, (k) => story.is(k).businessTime);
}

/** "Has been 99.98% since April": a level that was held; "had been" is the old one. */
const isHeldSince = (story: StoryContext, verb: number): boolean =>
  story.id(verb) === BEEN && story.hasWord(HAVE, verb - 3, verb);

/** "A 93% pass rate", "99.9% uptime": what is measured follows; "a 40% error reduction" is a change. */
function isNamedAfter(
  story: StoryContext,
  { first, last }: JudgedFigure,
  { first: start, last: end }: Sentence,
): boolean {
  const measure = story.find(last, Math.min(end, last + 3), (k) => isMeasure(story, k));
  if (
    measure < 0 ||
    story.hasWord(CHANGES, measure, Math.min(end, measure + 2)) ||
    story.some(last, measure + 1, (k) => story.tokens.afterBreak(k))
  )
    return false;
  return story.some(Math.max(start, first - 4), first, (k) => HOLDS.has(story.id(k)) || REACHES.has(story.id(k)));
}

/** "94% of patients are seen within an hour", "we answer 96% of the calls": how much of what has to be done is done. */
function isServed(story: StoryContext, { first, last }: JudgedFigure, { first: start, last: end }: Sentence): boolean {
  if (story.id(last) !== OF) return false;
  if (story.some(Math.max(start, first - 3), first, (k) => SERVES.has(story.id(k)))) return true;
  const be = story.find(last + 2, Math.min(end, last + 6), (k) => story.is(k).be || story.id(k) === GET);
  return be >= 0 && story.some(be + 1, Math.min(end, be + 3), (k) => SERVED.has(story.id(k)));
}

/** "Arrive on time in 98% of cases": how often it is so. */
function isOftenSo(story: StoryContext, { first, last }: JudgedFigure, { last: end }: Sentence): boolean {
  const before = story.id(first - 1);
  if ((before !== IN && before !== FOR && before !== ON) || story.id(last) !== OF) return false;
  return story.some(last + 1, Math.min(end, last + 4), (k) => SHARES_OF.has(story.id(k)));
}

/**
 * What it was before is said in words, in the figure's sentence or one beside it: "used to take days", "it had been
 * half an hour", "from days to 20 minutes", "against nearly none".
 */
export function tellsOfBefore(story: StoryContext, figure: JudgedFigure): boolean {
  const sentence = story.sentences[figure.sentence] as Sentence;
  const { first, last } = sentence;
  if (story.some(first, last, (k) => isOldInWords(story, k) || isWasFigure(story, k, figure))) return true;
  if (story.hasWord(HELD_AGAINST, figure.last, last)) return true;
  if (story.figuresIn(figure.sentence).length > 1 && story.hasWord(CONTRASTS, first, last)) return true;
  return isToldBeside(story, figure.sentence - 1, sentence) || isToldBeside(story, figure.sentence + 1, sentence);
}

/** "9 minutes now, it was 34 until the summer", "88%, where it was 61%". */
const isWasFigure = (story: StoryContext, k: number, figure: JudgedFigure): boolean =>
  k > figure.last && story.id(k) === WAS && story.tokens.isFigure(k + 1);

/** "Used to take days", "had been", "from days", "previously". */
export function isOldInWords(story: StoryContext, k: number): boolean {
  const [word, next] = [story.id(k), story.id(k + 1)];
  if (word === USED) return next === TO;
  if (word === HAD) return next === BEEN;
  if (word === FROM) return PERIODS.has(next) || PERIODS.has(story.id(k + 2));
  if (word === THAN) return THAN_WHAT.has(next);
  // "The year before" compares it with something; "before the year's end" does not.
  if (word === BEFORE || word === EARLIER) return PERIODS.has(story.id(k - 1));
  return FORMER.has(word);
}

/** The sentence beside it tells what was: "It had been half an hour.", "Before that, a third had failed." */
function isToldBeside(story: StoryContext, index: number, { block }: Sentence): boolean {
  const beside = story.sentences[index];
  if (!beside || beside.block !== block) return false;
  const { first, last } = beside;
  return (
    (story.id(first) === BEFORE && (story.id(first + 1) === THAT || !story.is(first + 1).first)) ||
    story.some(first, last, (k) => story.id(k) !== FROM && isOldInWords(story, k))
  );
}
