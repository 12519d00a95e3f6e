/**
 * The vocabulary of what makes a story very good, and of what makes it weak, sorted by meaning. A class only says that
 * a sentence is worth a closer look: the tests in `../signals` look at its shape.
 */

/** What did not happen, or might: "it would have cost", "I'd take it". */
export const WOULD = "would could might wouldn't i'd he'd she'd they'd we'd you'd";

/** Verbs and nouns of making up one's mind. */
export const DECISIONS = `
  decide decided deciding decision choose chose chosen choosing choice opt opted picked preferred refuse refused
  refusing declined rejected insisted settled favoured favored resolved ruled turned said postponed deferred argued
  recommended proposed suggested reckoned judged
`;

/** Those that were not part of it, or not yet: what a result is compared with. */
export const OTHERS = `
  control controls holdout holdouts heldout holdback counterfactual random randomly randomised randomized placebo lot
  matched sister parallel neighbouring neighboring untouched unchanged other others another rest remaining half halves
  group groups arm arms cohort cohorts those ones stayed stay stays remained kept keep left leave
  leaving held flat equal comparable difference gap ever move change improve fall rise budge
`;

/** Doing something bit by bit. */
export const STAGES = `
  first start started began begin beginning starting pilot piloted piloting trial trialled trialed tried canary
  rolled ramped ramp staged wave waves halves switched released opened tested let
`;

/** What else may have caused the result, and how much of it one claims. */
export const CREDIT = `
  luck lucky luckily coincidence claim claims claimed credit credited attribute attributed ascribe ascribed owe owed
  due helped help part some same meanwhile likely probably partly confounder confounded explain explains explained
  reason cause causes count trust true anyway themselves otherwise also too
  well us did maybe may will certainly surely half much simply ours mine merit
`;

/** Went wrong by one's own doing. */
export const FAULTS = `
  mistake mistakes wrong wrongly failed fail erred misjudged misread misunderstood underestimated overestimated
  overlooked forgot forgotten missed neglected regret regretted fault badly hasty haste careless ignored naive
  backfired blamed postponed bypassed hadn't had first
`;

/** From then on. */
export const AFTERWARDS = 'since now next later today thereafter then when this last';

/** What one stood to lose, or somebody had lost. */
export const STAKES = `
  lose loses losing lost loss close closed closing closure stop stopped penalty penalties fine fines fined cancel
  cancelled canceled quit quitting resign resigned dismissed redundant jobs dissolve dissolved liable sue sued lawsuit
  hurt harm harmed injured injury broke broken died dying death deaths fallen fell bankrupt insolvent refunded freeze
  frozen banned lapse lapsed expire expired tender notice waited thrown alone dangerous danger unable outage hungry
  repeat drop dropped attack attackers
`;

/** Somebody else stands by it. */
export const CONFIRMATIONS = `
  confirmed confirms confirm audited audit verified verifies signed approved adopted adopts copied renewed repeated
  rechecked recounted checked lifted credited published asked asks took uses used accepted praised
`;

/** Praise and superlatives, which nobody can check. */
export const INFLATED = `
  amazing incredible fantastic awesome brilliant excellent outstanding exceptional extraordinary superb perfect
  perfectly wonderful overwhelming overwhelmingly enthusiastic enthusiastically impressed impressive inspired inspiring
  delighted thrilled loved gamechanger revolutionary revolutionised revolutionized cuttingedge stateoftheart worldclass
  bestinclass nextgeneration futureproof holistic synergy synergies winwin success successes successful successfully
  passionate passion proud pleased happy happier satisfied grateful fortune super biggest greatest leading award awards
  advanced modern newest efficient visionary excited exciting tremendous robust powerful seamless unique huge massive
  massively great dramatically
`;

/** What is said of everything and everybody. */
export const GENERAL = `
  always never everyone everybody anyone everywhere everything nowadays generally typically usually basically obviously
  naturally course challenging challenge challenges communication teamwork collaboration stakeholder stakeholders
  transparency mindset attitude culture topic topics important importance essential crucial key life career
  professional competitive demanding various several countless regular aligned alignment believe opinion convinced
  honestly positive you your
`;
