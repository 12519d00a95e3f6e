import { followersOf, wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { BUT, REACH } from './lexicon/weighing';
import type { Sentence } from './sentences';

/**
 * A choice that is in the build of a sentence and not in one of its words: with its reason, of one thing over another,
 * between two, or not to do something.
 */

const [THAN, AS, NOT, LESS, MORE, OVER, LET, GO, RATHER, BETTER] = wordIds(
  'than as not less more over let go rather better',
);
const [FOR, LATER, SINCE, EITHER, WHETHER, OR, DID, THE, BOTH, HAD, TO, SO, LIVE, WITH] = wordIds(
  'for later since either whether or did the both had to so live with',
);

/** Verbs of choosing, with what makes them so after them. "I picked Kafka because" gives a reason, and no rival. */
const CHOOSING = followersOf({
  went: ['with', 'for'],
  decided: ['for', 'on'],
  settled: ['for', 'on'],
  stuck: ['with', 'to'],
  stayed: ['with'],
  held: ['out'],
  sided: ['with'],
  kept: ['it', 'them', 'that', 'this', 'both', 'the', 'our', 'my'],
  accepted: ['it', 'them', 'that', 'this'],
  shipped: ['without'],
  launched: ['without'],
  opened: ['without'],
});
const BECAUSE = wordSet('because since');
/** Between "I" and its verb: "I therefore went with", "we talked and went for". */
const BETWEEN = wordSet('and so then therefore finally still deliberately also both just');
/** Decided against, whatever it was. */
const DECLINES = wordSet('skipped skip refused declined resisted');
/** "I didn't automate it, because": what one cannot help is no decision. */
const DID_NOT = wordSet("didn't wouldn't don't won't");
const NO_DECISION = wordSet(`
  know believe want like think understand see have get feel need mind realise realize expect trust sleep notice hear
  dare manage succeed change
`);
/** "I chose the shop, not the app". */
const CHOOSES_ONE = wordSet('chose picked took hired bought kept spent put decided went');
const CANNOT = wordSet("cannot can't couldn't");
const TAKING = wordSet('took take taking put putting');
const NEAR_OVER = 6;
/** "Took two classes over the summer": what is no rival of what was taken. */
const ARTICLES = wordSet('the a an');
const NO_RIVAL = wordSet(`
  to from and time night christmas easter lunch coffee dinner breakfast summer winter spring autumn next last past course
  weekend holidays phone years months weeks days
`);
const NEAR_GO = 6;
const HAS_GONE_ON = wordSet('on to live home ahead through well');
const WOULD = wordSet("would i'd we'd they'd he'd she'd");
/** "The day is less important than the name", "what mattered more than the fee". */
const MATTERS = wordSet('important urgent precious valuable');
const MATTERED = wordSet('matters mattered counts counted weighs weighed');
const AS_EVER = wordSet('ever before usual i we');
const NEAR_THAN = 5;
const DECIDES = wordSet('decided judged reckoned figured concluded');
/** Of these it is "more than" that counts something. */
const AMOUNTS = wordSet('more less fewer longer');
/** "I think that was fair": what one paid, and found right. */
const FAIR = wordSet('fair acceptable bearable tolerable reasonable worth');
const JUDGES = wordSet('think thought find found felt feel reckon decided consider considered');
/** "I can live with that", "we agreed to live with the noise". */
const CAN = wordSet('to can could must i we');
/** "Not both": how far before it the "not" may stand. */
const NEAR_BOTH = 5;
/** "I had to disappoint them": what one would not have done by choice. */
const GIVES_UP = wordSet(`
  disappoint refuse drop cancel postpone sacrifice delay choose stop close leave turn say let give accept swallow
`);
const THINKS = wordSet('think thought considered looked toyed played');
const ABOUT = wordSet('of about at with considered');
/** What one did not do though it was at hand. */
const EASY = wordSet(`
  easy easier easiest obvious cheap cheaper cheapest quick quicker quickest safe safer safest usual simple simplest natural
  other faster
`);
const WAYS = wordSet('way option solution answer thing route path choice fix move');
const IS = wordSet('was is would');
/** How far from "either" its "or" may stand. */
const NEAR_OR = 16;
/** What one hopes of two: "better late than wrong", "a tired guard is worse than a new one". */
const ONE_OF_TWO = wordSet('a an one no late to');

/** Whether a sentence tells of a choice by the way it is built. */
export function weighsInSentence(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const { first, last, has } = sentence;
  const isOwn = has.first || has.we || has.mine;
  return story.some(
    first,
    last,
    (k) =>
      !story.tokens.quoted(k) &&
      ((isOwn && isOwnChoice(story, k, sentence)) ||
        isOtherWay(story, k) ||
        isPreferred(story, k, sentence) ||
        isMaxim(story, k, sentence) ||
        matters(story, k)),
  );
}

const isSelf = (story: StoryContext, k: number): boolean => story.is(k).first || story.is(k).we;

/** What the speaker chose, took, let go, or put off. */
function isOwnChoice(story: StoryContext, k: number, sentence: Sentence): boolean {
  const { first, last } = sentence;
  const word = story.id(k);
  if (word === LATER) return story.id(k - 1) === FOR && !story.is(k + 1).comparative;
  if (word === THAN) return isDecidedBetween(story, k, first);
  if (word === EITHER || word === WHETHER) return hasOr(story, k, last);
  if (word === LIVE) return story.id(k + 1) === WITH && CAN.has(story.id(k - 1));
  if (word === BOTH) return story.some(Math.max(first, k - NEAR_BOTH), k, (at) => story.is(at).not);
  if (FAIR.has(word)) return story.hasWord(JUDGES, Math.max(first, k - REACH), k);
  if (!isSelf(story, k - 1) && !(BETWEEN.has(story.id(k - 1)) && story.some(first, k, (at) => isSelf(story, at))))
    return false;
  return (
    DECLINES.has(word) ||
    isReasoned(story, k, last) ||
    isForced(story, k) ||
    isThoughtOf(story, k, last) ||
    isNotDone(story, k, last) ||
    isNotOther(story, k, last) ||
    isTakenOver(story, k, last) ||
    isLetGo(story, k, last)
  );
}

/** "I went with trees since the regulator wants a reason"; not "I went with the driver to see it". */
const isReasoned = (story: StoryContext, k: number, last: number): boolean =>
  (CHOOSING.get(story.id(k))?.includes(story.id(k + 1)) ?? false) &&
  !story.some(k + 2, k + REACH, (at) => story.id(at) === TO) &&
  hasReason(story, k, last);

const hasReason = (story: StoryContext, k: number, last: number): boolean =>
  story.some(k + 1, last, (at) => BECAUSE.has(story.id(at)) && !isSinceThen(story, at));

/** "Since May", "since 2019". */
const isSinceThen = (story: StoryContext, k: number): boolean =>
  story.id(k) === SINCE && (story.tokens.isFigure(k + 1) || story.tokens.isFigure(k + 2) || story.is(k + 1).now);

/** "I had to disappoint the sales people". */
const isForced = (story: StoryContext, k: number): boolean =>
  story.id(k) === HAD && story.id(k + 1) === TO && GIVES_UP.has(story.id(k + 2));

/** "I thought of hiring a second cook, but", "I looked at buying one and didn't". */
function isThoughtOf(story: StoryContext, k: number, last: number): boolean {
  const of = story.find(k + 1, Math.min(last, k + 3), (at) => ABOUT.has(story.id(at)));
  if (!THINKS.has(story.id(k)) && !(story.id(k) === DID && THINKS.has(story.id(k + 1)))) return false;
  if (of < 0 || !story.tokens.word(of + 1).endsWith('ing')) return false;
  return story.some(of + 2, last, (at) => BUT.has(story.id(at)) || story.is(at).not);
}

/** "I didn't automate the last step, because it changes every week". */
function isNotDone(story: StoryContext, k: number, last: number): boolean {
  const verb = DID_NOT.has(story.id(k)) ? k + 1 : story.id(k) === DID && story.id(k + 1) === NOT ? k + 2 : -1;
  return verb >= 0 && !NO_DECISION.has(story.id(verb)) && hasReason(story, verb, last);
}

/** "I put the money into the nurses, not into the beds", "I chose the small hall, so eighty people couldn't come". */
const isNotOther = (story: StoryContext, k: number, last: number): boolean =>
  CHOOSES_ONE.has(story.id(k)) &&
  story.some(
    k + 2,
    last - 1,
    (at) =>
      story.tokens.afterBreak(at) && (story.id(at) === NOT || (story.id(at) === SO && story.hasWord(CANNOT, at, last))),
  );

/** "I took late reports over idle machines". */
function isTakenOver(story: StoryContext, k: number, last: number): boolean {
  if (!TAKING.has(story.id(k))) return false;
  const over = story.find(k + 2, Math.min(last - 1, k + NEAR_OVER), (at) => story.id(at) === OVER);
  if (over < 0 || story.some(k + 1, over + 2, (at) => story.tokens.afterBreak(at))) return false;
  const rival = ARTICLES.has(story.id(over + 1)) ? over + 2 : over + 1;
  return !NO_RIVAL.has(story.id(rival)) && !story.tokens.isFigure(rival);
}

/** "I let the long series go"; not "let it go live". */
function isLetGo(story: StoryContext, k: number, last: number): boolean {
  if (story.id(k) !== LET) return false;
  const go = story.find(k + 2, Math.min(last, k + NEAR_GO), (at) => story.id(at) === GO);
  return go >= 0 && !HAS_GONE_ON.has(story.id(go + 1));
}

/** "I decided that was cheaper for me than the looks". */
function isDecidedBetween(story: StoryContext, k: number, first: number): boolean {
  const isBetter = (at: number): boolean => story.is(at).comparative && !AMOUNTS.has(story.id(at));
  const better = story.find(Math.max(first, k - REACH), k, isBetter);
  return better >= 0 && story.hasWord(DECIDES, first, better);
}

/** "We could either buy or build", "whether to mend the roof or to close the hall"; not "whether or not". */
const hasOr = (story: StoryContext, k: number, last: number): boolean =>
  story.some(k + 2, Math.min(last, k + NEAR_OR), (at) => story.id(at) === OR && story.id(at + 1) !== NOT);

/** "The easy way was to close on Mondays", "the obvious thing would have been". */
const isOtherWay = (story: StoryContext, k: number): boolean =>
  WAYS.has(story.id(k)) && EASY.has(story.id(k - 1)) && IS.has(story.id(k + 1));

/** "I'd rather do five", "they would rather have it late than wrong". */
function isPreferred(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (story.id(k) !== RATHER || !WOULD.has(story.id(k - 1))) return false;
  return isSelf(story, k - 1) || isSelf(story, k - 2) || story.some(k + 1, last, (at) => story.id(at) === THAN);
}

/** "Better a slow answer than a wrong one", "a tired guard is worse than a new one". */
function isMaxim(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!story.is(k).comparative) return false;
  const isOfOne = story.id(k + 1) === THAN && ONE_OF_TWO.has(story.id(k + 2));
  if (isOfOne)
    return story.some(Math.max(first, k - REACH), k, (at) => ARTICLES.has(story.id(at)) && story.id(at) !== THE);
  if (story.id(k) !== BETTER || !ONE_OF_TWO.has(story.id(k + 1))) return false;
  return story.some(k + 2, Math.min(last, k + REACH), (at) => story.id(at) === THAN);
}

/** "Less important than", "mattered more than". */
function matters(story: StoryContext, k: number): boolean {
  const amount = story.id(k);
  if (amount !== MORE && amount !== LESS) return false;
  const next = MATTERS.has(story.id(k + 1)) ? k + 2 : MATTERED.has(story.id(k - 1)) ? k + 1 : -1;
  // "Matters more to us than".
  const than = next < 0 ? -1 : story.find(next, next + NEAR_THAN, (at) => story.id(at) === THAN || story.id(at) === AS);
  return than >= 0 && !AS_EVER.has(story.id(than + 1));
}
