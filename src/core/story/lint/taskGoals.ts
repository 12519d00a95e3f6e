import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import {
  ADMITS,
  AT_LEAST,
  AT_MOST,
  BRINGS,
  IS_TO,
  LARGER,
  LOWERS,
  NOT_REACHED_NOW,
  PRONOUNS,
  RAISES,
  SMALLER,
} from './lexicon/tasks';
import { ASSETS, BURDENS } from './lexicon/setting';
import type { Sentence } from './sentences';
import { sharesStem } from './stems';
import { taskSentences, tellsOutcomeAt } from './taskParts';

const [TO, BY, THAN, NO, NOT, AT, MOST, LEAST, OR, A, AN, THE, DOWN, UP, OF, AS, GET] = wordIds(
  'to by than no not at most least or a an the down up of as get',
);

/** A figure that the task sets: the result is to be at least that much, or at most. */
export interface TaskGoal {
  readonly figure: JudgedFigure;
  readonly direction: 'at-least' | 'at-most';
  /** "By 20%": the figure is how much it is to change. */
  readonly isChange: boolean;
}

/**
 * Each goal is compared with all figures: a text with more sentences or figures is not a task, and linting stays
 * linear.
 */
export const MOST_SENTENCES = 20;
const MOST_FIGURES = 10;
const WAS = wordSet('was were stood');
/** How many words before a figure its bound may stand. */
const NEAR = 4;
/** How many words before a figure of the result may say that it is an old one. */
const NEAR_OLD = 5;
/** Two durations, sums or counts further apart than this measure different things. */
const FARTHEST = 20;
const DAY = 86_400_000;

/** "2 % of jobs, tops", "3 days max". */
const TOPS = wordSet('tops max maximum');
/** Several rules ask for the same goals. */
const known = new WeakMap<StoryContext, readonly TaskGoal[]>();

/** The figures that the task sets, in order. */
export function goalsOfTask(story: StoryContext): readonly TaskGoal[] {
  const goals = known.get(story) ?? findGoals(story);
  known.set(story, goals);
  return goals;
}

function findGoals(story: StoryContext): TaskGoal[] {
  const goals: TaskGoal[] = [];
  for (const figure of figuresOfTask(story)) {
    const sentence = story.sentences[figure.sentence] as Sentence;
    if (figure.quantity.from !== undefined || !isToBeReached(story, figure, sentence)) continue;
    const goal = goalOf(story, figure, sentence);
    if (goal) goals.push(goal);
  }
  return goals;
}

/** The first figures of the task, in order. */
export function figuresOfTask(story: StoryContext): JudgedFigure[] {
  const figures: JudgedFigure[] = [];
  for (const index of taskSentences(story).slice(0, MOST_SENTENCES))
    for (const figure of story.figuresIn(index)) if (figures.length < MOST_FIGURES) figures.push(figure);
  return figures;
}

/** "I had to …", "the goal was …", or a sentence that begins with what is to be done. */
function isToBeReached(story: StoryContext, { first }: JudgedFigure, sentence: Sentence): boolean {
  if (story.tokens.quoted(first)) return false;
  const isAsked = story.hasWord(IS_TO, sentence.first, first);
  // "Churn was above 8%, and I was asked to bring it down."
  if (!isAsked && story.hasWord(WAS, Math.max(sentence.first, first - NEAR), first)) return false;
  const opening = story.id(sentence.first);
  return !story.usesHeadings || LOWERS.has(opening) || RAISES.has(opening) || BRINGS.has(opening) || isAsked;
}

function goalOf(story: StoryContext, figure: JudgedFigure, sentence: Sentence): TaskGoal | undefined {
  const verb = verbBefore(story, figure, sentence);
  const before = story.id(figure.first - 1);
  if (before === BY) {
    const isShare = figure.quantity.kind === 'percent' || figure.quantity.kind === 'ratio';
    const isVerb = verb === 'lowers' || verb === 'raises';
    return isShare && isVerb ? { figure, direction: 'at-least', isChange: true } : undefined;
  }
  const bound = boundOf(story, figure, sentence);
  if (bound)
    return verb === undefined && figure.quantity.kind === 'duration' && figure.quantity.value >= DAY
      ? undefined
      : { figure, direction: bound, isChange: false };
  if (before === TO && verb !== undefined) {
    const way = verb === 'brings' ? wayOf(story, figure) : verb;
    return way ? { figure, direction: way === 'lowers' ? 'at-most' : 'at-least', isChange: false } : undefined;
  }
  const isCounted = figure.quantity.kind === 'count' || figure.quantity.kind === 'money';
  if (isCounted && isObject(story, figure)) return { figure, direction: 'at-least', isChange: false };
  const direction = before === OF ? directionOf(story, figure, sentence) : undefined;
  return direction ? { figure, direction, isChange: false } : undefined;
}

