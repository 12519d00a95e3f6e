import { wordIds, wordSet } from '../../prose/vocabulary';
import type { Quantity } from '../../quantities';
import { isInPoints } from '../arithmetic';
import type { StoryContext } from '../context';
import type { JudgedFigure } from '../figures';
import { wrongFractions } from '../fractions';
import { wrongMultiples } from '../multiples';
import type { Rule } from '../rule';
import type { Report } from '../types';
import { wrongSums } from '../sums';
import { wrongWorkedOut } from '../workedOut';
import { wrongMoves } from '../wrongMoves';
import { wrongTotals } from '../wrongTotals';

/** What may stand between a change and its percentage where the one restates the other. */
const APPOSITION = wordSet(`
  a an the of by or so i.e that this which is was are means meaning thus up down more than over nearly almost about around
  roughly some at least just under increase increases decrease improvement reduction drop gain rise fall cut growth jump
  decline uplift saving difference change plus minus therefore equals improved rose fell grew dropped increased decreased
  reduced went that's it's
`);
const MORE_THAN = wordSet('more over least');
const ROUGHLY = wordSet('nearly almost about around roughly some under');
/** Those of them that say that the same change is stated again. */
const RESTATES = wordSet(`
  or by i.e which that means meaning thus therefore equals increase decrease improvement reduction drop gain rise fall
  cut decline saving uplift growth jump rises that's
`);
/** After a percentage, these make it a change. */
const CHANGED = wordSet('less more fewer lower higher faster slower');
/** Words that begin another thought, to which the percentage may belong. */
const CONJUNCTIONS = wordSet('and but while as when where because so since although though which who that');
const DIRECTIONS = wordSet('down up');
/** A share that is called one of these is a part of the old value: only "faster" may be a part of the new one. */
const LESS_THAN_BEFORE = wordSet(`
  reduction reductions reduced reducing decrease decreased decreasing drop dropped fall fell fallen cut cuts cutting decline
  declined saving savings saved saves less fewer lower lowered shorter shortened shrank down off
`);
/** How many words before "by 60%" its verb may stand, and after a share what it is a share of. */
const REACH_OF_VERB = 8;
const REACH_OF_NOUN = 3;
const [OF, AND, BETWEEN, BY] = wordIds('of and between by');
/** How many words may stand between. */
const REACH = 16;
/** How many words after the change may say more of what was counted: "from 50 to 35 pieces a shift in April, ". */
const DETAIL = 12;
/** How far off a rounded figure may be, in percentage points and as a share of itself. */
const ROUNDING = 1.5;
const SLACK = 0.04;
const ROUGH_SLACK = 0.12;

export const wrongArithmetic: Rule<'wrong-arithmetic'> = {
  code: 'wrong-arithmetic',
  severity: 'hint',
  title: 'The figures do not add up',
  summary: 'Figures that are worked out from one another agree.',
  raisedWhen:
    'figures in one sentence that follow from each other do not agree: a change and its percentage, a share, a total or an average',
  weight: { points: 4, most: 8 },
  scene: { says: { Result: '{weak}' } },
  kinds: ['story'],
  check(story) {
    const changes: Report[] = [];
    for (let i = 0; i < story.figures.length; i += 1) {
      const change = story.figures[i] as JudgedFigure;
      if (change.quantity.from === undefined) continue;
      const shares = [nextFigure(story, i), story.figures[i - 1]];
      const share = shares.find((other) => other && restates(story, change, other) && !agrees(story, change, other));
      if (!share) continue;
      const { start, end, text } = share.quantity;
      const message = `“${text}” does not fit “${change.quantity.text}”: that is ${whatItIs(change.quantity)}.`;
      changes.push({ start, end, message });
    }
    const others = [
      ...wrongMultiples(story),
      ...wrongFractions(story),
      ...wrongSums(story),
      ...wrongWorkedOut(story),
      ...wrongMoves(story),
      ...wrongTotals(story),
    ];
    const starts = new Set<number>();
    // Two checks may find the same figure wrong: the first says why.
    return [...changes, ...others].filter(({ start }) => !starts.has(start) && starts.add(start));
  },
};

/** The figure after the change; "over two years" between them says when. */
function nextFigure(story: StoryContext, i: number): JudgedFigure | undefined {
  const next = story.figures[i + 1];
  return next?.quantity.kind === 'duration' && story.figures[i]?.quantity.kind !== 'duration'
    ? story.figures[i + 2]
    : next;
}

/** The percentage or multiple stands in apposition to the change: "from 58 % to 86 %, a 28 % improvement". */
function restates(story: StoryContext, change: JudgedFigure, other: JudgedFigure): boolean {
  const { kind, from } = other.quantity;
  // "300% of what it was" is a level.
  if (other.sentence !== change.sentence || from !== undefined || story.id(other.last) === OF) return false;
  if (isInPoints(other.quantity) ? change.quantity.kind !== 'percent' : kind !== 'percent') return false;
  const [first, second] = change.first < other.first ? [change, other] : [other, change];
  if (second.first - first.last > REACH || second.first < first.last) return false;
  if (!hasMark(story.text, first.quantity.end, second.quantity.start)) return false;
  // "So 600 fewer or 40 %": the difference may stand between.
  const isApposed = (k: number): boolean =>
    APPOSITION.has(story.id(k)) ||
    CHANGED.has(story.id(k)) ||
    (story.tokens.isFigure(k) && CHANGED.has(story.id(k + 1)));
  const foreign = story.some(first.last, second.first, (k) => !isApposed(k));
  if (!foreign) return true;
  return first === change && isRestatedLater(story, change, other);
}

