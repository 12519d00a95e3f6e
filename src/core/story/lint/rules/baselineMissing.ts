import { wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Figure } from '../figures';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import type { Rule } from '../rule';

const [NOW, TO, UP, WOULD, COULD, SHOULD, WILL, MIGHT, CAN, THAT, WAS, WERE] = wordIds(
  'now to up would could should will might can that was were',
);
const WITHIN = wordSet('in within at');

const REACH = 12;
const HEDGES = wordSet(
  'just about around nearly under below over roughly only a an the less than more almost approximately some as low high well barely above its our',
);
const RELATIVE: ReadonlySet<string> = new Set(['percent', 'multiplier', 'ratio']);
const DELTAS = wordSet('saves save saving adds brings generates earns yields saved free frees');
const LIMITS = wordSet('slo slos sla slas target budget goal limit deadline objective threshold ceiling');
/** Two figures of a kind further apart than this measure different things: a latency and a quarter. */
const FARTHEST = 1000;

const COMPARED = wordSet('instead rather against versus vs where down up from compared');
/** Each claim is held against all figures: a text with more of them is no story, and linting it stays linear. */
const MOST_CLAIMS = 40;
/** What stands between a figure and the blank for its old value. */
const BLANK_BASELINE = /^,? \(?(?:(?:up |down )?from |was )$/u;

export const baselineMissing: Rule<'baseline-missing'> = {
  code: 'baseline-missing',
  severity: 'warning',
  summary: 'An improvement has its old value or its relative change.',
  raisedWhen: 'an improvement is claimed as a new value, without the old one',
  weight: { points: 6, most: 12 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const claims = new Set<Figure>();
    for (const figure of story.figures) if (claims.size < MOST_CLAIMS && isClaim(story, figure)) claims.add(figure);
    return [...claims]
      .filter((claim) => !story.figures.some((other) => isBaseline(story, claim, other, claims)))
      .map(({ quantity }) => ({
        start: quantity.start,
        end: quantity.end,
        message: `“${quantity.text}” is the new value: what was it before?`,
        fixes: [
          {
            title: 'State the baseline',
            edits: [{ start: quantity.end, end: quantity.end, newText: ' (from ${1:[baseline]})' }],
            snippet: true as const,
          },
        ],
      }));
  },
};

/** The figure is stated as what something is now, or came to be: "is now 35 ms", "cut latency to 35 ms". */
function isClaim(story: StoryContext, figure: Figure): boolean {
  const { quantity, sentence: index } = figure;
  const { kind } = quantity;
  if (quantity.from !== undefined || kind === 'multiplier' || kind === 'ratio' || story.isSetting(index)) return false;
  const sentence = story.sentences[index];
  if (!sentence || story.tokens.quoted(figure.first)) return false;
  if (figure.role === 'none' && kind !== 'rate' && kind !== 'size') return false;
  // Neither a verb of getting better nor "now": nothing can be claimed.
  if ((sentence.flags & FLAG.improvement) === 0 && (sentence.classes & W.now) === 0) return false;
  // "3 days instead of 21", "1.8 s now, down from six": what it was stands behind it.
  if (COMPARED.has(story.id(story.id(figure.last) === NOW ? figure.last + 1 : figure.last))) return false;
  // A blank right behind the figure is where its baseline goes.
  const blank = story.blankAfter(quantity.end);
  if (blank && blank.start <= quantity.end + 16 && BLANK_BASELINE.test(story.text.slice(quantity.end, blank.start)))
    return false;
  return comesTo(story, figure) || (kind !== 'count' && isNow(story, figure));
}

function comesTo(story: StoryContext, { first, sentence: index, quantity }: Figure): boolean {
  const { first: start } = story.sentences[index] as { first: number };
  let k = first - 1;
  while (k >= start && HEDGES.has(story.id(k))) k -= 1;
  if (
    story.id(k) !== TO ||
    (story.id(k - 1) === UP && (story.tokens.flags(k - 2) & FLAG.improvement) === 0) ||
    /^to\b/iu.test(quantity.text)
  )
    return false;
  for (let back = k - 1; back >= start && back >= k - REACH; back -= 1) {
    const flags = story.tokens.flags(back);
    if (flags & FLAG.improvement) return !isPlan(story, back);
    if (story.tokens.isFigure(back)) return false;
  }
  return false;
}

/** "To cut latency to 40 ms, I …" is a purpose. */
function isPlan(story: StoryContext, verb: number): boolean {
  const before = story.id(verb - 1);
  return (
    before === TO ||
    before === WOULD ||
    before === COULD ||
    before === SHOULD ||
    before === WILL ||
    before === MIGHT ||
    before === CAN
  );
}

function isNow(story: StoryContext, { first, last, sentence: index, quantity }: Figure): boolean {
  const sentence = story.sentences[index] as { first: number; last: number };
  for (let k = first - 1; k >= sentence.first && k >= first - 7; k -= 1) {
    const word = story.id(k);
    if (story.tokens.isFigure(k)) break;
    if ((story.tokens.classes(k) & W.now) === 0) continue;
    if (word === NOW && story.id(k + 1) === THAT) return false;
    for (let between = k + 1; between < first; between += 1) if (DELTAS.has(story.id(between))) return false;
    return hasVerb(story, Math.max(sentence.first, k - 3), first) || (k < first - 1 && isServedIn(story, first));
  }
  if (quantity.kind === 'money') return false;
  for (let k = last; k < sentence.last && k < last + 3; k += 1)
    if (story.id(k) === NOW && story.id(k + 1) !== THAT)
      return hasVerb(story, first - 4, first) || isServedIn(story, first);
  return false;
}

/** "Brokers get a quote in 1.8 s": what is served in the figure's time needs no verb of its own. */
function isServedIn(story: StoryContext, first: number): boolean {
  return WITHIN.has(story.id(first - 1));
}

/** A verb of being or serving stands between the two tokens. */
function hasVerb(story: StoryContext, from: number, to: number): boolean {
  for (let k = from; k < to; k += 1)
    if (story.tokens.classes(k) & W.be && story.id(k) !== WAS && story.id(k) !== WERE) return true;
  return false;
}

/** The other figure is the claim's old value, or says how much it changed. */
function isBaseline(story: StoryContext, claim: Figure, other: Figure, claims: ReadonlySet<Figure>): boolean {
  if (other === claim) return false;
  const sentence = story.sentences[other.sentence];
  const own = story.sentences[claim.sentence];
  if (!sentence || !own) return false;
  const same = other.sentence === claim.sentence;
  const related = own.groups === 0 || sentence.groups === 0 || (own.groups & sentence.groups) !== 0;
  const a = claim.quantity;
  const b = other.quantity;
  if (b.kind === a.kind && !claims.has(other)) {
    const close = Math.abs(other.sentence - claim.sentence) <= 1;
    if (b.from !== undefined) return b.value === a.value || (own.groups & sentence.groups) !== 0 || (close && related);
    if (b.value === a.value || isLimit(story, other)) return false;
    if (a.kind === 'duration' && (b.value > a.value * FARTHEST || b.value < a.value / FARTHEST)) return false;
    if (a.kind === 'count' && !related) return false;
    if (story.isSetting(other.sentence)) return true;
    if (related && ((sentence.classes & W.before) !== 0 || sentence.groups !== 0)) return true;
  }
  if (!RELATIVE.has(b.kind) || (b.kind === 'percent' && a.kind === 'percent')) return false;
  if (same) return true;
  const changes = (sentence.classes & (W.change | W.changeNoun | W.comparative)) !== 0;
  const near = Math.abs(other.sentence - claim.sentence) === 1;
  return changes && !claims.has(other) && (near ? related : (own.groups & sentence.groups) !== 0);
}

/** "Inside the 40 ms SLO": a limit is no old value. */
function isLimit(story: StoryContext, { first, last }: Figure): boolean {
  for (let k = first - 4; k < last + 3; k += 1) if (LIMITS.has(story.id(k))) return true;
  return false;
}
