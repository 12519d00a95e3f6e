import { wordSet } from '../../prose/vocabulary';

/** How alternatives are weighed in words. */

/**
 * What follows a word, at most a few words on, for the two to weigh alternatives. An empty list: the word does so
 * alone.
 */
export const CUES: Readonly<Record<string, readonly string[]>> = {
  instead: [],
  rather: ['than'],
  tradeoff: [],
  tradeoffs: [],
  sacrifice: [],
  sacrificed: [],
  sacrificing: [],
  compromise: [],
  compromised: [],
  compromises: [],
  forgo: [],
  forgoing: [],
  forego: [],
  foregoing: [],
  forwent: [],
  forfeited: [],
  opted: [],
  opting: [],
  descoped: [],
  deprioritised: [],
  deprioritized: [],
  deferred: [],
  deferring: [],
  postponed: [],
  shelved: [],
  alternative: [],
  alternatives: [],
  alternatively: [],
  weighed: [],
  weighing: [],
  conceded: [],
  concession: [],
  downside: [],
  downsides: [],
  drawback: [],
  drawbacks: [],
  tempting: [],
  tempted: [],
  gave: ['up'],
  give: ['up'],
  giving: ['up'],
  given: ['up'],
  decided: ['against', 'not'],
  against: ['building', 'buying', 'using', 'doing', 'hiring', 'adding', 'launching', 'shipping'],
  ruled: ['out'],
  turned: ['down', 'away'],
  walked: ['away'],
  held: ['back', 'off'],
  lived: ['with'],
  said: ['no'],
  saying: ['no'],
  pros: ['cons'],
  willing: ['accept'],
  chose: ['over', 'between', 'against', 'than'],
  choose: ['over', 'between'],
  choosing: ['over', 'between'],
  chosen: ['over'],
  picked: ['over'],
  picking: ['over'],
  prioritised: ['over', 'above'],
  prioritized: ['over', 'above'],
  prioritising: ['over', 'above'],
  prioritizing: ['over', 'above'],
  prioritise: ['over'],
  prioritize: ['over'],
  prefer: ['over', 'to'],
  preferred: ['over', 'to'],
  favoured: ['over'],
  favored: ['over'],
  favouring: ['over'],
  favoring: ['over'],
  favour: ['over'],
  favor: ['over'],
  even: ['meant', 'means', 'meaning', 'cost', 'slower', 'lost', 'delayed'],
  although: ['meant', 'means', 'cost', 'lost', 'slower'],
  though: ['meant', 'means', 'cost', 'lost', 'slower'],
  despite: ['slower', 'cost', 'losing', 'delay', 'delaying'],
  cost: ['us', 'me'],
  costs: ['us', 'me'],
  torn: ['between'],
  leave: ['out', 'behind'],
  leaving: ['out', 'behind'],
  "would've": [],
  "could've": [],
  price: ['was', 'of', 'we', 'i', 'is', 'for'],
  exchange: ['for'],
  return: ['for'],
  expense: ['of'],
  sake: ['of'],
  traded: [],
  trading: ['for', 'against', 'off'],
  trade: ['for', 'against', 'off', 'between'],
  trades: ['for', 'against'],
  swap: ['for'],
  swapped: ['for'],
  accepted: [
    'that',
    'a',
    'the',
    'slower',
    'lower',
    'higher',
    'some',
    'up',
    'losing',
    'more',
    'less',
    'being',
    'stale',
    'an',
    'worse',
    'longer',
    'fewer',
  ],
  accept: ['that', 'slower', 'lower', 'higher', 'some', 'up', 'losing', 'worse', 'longer', 'fewer', 'stale'],
  accepting: [],
  debated: [],
  considered: [
    'but',
    'and',
    'building',
    'buying',
    'both',
    'a',
    'an',
    'the',
    'using',
    'two',
    'three',
    'rewriting',
    'hiring',
    'waiting',
  ],
  considering: ['building', 'buying', 'both', 'two', 'three'],
  rejected: ['the', 'a', 'an', 'it', 'that', 'both', 'two', 'three', 'building', 'their', 'my', 'our'],
  dropped: ['the', 'a', 'an', 'two', 'three', 'support', 'it', 'our', 'plan', 'plans'],
  skipped: ['the', 'a', 'an', 'two', 'three'],
  paused: ['the', 'two', 'three', 'our', 'a'],
  killed: ['the', 'a', 'two', 'three', 'our', 'my'],
  parked: ['the', 'a', 'two', 'three', 'our'],
  cut: ['scope', 'from'],
  balance: ['between', 'against'],
  balanced: ['against', 'with'],
  compared: ['options', 'approaches', 'vendors', 'alternatives', 'both', 'two', 'three'],
  swallowed: ['the', 'a'],
  slower: ['but', 'to'],
  costlier: ['but'],
  worth: ['the', 'it', 'because'],
  hurt: ['short', 'in'],
  option: ['was', 'would'],
  options: ['were', 'on', 'we', 'i', 'and'],
  versus: [],
  unless: [],
  would: ['rather'],
  negotiated: ['cut', 'drop', 'remove', 'delay', 'postpone', 'move', 'leave', 'keep', 'smaller', 'shorter', 'later'],
  turning: ['down', 'away'],
  argued: ['against'],
  spoke: ['against'],
  advised: ['against'],
  voted: ['against'],
  could: [],
  left: ['out', 'behind'],
};

