import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { BEFORE_KEEPS, BEFORE_NONE, HARMS, KEEPS, MEANS, NONE } from './lexicon/limits';
import { IS_TO } from './lexicon/tasks';
import type { Sentence } from './sentences';
import { limitAt } from './taskLimits';

/** A condition beside what is to be done, from token `begin` to `end` (exclusive). */
export interface TaskCondition {
  readonly begin: number;
  readonly end: number;
  /** What it is about, where that is not all after its first word. */
  readonly about?: Range;
  /** The other of two things that were asked for alike: half an answer speaks of only one. */
  readonly twin?: Range;
  /** "A third of them": any share answers it. */
  readonly isShare?: boolean;
}

const [WITHOUT, WITH, AND, BUT, MORE, LATER, LONGER, THAN, NOT, OF, ONE, LEFT, THOSE, BOTH, DO, AT, THE, TO, ALREADY] =
  wordIds('without with and but more later longer than not of one left those both do at the to already');
/** "And our lessons left alone", "left as it is". */
const ALONE = wordSet('alone untouched intact unharmed unchanged as where');
const WHO = wordSet('who what whoever whatever which that has have had');
/** "Not at the expense of the cyclists". */
const EXPENSE = wordSet('expense cost price');
const HAVES = wordSet('had have has');
const OWNERS = wordSet('we i they he she already');
const SHARES = wordSet('half third quarter tenth fifth most two');
const THEM = wordSet('them whom which these');
/** Two things that are asked for alike: "both for the lifts and for the stairs". */
const ALIKE = wordSet('of for in at on among between from with');
/** "Nobody is left without power": what has to be, and no condition beside it. */
const WHO_IS_WITHOUT = wordSet('nobody noone none anybody anyone left is are be being go going');
/** How many words after the one that begins it are a condition's own. */
const REACH = 6;
/** How many words of the task itself come before a second part of it, at least. */
const FEWEST_BEFORE = 2;
/** Before each of a pair: "in carrots and in onions". */
const PAIRED = wordSet('in for on among from at');
const WORDS_OF_HALF = 3;
const CIRCUMSTANCES = wordSet('for in at during before while when until');
/** "And keep", "while holding", "but protect": what begins a condition beside the task itself. */
const BESIDE = wordSet('and while but whilst yet');
/** "And keep", "and still keep", "…, keeping". */
function isBeside(story: StoryContext, k: number): boolean {
  let before = k - 1;
  while (BEFORE_KEEPS.has(story.id(before)) && !story.tokens.afterBreak(before + 1)) before -= 1;
  return BESIDE.has(story.id(before)) || (story.tokens.afterBreak(k) && ENDS_IN_ING.test(story.tokens.word(k)));
}
const ENDS_IN_ING = /ing$/u;

/** "While the fleet stays at 31 lorries", "but the fees had to remain". */
const STAYS = wordSet('stay stays stayed remain remains remained keep keeps kept continue continues continued ran');
/** How many words after "while" it may stand. */
const NEAR_STAYS = 9;
/** Before a noun: none of it was to be. */
const DEMANDED = wordSet('should may might must could would was were is are to');
const PEOPLE = wordSet('nobody noone');
const ANYBODY = wordSet('anybody anyone anything us');
const WISHES = wordSet('want wanted allow allowed');

/** What begins at most words. */
const NONE_HERE: readonly TaskCondition[] = [];

