import { wordIds, type WordId } from '../prose/vocabulary';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import {
  AFTER_SUBJECT,
  ARRIVES,
  ASSETS,
  AT_FIRST,
  AT_STAKE,
  BEFORE_ADJECTIVE,
  BEFORE_DETAIL,
  BURDENS,
  DETERMINERS,
  DEMANDS,
  FALLS,
  GOES_ON,
  HARMS,
  KEEPS,
  LESS_OF,
  LOADS,
  MADE_THING,
  MORE_OF,
  MUST,
  RISES,
  SINCE_THEN,
  SPARED,
  WENT_WRONG,
} from './lexicon/setting';
import type { Sentence } from './sentences';

const [TO, BEFORE, WHEN, UNTIL, HAD, BY, LESS, FEWER, COULD] = wordIds('to before when until had by less fewer could');

/** How many words before a figure may say what it was: demanded, lost, there before. */
const REACH = 10;
/** How many words before it a load may be said, and after it what went wrong. */
const NEAR = 4;
/** How many words before its verb a subject may stand. */
const REACH_OF_VERB = 6;

/** A figure in its sentence. */
interface Place {
  readonly story: StoryContext;
  readonly sentence: Sentence;
  readonly figure: JudgedFigure;
  /** The first token that is looked at before the figure. */
  readonly from: number;
}

/**
 * The figure says what the work achieved. A demand, a loss, what is at stake, a load and what was there before are
 * figures from the story's beginning, and so is anything that got worse.
 */
export function isAchieved(story: StoryContext, figure: JudgedFigure): boolean {
  const sentence = story.sentences[figure.sentence];
  if (!sentence || figure.role === 'none') return false;
  const place = { story, sentence, figure, from: Math.max(sentence.first, figure.first - REACH) };
  return (
    !isDemanded(place) &&
    !isStateBefore(place) &&
    !isHarm(place) &&
    !isAtStake(place) &&
    !isWorse(place) &&
    !isLoad(place)
  );
}

/** "Has to answer within 200 ms", "I was to raise this by a quarter". */
function isDemanded({ story, figure: { first }, from }: Place): boolean {
  for (let k = first - 1; k >= from; k -= 1) {
    if (GOES_ON.has(story.id(k)) || story.tokens.afterBreak(k + 1)) return false;
    if (MUST.has(story.id(k)) || (story.id(k + 1) === TO && k + 1 < first && DEMANDS.has(story.id(k)))) return true;
  }
  return false;
}

/** "Before I came, 14 pupils had left", "volume had grown by 35%", "originally 8%". */
function isStateBefore({ story, sentence, figure, from }: Place): boolean {
  const { first, last, quantity } = figure;
  if (quantity.from !== undefined) return false;
  if (story.hasWord(SINCE_THEN, sentence.first, first)) return false;
  if (story.some(sentence.first, sentence.last, (k) => isArrival(story, k))) return true;
  if (story.hasWord(AT_FIRST, from, last + 2)) return true;
  // "By June we had won 40" tells what was reached.
  if (sentence.has.first || story.some(sentence.first, sentence.first + 3, (k) => story.id(k) === BY)) return false;
  if (story.some(from, first, (k) => isPastPerfect(story, k, sentence))) return true;
  // "Won back 220 logos that had cancelled" got them.
  if (story.some(from, first, (k) => story.is(k).achieve) || story.hasWord(KEEPS, from, first)) return false;
  return story.some(last, Math.min(sentence.last, last + NEAR), (k) => isPastPerfect(story, k, sentence));
}

/** "When I joined", "before we took over", "until I came". */
export function isArrival(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  if (word !== BEFORE && word !== WHEN && word !== UNTIL) return false;
  const { first, we } = story.is(k + 1);
  return (first || we) && (ARRIVES.has(story.id(k + 2)) || ARRIVES.has(story.id(k + 3)));
}

/** "Had grown", "had left". */
function isPastPerfect(story: StoryContext, k: number, { last }: Sentence): boolean {
  if (story.id(k) !== HAD || k + 1 >= last || story.is(k - 1).we) return false;
  const next = story.is(k + 1);
  return next.change || WENT_WRONG.has(story.id(k + 1)) || /[a-z]{3}(?:ed|en)$/u.test(story.tokens.word(k + 1));
}

