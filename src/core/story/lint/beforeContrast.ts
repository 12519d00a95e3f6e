import { isYearInDigits } from '../prose/chars';
import { itemsOf, wordIds, wordSet, WordSet } from '../prose/vocabulary';
import { tellsOutcome } from '../storySections';
import type { StoryContext } from './context';
import { isOldInWords } from './levelClaim';
import { FORMER, HELD_AGAINST } from './lexicon/levels';
import { SINCE_THEN } from './lexicon/setting';
import type { Sentence } from './sentences';

const [AFTER, BEFORE, EARLIER, FROM, TO, USED, HAD, BEEN, A, ONE] = wordIds(
  'after before earlier from to used had been a one',
);
const [OPPOSED, AGO, LAST, THIS, WE] = wordIds('opposed ago last this we');
const DIRECTIONS = wordSet('down up');
/** "A year ago it was twelve days": what was, in its own clause. */
const IT = wordSet('it there they');
/** What a contrast may be counted in, besides figures. */
const COUNTS = wordSet(`
  no nobody none zero single one once twice two three four five six seven eight nine ten eleven twelve thirteen fourteen
  fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen
  daily weekly monthly yearly overnight immediately instantly
  seconds second minutes minute hours hour days day weeks week months afternoon morning
`);
/** After "a", a share: "a third had left". */
const PARTS = wordSet('half third quarter fifth tenth');
/** "The one before" and "each one" count nothing, and neither do "the second" and "the week". */
const NO_COUNT_AFTER = wordSet('the that this which each every any another last next previous preceding prior');
/** After NO_COUNT_AFTER these count nothing; "the same afternoon" has "same" between. */
const ONLY_ALONE = wordSet('one second minute hour day week afternoon morning');
const PREVIOUS = wordSet('previous preceding prior');
/** What comes again and again, so that one can be compared with the one before. */
const TURNS = wordSet(`
  year years month months week weeks day days night quarter quarters season seasons term terms semester period winter
  summer spring autumn shift sprint round rounds time times one ones inspection audit survey exam test count check
  release launch sale election campaign drive fair course class cohort edition
`);
const BE = wordSet('is are was were be been being get got gets');
const ENDS_A_COUNT = wordSet('at in on the last before previously a per earlier');
const WAITS = wordSet('wait waits waited waiting');
const TIMES = wordSet('seconds second minutes minute hours hour days day weeks week months month years year');
const BEFORE_COUNT = wordSet('a an the just about around nearly only over under');
/** One of these is in every contrast: most sentences have none. */
const MAY_CONTRAST = new WordSet([
  ...itemsOf('after before earlier from last opposed ago used had'),
  ...[HELD_AGAINST, PREVIOUS, FORMER, WAITS].flatMap(({ words }) => [...words]),
]);
/** How many words after a marker its value may stand. */
const NEAR = 5;

/**
 * A sentence compares the result with what was before, both counted: "43 of them; the year before there had been 20",
 * "four days. It used to take two weeks". One of the two may stand in a sentence beside it.
 */
export function contrastsWithBefore(story: StoryContext, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  if (!mayTellOutcome(story, index) || !story.hasWord(MAY_CONTRAST, first, last)) return false;
  if (story.some(first, last, (k) => isThenAndNow(story, k, index))) return true;
  const marker = story.find(first, last, (k) => !story.tokens.quoted(k) && isMarker(story, k, last));
  if (marker < 0) return false;
  const here = countsIn(story, first, last);
  if (here === 0) return false;
  const near = [index - 1, index + 1].filter((beside) => isBeside(story, index, beside));
  const all = near.reduce((sum, beside) => {
    const sentence = story.sentences[beside] as Sentence;
    return sum + countsIn(story, sentence.first, sentence.last);
  }, here);
  if (all < 2) return false;
  // Without sections, what used to be may be all there is: it has to say what is now.
  if (story.usesHeadings || isComparison(story, marker, last)) return true;
  return [index, ...near].some((each) => {
    const sentence = story.sentences[each] as Sentence;
    return story.hasWord(SINCE_THEN, sentence.first, sentence.last);
  });
}

