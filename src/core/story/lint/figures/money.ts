import { wordIds } from '../../prose/vocabulary';
import { SPENDS } from '../lexicon/aroundFigures';
import { COSTED, PAYERS, SELLS } from '../lexicon/setting';
import type { Surroundings } from './surroundings';
import { saysRunningCost } from './runningCost';
import { CONSTRAINT, NOTHING, type Verdict } from './verdict';

const [INTO, FOR, AT] = wordIds('into for at');
/** Words before and after an amount that say what it was for. */
const NEAR = 3;
/** How many characters may stand between a price and the thing that is paid for. */
const PRICE_REACH = 40;

/** "$0.002 per prediction"; "per year" is part of the quantity. */
const UNIT_COST =
  /[ \t](?:per|a|an|each)[ \t]+(?:thousand[ \t]|million[ \t])?(?:prediction|inference|request|call|query|event|document|image|token|page|search|transaction|message|record|run|thousand|million|GB|TB)/u;

/** "$2.1M in renewals" is an outcome; "a budget of $2.1M" and "a $40M company" say nothing of one. */
export function judgeMoney(here: Surroundings): Verdict {
  const verdict: Verdict = { role: 'outcome', constraint: saysRunningCost(here) || isUnitCost(here) };
  if (here.quantity.from !== undefined) return verdict;
  if (isPrice(here)) return CONSTRAINT;
  if (here.wordBefore === INTO || here.id(here.first - 2) === INTO) return verdict;
  return isSpent(here) || isSizeOfCompany(here) ? NOTHING : verdict;
}

function isUnitCost({ text, quantity }: Surroundings): boolean {
  return UNIT_COST.test(text.slice(quantity.start, quantity.end + PRICE_REACH));
}

/** "It cost us $90k", "at $900 a month", "a printer for €240"; not "cut the cost to $4" or "sold it for $2M". */
function isPrice(here: Surroundings): boolean {
  let k = here.first - 1;
  while (k > here.first - NEAR && PAYERS.has(here.id(k))) k -= 1;
  if (COSTED.has(here.id(k))) return !here.sentence.has.change || k < here.first - 1 || here.is(k).be;
  const { sentence, wordBefore } = here;
  if (wordBefore !== FOR && wordBefore !== AT) return false;
  return !here.hasAnywhere(SELLS) && !sentence.has.business;
}

/** "Invested $2M", with no business figure between. */
function isSpent(here: Surroundings): boolean {
  const isBusiness = (k: number): boolean => here.is(k).business && !SPENDS.has(here.id(k));
  return (
    here.hasBefore(SPENDS, NEAR) &&
    !here.is(here.last).comparative &&
    !here.some(here.first - NEAR, here.first, isBusiness)
  );
}

/** "A $40M company", "$40M in funding". */
function isSizeOfCompany(here: Surroundings): boolean {
  for (let k = here.last; k < here.last + NEAR; k += 1) {
    if (here.isBreak(k) || here.is(k).business) return false;
    if (here.is(k).scope) return true;
  }
  return false;
}
