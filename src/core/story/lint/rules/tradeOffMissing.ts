import { followersOf, wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { groupBit, W } from '../lexicon/classes';
import { ADJACENT, CUES, DENIED, NEEDS_SUBJECT, PAID, REACH, SPLIT, SPLIT_REACH, SUBJECTS } from '../lexicon/weighing';
import type { Rule } from '../rule';
import type { Sentence } from '../scan';

const [
  COST,
  EXPENSE,
  PRICE,
  OF,
  AT,
  HAD,
  TO,
  ANYMORE,
  MORE,
  ANY,
  NO,
  NOT,
  OVER,
  COSTS,
  CUT,
  DROP,
  DROPPED,
  LESS,
  FEWER,
  DECLINED,
  BUT,
  ONLY,
  AND,
  WHILE,
  HIGHER,
  EXTRA,
] = wordIds(
  'cost expense price of at had to anymore more any no not over costs cut drop dropped less fewer declined but only and while higher extra',
);
const DENIES = wordSet(
  'real major big significant downside downsides drawback drawbacks tradeoff tradeoffs compromise compromises problem issue a any only cost',
);

const NO_PRICE = wordSet('the a time');
const FOLLOWERS = followersOf(CUES);

/** The first word of a sentence that weighs one thing against another; -1 where none does. */
function weighsAt(story: StoryContext, index: number): number {
  const sentence = story.sentences[index];
  if (!sentence || (sentence.classes & W.weigh) === 0) return -1;
  for (let k = sentence.first; k < sentence.last; k += 1) {
    if (story.tokens.quoted(k) || (story.tokens.classes(k) & W.weigh) === 0) continue;
    const word = story.id(k);
    if ((word === COST || word === EXPENSE || word === PRICE) && story.id(k + 1) === OF && story.id(k - 2) === AT)
      return k;
    const cue = FOLLOWERS.get(word);
    if (cue === undefined || isDenied(story, k, sentence.first)) continue;
    if (NEEDS_SUBJECT.has(word) && k > sentence.first && !SUBJECTS.has(story.id(k - 1))) continue;
    if (cue.length === 0) return k;
    const limit = Math.min(sentence.last, k + 1 + (ADJACENT.has(word) ? 1 : SPLIT.has(word) ? SPLIT_REACH : REACH));
    for (let next = k + 1; next < limit; next += 1) if (cue.includes(story.id(next))) return k;
  }
  return -1;
}

/** Whether a sentence weighs one thing against another. */
export function weighsAlternatives(story: StoryContext, index: number): boolean {
  return weighsAt(story, index) >= 0;
}

/** "There were no real downsides", "without any compromise". */
function isDenied(story: StoryContext, k: number, first: number): boolean {
  for (let back = k - 1; back >= first && back >= k - 3; back -= 1) if (DENIED.has(story.id(back))) return true;
  return false;
}

/** What one would rather have less of; that it rose is a price. */
const BURDENS = groupBit('latency') | groupBit('cost') | groupBit('error') | groupBit('memory') | groupBit('compute');
const RISEN = wordSet('up rose risen grew increased higher extra');

/** What a section about trade-offs says, to weigh anything: a loss, a cost, a choice made against something. */
function saysWhatWasPaid(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  const burden = (sentence.groups & BURDENS) !== 0;
  for (let k = sentence.first; k < sentence.last; k += 1) {
    const word = story.id(k);
    if (burden && RISEN.has(word) && isBurdened(story, k, sentence)) return true;
    if (word === HAD && story.id(k + 1) === TO) return true;
    if (word === ANYMORE || (word === MORE && story.id(k - 1) === ANY)) return true;
    if (!PAID.has(word) || isDenied(story, k, sentence.first)) continue;
    if (word === NO || word === NOT) {
      // "No downsides" and "not a problem" deny; "no longer exact" and "did not build it" pay.
      const next = story.id(k + 1);
      if (DENIES.has(next)) continue;
    }
    if (word === OVER && (story.tokens.isFigure(k + 1) || NO_PRICE.has(story.id(k + 1)))) continue;
    if ((word === COST || word === COSTS) && isReduced(story, k, sentence.first)) continue;
    if (word === CUT || word === DROP || word === DROPPED || word === LESS || word === FEWER || word === DECLINED) {
      if (story.figuresIn(index).some(({ role, quantity }) => role !== 'none' || quantity.from !== undefined)) continue;
    }
    if (word === BUT && isContent(story, sentence)) continue;
    if (word === ONLY && story.id(k - 1) === NOT) continue;
    return true;
  }
  return false;
}

/** "Latency went up", "a higher bill": the burden stands before the word, or right behind it. */
function isBurdened(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  const isBurden = (at: number): boolean => (story.tokens.groups(at) & BURDENS) !== 0;
  for (let back = k - 1; back >= first && back >= k - 4; back -= 1) {
    if (isBurden(back)) return true;
    if (story.id(back) === AND || story.id(back) === WHILE) break;
  }
  return (
    (story.id(k) === HIGHER || story.id(k) === EXTRA) &&
    ((k + 1 < last && isBurden(k + 1)) || (k + 2 < last && isBurden(k + 2)))
  );
}

/** "It was hard, but worth it" pays nothing. */
const CONTENT = wordSet('worth happy satisfied success pleased');

function isContent(story: StoryContext, { first, last }: Sentence): boolean {
  for (let k = first; k < last; k += 1) if (CONTENT.has(story.id(k))) return true;
  return false;
}

/** "Cut serving costs", "costs fell": the result again, and nothing paid. */
function isReduced(story: StoryContext, k: number, first: number): boolean {
  for (let near = k - 4; near <= k + 3; near += 1) {
    if (near >= first && near !== k && (story.tokens.classes(near) & W.change) !== 0) return true;
  }
  return false;
}

export const tradeOffMissing: Rule<'trade-off-missing'> = {
  code: 'trade-off-missing',
  severity: 'warning',
  summary: 'Something in the story weighs one alternative against another.',
  raisedWhen: 'nothing weighs alternatives',
  weight: { points: 10, most: 10 },
  scene: { says: { 'Trade-offs': '{weak}' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.sentences.length === 0) return [];
    const own = story.usesHeadings ? story.sentencesIn('Trade-offs') : [];
    if (own.some((index) => saysWhatWasPaid(story, index) || weighsAt(story, index) >= 0)) return [];
    for (let index = 0; index < story.sentences.length; index += 1) if (weighsAt(story, index) >= 0) return [];
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
