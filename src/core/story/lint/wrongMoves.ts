import { wordIds, wordSet } from '../prose/vocabulary';
import { inWords, isInPoints } from './arithmetic';
import type { StoryContext } from './context';
import type { JudgedFigure } from './figures';
import { movesIn, numbersIn, type Move, type NumberTold } from './numbersOf';
import type { Report } from './types';

/** One change in a sentence, told in two clauses, and one figure that says how large it was. */

const [OF, OUT, TO] = wordIds('of out to');
/** Beside a figure, these say that it is how much something changed. */
const CHANGES = wordSet(`
  less more fewer lower higher faster slower shorter longer cheaper quicker improvement improved reduction reduced increase
  increased decrease decreased drop dropped cut rise rose gain gained growth grew fall fell decline declined saving save
  saved saves jump jumped up down by climbed uplift better
`);
/** The figure is then of something else, or of a thought of its own. */
const OTHER_THOUGHT = wordSet('while although though because since but whereas despite target goal aimed hoped');
/** Between the two: something else changed as well. */
const ANOTHER = wordSet('and with plus then');
const LESS_THAN = wordSet('almost nearly about around roughly some under over more than least');
const MOST_NUMBERS = 4;
const NEAR = 3;
const SLACK = 0.05;
const POINTS = 1.6;
const ROUGH = 2.5;

/** What is wrong with the only claim about the only change of a sentence. */
export function wrongMoves(story: StoryContext): Report[] {
  const reports: Report[] = [];
  for (let index = 0; index < story.sentences.length; index += 1) {
    if (!story.figuresIn(index).some(isShare)) continue;
    const numbers = numbersIn(story, index).filter((number) => !isOutOf(story, number));
    if (numbers.length < 2 || numbers.length > MOST_NUMBERS) continue;
    const moves = movesIn(story, numbers);
    const [move] = moves;
    const { first, last } = story.sentences[index] ?? { first: 0, last: 0 };
    if (moves.length !== 1 || !move || story.hasWord(OTHER_THOUGHT, first, last)) continue;
    const claims = numbers.filter((number) => isClaim(story, number, move));
    const [claim] = claims;
    if (claims.length !== 1 || !claim?.figure) continue;
    const message = isRight(story, claim, move) ? undefined : messageOf(claim, move);
    const { start, end } = claim.figure.quantity;
    if (message !== undefined) reports.push({ start, end, message });
  }
  return reports;
}

/** "88 of every 100", "9 out of 100": what a share is counted of. */
const isOutOf = (story: StoryContext, { first }: NumberTold): boolean =>
  (OF_OR_IN.has(story.id(first - 2)) && EVERY.has(story.id(first - 1))) ||
  (story.id(first - 2) === OUT && story.id(first - 1) === OF);
const OF_OR_IN = wordSet('of in');
const EVERY = wordSet('every each');

/** It may say how large a change was. */
const isShare = ({ quantity: { kind, from } }: JudgedFigure): boolean =>
  from === undefined && (kind === 'percent' || kind === 'points');

/** It says how much changed, and stands beside the change without another thing that may have changed between. */
function isClaim(story: StoryContext, { figure, first, last }: NumberTold, move: Move): boolean {
  if (!figure || (first >= move.first && last <= move.last && !isWithin(story, first, move))) return false;
  const { kind, unit, from, high } = figure.quantity;
  if (from !== undefined || high !== undefined || story.id(first - 1) === TO || story.id(last) === OF) return false;
  if (kind !== 'percent' && kind !== 'points' && unit !== 'pp') return false;
  const isNamedAfter = !story.tokens.afterBreak(last) && story.hasWord(CHANGES, last, last + 2);
  const isBeside = isNamedAfter || story.hasWord(CHANGES, first - NEAR, first);
  const gap = first >= move.last ? first - move.last : move.first - last;
  const [begin, end] = first >= move.last ? [move.last, first] : [last, move.first];
  return isBeside && gap <= NEAR * 2 && !isOfElse(story, last) && !story.hasWord(ANOTHER, begin, end);
}

/** "45 now, up 20 points from 30": the claim stands between the two. */
const isWithin = (story: StoryContext, first: number, move: Move): boolean =>
  first > move.first && story.hasWord(CHANGES, first - 1, first);

/** "60 % more orders": of a thing that is named after it. */
const isOfElse = (story: StoryContext, last: number): boolean => {
  const { business, users } = story.is(last + 1);
  return CHANGES.has(story.id(last)) && (business || users);
};

function isRight(story: StoryContext, claim: NumberTold, move: Move): boolean {
  const isRough = story.hasWord(LESS_THAN, claim.first - NEAR, claim.first);
  const told = Math.abs(claim.value);
  return sizesOf(move, claim).some(
    (actual) => Math.abs(told - actual) <= Math.max(POINTS, SLACK * actual) * (isRough ? ROUGH : 1),
  );
}

/** In points, or as a share of the old value; of a time or a rate, also of the new one. */
function sizesOf({ from, value, kind }: Move, claim: NumberTold): number[] {
  const step = Math.abs(value - from);
  if (isInPoints(claim)) return [step];
  const share = (100 * step) / from;
  return kind === 'percent' ? [share, step] : kind === 'duration' ? [share, (100 * step) / value] : [share];
}

function messageOf(claim: NumberTold, { from, value }: Move): string {
  const size = isInPoints(claim)
    ? `${inWords(Math.abs(value - from))} points`
    : `${Math.round((100 * Math.abs(value - from)) / from)} %`;
  return `“${claim.figure?.quantity.text ?? ''}” does not fit the change in this sentence: that is ${size}.`;
}
