/**
 * Whether a figure of a story is the user's own result on what a requirement measures. In doubt it is not: a proof that
 * falls apart when an interviewer asks about it is worse than none.
 */
import type { FitRequirement } from '../playbook/schema';
import { isArrival } from '../story/lint/achieved';
import type { StoryContext } from '../story/lint/context';
import { isOldInWords } from '../story/lint/levelClaim';
import { NOT_SERVED } from '../story/lint/rules/targetMissed';
import { sameUnit } from '../story/lint/sameUnit';
import type { Sentence } from '../story/lint/sentences';
import { wordIds } from '../story/prose/vocabulary';
import { readFieldFigure } from '../story/quantities';
import {
  ANY_TEAM,
  BEFORE_VERB,
  CAPACITY_VERBS,
  CLIENTS,
  CHANGED_AFTER,
  CHANGED_BY,
  CHOICES,
  DECIDED,
  DENIALS,
  DIFFERENCES,
  ENDED,
  ENDS,
  EXPERIENCES,
  HEARSAY,
  LESS_THAN,
  LONG_AGO,
  LOSSES,
  MORE_THAN,
  NOT_A_WAIT,
  NOT_REACHED,
  OTHER_KINDS,
  OTHERS,
  OWNERS,
  PORTIONS,
  REACHED_AFTER_ALL,
  RUNS,
  STEPS,
  TEAMS,
  TESTS,
  TRIAL_KINDS,
  TRIALS,
  TURNS,
} from './fitWords';
import { lastWord, ofBefore, partOf, type PlacedFigure } from './partOfWhole';
import { phrasesOf, placesOf, type Phrases } from './phrases';

const [
  TO,
  HAVE,
  HAS,
  HAD,
  MANAGER,
  THAT,
  AS,
  THAN,
  BEFORE,
  UNTIL,
  THE,
  OF,
  WHICH,
  SHORT,
  JUST,
  WAS,
  WERE,
  GOING,
  INSTEAD,
  RATHER,
  OUT,
  EVERY,
  OVER,
  AND,
  WHAT,
  HOW,
  WHETHER,
  AGAINST,
] = wordIds(
  'to have has had manager that as than before until the of which short just was were going instead rather out every over and what how whether against',
);
/** What was heard or told follows: “I read that …”, “I told them what … costs”. */
const CLAUSES: ReadonlySet<number> = new Set([THAT, WHAT, HOW, WHETHER]);
const MINUTE = 60_000;
const MONTH = 30 * 24 * 60 * MINUTE;
/** How many words before or after a figure say what it is. */
const NEAR = 4;
/** No sentence that anybody says has more words before or after a figure: those beyond say nothing about it. */
const REACH = 60;
/** A figure further from the bound than this is of another kind of thing, and does not come near it. */
const FARTHEST = 20;

/** What is measured, made ready for looking. */
export interface Yardstick {
  readonly measure: NonNullable<FitRequirement['measure']>;
  /** Normalised like a quantity's value. */
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly words: Phrases | undefined;
}

interface OwnFigure {
  readonly figure: PlacedFigure;
  readonly meets: boolean;
}

/** Undefined where the requirement measures nothing. */
export function yardstickOf({ measure, atLeast, atMost }: FitRequirement): Yardstick | undefined {
  if (!measure || (atLeast === undefined && atMost === undefined)) return undefined;
  return {
    measure,
    atLeast: normalised(measure, atLeast),
    atMost: normalised(measure, atMost),
    words: phrasesOf(measure.words ?? []),
  };
}

/** “3 years” in milliseconds, “2 GB” in bytes; any other figure as it is. */
function normalised({ kind, unit }: Yardstick['measure'], value: number | undefined): number | undefined {
  if (value === undefined || unit === undefined || (kind !== 'duration' && kind !== 'size')) return value;
  return readFieldFigure(`${value} ${unit}`, kind)?.value ?? value;
}

/** The user's own figures for what is measured, in the order of the text: those that meet the bound, and those near. */
export function ownFigures(story: StoryContext, yardstick: Yardstick): OwnFigure[] {
  return story.figures.flatMap((measured, index): OwnFigure[] => {
    if (!isOfMeasure(story, measured, yardstick)) return [];
    const figure = (yardstick.atLeast !== undefined && partOf(story, measured, index, yardstick.measure)) || measured;
    const meets = meetsBound(story, figure, yardstick);
    return (meets || isNear(figure, yardstick)) && isOwn(story, figure, yardstick) ? [{ figure, meets }] : [];
  });
}

