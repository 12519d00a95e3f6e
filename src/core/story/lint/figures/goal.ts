import { wordIds } from '../../prose/vocabulary';
import { GOAL_NOUNS, GOAL_VERBS, REACHED, STANDARDS } from '../lexicon/aroundFigures';
import type { Surroundings } from './surroundings';

const [TO, OF, WAS, IS, WITH] = wordIds('to of was is with');

/** A goal is stated before the figure, and nothing says that it was reached: "the goal was to cut churn to 2%". */
export function isGoal(here: Surroundings): boolean {
  if (!here.sentence.has.goal) return false;
  let goal = false;
  for (let k = here.sentence.first; k < here.first; k += 1) {
    if (beginsGoal(here, k)) goal = true;
    else if (REACHED.has(here.id(k))) goal = false;
  }
  return goal && !here.some(here.sentence.first, here.first, (k) => isReachedGoal(here, k));
}

/** "The target was", "the goal of"; "we aimed to", "tasked with". */
function beginsGoal(here: Surroundings, k: number): boolean {
  const next = here.id(k + 1);
  if (GOAL_NOUNS.has(here.id(k))) return next === WAS || next === IS || next === OF || next === TO;
  if (!GOAL_VERBS.has(here.id(k)) || STANDARDS.has(here.id(k - 1))) return false;
  return next === TO || next === WITH || here.id(k + 2) === TO;
}

/** "Beat the goal of". */
function isReachedGoal(here: Surroundings, k: number): boolean {
  return GOAL_NOUNS.has(here.id(k)) && REACHED.has(here.id(k - 2));
}