type Way = 'lowers' | 'raises' | 'brings';

/** The nearest verb before the figure, of what is to be done. */
function verbBefore(story: StoryContext, { first }: JudgedFigure, sentence: Sentence): Way | undefined {
  for (let k = first - 1; k >= sentence.first; k -= 1) {
    const word = story.id(k);
    if (LOWERS.has(word)) return 'lowers';
    if (RAISES.has(word)) return 'raises';
    if (BRINGS.has(word)) return 'brings';
  }
  return undefined;
}

/** "Bring churn down to 2%". */
function wayOf(story: StoryContext, { first }: JudgedFigure): 'lowers' | 'raises' | undefined {
  const word = story.id(first - 2);
  return word === DOWN ? 'lowers' : word === UP ? 'raises' : undefined;
}

/** "A margin of 30%", "a churn of 2%": more of the one is wanted, and less of the other. */
function directionOf(
  story: StoryContext,
  { first }: JudgedFigure,
  sentence: Sentence,
): TaskGoal['direction'] | undefined {
  for (let k = first - 2; k >= Math.max(sentence.first, first - NEAR); k -= 1) {
    if (ASSETS.has(story.id(k))) return 'at-least';
    if (BURDENS.has(story.id(k))) return 'at-most';
  }
  return undefined;
}

/** "Win ten new dealers", "hire a team of six": the figure is what the verb asks for. */
function isObject(story: StoryContext, { first }: JudgedFigure): boolean {
  let k = first - 1;
  while (story.id(k) === A || story.id(k) === AN || story.id(k) === THE) k -= 1;
  return RAISES.has(story.id(k)) || story.id(k) === GET;
}

/** "No more than 2%", "€80,000 at most", "under 30 minutes". */
export const boundOf = (
  story: StoryContext,
  figure: JudgedFigure,
  sentence: Sentence,
): TaskGoal['direction'] | undefined =>
  boundByThan(story, figure, sentence) ?? boundAfter(story, figure, sentence) ?? boundBefore(story, figure, sentence);

/** "Less than 30 minutes", "no more than 2%". */
function boundByThan(
  story: StoryContext,
  { first }: JudgedFigure,
  sentence: Sentence,
): TaskGoal['direction'] | undefined {
  if (story.id(first - 1) !== THAN || first - 2 < sentence.first) return undefined;
  const isDenied = story.id(first - 3) === NO || story.id(first - 3) === NOT;
  if (SMALLER.has(story.id(first - 2))) return isDenied ? 'at-least' : 'at-most';
  if (LARGER.has(story.id(first - 2))) return isDenied ? 'at-most' : 'at-least';
  return undefined;
}

/** "€80,000 at most", "50 days at the most", "five or fewer". */
function boundAfter(
  story: StoryContext,
  { last }: JudgedFigure,
  sentence: Sentence,
): TaskGoal['direction'] | undefined {
  const isThe = story.id(last + 1) === THE;
  const [word, next] = [story.id(last), story.id(isThe ? last + 2 : last + 1)];
  if (last + 1 >= sentence.last) return undefined;
  if (TOPS.has(word) || (word === AT && next === MOST) || (word === OR && SMALLER.has(next))) return 'at-most';
  if ((word === AT && next === LEAST) || (word === OR && LARGER.has(next))) return 'at-least';
  return undefined;
}

/** "Under 30 minutes", "at least 50". */
function boundBefore(
  story: StoryContext,
  { first, quantity }: JudgedFigure,
  sentence: Sentence,
): TaskGoal['direction'] | undefined {
  for (let k = first - 1; k >= Math.max(sentence.first, first - NEAR); k -= 1) {
    if (story.id(k) === AS || story.id(k) === OF) continue;
    if (AT_LEAST.has(story.id(k))) return 'at-least';
    // "Within a year" is a deadline.
    if (AT_MOST.has(story.id(k)))
      return quantity.kind === 'duration' && quantity.value >= DAY && !isMeasured(story, k, sentence)
        ? undefined
        : 'at-most';
    if (story.tokens.isFigure(k) || ![A, AN, THE, AT].includes(story.id(k) as WordId)) return undefined;
  }
  return undefined;
}

/** "The response time to under 30 minutes": a verb asks for the time itself. */
const isMeasured = (story: StoryContext, bound: number, { first }: Sentence): boolean =>
  story.some(first, bound, (k) => LOWERS.has(story.id(k)) || BRINGS.has(story.id(k)));

/** A figure of the result says how far one of the task's goals was reached. */
export const answersGoal = (story: StoryContext, goals: readonly TaskGoal[]): boolean =>
  goals.some((goal) =>
    story.figures.some((figure) => tellsOutcomeAt(story, figure.sentence) && isSameThing(story, figure, goal)),
  );

