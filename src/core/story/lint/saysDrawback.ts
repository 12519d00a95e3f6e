import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { isLossAfter } from './knownPrice';
import { BUT, WORSE } from './lexicon/weighing';
import type { Sentence } from './sentences';

/** A drawback of what one did, and that it was borne: "it takes longer", "they grumbled, but …". */

const [
  THAN,
  AS,
  NOT,
  LESS,
  HAD,
  TO,
  MEANS,
  MEANT,
  IN,
  RETURN,
  EXCHANGE,
  RISK,
  BUT_ONLY,
  OF,
  FAR,
  FOR,
  COST,
  WOULD,
  NO,
] = wordIds('than as not less had to means meant in return exchange risk but of far for cost would no');
/** "Less fair", "not as exact as", with what it is said of before it. */
const OF_WHAT = wordSet("is was are were be it's it that's feels felt looks looked");
const THERE = wordSet('there');
/** "Slower than we thought, but …" went wrong, and was not chosen. */
const THOUGHT = wordSet('i we planned expected hoped thought usual ever before');
const NEAR_BUT = 14;
const FORGIVES = wordSet('forgive forgiven forgave forgiving');
const RUNS_RISK = wordSet('took take taking ran run running accepted at');
const PRICES = wordSet('price cost');
const A = wordSet('a its');
const HAS_PRICE = wordSet('at has had have');
const THIS = wordSet("that this it which it's");
/** "It makes each job longer", "which takes longer". */
const MAKES = wordSet('makes made making takes took taking');
const LONGER = wordSet('longer slower harder heavier dearer pricier costlier worse uglier noisier weaker');
const NEAR_MADE = 6;
/** "Even though they miss a day", "although it costs a post". */
const CONCEDES = wordSet('although though even despite whereas');
/** "The app had to wait", "the Sunday service had to go". */
const WAITS = wordSet('wait go stop close suffer queue');
/** What people say of a change that they did not want. */
const OBJECTS = wordSet(`
  hated hate grumbled grumble moaned complained protested objected disliked resented sulked swore angry cross furious
  unhappy upset annoyed bitter disappointed unpopular
`);
/** "It isn't perfect, but", "far from ideal". */
const PERFECT = wordSet('perfect ideal pretty elegant');
const PAYS = wordSet('paid pay paying pays');
const IT = wordSet('it that this');
const WHOM = wordSet('the my our them him her his their');
const EVERYONE = wordSet('everyone everybody');
const LIKES = wordSet('like liked love loved want wanted agree agreed approve');
const NEAR_NOT = 4;
const KNOWS = wordSet('knew know');
const IF = wordSet('if unless otherwise');
/** Where a story looks back, a loss is what there was before. */
const LOOKS_BACK = wordSet('before until used old previously formerly former earlier');

/** Whether a sentence says what one's own doing cost, and to whom. */
export function saysDrawback(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const { first, last } = sentence;
  const isSaid = (test: (k: number) => boolean): boolean =>
    story.some(first, last, (k) => !story.tokens.quoted(k) && test(k));
  if (isSaid((k) => isPaidFor(story, k) || isDrawbackWithBut(story, k, last))) return true;
  if (story.hasWord(LOOKS_BACK, first, last)) return false;
  const isLoss =
    isBorne(story, index) ||
    isSaid(
      (k) =>
        isDearer(story, k, last) ||
        hadToWait(story, k) ||
        meansLoss(story, k, index) ||
        isCharged(story, k, sentence) ||
        isForeseen(story, k, last) ||
        isTradedForBetter(story, k, sentence) ||
        isNotForAll(story, k),
    );
  return isLoss && isAfterOwnAct(story, index);
}

/** The speaker has done something by then, so that what is worse may have come of it. */
function isAfterOwnAct(story: StoryContext, index: number): boolean {
  const act = story.sentences.findIndex(
    ({ has }) => (has.first || has.we) && (has.build || has.deed || has.change || has.decision),
  );
  return act >= 0 && act <= index;
}

/** "It is less fair than taking turns, but it kept them on board". */
function isDrawbackWithBut(story: StoryContext, k: number, last: number): boolean {
  if (!isWorse(story, k)) return false;
  const end = Math.min(last, k + NEAR_BUT);
  if (story.some(k + 1, end, (at) => story.id(at) === THAN && THOUGHT.has(story.id(at + 1)))) return false;
  return story.hasWord(BUT, k + 1, end);
}

