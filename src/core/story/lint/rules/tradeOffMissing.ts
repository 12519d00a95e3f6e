import { followersOf, WordMap, wordIds, wordSet, type WordId, type WordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { deniesPrice } from '../deniesPrice';
import { isDenied, isForgotten, saysKnownPrice } from '../knownPrice';
import { groupSet } from '../lexicon/classes';
import { NUMBERS } from '../lexicon/numbers';
import {
  ADJACENT,
  BUT,
  CHOICES,
  CHOOSES,
  CONDITIONS,
  CONTENT,
  CUES,
  HINDERS,
  NAMED,
  NEEDS_SUBJECT,
  NO_CHOICE,
  NOT_AN_OPTION,
  NOTS,
  PAID,
  REACH,
  SACRIFICES,
  SPLIT,
  SPLIT_REACH,
  SUBJECTS,
  WEAKLY_PAID,
  WEAKLY_WORSE_OFF,
  WORSE_OFF,
} from '../lexicon/weighing';
import { isOwnedUpLater, isPraise, namesPrice, ownsUp } from '../ownsUp';
import type { Rule } from '../rule';
import { saysDrawback } from '../saysDrawback';
import type { Sentence } from '../sentences';
import { weighsInSentence } from '../weighsInSentence';

const [COST, COSTS, EXPENSE, PRICE, OF, AT, HAD, TO] = wordIds('cost costs expense price of at had to');
const [ANYMORE, MORE, ANY, NO, NOT, OVER, ONLY] = wordIds('anymore more any no not over only');
const [INSTEAD, WOULD, HAVE, ALSO, WITHOUT] = wordIds('instead would have also without');
const [LATER, VERSUS, BUT_ONLY, THAT_ONE] = wordIds('later versus but that');
const [HAPPIER] = wordIds('happier');
const [OUT, LOST, LOSS, REAL, A, AGAINST, WAS, CHOICE] = wordIds('out lost loss real a against was choice');
const [AND, WHILE, HIGHER, EXTRA, BETWEEN] = wordIds('and while higher extra between');
const [WEIGHED, WEIGHING, CUT, THE, OFF, FROM, GAVE, PURPOSE, GOOD, ALL, ON] = wordIds(
  'weighed weighing cut the off from gave purpose good all on',
);
/** Less of something is a price, unless the sentence gives it as a result. */
const LESS = wordSet('cut drop dropped less fewer declined');
const DENIES = wordSet(
  `
  real major big significant downside downsides drawback drawbacks tradeoff tradeoffs compromise compromises problem
  issue a any only cost one doubt regret regrets complaints resistance objection objections conflict problems issues
  losers
`,
);

const NO_PRICE = wordSet('the a time');
/** Units of time from the shortest to the longest. */
const TIMES = new WordMap(
  ['seconds second', 'minutes minute', 'hours hour', 'days day', 'weeks week', 'months month', 'years year'].flatMap(
    (forms, rank) => forms.split(' ').map((form) => [form, rank] as const),
  ),
);
/** What one did knowing its price. */
const KNOWINGLY = wordSet('deliberately consciously knowingly intentionally');
/** How many words before such a word or after it the choice may stand. */
const NEAR_CHOICE = 10;
const DECIDES = wordSet('decided chose left kept accepted took did let put skipped limited');
const THANKED = wordSet('whom him her them you');
const CHOSEN = wordSet('accept accepted kept chose decided');
const NOTHING = wordSet('nothing none');
/** How many words after "gave" say that it is a gain. */
const NEAR_GAIN = 5;
const HYPOTHETICAL = wordSet("would could would've could've");
const CONTRACTED = wordSet("would've could've");
const MEANS_WOULD = wordSet("would would've");
/** Before "that would have …", they say that it is something one could have done. */
const JOINS = wordSet('but and because since as so');
const INSTEADS = wordSet('instead');
/** How many words from "versus" a figure may stand that it compares. */
const NEAR_VERSUS = 3;
const THAT = wordSet('that which it this');
/** What is counted is put on the scales, unless it is weighed against something; two or three may be options. */
const COUNTED = wordSet('each every one');
const MAY_BE_OPTIONS = wordSet('two three both');
const WEIGHED_AGAINST = wordSet(
  'against option options alternative alternatives approach approaches risk risks choice choices',
);
const FOLLOWERS = followersOf(CUES);

const THERE = wordSet('there');
const REACH_OF_THERE = 7;
/** In the rest of the sentence, these say what the trade-off was. */
const SAYS_WHICH = wordSet(`
  between in such like because as since which that so but for meant means mean with was is against of versus
`);
const BALANCES = wordSet('balance balanced between');
/** What is in balance when one does not say what: "a balance between all of them". */
const UNNAMED = wordSet('all them these those everything everyone both it');

/** "There were various trade-offs to consider": not which. */
function isOnlyNamed(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (!NAMED.has(story.id(k)) || !story.hasWord(THERE, Math.max(first, k - REACH_OF_THERE), k)) return false;
  return (
    !/^\s*[:(–—-]/u.test(story.text.slice(story.tokens.end(k), story.tokens.end(k) + 3)) &&
    !story.hasWord(SAYS_WHICH, k + 1, untilBalance(story, k + 1, last))
  );
}

/** "… and found a good balance between them" says nothing of it either. */
function untilBalance(story: StoryContext, from: number, last: number): number {
  const balance = story.find(from, last, (k) => isBalanceOfAll(story, k));
  return balance < 0 ? last : balance;
}

/** "A good balance between all of them". */
function isBalanceOfAll(story: StoryContext, k: number): boolean {
  if (!BALANCES.has(story.id(k))) return false;
  const between = story.find(k, k + 3, (at) => story.id(at) === BETWEEN);
  return between >= 0 && UNNAMED.has(story.id(between + 1));
}

/** Whether a sentence weighs one thing against another. */
export function weighsAlternatives(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index];
  if (!sentence) return false;
  const { weigh, comparative } = sentence.has;
  if (weigh && story.some(sentence.first, sentence.last, (k) => weighsAt(story, k, sentence))) return true;
  return comparative && comparesOptions(story, sentence);
}

/** "It was slower, but cheaper", "two points better but needed a GPU". */
function comparesOptions(story: StoryContext, { first, last }: Sentence): boolean {
  const isCompared = (k: number): boolean => story.is(k).comparative && story.id(k) !== HAPPIER;
  const better = story.find(first, last, isCompared);
  const but = better < 0 ? -1 : story.find(better + 1, last, (k) => BUT.has(story.id(k)));
  return (
    but >= 0 && story.some(but + 1, Math.min(last, but + 1 + REACH), (k) => isCompared(k) || HINDERS.has(story.id(k)))
  );
}

/** The word weighs, alone or with one that follows it: "instead", "gave … up", "at the cost of". */
function weighsAt(story: StoryContext, k: number, sentence: Sentence): boolean {
  if (story.tokens.quoted(k) || !story.is(k).weigh) return false;
  const { first, last } = sentence;
  const word = story.id(k);
  if (meansOther(story, k, last)) return false;
  if (isAtTheCostOf(story, k)) return true;
  if (word === INSTEAD) return isChosenInstead(story, k, sentence);
  if (HYPOTHETICAL.has(word) && isHypothetical(story, k, sentence)) return true;
  if (HYPOTHETICAL.has(word) && word !== WOULD) return false;
  const followers = FOLLOWERS.get(word);
  if (followers === undefined || isDenied(story, k, first)) return false;
  if (isOnlyNamed(story, k, sentence) || isBalanceOfAll(story, k)) return false;
  if (NEEDS_SUBJECT.has(word) && k > first && !SUBJECTS.has(story.id(k - 1))) return false;
  if (followers.length === 0) return true;
  return story.some(k + 1, Math.min(last, k + 1 + reachOf(word)), (next) => followers.includes(story.id(next)));
}

/** "Weighed forty parts", "the cut-off", "cut the wait from 30 minutes": the word means something else. */
function meansOther(story: StoryContext, k: number, last: number): boolean {
  switch (story.id(k)) {
    case WEIGHED:
    case WEIGHING:
      return isCounted(story, k + 1) && !hasSoon(story, k, last, WEIGHED_AGAINST);
    case CUT:
      return story.id(k - 1) === THE || story.id(k + 1) === OFF || isChangeOfFigure(story, k, last);
    case VERSUS:
      return isBetweenFigures(story, k);
    case COST:
    case COSTS:
    case PRICE:
      return isTag(story, k);
    default:
      return false;
  }
}

const isCounted = (story: StoryContext, k: number): boolean =>
  story.tokens.isFigure(k) ||
  COUNTED.has(story.id(k)) ||
  (NUMBERS.has(story.id(k)) && !MAY_BE_OPTIONS.has(story.id(k)));

const hasSoon = (story: StoryContext, k: number, last: number, words: WordSet): boolean =>
  story.hasWord(words, k + 1, Math.min(last, k + 1 + REACH));

/** "40 minutes versus two hours", "versus the year before" compares what was with what is. */
const isBetweenFigures = (story: StoryContext, k: number): boolean =>
  story.some(k - NEAR_VERSUS, k + NEAR_VERSUS + 1, (at) => story.tokens.isFigure(at) || TIMES.has(story.id(at)));

/** "Agencies cost us 95k", "a price of 3 euros": what something costs; "which cost us three weeks" pays. */
const isTag = (story: StoryContext, k: number): boolean =>
  story.tokens.isFigure(k + 2) && !THAT.has(story.id(k - 1)) && story.id(k - 1) !== THE;

/** "From 30 minutes": a change in figures, not what was left out. */
const isChangeOfFigure = (story: StoryContext, k: number, last: number): boolean =>
  story.some(k + 1, Math.min(last - 1, k + 1 + REACH), (at) => story.id(at) === FROM && story.tokens.isFigure(at + 1));

/** "I patched it instead"; "in one day instead of four" and "inside instead of outside" only describe. */
function isChosenInstead(story: StoryContext, k: number, sentence: Sentence): boolean {
  const { first, last, has } = sentence;
  if (k === first) return true;
  if (story.id(k + 1) !== OF || k + 1 >= last) return has.first || has.we || story.hasWord(CHOOSES, first, last);
  if (isLongerInstead(story, k, sentence)) return true;
  return !story.tokens.isFigure(k + 2) && story.hasWord(CHOOSES, first, last);
}

/** "It would have been faster", "I could've hired, but", "above ten I would go back". */
function isHypothetical(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  if (story.hasWord(NO_CHOICE, k, last)) return false;
  const have = CONTRACTED.has(story.id(k)) ? k : story.id(k + 1) === ALSO ? k + 2 : k + 1;
  if ((have === k || story.id(have) === HAVE) && have + 1 < last) {
    if (isOfOthers(story, k - 1, first) || story.some(first, k, (at) => story.id(at) === WITHOUT)) return false;
    return MEANS_WOULD.has(story.id(k)) || story.hasWord(BUT, have, last) || story.hasWord(INSTEADS, have, last);
  }
  const isChoice = story.id(k) === WOULD && story.is(k - 1).first && CHOICES.has(story.id(k + 1));
  return isChoice && story.hasWord(CONDITIONS, first, last);
}

/** "The people that would have gone"; not "but that would have taken a year". */
const isOfOthers = (story: StoryContext, k: number, first: number): boolean =>
  NOT_AN_OPTION.has(story.id(k)) && !(story.id(k) === THAT_ONE && (k === first || JOINS.has(story.id(k - 1))));

/** "At the cost of", "at the expense of", "at the price of". */
function isAtTheCostOf(story: StoryContext, k: number): boolean {
  const word = story.id(k);
  return (word === COST || word === EXPENSE || word === PRICE) && story.id(k + 1) === OF && story.id(k - 2) === AT;
}

/** How many words further on the second word may stand. */
function reachOf(word: WordId): number {
  if (ADJACENT.has(word)) return 1;
  return SPLIT.has(word) ? SPLIT_REACH : REACH;
}

/** What one would rather have less of; that it rose is a price. */
const BURDENS = groupSet(['latency', 'cost', 'error', 'memory', 'compute']);
const RISEN = wordSet('up rose risen grew increased higher extra');

/** "Minutes instead of seconds": it takes longer than it would have. */
function isLongerInstead(story: StoryContext, k: number, { first, last }: Sentence): boolean {
  const isTime = (at: number): boolean => TIMES.has(story.id(at));
  const now = story.find(Math.max(first, k - 3), k, isTime);
  const then = story.find(k + 1, Math.min(last, k + 5), isTime);
  return now >= 0 && then >= 0 && (TIMES.get(story.id(now)) ?? 0) > (TIMES.get(story.id(then)) ?? 0);
}

/**
 * What a section about trade-offs has to say in order to weigh anything: a loss, a cost, a choice made against
 * something.
 */
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
  if (!PAID.has(word) || isDenied(story, k, sentence.first)) return false;
  // "It was hard, but worth it" pays nothing.
  // "The later opening suits everyone" only says which.
  const isWeak = WEAKLY_PAID.has(word) || (word === LATER && story.id(k - 1) === THE);
  if (isWeak && story.hasWord(CONTENT, sentence.first, sentence.last)) return false;
  return !isFree(story, k, sentence, index);
}

