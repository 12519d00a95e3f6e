import { writeBlank } from '../../../markdown/blanks';
import { wordIds, wordSet } from '../../prose/vocabulary';
import { comesTo } from '../comesTo';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { isLevelClaimed, tellsOfBefore } from '../levelClaim';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';

const [NOW, TO, THAT, WAS, WERE, BY, OF, WHAT] = wordIds('now to that was were by of what');
const OVER_TIME = wordSet('within in over after during');
const WITHIN = wordSet('in within at');

const RELATIVE: ReadonlySet<string> = new Set(['percent', 'multiplier', 'ratio']);
const DELTAS = wordSet('saves save saving adds brings generates earns yields saved free frees');
const LIMITS = wordSet('slo slos sla slas target budget goal limit deadline objective threshold ceiling');
/** Two figures of one kind that are further apart than this measure different things: a latency and a quarter. */
const FARTHEST = 1000;

const COMPARED = wordSet('instead rather against versus vs where down up from compared');
/** Each claim is compared with all figures: a text with more of them is not a story, and linting it stays linear. */
const MOST_CLAIMS = 40;
/** Within how many characters after a figure the blank for its old value may begin. */
const BLANK_REACH = 16;
/** What stands between a figure and the blank for its old value. */
const BLANK_BASELINE = /^,? \(?(?:(?:up |down )?from |was )$/u;

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
    const claims: JudgedFigure[] = [];
    for (const figure of story.figures) if (claims.length < MOST_CLAIMS && isClaim(story, figure)) claims.push(figure);
    return claims
      .filter((claim) => !story.figures.some((other) => isBaseline(story, claim, other, claims)))
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

/** The figure is stated as what something is now, or came to be: "is now 35 ms", "cut latency to 35 ms". */
function isClaim(story: StoryContext, figure: JudgedFigure): boolean {
  const sentence = story.sentences[figure.sentence];
  if (!sentence || isHeldAgainst(figure) || story.isSetting(figure.sentence) || story.tokens.quoted(figure.first))
    return false;
  return (
    !isDeed(story, figure) &&
    isClaimed(story, figure, sentence) &&
    isValue(figure) &&
    !saysWhatItWas(story, figure) &&
    !tellsOfBefore(story, figure)
  );
}

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
  from !== undefined || kind === 'multiplier' || kind === 'ratio';

const isValue = ({ quantity: { kind }, role }: JudgedFigure): boolean =>
  role !== 'none' || kind === 'rate' || kind === 'size';

/** "3 days instead of 21", "1.8 s now, down from six", or a blank where the old value goes. */
function saysWhatItWas(story: StoryContext, { quantity, last }: JudgedFigure): boolean {
  if (COMPARED.has(story.id(story.id(last) === NOW ? last + 1 : last))) return true;
  const blank = story.blankAfter(quantity.end);
  return (
    blank !== undefined &&
    blank.start <= quantity.end + BLANK_REACH &&
    BLANK_BASELINE.test(story.text.slice(quantity.end, blank.start))
  );
}

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

/** The other figure is the claim's old value, or says how much it changed. */
function isBaseline(
  story: StoryContext,
  claim: JudgedFigure,
  other: JudgedFigure,
  claims: readonly JudgedFigure[],
): boolean {
  if (other === claim) return false;
  if (other.quantity.kind === claim.quantity.kind) return !claims.includes(other) && isOldValue(story, claim, other);
  if (!RELATIVE.has(other.quantity.kind) || isShareOf(story, other)) return false;
  return other.sentence === claim.sentence || (!claims.includes(other) && isChangeOf(story, claim, other));
}

/** "Nine of ten would recommend us", "half full": a part of a whole, not a change; "a third of what it was" is one. */
function isShareOf(story: StoryContext, { quantity: { kind }, first, last }: JudgedFigure): boolean {
  if (kind !== 'ratio') return false;
  const [before, after] = [story.id(first - 1), story.id(last)];
  return (
    before !== BY && before !== TO && !(after === OF && story.id(last + 1) === WHAT) && !story.is(last).comparative
  );
}

/** "p99 was 120 ms" for "p99 is now 35 ms": the same metric, and not a limit that it is held to. */
function isOldValue(story: StoryContext, claim: JudgedFigure, other: JudgedFigure): boolean {
  const { has, groups } = story.sentences[other.sentence] as Sentence;
  const metric = sameMetric(story, claim, other);
  const { kind, value } = claim.quantity;
  const old = other.quantity;
  if (old.from !== undefined)
    return old.value === value || metric === 'yes' || (metric === 'maybe' && distance(claim, other) <= 1);
  if (old.value === value || isLimit(story, other)) return false;
  if (kind === 'duration' && (isFarFrom(old.value, value) || isTimeOfChange(story, other))) return false;
  if (kind === 'count' && metric === 'no') return false;
  return story.isSetting(other.sentence) || (metric !== 'no' && (has.before || !groups.isEmpty));
}

/** "Fell from 8% to 5% within two quarters": over what time something else changed. */
const isTimeOfChange = (story: StoryContext, { sentence, first, role }: JudgedFigure): boolean =>
  role === 'none' &&
  OVER_TIME.has(story.id(first - 1)) &&
  story.figuresIn(sentence).some(({ quantity: { from, kind } }) => from !== undefined && kind !== 'duration');

const isFarFrom = (old: number, value: number): boolean => old > value * FARTHEST || old < value / FARTHEST;

/**
 * "That is 40% faster", of the same metric: a figure that names no metric of its own is about the sentence beside it.
 */
function isChangeOf(story: StoryContext, claim: JudgedFigure, other: JudgedFigure): boolean {
  const { change, changeNoun, comparative } = (story.sentences[other.sentence] as Sentence).has;
  if (!change && !changeNoun && !comparative) return false;
  const metric = sameMetric(story, claim, other);
  return metric === 'yes' || (metric === 'maybe' && distance(claim, other) === 1);
}

/** How many sentences lie between two figures. */
const distance = (a: JudgedFigure, b: JudgedFigure): number => Math.abs(a.sentence - b.sentence);

/** Whether the sentences of two figures speak of the same metric; 'maybe' where one of them names none. */
function sameMetric({ sentences }: StoryContext, a: JudgedFigure, b: JudgedFigure): 'yes' | 'no' | 'maybe' {
  const own = (sentences[a.sentence] as Sentence).groups;
  const others = (sentences[b.sentence] as Sentence).groups;
  if (own.isEmpty || others.isEmpty) return 'maybe';
  return own.meets(others) ? 'yes' : 'no';
}

/** "Inside the 40 ms SLO": a limit is not an old value. */
function isLimit(story: StoryContext, { first, last }: JudgedFigure): boolean {
  return story.hasWord(LIMITS, first - 4, last + 3);
}