/** After these, "would have" speaks of those who did something, not of anything that was decided against. */
export const NOT_AN_OPTION = wordSet("that who they he she nobody never otherwise people customers users not wouldn't");
/** "I would go back": with a condition, the point at which one would choose otherwise. */
export const CHOICES = wordSet(`
  choose take go pick use prefer do add switch change drop revisit reconsider pay buy return stay keep stop move hire
  build try split start begin come
`);
/** "I would choose it again" praises the choice; "we would have liked to" wishes, and "would have failed" thanks. */
export const NO_CHOICE = wordSet('again same always liked loved wished failed happened possible impossible imagined');
export const CONDITIONS = wordSet('if unless once above below had were beyond when should for where');
/** What somebody weighs, by its name. Named alone it weighs nothing: "there were of course trade-offs to consider". */
export const NAMED = wordSet(
  'tradeoff tradeoffs compromise compromises downside downsides drawback drawbacks alternatives',
);
/** What nobody wants more of: with "but" after it, it was taken into account. */
export const WORSE = wordSet(`
  slower dearer pricier costlier heavier uglier riskier weaker poorer coarser rougher clumsier harder duller noisier
`);
/** What is said not to be there: "no real downside". */
export const DRAWBACKS = wordSet(
  [...NAMED.words, 'disadvantage disadvantages catch sacrifice sacrifices minus'].join(' '),
);
/** "No downside except the noise". */
export const EXCEPT = wordSet('except besides apart beyond unless');
/** "Slower, but cheaper": what one gets for what one gives. */
export const BUT = wordSet('but yet though although while');
/** What counts against something that is better: it needed more, or could not do it. */
export const HINDERS = wordSet(`
  needed needs need required requires cost costs cannot can't couldn't lacked lacks took takes meant means would broke
  breaks
`);
/** The choice that "instead of" speaks of is somebody's, or has a reason: otherwise it only says what is where. */
export const CHOOSES = wordSet(`
  chose choose chosen decided picked opted prefer preferred took kept bought hired built went proposed suggested
  patched used agreed insisted convinced persuaded asked recommended invested focused focussed spent
  because since but cost costs
`);

/** How far on the second word may stand. */
export const REACH = 8;
/** These want their second word right after them. */
export const ADJACENT = wordSet(`
  gave give giving given ruled cost costs rather exchange return expense sake lived said saying accepted accept
  considered considering rejected dropped skipped killed parked paused decided price option options against swallowed
  worth compared held turned turning walked would argued spoke advised voted
`);
/** "Left tablets out": an object may stand between. */
export const SPLIT = wordSet('left leave leaving');
export const SPLIT_REACH = 3;
/** These weigh only in the words of one who acts: "I considered", not "is considered". */
export const NEEDS_SUBJECT = wordSet(
  `
  considered rejected dropped skipped killed parked accepted accept paused left compared turned option options worth
  cut
`,
);
export const SUBJECTS = wordSet(
  `
  i we i'd we'd and also then first both had team deliberately consciously knowingly therefore so to by other two
  three the our only have
`,
);

