/** Whether it was the story's own doing: a comparison, steps, what else may have helped, who else stands by it. */
import { wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Sentence } from '../sentences';
import { countIn, isPhrase } from './look';
import type { Told } from './signal';

const [AND, AS, IT, THEY, WAS, WERE, BY, LOT, A, THAN, AGAINST] = wordIds(
  'and as it they was were by lot a than against',
);
const [FROM, NOT, DID, IN, THE, SAME, TRUE, OF, THERE, EVER, WITH, BACK, BETWEEN, CAME] = wordIds(
  'from not did in the same true of there ever with back between came',
);

/** What only a comparison has. */
const CONTROLS = wordSet(
  'holdout holdouts heldout holdback counterfactual randomised randomized placebo uncalled matched',
);
/** Each counts only before one of the words listed after it here: "control group", and not "control room". */
const COMPARED_GROUPS = wordSet(`
  group groups arm arms class classes ward wards line lines store stores shop shops site sites team teams school schools
  district branch branches hospital city region half fifth tenth third quarter sample subset cell cells side unit
`);
const MAY_BE_CONTROL = wordSet('control random sister parallel neighbouring neighboring comparable equal other');
const CERTAIN_CONTROL = wordSet('control random sister parallel equal');
const HELD = wordSet('kept keep left leave leaving held');
const OTHERS = wordSet('other others rest remaining half halves');
const STAYED = wordSet('stayed stay stays remained unchanged flat');
const WHILE = wordSet('while whereas');
const WHO = wordSet('who whom that which without');
const SIDES = wordSet('half group those ones');
const DIFFERENCES = wordSet('difference gap');
const MOVED = wordSet('move change improve fall rise budge');

/** Something that was left as it was is set beside what was changed: a hold-out, a sister ward, the other half. */
export function isComparison({ story, sentence: { first, last, has }, index }: Told): boolean {
  if (!has.others) return false;
  return (
    story.some(
      first,
      last,
      (k) => story.is(k).others && (isControl(story, k, last) || isContrast(story, k, first, last)),
    ) || hasTwoChanges(story, first, last, index)
  );
}

/** "A control group", "by lot", "I left beech as it was", "than the half who did not". */
function isControl(story: StoryContext, k: number, last: number): boolean {
  const word = story.id(k);
  if (CONTROLS.has(word)) return true;
  if (word === LOT) return story.id(k - 1) === BY;
  if (CERTAIN_CONTROL.has(word)) return COMPARED_GROUPS.has(story.id(k + 1)) || isPhrase(story, k - 2, AS, A);
  if (HELD.has(word))
    return (
      isSomebodys(story, k) &&
      story.some(k + 1, Math.min(last, k + 9), (n) => isAsItWas(story, n) || story.id(n) === BACK)
    );
  if (DIFFERENCES.has(word)) return story.id(k + 1) === BETWEEN;
  const isOutsideGroup =
    SIDES.has(word) && story.some(k - 4, k, (n) => story.id(n) === THAN || story.id(n) === AGAINST);
  return isOutsideGroup && story.some(k + 1, Math.min(last, k + 6), (n) => WHO.has(story.id(n)));
}

/** "As it was", "as they were". */
function isAsItWas(story: StoryContext, k: number): boolean {
  if (story.id(k) !== AS) return false;
  return isPhrase(story, k + 1, IT, WAS) || isPhrase(story, k + 1, THEY, WERE);
}

const isSomebodys = (story: StoryContext, k: number): boolean =>
  story.some(k - 6, k, (n) => story.is(n).first || story.is(n).we || story.id(n) === AND);

/** "…, while the others stayed", "the other three had no change", "the rest were as noisy as ever". */
function isContrast(story: StoryContext, k: number, first: number, last: number): boolean {
  const word = story.id(k);
  const isEver = word === EVER && story.id(k - 1) === AS;
  const isUnmoved = MOVED.has(word) && isPhrase(story, k - 2, DID, NOT);
  if (!isEver && !isUnmoved && !STAYED.has(word)) return false;
  if (story.id(k + 1) === THERE) return false;
  if (isEver || isAsItWas(story, k + 1)) return true;
  const hasOthers = story.some(
    first,
    k,
    (n) => WHILE.has(story.id(n)) || OTHERS.has(story.id(n)) || MAY_BE_CONTROL.has(story.id(n)),
  );
  return hasOthers || isMovedBeside(story, k, first, last);
}

/** "North fell to 10 days, the South stayed at 20." */
function isMovedBeside(story: StoryContext, k: number, first: number, last: number): boolean {
  if (!story.some(first, k, (n) => story.is(n).improvement)) return false;
  return (
    story.some(first, k, (n) => story.tokens.afterBreak(n) && story.id(n) !== AND) &&
    story.some(k, last, (n) => story.tokens.isFigure(n))
  );
}

/** "Early shifts went from 9 gaps to 3, nights from 7 to 6." */
function hasTwoChanges(story: StoryContext, first: number, last: number, index: number): boolean {
  const figures = story.figuresIn(index);
  if (figures.length < 2) return false;
  const froms = countIn(
    first,
    last,
    (k) => story.id(k) === FROM && story.some(k + 1, k + 3, (n) => story.tokens.isFigure(n)),
  );
  return froms >= 2 && !story.some(first, last, (k) => story.id(k) === AND);
}

const STAGED = wordSet('pilot piloted piloting canary canaried staged ramped wave waves trialled trialed halves');
const STEPS = wordSet('started began starting beginning released switched opened tried rolled let first');
const SHARES = wordSet('half tenth fifth quarter third share sample few one two three four five six');
/** A roll-out to more than this is not a first step. */
const LARGEST_STEP = 50;

