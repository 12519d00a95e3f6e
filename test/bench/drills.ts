/**
 * How many drill cards are known on the days of the rounds, by virtual candidates whose memory is the FSRS-6 model:
 * reviewed for these days, by plain FSRS, and crammed, in the same minutes a loop; and how many could be, if time were
 * no matter. Then how long a log takes to read and to replay.
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
const CANDIDATES = Number(process.env['CANDIDATES'] ?? 1000);
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
  const rows = playbooks().flatMap((loop) => {
    const most = meanKnown(loop, everything, Infinity);
    return [5, 10, 15, 20, 30].map((minutes) => {
      const known = (way: Way): number => meanKnown(loop, way, Math.round((minutes * 60) / SECONDS_A_REVIEW));
      const [ours, plain, crammed] = [known(forTheRounds), known(plainFsrs), known(cramming)];
      return {
        playbook: loop.name,
        'minutes a day': minutes,
        'for the rounds': percent(ours),
        'plain FSRS': percent(plain),
        crammed: percent(crammed),
        'against FSRS': more(ours, plain),
        'against cramming': more(ours, crammed),
        'at most': percent(most),
        'of what FSRS leaves': `${Math.round((100 * (ours - plain)) / (most - plain))} %`,
      };
    });
  });
  console.table(rows);
  printLogs();
}

const more = (ours: number, other: number): string =>
  `${ours >= other ? '+' : ''}${Math.round(100 * (ours / other - 1))} %`;

const CARDS = 300;
const REPLAYED = 50_000;
const LONG = 200_000;

/** How long it takes to play a long log again, against reading and parsing its lines; and to read a longer one. */
function printLogs(): void {
  const text = logOf(REPLAYED).join('\n');
  const parsing = best(() => text.split('\n').map((line) => JSON.parse(line) as unknown));
  const reading = best(() => readReviews(text, 'reviews.jsonl'));
  const { reviews } = readReviews(text, 'reviews.jsonl');
  // A list that was played is not played again, so each time it is another list.
  const replaying = best(() => replay([...reviews]));
  const ratio = (replaying / parsing).toFixed(2);
  console.log(
    `\nReplaying ${REPLAYED} reviews takes ${ratio} times as long as splitting the log and JSON.parse of each line (aim: 1.5)`,
  );
  const lines = logOf(LONG / 2);
  const doubled = [...lines.slice(LONG / 4), ...lines, ...lines.slice(0, LONG / 4)];
  const messy = doubled.join('\n').slice(0, -10);
  const long = best(() => readReviews(messy, 'reviews.jsonl'));
  const { reviews: left, problems } = readReviews(messy, 'reviews.jsonl');
  console.log(
    `Reading ${LONG} lines, out of order, each twice and the last cut off, takes ${(long / 1000).toFixed(2)} s, ${((long / reading) * (REPLAYED / LONG)).toFixed(1)} times as long for each line as a clean log: ${left.length} reviews, ${problems.length} problem`,
  );
}

/** The lines of a log, a review each minute. */
function logOf(count: number): string[] {
  let seed = 1;
  const random = (below: number): number => {
    const drawn = seededRandom(seed);
    seed = drawn.seed;
    return Math.floor(drawn.value * below);
  };
  const ids = Array.from({ length: CARDS }, (_, index) => cardId(`Question ${index}?`));
  return Array.from({ length: count }, (_, index) =>
    reviewLine({ card: ids[random(CARDS)] ?? '', at: index * 60_000, rating: RATINGS[random(4)] ?? 'good' }),
  );
}

/** The shortest of five times, in milliseconds. */
function best(work: () => void): number {
  return Math.min(
    ...Array.from({ length: 5 }, () => {
      const begin = performance.now();
      work();
      return performance.now() - begin;
    }),
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

/** What time alone cannot better: every card each morning, over and over until it is known. */
const everything: Way = ({ cards }, candidate) => {
  const begin = now;
  for (let left = [...cards]; left.length > 0;) left = left.filter((card) => !review(candidate, card));
  now = begin;
};