/** In a section about trade-offs, these say that something was paid. */
export const PAID = wordSet(`
  but although though however slower lost lose losing loses delayed delay delays risk risked risks worse limits
  limited unless despite whereas yet meant means price accept accepted paid pay paying expensive harder hurt suffered
  penalty without over afford against would only later stale manual debt waited wait skipped skip dropped drop cut
  less fewer longer not didn't couldn't cost costs extra complexity gave kept no declined angry unhappy complained
  argued disagreed versus vs between forced mattered weaker ugly uglier rougher riskier heavier poorer coarser noisier chose decided
  costly painful awkward unpopular missed unsupported unfinished imperfect approximate outdated retire retired
  excluded ignored slipped frustrated confused nevertheless stays stayed weakened mean slows slowed lengthened lengthens
  annoyed annoys
`);
/** Those of them that say nothing where the sentence praises the result or thanks somebody. */
export const WEAKLY_PAID = wordSet(`
  but although though however not no only over between stays stayed kept accepted accept would against without yet
  whereas mean means meant mattered didn't couldn't less fewer manual limits limited extra kept nevertheless longer unless
  chose decided
`);
/** Praise, thanks and feelings. */
export const CONTENT = wordSet(`
  worth happy happier satisfied success successful pleased proud glad delighted grateful thankful thrilled thanked
  praised liked loved love loves adore adores adored suits popular enjoyed enthusiastic excited relieved convinced impressed appreciated welcomed approved benefit
  benefits benefited recommend recommended
`);
export const DENIED = wordSet(
  "no without any few zero hardly weren't wasn't isn't not didn't don't never none nothing can't cannot couldn't",
);

/** In a section about trade-offs: somebody has less, or it is worse for them. */
export const WORSE_OFF = wordSet(`
  cannot can't don't doesn't won't isn't aren't wasn't weren't haven't hasn't lost lose loses losing loss left leave leaves
  rather prefer preferred ugly poor poorer worse worst slow slower harder harm wait waits waited complain complains
  complained refuse refused refuses hated hate hates disliked dislikes angry cross upset miss misses missed late later fails
  fail fewer less lack lacks voted sorry lonely tired expensive dearer costly risk risks risky weaker weak short shorter wrong
  second-best unfair pay pays paid sacrifice sacrificed
`);
/** Those of them that only describe where the sentence praises: "the shorter form looks better, and all love it". */
export const WEAKLY_WORSE_OFF = wordSet('short shorter less fewer late later left leave leaves');
/** These, too, where the sentence praises or denies: "everybody is happy, and they don't mind". */
export const NOTS = wordSet("cannot can't don't doesn't won't isn't aren't wasn't weren't haven't hasn't");
/** What uses up money uses it up for something else: "the flats ate up the whole budget for advertising". */
export const EATS = wordSet(`
  ate eats eaten eating swallowed swallows devoured consumed consumes drained drains exhausted
`);
export const FUNDS = wordSet('budget budgets money savings funds reserve reserves allowance');
/** "Knowing that it is 180 euros we don't bill": a price that was known. */
export const KNOWS_THAT = wordSet('knowing aware');
/** After "knowing that", these are gains and no price. */
export const GAINS = wordSet(
  'save saves saved saving gain gains gained earn earns earned win wins won grow faster cheaper',
);
/** "Gave the stall at the market up"; before "up" these make it something else. */
export const GIVES = wordSet('gave give giving given');
export const GIVEN = wordSet('the that this these those our my their a an it them');
export const UP_TO_ELSE = wordSet('clean tidy warm follow back check leg hand thumbs freshen touch start catch');
/** "Nobody has heard of us since". */
export const NO_ONE = wordSet('nobody noone none');
export const NOTICES = wordSet('heard hears hear knows know comes visits visit');
/** "Not much to say": nothing was weighed, or it is not told. */
export const SAYS = wordSet('say tell add report mention write');
export const LITTLE = wordSet('much lot little nothing');
/** Anywhere in a story: what one chose came at a price. */
export const SACRIFICES = wordSet(
  'swap gamble sacrifice sacrificed sacrificing downside drawback prefer preferred regret',
);