/** "We lost our largest client, 30% of revenue", "a third of the class failed". */
function isHarm({ story, sentence, figure: { first, last, quantity }, from }: Place): boolean {
  if (quantity.from !== undefined || story.some(last - 1, last + 2, (k) => isLess(story, k))) return false;
  for (let k = first - 1; k >= from; k -= 1) {
    const word = story.id(k);
    if (HARMS.has(word)) return k > sentence.first && isDone(story, k, sentence) && !isSpared(story, k, sentence);
    const { change, achieve } = story.is(k);
    if (change || achieve) return false;
  }
  if (story.id(last) === COULD && story.is(last + 1).not) return true;
  const end = Math.min(sentence.last, last + NEAR + 2);
  const wrong = story.find(last, end, (k) => WENT_WRONG.has(story.id(k)) || story.tokens.afterBreak(k));
  return (
    wrong >= 0 &&
    WENT_WRONG.has(story.id(wrong)) &&
    !isSpared(story, wrong, sentence) &&
    !story.some(from, first, (k) => story.is(k).achieve || story.is(k).change)
  );
}

const isLess = (story: StoryContext, k: number): boolean => story.id(k) === LESS || story.id(k) === FEWER;

/** "Lost" is what somebody did, not an adjective as in "the lost mails". */
function isDone(story: StoryContext, k: number, { first }: Sentence): boolean {
  const before = story.is(k - 1);
  if (before.first || before.we || before.users || before.business || before.team) return true;
  return k > first && !BEFORE_ADJECTIVE.has(story.id(k - 1));
}

/** "No order was lost", "we stopped losing $80k". */
const isSpared = (story: StoryContext, k: number, { first }: Sentence): boolean =>
  story.hasWord(SPARED, Math.max(first, k - NEAR), k);

/** "A client worth €1.1M announced", "$2M at risk", where nobody keeps or wins it. */
function isAtStake({ story, sentence, figure: { first, last, quantity }, from }: Place): boolean {
  if (quantity.from !== undefined || !story.hasWord(AT_STAKE, from, Math.min(sentence.last, last + NEAR))) return false;
  const { change, achieve, adopt, changeNoun, comparative } = sentence.has;
  return !comparative && !change && !achieve && !adopt && !changeNoun && !story.hasWord(KEEPS, sentence.first, first);
}

/** "Ten times more tickets", "revenue fell by 30%": more of a burden, or less of what one wants. */
function isWorse({ story, sentence, figure: { first, last }, from }: Place): boolean {
  const goesOn = story.find(last, sentence.last, (k) => GOES_ON.has(story.id(k)) || story.tokens.afterBreak(k));
  const to = Math.min(goesOn < 0 ? sentence.last : goesOn, last + NEAR);
  if (story.hasWord(SPARED, from, first)) return false;
  return story.some(from, to, (k) => {
    const word = story.id(k);
    if (MORE_OF.has(word)) return BURDENS.has(comparedNoun(story, k, sentence));
    if (LESS_OF.has(word)) return ASSETS.has(comparedNoun(story, k, sentence));
    if (RISES.has(word)) return BURDENS.has(subjectOf(story, k, sentence));
    return FALLS.has(word) && ASSETS.has(subjectOf(story, k, sentence));
  });
}

/** What is "more" or "fewer": the noun right after, its adjectives between. */
function comparedNoun(story: StoryContext, k: number, { last }: Sentence): WordId {
  const noun = story.find(
    k + 1,
    Math.min(last, k + 4),
    (at) => isBurdenOrAsset(story, at) || story.tokens.afterBreak(at),
  );
  return noun < 0 ? 0 : story.id(noun);
}

/** What "rose" or "fell" is said of: complaints in "complaints from customers rose", nothing in "sales cycles fell". */
function subjectOf(story: StoryContext, verb: number, { first }: Sentence): WordId {
  for (let k = verb - 1; k >= Math.max(first, verb - REACH_OF_VERB); k -= 1) {
    if (!isBurdenOrAsset(story, k)) continue;
    if (BEFORE_DETAIL.has(story.id(DETERMINERS.has(story.id(k - 1)) ? k - 2 : k - 1))) continue;
    if (k + 1 === verb || AFTER_SUBJECT.has(story.id(k + 1))) return story.id(k);
  }
  return 0;
}

const isBurdenOrAsset = (story: StoryContext, k: number): boolean =>
  BURDENS.has(story.id(k)) || ASSETS.has(story.id(k));

/** "We handle 300 cases a day", "served 4M users": it says how much there was to do. */
function isLoad({ story, sentence, figure: { first, last, quantity }, from }: Place): boolean {
  if (quantity.from !== undefined || (quantity.kind !== 'count' && quantity.kind !== 'rate')) return false;
  const { comparative, changeNoun } = sentence.has;
  if (comparative || changeNoun || story.some(first - 1, last + 2, (k) => isLess(story, k))) return false;
  for (let k = first - 1; k >= Math.max(from, first - NEAR); k -= 1) {
    // "I wrote a letter, and it has 9,000 readers": what somebody made got them.
    if (LOADS.has(story.id(k))) return !MADE_THING.has(story.id(k - 1));
    if (story.is(k).change || story.is(k).achieve) return false;
  }
  return false;
}