function isWorse(story: StoryContext, k: number): boolean {
  if (WORSE.has(story.id(k))) return true;
  const isSaidOf = OF_WHAT.has(story.id(k - 1)) && !THERE.has(story.id(k - 2));
  return isSaidOf && (story.id(k) === LESS || (story.id(k) === NOT && story.id(k + 1) === AS));
}

/** "In return", "at the risk of", "came at a price", "has not forgiven me". */
function isPaidFor(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (word === RETURN || word === EXCHANGE) return story.id(k - 1) === IN;
  if (word === RISK) return RUNS_RISK.has(story.id(k - 2));
  if (PRICES.has(word)) return A.has(story.id(k - 1)) && HAS_PRICE.has(story.id(k - 2)) && story.id(k + 1) !== OF;
  if (PERFECT.has(word)) return story.some(k - 2, k, (at) => story.is(at).not || story.id(at) === FAR);
  if (word === FOR) return PAYS.has(story.id(k - 1)) && IT.has(story.id(k + 1));
  return FORGIVES.has(word) && story.some(k - 3, k, (at) => story.is(at).not);
}

/** "It cost the school a lesson"; not "it cost the firm £40k a year". */
function isCharged(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (story.id(k) !== COST || !WHOM.has(story.id(k + 1))) return false;
  return !story.some(k + 1, Math.min(last, k + NEAR_MADE), (at) => story.tokens.isFigure(at));
}

/** "I knew the drivers would be cross"; with an "if" it is what would have come of doing nothing. */
function isForeseen(story: StoryContext, k: number, last: number): boolean {
  if (!KNOWS.has(story.id(k)) || !(story.is(k - 1).first || story.is(k - 1).we)) return false;
  const would = story.find(k + 1, last, (at) => story.id(at) === WOULD);
  return would >= 0 && story.hasWord(OBJECTS, would, last) && !story.hasWord(IF, k, last);
}

/** "Pickers walk longer, packers wait less": one thing is worse, and another better. */
function isTradedForBetter(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!LONGER.has(story.id(k)) || story.id(k - 1) === NO) return false;
  return story.some(first, last, (at) => {
    const isApart = story.some(Math.min(k, at) + 1, Math.max(k, at) + 1, (between) => story.tokens.afterBreak(between));
    return isApart && story.is(at).comparative && !LONGER.has(story.id(at)) && !story.tokens.isFigure(at - 1);
  });
}

/** "Not everybody was for it". */
const isNotForAll = (story: StoryContext, k: number): boolean => EVERYONE.has(story.id(k)) && story.id(k - 1) === NOT;

/** "It makes each job longer", "that takes more paper"; not "which took longer than planned". */
function isDearer(story: StoryContext, k: number, last: number): boolean {
  if (!MAKES.has(story.id(k)) || !THIS.has(story.id(k - 1))) return false;
  const worse = story.find(k + 1, Math.min(last, k + NEAR_MADE), (at) => LONGER.has(story.id(at)));
  return worse >= 0 && !(story.id(worse + 1) === THAN && THOUGHT.has(story.id(worse + 2)));
}

const hadToWait = (story: StoryContext, k: number): boolean =>
  story.id(k) === HAD &&
  story.id(k + 1) === TO &&
  WAITS.has(story.id(k + 2)) &&
  !story.is(k - 1).first &&
  !story.is(k - 1).we;

/** "Which means that Friday's shelves are poorer", "even though it cost us a post". */
function meansLoss(story: StoryContext, k: number, index: number): boolean {
  const isMeaning = story.id(k) === MEANS || (story.id(k) === MEANT && THIS.has(story.id(k - 1)));
  return (isMeaning || CONCEDES.has(story.id(k))) && isLossAfter(story, k + 1, index);
}

/** "The sales team hated it, but …", "They grumbled. But …": somebody did not want it, and it was done. */
function isBorne(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  const objects = story.find(first, last, (k) => isObjection(story, k, first));
  if (objects < 0) return false;
  const next = story.sentences[index + 1];
  return story.hasWord(BUT, objects + 1, last) || (next !== undefined && story.id(next.first) === BUT_ONLY);
}

/** "Brand hated it", "nobody in sales wanted it". */
function isObjection(story: StoryContext, k: number, first: number): boolean {
  const isDenied = story.some(Math.max(first, k - NEAR_NOT), k, (at) => story.is(at).not);
  return isDenied ? LIKES.has(story.id(k)) : OBJECTS.has(story.id(k));
}
