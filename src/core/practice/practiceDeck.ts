/**
 * The prompts of a round as a deck of cards: drawn at random, as many as fill the round, with no repeats until all have
 * been seen. Cards are known by their titles, so that editing the playbook does not lose which were seen. Randomness is
 * an argument, kept in the deck's state.
 */
import * as z from 'zod/mini';
import { seededRandom } from '../seededRandom';
import { fillRun, NO_ROUND, type RunPrompt, type RunRound } from './promptRun';

/** What the deck needs of a prompt. */
export interface Card extends RunPrompt {
  /** Ids of competencies. */
  readonly competencies: readonly string[];
  /** Drawn before the others until it has been seen. */
  readonly isFirst?: boolean;
}

export interface Deck {
  /** A 32-bit number that the next draw depends on. */
  readonly seed: number;
  /** Titles, in the order in which they were seen. */
  readonly seen: readonly string[];
  /** The title of the prompt to practise, the first of several; undefined before the first draw. */
  readonly current: string | undefined;
  /** The titles of those that come after it in the same run. */
  readonly more: readonly string[];
  /** Whether to stay with the current prompts. */
  readonly pinned: boolean;
  /** The id of the competency that prompts are drawn from; undefined for all. */
  readonly competency: string | undefined;
}

const title = z.string().check(z.maxLength(10_000));
const kept = z.object({
  seed: z.number(),
  seen: z.array(title).check(z.maxLength(10_000)),
  current: z.optional(title),
  more: z.optional(z.array(title).check(z.maxLength(1000))),
  pinned: z.boolean(),
  competency: z.optional(z.string().check(z.maxLength(200))),
});

/** A deck from which nothing has been drawn. @param seed any number. */
export function newDeck(seed: number): Deck {
  return { seed: seed >>> 0, seen: [], current: undefined, more: [], pinned: false, competency: undefined };
}

/** Reads back a deck that was kept as JSON. Undefined where it is not a deck. */
export function decodeDeck(value: unknown): Deck | undefined {
  const { data } = z.safeParse(kept, value);
  return (
    data && {
      ...data,
      seed: data.seed >>> 0,
      current: data.current,
      more: data.more ?? [],
      competency: data.competency,
    }
  );
}

/** The cards that can be drawn: those of the chosen competency, or all where none serves it. */
export function drawableCards<C extends Card>(
  { competency }: Pick<Deck, 'competency'>,
  cards: readonly C[],
): readonly C[] {
  const chosen = cards.filter(({ competencies }) => competency !== undefined && competencies.includes(competency));
  return chosen.length > 0 ? chosen : cards;
}

/** The titles of the run, in the order in which they are asked. */
export function titlesOfRun({ current, more }: Pick<Deck, 'current' | 'more'>): readonly string[] {
  return current === undefined ? [] : [current, ...more];
}

/**
 * Draws the next run. It begins with a card that has not been seen, those that come first before the others; when all
 * have been seen, with any but the current one. A short card is joined by others, see `fillRun`. Pinned cards stay.
 */
export function draw(deck: Deck, cards: readonly Card[], round: RunRound = NO_ROUND): Deck {
  if (cards.length === 0 || (deck.pinned && isThere(deck.current, cards))) return deck;
  const drawable = drawableCards(deck, cards);
  const titles = [...new Set(drawable.map((card) => card.title))];
  const isSeen = new Set(deck.seen);
  const unseen = titles.filter((each) => !isSeen.has(each));
  const isAllSeen = unseen.length === 0;
  const last = titlesOfRun(deck);
  const others = titles.filter((each) => !last.includes(each));
  const first = new Set(cards.flatMap((card) => (card.isFirst ? [card.title] : [])));
  const urgent = unseen.filter((each) => first.has(each));
  const waiting = urgent.length > 0 ? urgent : unseen;
  const rest = others.length > 0 ? others : titles.filter((each) => each !== deck.current);
  const from = isAllSeen ? (rest.length > 0 ? rest : titles) : waiting;
  const { value, seed } = seededRandom(deck.seed);
  const drawn = drawable.find((card) => card.title === from[Math.floor(value * from.length)]);
  if (!drawn) return deck;
  // With all of a competency's prompts seen, those of the others stay seen.
  const fresh = new Set(isAllSeen ? titles : []);
  const seen = deck.seen.filter((each) => !fresh.has(each));
  const order = new Map(seen.map((each, index) => [each, index]));
  // Of the unseen cards, the last run's come after the others.
  const practised = (each: string): number => order.get(each) ?? (last.includes(each) ? -1 : -2);
  const filled = fillRun(drawn, drawable, round, practised, seed);
  const run = filled.run.map((card) => card.title);
  return see({ ...deck, seed: filled.seed, pinned: false, seen }, cards, run);
}

/** Takes one particular card and no other. A card that is not there changes nothing. */
export function choose(deck: Deck, cards: readonly Card[], wanted: string): Deck {
  return isThere(wanted, cards) ? see(deck, cards, [wanted]) : deck;
}

/** Draws from the prompts of one competency, or of all; the current cards go unless they are of them or pinned. */
export function filter(
  deck: Deck,
  cards: readonly Card[],
  competency: string | undefined,
  round: RunRound = NO_ROUND,
): Deck {
  const filtered = { ...deck, competency };
  const drawable = drawableCards(filtered, cards);
  const fits = isThere(deck.current, drawable) && deck.more.every((each) => isThere(each, drawable));
  return fits ? filtered : draw(filtered, cards, round);
}

/**
 * Fits the deck to the cards that there are now: where the current card is gone, or there was none, new ones are drawn;
 * other cards of the run that are gone are left out.
 */
export function settle(deck: Deck, cards: readonly Card[], round: RunRound = NO_ROUND): Deck {
  if (cards.length === 0) return deck;
  if (!isThere(deck.current, cards)) return draw(deck, cards, round);
  const more = deck.more.filter((each) => isThere(each, cards));
  return more.length === deck.more.length ? deck : { ...deck, more };
}

/** How many of the cards that can be drawn were seen. */
export function tally(deck: Deck, cards: readonly Card[]): { readonly seen: number; readonly all: number } {
  const seen = new Set(deck.seen);
  const titles = new Set(drawableCards(deck, cards).map((card) => card.title));
  return { seen: [...titles].filter((each) => seen.has(each)).length, all: titles.size };
}

function see(deck: Deck, cards: readonly Card[], [current, ...more]: readonly string[]): Deck {
  const there = new Set(cards.map((card) => card.title));
  const run = titlesOfRun({ current, more });
  return {
    ...deck,
    current,
    more,
    seen: [...deck.seen.filter((each) => !run.includes(each) && there.has(each)), ...run],
  };
}

function isThere(wanted: string | undefined, cards: readonly Card[]): boolean {
  return cards.some((card) => card.title === wanted);
}