function isOfMeasure(story: StoryContext, figure: PlacedFigure, yardstick: Yardstick): boolean {
  const { quantity } = figure;
  const { measure, words } = yardstick;
  if (quantity.kind !== measure.kind) return false;
  const isNormalised = measure.kind === 'duration' || measure.kind === 'size' || measure.kind === 'percent';
  if (!isNormalised && measure.unit !== undefined && !sameUnit(lastWord(quantity.unit), measure.unit)) return false;
  if (measure.kind === 'percent' && quantity.unit === 'pp') return false;
  if (words === undefined) return true;
  const { first, last } = around(story, figure);
  return placesOf(words, story.text, story.tokens.start(first), story.tokens.end(last - 1), 1).length > 0;
}

function meetsBound(story: StoryContext, { quantity, first }: PlacedFigure, { atLeast, atMost }: Yardstick): boolean {
  const { value, high = value } = quantity;
  const link = story.id(first - 1);
  const before = link === THAN || link === OF ? story.id(first - 2) : link;
  if (atLeast !== undefined && (value < atLeast || (value === atLeast && LESS_THAN.has(before)))) return false;
  return atMost === undefined || high < atMost || (high === atMost && !MORE_THAN.has(before));
}

/** The same thing, on a smaller scale; a change counts if it was one towards the bound. */
function isNear({ quantity: { value, from } }: PlacedFigure, { atLeast, atMost }: Yardstick): boolean {
  if (atLeast !== undefined) return value >= atLeast / FARTHEST && (from === undefined || value > from);
  return atMost !== undefined && value <= atMost * FARTHEST && (from === undefined || value < from);
}

/** The words of a figure's sentence that may say something about it. */
interface Around extends Pick<Sentence, 'first' | 'last' | 'has'> {
  /** The sentence's first word. */
  readonly opening: number;
}

function around(story: StoryContext, figure: PlacedFigure): Around {
  const { first, last, has } = story.sentences[figure.sentence] as Sentence;
  return {
    opening: first,
    first: Math.max(first, figure.first - REACH),
    last: Math.min(last, figure.last + REACH),
    has,
  };
}

function isOwn(story: StoryContext, figure: PlacedFigure, yardstick: Yardstick): boolean {
  const sentence = around(story, figure);
  if (story.tokens.quoted(figure.first)) return false;
  const { kind, value } = figure.quantity;
  // How many years somebody has done something is said of the person, wherever it stands.
  const isExperience = kind === 'duration' && value >= MONTH && yardstick.atLeast !== undefined;
  if (isExperience ? !isSaidOfMe(story, figure, sentence) : story.isSetting(figure.sentence)) return false;
  return (
    isReached(story, figure, sentence) &&
    !isDenied(story, sentence.first, figure.first) &&
    !isOld(story, figure, sentence) &&
    !isTrial(story, sentence) &&
    !isOfOthers(story, figure, sentence) &&
    !isWhole(story, figure, sentence) &&
    !isEnded(story, figure, sentence) &&
    !isDifference(story, figure, yardstick) &&
    !isLost(story, figure, yardstick) &&
    !isOfAnotherTime(story, figure, sentence)
  );
}

/** “My six years as”, “I have led … for six years”; not “I signed a contract for six years”. */
function isSaidOfMe(story: StoryContext, { first }: PlacedFigure, sentence: Around): boolean {
  if (story.some(Math.max(sentence.first, first - 2), first, (k) => story.is(k).mine)) return true;
  return story.some(sentence.first, sentence.last, (k) => {
    if (!story.is(k).first) return false;
    const verb = story.find(k + 1, Math.min(sentence.last, k + NEAR), (at) => !BEFORE_VERB.has(story.id(at)));
    return EXPERIENCES.has(story.id(verb));
  });
}

/** No goal, limit or possibility stands before the figure in its clause, or right after it. */
function isReached(story: StoryContext, { first, last }: PlacedFigure, sentence: Around): boolean {
  for (let k = first - 1; k >= sentence.first && !story.tokens.isFigure(k); k -= 1) {
    if (REACHED_AFTER_ALL.has(story.id(k))) break;
    if (isGoal(story, k) || isCapacity(story, k, sentence)) return false;
    if (story.tokens.afterBreak(k)) break;
  }
  if (isListedAsGoal(story, first, sentence)) return false;
  for (let k = last; k < Math.min(sentence.last, last + 2) && !story.tokens.afterBreak(k); k += 1)
    if (NOT_REACHED.has(story.id(k))) return false;
  return true;
}

