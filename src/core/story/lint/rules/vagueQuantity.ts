import { wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Figure } from '../figures';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import {
  ADJECTIVES,
  ADVERBS,
  DEGREES,
  HEAPS,
  LEARNING,
  MEASURABLE,
  NO_FIGURE,
  UNCOUNTABLE,
} from '../lexicon/vagueness';
import type { Rule } from '../rule';
import type { Sentence } from '../scan';
import type { Report } from '../types';

const [MORE, LESS, BETTER, DIFFERENT, DEAL, GREAT, GOOD, OF, A, WHOLE, THE, OUR, THEIR, PLENTY] = wordIds(
  'more less better different deal great good of a whole the our their plenty',
);
const NO_AMOUNT = wordSet('statistically more most not equally less practically clinically');
const NO_DEGREE = wordSet('so how as very not too by');
const COMPARATIVES = wordSet('faster slower cheaper quicker lower higher smaller larger bigger shorter longer fewer');
const NOT_MEASURED = wordSet('not statistically differ differs differed');
const ROUND = wordSet('hundreds thousands millions');
const COUNTED_HEAPS = wordSet('lot ton bunch');
const HEAP_LEADS = wordSet('a great good whole');

/** Whether the token may be measured: a metric, users, colleagues, a change. */
function isMeasurable(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  return (
    (story.tokens.classes(k) & (W.business | W.users | W.technical | W.changeNoun | W.team)) !== 0 ||
    MEASURABLE.has(word)
  );
}

/**
 * The vague words that begin at token `k`, as the index of the last of them; -1 where they are an idiom or no amount.
 */
function vagueAt(story: StoryContext, k: number, { first, last }: Sentence): number {
  const word = story.id(k);
  if (ADVERBS.has(word)) return isDegree(story, k, first, last) ? k : -1;
  if (ADJECTIVES.has(word)) {
    if (NO_AMOUNT.has(story.id(k - 1))) return -1;
    for (let next = k + 1; next < Math.min(last, k + 4); next += 1) {
      if (NO_FIGURE.has(story.id(next)) || story.tokens.afterBreak(next)) return -1;
      if (isMeasurable(story, next)) return k;
    }
    return -1;
  }
  if (HEAPS.has(word)) return heapAt(story, k, first, last);
  if (DEGREES.has(word)) {
    if (k + 1 >= last || (story.tokens.classes(k + 1) & W.comparative) === 0 || NO_DEGREE.has(story.id(k - 1)))
      return -1;
    if (story.id(k + 1) === MORE || story.id(k + 1) === LESS || story.id(k + 1) === BETTER)
      return k + 2 < last && isMeasurable(story, k + 2) ? k + 1 : -1;
    return COMPARATIVES.has(story.id(k + 1)) ? k + 1 : -1;
  }
  return -1;
}

/** "Significantly" measures a change or a comparison beside it; before a comma it opens a sentence. */
function isDegree(story: StoryContext, k: number, first: number, last: number): boolean {
  if (NOT_MEASURED.has(story.id(k - 1)) || story.id(k + 1) === DIFFERENT) return false;
  if (k === first && story.tokens.afterBreak(k + 1)) return false;
  for (let near = Math.max(first, k - 5); near < Math.min(last, k + 4); near += 1) {
    if (near === k) continue;
    const classes = story.tokens.classes(near);
    if (
      classes & (W.change | W.comparative | W.changeNoun) ||
      (classes & (W.business | W.technical) && near < k && near >= k - 3)
    )
      return true;
  }
  return false;
}