/** Words of paying where nothing was paid here. */
function isFree(story: StoryContext, k: number, sentence: Sentence, index: number): boolean {
  const word = story.id(k);
  const next = story.id(k + 1);
  // What others accepted or kept was not a choice of the speaker's.
  if (CHOSEN.has(word)) return !isOwn(story, k - 1) && !isOwn(story, k - 2);
  if (LESS.has(word)) return givesResult(story, index) || (word === CUT && isCutByOthers(story, k, sentence));
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
    case BUT_ONLY:
      return NOTHING.has(story.id(k - 1));
    case WITHOUT:
      // "We would have failed without her", "without whom …" thank somebody.
      return THANKED.has(next) || story.some(sentence.first, k, (at) => story.id(at) === WOULD);
    case WOULD:
      return (
        story.hasWord(NO_CHOICE, k, sentence.last) || story.some(k, sentence.last, (at) => story.id(at) === WITHOUT)
      );
    case BETWEEN:
      return isBalanceOfAll(story, k);
    case ONLY:
      return story.id(k - 1) === NOT;
    case GAVE:
      // "It gave better recommendations" is what one got.
      return story.some(k + 1, Math.min(sentence.last, k + NEAR_GAIN), (at) => story.is(at).comparative);
    default:
      return false;
  }
}

