import { wordIds } from '../../prose/vocabulary';
import { MORE_OR_LESS, NO_NOUN, ROLLOUT } from '../lexicon/aroundFigures';
import type { Surroundings } from './surroundings';
import { saysRunningCost } from './runningCost';
import { NOTHING, OUTCOME, QUALITY, type Verdict } from './verdict';

const [DOWN, ENGINEER, STORY, OF, TIME] = wordIds('down engineer story of time');
/** Words after "of" that say what a share is of. */
const OF_REACH = 5;
/** Words before a share that say that it was a step of a launch. */
const ROLLOUT_REACH = 6;

/** Points: of a score, or story points. */
export function judgePoints(here: Surroundings): Verdict {
  if (/story|point/u.test(here.quantity.unit ?? '') && here.wordBefore === STORY) return NOTHING;
  return here.unit().technical || here.subject() === 'technical' ? QUALITY : OUTCOME;
}

/** "Tripled"; "a 10x engineer" and "3x down" say nothing. */
export function judgeMultiplier(here: Surroundings): Verdict {
  return here.wordAfter === DOWN || here.wordAfter === ENGINEER ? NOTHING : judgeShare(here);
}

/** Percentages, multipliers and ratios: the nearest noun says what they are of. */
export function judgeShare(here: Surroundings): Verdict {
  const isPart = here.wordAfter === OF || here.quantity.kind === 'ratio';
  if (isPart && (isPartOfWork(here) || here.hasBefore(ROLLOUT, ROLLOUT_REACH))) return NOTHING;
  const subject = here.subject();
  const { adopt } = here.sentence.has;
  if (subject === 'team') return adopt ? OUTCOME : NOTHING;
  if (subject === 'technical' || (subject === undefined && isComparison(here))) return QUALITY;
  return { role: 'outcome', constraint: subject === 'business' && saysRunningCost(here) };
}

/** "30% of my time", "half of the team"; not "half of the teams adopted it". */
function isPartOfWork(here: Surroundings): boolean {
  const from = here.wordAfter === OF ? here.last + 1 : here.last;
  for (let k = from; k < here.last + OF_REACH; k += 1) {
    const { team, users, business } = here.is(k);
    if (here.id(k) === TIME || (team && !here.sentence.has.adopt)) return true;
    if (users || business) return false;
  }
  return false;
}

/** "40% faster"; not "9% more rubbish", which is more of something. */
function isComparison(here: Surroundings): boolean {
  return here.is(here.last).comparative && !isMoreOfSomething(here);
}

function isMoreOfSomething(here: Surroundings): boolean {
  const noun = here.last + 1;
  return (
    MORE_OR_LESS.has(here.wordAfter) &&
    here.isInside(noun) &&
    !here.isBreak(noun) &&
    !NO_NOUN.has(here.id(noun)) &&
    !here.wordEndsWith(noun, 'ly')
  );
}
