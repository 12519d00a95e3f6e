import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { isLevel } from './headline';
import { ADMITS, IS_TO, LOWERS, RAISES } from './lexicon/tasks';
import { movesIn, numbersIn, type Move, type NumberTold } from './numbersOf';
import { onlyLevel } from './onlyLevel';
import type { Sentence } from './sentences';
import { sharesStemWith, stemsIn } from './stems';
import { boundOf, figuresOfTask, goalsOfTask, isFar, isOfSameGroup, isSameUnit } from './taskGoals';
import { tellsOutcomeAt } from './taskParts';

/**
 * What a task wants without saying whether more or less of it is better ("an attendance of 92 %"), by how much it is to
 * change ("halve the complaints"), or without naming what is measured ("he wanted it below 45 days"): what the story
 * says later decides.
 */

const [AND, BY] = wordIds('and by');
/** Before a figure of the task, where nothing is asked for: it was there. */
const THERE_WAS = wordSet('was were had has have with from');
const WAS = wordSet('was were had has have');
const HOLDS = wordSet('had has have with');
/** How many words before or after a wanted figure may say what it is of. */
const NEAR = 4;
const COUNTED: ReadonlySet<string> = new Set(['count', 'rate', 'money']);
const CHANGED: ReadonlySet<string> = new Set(['percent', 'ratio', 'multiplier']);
/** A change may be rounded by so many percent. */
const ROUNDED = 1;

/** Fewer than this share of what was wanted are some of them, and not all that were reached. */
const FEWEST = 0.4;
/** "Within a year" is a deadline. */
/** Whoever came more than this share of the way to a figure meant to get there, whatever it is called. */
const NEARLY = 0.5;
const MINUTE = 60_000;
const DAY = 86_400_000;
/** "30 % off", "a third less". */
const OFF = wordSet('off down');
const IN_TIME = wordSet('within in');
/** After these, what is wanted follows. */
const SETS = wordSet('set sets demands demanded wants expects requires');

/** What was reached, short of the task's figure. */
export interface Missed {
  readonly start: number;
  readonly end: number;
  readonly wanted: JudgedFigure;
}

interface Outcome {
  readonly sentence: Sentence;
  readonly figures: readonly JudgedFigure[];
  readonly moves: readonly Move[];
}

/** The figures of the task that the outcome does not reach. */
export function missedInOutcome(story: StoryContext): Missed[] {
  const wanted = figuresOfTask(story).filter((figure) => isWanted(story, figure));
  if (wanted.length === 0) return [];
  const outcomes = outcomesOf(story);
  return wanted.flatMap((figure) => {
    const missed = isOfChange(story, figure)
      ? missedChange(story, figure, outcomes)
      : (missedMove(story, figure, outcomes) ?? missedCount(story, figure) ?? missedOnly(story, figure));
    return missed ? [{ ...missed, wanted: figure }] : [];
  });
}

function outcomesOf(story: StoryContext): Outcome[] {
  return story.sentences.flatMap((sentence, index) => {
    if (!tellsOutcomeAt(story, index) || story.figuresIn(index).length === 0) return [];
    return [{ sentence, figures: story.figuresIn(index), moves: movesIn(story, numbersIn(story, index)) }];
  });
}

/** It is asked for: in a text without sections in so many words; in a task, unless it says what was there. */
function isWanted(story: StoryContext, figure: JudgedFigure): boolean {
  const { first, quantity, sentence } = figure;
  if (quantity.from !== undefined || story.tokens.quoted(first)) return false;
  const { first: start } = story.sentences[sentence] as Sentence;
  // "We had 95% of the seats full".
  if (HOLDS.has(story.id(first - 1))) return false;
  if (story.hasWord(IS_TO, start, first)) return true;
  if (!story.usesHeadings || story.sectionOf(sentence) !== 'Task') return false;
  const isBound = boundOf(story, figure, story.sentences[sentence] as Sentence) !== undefined;
  return !story.hasWord(isBound ? WAS : THERE_WAS, start, first);
}

/** "Lower falls by half", "halve the complaints". */
function isOfChange(story: StoryContext, { first, last, quantity, sentence }: JudgedFigure): boolean {
  if (!CHANGED.has(quantity.kind)) return false;
  if (LOWERS.has(story.id(first)) || (quantity.kind === 'multiplier' && RAISES.has(story.id(first - 1)))) return true;
  const { first: start } = story.sentences[sentence] as Sentence;
  if (OFF.has(story.id(last)) || story.is(last).comparative) return true;
  return story.id(first - 1) === BY && (story.hasWord(LOWERS, start, first) || story.hasWord(RAISES, start, first));
}

