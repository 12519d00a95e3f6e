import { followersOf, wordIds, wordSet, type WordId } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { groupSet } from '../lexicon/classes';
import { ADJACENT, CUES, DENIED, NEEDS_SUBJECT, PAID, REACH, SPLIT, SPLIT_REACH, SUBJECTS } from '../lexicon/weighing';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';

const [COST, COSTS, EXPENSE, PRICE, OF, AT, HAD, TO] = wordIds('cost costs expense price of at had to');
const [ANYMORE, MORE, ANY, NO, NOT, OVER, BUT, ONLY] = wordIds('anymore more any no not over but only');
const [AND, WHILE, HIGHER, EXTRA] = wordIds('and while higher extra');
/** Less of something is a price, unless the sentence gives it as a result. */
const LESS = wordSet('cut drop dropped less fewer declined');
const DENIES = wordSet(
  `
  real major big significant downside downsides drawback drawbacks tradeoff tradeoffs compromise compromises problem
  issue a any only cost
`,
);

/** "It was hard, but worth it" pays nothing. */
const CONTENT = wordSet('worth happy satisfied success pleased');
const NO_PRICE = wordSet('the a time');
const FOLLOWERS = followersOf(CUES);

/** Whether a sentence weighs one thing against another. */
export function weighsAlternatives(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence?.has.weigh) return false;
  return story.some(sentence.first, sentence.last, (k) => weighsAt(story, k, sentence));
}

/** The word weighs, alone or with one that follows it: "instead", "gave … up", "at the cost of". */
function weighsAt(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (story.tokens.quoted(k) || !story.is(k).weigh) return false;
  if (isAtTheCostOf(story, k)) return true;
  const word = story.id(k);
  const followers = FOLLOWERS.get(word);
  if (followers === undefined || isDenied(story, k, first)) return false;
  if (NEEDS_SUBJECT.has(word) && k > first && !SUBJECTS.has(story.id(k - 1))) return false;
  if (followers.length === 0) return true;
  return story.some(k + 1, Math.min(last, k + 1 + reachOf(word)), (next) => followers.includes(story.id(next)));
}

/** "At the cost of", "at the expense of", "at the price of". */
function isAtTheCostOf(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  return (word === COST || word === EXPENSE || word === PRICE) && story.id(k + 1) === OF && story.id(k - 2) === AT;
}

/** How many words on the second word may stand. */
function reachOf(word: WordId): number {
  if (ADJACENT.has(word)) return 1;
  return SPLIT.has(word) ? SPLIT_REACH : REACH;
}

/** "There were no real downsides", "without any compromise". */
function isDenied(story: StoryContext, k: number, first: number): boolean {
  return story.hasWord(DENIED, Math.max(first, k - 3), k);
}

/** What one would rather have less of; that it rose is a price. */
const BURDENS = groupSet(['latency', 'cost', 'error', 'memory', 'compute']);
const RISEN = wordSet('up rose risen grew increased higher extra');

/** What a section about trade-offs says, to weigh anything: a loss, a cost, a choice made against something. */
function saysWhatWasPaid(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  const burdened = sentence.groups.meets(BURDENS);
  return story.some(
    sentence.first,
    sentence.last,
    (k) => (burdened && isBurdened(story, k, sentence)) || isPrice(story, k, sentence, index),
  );
}

/** "Latency went up", "a higher bill": the burden stands before the word, or right after it. */
function isBurdened(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!RISEN.has(story.id(k))) return false;
  const isBurden = (at: number): boolean => story.tokens.groups(at).meets(BURDENS);
  for (let back = k - 1; back >= first && back >= k - 4; back -= 1) {
    if (isBurden(back)) return true;
    if (story.id(back) === AND || story.id(back) === WHILE) break;
  }
  const mayFollow = story.id(k) === HIGHER || story.id(k) === EXTRA;
  return mayFollow && story.some(k + 1, Math.min(last, k + 3), isBurden);
}

/** "Had to", "not anymore", "lost", "slower": something was paid. */
function isPrice(story: StoryContext, k: number, sentence: Sentence, index: number): boolean {
  const word = story.id(k);
  if (word === HAD && story.id(k + 1) === TO) return true;
  if (word === ANYMORE || (word === MORE && story.id(k - 1) === ANY)) return true;
  return PAID.has(word) && !isDenied(story, k, sentence.first) && !isFree(story, k, sentence, index);
}

/** Words of paying with which nothing was paid here. */
function isFree(story: StoryContext, k: number, sentence: Sentence, index: number): boolean {
  const word = story.id(k);
  const next = story.id(k + 1);
  if (LESS.has(word)) return givesResult(story, index);
  switch (word) {
    case NO:
    case NOT:
      // "No downsides" and "not a problem" deny; "no longer exact" and "did not build it" pay.
      return DENIES.has(next);
    case OVER:
      return story.tokens.isFigure(k + 1) || NO_PRICE.has(next);
    case COST:
    case COSTS:
      return isReduced(story, k, sentence.first);
    case BUT:
      return story.hasWord(CONTENT, sentence.first, sentence.last);
    case ONLY:
      return story.id(k - 1) === NOT;
    default:
      return false;
  }
}

/** "Dropped from 40 to 12 tickets": a figure that was reached. */
function givesResult(story: StoryContext, index: number): boolean {
  return story.figuresIn(index).some(({ role, quantity }) => role !== 'none' || quantity.from !== undefined);
}

/** "Cut serving costs", "costs fell": the result again, and nothing paid. */
function isReduced(story: StoryContext, k: number, first: number): boolean {
  return story.some(Math.max(first, k - 4), k + 4, (near) => near !== k && story.is(near).change);
}

export const tradeOffMissing: Rule<'trade-off-missing'> = {
  code: 'trade-off-missing',
  severity: 'warning',
  title: 'No trade-off is weighed',
  summary: 'Something in the story weighs one alternative against another.',
  raisedWhen: 'nothing weighs alternatives',
  weight: { points: 10, most: 10 },
  scene: { says: { 'Trade-offs': '{weak}' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.sentences.length === 0) return [];
    const own = story.usesHeadings ? story.sentencesIn('Trade-offs') : [];
    if (own.some((index) => saysWhatWasPaid(story, index) || weighsAlternatives(story, index))) return [];
    if (story.sentences.some((_, index) => weighsAlternatives(story, index))) return [];
    const section = story.section('Trade-offs');
    const first = own[0] === undefined ? undefined : story.sentences[own[0]];
    if (first) {
      const message = 'This weighs nothing: what did you give up, or decide against, to get the result?';
      return [{ start: first.start, end: first.end, message }];
    }
    const at = section ? { start: section.start, end: section.headingEnd } : story.titleRange();
    const message = 'Nothing in this story weighs alternatives: what did you give up, or decide against?';
    return [{ start: at.start, end: at.end, message }];
  },
};
