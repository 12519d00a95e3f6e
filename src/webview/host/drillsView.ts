/** Makes what the panel of drill cards shows. Pure, but for the renderer it is given. */
import {
  cardExercise,
  cardSolution,
  judgeCard,
  suggestedRating,
  type CardExercise,
} from '../../core/arithmetic/cardResults';
import { isRight } from '../../core/arithmetic/judgeAnswer';
import { Actions } from '../../core/dashboard/actions';
import { drillsOf, waitInWords } from '../../core/dashboard/dashboardDrills';
import { dateAt, formatShortDate } from '../../core/days/dates';
import type { Loop } from '../../core/loop/loopModel';
import { loopTitle } from '../../core/loop/loopModel';
import type { LoadedPlaybook } from '../../core/playbook/loadPlaybook';
import { MARKS_IN_WORDS, setAside } from '../../core/recall/cardMarks';
import { cardsIn, isNarrow, scopeInWords, type CardScope, type ScopeNames } from '../../core/recall/cardScope';
import { dueBefore, momentsOf, serves } from '../../core/recall/deadlines';
import { drillNumbers } from '../../core/recall/drillNumbers';
import { UNPLANNED, type DrillPlan } from '../../core/recall/drillPlan';
import { knownAt } from '../../core/recall/forecast';
import { outlook, replay, type Memory } from '../../core/recall/memory';
import { cardsOfAll, recallCards, type RecallCard } from '../../core/recall/recallCards';
import { RATINGS, type Marked, type Rating, type Review, type ReviewLog } from '../../core/recall/reviewLog';
import { chosenQueue, reviewQueue, sitting } from '../../core/recall/reviewQueue';
import { plural } from '../../core/words';
import { clip, clipHtml } from '../protocol/common';
import type { AskedView, DrillCardView, DrillsPanelView } from '../protocol/drills';
import { solutionView, withoutFences } from './arithmeticView';
import type { Renderer } from './roundView';

export interface DrillsSources {
  /** The name of the loop's folder. */
  readonly name: string;
  /** Undefined where it is gone. */
  readonly loop: Loop | undefined;
  /** Undefined where there is none that can be used. */
  readonly playbook: LoadedPlaybook | undefined;
  readonly log: ReviewLog;
  /** The user's, besides the playbook's. */
  readonly ownCards?: readonly RecallCard[] | undefined;
  /** Left out, no round is taken to be near. */
  readonly plan?: DrillPlan | undefined;
  /** Which cards the sitting is about; left out, all. */
  readonly scope?: CardScope | undefined;
  /** When the sitting began, in milliseconds since the epoch. */
  readonly began: number;
  readonly now: number;
  /** What was typed for the card that was next then. */
  readonly typed?: { readonly card: string; readonly done: number; readonly text: string } | undefined;
}

const DAY = 86_400_000;
/** Where there is no playbook. */
const NO_NAMES: ScopeNames = { competencies: [], rounds: [] };
/** A card that was forgotten so often is not learnt by asking it again. */
const LEECH = 6;
/** How many of the last ratings can be undone, whichever it is. */
export const MOST_UNDONE = 10;

/** The reviews given in the sitting. */
export function reviewsSince({ reviews }: ReviewLog, began: number): Review[] {
  return reviews.filter(({ at }) => at >= began);
}

/** What was done in the sitting, in the order of time: the ratings and the marks. */
export function actsSince(log: ReviewLog, began: number): (Review | Marked)[] {
  const marks = (log.marks ?? []).filter(({ at }) => at >= began);
  return [...reviewsSince(log, began), ...marks].sort((a, b) => a.at - b.at);
}

export function makeDrillsView(sources: DrillsSources, renderer: Renderer): DrillsPanelView {
  const { name, loop, playbook, log, plan = UNPLANNED, scope = {}, began, now } = sources;
  const known = cardsOfAll(recallCards(playbook?.drills ?? []), sources.ownCards ?? []);
  const { cards, suspended } = setAside(known, log, plan.dayBegan);
  const memories = replay(log.reviews);
  const given = reviewsSince(log, began);
  const names = playbook ?? NO_NAMES;
  const own = cardsIn(cards, scope, names);
  const queue = isNarrow(scope)
    ? chosenQueue(reviewQueue(own, memories, now, { ...plan, newPerDay: Infinity }))
    : reviewQueue(own, memories, now, plan);
  const { card, done, all } = sitting(queue, given, scope.limit);
  const count = (rating: Rating): number => given.filter((review) => review.rating === rating).length;
  const [again, hard, good, easy] = RATINGS.map(count) as [number, number, number, number];
  const acts = actsSince(log, began).slice(-MOST_UNDONE);
  const last = acts.at(-1)?.card;
  const trouble = troubleOf(sources, known) ?? scopeTrouble(own, scope, names);
  const { summary, forecast } = drillsOf(cards, log.reviews, now, new Actions(), plan);
  return {
    title: clip(loop ? loopTitle(loop) : name),
    ...(card ? { card: cardView(card, done, sources, renderer, memories.get(card.id)) } : {}),
    done,
    all,
    ...(last === undefined ? {} : { last }),
    tally: { again, hard, good, easy },
    rest: summary,
    forecast,
    recent: acts.reverse().map((act) => ({
      card: act.card,
      at: act.at,
      ...('mark' in act ? { mark: MARKS_IN_WORDS[act.mark] } : { rating: act.rating }),
      question: clip(known.find(({ id }) => id === act.card)?.question ?? act.card),
    })),
    ...(isNarrow(scope) ? { scope: clip(scopeInWords(scope, names)) } : {}),
    ...(card ? {} : atTheEnd(own, sources, done, { suspended, flagged: cards.filter((each) => each.flagged) })),
    more: queue.wanted.length > 0,
    ...(trouble ? { trouble } : {}),
  };
}

