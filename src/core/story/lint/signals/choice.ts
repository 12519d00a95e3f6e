/** How one chose: by whom and why, against what, at what price, and what would have changed one's mind. */
import { wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { beginsClause, hasSpeakerBefore, isPhrase } from './look';
import type { Told } from './signal';

const [HAD, HAVE, AT, WHICH, DO, AGAIN, NO, SAID, TURNED, DOWN] = wordIds(
  'had have at which do again no said turned down',
);

const REASONS = wordSet('because since so therefore reason as than over instead rather');

/** One's own decision, with its reason. */
export function isDecision({ story, sentence: { first, last, has }, index }: Told): boolean {
  if (!has.decision || !(has.first || has.mine)) return false;
  const at = story.find(first, last, (k) => isOwnDecision(story, k, first));
  if (at < 0) return false;
  return story.hasWord(REASONS, first, last) || (story.sentences[index + 1]?.has.would ?? false);
}

function isOwnDecision(story: StoryContext, k: number, first: number): boolean {
  if (!story.is(k).decision || !hasSpeakerBefore(story, k, first, 4)) return false;
  if (story.id(k) === SAID) return story.id(k + 1) === NO;
  return story.id(k) !== TURNED || story.some(k + 1, k + 5, (n) => story.id(n) === DOWN);
}

const PRICES = wordSet(`
  cost costs costing price take taken takes took need needs needed save saves saved spared freed meant means lost
  weeks months days hours years cheaper dearer faster quicker easier simpler safer longer slower more less left given
  brought kept hit promised filled merged
`);
const PAID = wordSet('cost costs costing price needed needs takes took meant means extra');
const OPTIONS = wordSet(`
  alternative alternatives option options instead rather over cheaper offered proposed wanted preferred promised idea
  other would turned declined refused
`);
const PRICE_KINDS: ReadonlySet<string> = new Set(['money', 'duration']);

/** Another way that was open, and its price: "a new engine would have taken two people for half a year". */
export function isAlternative({ story, sentence: { first, last, has }, index }: Told): boolean {
  if (story.isSetting(index)) return false;
  if (has.would && story.some(first, last, (k) => isUnreal(story, k) && story.hasWord(PRICES, k + 1, last)))
    return true;
  if (!story.hasWord(OPTIONS, first, last)) return false;
  return story
    .figuresIn(index)
    .some(
      ({ quantity, first: at }) => PRICE_KINDS.has(quantity.kind) && story.hasWord(PAID, Math.max(first, at - 6), at),
    );
}

/** "Would have taken": of something else than the speaker. */
function isUnreal(story: StoryContext, k: number): boolean {
  return (
    story.is(k).would &&
    !story.is(k).first &&
    !story.is(k - 1).first &&
    story.some(k + 1, k + 4, (n) => story.id(n) === HAVE)
  );
}

const IFS = wordSet('if unless above below beyond under over once until otherwise when where had were fewer');
const CASES = wordSet('for in with at');
const WORTH = wordSet('cheaper dearer better worth pays costs cost right');
const LIMITS = wordSet('above below beyond once if under over unless when until');
const MARKS = wordSet('point volume line size price threshold');
/** "I would say", "I would like to": manners. */
const MANNERS = wordSet('say describe like love call');

/** The point from which one would have chosen otherwise. */
export function isSwitch({ story, sentence: { first, last, has } }: Told): boolean {
  if (has.would) {
    const isOwn = story.some(first, last, (k) => isOwnCondition(story, k, first, last) || isMark(story, k));
    if (isOwn) return true;
    const isWorth = story.some(first, last, (k) => story.is(k).would && story.hasWord(WORTH, k, last));
    if (isWorth && story.hasWord(LIMITS, first, last)) return true;
  }
  return (
    (has.cost || has.comparative) &&
    story.hasWord(WORTH, first, last) &&
    story.some(first, last, (k) => isLimit(story, k, first, last))
  );
}

/** "The point at which". */
const isMark = (story: StoryContext, k: number): boolean => MARKS.has(story.id(k)) && isPhrase(story, k + 1, AT, WHICH);

/** "Below 20 orders, …". */
const isLimit = (story: StoryContext, k: number, first: number, last: number): boolean =>
  LIMITS.has(story.id(k)) &&
  beginsClause(story, k, first) &&
  story.some(k + 1, Math.min(last, k + 5), (n) => story.tokens.isFigure(n));

/** "Above 900 a day I would have bought it", "for e-mail I would take it", "had one guest in ten asked, I'd …". */
function isOwnCondition(story: StoryContext, k: number, first: number, last: number): boolean {
  const verb = k + 1;
  const isOwn = story.is(k).first || story.is(k - 1).first || story.is(k - 1).we;
  if (!story.is(k).would || !isOwn || MANNERS.has(story.id(verb))) return false;
  if (story.id(verb) === DO && story.some(verb, last, (n) => story.id(n) === AGAIN)) return false;
  if (story.id(first) === HAD) return true;
  return story.some(
    first,
    last,
    (n) =>
      IFS.has(story.id(n)) ||
      (CASES.has(story.id(n)) && story.id(n + 1) !== WHICH && n < k && beginsClause(story, n, first)),
  );
}
