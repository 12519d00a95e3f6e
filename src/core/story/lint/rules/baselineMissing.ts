import { writeBlank } from '../../../markdown/blanks';
import { wordIds, wordSet } from '../../prose/vocabulary';
import { isBaseline, isComparedWithAnother, isLimit, isNewOfMove, saysWhatItWas } from '../baselines';
import { comesTo } from '../comesTo';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { levelsToldTwice } from '../headline';
import { isLevelClaimed, tellsOfBefore } from '../levelClaim';
import { isPresentLevel } from '../presentLevel';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';
import { figuresOfTask } from '../taskGoals';
import { isSetUp } from '../taskParts';

const [NOW, THAT, WAS, WERE] = wordIds('now that was were');
const WITHIN = wordSet('in within at');

const DELTAS = wordSet('saves save saving adds brings generates earns yields saved free frees');

/** Each claim is compared with all figures: a text with more of them is not a story, and linting it stays linear. */
const MOST_CLAIMS = 40;

export const baselineMissing: Rule<'baseline-missing'> = {
  code: 'baseline-missing',
  severity: 'warning',
  title: 'The baseline is missing',
  summary: 'An improvement comes with its old value or its relative change.',
  raisedWhen: 'an improvement or a level is claimed as a new value, without the old one',
  weight: { points: 4, most: 8 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const claims = claimsOf(story);
    return claims
      .filter((claim) => isFirstOfItsValue(claim, claims) && !hasBaseline(story, claim, claims))
      .map(({ quantity }) => ({
        start: quantity.start,
        end: quantity.end,
        message: `“${quantity.text}” is the new value: what was it before?`,
        fixes: [
          {
            title: 'State the baseline',
            edits: [{ start: quantity.end, end: quantity.end, newText: ` (from ${writeBlank('baseline')})` }],
            snippet: true as const,
          },
        ],
      }));
  },
};

/** In milliseconds. */
const MINUTE = 60_000;

/** The first figures that are claimed as a new value or as a level, with nothing that says what it was. */
function claimsOf(story: StoryContext): JudgedFigure[] {
  const twice = levelsToldTwice(story);
  const claims: JudgedFigure[] = [];
  let unclaimed = 0;
  for (const figure of story.figures) {
    const sentence = story.sentences[figure.sentence];
    if (claims.length >= MOST_CLAIMS) break;
    if (!sentence || !mayBeClaim(story, figure)) continue;
    const isNewValue = isClaimed(story, figure, sentence) && isValue(figure);
    if (!isNewValue) unclaimed += 1;
    if (!isNewValue && (unclaimed > MOST_CLAIMS || !isLevelAlone(story, figure, sentence, twice))) continue;
    if (!saysWhatItWas(story, figure) && !tellsOfBefore(story, figure)) claims.push(figure);
  }
  return claims;
}

const mayBeClaim = (story: StoryContext, figure: JudgedFigure): boolean =>
  !isHeldAgainst(figure) &&
  !story.isSetting(figure.sentence) &&
  !isSetUp(story, figure.sentence) &&
  !story.tokens.quoted(figure.first) &&
  !isDeed(story, figure);

/** "Each group is through in half a day", as was asked for: an answer to the task, which needs no old value. */
const meetsGoal = (story: StoryContext, { quantity }: JudgedFigure): boolean =>
  figuresOfTask(story).some(
    (wanted) => wanted.quantity.kind === quantity.kind && wanted.quantity.value === quantity.value,
  );

/** It is given as a level, without words that claim it, and with no other figure that it is compared with. */
const isLevelAlone = (
  story: StoryContext,
  figure: JudgedFigure,
  sentence: Sentence,
  twice: ReadonlySet<JudgedFigure>,
): boolean =>
  (twice.has(figure) || isPresentLevel(story, figure, sentence)) &&
  !isLimit(story, figure) &&
  !meetsGoal(story, figure) &&
  !isComparedWithAnother(story, figure);

