import { wordSet } from '../../prose/vocabulary';

/** How a price is told without a word of weighing: what was not done, who minded, what came late or got worse. */

/** With I or we before them, these leave something undone or turn it away. */
export const OMITS = wordSet(`
  skipped skip cancelled canceled scrapped ditched axed abandoned struck omitted neglected forgo forwent shelved halted suspended postponed deferred delayed refused declined resisted overruled overrode sacrificed forfeited
  bumped demoted
`);
/** What nobody misses: to do away with it is no price. */
export const WORN = wordSet(`
  old legacy forgotten unused duplicate duplicates duplicated redundant obsolete dead empty outdated useless pointless
  needless unnecessary deal balance chord
`);
export const STOPS = wordSet('stopped quit ceased');
/** After "stopped", what one offered or did for others. */
export const OFFERED = wordSet(`
  making selling taking offering publishing printing serving baking answering teaching buying opening showing accepting
  shipping supporting running paying hiring building writing visiting cleaning delivering stocking cooking
`);
/** "Let the series go", "left it for later". */
export const LETS = wordSet('let letting');
export const LAPSES = wordSet('go lapse slip slide wait drop die rest');
/** After "go", the end of what is said, or a reason. */
export const AFTER_LET_GO = wordSet('of because as so although though and but for since');
export const STARTS = wordSet(`
  shipped ship launched launch released release opened open delivered went live started published printed flew sailed
  played printed served
`);
/** To start without these is a gain. */
export const SMOOTH = wordSet(`
  hitch hitches incident incidents problem problems issue issues trouble downtime delay delays bug bugs error errors
  interruption interruptions disruption fuss drama accident accidents outage outages loss losing breaking complaint
  complaints mistake mistakes defect defects stopping waiting overtime help single injury injuries crash further
`);

/** Somebody else's wish, which one stood against. */
export const WISHES = wordSet(
  'preferred wished wanted wants asked expected demanded insisted urged suggested proposed favoured favored',
);
export const STANDS_AGAINST = wordSet(`
  argued held stood insisted stuck persuaded convinced kept talked chose decided built pushed went said took stayed
`);
/** Right after them, these stand against: "held out", "stood firm", "argued for". */
export const STANDS_HOW = wordSet('out firm for on to with them him her back ahead no only');

export const MINDS = wordSet(`
  hated hates disliked dislikes resented resents complained complain complains grumbled grumble grumbles moaned moan
  protested objected sulked cursed booed hissed resigned
`);
/** What they minded is what was done: "hated it", "complained about the change". */
export const WHAT_IS_MINDED = wordSet(`
  it this that me us them him at loudly bitterly about for and but because when all openly in over to
`);
export const ABOUT = wordSet('about at over to');
export const NEW_THING = wordSet('it this that losing having being me us them my our');
/** After "the", what was changed. */
export const CHANGES = wordSet('new change changes switch move rule rules decision cut cuts wait noise loss extra');
/** Who was like that, or found it so, minded. */
export const CROSS = wordSet(`
  angry furious cross upset unhappy annoyed offended disappointed bitter resentful grumpy livid displeased dismayed
  irritated frustrated
`);
/** What people find a thing that they mind. */
export const FOUND_BAD = wordSet(
  'rude ugly insulting unfair cold harsh petty silly cheap unfriendly impersonal bossy confusing',
);
export const FINDS = wordSet('found find finds thought think called call considered');
/** After a feeling, these say that it was there before. */
export const WHEN = wordSet('when before until');
export const FEELS = wordSet('was were is are got felt became remained stayed');
export const COMPLAINTS = wordSet('complaint complaints protests objections grumbling grumbles');
export const GETS = wordSet('had got get received drew brought caused earned came took');
export const SOME = wordSet('a some several many few angry more loud');
/** Holding on, whoever minded. */
export const HOLDS_ON = wordSet(
  'kept keep held stuck stood left stayed persisted insisted anyway nonetheless nevertheless again',
);

export const SLIPS = wordSet('slipped slid overran stalled');
/** "Slipped through the net": what slipped was no date. */
export const NO_DATE = wordSet('through past into out away off in');
export const PUTS = wordSet('put puts pushed pushes set sets moved moves held holds threw knocked');
export const BACK = wordSet('back hold ice');
export const LATE = wordSet('late later');
export const BY_HOW_MUCH = wordSet('than by into too');

