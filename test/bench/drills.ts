/**
 * How many drill cards are known on the days of the rounds, by virtual candidates whose memory is the FSRS-6 model:
 * reviewed for these days, by plain FSRS, and crammed, in the same minutes a loop.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlaybook } from '../../src/core/playbook/loadPlaybook';
import { NO_DEADLINES, serves, type Deadlines, type RoundToCome } from '../../src/core/recall/deadlines';
import { DEFAULT_RETENTION } from '../../src/core/recall/retention';
import { UNPLANNED } from '../../src/core/recall/drillPlan';
import { remember, replay, retrievability, type Memory } from '../../src/core/recall/memory';
import { cardId, recallCards, type RecallCard } from '../../src/core/recall/recallCards';
import { RATINGS, readReviews, reviewLine } from '../../src/core/recall/reviewLog';
import { reviewQueue } from '../../src/core/recall/reviewQueue';
import { seededRandom } from '../../src/core/seededRandom';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SECONDS_A_REVIEW = 30;
/** How many candidates each way has. */
const CANDIDATES = Number(process.env['CANDIDATES'] ?? 500);
/** The chance that a card is known that was never seen. */
const KNOWN_AT_FIRST = 0.4;

interface Loop {
  readonly name: string;
  readonly cards: readonly RecallCard[];
  readonly deadlines: Deadlines;
}

/** Whom the reviews are for: what is known by now, and what chance decides next. */
interface Candidate {
  readonly memories: Map<string, Memory>;
  seed: number;
}

type Way = (loop: Loop, candidate: Candidate, perDay: number) => void;

export function printDrills(): void {
  console.log(`\nDrill cards known on the days of the rounds that they serve, of 100 (${CANDIDATES} candidates each)`);
  const rows = playbooks().flatMap((loop) =>
    [5, 10, 15, 20, 30].map((minutes) => {
      const known = (way: Way): number => meanKnown(loop, way, Math.round((minutes * 60) / SECONDS_A_REVIEW));
      const [ours, plain, crammed] = [known(forTheRounds), known(plainFsrs), known(cramming)];
      return {
        playbook: loop.name,
        'minutes a day': minutes,
        'for the rounds': percent(ours),
        'plain FSRS': percent(plain),
        crammed: percent(crammed),
        'against FSRS': `${ours >= plain ? '+' : ''}${Math.round(100 * (ours / plain - 1))} %`,
      };
    }),
  );
  console.table(rows);
  printReplay();
}

const LINES = 50_000;
const CARDS = 300;

/** How long it takes to play a long log again, against reading and parsing its lines. */
function printReplay(): void {
  let seed = 1;
  const random = (below: number): number => {
    const drawn = seededRandom(seed);
    seed = drawn.seed;
    return Math.floor(drawn.value * below);
  };
  const lines = Array.from({ length: LINES }, (_, index) =>
    reviewLine({
      card: cardId(`Question ${random(CARDS)}?`),
      at: index * 60_000,
      rating: RATINGS[random(4)] ?? 'good',
    }),
  );
  const text = lines.join('\n');
  const best = (work: () => void): number =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const begin = performance.now();
        work();
        return performance.now() - begin;
      }),
    );
  const reading = best(() => readReviews(text, 'reviews.jsonl'));
  const { reviews } = readReviews(text, 'reviews.jsonl');
  // A list that was played is not played again, so each time it is another list.
  const replaying = best(() => replay([...reviews]));
  console.log(
    `\nReplaying ${LINES} reviews takes ${(replaying / reading).toFixed(2)} times as long as reading and parsing their lines (aim: 1.5)`,
  );
}

const percent = (share: number): string => (100 * share).toFixed(1);

function playbooks(): Loop[] {
  const folder = join('content', 'playbooks');
  return readdirSync(folder).map((name) => {
    const files = new Map(
      ['playbook.json', 'drills.md'].map((path) => [path, readFileSync(join(folder, name, path), 'utf8')]),
    );
    const { playbook } = loadPlaybook(files, name);
    const rounds = (playbook?.rounds ?? []).map(({ id, title, day, competencies }): RoundToCome => ({
      id,
      title,
      at: day * DAY + 14 * HOUR,
      competencies,
    }));
    return {
      name,
      cards: recallCards(playbook?.drills ?? []),
      deadlines: { rounds, retention: DEFAULT_RETENTION },
    };
  });
}

/** The share of a round's cards that are recalled when it begins: the mean over rounds and candidates, 0 to 1. */
function meanKnown(loop: Loop, way: Way, perDay: number): number {
  let sum = 0;
  for (let each = 0; each < CANDIDATES; each += 1) {
    const candidate: Candidate = { memories: new Map(), seed: each };
    sum += knownBy(loop, candidate, () => way(loop, candidate, perDay));
  }
  return sum / CANDIDATES;
}

/** Days from 1 to the last round's, each with a sitting in the morning and perhaps a round in the afternoon. */
function knownBy({ cards, deadlines: { rounds } }: Loop, candidate: Candidate, sit: () => void): number {
  let [known, asked] = [0, 0];
  const last = Math.max(...rounds.map(({ at }) => at));
  for (now = DAY + 8 * HOUR; now < last; now += DAY) {
    const begin = now;
    sit();
    now = begin;
    for (const round of rounds.filter(({ at }) => at > now && at < now + DAY))
      for (const card of cards.filter((each) => serves(each, round))) {
        known += retrievability(candidate.memories.get(card.id), round.at);
        asked += 1;
      }
  }
  return known / asked;
}

/** The moment of the simulation, in milliseconds. */
let now = 0;

function review(candidate: Candidate, { id }: RecallCard): boolean {
  const before = candidate.memories.get(id);
  const { value, seed } = seededRandom(candidate.seed);
  candidate.seed = seed;
  const isKnown = value < (before ? retrievability(before, now) : KNOWN_AT_FIRST);
  candidate.memories.set(id, remember(before, { card: id, at: now, rating: isKnown ? 'good' : 'again' }));
  now += SECONDS_A_REVIEW * 1000;
  return isKnown;
}

/** Reviews what a queue asks for, and once more at the end what was not known. */
function sitThrough(loop: Loop, candidate: Candidate, perDay: number, deadlines: Deadlines): void {
  let left = perDay;
  while (left > 0) {
    const { wanted, soon } = reviewQueue(loop.cards, candidate.memories, now, { ...UNPLANNED, deadlines });
    const next = wanted.length > 0 ? wanted.slice(0, left) : soon.slice(0, left);
    if (next.length === 0) return;
    for (const card of next) review(candidate, card);
    left -= next.length;
  }
}

const forTheRounds: Way = (loop, candidate, perDay) => sitThrough(loop, candidate, perDay, loop.deadlines);

const plainFsrs: Way = (loop, candidate, perDay) => sitThrough(loop, candidate, perDay, NO_DEADLINES);

/** All minutes since the last round are spent on the day before the next, over and over its cards in their order. */
const cramming: Way = ({ cards, deadlines: { rounds } }, candidate, perDay) => {
  const next = rounds.find(({ at }) => at > now + DAY / 2);
  if (!next || next.at - now > 1.5 * DAY) return;
  const before = Math.max(DAY, ...rounds.filter(({ at }) => at < next.at).map(({ at }) => at));
  const own = cards.filter((card) => serves(card, next));
  const count = Math.round(((next.at - before) / DAY) * perDay);
  for (let each = 0; each < count; each += 1) review(candidate, own[each % own.length] as RecallCard);
};