/** The conditions that a sentence of the task has: "without …", "and keep …", "with no …", "nobody should …". */
export function conditionsIn(story: StoryContext, sentence: Sentence): TaskCondition[] {
  const conditions: TaskCondition[] = [];
  for (let k = sentence.first; k < sentence.last; k += 1) {
    const found = conditionsAt(story, k, sentence);
    if (found.length === 0) continue;
    conditions.push(...found);
    k = Math.max(...found.map(({ end }) => end)) - 1;
  }
  return conditions;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function conditionsAt(story: StoryContext, k: number, range: Range): readonly TaskCondition[] {
  const end = conditionAt(story, k, range);
  if (end !== undefined) return isOfBefore(story, k, range) ? NONE_HERE : [{ begin: k, end }];
  const limit = limitAt(story, k, range);
  if (limit)
    return [
      { begin: k, end: limit.last < range.last ? endAfter(story, limit.last, range.last) : range.last, about: limit },
    ];
  if (k <= range.first + FEWEST_BEFORE) return NONE_HERE;
  const one =
    leftAlone(story, k, range) ?? notTouched(story, k, range) ?? withMeans(story, k, range) ?? shareOf(story, k, range);
  return one ? [one] : twinsAt(story, k, range);
}

/** A limit that ends with its clause ends there; another goes on to where, when and for whom. */
const endAfter = (story: StoryContext, k: number, last: number): number =>
  story.tokens.afterBreak(k) ? k : endOf(story, k, last);

/** "And our art lessons left alone", "and the choir left as it is". */
function leftAlone(story: StoryContext, k: number, { last }: Range): TaskCondition | undefined {
  if (story.id(k - 1) !== AND && story.id(k - 1) !== BUT) return undefined;
  const left = story.find(k + 1, Math.min(last, k + REACH), (at) => story.id(at) === LEFT);
  if (left < 0 || !ALONE.has(story.id(left + 1))) return undefined;
  if (story.some(k, left, (at) => story.is(at).be || WHO.has(story.id(at)) || story.tokens.afterBreak(at)))
    return undefined;
  return { begin: k, end: endOfClause(story, left, last), about: { first: k, last: left } };
}

/** "And do not touch the timetable", "but not at the expense of the cyclists". */
function notTouched(story: StoryContext, k: number, { last }: Range): TaskCondition | undefined {
  if (story.id(k - 1) !== AND && story.id(k - 1) !== BUT) return undefined;
  const not = story.id(k) === DO ? k + 1 : k;
  if (story.id(not) !== NOT && !story.is(not).not) return undefined;
  const next = story.id(not + 1) === TO ? not + 2 : not + 1;
  const expense = story.id(next + 1) === THE ? next + 2 : next + 1;
  const isExpense = story.id(next) === AT && EXPENSE.has(story.id(expense));
  if (!isExpense && !HARMS.has(story.id(next))) return undefined;
  const about = isExpense ? expense + 1 : next;
  const end = endOf(story, about, last);
  return { begin: k, end, about: { first: about, last: end } };
}

/** "With the people we had": a limit on means. */
function withMeans(story: StoryContext, k: number, { last }: Range): TaskCondition | undefined {
  if (story.id(k) !== WITH) return undefined;
  const had = story.find(
    k + 2,
    Math.min(last, k + REACH),
    (at) => HAVES.has(story.id(at)) && OWNERS.has(story.id(at - 1)),
  );
  if (had < 0 || !(story.hasWord(MEANS, k + 1, had) || story.is(had - 1).we || story.id(had - 1) === ALREADY))
    return undefined;
  return { begin: k, end: had + 1 };
}

/** "A third of them from outside the city". */
function shareOf(story: StoryContext, k: number, { last }: Range): TaskCondition | undefined {
  const isShare = SHARES.has(story.id(k)) || story.tokens.isFigure(k);
  if (!isShare || story.id(k + 1) !== OF || !THEM.has(story.id(k + 2)) || k + 3 >= last) return undefined;
  const end = endOfClause(story, k + 2, last);
  return { begin: k, end, about: { first: k + 3, last: end }, isShare: true };
}

/** "Those of the glass and those of the china", "both for the lifts and for the stairs". */
function twinsAt(story: StoryContext, k: number, { last }: Range): readonly TaskCondition[] {
  const isThose = story.id(k) === THOSE && ALIKE.has(story.id(k + 1));
  const isBoth = story.id(k) === BOTH && ALIKE.has(story.id(k + 1));
  if (!isThose && !isBoth) return pairAt(story, k, last);
  const preposition = story.id(k + 1);
  const and = story.find(k + 2, Math.min(last, k + 2 + REACH), (at) => story.id(at) === AND);
  const other = isThose ? and + 2 : and + 1;
  if (and < 0 || story.id(other) !== preposition || (isThose && story.id(and + 1) !== THOSE)) return [];
  const end = endOfClause(story, other, last);
  const [one, two] = [
    { first: k + 2, last: and },
    { first: other + 1, last: end },
  ];
  return [
    { begin: isThose ? k : k + 1, end: and, about: one, twin: two },
    { begin: and + 1, end, about: two, twin: one },
  ];
}

/** "I joined a team with no product manager and had to …": what there was before anything was asked. */
function isOfBefore(story: StoryContext, k: number, { first, last }: Range): boolean {
  // "Without a manager, I had to …"; "without stopping the line, move it" is a condition.
  if (k === first) return !ENDS_IN_ING.test(story.tokens.word(k + 1));
  if (PARTS_OF_WORK.has(story.id(k - 2)) && story.hasWord(TAKES_ON, first, k)) return true;
  const isAsked = (at: number): boolean => story.id(at) !== TO && IS_TO.has(story.id(at));
  return (
    HAVES_OR_JOINS.has(story.id(first + 1)) &&
    !story.some(first, k, isAsked) &&
    story.some(k + 1, last, (at) => HAVES.has(story.id(at)) && story.id(at + 1) === TO)
  );
}
/** "Join a team with no tests", "took over a ward with no sister". */
const TAKES_ON = wordSet('join joined lead led take took taking inherit inherited manage managed run ran had');
const PARTS_OF_WORK = wordSet(
  'team company startup department system codebase product process site hospital ward class school plant office group project shop',
);
const HAVES_OR_JOINS = wordSet('had have joined inherited took started came got was were led ran');

/** "In carrots and in onions", "for drivers and for riders". */
function pairAt(story: StoryContext, k: number, last: number): readonly TaskCondition[] {
  if (!PAIRED.has(story.id(k))) return NONE_HERE;
  const and = story.find(k + 2, Math.min(last - 2, k + 2 + WORDS_OF_HALF), (at) => story.id(at) === AND);
  if (and < 0 || story.id(and + 1) !== story.id(k) || story.tokens.isFigure(k + 1)) return [];
  const end = endOf(story, and + 2, Math.min(last, and + 2 + WORDS_OF_HALF));
  const [one, two] = [
    { first: k + 1, last: and },
    { first: and + 2, last: end },
  ];
  if (story.some(k, end, (at) => story.tokens.afterBreak(at))) return [];
  return [
    { begin: k, end: and, about: one, twin: two },
    { begin: and + 1, end, about: two, twin: one },
  ];
}

/** "Nobody is left without power", "no one without a lift". */
const isOfSomebody = (story: StoryContext, k: number): boolean =>
  WHO_IS_WITHOUT.has(story.id(k - 1)) || (story.id(k - 1) === ONE && NONE.has(story.id(k - 2)));

/** Where the condition ends that begins at the token; undefined where none does. */
function conditionAt(story: StoryContext, k: number, { first, last }: Range): number | undefined {
  const word = story.id(k);
  if (word === WITHOUT) return isOfSomebody(story, k) ? undefined : endOf(story, k, last);
  if (k <= first + FEWEST_BEFORE) return undefined;
  if (NONE.has(word)) return endOfNone(story, k, last);
  if (BESIDE.has(word) && word !== AND) return endOfStaying(story, k, last);
  return isKept(story, k) ? endOf(story, k, last) : undefined;
}

/** "And keep the price", "and nobody should stay", "did not want anybody to stay". */
function isKept(story: StoryContext, k: number): boolean {
  const [word, before] = [story.id(k), story.id(k - 1)];
  if (KEEPS.has(word)) return isBeside(story, k);
  if (PEOPLE.has(word)) return (before === AND || before === BUT) && DEMANDED.has(story.id(k + 1));
  return ANYBODY.has(word) && WISHES.has(before) && (story.id(k - 2) === NOT || story.is(k - 2).not);
}

/** "While the fleet stays at 31 lorries". */
function endOfStaying(story: StoryContext, k: number, last: number): number | undefined {
  const stays = story.find(k + 2, Math.min(last, k + 1 + NEAR_STAYS), (at) => STAYS.has(story.id(at)));
  if (stays < 0 || story.some(k + 1, stays, (at) => story.tokens.afterBreak(at))) return undefined;
  return endOfClause(story, stays, last);
}

/** "With no drop in the grades", "lose no more wheat than before"; not "no later than May" and "no more than 2%". */
function endOfNone(story: StoryContext, k: number, last: number): number | undefined {
  const [before, next] = [story.id(k - 1), story.id(k + 1)];
  if (next === ONE || next === LATER || next === LONGER || (next === MORE && story.id(k + 2) === THAN))
    return undefined;
  if (story.is(k + 1).comparative && comparesWithBefore(story, k, last)) return endOf(story, k, last);
  if (!BEFORE_NONE.has(before) && !story.tokens.afterBreak(k)) return undefined;
  return endOfClause(story, k, last);
}

/** "Lose no more wheat than before", "no fewer guests than in May". */
function comparesWithBefore(story: StoryContext, k: number, last: number): boolean {
  const than = story.find(k + 2, Math.min(last, k + REACH), (at) => story.id(at) === THAN);
  return than > k + 2 && !story.tokens.isFigure(than + 1);
}

function endOfClause(story: StoryContext, begin: number, last: number): number {
  let end = begin + 1;
  while (end < last && end <= begin + REACH && !story.tokens.afterBreak(end)) end += 1;
  return end;
}

function endOf(story: StoryContext, begin: number, last: number): number {
  let end = begin + 1;
  while (end < last && end <= begin + REACH && !story.tokens.afterBreak(end) && !endsAt(story, end)) end += 1;
  return end;
}

/** "Without overtime for the engineers": for whom, where and when is not what the condition is about. */
const endsAt = (story: StoryContext, k: number): boolean => CIRCUMSTANCES.has(story.id(k)) && story.id(k - 1) !== OF;