/** "From 50 to 35 pieces a shift in April, which is 15% less": what was counted stands between the two. */
function isRestatedLater(story: StoryContext, change: JudgedFigure, share: JudgedFigure): boolean {
  // The last mark before the share: what stands between it and the share says that it is the change.
  let mark = share.first;
  while (mark > change.last && !story.tokens.afterBreak(mark)) mark -= 1;
  if (mark <= change.last || mark - change.last > DETAIL) return false;
  if (!isDetail(story, change.last, mark)) return false;
  if (story.some(mark, share.first, (k) => !APPOSITION.has(story.id(k)))) return false;
  return (
    CHANGED.has(story.id(share.last)) ||
    isSignedAside(story, share) ||
    isChangeNoun(story, share.last) ||
    (story.hasWord(RESTATES, mark, share.first) && saysChange(story, mark, share)) ||
    story.hasWord(DIRECTIONS, mark, share.first)
  );
}

/** "(+25 %)", "(−30 %)": a sign in brackets says that it is the change. */
const isSignedAside = ({ text }: StoryContext, { quantity: { start } }: JudgedFigure): boolean =>
  SIGNED_ASIDE.test(text.slice(Math.max(0, start - 1), start + 2));
const SIGNED_ASIDE = /\(?[+−–-]/u;

/** "In April", "of shifts in the second half", "between May and August": more of what was counted, or when. */
function isDetail(story: StoryContext, from: number, to: number): boolean {
  return !story.some(from, to, (k) => {
    if (story.id(k) === AND) return !story.some(from, k, (at) => story.id(at) === BETWEEN);
    return CONJUNCTIONS.has(story.id(k)) || (story.is(k).change && story.id(k - 1) !== OF);
  });
}

/** "A 12% uplift", "a 60% drop". */
const isChangeNoun = (story: StoryContext, k: number): boolean => story.is(k).changeNoun && RESTATES.has(story.id(k));

/** "A rise of 12%", "which is a cut of 30%": what the share is said of is the change. */
const saysChange = (story: StoryContext, from: number, { first }: JudgedFigure): boolean =>
  story.some(from, first, (k) => story.is(k).change || story.is(k).changeNoun);

/** A comma, a dash, a colon or a bracket sets one apart from the other. */
const hasMark = (text: string, start: number, end: number): boolean => /[,:;(–—-]/u.test(text.slice(start, end));

function agrees(story: StoryContext, change: JudgedFigure, share: JudgedFigure): boolean {
  const { quantity } = change;
  const { value: claimed, high = claimed } = share.quantity;
  const before = [share.first - 1, share.first - 2, share.first - 3];
  const isRough = before.some((k) => ROUGHLY.has(story.id(k)));
  const isLeast = before.some((k) => MORE_THAN.has(story.id(k)));
  const isOfNewValue = quantity.kind === 'duration' && !isLessThanBefore(story, change, share);
  return readings(quantity, share.quantity, isOfNewValue).some((actual) => {
    const slack = Math.max(ROUNDING, actual * (isRough ? ROUGH_SLACK : SLACK));
    if (isLeast && actual >= claimed) return true;
    return actual >= Math.abs(claimed) - slack && actual <= Math.abs(high) + slack;
  });
}

/** "A 60% reduction", "down 60%", "60% less time", "cut by 60%, from 80 minutes to 50". */
function isLessThanBefore(story: StoryContext, change: JudgedFigure, share: JudgedFigure): boolean {
  const isAfter = share.first >= change.last;
  const isNamed = (from: number, to: number): boolean => story.hasWord(LESS_THAN_BEFORE, from, to);
  const { first = 0, last = 0 } = story.sentences[share.sentence] ?? {};
  const end = Math.min(share.last + REACH_OF_NOUN, isAfter ? last : change.first);
  const next = story.find(share.last, end, (k) => story.tokens.afterBreak(k));
  if (isNamed(share.last, next < 0 ? end : next)) return true;
  if (isAfter) return isNamed(change.last, share.first);
  return story.id(share.first - 1) === BY && isNamed(Math.max(first, share.first - REACH_OF_VERB), share.first);
}

/** What the change may be called: in points, or relative to what it was; "faster" also relative to what it is. */
function readings({ value, from = 0, high = value }: Quantity, share: Quantity, isOfNewValue: boolean): number[] {
  const points = Math.abs(value - from);
  if (isInPoints(share)) return [points];
  if (from === 0 || value === 0) return [Math.abs(share.value)];
  const relative = [(100 * points) / Math.abs(from), (100 * Math.abs(high - from)) / Math.abs(from)];
  const inverse = isOfNewValue ? [(100 * points) / Math.abs(value)] : [];
  return [...relative, ...inverse];
}

function whatItIs({ value, from = 0, kind }: Quantity): string {
  const relative = `${Math.round((100 * Math.abs(value - from)) / Math.abs(from))} %`;
  if (kind !== 'percent') return relative;
  return `${Math.round(10 * Math.abs(value - from)) / 10} points, or ${relative}`;
}
