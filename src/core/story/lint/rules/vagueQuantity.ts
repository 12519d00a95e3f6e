import type { StoryContext } from '../context';
import type { Figure } from '../figures';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import { ADJECTIVES, ADVERBS, DEGREES, HEAPS, LEARNING, MEASURABLE, NO_FIGURE, UNCOUNTABLE } from '../lexicon/vagueness';
import type { Sentence } from '../scan';
import type { Report, Rule } from '../types';

/** Whether the token may be measured: a metric, users, colleagues, a change. */
function isMeasurable(story: StoryContext, k: number): boolean {
  const word = story.word(k);
  return ((story.tokens[k]?.classes ?? 0) & (W.business | W.users | W.technical | W.changeNoun | W.team)) !== 0 || MEASURABLE.has(word);
}

/** The vague words that begin at token `k`, as the index of the last of them; -1 where they are an idiom or no amount. */
function vagueAt(story: StoryContext, k: number, { first, last }: Sentence): number {
  const word = story.word(k);
  if (ADVERBS.has(word)) return isDegree(story, k, first, last) ? k : -1;
  if (ADJECTIVES.has(word)) {
    if (/^(?:statistically|more|most|not|equally|less|practically|clinically)$/u.test(story.word(k - 1))) return -1;
    for (let next = k + 1; next < Math.min(last, k + 4); next += 1) {
      if (NO_FIGURE.has(story.word(next)) || story.tokens[next]?.afterBreak) return -1;
      if (isMeasurable(story, next)) return k;
    }
    return -1;
  }
  if (HEAPS.has(word)) return heapAt(story, k, first, last);
  if (DEGREES.has(word)) {
    const next = story.tokens[k + 1];
    if (!next || k + 1 >= last || (next.classes & W.comparative) === 0 || /^(?:so|how|as|very|not|too|by)$/u.test(story.word(k - 1))) return -1;
    if (story.word(k + 1) === 'more' || story.word(k + 1) === 'less' || story.word(k + 1) === 'better') return k + 2 < last && isMeasurable(story, k + 2) ? k + 1 : -1;
    return /^(?:faster|slower|cheaper|quicker|lower|higher|smaller|larger|bigger|shorter|longer|fewer)$/u.test(story.word(k + 1)) ? k + 1 : -1;
  }
  return -1;
}

/** "Significantly" measures a change or a comparison beside it; before a comma it opens a sentence. */
function isDegree(story: StoryContext, k: number, first: number, last: number): boolean {
  if (/^(?:not|statistically|differ|differs|differed)$/u.test(story.word(k - 1)) || story.word(k + 1) === 'different') return false;
  if (k === first && story.tokens[k + 1]?.afterBreak) return false;
  for (let near = Math.max(first, k - 5); near < Math.min(last, k + 4); near += 1) {
    if (near === k) continue;
    const classes = story.tokens[near]?.classes ?? 0;
    if (classes & (W.change | W.comparative | W.changeNoun) || (classes & (W.business | W.technical) && near < k && near >= k - 3)) return true;
  }
  return false;
}

/** "A lot of tickets", "grew a lot", "a lot faster": from the article to the heap. */
function heapAt(story: StoryContext, k: number, first: number, last: number): number {
  const word = story.word(k);
  const before = story.word(k - 1);
  const next = story.word(k + 1);
  if (word === 'deal' && before !== 'great' && before !== 'good') return -1;
  if (/^(?:hundreds|thousands|millions)$/u.test(word)) return next === 'of' && k + 2 < last && isMeasurable(story, k + 2) ? k + 1 : -1;
  if (/^(?:lot|ton|bunch)$/u.test(word) && before !== 'a' && before !== 'whole') return -1;
  if (next === 'of' && k + 2 < last) {
    for (let noun = k + 2; noun < Math.min(last, k + 5); noun += 1) {
      const name = story.word(noun);
      if (UNCOUNTABLE.has(name) || NO_FIGURE.has(name) || story.tokens[noun]?.afterBreak) return -1;
      if (isMeasurable(story, noun)) return k + 1;
      if (/[a-z]{3,}[^us]s$/u.test(name)) return k + 1;
      if (name === 'the' || name === 'our' || name === 'their' || /(?:ed|ing|ive|al|ful|ous|ic)$/u.test(name) || noun === k + 2) continue;
      return -1;
    }
    return -1;
  }
  if (k + 1 < last && (story.tokens[k + 1]?.classes ?? 0) & W.comparative && !story.tokens[k + 1]?.afterBreak) return k + 1;
  if (word === 'deal' || word === 'plenty') return -1;
  // "Revenue grew a lot": the verb is near, and one that a figure could follow.
  for (let back = k - 2; back >= first && back >= k - 7; back -= 1) {
    if (LEARNING.has(story.word(back))) return -1;
    if ((story.tokens[back]?.classes ?? 0) & W.change && (story.tokens[back]?.entry?.flags ?? 0) & FLAG.improvement) return k;
  }
  return -1;
}

/** How far into the next sentence its figure may stand to be the amount: "It went from 120 ms to 35 ms." */
const SOON = 8;

/** A figure behind it, a change before it, or one early in the next sentence that speaks of no other metric, is the amount. */
function hasFigure(story: StoryContext, index: number, token: number): boolean {
  const isAmount = ({ role, quantity }: Figure): boolean => role !== 'none' || quantity.kind === 'rate' || quantity.kind === 'size';
  const isChange = ({ quantity }: Figure): boolean => quantity.from !== undefined || !/^(?:count|duration|size|rate)$/u.test(quantity.kind);
  if (story.figuresIn(index).some((figure) => isAmount(figure) && (figure.first >= token || isChange(figure)))) return true;
  const sentence = story.sentences[index];
  const next = story.sentences[index + 1];
  if (!sentence || !next || next.block !== sentence.block) return false;
  if (!story.figuresIn(index + 1).some((figure) => isAmount(figure) && figure.first <= next.first + SOON)) return false;
  return sentence.groups === 0 || next.groups === 0 || (sentence.groups & next.groups) !== 0;
}

export const vagueQuantity: Rule = {
  code: 'vague-quantity',
  severity: 'warning',
  summary: 'Where a figure should be stands a figure, and no “significantly”.',
  kinds: ['story'],
  check(story) {
    const reports: Report[] = [];
    for (let index = 0; index < story.sentences.length; index += 1) {
      const sentence = story.sentences[index] as Sentence;
      if ((sentence.classes & W.vague) === 0) continue;
      for (let k = sentence.first; k < sentence.last; k += 1) {
        const token = story.tokens[k];
        if (!token || token.quoted || (token.classes & W.vague) === 0) continue;
        const end = vagueAt(story, k, sentence);
        if (end < 0 || hasFigure(story, index, k)) continue;
        const start = HEAPS.has(story.word(k)) && /^(?:a|great|good|whole)$/u.test(story.word(k - 1)) ? articleOf(story, k) : k;
        const range = { start: (story.tokens[start] as { start: number }).start, end: (story.tokens[end] as { end: number }).end };
        reports.push({ ...range, message: `“${story.text.slice(range.start, range.end).replace(/\s+/gu, ' ')}” stands where a figure should be: how much?` });
        k = end;
      }
    }
    return reports;
  },
};

function articleOf(story: StoryContext, k: number): number {
  return story.word(k - 1) === 'a' ? k - 1 : story.word(k - 2) === 'a' ? k - 2 : k - 1;
}