/** Worse than it would have been, or than before. */
export const WORSE = wordSet(`
  slower worse longer harder dearer costlier uglier clumsier riskier weaker poorer heavier rougher coarser noisier
  thinner emptier narrower hotter colder dirtier duller louder bumpier stricter
`);
/** Bad as such: a price where it is so now. */
export const BAD = wordSet(`
  thin bare ugly crowded cramped clumsy noisy dull slow boring awkward tedious cold rough coarse plain heavy dearer
`);
export const IS_NOW = wordSet("is are it's that's they're look looks feel feels sound sounds taste tastes");
export const HARD_ON = wordSet('hard tough rough');
/** "Costs more", "takes longer". */
export const USES = wordSet('cost costs take takes took need needs');
export const MORE = wordSet('more longer extra');
export const IS_OR_LOOKS = wordSet(`
  is are was were be been became become got get gets look looks looked feel feels felt run runs ran take takes took go
  goes sound sounds sounded taste tastes tasted grew stay stays stayed wait waits waited
`);
export const MEANS_NOW = wordSet('means mean meaning');
export const MEANT = wordSet('meant');
/** After "means", these are burdens; "fewer errors" is not. */
export const BURDENS_AFTER_MEANS = wordSet(`
  extra cannot can't lose loses losing wait waits waiting overtime weekends nights evenings unpaid late later without
  paperwork double twice giving
`);
/** Of what was before, or in what might have been. */
export const OF_BEFORE = wordSet(`
  old before previously formerly used had would wouldn't could might if they'd otherwise until usually
`);
export const DENIES_PRICE = wordSet(`
  no not never nobody none noone nothing without stop stopped avoid avoided prevent prevented fewer less instead don't
  didn't doesn't hardly zero isn't wasn't aren't weren't who who'd
`);

export const MUST = wordSet('have has had');
export const NO_BURDENED = wordSet("you i we i'd we'd longer only never don't nobody");
export const GOT = wordSet('got get gets received had saw');
/** "Less of the syllabus", "less sleep". */
export const GOODS = wordSet(`
  room sleep attention variety choice control privacy freedom detail accuracy precision comfort space daylight colour
  rest support revenue income
`);
export const TWICE = wordSet('twice double triple thrice');
export const TIMES_OF_ONES_OWN = wordSet(`
  weekend weekends evening evenings nights holiday holidays sundays saturdays sleep lunch lunches bonus savings pocket
`);
export const OWN_TIME = wordSet('own spare free');
export const MORE_ASSETS = wordSet(`
  rating ratings morale quality precision recall takings turnover output speed volume footfall traffic reach freshness
`);
export const SINKS = wordSet('slid dipped sagged suffered worsened');
export const MORE_BURDENS = wordSet('rent prices price fuel noise workload turnover');
export const BETWEEN_RISE = wordSet('has have also then briefly first even still');
export const LEAVES = wordSet('left quit resigned walked');
export const AFTER_LEAVING = wordSet('us me over because for in at and early out');
/** Whom a cost falls on. */
export const WHOM = wordSet('me us him her them');
export const WOULD_RATHER = wordSet("i'd we'd they'd he'd she'd would");
/** What is no deed of one's own, or none yet: with I before them, they set the scene. */
export const NO_DEEDS = wordSet(`
  joined started worked managed wanted needed used liked hoped realised realized learned learnt faced lived owned
  noticed inherited supervised headed studied came arrived was were had saw found got knew heard felt asked interviewed surveyed measured watched listened analysed analyzed counted
  checked called rang phoned read visited met spoke talked looked discovered
`);
/** Money or time that went as a whole into one thing. */
export const SPENDS = wordSet('gave spent put poured used sold');
export const WHOLE = wordSet('whole entire all last full');
export const TO_PAY = wordSet('pay fund finance afford');
export const UNTIL = wordSet('until till for');
export const TURNS = wordSet('turn turning turned send sent');
export const AWAY = wordSet('down away');
/** Before "miss", these say that nobody does, or that nobody is to. */
export const NOT_MISSED = wordSet("to not don't never nobody didn't won't would could might can not i we");