/** “The target is”, “has to answer within”, “fell short of”. */
function isGoal(story: StoryContext, k: number): boolean {
  if (NOT_REACHED.has(story.id(k)) || isObliged(story, k)) return true;
  return story.id(k) === SHORT && story.id(k + 1) === OF && story.id(k - 1) !== JUST;
}

/** “Built to handle”, with what was built between. */
function isCapacity(story: StoryContext, k: number, { first }: Around): boolean {
  if (story.id(k) !== TO || !CAPACITY_VERBS.has(story.id(k + 1))) return false;
  for (let at = k - 1; at >= Math.max(first, k - 2 * NEAR); at -= 1) {
    if (story.is(at).build) return true;
    if (story.tokens.afterBreak(at)) return false;
  }
  return false;
}

/** “Budget: 15 ms for features, 20 ms for the model”: what stands before a colon goes for all that follows. */
function isListedAsGoal(story: StoryContext, figure: number, { first }: Around): boolean {
  let at = figure;
  while (at > first && !isAfterColon(story, at)) at -= 1;
  for (let k = at - 1; k >= Math.max(first, at - 2 * NEAR) && !story.tokens.isFigure(k); k -= 1) {
    if (REACHED_AFTER_ALL.has(story.id(k))) return false;
    if (isGoal(story, k)) return true;
  }
  return false;
}

const isAfterColon = (story: StoryContext, k: number): boolean =>
  story.tokens.afterBreak(k) && story.text.slice(story.tokens.end(k - 1), story.tokens.start(k)).includes(':');

/** “Has to answer within”, “is going to answer within”. */
function isObliged(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  return (word === HAVE || word === HAS || word === HAD || word === GOING) && story.id(k + 1) === TO;
}

/** “Never reached”, “without sales”: a denial goes on to a “but”. */
export function isDenied(story: StoryContext, from: number, to: number): boolean {
  for (let k = to - 1; k >= Math.max(from, to - REACH); k -= 1) {
    const word = story.id(k);
    // “Instead of”, “rather than”: what follows was not done.
    if ((word === INSTEAD && story.id(k + 1) === OF) || (word === RATHER && story.id(k + 1) === THAN)) return true;
    if (word === AGAINST && DECIDED.has(story.id(k - 1))) return true;
    if (word === OVER && story.hasWord(CHOICES, Math.max(from, k - 2 * NEAR), k)) return true;
    if (TURNS.has(word) && !story.is(k - 1).not) return false;
    if (DENIALS.has(story.id(k)) || story.is(k).not) return true;
  }
  return false;
}

function isOld(story: StoryContext, { first, last, quantity }: PlacedFigure, sentence: Around): boolean {
  if (quantity.from !== undefined) return false;
  const opening = story.id(sentence.opening);
  if ((opening === BEFORE || opening === UNTIL) && !sentence.has.first) return true;
  if (story.some(sentence.first, sentence.last, (k) => isArrival(story, k))) return true;
  if (story.some(Math.max(sentence.first, first - 2 * NEAR), first, (k) => isOldInWords(story, k))) return true;
  return story.hasWord(LONG_AGO, last, Math.min(sentence.last, last + NEAR));
}

function isTrial(story: StoryContext, { first, last }: Around): boolean {
  return story.some(first, last, (k) => {
    const word = story.id(k);
    return TRIALS.has(word) || (TESTS.has(word) && TRIAL_KINDS.has(story.id(k - 1)));
  });
}

/** “Another team scores”, “the vendor claims”, “I read that they score”: unless the user acts on it. */
function isOfOthers(story: StoryContext, { first }: PlacedFigure, sentence: Around): boolean {
  const heard = story.find(sentence.first, first, (k) => HEARSAY.has(story.id(k)));
  if (heard >= 0 && story.some(heard + 1, first, (k) => CLAUSES.has(story.id(k)))) return true;
  if (story.some(sentence.first, first, (k) => isNamedTeam(story, k, sentence.first, first))) return true;
  const other = story.find(sentence.first, first, (k) => isOther(story, k));
  return other >= 0 && !story.some(sentence.first, first, (k) => story.is(k).first);
}

function isOther(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (OTHERS.has(word)) return true;
  if (CLIENTS.has(word) && RUNS.has(story.id(k + 1))) return true;
  if (word === MANAGER) return story.is(k - 1).mine || story.is(k - 1).we;
  return OTHER_KINDS.has(word) && (OWNERS.has(story.id(k + 1)) || OWNERS.has(story.id(k + 2)));
}

