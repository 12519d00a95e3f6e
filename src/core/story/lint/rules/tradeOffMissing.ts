import type { StoryContext } from '../context';
import { groupBit, W } from '../lexicon/classes';
import { ADJACENT, CUES, DENIED, NEEDS_SUBJECT, PAID, REACH, SUBJECTS } from '../lexicon/weighing';
import type { Sentence } from '../scan';
import type { Rule } from '../types';

/** The first word of a sentence that weighs one thing against another; -1 where none does. */
function weighsAt(story: StoryContext, index: number): number {
  const sentence = story.sentences[index];
  if (!sentence || (sentence.classes & W.weigh) === 0) return -1;
  for (let k = sentence.first; k < sentence.last; k += 1) {
    const token = story.tokens[k];
    if (!token || token.quoted || (token.classes & W.weigh) === 0) continue;
    const word = story.word(k);
    if ((word === 'cost' || word === 'expense' || word === 'price') && story.word(k + 1) === 'of' && story.word(k - 2) === 'at') return k;
    const cue = Object.hasOwn(CUES, word) ? CUES[word] : undefined;
    if (cue === undefined || isDenied(story, k, sentence.first)) continue;
    if (NEEDS_SUBJECT.has(word) && k > sentence.first && !SUBJECTS.has(story.word(k - 1))) continue;
    if (cue.length === 0) return k;
    const limit = Math.min(sentence.last, k + 1 + (ADJACENT.has(word) ? 1 : REACH));
    for (let next = k + 1; next < limit; next += 1) if (cue.includes(story.word(next))) return k;
  }
  return -1;
}

/** Whether a sentence weighs one thing against another. */
export function weighsAlternatives(story: StoryContext, index: number): boolean {
  return weighsAt(story, index) >= 0;
}

/** "There were no real downsides", "without any compromise". */
function isDenied(story: StoryContext, k: number, first: number): boolean {
  for (let back = k - 1; back >= first && back >= k - 3; back -= 1) if (DENIED.has(story.word(back))) return true;
  return false;
}

/** What one would rather have less of; that it rose is a price. */
const BURDENS = groupBit('latency') | groupBit('cost') | groupBit('error') | groupBit('memory') | groupBit('compute');
const RISEN = new Set(['up', 'rose', 'risen', 'grew', 'increased', 'higher', 'extra']);

/** What a section about trade-offs says, to weigh anything: a loss, a cost, a choice made against something. */
function saysWhatWasPaid(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  const burden = (sentence.groups & BURDENS) !== 0;
  for (let k = sentence.first; k < sentence.last; k += 1) {
    const word = story.word(k);
    if (burden && RISEN.has(word) && isBurdened(story, k, sentence)) return true;
    if (word === 'had' && story.word(k + 1) === 'to') return true;
    if (word === 'anymore' || (word === 'more' && story.word(k - 1) === 'any')) return true;
    if (!PAID.has(word) || isDenied(story, k, sentence.first)) continue;
    if (word === 'no' || word === 'not') {
      // "No downsides" and "not a problem" deny; "no longer exact" and "did not build it" pay.
      const next = story.word(k + 1);
      if (/^(?:real|major|big|significant|downsides?|drawbacks?|tradeoffs?|compromises?|problem|issue|a|any|only|cost)$/u.test(next)) continue;
    }
    if (word === 'over' && /^\d|^(?:the|a|time)$/u.test(story.word(k + 1))) continue;
    if ((word === 'cost' || word === 'costs') && isReduced(story, k, sentence.first)) continue;
    if (word === 'cut' || word === 'drop' || word === 'dropped' || word === 'less' || word === 'fewer' || word === 'declined') {
      if (story.figuresIn(index).some(({ role, quantity }) => role !== 'none' || quantity.from !== undefined)) continue;
    }
    if (word === 'but' && CONTENT.some((other) => hasWord(story, sentence.first, sentence.last, other))) continue;
    if (word === 'only' && story.word(k - 1) === 'not') continue;
    return true;
  }
  return false;
}

/** "Latency went up", "a higher bill": the burden stands before the word, or right behind it. */
function isBurdened(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  const isBurden = (at: number): boolean => ((story.tokens[at]?.entry?.groups ?? 0) & BURDENS) !== 0;
  for (let back = k - 1; back >= first && back >= k - 4; back -= 1) {
    if (isBurden(back)) return true;
    if (story.word(back) === 'and' || story.word(back) === 'while') break;
  }
  return (story.word(k) === 'higher' || story.word(k) === 'extra') && ((k + 1 < last && isBurden(k + 1)) || (k + 2 < last && isBurden(k + 2)));
}

/** "It was hard, but worth it" pays nothing. */
const CONTENT = ['worth', 'happy', 'satisfied', 'success', 'pleased'];

function hasWord(story: StoryContext, first: number, last: number, word: string): boolean {
  for (let k = first; k < last; k += 1) if (story.word(k) === word) return true;
  return false;
}

/** "Cut serving costs", "costs fell": the result again, and nothing paid. */
function isReduced(story: StoryContext, k: number, first: number): boolean {
  for (let near = k - 4; near <= k + 3; near += 1) {
    if (near >= first && near !== k && ((story.tokens[near]?.classes ?? 0) & W.change) !== 0) return true;
  }
  return false;
}

export const tradeOffMissing: Rule = {
  code: 'trade-off-missing',
  severity: 'warning',
  summary: 'Something in the story weighs one alternative against another.',
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