/** "A lot of tickets", "grew a lot", "a lot faster": from the article to the heap. */
function heapAt(story: StoryContext, k: number, first: number, last: number): number {
  const heap = story.id(k);
  const before = story.id(k - 1);
  const next = story.id(k + 1);
  if (heap === DEAL && before !== GREAT && before !== GOOD) return -1;
  if (ROUND.has(heap)) return next === OF && k + 2 < last && isMeasurable(story, k + 2) ? k + 1 : -1;
  if (COUNTED_HEAPS.has(heap) && before !== A && before !== WHOLE) return -1;
  if (next === OF && k + 2 < last) {
    for (let noun = k + 2; noun < Math.min(last, k + 5); noun += 1) {
      const name = story.id(noun);
      const word = story.tokens.word(noun);
      if (UNCOUNTABLE.has(name) || NO_FIGURE.has(name) || story.tokens.afterBreak(noun)) return -1;
      if (isMeasurable(story, noun)) return k + 1;
      if (/[a-z]{3}[^us]s$/u.test(word)) return k + 1;
      if (
        name === THE ||
        name === OUR ||
        name === THEIR ||
        /(?:ed|ing|ive|al|ful|ous|ic)$/u.test(word) ||
        noun === k + 2
      )
        continue;
      return -1;
    }
    return -1;
  }
  if (k + 1 < last && story.tokens.classes(k + 1) & W.comparative && !story.tokens.afterBreak(k + 1)) return k + 1;
  if (heap === DEAL || heap === PLENTY) return -1;
  // "Revenue grew a lot": the verb is near, and one that a figure could follow.
  for (let back = k - 2; back >= first && back >= k - 7; back -= 1) {
    if (LEARNING.has(story.id(back))) return -1;
    if (story.tokens.classes(back) & W.change && story.tokens.flags(back) & FLAG.improvement) return k;
  }
  return -1;
}

/** How far into the next sentence its figure may stand to be the amount: "It went from 120 ms to 35 ms." */
const SOON = 8;

/**
 * A figure behind it, a change before it, or one early in the next sentence that speaks of no other metric, is the
 * amount.
 */
function hasFigure(story: StoryContext, index: number, token: number): boolean {
  const isAmount = ({ role, quantity }: Figure): boolean =>
    role !== 'none' || quantity.kind === 'rate' || quantity.kind === 'size';
  const isChange = ({ quantity }: Figure): boolean =>
    quantity.from !== undefined || !/^(?:count|duration|size|rate)$/u.test(quantity.kind);
  if (story.figuresIn(index).some((figure) => isAmount(figure) && (figure.first >= token || isChange(figure))))
    return true;
  const sentence = story.sentences[index];
  const next = story.sentences[index + 1];
  if (!sentence || !next || next.block !== sentence.block) return false;
  if (!story.figuresIn(index + 1).some((figure) => isAmount(figure) && figure.first <= next.first + SOON)) return false;
  return sentence.groups === 0 || next.groups === 0 || (sentence.groups & next.groups) !== 0;
}

export const vagueQuantity: Rule<'vague-quantity'> = {
  code: 'vague-quantity',
  severity: 'warning',
  summary: 'Where a figure should be stands a figure, and no “significantly”.',
  raisedWhen: '“significantly” or “a lot of” stands where a figure should be',
  weight: { points: 3, most: 12 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const reports: Report[] = [];
    for (let index = 0; index < story.sentences.length; index += 1) {
      const sentence = story.sentences[index] as Sentence;
      if ((sentence.classes & W.vague) === 0) continue;
      for (let k = sentence.first; k < sentence.last; k += 1) {
        if (story.tokens.quoted(k) || (story.tokens.classes(k) & W.vague) === 0) continue;
        const end = vagueAt(story, k, sentence);
        if (end < 0 || hasFigure(story, index, k)) continue;
        const start = HEAPS.has(story.id(k)) && HEAP_LEADS.has(story.id(k - 1)) ? articleOf(story, k) : k;
        const range = { start: story.tokens.start(start), end: story.tokens.end(end) };
        reports.push({
          ...range,
          message: `“${story.text.slice(range.start, range.end).replace(/\s+/gu, ' ')}” stands where a figure should be: how much?`,
        });
        k = end;
      }
    }
    return reports;
  },
};

function articleOf(story: StoryContext, k: number): number {
  return story.id(k - 1) === A ? k - 1 : story.id(k - 2) === A ? k - 2 : k - 1;
}
