import { wordSet } from '../../prose/vocabulary';

/** Words for what was to be done, and for how it is told afterwards. */

/** What is to get smaller, as an infinitive or a form in -ing. */
export const LOWERS = wordSet(`
  cut cutting reduce reducing lower lowering shorten shortening decrease decreasing halve halving shrink shrinking trim
  trimming drop dropping limit limiting contain containing minimise minimising minimize minimizing speed ease slash
`);
/** What is to get larger, or to be got. */
export const RAISES = wordSet(`
  raise raising increase increasing grow growing lift lifting boost boosting improve improving win winning enrol enroll
  enrolling recruit recruiting hire hiring sell selling collect collecting gain gaining reach reaching find finding fill
  filling sign signing attract attracting convert converting onboard onboarding book booking train training place placing
  register registering save saving earn earning secure securing
`);
/** "Bring it below 2%", "get it up to 90%": the words after them say which way. */
export const BRINGS = wordSet(
  'bring bringing get getting take taking move moving push pushing keep keeping hold holding',
);
/** Before a figure: no more than that. */
export const AT_MOST = wordSet('below under beneath within most maximum max');
/** Before a figure: no less. */
export const AT_LEAST = wordSet('least over above beyond minimum exceed exceeding');
/** "Less than", "no more than". */
export const SMALLER = wordSet('less fewer lower shorter smaller faster quicker');
export const LARGER = wordSet('more higher greater better larger');
/** What makes a figure one that was to be reached. */
export const IS_TO = wordSet(`
  to must should goal goals target targets aim objective task brief mandate asked promised wanted planned needed expected
  agreed had job responsible remit ask ordered instructed demanded required mission assignment
  wished mark figure bar ceiling threshold limit quota
`);
/** Before a figure of the result, these make it what was before, or what was wanted. */
export const NOT_REACHED_NOW = wordSet(`
  instead compared against versus vs than from previously originally formerly after previous last before target goal
  promised asked planned wanted aimed budget limit agreed
`);
/** It is said openly that the target was missed. */
export const ADMITS = wordSet('missed short shy failed');
export const PRONOUNS = wordSet('it that this them they these those there we i');
