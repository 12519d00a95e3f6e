import { wordIds, wordSet } from '../../prose/vocabulary';
import { askFigure } from '../askFigure';
import { comparesAmounts } from '../comparison';
import type { StoryContext } from '../context';
import { countedAt, isMeasurable } from '../countable';
import { hasFigureBeside } from '../figureBeside';
import {
  ADJECTIVES,
  ADVERBS,
  DEGREES,
  FINDS_OUT,
  HEAPS,
  LEARNING,
  MANY,
  NO_FIGURE,
  NOT_SO_MANY,
  UNCOUNTABLE,
} from '../lexicon/vagueness';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import { tellsOutcome } from '../../storySections';
import type { Report } from '../types';
import { vaguePhraseAt, type VaguePhrase } from '../vaguePhrases';

const [DIFFERENT, DEAL, GREAT, GOOD, OF, A, WHOLE, PLENTY, HOW, VERY, MUCH, THAT, MARKED] = wordIds(
  'different deal great good of a whole plenty how very much that marked',
);
const COUNTLESS = wordSet('countless numerous innumerable myriad');
const NO_AMOUNT = wordSet('statistically more most not equally less practically clinically');
const NO_DEGREE = wordSet('how as very not too by');
const NOT_MEASURED = wordSet('not statistically differ differs differed');
const ROUND = wordSet('hundreds thousands millions dozens');
const COUNTED_HEAPS = wordSet('lot ton bunch multitude');
const SAVES = wordSet('save saves saved saving cut cuts freed frees recovered');
const HEAP_LEADS = wordSet('a great good whole');

/**
 * The vague words that begin at token `k`, as the index of the last of them; -1 where they are an idiom, or not an
 * amount.
 */
function vagueAt(story: StoryContext, k: number, sentence: Sentence): number {
  const word = story.id(k);
  if (ADVERBS.has(word)) return isDegree(story, k, sentence) ? k : -1;
  if (ADJECTIVES.has(word)) return isAmount(story, k, sentence) ? k : -1;
  if (HEAPS.has(word)) return heapAt(story, k, sentence);
  if (MANY.has(word)) return manyAt(story, k, sentence);
  return DEGREES.has(word) ? degreeAt(story, k, sentence) : -1;
}

/** "Significantly" measures a change or a comparison beside it; before a comma it opens a sentence. */
function isDegree(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (NOT_MEASURED.has(story.id(k - 1)) || story.id(k + 1) === DIFFERENT) return false;
  if (k === first && story.tokens.afterBreak(k + 1)) return false;
  if (comparesAmounts(story, k + 1, last)) return true;
  return story.some(Math.max(first, k - 5), Math.min(last, k + 4), (near) => {
    if (near === k) return false;
    const { change, comparative, changeNoun, business, technical } = story.is(near);
    const isMetricBefore = (business || technical) && near < k && near >= k - 3;
    return change || comparative || changeNoun || isMetricBefore;
  });
}

/** "A huge cost reduction", but not "a huge relief": the first noun after the adjective says which. */
function isAmount(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (NO_AMOUNT.has(story.id(k - 1)) || (story.id(k) === MARKED && story.id(k - 1) !== A)) return false;
  if (COUNTLESS.has(story.id(k)) && countedAt(story, k + 1, last)) return true;
  for (let next = k + 1; next < Math.min(last, k + 4); next += 1) {
    if (NO_FIGURE.has(story.id(next)) || story.tokens.afterBreak(next)) return false;
    if (isMeasurable(story, next)) return true;
  }
  return false;
}

/** "Much faster", "far more tickets": from the degree to the comparative. */
function degreeAt(story: StoryContext, k: number, { last }: Sentence): number {
  const isVeryMuch = story.id(k - 1) === VERY && story.id(k) === MUCH;
  const isThatMuch = story.id(k - 1) === THAT && story.id(k) === MUCH;
  if ((NO_DEGREE.has(story.id(k - 1)) && !isVeryMuch) || isThatMuch) return -1;
  return comparesAmounts(story, k + 1, last) ? k + 1 : -1;
}

/** "A lot of tickets", "grew a lot", "a lot faster": from the heap to "of" or the comparative. */
function heapAt(story: StoryContext, k: number, sentence: Sentence): number {
  const { last } = sentence;
  const heap = story.id(k);
  const hasNoun = story.id(k + 1) === OF && k + 2 < last;
  if (ROUND.has(heap)) return hasNoun && isMeasurable(story, k + 2) ? k + 1 : -1;
  if (!isHeap(story, k)) return -1;
  if (hasNoun) return isGained(story, k) || countedAt(story, k + 2, last) ? k + 1 : -1;
  if (comparesAmounts(story, k + 1, last)) return k + 1;
  if (k + 1 < last && story.is(k + 1).comparative && !story.tokens.afterBreak(k + 1)) return k + 1;
  return heap !== DEAL && heap !== PLENTY && hasChangedBy(story, k, sentence.first) ? k : -1;
}

