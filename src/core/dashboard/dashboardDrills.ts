import { UNPLANNED, type DrillPlan } from '../recall/drillPlan';
import { forecastInWords, forecastOf, type RoundForecast } from '../recall/forecast';
import { replay, retained } from '../recall/memory';
import type { RecallCard } from '../recall/recallCards';
import type { Review } from '../recall/reviewLog';
import { reviewQueue } from '../recall/reviewQueue';
import { dateAt, formatShortDate } from '../days/dates';
import { plural } from '../words';
import type { Actions } from './actions';
import type { DrillsView, ForecastView } from './dashboardModel';

const HOUR = 3_600_000;

/** @param reviews in the order of time. @param now milliseconds since the epoch. */
export function drillsOf(
  cards: readonly RecallCard[],
  reviews: readonly Review[],
  now: number,
  { keyOf }: Actions,
  plan: DrillPlan = UNPLANNED,
): DrillsView {
  const memories = replay(reviews);
  const queue = reviewQueue(cards, memories, now, plan);
  const [due, fresh] = [queue.due.length, queue.fresh.length];
  const percent = (of: readonly RecallCard[]): number =>
    Math.round(
      100 *
        retained(
          of.map(({ id }) => id),
          memories,
          now,
        ),
    );
  const groups = new Map<string, RecallCard[]>();
  for (const card of cards) groups.set(card.group, [...(groups.get(card.group) ?? []), card]);
  return {
    cards: cards.length,
    due,
    fresh,
    retained: cards.length === 0 ? 0 : percent(cards),
    forecast: forecastView(forecastOf(cards, reviews, plan, now), plan),
    summary: summary(cards.length, due, fresh, queue.next === undefined ? undefined : queue.next - now),
    groups: [...groups].map(([title, of]) => ({
      title,
      cards: of.length,
      retained: percent(of),
      action: keyOf({ kind: 'review', group: title }),
    })),
    action: keyOf({ kind: 'review' }),
  };
}

function forecastView(forecasts: readonly RoundForecast[], plan: DrillPlan): ForecastView {
  const [next] = forecasts;
  return {
    text: next ? forecastInWords(next, plan) : '',
    rounds: forecasts.map(({ round, cards, known, knownAlready }) => ({
      title: round.title,
      when: formatShortDate(dateAt(round.at, plan.timeZone)),
      cards,
      known: Math.min(cards, Math.round(known)),
      already: Math.min(cards, Math.round(knownAlready)),
    })),
  };
}

/** @param wait milliseconds until the next card is due. */
function summary(cards: number, due: number, fresh: number, wait: number | undefined): string {
  if (cards === 0) return 'The playbook has no drill cards: write them in its drills.md.';
  if (due > 0 && fresh > 0) return `${plural(due, 'card')} due, ${fresh} never seen.`;
  if (due > 0) return `${plural(due, 'card')} due.`;
  if (fresh > 0) return `Nothing is due; ${plural(fresh, 'card')} never seen.`;
  return `Nothing is due. The next card is due ${waitInWords(wait ?? 0)}.`;
}

/** How long from now, roughly. @param ms milliseconds. */
export function waitInWords(ms: number): string {
  const hours = ms / HOUR;
  if (hours < 1) return `in ${plural(Math.max(1, Math.round(hours * 60)), 'minute')}`;
  return hours < 36 ? `in ${plural(Math.round(hours), 'hour')}` : `in ${plural(Math.round(hours / 24), 'day')}`;
}
