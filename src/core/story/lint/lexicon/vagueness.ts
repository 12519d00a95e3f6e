import { wordSet, type WordSet } from '../../prose/vocabulary';

/** Words that stand where a figure should be, and what decides whether they do. */

export const ADVERBS = wordSet(`
  significantly substantially dramatically considerably massively hugely enormously tremendously greatly vastly
  drastically immensely noticeably markedly exponentially sharply measurably remarkably materially meaningfully
  immeasurably phenomenally appreciably radically strikingly spectacularly astronomically
  steeply strongly visibly
`);
export const ADJECTIVES = wordSet(
  `
  significant substantial dramatic considerable massive huge enormous tremendous vast drastic immense sizeable sizable
  remarkable countless numerous gigantic whopping exponential marked noticeable appreciable staggering astronomical
  immeasurable colossal spectacular striking measurable visible radical sweeping innumerable myriad
`,
);
export const HEAPS = wordSet(
  'lot lots ton tons bunch loads plenty heaps deal hundreds thousands millions dozens multitude',
);
/** "How many customers came back": what follows is counted, and no count is given. */
export const MANY = wordSet('many');
export const NOT_SO_MANY = wordSet('not as so too how that this very these those the');
/** Whoever asks or finds out "how many" says what they wanted to know, and not what came of it. */
export const FINDS_OUT = wordSet(`
  ask asks asked asking know knew known knows knowing count counted counting counts measure measured measures measuring
  see saw seen show showed shows shown showing track tracked tracks tracking find found learn learned learnt check
  checked estimate estimated calculate calculated predict predicted predicts forecast forecasts report reports reported
  decide decided tell tells question matter matters mattered work worked depends depend record recorded log logged
  list lists listed limit limits wonder wondered regardless of on guess guessed by analyse analysed understand
  understood define defined set compare compared note noted wrote write
`);
/** What a figure could stand before, besides metrics, users and colleagues. */
export const MEASURABLE = wordSet(`
  scale dataset datasets audience backlog data traffic demand time money effort work hours days weeks months growth
  volume volumes load code requests events messages queries features meetings experiments tests documents rows records
  systems services projects products stock capacity space resources manual rework overhead adoption headcount
  interviews models gap amounts sums scalability performance efficiency speed quality reliability duplicates
  spreadsheets emails
`);
/** What no figure could stand before. */
export const UNCOUNTABLE = wordSet(`
  ways things us this news process progress success stress access business focus respect lessons reasons questions
  ideas discussions conversations thanks politics politicians emotions feelings opinions options aspects is was has
  challenges details trust sentiment risk risks debates fans debates hopes doubts nerves unknowns sense cases odds
  differences others parents friends always perhaps pros analysis emphasis pushbacks concerns afterwards onwards upwards
`);
export const NO_FIGURE = wordSet(`
  other others figures digits digit fan fans relief thanks honour honor mistake shock surprise pressure challenge
  problem risk opportunity deal help lesson debate question reason part role believer supporter advocate step moment
  decision test
`);
export const LEARNING = wordSet(`
  learned learnt learn learning thanks talked talk cared care cares mattered matters matter means meant helped thought
  happened happens argued debated travelled traveled taught not enjoyed read listened asked laughed has had
`);

/** "Much faster": before a comparative. */
export const DEGREES = wordSet('much far way');