/** "The mayor cut the ribbon". */
const isCutByOthers = (story: StoryContext, k: number, { first, has }: Sentence): boolean =>
  k > first && !has.first && !has.we && !story.is(k - 1).be;

const isOwn = (story: StoryContext, k: number): boolean => story.is(k).first || story.is(k).we;

/** "Dropped from 40 to 12 tickets": a figure that was reached. */
function givesResult(story: StoryContext, index: number): boolean {
  return story.figuresIn(index).some(({ role, quantity }) => role !== 'none' || quantity.from !== undefined);
}

/** "Cut serving costs", "costs fell": the result again, and nothing paid. */
function isReduced(story: StoryContext, k: number, first: number): boolean {
  return story.some(Math.max(first, k - 4), k + 4, (near) => near !== k && story.is(near).change);
}

const isPaidOrWeighed = (story: StoryContext, index: number): boolean =>
  saysWhatWasPaid(story, index) || weighsOrKnows(story, index) || isWorseOff(story, index, isPraise(story, index));

/** In a section that denies it, "not" and "fewer" belong to the denial and to praise. */
const isWeighedThough = (story: StoryContext, index: number): boolean =>
  weighsOrKnows(story, index) || isWorseOff(story, index, true);

const weighsOrKnows = (story: StoryContext, index: number): boolean =>
  weighsAlternatives(story, index) || weighsByItsBuild(story, index) || saysKnownPrice(story, index);