/** "We save loads of fuel": whatever is saved can be measured, but for time to learn and the like. */
const isGained = (story: StoryContext, k: number): boolean =>
  SAVES.has(story.id(k - 1)) && !UNCOUNTABLE.has(story.id(k + 2)) && !NO_FIGURE.has(story.id(k + 2));

/** "A great deal", "a ton": with its article it is an amount, without it a contract or a weight. */
function isHeap(story: StoryContext, k: number): boolean {
  const before = story.id(k - 1);
  if (story.id(k) === DEAL) return before === GREAT || before === GOOD;
  return !COUNTED_HEAPS.has(story.id(k)) || before === A || before === WHOLE;
}

/** "A great many mistakes", "it was amazing how many customers came back"; not "I asked how many had left". */
function manyAt(story: StoryContext, k: number, { first, last }: Sentence): number {
  const before = story.id(k - 1);
  if (before === GREAT || before === GOOD) return story.id(k - 2) === A && countedAt(story, k + 1, last) ? k : -1;
  if (before !== HOW || k - 1 === first || story.hasWord(FINDS_OUT, Math.max(first, k - 8), k - 1)) return -1;
  return countedAt(story, k + 1, last) ? k : -1;
}

/** How many words after "many" their number may stand: "many choirs, 23 in all". */
const NEAR = 8;

/** In a result, "many transport companies came back to us" is an outcome with no figure in it. */
function isManyOfSomething(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!MANY.has(story.id(k)) || (k > first && NOT_SO_MANY.has(story.id(k - 1)))) return false;
  if (story.some(k + 1, Math.min(last, k + NEAR), (at) => story.tokens.isFigure(at))) return false;
  return countedAt(story, story.id(k + 1) === OF ? k + 2 : k + 1, last);
}

/** "Revenue grew a lot": the verb is near, and one that a figure could follow. */
function hasChangedBy(story: StoryContext, k: number, first: number): boolean {
  for (let back = k - 2; back >= first && back >= k - 7; back -= 1) {
    if (LEARNING.has(story.id(back))) return false;
    if (story.is(back).change && story.is(back).improvement) return true;
  }
  return false;
}

export const vagueQuantity: Rule<'vague-quantity'> = {
  code: 'vague-quantity',
  severity: 'warning',
  title: 'A figure would say more',
  summary: 'There is a figure where one belongs, not “significantly”.',
  raisedWhen: '“significantly” or “a lot of” stands where a figure should be',
  weight: { points: 2, most: 8 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const reports: Report[] = [];
    for (let index = 0; index < story.sentences.length; index += 1) {
      const sentence = story.sentences[index] as Sentence;
      if (!sentence.has.vague && !sentence.has.amountInWords) continue;
      for (let k = sentence.first; k < sentence.last; k += 1) {
        if (story.tokens.quoted(k) || !(story.is(k).vague || story.is(k).amountInWords)) continue;
        const amount = amountAt(story, k, index);
        if (!amount || hasFigureBeside(story, index, amount.from)) continue;
        const { from: start, to: end } = amount;
        const range = { start: story.tokens.start(start), end: story.tokens.end(end) };
        const fix = askFigure(story, sentence, { start, at: k, end });
        reports.push({
          ...range,
          message: `“${story.text.slice(range.start, range.end).replace(/\s+/gu, ' ')}” stands where a figure should be: how much?`,
          fixes: fix ? [fix] : [],
        });
        k = end;
      }
    }
    return reports;
  },
};

/** The amount without a figure whose main word is at `k`; some words say one only of what came of the work. */
function amountAt(story: StoryContext, k: number, index: number): VaguePhrase | undefined {
  const sentence = story.sentences[index] as Sentence;
  const section = story.sectionOf(index);
  if (tellsOutcome(section) && isManyOfSomething(story, k, sentence)) return { from: startOf(story, k), to: k };
  const end = vagueAt(story, k, sentence);
  if (end >= 0) return { from: startOf(story, k), to: end };
  // Where there are blanks, figures are still to come.
  const mayTell = (section === undefined || tellsOutcome(section)) && story.parsed.placeholders.length === 0;
  return mayTell ? vaguePhraseAt(story, k, sentence) : undefined;
}

/** Where the words of the amount begin: "a great deal", "how many". */
function startOf(story: StoryContext, k: number): number {
  const word = story.id(k);
  if (MANY.has(word) && story.id(k - 1) === HOW) return k - 1;
  return (HEAPS.has(word) || MANY.has(word)) && HEAP_LEADS.has(story.id(k - 1)) ? articleOf(story, k) : k;
}

function articleOf(story: StoryContext, k: number): number {
  return story.id(k - 1) === A ? k - 1 : story.id(k - 2) === A ? k - 2 : k - 1;
}