/** By how many percent it is to change. */
function percentOf({ kind, value }: JudgedFigure['quantity']): number {
  if (kind === 'percent') return Math.abs(value);
  if (kind === 'ratio') return 100 * value;
  return 100 * Math.abs(1 - value);
}

const percentChanged = ({ from, value }: Move): number => (100 * Math.abs(value - from)) / from;

type Found = Omit<Missed, 'wanted'>;

/** "Falls fell by 35 %", where half was wanted. */
function missedChange(story: StoryContext, wanted: JudgedFigure, outcomes: readonly Outcome[]): Found | undefined {
  const asked = percentOf(wanted.quantity);
  const named = stemsOf(story, wanted);
  let missed: Found | undefined;
  for (const { sentence, figures, moves } of outcomes) {
    if (!sharesStemWith(story, named, sentence)) continue;
    for (const move of moves) {
      if (percentChanged(move) >= asked - ROUNDED) return undefined;
      missed ??= isAdmitted(story, sentence) ? undefined : spanOf(story, figures, move);
    }
    for (const figure of figures) {
      if (!saysChange(story, figure)) continue;
      if (percentOf(figure.quantity) >= asked - ROUNDED) return undefined;
      missed ??= isAdmitted(story, sentence) ? undefined : figure.quantity;
    }
  }
  return missed;
}

/** "By 35 %", "down 38 %", "11 % lower". */
const saysChange = (story: StoryContext, figure: JudgedFigure): boolean =>
  figure.quantity.kind === 'percent' &&
  figure.quantity.from === undefined &&
  (!isLevel(story, figure) || OFF.has(story.id(figure.last)) || isLowerBy(story, figure));

/** "The bill is lower, 12 %". */
const isLowerBy = (story: StoryContext, { first }: JudgedFigure): boolean =>
  story.tokens.afterBreak(first) && story.is(first - 1).comparative;

/** "Attendance rose from 81 % to 88 %", where 92 % was wanted: on the way to it, and not there. */
function missedMove(story: StoryContext, wanted: JudgedFigure, outcomes: readonly Outcome[]): Found | undefined {
  const { value: goal, kind } = wanted.quantity;
  const bound = boundOf(story, wanted, story.sentences[wanted.sentence] as Sentence);
  let missed: Found | undefined;
  for (const outcome of outcomes)
    for (const move of outcome.moves) {
      if (move.kind !== kind || (move.from - goal) * (move.value - move.from) >= 0) continue;
      if (bound !== undefined && (bound === 'at-least') !== move.from < move.value) continue;
      if (!isOfMove(story, wanted, outcome, move)) continue;
      if ((move.from - goal) * (move.value - goal) <= 0) return undefined;
      if (!isAdmitted(story, outcome.sentence)) missed ??= spanOf(story, outcome.figures, move);
    }
  return missed;
}

/** From the first figure of a change to the end of its last, with its sign. */
function spanOf(story: StoryContext, figures: readonly JudgedFigure[], { first, last }: Move): Found {
  const end = figures.find((figure) => figure.last === last)?.quantity.end;
  return { start: story.tokens.start(first), end: end ?? story.tokens.end(last - 1) };
}

function isOfMove(story: StoryContext, wanted: JudgedFigure, { sentence, figures }: Outcome, move: Move): boolean {
  const { kind, value, unit } = wanted.quantity;
  if (kind !== 'percent' && isFar(move.value, value)) return false;
  const task = story.sentences[wanted.sentence] as Sentence;
  const isNamed = sharesStemWith(story, stemsOf(story, wanted), sentence) || isOfSameGroup(task, sentence);
  if (COUNTED.has(kind)) {
    const told = figures.find(({ first }) => first === move.first)?.quantity.unit ?? null;
    return kind === 'money' ? isNamed : isSameUnit(told, unit, isNamed);
  }
  return isNamed || isUnnamed(story, wanted);
}

/** "Two percent at most", and the outcome has one percentage: 3. */
function missedOnly(story: StoryContext, wanted: JudgedFigure): Found | undefined {
  const { value: goal, kind } = wanted.quantity;
  const reached = onlyLevel(story, wanted);
  if (!reached) return undefined;
  const { figure, from } = reached;
  const { value } = figure.quantity;
  const bound =
    boundOf(story, wanted, story.sentences[wanted.sentence] as Sentence) ??
    goalsOfTask(story).find((g) => g.figure === wanted && !g.isChange)?.direction;
  if (kind === 'duration' && goal >= DAY && story.hasWord(IN_TIME, wanted.first - 2, wanted.first)) return undefined;
  if (from !== undefined && bound !== undefined && (bound === 'at-least') !== from < value) return undefined;
  const isShort = bound === 'at-least' ? value < goal : bound === 'at-most' && value > goal;
  const isMissed = from === undefined ? isShort : (from - value) * (value - goal) > 0;
  const isNearlyThere = from !== undefined && Math.abs(from - value) > NEARLY * Math.abs(from - goal);
  if (!isNearlyThere && !isOfWanted(story, wanted, figure)) return undefined;
  if (!isMissed || isAdmitted(story, story.sentences[figure.sentence] as Sentence)) return undefined;
  return figure.quantity;
}