function isThenAndNow(story: StoryContext, k: number, index: number): boolean {
  const { first, last } = story.sentences[index] as Sentence;
  return isFromTo(story, k, last) || isWaitThenAndNow(story, k, index) || isBeforeAndAfter(story, k, first, last);
}

/** With sections, in Result and Impact alone; without, anywhere. */
function mayTellOutcome(story: StoryContext, index: number): boolean {
  if (!story.usesHeadings) return true;
  return tellsOutcome(story.sectionOf(index));
}

const isBeside = (story: StoryContext, index: number, beside: number): boolean =>
  story.sentences[beside] !== undefined && story.sectionOf(beside) === story.sectionOf(index);

/** How many counts and times there are from `first` to `last`: "two weeks" is one. */
export function countsIn(story: StoryContext, first: number, last: number): number {
  let counts = 0;
  for (let k = first; k < last; k += 1) if (isCount(story, k) && (k === first || !isCount(story, k - 1))) counts += 1;
  return counts;
}

function isCount(story: StoryContext, k: number): boolean {
  if (story.tokens.isFigure(k)) return !isYearInDigits(story.tokens.word(k));
  const word = story.id(k);
  if (PARTS.has(word)) return story.id(k - 1) === A || story.id(k - 1) === ONE;
  if (!COUNTS.has(word)) return false;
  return !(ONLY_ALONE.has(word) && NO_COUNT_AFTER.has(story.id(k - 1)));
}

/** The words at `k` say that what follows, or what stands before, is how it was. */
const isMarker = (story: StoryContext, k: number, last: number): boolean =>
  isComparison(story, k, last) || isFormer(story, k, last);

/** The present is compared with it in the same breath: "instead of 260", "after six at the one before". */
function isComparison(story: StoryContext, k: number, last: number): boolean {
  const word = story.id(k);
  if (word === AFTER)
    return (
      story.tokens.afterBreak(k) &&
      isCount(story, k + 1) &&
      (k + 2 >= last || story.tokens.afterBreak(k + 2) || ENDS_A_COUNT.has(story.id(k + 2)))
    );
  if (word === FROM) return DIRECTIONS.has(story.id(k - 1)) && isCount(story, k + 1);
  if (word === LAST) return TURNS.has(story.id(k + 1)) && story.some(k + 2, last, (at) => isThisTurn(story, at));
  if (HELD_AGAINST.has(word) || word === OPPOSED)
    return story.some(k + 1, Math.min(last, k + NEAR), (at) => isCount(story, at));
  // "In the previous year", "at the one before".
  if (PREVIOUS.has(word)) return TURNS.has(story.id(k + 1));
  if (word === BEFORE || word === EARLIER)
    return (
      TURNS.has(story.id(k - 1)) &&
      !story.tokens.afterBreak(k) &&
      (endsThought(story, k, last) || isCountedOnce(story, k))
    );
  return false;
}

/** "The year before it was fifty-one". */
const isCountedOnce = (story: StoryContext, k: number): boolean =>
  IT.has(story.id(k + 1)) && story.is(k + 2).be && isCount(story, k + 3);

/**
 * "Families waited 94 days for a permit; after a year and a half they wait 58", "customers waited nine hours, now fifty
 * minutes": what others waited for, then and now. How long we ourselves waited says nothing of what came of it.
 */