/** The figure is stated as what something is now, or came to be: "is now 35 ms", "cut latency to 35 ms". */
function isClaimed(story: StoryContext, figure: JudgedFigure, sentence: Sentence): boolean {
  if (isLevelClaimed(story, figure, sentence)) return true;
  // Neither a verb of getting better nor "now": nothing can be claimed.
  if (!sentence.has.improvement && !sentence.has.now) return false;
  return comesTo(story, figure, sentence) || (figure.quantity.kind !== 'count' && isNow(story, figure, sentence));
}

/**
 * "I cut the talk to twenty minutes": what was done, told under Action, and not what came of it. Times below a minute
 * are a system's, and what is so now came of it.
 */
const isDeed = (story: StoryContext, { sentence, quantity: { kind, value } }: JudgedFigure): boolean =>
  kind === 'duration' &&
  value >= MINUTE &&
  story.sectionOf(sentence) === 'Action' &&
  story.sentences[sentence]?.has.now !== true;

/** A change and "3x" already say what they are compared with. */
const isHeldAgainst = ({ quantity: { kind, from } }: JudgedFigure): boolean =>
  from !== undefined || kind === 'multiplier';

const isValue = ({ quantity: { kind }, role }: JudgedFigure): boolean =>
  role !== 'none' || kind === 'rate' || kind === 'size';

/** "Latency is now 35 ms", "quotes take 1.8 s now". */
function isNow(story: StoryContext, figure: JudgedFigure, sentence: Sentence): boolean {
  const { first, quantity } = figure;
  const now = nowBefore(story, figure, sentence);
  if (now < 0) {
    if (quantity.kind === 'money' || !hasNowAfter(story, figure, sentence)) return false;
    return hasVerb(story, first - 4, first) || isServedIn(story, first);
  }
  if (isNowThat(story, now) || story.hasWord(DELTAS, now + 1, first)) return false;
  const from = Math.max(sentence.first, now - 3);
  return hasVerb(story, from, first) || (now < first - 1 && isServedIn(story, first));
}

/** The "now" or "today" before the figure, with no other figure between; -1 where there is none. */
function nowBefore(story: StoryContext, { first }: JudgedFigure, sentence: Sentence): number {
  for (let k = first - 1; k >= sentence.first && k >= first - 7; k -= 1) {
    if (story.tokens.isFigure(k)) return -1;
    if (story.is(k).now) return k;
  }
  return -1;
}

function hasNowAfter(story: StoryContext, { last }: JudgedFigure, sentence: Sentence): boolean {
  const end = Math.min(sentence.last, last + 3);
  return story.some(last, end, (k) => story.id(k) === NOW && !isNowThat(story, k));
}

/** "Now that" gives a reason. */
const isNowThat = (story: StoryContext, k: number): boolean => story.id(k) === NOW && story.id(k + 1) === THAT;

/** "Brokers get a quote in 1.8 s": what is served in the figure's time needs no verb of its own. */
function isServedIn(story: StoryContext, first: number): boolean {
  return WITHIN.has(story.id(first - 1));
}

/** A verb of being or serving stands between the two tokens. */
function hasVerb(story: StoryContext, from: number, to: number): boolean {
  return story.some(from, to, (k) => story.is(k).be && story.id(k) !== WAS && story.id(k) !== WERE);
}

/** At one of the places where it is told, its old value is told too. */
function hasBaseline(story: StoryContext, claim: JudgedFigure, claims: readonly JudgedFigure[]): boolean {
  const places = story.figures.filter((figure) => isSameLevel(figure, claim)).slice(0, MOST_CLAIMS);
  return places.some(
    (place) =>
      saysWhatItWas(story, place) ||
      isNewOfMove(story, place) ||
      tellsOfBefore(story, place) ||
      (claims.includes(place) && story.figures.some((other) => isBaseline(story, place, other, claims))),
  );
}

const isSameLevel = (a: JudgedFigure, b: JudgedFigure): boolean =>
  a.quantity.kind === b.quantity.kind && a.quantity.value === b.quantity.value;

/** A level that is told twice is reported once. */
const isFirstOfItsValue = (claim: JudgedFigure, claims: readonly JudgedFigure[]): boolean =>
  claims.find((other) => isSameLevel(other, claim)) === claim;
