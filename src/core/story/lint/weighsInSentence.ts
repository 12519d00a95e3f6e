import { followersOf, wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { isLossAfter } from './knownPrice';
import { BUT, REACH, WORSE } from './lexicon/weighing';
import type { Sentence } from './sentences';

/**
 * Weighing that is in the build of a sentence and not in one of its words: a choice with its reason, one thing taken
 * over another, a drawback and its "but".
 */

const [THAN, AS, NOT, LESS, MORE, OVER, LET, GO, RATHER] = wordIds('than as not less more over let go rather');
const [MEANS, MEANT, IN, AT, FOR, LATER, RETURN, RISK, A, SINCE] = wordIds(
  'means meant in at for later return risk a since',
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
/** A drawback: "less fair", "not as exact as", with what it is said of before it. */
const OF_WHAT = wordSet("is was are were be it's it that's feels felt looks looked");
const THERE = wordSet('there');
/** "Slower than we thought, but …" went wrong, and was not chosen. */
const THOUGHT = wordSet('i we planned expected hoped thought usual ever before');
const NEAR_BUT = 14;
/** "The day is less important than the name", "what mattered more than the fee". */
const MATTERS = wordSet('important urgent precious valuable');
const MATTERED = wordSet('matters mattered counts counted weighs weighed');
const SKIPS = wordSet('skipped skip');
const FORGIVES = wordSet('forgive forgiven forgave forgiving');
const DECIDES = wordSet('decided judged reckoned figured concluded');
/** Of these it is "more than" that counts something. */
const AMOUNTS = wordSet('more less fewer longer');
const RUNS_RISK = wordSet('took take taking ran run running accepted at');
const COMES = wordSet('came come comes coming');
const PRICES = wordSet('price cost');
const THIS = wordSet('that this it which');

/** Whether a sentence weighs one thing against another by the way it is built. */
export function weighsInSentence(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const { first, last, has } = sentence;
  const isOwn = has.first || has.we || has.mine;
  return story.some(first, last, (k) => {
    if (story.tokens.quoted(k)) return false;
    return (
      (isOwn && isOwnChoice(story, k, sentence)) ||
      isPreferred(story, k, sentence) ||
      isDrawbackWithBut(story, k, last) ||
      matters(story, k) ||
      isPaidFor(story, k) ||
      meansLoss(story, k, index)
    );
  });
}

const isMine = (story: StoryContext, k: number): boolean => story.is(k).first || story.is(k).we;

/** What the speaker chose, took, let go, or put off. */
function isOwnChoice(story: StoryContext, k: number, sentence: Sentence): boolean {
  const { first, last } = sentence;
  if (story.id(k) === LATER) return story.id(k - 1) === FOR && !story.is(k + 1).comparative;
  if (story.id(k) === THAN) return isDecidedBetween(story, k, first);
  if (!isMine(story, k - 1) && !(BETWEEN.has(story.id(k - 1)) && story.some(first, k, (at) => isMine(story, at))))
    return false;
  return (
    SKIPS.has(story.id(k)) || isReasoned(story, k, last) || isTakenOver(story, k, last) || isLetGo(story, k, last)
  );
}

/** "I went with trees since the regulator wants a reason". */
function isReasoned(story: StoryContext, k: number, last: number): boolean {
  const followers = CHOOSING.get(story.id(k));
  if (!followers?.includes(story.id(k + 1))) return false;
  return story.some(k + 1, last, (at) => BECAUSE.has(story.id(at)) && !isSinceThen(story, at));
}

/** "Since May", "since 2019". */
const isSinceThen = (story: StoryContext, k: number): boolean =>
  story.id(k) === SINCE && (story.tokens.isFigure(k + 1) || story.tokens.isFigure(k + 2) || story.is(k + 1).now);

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
  const better = story.find(
    Math.max(first, k - REACH),
    k,
    (at) => story.is(at).comparative && !AMOUNTS.has(story.id(at)),
  );
  return better >= 0 && story.hasWord(DECIDES, first, better);
}

/** "I'd rather do five", "they would rather have it late than wrong". */
function isPreferred(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (story.id(k) !== RATHER || !WOULD.has(story.id(k - 1))) return false;
  return isMine(story, k - 1) || isMine(story, k - 2) || story.some(k + 1, last, (at) => story.id(at) === THAN);
}

/** "It is less fair than taking turns, but it kept them on board". */
function isDrawbackWithBut(story: StoryContext, k: number, last: number): boolean {
  if (!isDrawback(story, k)) return false;
  const end = Math.min(last, k + NEAR_BUT);
  if (story.some(k + 1, end, (at) => story.id(at) === THAN && THOUGHT.has(story.id(at + 1)))) return false;
  return story.hasWord(BUT, k + 1, end);
}

function isDrawback(story: StoryContext, k: number): boolean {
  if (WORSE.has(story.id(k))) return true;
  const isSaidOf = OF_WHAT.has(story.id(k - 1)) && !THERE.has(story.id(k - 2));
  return isSaidOf && (story.id(k) === LESS || (story.id(k) === NOT && story.id(k + 1) === AS));
}

/** "Less important than", "mattered more than". */
function matters(story: StoryContext, k: number): boolean {
  const amount = story.id(k);
  if (amount !== MORE && amount !== LESS) return false;
  const next = MATTERS.has(story.id(k + 1)) ? k + 2 : MATTERED.has(story.id(k - 1)) ? k + 1 : -1;
  if (next < 0 || THOUGHT.has(story.id(next + 1))) return false;
  return story.id(next) === THAN || story.id(next) === AS;
}

/** "In return", "at the risk of", "came at a price", "has not forgiven me". */
function isPaidFor(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (word === RETURN) return story.id(k - 1) === IN;
  if (word === RISK) return RUNS_RISK.has(story.id(k - 2));
  if (PRICES.has(word)) return story.id(k - 1) === A && story.id(k - 2) === AT && COMES.has(story.id(k - 3));
  return FORGIVES.has(word) && story.some(k - 3, k, (at) => story.is(at).not);
}

/** "Friday's shelves look thin, it means", "that meant two of them had to wait": once one has done something. */
function meansLoss(story: StoryContext, k: number, index: number): boolean {
  const isMeaning = story.id(k) === MEANS || (story.id(k) === MEANT && THIS.has(story.id(k - 1)));
  if (!isMeaning || !isLossAfter(story, k + 1, index)) return false;
  return story.sentences.slice(0, index + 1).some(({ has }) => has.first && (has.build || has.deed || has.change));
}