function isWaitThenAndNow(story: StoryContext, wait: number, index: number): boolean {
  if (!WAITS.has(story.id(wait)) || story.tokens.quoted(wait)) return false;
  const { first, last } = story.sentences[index] as Sentence;
  let subject = wait - 1;
  while (subject >= first && !story.tokens.afterBreak(subject + 1) && !isColleague(story, subject)) subject -= 1;
  const isOthers = subject < wait - 1 && (subject < first || !isColleague(story, subject));
  if (!isOthers) return false;
  const isCounted = (k: number): boolean => isCount(story, k);
  const then = story.find(wait + 1, Math.min(last, wait + NEAR), (k) => TIMES.has(story.id(k)));
  if (then < 0 || !story.some(wait + 1, then, isCounted)) return false;
  return story.some(
    then + 1,
    last,
    (k) =>
      beginsNow(story, k) &&
      story.some(k + 1, Math.min(last, k + NEAR), isCounted) &&
      !story.some(then, k, (at) => isOneOfUs(story, at)),
  );
}

/** "Now", "it is", "they wait"; not "it took four days". */
const beginsNow = (story: StoryContext, k: number): boolean =>
  story.is(k).now || (IT.has(story.id(k)) && (story.is(k + 1).be || WAITS.has(story.id(k + 1))));

const isColleague = (story: StoryContext, k: number): boolean => isOneOfUs(story, k) || story.is(k).team;

/** "Families in our town" are others. */
const isOneOfUs = (story: StoryContext, k: number): boolean => story.is(k).first || story.id(k) === WE;

/** "This year", beside "last year". */
const isThisTurn = (story: StoryContext, k: number): boolean => story.id(k) === THIS && TURNS.has(story.id(k + 1));

/** "It used to take days", "there had been 20", "the 260 we managed before". */
function isFormer(story: StoryContext, k: number, last: number): boolean {
  const word = story.id(k);
  if (word === BEFORE || word === EARLIER) return k > 0 && endsThought(story, k, last);
  if (word === AGO) return IT.has(story.id(k + 1)) || endsThought(story, k, last);
  // "I used to work in three shops" does not count as an outcome of what was done.
  if (word === USED) return story.id(k + 1) === TO && !BE.has(story.id(k - 1)) && !story.is(k - 1).first;
  if (word === HAD) {
    const { first, we } = story.is(k - 1);
    return (
      story.id(k + 1) === BEEN && !first && !we && story.some(k + 2, Math.min(last, k + 5), (at) => isCount(story, at))
    );
  }
  return FORMER.has(word) && isOldInWords(story, k);
}

/** "Before" is the last word of its clause, or of its sentence: no clause and no noun comes after it. */
const endsThought = (story: StoryContext, k: number, last: number): boolean =>
  k + 1 >= last ||
  story.is(k + 1).we ||
  (IT.has(story.id(k + 1)) && story.id(k) === EARLIER) ||
  story.tokens.afterBreak(k + 1) ||
  story.id(k + 1) === HAD;

/** "From 25 people to 8", but not "the team grew from 9 to 15 people". */
function isFromTo(story: StoryContext, k: number, last: number): boolean {
  if (story.id(k) !== FROM || !isCountAfter(story, k)) return false;
  if (story.some(k - NEAR, k, (at) => story.is(at).team && !story.tokens.afterBreak(at + 1))) return false;
  const to = story.find(k + 2, Math.min(last, k + 2 + NEAR), (at) => story.id(at) === TO);
  return to > 0 && isCountAfter(story, to);
}

/** "From 12", "from a 12% open rate", "to just 4". */
function isCountAfter(story: StoryContext, k: number): boolean {
  let at = k + 1;
  while (at < k + 3 && BEFORE_COUNT.has(story.id(at))) at += 1;
  return isCount(story, at);
}

/** "Minus 12 before, plus 21 after", "before: 11%, now: 4%". */
function isBeforeAndAfter(story: StoryContext, before: number, first: number, last: number): boolean {
  if (story.id(before) !== BEFORE || !endsThought(story, before, last) || countsIn(story, first, last) < 2)
    return false;
  return story.some(
    first,
    last,
    (k) => (story.id(k) === AFTER || story.is(k).now) && (endsThought(story, k, last) || isCount(story, k + 1)),
  );
}
