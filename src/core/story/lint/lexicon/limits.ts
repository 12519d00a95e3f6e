import { wordSet } from '../../prose/vocabulary';

/** How a task says what must not happen, and what has to stay, beside what is to be done. */

/** With "not" behind them: "production must not stop", "nothing may be lost". */
export const MUSTS = wordSet('must should shall may might');
/** With "not to" behind them, or "no": "the express was not to be held", "there were to be no new vans". */
export const BES = wordSet('is are was were');
/** Without a "not" behind them: "mustn't", "shouldn't". */
export const MUST_NOTS = wordSet("mustn't shouldn't needn't mustnt shouldnt");
/** "They are not allowed to", "was not supposed to". */
export const ALLOWED = wordSet('allowed permitted supposed meant expected');
/** "Don't break it", "never drop a call". */
export const DO_NOTS = wordSet("don't dont never");
/** What a task forbids to do to something, or to let happen. */
export const HARMS = wordSet(`
  touch touching change changing alter altering raise raising lower lowering lose losing hurt hurting harm harming slow
  slowing disturb disturbing move moving drop dropping cut cutting increase increasing reduce reducing worsen worsening
  break breaking annoy annoying add adding hire hiring spend spending buy buying close closing lengthen lengthening let
  letting make making damage damaging interrupt interrupting stop stopping delay delaying skip skipping miss missing
  sacrifice sacrificing compromise compromising upset upsetting exceed exceeding put putting take taking cause causing
  scare scaring lay laying fire firing use using overload overloading breach breaching risk risking weaken weakening
  endanger endangering affect affecting introduce introducing give giving go going disrupt disrupting hold holding
  degrade degrading push pushing shut shutting trigger triggering leak leaking expose exposing exclude excluding
`);
/** "While avoiding layoffs". */
export const AVOIDS = wordSet('avoid avoiding prevent preventing spare sparing');
/** "And keep the price", "while staying within budget". */
export const KEEPS = wordSet(`
  keep keeping hold holding maintain maintaining protect protecting preserve preserving leave leaving sustain sustaining
  safeguard safeguarding retain retaining respect respecting honour honouring honor honoring guard guarding conserve
  conserving stay staying remain remaining
`);
/** Between "and" and such a verb. */
export const BEFORE_KEEPS = wordSet('to still also yet otherwise always at the same time we i had');
/** "With the harvest kept where it was". */
export const KEPT = wordSet('kept held unchanged intact constant steady stable flat unaffected untouched preserved');
/** "With the same team", "on the existing budget". */
export const AS_BEFORE = wordSet('same existing current present');
export const MEANS_BEFORE = wordSet('with on within for from');
/** "Provided that nobody had to move". */
export const PROVIDED = wordSet('provided providing');
export const MEANS = wordSet(`
  people team staff crew hands colleagues headcount money budget budgets funds means equipment machines tools rooms price
  prices cost costs spend hours
`);
/** Nothing of something was to be: "not one post more", "not a single call". */
export const ANY = wordSet('one a single any');
/** None of something: "no extra staff", "zero downtime". */
export const NONE = wordSet('no zero');
/** Before these, none was to be; after others, none was there. */
export const BEFORE_NONE = wordSet('with and but at for on be');
/** "Nobody was to be paid late", "nothing may be lost". */
export const NOBODY = wordSet('nobody noone nothing none no');
/** "Discounts were off the table", "overtime was taboo". */
export const BANNED = wordSet(`
  taboo forbidden banned excluded untouchable sacrosanct sacred frozen capped fixed prohibited impossible limits table
  question
`);
export const BEFORE_BANNED = wordSet('off out');
