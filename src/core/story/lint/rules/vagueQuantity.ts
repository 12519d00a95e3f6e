import { wordIds, wordSet } from '../../prose/vocabulary';
import { askFigure } from '../askFigure';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import {
  ADJECTIVES,
  ADVERBS,
  CAME,
  DEGREES,
  DONE_LESS,
  FINDS_OUT,
  HEAPS,
  LEARNING,
  MANY,
  MEASURABLE,
  NO_FIGURE,
  NOT_SO_MANY,
  TURNED_TO_US,
  UNCOUNTABLE,
} from '../lexicon/vagueness';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import { stemsIn } from '../stems';
import { tellsOutcome } from '../../storySections';
import type { Report } from '../types';
import { vaguePhraseAt, type VaguePhrase } from '../vaguePhrases';

const [DIFFERENT, DEAL, GREAT, GOOD, OF, A, WHOLE, PLENTY, HOW, BACK, AND, VERY, MUCH] = wordIds(
  'different deal great good of a whole plenty how back and very much',
);
/** "Much more" is an amount only before what could be counted. */
const NEEDS_NOUN = wordSet('more less better');
const DETERMINERS = wordSet('the our their');
const PLURAL = /[a-z]{3}[^us]s$/u;
const ADJECTIVE = /(?:ed|ing|ive|al|ful|ous|ic)$/u;
const NO_AMOUNT = wordSet('statistically more most not equally less practically clinically');
const NO_DEGREE = wordSet('so how as very not too by');
const COMPARATIVES = wordSet('faster slower cheaper quicker lower higher smaller larger bigger shorter longer fewer');
const NOT_MEASURED = wordSet('not statistically differ differs differed');
const ROUND = wordSet('hundreds thousands millions dozens');
const COUNTED_HEAPS = wordSet('lot ton bunch multitude');
const SAVES = wordSet('save saves saved saving cut cuts freed frees recovered');
const HEAP_LEADS = wordSet('a great good whole');

/** Whether the token may be measured: a metric, users, colleagues, a change. */
function isMeasurable(story: StoryContext, k: number): boolean {
  const { business, users, technical, changeNoun, team } = story.is(k);
  return business || users || technical || changeNoun || team || MEASURABLE.has(story.id(k));
}

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
  return story.some(Math.max(first, k - 5), Math.min(last, k + 4), (near) => {
    if (near === k) return false;
    const { change, comparative, changeNoun, business, technical } = story.is(near);
    const isMetricBefore = (business || technical) && near < k && near >= k - 3;
    return change || comparative || changeNoun || isMetricBefore;
  });
}

/** "A huge cost reduction", but not "a huge relief": the first noun after the adjective says which. */
function isAmount(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (NO_AMOUNT.has(story.id(k - 1))) return false;
  for (let next = k + 1; next < Math.min(last, k + 4); next += 1) {
    if (NO_FIGURE.has(story.id(next)) || story.tokens.afterBreak(next)) return false;
    if (isMeasurable(story, next)) return true;
  }
  return false;
}

/** "Much faster", "far more tickets": from the degree to the comparative. */
function degreeAt(story: StoryContext, k: number, { last }: Sentence): number {
  const next = story.id(k + 1);
  const isVeryMuch = story.id(k - 1) === VERY && story.id(k) === MUCH;
  if (k + 1 >= last || !story.is(k + 1).comparative || (NO_DEGREE.has(story.id(k - 1)) && !isVeryMuch)) return -1;
  const compares = NEEDS_NOUN.has(next)
    ? (k + 2 < last && isMeasurable(story, k + 2)) || isDoneLess(story, k)
    : COMPARATIVES.has(next);
  return compares ? k + 1 : -1;
}

/** "They wait far less for their refund", "we pay much less". */
const isDoneLess = (story: StoryContext, k: number): boolean =>
  LESS_OR_MORE.has(story.id(k + 1)) && DONE_LESS.has(story.id(k - 1));

/** "A lot of tickets", "grew a lot", "a lot faster": from the heap to "of" or the comparative. */
function heapAt(story: StoryContext, k: number, sentence: Sentence): number {
  const { last } = sentence;
  const heap = story.id(k);
  const hasNoun = story.id(k + 1) === OF && k + 2 < last;
  if (ROUND.has(heap)) return hasNoun && isMeasurable(story, k + 2) ? k + 1 : -1;
  if (!isHeap(story, k)) return -1;
  if (hasNoun) return isGained(story, k) || isHeapOfSomething(story, k + 2, last) ? k + 1 : -1;
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
  if (before === GREAT || before === GOOD)
    return story.id(k - 2) === A && isHeapOfSomething(story, k + 1, last) ? k : -1;
  if (before !== HOW || k - 1 === first || story.hasWord(FINDS_OUT, Math.max(first, k - 8), k - 1)) return -1;
  return isHeapOfSomething(story, k + 1, last) ? k : -1;
}

