import { wordIds } from '../../prose/vocabulary';
import { SPENDS } from '../lexicon/aroundFigures';
import type { Surroundings } from './surroundings';
import { CONSTRAINT, NOTHING, type Verdict } from './verdict';

const [COST, INTO] = wordIds('cost into');
/** Words before and after an amount that say what it was for. */
const NEAR = 3;
/** As many characters as the thing that is paid for may be away from its price. */
const PRICE_REACH = 40;

/** "$0.002 per prediction"; "per year" is part of the quantity. */
const UNIT_COST =
  /[ \t](?:per|a|an|each)[ \t]+(?:thousand[ \t]|million[ \t])?(?:prediction|inference|request|call|query|event|document|image|token|page|search|transaction|message|record|run|thousand|million|GB|TB)/u;

/** "$2.1M in renewals" is an outcome; "a budget of $2.1M" and "a $40M company" say nothing of one. */
export function judgeMoney(here: Surroundings): Verdict {
  const verdict: Verdict = { role: 'outcome', constraint: here.sentence.has.cost || isUnitCost(here) };
  if (here.quantity.from !== undefined) return verdict;
  if (here.wordBefore === COST && !here.sentence.has.change) return CONSTRAINT;
  if (here.wordBefore === INTO || here.id(here.first - 2) === INTO) return verdict;
  return isSpent(here) || isSizeOfCompany(here) ? NOTHING : verdict;
}

function isUnitCost({ text, quantity }: Surroundings): boolean {
  return UNIT_COST.test(text.slice(quantity.start, quantity.end + PRICE_REACH));
}

/** "Invested $2M", with no business figure between. */
function isSpent(here: Surroundings): boolean {
  const isBusiness = (k: number): boolean => here.is(k).business && !SPENDS.has(here.id(k));
  return here.hasBefore(SPENDS, NEAR) && !here.some(here.first - NEAR, here.first, isBusiness);
}

/** "A $40M company", "$40M in funding". */
function isSizeOfCompany(here: Surroundings): boolean {
  for (let k = here.last; k < here.last + NEAR; k += 1) {
    if (here.isBreak(k) || here.is(k).business) return false;
    if (here.is(k).scope) return true;
  }
  return false;
}