/** What is worked out only when the sitting is over. */
function atTheEnd(
  cards: readonly RecallCard[],
  sources: DrillsSources,
  done: number,
  { suspended, flagged }: { readonly suspended: readonly RecallCard[]; readonly flagged: readonly RecallCard[] },
): Pick<DrillsPanelView, 'changed' | 'numbers' | 'suspended' | 'flagged'> {
  const listed = ({ id, question }: RecallCard) => ({ card: id, question: clip(question) });
  return {
    numbers: numbersView(cards, sources),
    ...(suspended.length === 0 ? {} : { suspended: suspended.map(listed) }),
    ...(flagged.length === 0
      ? {}
      : { flagged: flagged.map((card) => ({ ...listed(card), own: card.place !== undefined })) }),
    ...(done === 0 ? {} : { changed: clip(changeInWords(cards, sources.log, sources)) }),
  };
}

function numbersView(
  cards: readonly RecallCard[],
  { log, plan = UNPLANNED, now }: DrillsSources,
): NonNullable<DrillsPanelView['numbers']> {
  const { history, retention, ahead, couldBeFitted, hardest } = drillNumbers(cards, log.reviews, plan, now);
  return {
    history: [...history],
    retention,
    desired: plan.deadlines.retention.usual,
    ahead: ahead.map(({ day, due, rounds }) => ({ day, due, rounds: clip(rounds) })),
    couldBeFitted,
    hardest: hardest.map(({ question, lapses }) => ({ question: clip(question), lapses })),
  };
}

/** What the sitting has changed: how much will be known in the next round, or is known now where none is to come. */
function changeInWords(
  cards: readonly RecallCard[],
  { reviews }: ReviewLog,
  { plan = UNPLANNED, began, now }: DrillsSources,
): string {
  const [before, after] = [replay(reviews.filter(({ at }) => at < began)), replay(reviews)];
  const next = plan.deadlines.rounds.find((round) => round.at > now && cards.some((card) => serves(card, round)));
  const of = next ? cards.filter((card) => serves(card, next)) : cards;
  const [then, since] = [before, after].map((memories) => Math.round(knownAt(of, memories, next?.at ?? now)));
  const count = plural(of.length, 'card');
  if (!next) return `You know ${since} of ${count} now. Before this sitting it was ${then}.`;
  const day = formatShortDate(dateAt(next.at, plan.timeZone));
  return `Without another review, you would know ${since} of ${count} for ${next.title} on ${day}. Before this sitting it was ${then}.`;
}

function cardView(
  card: RecallCard,
  done: number,
  { playbook, plan = UNPLANNED, now, typed }: DrillsSources,
  renderer: Renderer,
  memory: Memory | undefined,
): DrillCardView {
  const { id, group, question, answer, competencies } = card;
  const exercise = cardExercise(card);
  const moments = momentsOf(card, plan.deadlines, now);
  const days = outlook(memory, id, now, (after) => dueBefore(after, moments, plan.deadlines.retention));
  const inWords = (rating: Rating): string => waitInWords(days[rating] * DAY);
  return {
    id,
    group: clip(group),
    question: clip(question),
    answer: clipHtml(answer, (text) => renderer.render(text)),
    ...(exercise
      ? { asked: askedView(exercise, typed?.card === id && typed.done === done ? typed.text : undefined) }
      : {}),
    competencies: competencies.map((each) => playbook?.competencies.find((known) => known.id === each)?.title ?? each),
    fresh: memory === undefined,
    own: card.place !== undefined,
    ...(card.flagged === true ? { flagged: true } : {}),
    ...(memory && memory.lapses >= LEECH ? { lapses: memory.lapses } : {}),
    next: { again: inWords('again'), hard: inWords('hard'), good: inWords('good'), easy: inWords('easy') },
  };
}

function askedView(exercise: CardExercise, typed: string | undefined): AskedView {
  const verdict = typed === undefined ? undefined : judgeCard(exercise, typed);
  const { before, after } = exercise.question.dress;
  return {
    block: clip(withoutFences(exercise.text)),
    before,
    after: clip(after),
    ...(typed === undefined || !verdict
      ? {}
      : {
          verdict: {
            text: clip(typed),
            isRight: isRight(verdict),
            words: clip(verdict.words),
            suggested: suggestedRating(verdict),
          },
        }),
    ...solutionView(cardSolution(exercise)),
  };
}

/** What is asked for may be misspelt, or have lost its last card. */
function scopeTrouble(cards: readonly RecallCard[], scope: CardScope, names: ScopeNames): DrillsPanelView['trouble'] {
  if (!isNarrow(scope) || cards.length > 0) return undefined;
  return { message: clip(`The loop has no cards on ${scopeInWords(scope, names)}.`) };
}

function troubleOf(
  { name, loop, playbook, log }: DrillsSources,
  cards: readonly RecallCard[],
): DrillsPanelView['trouble'] {
  if (!loop) return { message: `The loop “${clip(name)}” is not in this workspace any more. Its panel can be closed.` };
  if (!playbook) {
    const left = cards.length === 0 ? 'there are no cards' : 'only your own cards are asked';
    return { message: `The playbook “${clip(loop.playbook)}” can’t be used, so ${left}.`, target: 'loop' };
  }
  if (cards.length === 0)
    return {
      message:
        'The playbook has no drill cards yet: write each question as a “###” heading in its drills.md, and the answer below it.',
      target: 'playbook',
    };
  const [first] = log.problems;
  if (!first) return undefined;
  const more = log.problems.length - 1;
  return { message: `${first.message}${more > 0 ? ` (${more} more like it.)` : ''}`, target: 'log' };
}