/** “The ads team’s model”: a team that has a name, in a sentence that says nothing of the user before it. */
function isNamedTeam(story: StoryContext, k: number, first: number, figure: number): boolean {
  if (!TEAMS.has(story.id(k)) || story.id(k - 1) === THE || ANY_TEAM.has(story.id(k - 1))) return false;
  if (!story.some(Math.max(first, k - NEAR), k - 1, (at) => story.id(at) === THE)) return false;
  return !story.some(first, figure, (at) => story.is(at).first || story.is(at).mine || story.is(at).we);
}

/** “We switched the model at 1.2M events a second off again”. */
function isEnded(story: StoryContext, { first, last }: PlacedFigure, sentence: Around): boolean {
  for (let k = first - 1; k >= sentence.first && !story.tokens.afterBreak(k + 1) && story.id(k) !== AND; k -= 1)
    if (ENDS.has(story.id(k)))
      return ENDED.has(story.id(k + 1)) || story.hasWord(ENDED, last, Math.min(sentence.last, last + 2 * NEAR));
  return false;
}

/** “Of 2M events a second, ours scores 600,000”, “600,000 of the 2M”: the whole, of which the user has a part. */
function isWhole(story: StoryContext, { first, last, quantity }: PlacedFigure, sentence: Around): boolean {
  const of = ofBefore(story, first, sentence.first);
  if (of === undefined) return false;
  const isOpening = of === sentence.opening || story.id(of - 1) === OUT || story.tokens.afterBreak(of);
  if (!isOpening) return story.tokens.isFigure(of - 1) || PORTIONS.has(story.id(of - 1));
  return story.figures.some(
    (other) =>
      other.quantity.kind === quantity.kind &&
      other.first !== first &&
      other.quantity.value < quantity.value &&
      other.first >= sentence.first &&
      other.last <= sentence.last &&
      (other.last <= of || other.first >= last),
  );
}

/** “Dropped 2M events a second”, “2M events a second were lost”. A bound from above may be set on what is lost. */
function isLost(story: StoryContext, { first, last }: PlacedFigure, { atLeast }: Yardstick): boolean {
  if (atLeast === undefined) return false;
  if (story.hasWord(LOSSES, first - 2, first) && story.id(first - 1) !== TO) return true;
  return (story.id(last) === WAS || story.id(last) === WERE) && LOSSES.has(story.id(last + 1));
}

/** “Cut by 30 ms” says how much less it is, not how much. A bound from below may be set on a difference. */
function isDifference(story: StoryContext, { first, last, quantity }: PlacedFigure, { atMost }: Yardstick): boolean {
  const isLevel = quantity.kind === 'duration' || quantity.kind === 'percent' || quantity.kind === 'points';
  if (atMost === undefined || !isLevel) return false;
  let before = first - 1;
  while (before > 0 && (story.id(before) === AS || LESS_THAN.has(story.id(before)) || MORE_THAN.has(story.id(before))))
    before -= 1;
  const isPart = story.id(before) === WHICH && story.id(before - 1) === OF;
  const isChange = story.id(before) === OF && story.is(before - 1).changeNoun;
  return (
    isPart ||
    isChange ||
    DIFFERENCES.has(story.id(before)) ||
    (quantity.from === undefined && CHANGED_BY.has(story.id(before))) ||
    CHANGED_AFTER.has(story.id(last)) ||
    story.is(first - 1).comparative ||
    story.is(last).comparative
  );
}

/** A clock's skew, a timeout or a build takes a time, too; one in the figure's own clause is what it is of. */
function isOfAnotherTime(story: StoryContext, { first, last, quantity }: PlacedFigure, sentence: Around): boolean {
  if (quantity.kind !== 'duration' || quantity.value >= MINUTE) return false;
  // “Every 20 ms”: how often, not how long.
  if (story.id(first - 1) === EVERY) return true;
  const isOther = (k: number): boolean =>
    NOT_A_WAIT.has(story.id(k)) || NOT_SERVED.has(story.id(k)) || STEPS.has(story.id(k));
  for (let k = first - 1; k >= sentence.first; k -= 1) {
    if (isOther(k)) return true;
    if (story.tokens.afterBreak(k) || TURNS.has(story.id(k))) break;
  }
  for (let k = last; k < Math.min(sentence.last, last + NEAR) && !story.tokens.afterBreak(k); k += 1)
    if (isOther(k)) return true;
  return false;
}