/** Its sentence, or another that tells the level, has a word of the task's; a time of a system's needs none. */
function isOfWanted(story: StoryContext, wanted: JudgedFigure, { quantity }: JudgedFigure): boolean {
  const { kind, value } = wanted.quantity;
  if ((kind === 'duration' && value < MINUTE) || isUnnamed(story, wanted)) return true;
  const named = stemsOf(story, wanted);
  const task = story.sentences[wanted.sentence] as Sentence;
  return story.figures.some((figure) => {
    if (!tellsOutcomeAt(story, figure.sentence) || figure.quantity.value !== quantity.value) return false;
    const sentence = story.sentences[figure.sentence] as Sentence;
    return sharesStemWith(story, named, sentence) || isOfSameGroup(task, sentence);
  });
}

/** "340 classes", where 400 were wanted: of all that are told, also those of before, none is as many. */
function missedCount(story: StoryContext, wanted: JudgedFigure): Found | undefined {
  const { kind, value: goal, unit } = wanted.quantity;
  if (kind !== 'count' || unit === null || !isAtLeast(story, wanted)) return undefined;
  let most: NumberTold | undefined;
  for (const [index, sentence] of story.sentences.entries()) {
    if (!tellsOutcomeAt(story, index)) continue;
    const told = numbersIn(story, index).filter((each) => counts(story, each, unit));
    if (told.length > 0 && isAdmitted(story, sentence)) return undefined;
    for (const each of told) if (!most || each.value > most.value) most = each;
  }
  if (!most || most.value >= goal || most.value < goal * FEWEST) return undefined;
  const { first, last, figure } = most;
  return { start: story.tokens.start(first), end: figure?.quantity.end ?? story.tokens.end(last) };
}

const isAtLeast = (story: StoryContext, wanted: JudgedFigure): boolean =>
  goalsOfTask(story).some(
    ({ figure, direction, isChange }) => figure === wanted && direction === 'at-least' && !isChange,
  );

/** The number counts what the unit names: "340 classes", "340 school classes". */
function counts(story: StoryContext, { kind, unit, last }: NumberTold, wanted: string): boolean {
  if (kind === 'count') return isSameUnit(unit, wanted, false);
  return kind === undefined && [last, last + 1].some((k) => isSameUnit(story.tokens.word(k), wanted, false));
}

/** What it is of, by the words of its part of the sentence; where these say nothing, by all of them. */
function stemsOf(story: StoryContext, { first, last, sentence, quantity }: JudgedFigure): readonly string[] {
  const { first: start, last: end } = story.sentences[sentence] as Sentence;
  const isDivided = (k: number): boolean => story.tokens.afterBreak(k) || story.id(k) === AND;
  let from = first;
  while (from > start && !isDivided(from)) from -= 1;
  const to = story.find(last, end, isDivided);
  // "650 boxes an hour": what is counted says it, and "three weeks" says nothing.
  const counted = COUNTED.has(quantity.kind) ? stemsIn(story, first, last) : [];
  const stems = [...stemsIn(story, from, first), ...counted, ...stemsIn(story, last, to < 0 ? end : to)];
  return stems.length > 0 ? stems : stemsIn(story, start, end);
}

/** "He wanted it below 45 days": the task does not name what it is of, and so it is of what the story measures. */
function isUnnamed(story: StoryContext, { first, last, sentence }: JudgedFigure): boolean {
  const { first: start, last: end } = story.sentences[sentence] as Sentence;
  let from = first;
  while (from > start && from > first - NEAR && !IS_TO.has(story.id(from - 1)) && !SETS.has(story.id(from - 1)))
    from -= 1;
  const next = story.find(last, Math.min(end, last + NEAR), (k) => story.tokens.afterBreak(k));
  const to = next < 0 ? Math.min(end, last + NEAR) : next;
  return stemsIn(story, from, first).length === 0 && stemsIn(story, last, to).length === 0;
}

/** The story itself says that it missed. */
const isAdmitted = (story: StoryContext, { first, last }: Sentence): boolean => story.hasWord(ADMITS, first, last);