/** How many words after "many" those that are meant may do something. */
const NEAR_DEED = 8;

/** In a result, "many transport companies came back to us" is an outcome with no figure in it. */
function isManyWhoTurned(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!MANY.has(story.id(k)) || (k > first && NOT_SO_MANY.has(story.id(k - 1)))) return false;
  const things = story.id(k + 1) === OF ? k + 2 : k + 1;
  if (!isHeapOfSomething(story, things, last)) return false;
  const end = Math.min(last, k + NEAR_DEED);
  const deed = story.find(things + 1, end, (at) => isTurning(story, at) || story.tokens.isFigure(at));
  return deed > 0 && isTurning(story, deed);
}

/** "Came back", "switched". */
const isTurning = (story: StoryContext, k: number): boolean =>
  TURNED_TO_US.has(story.id(k)) || (CAME.has(story.id(k)) && story.id(k + 1) === BACK);

/** What follows "a lot of", after its adjectives, could be counted: "a lot of manual tickets", not "of good will". */
function isHeapOfSomething(story: StoryContext, from: number, last: number): boolean {
  for (let noun = from; noun < Math.min(last, from + 3); noun += 1) {
    const id = story.id(noun);
    if (UNCOUNTABLE.has(id) || NO_FIGURE.has(id) || story.tokens.afterBreak(noun)) return false;
    const word = story.tokens.word(noun);
    if (isMeasurable(story, noun) || PLURAL.test(word)) return true;
    if (noun > from && !DETERMINERS.has(id) && !ADJECTIVE.test(word)) return false;
  }
  return false;
}

/** "Revenue grew a lot": the verb is near, and one that a figure could follow. */
function hasChangedBy(story: StoryContext, k: number, first: number): boolean {
  for (let back = k - 2; back >= first && back >= k - 7; back -= 1) {
    if (LEARNING.has(story.id(back))) return false;
    if (story.is(back).change && story.is(back).improvement) return true;
  }
  return false;
}

/** How far into the next sentence its figure may stand to be the amount: "It went from 120 ms to 35 ms." */
const SOON = 8;

/**
 * A figure after it, a change before it, or one early in the next sentence that speaks of no other metric, is the
 * amount.
 */
function hasFigure(story: StoryContext, index: number, token: number): boolean {
  const figures = story.figuresIn(index);
  const isAmount = (figure: JudgedFigure): boolean =>
    figure.first >= token || (isChange(figure) && !isOfOther(story, figure, token));
  if (figures.some((figure) => saysHowMuch(figure) && isAmount(figure))) return true;
  const sentence = story.sentences[index];
  const next = story.sentences[index + 1];
  if (!sentence || !next || next.block !== sentence.block) return false;
  if (!story.figuresIn(index + 1).some((figure) => saysHowMuch(figure) && figure.first <= next.first + SOON))
    return false;
  return sentence.groups.isEmpty || next.groups.isEmpty || sentence.groups.meets(next.groups);
}

/**
 * "Departures rose from 72 % to 88 %, and passengers complain noticeably less": the figure is of another thing, which
 * has its own clause, its own subject and verb, and no word in common with what is said here.
 */
function isOfOther(story: StoryContext, { last: end, sentence }: JudgedFigure, token: number): boolean {
  const { first, last } = story.sentences[sentence] as Sentence;
  if (token <= end || !LESS_OR_MORE.has(story.id(token + 1)) || !isAlone(story, token + 1, last)) return false;
  const clause = story.find(end, token, (k) => story.id(k) === AND && story.tokens.afterBreak(k));
  // Somebody, and what they do: "passengers complain".
  if (clause < 0 || token - clause < FEWEST_OF_CLAUSE) return false;
  if (!PLURAL.test(story.tokens.word(token - 2)) || story.is(token - 1).change || story.is(token - 1).be) return false;
  const said = stemsIn(story, clause, token);
  const before = stemsIn(story, first, clause);
  return !said.some((stem) => before.includes(stem));
}

/** "… less" is the last word of its clause: "less than in town" and "less often" are compared otherwise. */
const isAlone = (story: StoryContext, k: number, last: number): boolean =>
  k + 1 >= last || story.tokens.afterBreak(k + 1);

const LESS_OR_MORE = wordSet('less more');
/** "And passengers complain". */
const FEWEST_OF_CLAUSE = 3;

const saysHowMuch = ({ role, quantity }: JudgedFigure): boolean =>
  role !== 'none' || quantity.kind === 'rate' || quantity.kind === 'size';

/** By itself, such a figure says how much something changed: "40%", "from 120 to 35 ms". */
const isChange = ({ quantity }: JudgedFigure): boolean =>
  quantity.from !== undefined || !/^(?:count|duration|size|rate)$/u.test(quantity.kind);

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
        if (!amount || hasFigure(story, index, amount.from)) continue;
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
  if (tellsOutcome(section) && isManyWhoTurned(story, k, sentence)) return { from: startOf(story, k), to: k };
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
