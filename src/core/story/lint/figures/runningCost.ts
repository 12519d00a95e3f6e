import { LOSSES } from '../lexicon/aroundFigures';
import type { Surroundings } from './surroundings';

/**
 * The sentence speaks of what something costs to run. "Chargebacks fell to 0.5% of turnover" does not: what is lost is
 * an outcome, and nothing that a model was run under.
 */
export const saysRunningCost = (here: Surroundings): boolean =>
  here.sentence.has.cost &&
  here.some(here.sentence.first, here.sentence.last, (k) => here.is(k).cost && !LOSSES.has(here.id(k)));
