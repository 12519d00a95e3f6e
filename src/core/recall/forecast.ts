/**
 * What will be known on the days of the rounds: the sittings that are still to come, tried out by virtual candidates
 * whose memory is the scheduler's own model. Pure, and the same for the same log.
 */
import { dateAt, formatShortDate } from '../days/dates';
import { seededRandom } from '../seededRandom';
import { serves, type RoundToCome } from './deadlines';
import { cardsPerDay, reviewedToday, type DrillPlan } from './drillPlan';
import { remember, replay, retrievability, UNSEEN, type Memory } from './memory';
import type { RecallCard } from './recallCards';
import type { Review } from './reviewLog';
import { reviewQueue } from './reviewQueue';
import { plural } from '../words';

export interface RoundForecast {
  readonly round: RoundToCome;
  /** How many cards serve it. */
  readonly cards: number;
  /** How many of them are expected to be known when it begins, if the days go as planned. */
  readonly known: number;
  /** The same if nothing is reviewed until then. */
  readonly knownAlready: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SECONDS_A_REVIEW = 30;
/** The mean of so many is within a card of the mean of many. */
const CANDIDATES = 4;
/** A round that is further off is not forecast: by then, more will have changed than a forecast can know. */
const HORIZON_DAYS = 60;

const made = new WeakMap<readonly Review[], { readonly key: string; readonly forecasts: readonly RoundForecast[] }>();

/**
 * A forecast for each round to come that has cards, in the order of time. It takes time in proportion to the cards and
 * to the days until the last round, and is made again only when the log, the cards, the rounds or the day change.
 * @param reviews in the order of time.
 * @param now milliseconds since the epoch.
 */
export function forecastOf(
  cards: readonly RecallCard[],
  reviews: readonly Review[],
  plan: DrillPlan,
  now: number,
): readonly RoundForecast[] {
  const rounds = plan.deadlines.rounds.filter(
    (round) => round.at > now && round.at < now + HORIZON_DAYS * DAY && cards.some((card) => serves(card, round)),
  );
  const key = JSON.stringify([
    plan,
    rounds.length,
    cards.map(({ id, competencies, rounds: of }) => [id, competencies, of]),
  ]);
  const before = made.get(reviews);
  if (before?.key === key) return before.forecasts;
  const forecasts = forecast(cards, reviews, { ...plan, deadlines: { ...plan.deadlines, rounds } }, now);
  made.set(reviews, { key, forecasts });
  return forecasts;
}

function forecast(
  cards: readonly RecallCard[],
  reviews: readonly Review[],
  plan: DrillPlan,
  now: number,
): RoundForecast[] {
  const { rounds } = plan.deadlines;
  const memories = replay(reviews);
  const left = cardsPerDay(plan) - reviewedToday(reviews, plan);
  const known = new Map<RoundToCome, number>();
  for (let seed = 0; rounds.length > 0 && seed < CANDIDATES; seed += 1)
    for (const [round, count] of tryOut(cards, new Map(memories), plan, { now, left, seed }))
      known.set(round, (known.get(round) ?? 0) + count / CANDIDATES);
  return rounds.map((round) => {
    const own = cards.filter((card) => serves(card, round));
    return { round, cards: own.length, known: known.get(round) ?? 0, knownAlready: knownAt(own, memories, round.at) };
  });
}

/** “At 10 minutes a day, 31 of 40 cards for System Design will be known on Tue 1 Dec.” */
export function forecastInWords(
  { round, cards, known }: RoundForecast,
  { minutesPerDay, timeZone }: DrillPlan,
): string {
  const day = formatShortDate(dateAt(round.at, timeZone));
  const count = `${Math.min(cards, Math.round(known))} of ${plural(cards, 'card')}`;
  return `At ${plural(minutesPerDay, 'minute')} a day, ${count} for ${round.title} will be known on ${day}.`;
}

/** How many of the cards are expected to be recalled at a moment. */
export function knownAt(cards: readonly RecallCard[], memories: ReadonlyMap<string, Memory>, at: number): number {
  return cards.reduce((sum, { id }) => sum + retrievability(memories.get(id), at), 0);
}

/** One candidate's days until the last round: how many cards are known on the day of each. */
function tryOut(
  cards: readonly RecallCard[],
  memories: Map<string, Memory>,
  plan: DrillPlan,
  { now, left, seed: first }: { readonly now: number; readonly left: number; readonly seed: number },
): Map<RoundToCome, number> {
  const known = new Map<RoundToCome, number>();
  const { rounds } = plan.deadlines;
  let seed = first;
  const sit = (begin: number, dayBegan: number, count: number): void => {
    let [at, open] = [begin, count];
    while (open > 0) {
      const { wanted, soon } = reviewQueue(cards, memories, at, { ...plan, dayBegan });
      const next = (wanted.length > 0 ? wanted : soon).slice(0, open);
      if (next.length === 0) return;
      for (const { id } of next) {
        const memory = memories.get(id);
        const random = seededRandom(seed);
        seed = random.seed;
        const isKnown = random.value < (memory ? retrievability(memory, at) : UNSEEN);
        memories.set(id, remember(memory, { card: id, at, rating: isKnown ? 'good' : 'again' }));
        at += SECONDS_A_REVIEW * 1000;
      }
      open -= next.length;
    }
  };
  for (let day = 0; known.size < rounds.length; day += 1) {
    const begin = now + day * DAY;
    // A review in the last minutes before a round would hardly change anything, so the day's round may be first.
    for (const round of rounds.filter(({ at }) => at <= begin && at > begin - DAY))
      known.set(
        round,
        knownAt(
          cards.filter((card) => serves(card, round)),
          memories,
          round.at,
        ),
      );
    if (known.size < rounds.length) sit(begin, plan.dayBegan + day * DAY, day === 0 ? left : cardsPerDay(plan));
  }
  return known;
}