/** Bit by bit: "for 5 %, then for half", "with two of the five first". */
export function isStaged({ story, sentence: { first, last, has }, index }: Told): boolean {
  if (!has.stages || !(has.first || has.we || has.mine) || story.isSetting(index)) return false;
  if (story.hasWord(STAGED, first, last)) return true;
  const step = story.find(first, last, (k) => STEPS.has(story.id(k)));
  if (step < 0) return false;
  const isShare = (k: number): boolean => SHARES.has(story.id(k)) && (story.id(k + 1) === OF || story.id(k + 2) === OF);
  return (
    story.some(step, last, isShare) ||
    story
      .figuresIn(index)
      .some(({ quantity: { kind, from, value } }) => kind === 'percent' && from === undefined && value <= LARGEST_STEP)
  );
}

const LUCK = wordSet('luck lucky coincidence confounder confounded');
const CLAIMS = wordSet('claim credit attribute ascribe owe trust count leave left report');
const LESS = wordSet('only not out less rather nothing more to');
const HELPED = wordSet('helped help');
const BESIDES = wordSet('too also well us did maybe probably may will certainly surely');
const PERIODS = wordSet('week month months quarter year summer spring autumn winter season period');
const ANYWAY = wordSet('anyway themselves otherwise');
const EFFECTS = wordSet('gap loss effect gain saving savings difference figure cause');
const SHARES_OF = wordSet('part some half much');
const UNSURE = wordSet('may might probably likely maybe perhaps');
const CAUSES = wordSet('reason cause explain explains explained due simply ours mine merit');
const MOVEMENTS = wordSet('fell rose dropped grew came closed raised cut improved ran helped rising falling sent went');
/** Words before the verb of "I therefore only claim". */
const ADVERBS = wordSet('only do not would therefore still also can could');

const WE = wordSet("we we've we'd our");

/** Says what else may have caused the result, or claims only a part of it. */
export function isConfounder(told: Told): boolean {
  const { story, sentence, index, count } = told;
  const { first, last, has } = sentence;
  if (!has.credit || story.isSetting(index) || index < count / 4) return false;
  return story.some(
    first,
    last,
    (k) =>
      (story.is(k).credit && isOtherCause(story, k, sentence)) || (story.is(k).first && isModestClaim(story, k, last)),
  );
}

function isOtherCause(story: StoryContext, k: number, { first, last, has }: Sentence): boolean {
  const word = story.id(k);
  if (LUCK.has(word)) return true;
  if (HELPED.has(word)) return story.hasWord(BESIDES, k - 3, k + 4) && !story.is(k - 1).first;
  if (word === SAME) return isPhrase(story, k - 2, IN, THE) && PERIODS.has(story.id(k + 1));
  if (word === TRUE) return EFFECTS.has(story.id(k + 1));
  if (ANYWAY.has(word)) return has.would;
  if (SHARES_OF.has(word)) return isPartOfIt(story, k, last);
  if (has.first) return false;
  if (CAUSES.has(word)) return story.some(Math.max(first, k - 4), Math.min(last, k + 5), (n) => story.id(n) === NOT);
  // "Egg prices fell that summer too."
  return BESIDES.has(word) && !story.hasWord(WE, first, k) && story.hasWord(MOVEMENTS, Math.max(first, k - 6), k + 3);
}

/** "Some of it may be the mild winter", "part of the drop is not ours". */
function isPartOfIt(story: StoryContext, k: number, last: number): boolean {
  if (story.id(k + 1) !== OF) return false;
  const verb = story.find(
    k + 2,
    Math.min(last, k + 7),
    (n) => story.is(n).be || UNSURE.has(story.id(n)) || story.id(n) === CAME,
  );
  return verb >= 0 && !story.some(k, verb, (n) => story.is(n).team || story.is(n).users);
}

/** "I claim only the difference", "I would credit the round with four", "I leave that out". */
function isModestClaim(story: StoryContext, k: number, last: number): boolean {
  let verb = k + 1;
  while (ADVERBS.has(story.id(verb))) verb += 1;
  if (!CLAIMS.has(story.id(verb))) return false;
  return (
    story.hasWord(LESS, k + 1, last) || story.id(last) === WITH || story.some(verb, last, (n) => story.id(n) === WITH)
  );
}

const CONFIRMED = wordSet(`
  confirmed confirms audited verified signed approved adopted adopts copied renewed repeated rechecked recounted checked
  lifted credited published
`);
const ASKS = wordSet('asked asks');
const FOR_ONE = wordSet('me us for');
const OUTSIDERS = wordSet(`
  finance auditor auditors council board controller accountant accountants cfo ceo cto coo regulator inspector legal
  committee ward union unions architect security lab laboratory office hospital hospitals company bank site sites schools
  school supplier pharmacy insurer university institute agency director head heads department departments
`);

/** Somebody else checked the result, took it over or asked for it. */
export function isConfirmed({ story, sentence: { first, last, has }, index, count }: Told): boolean {
  if (!has.confirmation || story.isSetting(index) || index < count / 3) return false;
  return story.some(first, last, (k) => {
    const confirms = CONFIRMED.has(story.id(k)) || (ASKS.has(story.id(k)) && FOR_ONE.has(story.id(k + 1)));
    return (
      confirms &&
      story.some(Math.max(first, k - 5), k, (n) => isOutsider(story, n)) &&
      !story.some(Math.max(first, k - 2), k, (n) => story.is(n).first || story.is(n).we)
    );
  });
}

const isOutsider = (story: StoryContext, k: number): boolean =>
  OUTSIDERS.has(story.id(k)) || story.is(k).team || story.is(k).users;
