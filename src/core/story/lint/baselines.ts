import { wordIds, wordSet } from '../prose/vocabulary';
import { isShareOfChange } from './changeInFigures';
import { contrastsWithBefore } from './beforeContrast';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { movesIn, numbersIn } from './numbersOf';
import { tellsOfBefore } from './levelClaim';
import type { Sentence } from './sentences';
import { sharesStem } from './stems';
import { goalsOfTask } from './taskGoals';
import { taskPart } from './taskParts';

/** Whether a figure of the story is what another one was before, or says by how much it changed. */

const [TO, OF, WHAT, NOW, AND] = wordIds('to of what now and');
const RELATIVE: ReadonlySet<string> = new Set(['percent', 'multiplier', 'ratio']);
const OVER_TIME = wordSet('within in over after during');
const LIMITS = wordSet('slo slos sla slas target budget goal limit deadline objective threshold ceiling');
/** Before a figure, these say what others demand of everybody, or have themselves. */
const SETS_LIMITS = wordSet(`
  allow allows allowed tolerate tolerates tolerated permit permits permitted require requires required demand demands
  demanded fine fines fined contract guideline guidelines law regulation regulations regulator standard standards sector
  industry national benchmark competitors other others
`);
const REACH_OF_LIMIT = 8;
/** "Down 40%", "by 40%". */
const WAYS = wordSet('by down up');
/** Two figures of one kind that are further apart than this measure different things: a latency and a quarter. */
const FARTHEST = 1000;