const weighsByItsBuild = (story: StoryContext, index: number): boolean =>
  weighsInSentence(story, index) || saysDrawback(story, index);

/** "People in wheelchairs cannot begin at the top", "two of them left us", "the director is out". */
function isWorseOff(story: StoryContext, index: number, isContent: boolean): boolean {
  const sentence = story.sentences[index] as Sentence;
  const { first, last } = sentence;
  return story.some(first, last, (k) => {
    if (story.tokens.quoted(k)) return false;
    if (story.id(k) === OUT) return story.is(k - 1).be;
    if (isForgotten(story, k, sentence)) return true;
    if (isContent && (WEAKLY_WORSE_OFF.has(story.id(k)) || NOTS.has(story.id(k)))) return false;
    return WORSE_OFF.has(story.id(k)) && !isDenied(story, k, first);
  });
}

const isWeighedAnywhere = (story: StoryContext, index: number): boolean =>
  weighsAlternatives(story, index) ||
  (!story.isSetting(index) &&
    (isSacrifice(story, index) || weighsByItsBuild(story, index) || saysKnownPrice(story, index)));

/** "I decided it like this on purpose", "we knowingly left the old form": somebody's choice, with its price. */
function isOwnChoice(story: StoryContext, k: number, { first, last, has }: Sentence): boolean {
  if (!has.first && !has.we) return false;
  return story.hasWord(DECIDES, Math.max(first, k - NEAR_CHOICE), Math.min(last, k + NEAR_CHOICE));
}

