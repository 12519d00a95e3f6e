import { wordSet } from '../../prose/vocabulary';

/** Words around a figure that show what it means. */

export const MORE_OR_LESS = wordSet('more fewer less');
/** Errors in these are people's, and fewer of them are an outcome; a system's error rate is technical. */
export const BY_HAND = wordSet(`
  dispensing picking packing medication prescription prescribing billing invoicing invoice typing spelling labelling
  labeling loading filing booking translation transcription shipping delivery kitchen payroll wiring welding assembly
  counting cooking dosing ordering sorting printing measuring paperwork clerical reading
`);
/** Told from later on. */
export const PAST = wordSet('had');
export const TAKES = wordSet('take takes took');
export const EMPLOYS = wordSet('employed employs employing with had has have');
export const TIME_PREPOSITIONS = wordSet(
  'in within over for after during past last every next first per each my spent of another before',
);
export const SAVES = wordSet(
  'saved saves saving save freed freeing shaved cut cutting reduced removed recovered reclaimed by',
);
export const RECEIVES = wordSet('with has had have having serving serves served supporting supports');
export const SPENDS = wordSet(
  'budget invested investing investment raised funding valued valuation spent spending costing',
);
/** What a change is called, and what leads to how large it was: "a cut of", "down", "a saving of". */
export const CHANGE_WORDS =
  'cut reduction drop fall decline decrease rise increase gain growth improvement saving by down up';
/** Costs that nobody budgets for. */
export const LOSSES = wordSet(`
  chargeback chargebacks refund refunds writeoff writeoffs fraud losses shrinkage penalties waste
`);
export const PLACES = wordSet('countries markets regions cities languages states geographies verticals territories');
export const ROLLOUT = wordSet(
  `
  rolled rollout rolling ramped ramp ramping exposed piloted pilot canary canaried holdout widened sampled opened
  released split
`,
);
export const WAITS = wordSet('wait waits waited need needs spend spends lasts');
export const COMPARES = wordSet('instead rather down than now where before');
/** What is built, held or done on the way: a count of them is not an outcome. */
export const WORKLOAD = wordSet(`
  features releases models parameters dashboards meetings interviews workshops talks experiments tests rows documents
  screens tables sources tools steps rules sprints projects products initiatives modules components endpoints apis
  repositories repos commits datasets metrics kpis reports slides epics stories requirements milestones phases
  iterations versions variants prototypes designs sessions integrations lines languages vendors options markets
  countries regions cities zones years quarters points questions fields topics brokers layers patents papers courses
  awards posts articles levels functions things times ways items tasks days weeks months use cases others them plans
  campaigns pilots bets launches deployments services pages calls
`);
export const GOAL_NOUNS = wordSet('goal goals target objective aim ambition mandate mission okr brief promise');
export const GOAL_VERBS = wordSet(
  `
  aimed aiming hoped hoping hope wanted planned tasked asked supposed intended expected promised trying needed plan
  plans aim want intend expect
`,
);
/** "Ahead of plan", "on plan": what was reached is compared with it. */
export const STANDARDS = wordSet('of on to');
/** After a stretch of time, or within it, these say that this much was saved. */
export const SHORTER = wordSet('less fewer sooner earlier');
/** After "20% more", these begin no noun. */
export const NO_NOUN = wordSet('than of to on in for at by and or but with often likely when if per a the');
export const REACHED = wordSet(
  'hit beat exceeded reached met against surpassed missed achieved delivered versus vs ahead above actual',
);