const COMPARED = wordSet('instead rather against versus vs where down up from compared');
/** Within how many characters after a figure the blank for its old value may begin. */
const BLANK_REACH = 16;
/** What stands between a figure and the blank for its old value. */
const BLANK_BASELINE = /^,? \(?(?:(?:up |down )?from |was )$/u;

/** The other figure is the claim's old value, or says how much it changed. */
export function isBaseline(
  story: StoryContext,
  claim: JudgedFigure,
  other: JudgedFigure,
  claims: readonly JudgedFigure[],
): boolean {
  if (other === claim) return false;
  if (other.quantity.kind === claim.quantity.kind)
    return !claims.includes(other) && !isApart(story, claim, other) && isOldValue(story, claim, other);
  if (!saysChange(story, other)) return false;
  return other.sentence === claim.sentence || (!claims.includes(other) && isChangeOf(story, claim, other));
}

/** "Waste is down by 22 %, and the accuracy stands at 91 %": each has a clause of its own. */
function isApart(story: StoryContext, claim: JudgedFigure, other: JudgedFigure): boolean {
  if (other.sentence !== claim.sentence || !saysChange(story, other)) return false;
  const [from, to] = other.first < claim.first ? [other.last, claim.first] : [claim.last, other.first];
  return story.some(from, to, (k) => story.id(k) === AND && story.tokens.afterBreak(k));
}

/** "By 40%", "40% faster", "a 40% cut", "three times", "a third of what it was": how much something changed. */
function saysChange(story: StoryContext, figure: JudgedFigure): boolean {
  const { quantity, first, last } = figure;
  // "From 9 in a hundred to 5" says it of something else.
  if (!RELATIVE.has(quantity.kind) || quantity.from !== undefined) return false;
  if (quantity.kind === 'multiplier' || WAYS.has(story.id(first - 1))) return true;
  if (quantity.kind === 'percent')
    return quantity.value < 0 || story.is(first - 1).change || isShareOfChange(story, figure);
  const isOfWhatItWas = story.id(last) === OF && story.id(last + 1) === WHAT;
  return story.id(first - 1) === TO || isOfWhatItWas || story.is(last).comparative;
}

/** "p99 was 120 ms" for "p99 is now 35 ms": the same metric, and not a limit that it is held to. */
function isOldValue(story: StoryContext, claim: JudgedFigure, other: JudgedFigure): boolean {
  const metric = sameMetric(story, claim, other);
  const { kind, value } = claim.quantity;
  const old = other.quantity;
  if (old.from !== undefined)
    return old.value === value || metric === 'yes' || (metric === 'maybe' && distance(claim, other) <= 1);
  if (old.value === value || isLimit(story, other) || isGoal(story, other)) return false;
  if (kind === 'duration' && (isFarFrom(old.value, value) || isTimeOfChange(story, other))) return false;
  if (kind === 'count' && metric === 'no') return false;
  if (isOfBefore(story, other)) return true;
  // What was done is told in figures of its own.
  if (taskPart(story, other.sentence) === 'deeds') return metric === 'yes';
  if (metric === 'yes' || isOfOneThing(story, claim, other)) return true;
  return metric === 'maybe' && (story.sentences[other.sentence] as Sentence).has.before;
}

/** It was told before anything was done. */
const isOfBefore = (story: StoryContext, { sentence }: JudgedFigure): boolean =>
  story.isSetting(sentence) || taskPart(story, sentence) === 'before';

/** Their sentences name something in words of one family. */
const isOfOneThing = (story: StoryContext, a: JudgedFigure, b: JudgedFigure): boolean =>
  sharesStem(story, story.sentences[a.sentence] as Sentence, story.sentences[b.sentence] as Sentence);

/**
 * Another figure of its kind is told beside it, or of what was before, or of the same thing, be it a claim itself: the
 * two are compared.
 */
export const isComparedWithAnother = (story: StoryContext, figure: JudgedFigure): boolean =>
  isMoved(story, figure) ||
  story.figures.some((other) => {
    const { kind, value, from } = other.quantity;
    if (other === figure || kind !== figure.quantity.kind || isFarFrom(value, figure.quantity.value)) return false;
    if (isLimit(story, other) || isGoal(story, other)) return false;
    if (from !== undefined) return value === figure.quantity.value || distance(figure, other) <= 1;
    if (value === figure.quantity.value)
      return isMoved(story, other) || saysWhatItWas(story, other) || tellsOfBefore(story, other);
    if (other.sentence === figure.sentence || isOfBefore(story, other)) return true;
    return taskPart(story, other.sentence) !== 'deeds' && isOfOneThing(story, figure, other);
  });

/** "Fell from 8% to 5% within two quarters": over what time something else changed. */
const isTimeOfChange = (story: StoryContext, { sentence, first, role }: JudgedFigure): boolean =>
  role === 'none' &&
  OVER_TIME.has(story.id(first - 1)) &&
  story.figuresIn(sentence).some(({ quantity: { from, kind } }) => from !== undefined && kind !== 'duration');

const isFarFrom = (old: number, value: number): boolean => old > value * FARTHEST || old < value / FARTHEST;

/**
 * "That is 40% faster", of the same metric: a figure that names no metric of its own is about the sentence beside it.
 */
function isChangeOf(story: StoryContext, claim: JudgedFigure, other: JudgedFigure): boolean {
  const { change, changeNoun, comparative } = (story.sentences[other.sentence] as Sentence).has;
  if (!change && !changeNoun && !comparative) return false;
  const metric = sameMetric(story, claim, other);
  return metric === 'yes' || (metric === 'maybe' && distance(claim, other) === 1);
}

/** How many sentences lie between two figures. */
const distance = (a: JudgedFigure, b: JudgedFigure): number => Math.abs(a.sentence - b.sentence);

/** Whether the sentences of two figures speak of the same metric; 'maybe' where one of them names none. */
function sameMetric({ sentences }: StoryContext, a: JudgedFigure, b: JudgedFigure): 'yes' | 'no' | 'maybe' {
  const own = (sentences[a.sentence] as Sentence).groups;
  const others = (sentences[b.sentence] as Sentence).groups;
  if (own.isEmpty || others.isEmpty) return 'maybe';
  return own.meets(others) ? 'yes' : 'no';
}

/** "Inside the 40 ms SLO", "the guideline allows 36 hours": a limit is not an old value. */
export function isLimit(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const { first: start } = story.sentences[sentence] as Sentence;
  return (
    story.hasWord(LIMITS, first - 4, last + 3) ||
    story.hasWord(SETS_LIMITS, Math.max(start, first - REACH_OF_LIMIT), first)
  );
}

/** What was asked for is not what was. */
const isGoal = (story: StoryContext, other: JudgedFigure): boolean =>
  goalsOfTask(story).some(({ figure }) => figure === other);

/** "19 days; in 2022 they waited 33": its sentence tells what it was, in a number without a unit. */
const isMoved = (story: StoryContext, figure: JudgedFigure): boolean =>
  contrastsWithBefore(story, figure.sentence) || isNewOfMove(story, figure);

/** Its sentence tells from which value it came to this one. */
export const isNewOfMove = (story: StoryContext, { sentence, quantity }: JudgedFigure): boolean =>
  movesIn(story, numbersIn(story, sentence)).some(({ value }) => value === quantity.value);

/** "3 days instead of 21", "1.8 s now, down from six", or a blank where the old value goes. */
export function saysWhatItWas(story: StoryContext, { quantity, last }: JudgedFigure): boolean {
  if (COMPARED.has(story.id(story.id(last) === NOW ? last + 1 : last))) return true;
  const blank = story.blankAfter(quantity.end);
  return (
    blank !== undefined &&
    blank.start <= quantity.end + BLANK_REACH &&
    BLANK_BASELINE.test(story.text.slice(quantity.end, blank.start))
  );
}