/** A figure of the result that falls short of the task's, where none reaches it. */
export function shortOf(story: StoryContext, goal: TaskGoal): JudgedFigure | undefined {
  let missed: JudgedFigure | undefined;
  for (const figure of story.figures) {
    if (!tellsOutcomeAt(story, figure.sentence) || !isSameThing(story, figure, goal)) continue;
    if (reaches(figure, goal)) return undefined;
    missed ??= figure;
  }
  return missed && !isAdmitted(story, missed) ? missed : undefined;
}

function reaches({ quantity }: JudgedFigure, goal: TaskGoal): boolean {
  const bound = goal.figure.quantity.value;
  if (goal.isChange) return changeOf(quantity) >= Math.abs(bound) - 1;
  const reached = quantity.high ?? quantity.value;
  return goal.direction === 'at-least' ? reached >= bound : quantity.value <= bound;
}

/** By how many percent it changed. */
function changeOf({ value, from }: JudgedFigure['quantity']): number {
  return from === undefined || from === 0 ? Math.abs(value) : (100 * Math.abs(value - from)) / Math.abs(from);
}

/** The story itself says that it missed: there is no need to report it. */
function isAdmitted(story: StoryContext, { sentence }: JudgedFigure): boolean {
  const { first, last } = story.sentences[sentence] as Sentence;
  return story.hasWord(ADMITS, first, last);
}

/** What has a unit that has to be the same. */
const COUNTED: ReadonlySet<string> = new Set(['count', 'rate', 'money']);

/** The figure of a result is of what the goal asked for. */
function isSameThing(story: StoryContext, figure: JudgedFigure, goal: TaskGoal): boolean {
  const { quantity, first, last } = figure;
  const wanted = goal.figure.quantity;
  const sentence = story.sentences[figure.sentence] as Sentence;
  const task = story.sentences[goal.figure.sentence] as Sentence;
  if (story.tokens.quoted(first) || story.is(last).comparative) return false;
  const isBy = story.id(first - 1) === BY;
  const isShared = sharesStem(story, task, sentence);
  if (goal.isChange) return isShared && (quantity.from !== undefined || (isBy && quantity.kind === wanted.kind));
  if (quantity.kind !== wanted.kind || isBy || isOldOrWanted(story, figure, sentence)) return false;
  if (COUNTED.has(wanted.kind)) {
    const isTheirs = isOfThem(quantity.text) || (wanted.kind === 'rate' && isShared);
    if (!isSameUnit(quantity.unit, wanted.unit, isTheirs)) return false;
    if (wanted.kind !== 'money') return true;
  }
  if (wanted.kind !== 'percent' && isFar(quantity.value, wanted.value)) return false;
  if (isShared) return true;
  return isOfSameGroup(sentence, task) || (sentence.groups.isEmpty && PRONOUNS.has(subjectOf(story, figure, sentence)));
}

/** Two sentences speak of the same metric. */
export const isOfSameGroup = (one: Sentence, other: Sentence): boolean =>
  !one.groups.isEmpty && !other.groups.isEmpty && one.groups.meets(other.groups);

/** Two figures are too far apart to measure the same thing. */
export const isFar = (a: number, b: number): boolean => a > FARTHEST * b || a < b / FARTHEST;

/** "43 of them". */
const isOfThem = (text: string): boolean => /\bof (?:them|these|those)$/u.test(text);

/** The units of two counts are the same; one without a unit is one "of them". */
export function isSameUnit(unit: string | null, wanted: string | null, isOfThem: boolean): boolean {
  if (unit === null || wanted === null) return isOfThem;
  const [left, right] = [lastWord(unit), lastWord(wanted)];
  return left === right || `${left}s` === right || left === `${right}s`;
}

const lastWord = (unit: string): string => unit.slice(unit.lastIndexOf(' ') + 1).toLowerCase();

/** What was before, or what was wanted. */
function isOldOrWanted(story: StoryContext, { first, quantity }: JudgedFigure, sentence: Sentence): boolean {
  if (quantity.from !== undefined) return false;
  for (let k = first - 1; k >= Math.max(sentence.first, first - NEAR_OLD); k -= 1) {
    if (NOT_REACHED_NOW.has(story.id(k))) return true;
    if (story.tokens.afterBreak(k + 1) || story.tokens.isFigure(k)) return false;
  }
  return false;
}

/** The nearest pronoun before the figure, where the sentence is about what was named already. */
function subjectOf(story: StoryContext, { first }: JudgedFigure, sentence: Sentence): WordId {
  for (let k = first - 1; k >= Math.max(sentence.first, first - NEAR); k -= 1)
    if (PRONOUNS.has(story.id(k))) return story.id(k);
  return 0;
}
