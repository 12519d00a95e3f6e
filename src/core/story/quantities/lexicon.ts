import { WordMap, wordSet } from '../prose/vocabulary';

export const smallNumbers = new WordMap<number>(
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
   eighteen nineteen`
    .split(/\s+/)
    .map((word, i) => [word, i] as const),
);
export const tens = new WordMap<number>(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i] as const),
);
/** Scale words; their abbreviations are in scale.ts. */
export const magnitudes = new WordMap<number>([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1e3],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['million', 1e6],
  ['crore', 1e7],
  ['crores', 1e7],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
export const denominators = new WordMap<number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fourth', 4],
  ['fourths', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);
/** Shares in one character, by its code. */
export const vulgarFractions: ReadonlyMap<number, number> = new Map(
  (
    [
      ['½', 1 / 2],
      ['⅓', 1 / 3],
      ['⅔', 2 / 3],
      ['¼', 1 / 4],
      ['¾', 3 / 4],
      ['⅕', 1 / 5],
      ['⅛', 1 / 8],
    ] as const
  ).map(([sign, share]) => [sign.charCodeAt(0), share]),
);

/** Verbs and adjectives that multiply. */
export const multipliers = new WordMap<number>([
  ['doubled', 2],
  ['doubling', 2],
  ['doubles', 2],
  ['double', 2],
  ['tripled', 3],
  ['tripling', 3],
  ['triples', 3],
  ['triple', 3],
  ['trebled', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quadruples', 4],
  ['quadruple', 4],
  ['quintupled', 5],
  ['quintupling', 5],
  ['halved', 0.5],
  ['halving', 0.5],
  ['halve', 0.5],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['tenfold', 10],
  ['twentyfold', 20],
  ['hundredfold', 100],
  ['thousandfold', 1000],
  ['twice', 2],
  ['thrice', 3],
]);

export const months = wordSet(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec
`);

/** Between "from" or "to" and a figure: they hedge it and are not part of it. */
export const hedges = wordSet(`
  about around roughly nearly almost approximately approx over under above below just only some circa merely barely
  well up down upwards than least most more less fewer at an average median mean
`);

/** "An average of 12": the one "of" that hedges. */
export const averages = wordSet('average median mean');

/** A noun phrase ends before these. */
export const stops = wordSet(`
  the a an this that these those my our your his her its their whose of in on at by for from to into onto with within
  without over under above below across through throughout during before after since until till per via as than and or
  but nor so yet if when while where which who whom what that's because though although whereas is are was were be
  been being am has have had having do does did doing will would can could should may might must shall i we you he she
  it they them us me him not no only just then also both each every any now later today yesterday tomorrow ago again
  still even once about around between among amongst against along behind beyond near off out up down minus versus vs
  faster slower better worse higher lower sooner earlier longer shorter cheaper larger smaller bigger greater
  including excluding except plus became left said went got made took came asked joined wanted needed agreed wrote ran
  saw gave gives gets makes takes remain remained too there here instead altogether respectively apiece annually yoy
  qoq mom onwards upwards together thereafter despite toward towards i'm we're didn't always never sometimes besides
  perhaps thus unless across whereas via nevertheless afterwards i'd it's wasn't weren't exceeds means equals becomes
  rises falls grows comes leaves stays happens depends seems looks wants fails pays tells sits belongs
`);

/** Set off a noun from its figure without being part of what is counted. */
export const asides = wordSet(`
  more fewer less extra additional other further different distinct separate consecutive straight successive total
  full
`);

/** Plurals that English uses as a first part: "12 sales reps". */
export const modifyingPlurals = wordSet(`
  sales operations ops systems analytics logistics economics news series robotics graphics arts electronics devops
  kubernetes postgres redis jenkins windows rails process access success business aws saas ios wireless cross
`);

/**
 * Plurals that are a first part only where a plural follows at once: "5 payments engineers", but "5 services need
 * owners".
 */
export const pluralModifiers = wordSet(`
  people services products payments rewards communications savings goods sports rights claims platforms parts
`);
export const irregularPlurals = wordSet(`
  people men women children staff personnel headcount feet criteria phenomena alumni faculty aircraft crew offspring
  mice hires dau mau wau daus cattle sheep deer fish spacecraft hovercraft clergy infantry teeth geese oxen pax
  policemen gunmen firemen salesmen businessmen businesswomen servicemen fishermen craftsmen tradesmen workmen seamen
  airmen congressmen clergymen salespeople businesspeople townspeople tradespeople craftspeople grandchildren
  schoolchildren stepchildren godchildren
`);
export const notPlural = wordSet(`
  is was has does this his hers its ours yours theirs us yes as plus gas bias canvas atlas alias texas kansas
  christmas pyjamas news lens always thus perhaps besides overseas says goes
`);
export const pluralsLikeSingulars = wordSet(`
  kpis apis guis uis wikis taxis skis rabbis menus gurus gpus cpus vcpus skus tpus bus cris ciis pois rois
`);

/** Pick out things that are known: "12 of our customers". */
export const determiners = wordSet('the our my their its his her all every these those');

/** Nouns of talk and idiom: "two things", "three times", "five nines" measure nothing. */
export const idleNouns = wordSet(`
  things thing reasons ways sides times halves kinds sorts nines worlds minds ends degrees aspects
  cents o clock percentile percentiles st nd rd th whys figures
`);

/**
 * What small spelled numbers of are a way of talking: "two options", "three questions"; "3 questions" in figures still
 * counts.
 */
