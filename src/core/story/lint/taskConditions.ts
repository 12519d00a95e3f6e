import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { Sentence } from './sentences';

/** A condition beside what is to be done, from token `begin` to `end` (exclusive). */
export interface TaskCondition {
  readonly begin: number;
  readonly end: number;
}

const [WITHOUT, NO, WITH, AND, BUT, MORE, LATER, LONGER, THAN, NOT, OF, ONE] = wordIds(
  'without no with and but more later longer than not of one',
);
/** "Nobody is left without power": what has to be, and no condition beside it. */
const WHO_IS_WITHOUT = wordSet('nobody noone one none anybody anyone left is are be being go going');
/** How many words after the one that begins it are a condition's own. */
const REACH = 6;
/** How many words of the task itself come before a second part of it, at least. */
const FEWEST_BEFORE = 2;
const CIRCUMSTANCES = wordSet('for in at during before while when until');
/** "And keep", "while holding", "but protect": what begins a condition beside the task itself. */
const BESIDE = wordSet('and while but whilst yet');
const KEEPS = wordSet(
  'keep keeping hold holding maintain maintaining protect protecting preserve preserving leave leaving',
);
/** "While the fleet stays at 31 lorries", "but the fees had to remain". */
const STAYS = wordSet('stay stays stayed remain remains remained');
/** How many words after "while" it may stand. */
const NEAR_STAYS = 6;
/** Before a noun: none of it was to be. */
const DEMANDED = wordSet('should may might must could would was were is are to');
const PEOPLE = wordSet('nobody noone');
const ANYBODY = wordSet('anybody anyone anything us');
const WISHES = wordSet('want wanted allow allowed');

/** The conditions that a sentence of the task has: "without …", "and keep …", "with no …", "nobody should …". */
export function conditionsIn(story: StoryContext, { first, last }: Sentence): TaskCondition[] {
  const conditions: TaskCondition[] = [];
  for (let k = first; k < last; k += 1) {
    const end = conditionAt(story, k, { first, last });
    if (end === undefined) continue;
    conditions.push({ begin: k, end });
    k = end - 1;
  }
  return conditions;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

/** Where the condition ends that begins at the token; undefined where none does. */
function conditionAt(story: StoryContext, k: number, { first, last }: Range): number | undefined {
  const word = story.id(k);
  if (word === WITHOUT) return WHO_IS_WITHOUT.has(story.id(k - 1)) ? undefined : endOf(story, k, last);
  if (k <= first + FEWEST_BEFORE) return undefined;
  if (word === NO) return endOfNone(story, k, last);
  if (BESIDE.has(word) && word !== AND) return endOfStaying(story, k, last);
  return isKept(story, k) ? endOf(story, k, last) : undefined;
}

/** "And keep the price", "and nobody should stay", "did not want anybody to stay". */
function isKept(story: StoryContext, k: number): boolean {
  const [word, before] = [story.id(k), story.id(k - 1)];
  if (KEEPS.has(word)) return BESIDE.has(before);
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
  if (before !== WITH && before !== AND && before !== BUT && !story.tokens.afterBreak(k)) return undefined;
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
