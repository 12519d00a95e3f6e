import { wordIds, wordSet, WordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { NUMBERS } from './lexicon/numbers';
import * as P from './lexicon/prices';
import { ASSETS, BEFORE_DETAIL, BURDENS, FALLS, RISES } from './lexicon/setting';
import { FUNDS, NO_ONE } from './lexicon/weighing';
import type { Sentence } from './sentences';

const [COST, COSTS, COSTING, RETURN, EXCHANGE, IN, RATHER, THAN, TIME, KNOWING, FULL] = wordIds(
  'cost costs costing return exchange in rather than time knowing full',
);
const [WITHOUT, TO, WAIT, LOST, NOTHING, NONE, LESS, OF, THE, SORRY, SO, GO, WHO, BACK, CAME] = wordIds(
  'without to wait lost nothing none less of the sorry so go who back came',
);
const [GIVE, SOLD, NO, MISS, MISSES, ON, MORE, HAVE] = wordIds('give sold no miss misses on more have');
const FORGIVES = wordSet('forgive forgiven forgave forgives');
const UNITS = wordSet('second seconds minute minutes hour hours day days week weeks month months year years quarter');
const HAVE_BEFORE = wordSet("had had've who'd they'd");
const NOT_ALL_THERE = wordSet('never not cannot won');
/** Where a look begins: every other word is passed over after one question. */
const HEADS = new WordSet(
  [
    wordSet(
      'cost costs costing return exchange rather time knowing sorry without lost wait nothing none less no miss misses',
    ),
    FORGIVES,
    P.TIMES_OF_ONES_OWN,
    P.OMITS,
    P.STOPS,
    P.LETS,
    P.TURNS,
    P.SPENDS,
    P.STANDS_AGAINST,
    P.MINDS,
    P.CROSS,
    P.FOUND_BAD,
    P.COMPLAINTS,
    P.SLIPS,
    P.PUTS,
    P.LATE,
    P.WORSE,
    P.BAD,
    P.HARD_ON,
    P.USES,
    P.TWICE,
    P.MEANT,
    P.MEANS_NOW,
    P.MUST,
    P.LEAVES,
    ASSETS,
    BURDENS,
    P.MORE_ASSETS,
    P.MORE_BURDENS,
  ].flatMap(({ words }) => [...words]),
);
/** How many words apart what belongs together may stand. */
const NEAR = 4;
const FAR = 8;

/** A sentence, and the token from which on what goes wrong comes of what the speaker did. */
interface Told {
  readonly story: StoryContext;
  readonly index: number;
  readonly sentence: Sentence;
  readonly from: number;
}

const isOwn = (story: StoryContext, k: number): boolean => story.is(k).first || story.is(k).we;
const isAmount = (story: StoryContext, k: number): boolean => story.tokens.isFigure(k) || NUMBERS.has(story.id(k));
const near = ({ story, sentence }: Told, words: WordSet, k: number, reach: number): boolean =>
  story.hasWord(words, k + 1, Math.min(sentence.last, k + 1 + reach));
const shortlyBefore = ({ story, sentence }: Told, words: WordSet, k: number, reach = NEAR): boolean =>
  story.hasWord(words, Math.max(sentence.first, k - reach), k);
const isEnd = ({ story, sentence }: Told, k: number): boolean => k >= sentence.last || story.tokens.afterBreak(k);

/** The first token of what the speaker did: "I merged"; Infinity where nothing is told of it. */
export function firstDeed(story: StoryContext): number {
  for (const { first, last, has } of story.sentences) {
    if (!has.first && !has.we) continue;
    const own = story.find(first, last, (k) => isOwn(story, k) && (isDeed(story, k + 1) || isDeed(story, k + 2)));
    if (own >= 0) return own + 1;
  }
  return Infinity;
}

function isDeed(story: StoryContext, k: number): boolean {
  if (P.NO_DEEDS.has(story.id(k))) return false;
  const { deed, change, achieve, build, adopt, decision, weigh } = story.is(k);
  if (deed || change || achieve || build || adopt || decision || weigh) return true;
  const end = story.tokens.end(k);
  return end > 1 && story.text.slice(end - 2, end) === 'ed';
}

/**
 * A price that is told without a word of weighing: something left undone or turned away, somebody who minded, a delay,
 * something that got worse.
 * @param from the token from which on what goes wrong comes of what the speaker did; before it, it is the problem.
 */
export function tellsPrice(story: StoryContext, index: number, from: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const told = { story, index, sentence, from };
  return story.some(
    sentence.first,
    sentence.last,
    (k) => HEADS.has(story.id(k)) && !story.tokens.quoted(k) && isToldAt(told, k),
  );
}

function isToldAt(told: Told, k: number): boolean {
  if (isOwnPrice(told, k) || isLeftUndone(told, k) || spendsAll(told, k) || standsAgainst(told, k)) return true;
  const isMinded = mindsAt(told, k);
  if (isMinded && holdsOn(told)) return true;
  if (k < told.from || isOfBefore(told)) return false;
  return isMinded || isLate(told, k) || isWorse(told, k) || goesShort(told, k);
}

/** "Before, the cooks had to guess." */
const isOfBefore = ({ story, sentence: { first } }: Told): boolean => story.hasWord(AT_FIRST, first, first + 2);
const AT_FIRST = wordSet('before previously formerly originally earlier until');

/** "Cost me three weeks", "in return", "they'd rather", "on my own time", "will never forgive me". */
function isOwnPrice(told: Told, k: number): boolean {
  const { story } = told;
  switch (story.id(k)) {
    case COST:
    case COSTS:
    case COSTING:
      return P.WHOM.has(story.id(k + 1));
    case RETURN:
    case EXCHANGE:
      return story.id(k - 1) === IN;
    case RATHER:
      return P.WOULD_RATHER.has(story.id(k - 1)) && story.id(k + 1) !== THAN;
    case TIME:
      return P.OWN_TIME.has(story.id(k - 1)) && (story.is(k - 2).mine || story.is(k - 2).we);
    case KNOWING:
      return story.id(k + 1) === FULL;
    case SORRY:
      return shortlyBefore(told, SELF, k, 2);
    default:
      if (P.TIMES_OF_ONES_OWN.has(story.id(k))) return story.is(k - 1).mine;
      return FORGIVES.has(story.id(k)) && shortlyBefore(told, NOT_ALL_THERE, k, 2);
  }
}

const SELF = wordSet("i i'm");

/** "I skipped organic chemistry", "we let the series go", "shipped without the Android version". */
function isLeftUndone(told: Told, k: number): boolean {
  const { story } = told;
  const word = story.id(k);
  const isMine = isOwn(story, k - 1) || isOwn(story, k - 2);
  if (P.OMITS.has(word)) return isMine && !near(told, P.WORN, k, NEAR) && !isGivingUp(story, k + 1);
  if (P.STOPS.has(word)) return isMine && P.OFFERED.has(story.id(k + 1));
  if (P.LETS.has(word)) return isMine && letsGo(told, k);
  if (P.TURNS.has(word)) return isMine && P.AWAY.has(story.id(k + 1));
  if (word !== WITHOUT || !shortlyBefore(told, P.STARTS, k, NEAR + 1)) return false;
  return !near(told, P.SMOOTH, k, NEAR);
}

/** "Refused to give up". */
const isGivingUp = (story: StoryContext, k: number): boolean => story.id(k) === TO && story.id(k + 1) === GIVE;

/** "Gave the whole budget to the beginners", "sold the van to pay for it". */
function spendsAll(told: Told, k: number): boolean {
  const { story } = told;
  if (!P.SPENDS.has(story.id(k)) || !(isOwn(story, k - 1) || isOwn(story, k - 2))) return false;
  if (near(told, P.WHOLE, k, 3) && near(told, FUNDS, k, NEAR + 1)) return true;
  return story.id(k) === SOLD && near(told, P.TO_PAY, k, FAR);
}

/** "Let the long series go, because"; not "let them go live". */
function letsGo(told: Told, k: number): boolean {
  const { story, sentence } = told;
  const end = Math.min(sentence.last, k + FAR);
  const goes = story.find(k + 1, end, (at) => P.LAPSES.has(story.id(at)) || story.tokens.afterBreak(at));
  if (goes < 0 || !P.LAPSES.has(story.id(goes)) || story.tokens.afterBreak(goes)) return false;
  return story.id(goes) !== GO || isEnd(told, goes + 1) || P.AFTER_LET_GO.has(story.id(goes + 1));
}

/** "The director wanted a discount. I argued for a visit": a wish that was not followed. */
function standsAgainst(told: Told, k: number): boolean {
  const { story, index, sentence } = told;
  if (!P.STANDS_AGAINST.has(story.id(k)) || !P.STANDS_HOW.has(story.id(k + 1)) || !isOwn(story, k - 1)) return false;
  const before = story.sentences[index - 1];
  const from = before?.block === sentence.block ? before.first : sentence.first;
  return story.some(from, k, (at) => isWish(story, at) && !isOwn(story, at - 1) && !isOwn(story, at - 2));
}

/** "Wanted", "would have liked". */
const isWish = (story: StoryContext, k: number): boolean =>
  P.WISHES.has(story.id(k)) || (LIKED.has(story.id(k)) && story.id(k - 1) === HAVE);
const LIKED = wordSet('liked loved');

/** "Brand hated it", "we had six complaints", "relatives found them rude"; not where it led to a remedy. */
function mindsAt(told: Told, k: number): boolean {
  const { story, sentence } = told;
  const word = story.id(k);
  const isFelt =
    (P.MINDS.has(word) && isMindedThing(told, k)) ||
    (P.CROSS.has(word) && shortlyBefore(told, P.FEELS, k, 3) && !near(told, P.WHEN, k, 2)) ||
    (P.FOUND_BAD.has(word) && shortlyBefore(told, P.FINDS, k, NEAR + 1)) ||
    (P.COMPLAINTS.has(word) && isReceived(told, k));
  if (!isFelt || isOwn(story, k - 1) || isUnreal(told, k)) return false;
  return !story.some(k, sentence.last, (at) => story.id(at) === SO && isOwn(story, at + 1));
}

/** "Complained about the export" is a problem, "about the change" or "hated it" a price. */
function isMindedThing(told: Told, k: number): boolean {
  const { story } = told;
  const next = k + 1;
  if (isEnd(told, next)) return true;
  if (P.ABOUT.has(story.id(next))) return P.NEW_THING.has(story.id(next + 1)) || P.CHANGES.has(story.id(next + 2));
  return P.WHAT_IS_MINDED.has(story.id(next)) || story.id(next) === THE;
}

/** "We had six complaints", not "complaints fell from six to two". */
function isReceived(told: Told, k: number): boolean {
  const { story, sentence } = told;
  if (story.some(sentence.first, sentence.last, (at) => story.is(at).change)) return false;
  if (story.id(k + 1) === CAME) return true;
  const isCounted = isAmount(story, k - 1) || isAmount(story, k - 2) || shortlyBefore(told, P.SOME, k, 2);
  return isCounted && shortlyBefore(told, P.GETS, k, NEAR + 1);
}

/** In the sentence or the next one, "I kept them on", "I'd do it again". */
function holdsOn({ story, index, sentence }: Told): boolean {
  const next = story.sentences[index + 1];
  const last = next?.block === sentence.block ? next.last : sentence.last;
  return story.some(sentence.first, last, (k) => {
    if (!P.HOLDS_ON.has(story.id(k))) return false;
    return [1, 2, 3].some((back) => isOwn(story, k - back));
  });
}

/** It did not happen, only might have, or was so before. */
const isUnreal = (told: Told, k: number): boolean =>
  shortlyBefore(told, P.DENIES_PRICE, k) || shortlyBefore(told, P.OF_BEFORE, k);

/** "Search slipped by two months", "put the launch back to autumn", "we lost a week". */
function isLate(told: Told, k: number): boolean {
  const { story } = told;
  const word = story.id(k);
  const isDelay =
    (P.SLIPS.has(word) && !P.NO_DATE.has(story.id(k + 1))) ||
    (P.PUTS.has(word) && isPutBack(told, k)) ||
    (P.LATE.has(word) && P.BY_HOW_MUCH.has(story.id(k + 1)) && isAmountBefore(told, k)) ||
    (word === LOST && near(told, UNITS, k, 3)) ||
    (word === WAIT && story.id(k - 1) === TO && P.MUST.has(story.id(k - 2)));
  return isDelay && !isUnreal(told, k === 0 || word !== WAIT ? k : k - 2);
}

function isPutBack(told: Told, k: number): boolean {
  const { story, sentence } = told;
  const back = story.find(k + 1, Math.min(sentence.last, k + FAR - 1), (at) => P.BACK.has(story.id(at)));
  if (back < 0 || story.hasWord(BEFORE_DETAIL, k + 1, back - 1)) return false;
  return story.id(back) !== BACK || isAmount(story, back + 1) || BACK_TO.has(story.id(back + 1));
}

const BACK_TO = wordSet('by until till a to');

const isAmountBefore = (told: Told, k: number): boolean =>
  isAmount(told.story, k - 2) || isAmount(told.story, k - 1) || UNITS.has(told.story.id(k - 1));

/** "It is slower", "means thin shelves", "with twice the errors", "its rating slid", "complaints rose". */
function isWorse(told: Told, k: number): boolean {
  const { story } = told;
  const word = story.id(k);
  if (P.WORSE.has(word)) return shortlyBefore(told, P.IS_OR_LOOKS, k, NEAR) && !isUnreal(told, k);
  if (P.HARD_ON.has(word) && story.id(k + 1) === ON) return true;
  if (P.BAD.has(word)) return shortlyBefore(told, P.IS_NOW, k, 2) && !isUnreal(told, k);
  if (P.USES.has(word) && usesMore(told, k)) return true;
  if (P.TWICE.has(word)) return story.id(k + 1) === THE && near(told, BURDENS, k + 1, 2);
  if (P.MEANT.has(word) || P.MEANS_NOW.has(word)) return isBurdenMeant(told, k);
  return changesForTheWorse(told, k);
}

/** "Its rating slid", "complaints rose". */
function changesForTheWorse(told: Told, k: number): boolean {
  const { story } = told;
  const word = story.id(k);
  const isGood = ASSETS.has(word) || P.MORE_ASSETS.has(word);
  if (!isGood && !BURDENS.has(word) && !P.MORE_BURDENS.has(word)) return false;
  const verb = P.BETWEEN_RISE.has(story.id(k + 1)) ? k + 2 : k + 1;
  const goesWrong = isGood
    ? FALLS.has(story.id(verb)) || P.SINKS.has(story.id(verb))
    : RISES.has(story.id(verb)) && !story.tokens.afterBreak(verb);
  return goesWrong && !BEFORE_DETAIL.has(story.id(k - 1)) && !isUnreal(told, k);
}

/** "Costs the farm more per hectare"; not "took more than nine days". */
function usesMore(told: Told, k: number): boolean {
  const { story, sentence } = told;
  const more = story.find(k + 1, Math.min(sentence.last, k + FAR - 1), (at) => P.MORE.has(story.id(at)));
  if (more < 0 || (story.id(more) === MORE && isAmount(story, more + 2))) return false;
  return !story.some(k + 1, more, (at) => story.tokens.afterBreak(at)) && !isUnreal(told, k) && !isUnreal(told, more);
}

const isBurdenMeant = (told: Told, k: number): boolean =>
  (near(told, P.WORSE, k, FAR) || near(told, P.BAD, k, FAR) || near(told, P.BURDENS_AFTER_MEANS, k, FAR)) &&
  !near(told, P.DENIES_PRICE, k, NEAR) &&
  !isUnreal(told, k);

/** "The app got nothing", "the cooks have to start at five", "a third less of the syllabus", "two reps left". */
function goesShort(told: Told, k: number): boolean {
  const { story } = told;
  const word = story.id(k);
  if (word === NOTHING || word === NONE) return P.GOT.has(story.id(k - 1)) && isEndOrTime(told, k + 1);
  if (word === LESS) return (story.id(k + 1) === OF && story.id(k + 2) === THE) || P.GOODS.has(story.id(k + 1));
  if (word === NO) return P.MUST.has(story.id(k - 1)) && hasNoUntil(told, k);
  if (word === MISS || word === MISSES) return !shortlyBefore(told, P.NOT_MISSED, k, 3);
  return P.MUST.has(word) ? isBurdenedNow(told, k) : P.LEAVES.has(word) && leaves(told, k);
}

/** "The cooks have to start at five"; not "nobody has to". */
const isBurdenedNow = (told: Told, k: number): boolean =>
  told.story.id(k + 1) === TO &&
  !shortlyBefore(told, P.NO_BURDENED, k, 3) &&
  !shortlyBefore(told, P.DENIES_PRICE, k) &&
  !NO_ONE.has(told.story.id(k - 1));

/** "Two reps left"; not "forty who had left". */
function leaves(told: Told, k: number): boolean {
  const { story } = told;
  const goes = isEnd(told, k + 1) || P.AFTER_LEAVING.has(story.id(k + 1));
  return goes && (isAmount(story, k - 1) || isAmount(story, k - 2)) && !isUnreal(told, k) && !isBehindWho(story, k);
}

/** "The advanced class had no teacher until March." */
const hasNoUntil = (told: Told, k: number): boolean =>
  !isOwn(told.story, k - 2) && !near(told, P.SMOOTH, k, 2) && near(told, P.UNTIL, k, NEAR);

const isBehindWho = (story: StoryContext, k: number): boolean =>
  story.id(k - 1) === WHO || HAVE_BEFORE.has(story.id(k - 1));

const FOR_A_TIME = wordSet('for until all that in');
const isEndOrTime = (told: Told, k: number): boolean => isEnd(told, k) || FOR_A_TIME.has(told.story.id(k));