/** "It was a gamble", "I prefer it", "I lost a friend over it", "it was not all good". */
function isSacrifice(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const { first, last } = sentence;
  return story.some(first, last, (k) => {
    const word = story.id(k);
    if (story.tokens.quoted(k)) return false;
    if (word === GOOD && story.id(k - 1) === ALL && story.id(k - 2) === NOT) return true;
    if (isDenied(story, k, first)) return false;
    if (SACRIFICES.has(word)) return true;
    if (word === LOST) return isOwn(story, k - 1) && !story.tokens.isFigure(k + 1);
    if (word === LOSS) return story.id(k - 1) === REAL || story.id(k - 1) === A;
    if (word === AGAINST) return story.id(k - 1) === WAS && isOwn(story, k - 2);
    if (word === PURPOSE) return story.id(k - 1) === ON && isOwnChoice(story, k, sentence);
    if (KNOWINGLY.has(word)) return isOwnChoice(story, k, sentence);
    return word === CHOICE && story.id(k + 1) === BETWEEN;
  });
}

export const tradeOffMissing: Rule<'trade-off-missing'> = {
  code: 'trade-off-missing',
  severity: 'warning',
  title: 'No trade-off is weighed',
  summary: 'Something in the story weighs one alternative against another.',
  raisedWhen: 'nothing weighs one alternative against another',
  weight: { points: 6, most: 6 },
  scene: { says: { 'Trade-offs': '{weak}' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.sentences.length === 0) return [];
    const section = story.section('Trade-offs');
    const own = story.usesHeadings ? story.sentencesIn('Trade-offs') : [];
    // After "there were none", only what is clearly a price counts.
    const isWeighed = own.some((index) => deniesPrice(story, index)) ? isWeighedThough : isPaidOrWeighed;
    if (
      section &&
      namesPrice(story, section) &&
      !own.some((index) => deniesPrice(story, index) || isPraise(story, index))
    )
      return [];
    if (own.some((index) => isWeighed(story, index) || ownsUp(story, index))) return [];
    // Praise under "Trade-offs" weighs nothing, whatever was considered on the way.
    if (
      own.length === 0 &&
      story.sentences.some((_, index) => isWeighedAnywhere(story, index) || isOwnedUpLater(story, index))
    )
      return [];
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
