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
  left: ['out', 'behind'],
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
  cost: ['us'],
  costs: ['us'],
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
};
/** How far on the second word may stand. */
export const REACH = 8;
/** These want their second word right behind. */
export const ADJACENT = wordSet(`
  gave give giving given ruled cost costs rather exchange return expense sake lived said saying accepted accept
  considered considering rejected dropped skipped killed parked paused decided price option options against swallowed
  worth compared held turned walked would
`);
/** "Left tablets out": an object may stand between. */
export const SPLIT = wordSet('left');
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
  argued disagreed versus vs between forced mattered weaker ugly uglier rougher riskier heavier poorer coarser noisier
  costly painful awkward unpopular missed unsupported unfinished imperfect approximate outdated retire retired
  excluded ignored slipped frustrated confused nevertheless stays stayed weakened
`);
export const DENIED = wordSet("no without any few zero hardly weren't wasn't not didn't never none");