export const talkNouns = wordSet(`
  options questions choices decisions ideas problems issues goals approaches principles rules priorities themes camps
  factors concerns constraints assumptions arguments objections sentences words paths steps examples scenarios cases
  occasions directions perspectives answers mistakes risks criteria topics opinions alternatives possibilities routes
  schools kids children heads birds stones hands eyes lessons takeaways
`);

/** After a hyphen these make a name or an idiom of the number: "64-bit", "two-way", "12-factor". */
export const hyphenIdioms = wordSet(`
  bit bits degree degrees way ways tier tiered factor sided side pizza phase phased figure figures digit digits star d
  k in on to a and by off ish based up time times piece dimensional dimension pager click clicks step liner player
  part parter stage layer layered letter word track lane bedroom level sigma channel hole course eyed
  armed legged pronged pointer thirds third quarters fifths half halves fourths tenths fourth fifth tenth hundredths
  trick one two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety wheel
  speed stop size man fits self nines touch trust downtime day's sum party first second or for per knowledge copy ply
  fa stroke color colour axis dot something odd of whys box
`);

/** Spelled numbers make a measure of these after a hyphen: "a six-person team". */
export const hyphenNouns = wordSet(`
  person people node member engineer developer team region country city site page seat store market server broker
  partition shard cluster core gpu warehouse customer user vendor designer analyst product service property location
  office state company bank hospital school machine device screen question stakeholder client account
`);

/** Words whose number is their name. */
export const namesWithNumbers = wordSet(`
  section sections chapter chapters page pages figure fig step phase tier level apartment flat gate seat version
  versions v line lines room building suite floor apt rule round question item part stage grade class type port error
  code status issue ticket bug pr no number option sprint wave milestone volume vol appendix table exhibit slide
  article clause track lane gate bay top rank ranked area catch formula channel highway interstate flight week day
  month year quarter act episode season lesson module unit batch cohort day priority severity sev layer http https tls
  ssl rfc iso soc pci route fortune series windows office python java kafka android ios iphone ubuntu postgres
  postgresql react angular vue node kubernetes xbox playstation ipad galaxy pixel web basel llama claude gemini gpt
  spark rails django debian oracle mysql redis php ruby chrome firefox safari level ec utf sha ipv bit studio street
  avenue q h fy pod zone az group apollo terminal tls oauth sap exchange server sharepoint directx usb hdmi bluetooth
  airbus boeing raid mazda wifi industry article section title form schedule regulation directive act bill proposition highway model chapter-11
  formula size lemma theorem theorems corollary eq eqn equation bus tram train hangar dock aisle platform psalm opus op
  berth locker shelf ward bed coach carriage hall clinic cubicle hymn symphony sonata concerto junction extension
`);

export const sentenceOpeners = wordSet(`
  in over about only with all our the my nearly at from to by for of these those some roughly almost within today now
  then later another every more than under hire hired led cut add grew built ran won
`);

/** Verbs after which "to 12" or "by 12" gives a figure. */
export const changeVerbs = wordSet(`
  grew grow grown growing grows cut cuts cutting reduced reduce reducing reduces increased increase increasing
  increases dropped drop dropping drops fell fall fallen falling falls rose rise risen rising rises raised raise
  raising lifted lift lifting expanded expand expanding scaled scale scaling shrank shrink shrunk shrinking climbed
  climb climbing jumped jump jumping went brought bring bringing took take taking decreased decrease decreasing
  lowered lower lowering improved improve improving slashed slash trimmed trim boosted boost declined decline ramped
  pushed push drove slid surged plunged soared doubled tripled halved quadrupled narrowed widened consolidated
  shortened extended condensed slipped slip eased edged inched tumbled sank dipped dip advanced rallied slumped retreated
  gained gain lost shed firmed skidded sagged ticked nudged crept
`);
/** The verbs after which there is less. */
export const fallVerbs = wordSet(`
  cut cuts cutting reduced reduce reducing reduces dropped drop dropping drops fell fall fallen falling falls shrank
  shrink shrunk shrinking decreased decrease decreasing lowered lower lowering slashed slash trimmed trim declined
  decline plunged narrowed shortened slipped slip eased tumbled sank dipped dip slumped retreated lost shed skidded sagged
`);
/** The verbs after which there is more. */
export const riseVerbs = wordSet(`
  grew grow grown growing grows increased increase increasing increases rose rise risen rising rises raised raise raising
  lifted lift lifting expanded expand expanding climbed climb climbing jumped jump jumping boosted boost soared widened
  extended advanced rallied gained gain firmed
`);
export const replacements = wordSet(`
  upgraded upgrade upgrading migrated migrate migrating migration ported port porting bumped bump switched switching
  switch rebased version versions
`);
/** "A team of 12", "a headcount of 40". */
export const groups = wordSet(`
  team group staff headcount squad org organisation organization cohort crew department panel committee workforce
  audience total sample population company startup squads
`);
export const reachVerbs = wordSet('reached hit exceeded surpassed totalled totaled topped passed crossed averaged');

export const scoreNames = wordSet(`
  nps enps csat esat ces sus auc auroc roc-auc auc-roc pr-auc bleu ndcg rouge gpa mos rating score map f1 f2 macro-f1 micro-f1
  f1-score accuracy precision recall perplexity mrr rouge-l rouge-1 rouge-2 rmse mape psnr ssim iou miou
  brier kappa gini jaccard dice mcc f-score f-measure wer cer meteor mae mse logloss rmsle smape icc sensitivity
  specificity correlation similarity r r2 r-squared silhouette reliability
`);
export const scoreLinks = wordSet(`
  of to at by from was is are reached hit rose climbed dropped fell moved went score scores rating up down improved
  jumped increased increase grew gained averaged averaging stood stands from lifted sat sits held and our the with a an it now
`);
