import { wordIds, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import { PLURAL } from './countable';
import type { JudgedFigure } from './figures';
import type { Sentence } from './sentences';
import { isNumberAt } from './numbersOf';
import { pointsBack } from './pointsBack';
import { sharesStem, stemsIn } from './stems';

/** Whether a figure says how much it was where an amount is told in words. */

const [AND] = wordIds('and');
const HAVE = wordSet('have has had');
const JOINS = wordSet('and but while');
const DETERMINERS = wordSet('the our my their his her a an all both every each no');
/** How far into the next sentence its figure may stand to be the amount: "It went from 120 ms to 35 ms." */
const SOON = 8;

/**
 * A figure after it, a change before it, or one early in the next sentence that speaks of no other metric, is the
 * amount.
 */
export function hasFigureBeside(story: StoryContext, index: number, token: number): boolean {
  const figures = story.figuresIn(index);
  const isAmount = (figure: JudgedFigure): boolean =>
    figure.first >= token
      ? !isSubjectAfter(story, figure, token)
      : isChange(figure) && !isOfOther(story, figure, token);
  if (figures.some((figure) => (saysHowMuch(figure) && isAmount(figure)) || isApposed(story, figure, token)))
    return true;
  const sentence = story.sentences[index];
  const next = story.sentences[index + 1];
  if (sentence && isSpelledOut(story, token, sentence)) return true;
  if (!sentence || !next || next.block !== sentence.block) return false;
  if (!story.figuresIn(index + 1).some((figure) => saysHowMuch(figure) && figure.first <= next.first + SOON))
    return false;
  if (!sentence.groups.isEmpty && !next.groups.isEmpty) return sentence.groups.meets(next.groups);
  return !isSubject(story, next.first, token) || pointsBack(story, next) || sharesStem(story, sentence, next);
}

/** "Dramatically shorter: day 5 and not day 11": whatever is counted after a colon says it. */
function isSpelledOut(story: StoryContext, token: number, { last }: Sentence): boolean {
  const colon = story.text.indexOf(':', story.tokens.start(token));
  return (
    colon >= 0 &&
    colon < story.tokens.end(last - 1) &&
    story.some(token, last, (k) => story.tokens.start(k) > colon && isNumberAt(story, k))
  );
}

/** "Much shorter: 4 minutes instead of 9". */
const isApposed = (story: StoryContext, { first }: JudgedFigure, token: number): boolean =>
  first > token && first <= token + SOON && story.tokens.afterBreak(first);

/** "… far more often, and two of the men sit the exam": the figure begins a clause of its own. */
const isSubjectAfter = (story: StoryContext, { first, quantity: { kind } }: JudgedFigure, token: number): boolean =>
  first - 1 > token && isClauseAt(story, first - 1) && (kind === 'count' || kind === 'ratio');

/**
 * "Departures rose from 72 % to 88 %, and passengers complain noticeably less": the figure is of another thing, which
 * has its own clause and subject, and no word in common with what is said here.
 */
function isOfOther(story: StoryContext, { last: end, sentence }: JudgedFigure, token: number): boolean {
  const { first, last } = story.sentences[sentence] as Sentence;
  const clause = story.find(end, token, (k) => isClauseAt(story, k) || isVerbAfter(story, k, token));
  if (clause < 0 || !isSubject(story, clause + 1, token)) return false;
  const said = stemsIn(story, clause, last);
  const before = stemsIn(story, first, clause);
  return !said.some((stem) => before.includes(stem));
}

/** ", and": another clause, or the last of a list. */
const isClauseAt = (story: StoryContext, k: number): boolean =>
  JOINS.has(story.id(k)) && (story.tokens.afterBreak(k) || story.id(k) !== AND);

/** "… and complaints have dropped dramatically": with no comma, its verb says that it is a clause. */
const isVerbAfter = (story: StoryContext, and: number, token: number): boolean =>
  story.id(and) === AND &&
  !story.some(and + 1, token, (k) => story.tokens.afterBreak(k)) &&
  story.some(and + 2, token, (k) => story.is(k).change || story.is(k).be || HAVE.has(story.id(k)));

/** "The mornings …", "passengers …", "significantly more of them …"; not "it …" or a verb. */
const isSubject = (story: StoryContext, k: number, token: number): boolean =>
  k === token || DETERMINERS.has(story.id(k)) || (PLURAL.test(story.tokens.word(k)) && !story.is(k).change);

const saysHowMuch = ({ role, quantity }: JudgedFigure): boolean =>
  role !== 'none' || quantity.kind === 'rate' || quantity.kind === 'size';

/** By itself, such a figure says how much something changed: "40%", "from 120 to 35 ms". */
const isChange = ({ quantity }: JudgedFigure): boolean =>
  quantity.from !== undefined || !/^(?:count|duration|size|rate)$/u.test(quantity.kind);
