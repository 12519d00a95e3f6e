import { wordIds, wordSet } from '../../prose/vocabulary';
import type { WordClasses } from '../lexicon/classes';
import { EMPLOYS, PLACES, RECEIVES, WORKLOAD } from '../lexicon/aroundFigures';
import type { Surroundings } from './surroundings';
import { NOTHING, OUTCOME, TECHNICAL, type Verdict } from './verdict';

const [BY, IT] = wordIds('by it');
/** Counts from here on are a scale to run at, rather than a handful. */
const SCALE = 1000;
/** How many of them there may be is a matter of quality, not what something runs under. */
export const FAULTS = wordSet(
  'error errors bug bugs defect defects crash crashes failure failures exception exceptions outage outages',
);
/** Words before a count that say what was done with it. */
const NEAR_BEFORE = 4;
/** Words after a count of people that say whether they adopted something. */
const NEAR_AFTER = 3;

/** "5,000 events per second" is technical; "2,000 more orders a day" is an outcome. */
export function judgeRate(here: Surroundings): Verdict {
  const unit = here.unit();
  const { change, achieve, comparative } = here.sentence.has;
  const isChange = here.quantity.from !== undefined;
  if (!unit.users && !unit.business) {
    // "Orders rose from 240 to 300 a week": what is counted stands before it.
    return isChange && here.quantity.unit === null && here.subject() !== 'technical' ? OUTCOME : TECHNICAL;
  }
  const changed = isChange || change || achieve || comparative;
  return { role: changed ? 'outcome' : 'technical', constraint: true };
}

/** What a count says depends on the noun that it counts: merchants, tickets, countries, engineers. */
export function judgeCount(here: Surroundings): Verdict {
  const unit = here.unit();
  const constraint = here.quantity.value >= SCALE || (unit.technical && !FAULTS.has(here.unitId()));
  if (unit.team) return judgeColleagues(here, constraint);
  if (unit.users) return judgeUsers(here, constraint);
  if (unit.business) return { role: 'outcome', constraint };
  if (PLACES.has(here.unitId())) return here.sentence.has.change ? OUTCOME : NOTHING;
  if (here.quantity.from !== undefined || (here.sentence.has.change && here.isNewValue()))
    return judgeChange(here, unit);
  // "Two outages less", "three fewer crashes".
  if (unit.technical && here.some(here.first, here.last + 1, (k) => here.is(k).comparative)) return TECHNICAL;
  return { role: isGained(here, unit) ? 'outcome' : 'none', constraint };
}

/** "Six teams adopted it" is an outcome, "a team of six" and "with 12 engineers" are not. */
function judgeColleagues(here: Surroundings, constraint: boolean): Verdict {
  if (EMPLOYS.has(here.wordBefore)) return NOTHING;
  return isAdopter(here) || here.quantity.value >= SCALE ? { role: 'outcome', constraint } : NOTHING;
}

/** "Six teams adopted it", "used by 40 teams". */
function isAdopter(here: Surroundings): boolean {
  const { first, last } = here;
  if (here.some(last, last + NEAR_AFTER, (k) => here.is(k).adopt)) return true;
  return here.wordBefore === BY && (here.is(first - 2).adopt || here.is(first - 3).adopt);
}

/** "Won 25 merchants" is an outcome; those who were interviewed, or whom one has anyway, are not. */
function judgeUsers(here: Surroundings, constraint: boolean): Verdict {
  for (let k = here.first - 1; k >= here.first - NEAR_BEFORE; k -= 1) {
    if (here.is(k).research) return NOTHING;
    if (RECEIVES.has(here.id(k)) && here.quantity.from === undefined && !isMadeByI(here, k))
      return { role: 'none', constraint };
  }
  return { role: 'outcome', constraint };
}

/** "I wrote a daily letter, and it has 9,000 readers": what somebody made got them. */
function isMadeByI(here: Surroundings, k: number): boolean {
  const { deed, build, first } = here.sentence.has;
  return here.id(k - 1) === IT && first && (deed || build);
}

/** "From 40 to 12": what it counts may stand before it. */
function judgeChange(here: Surroundings, unit: WordClasses): Verdict {
  const subject = here.subject();
  if (subject === 'team') return NOTHING;
  const isOfSystem = ofSystem(unit) || (here.quantity.unit === null && ofSystem(here.is(here.first - 1)));
  return isOfSystem || subject === 'technical' ? TECHNICAL : OUTCOME;
}

/** "Signed 12 hospitals": that many were won, and they are not merely the work on the way. */
function isGained(here: Surroundings, unit: WordClasses): boolean {
  const { achieve, adopt, comparative } = here.sentence.has;
  return (
    (achieve || adopt || comparative) && here.quantity.unit !== null && !ofSystem(unit) && !WORKLOAD.has(here.unitId())
  );
}

const ofSystem = ({ technical, system, infra }: WordClasses): boolean => technical || system || infra;
