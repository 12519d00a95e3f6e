import { wordIds, wordSet } from '../../prose/vocabulary';
import { COMPARES, PAST, SAVES, SHORTER, TAKES, TIME_PREPOSITIONS, WAITS } from '../lexicon/aroundFigures';
import type { Surroundings } from './surroundings';
import { NOTHING, OUTCOME, TECHNICAL, type Verdict } from './verdict';

const [TO, UNDER, THAN, BELOW, NOW, EARLIER, IN, WITHIN] = wordIds('to under than below now earlier in within');
/** Said of what is served again and again. */
const SERVING = wordSet('is are get gets receive receives');

const MINUTE = 60_000;
/** How many words before a duration may say that it was saved, or that it now takes this long. */
const NEAR = 4;
/** How many words before it "now" may stand: "customers now get their money in two days". */
const NEAR_NOW = 6;

/**
 * "Saves 40 minutes" and "onboarding is now two days" are outcomes, "35 ms" is a latency, and "in two days" says only
 * how long something took.
 */
export function judgeDuration(here: Surroundings): Verdict {
  const { quantity } = here;
  const isShort = quantity.value < MINUTE;
  const technical = isShort || here.isNear((word) => word.technicalTime || word.technical);
  const changed = technical ? TECHNICAL : OUTCOME;
  if (quantity.from !== undefined || isShort || isSaved(here) || here.isNewValue()) return changed;
  const now = isNow(here);
  if (isServedIn(here)) return changed;
  if (TIME_PREPOSITIONS.has(here.wordBefore) && !now) return NOTHING;
  if (here.hasBefore(SAVES, NEAR)) return changed;
  if (now || isCompared(here)) {
    const ofBusiness = here.isNear((word) => word.businessTime || word.business || word.users);
    return ofBusiness ? OUTCOME : changed;
  }
  if (!isMeasured(here)) return NOTHING;
  if (here.isNear((word) => word.businessTime || word.business)) return OUTCOME;
  return technical ? TECHNICAL : NOTHING;
}

/** "40 minutes less on paperwork", "40 fewer minutes", "12 days sooner"; not "three months earlier, I had joined". */
function isSaved(here: Surroundings): boolean {
  if (here.first === here.sentence.first) return false;
  for (let k = here.first; k <= here.last; k += 1)
    if (SHORTER.has(here.id(k))) return here.id(k) !== EARLIER || !here.hasAnywhere(PAST);
  return false;
}

/** "Is now two days", "now clears in 9 minutes". */
function isNow(here: Surroundings): boolean {
  if (here.wordAfter === NOW) return true;
  for (let k = here.first - 1; k >= here.first - NEAR_NOW && !here.isBreak(k + 1); k -= 1)
    if (here.id(k) === NOW) return here.is(k - 1).be || k < here.first - 1;
  return false;
}

/** "Tickets are answered in two hours": it takes this long each time. "The project is planned in two weeks" is rare. */
function isServedIn(here: Surroundings): boolean {
  if (here.wordBefore !== IN && here.wordBefore !== WITHIN) return false;
  return here.some(here.first - NEAR, here.first - 2, (k) => SERVING.has(here.id(k)) && !here.is(k - 1).first);
}

/** "Takes 40 minutes instead of two days" is a change, whatever it is of. */
function isCompared(here: Surroundings): boolean {
  return (WAITS.has(here.wordBefore) || TAKES.has(here.wordBefore)) && here.hasAnywhere(COMPARES);
}

/** "To two days", "under two days", "is two days": it is what something takes, rather than how long ago it was. */
function isMeasured(here: Surroundings): boolean {
  const before = here.wordBefore;
  return before === TO || before === UNDER || before === THAN || before === BELOW || here.is(here.first - 1).be;
}
