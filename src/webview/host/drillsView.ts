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
import type { Loop } from '../../core/loop/loopModel';
import type { LoadedPlaybook } from '../../core/playbook/loadPlaybook';
import { outlook, replay } from '../../core/recall/memory';
import { recallCards, type RecallCard } from '../../core/recall/recallCards';
import { RATINGS, type Rating, type Review, type ReviewLog } from '../../core/recall/reviewLog';
import { reviewQueue, sitting } from '../../core/recall/reviewQueue';
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
  /** When the sitting began, in milliseconds since the epoch. */
  readonly began: number;
  readonly now: number;
  /** What was typed for the card that was next then. */
  readonly typed?: { readonly card: string; readonly done: number; readonly text: string } | undefined;
}

const DAY = 86_400_000;

/** The reviews given in the sitting. */
export function reviewsSince({ reviews }: ReviewLog, began: number): Review[] {
  return reviews.filter(({ at }) => at >= began);
}

export function makeDrillsView(sources: DrillsSources, renderer: Renderer): DrillsPanelView {
  const { name, loop, playbook, log, began, now } = sources;
  const cards = recallCards(playbook?.drills ?? []);
  const memories = replay(log.reviews);
  const given = reviewsSince(log, began);
  const queue = reviewQueue(cards, memories, now);
  const { card, done, all } = sitting(queue, given);
  const count = (rating: Rating): number => given.filter((review) => review.rating === rating).length;
  const [again, hard, good, easy] = RATINGS.map(count) as [number, number, number, number];
  const last = given.at(-1)?.card;
  const trouble = troubleOf(sources, cards);
  return {
    title: clip([loop?.company ?? '', loop?.role ?? ''].filter((part) => part !== '').join(' ') || name),
    ...(card ? { card: cardView(card, done, sources, renderer, !memories.has(card.id)) } : {}),
    done,
    all,
    ...(last === undefined ? {} : { last }),
    tally: { again, hard, good, easy },
    rest: drillsOf(cards, memories, now, new Actions()).summary,
    more: queue.due.length + queue.fresh.length > 0,
    ...(trouble ? { trouble } : {}),
  };
}

function cardView(
  recalled: RecallCard,
  done: number,
  { playbook, log, now, typed }: DrillsSources,
  renderer: Renderer,
  fresh: boolean,
): DrillCardView {
  const { id, group, question, answer, competencies } = recalled;
  const exercise = cardExercise(recalled);
  const days = outlook(log.reviews, id, now);
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
    fresh,
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

function troubleOf(
  { name, loop, playbook, log }: DrillsSources,
  cards: readonly RecallCard[],
): DrillsPanelView['trouble'] {
  if (!loop) return { message: `The loop “${clip(name)}” is not in this workspace any more. Its panel can be closed.` };
  if (!playbook)
    return { message: `The playbook “${clip(loop.playbook)}” can’t be used, so there are no cards.`, target: 'loop' };
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