/** Verbs that say of a change that it was great, and not how great: "absence plummeted". */
export const PLUNGES = wordSet(`
  plummeted plunged tumbled nosedived collapsed cratered evaporated dwindled slumped soared skyrocketed rocketed exploded
  ballooned mushroomed surged snowballed spiked boomed flourished shot
`);
/** "A handful of", "a host of": amounts by themselves. */
export const AMOUNTS = wordSet('handful host fraction raft slew pile piles swathe swathes string majority');
/** "A good chunk of", "a fair number of": amounts after an adjective. */
export const PARTIAL = wordSet(`
  chunk chunks part portion share slice number amount proportion percentage bit sum sums margin
`);
export const SIZES = wordSet(`
  good fair large big decent sizeable sizable huge great healthy hefty tidy handsome significant substantial considerable
  wide comfortable clear vast fat respectable generous
`);
/** Before "any", "no" or "few", these say that it was little, and not how little: "hardly any", "next to no". */
export const HARDLY = wordSet('hardly barely scarcely almost nearly practically virtually');
export const ANYBODY = wordSet('any anyone anybody no nobody none nothing');
export const FEW = wordSet('few');
export const BEFORE_FEW = wordSet('very fair good precious quite exceedingly');
/** "A sharp drop", "a steep rise". */
export const STEEP = wordSet('sharp steep hefty notable pronounced stark big large major strong rapid');
/** "Far below the limit", "well above plan". */
export const BEYOND = wordSet('far well way');
export const PAST = wordSet('below above under over beyond');
export const LINES = wordSet('the our their its my plan target budget average last what');
/** What one does less of: "they wait far less". */
export const DONE_LESS = wordSet(`
  wait waits waited pay pays paid spend spends spent lose loses lost cost costs call calls called complain complains
  complained take takes took need needs needed waste wastes wasted use uses used drive drives drove walk walks walked
  earn earns earned sell sells sold buy buys bought work works worked weighs throw throws threw borrow borrows borrowed
`);

/** "Much more often": how many times, how soon, or a share. */
export const HOW_OFTEN = wordSet(`
  often frequently frequent rarely seldom quickly punctual punctually regularly busy crowded productive efficient
  expensive accurate likely
`);
/** What there is more or less of, in the singular: "much less repair". */
export const IN_BULK = wordSet(`
  repair maintenance water paper waste fuel power energy electricity gas heat noise dust rubbish plastic food bread milk
  steel wood oil ink material cash income profit overtime sleep travel driving typing walking waiting searching
  cleaning printing scrap damage theft downtime turnover absence space room trade business footfall litter pain
`);
/** "Much calmer": no figure says how much. */
export const QUALITIES = wordSet(`
  better easier happier harder clearer calmer simpler nicer kinder friendlier stronger weaker warmer cosier prettier wiser
  smarter tighter looser closer richer poorer deeper broader prouder politer softer gentler tougher fairer smoother safer
  cleaner cleverer neater healthier greater lovelier messier uglier sadder angrier tastier fresher brighter darker duller
  quieter louder surer saner stricter steadier keener fiercer finer bolder rougher leaner merrier crueller
`);
/** Words that end like a comparative, and others that compare no amount. */
export const NOT_COMPARED = wordSet(`
  other over under ever never later rather further farther water paper power matter order after former another either
  together whether however number summer winter per corner customer
`);

/** What hardly anybody did where it says nothing of what came of it. */
export const OPINED = wordSet(`
  believed knew thought expected trusted noticed liked wanted understood had spoke cared listened remembered dared
`);
/** The last words of turns for an amount, and what stands before them: "off a cliff", "through the roof". */
export const TURNS: Readonly<Record<string, string>> = {
  bounds: 'leaps and',
  roof: 'through the',
  cliff: 'off a',
  mile: 'by a',
  time: 'big',
  end: 'no',
  fortune: 'a',
};

const wordsOf = (sets: readonly WordSet[]): string => sets.flatMap(({ words }) => [...words]).join(' ');
/** All words that may stand where a figure should be. */
export const VAGUE = wordsOf([ADVERBS, ADJECTIVES, HEAPS, DEGREES, MANY]);
/** All that do so in the words of an outcome. */
export const AMOUNTS_IN_WORDS = wordsOf([
  ...[PLUNGES, AMOUNTS, PARTIAL, HARDLY, FEW, STEEP, BEYOND],
  wordSet(Object.keys(TURNS).join(' ')),
]);
