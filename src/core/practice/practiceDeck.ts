/**
 * The prompts of a round as a deck of cards: drawn at random, none twice until all were seen. Cards are known by their
 * titles, so that an edited playbook keeps what was seen of it. Randomness is an argument, kept in the deck's state.
 */
import * as z from 'zod/mini';

/** What the deck needs of a prompt. */
export interface Card {
  readonly title: string;
  /** Ids of competencies. */
  readonly competencies: readonly string[];
  /** Drawn before the others while it was not seen. */
  readonly isFirst?: boolean;
}

export interface Deck {
  /** A 32-bit number that the next draw depends on. */
  readonly seed: number;
  /** Titles, in the order in which they were seen. */
  readonly seen: readonly string[];
  /** The title of the prompt to practise; undefined before the first draw. */
  readonly current: string | undefined;
  /** Whether to stay with the current prompt. */
  readonly pinned: boolean;
  /** The id of the competency that prompts are drawn from; undefined for all. */
  readonly competency: string | undefined;
}

const title = z.string().check(z.maxLength(10_000));
const kept = z.object({
  seed: z.number(),
  seen: z.array(title).check(z.maxLength(10_000)),
  current: z.optional(title),
  pinned: z.boolean(),
  competency: z.optional(z.string().check(z.maxLength(200))),
});

/** A deck nothing was drawn from. @param seed any number. */
export function newDeck(seed: number): Deck {
  return { seed: seed >>> 0, seen: [], current: undefined, pinned: false, competency: undefined };
}

/** Reads back a deck that was kept as JSON. Undefined where it is none. */
export function decodeDeck(value: unknown): Deck | undefined {
  const { data } = z.safeParse(kept, value);
  return data && { ...data, seed: data.seed >>> 0, current: data.current, competency: data.competency };
}

/** The cards that can be drawn: those of the chosen competency, or all where none serves it. */
export function drawableCards<C extends Card>(
  { competency }: Pick<Deck, 'competency'>,
  cards: readonly C[],
): readonly C[] {
  const chosen = cards.filter(({ competencies }) => competency !== undefined && competencies.includes(competency));
  return chosen.length > 0 ? chosen : cards;
}

/**
 * Draws the next card: one that was not seen, those that come first before the others, or, when all were, any but the
 * current. A pinned card stays.
 */
export function draw(deck: Deck, cards: readonly Card[]): Deck {
  if (cards.length === 0 || (deck.pinned && isThere(deck.current, cards))) return deck;
  const titles = [...new Set(drawableCards(deck, cards).map((card) => card.title))];
  const seen = new Set(deck.seen);
  const unseen = titles.filter((each) => !seen.has(each));
  const isAllSeen = unseen.length === 0;
  const others = titles.filter((each) => each !== deck.current);
  const first = new Set(cards.flatMap((card) => (card.isFirst ? [card.title] : [])));
  const urgent = unseen.filter((each) => first.has(each));
  const waiting = urgent.length > 0 ? urgent : unseen;
  const from = isAllSeen ? (others.length > 0 ? others : titles) : waiting;
  const { value, seed } = random(deck.seed);
  const drawn = from[Math.floor(value * from.length)];
  // With all of a competency's prompts seen, those of the others stay seen.
  const fresh = new Set(isAllSeen ? titles : []);
  return see({ ...deck, seed, pinned: false, seen: deck.seen.filter((each) => !fresh.has(each)) }, cards, drawn);
}

/** Takes a certain card. One that is not there changes nothing. */
export function choose(deck: Deck, cards: readonly Card[], wanted: string): Deck {
  return isThere(wanted, cards) ? see(deck, cards, wanted) : deck;
}

/** Draws from the prompts of one competency, or of all; the current card goes unless it is one of them or pinned. */
export function filter(deck: Deck, cards: readonly Card[], competency: string | undefined): Deck {
  const filtered = { ...deck, competency };
  return isThere(deck.current, drawableCards(filtered, cards)) ? filtered : draw(filtered, cards);
}

/**
 * Makes the deck one of the cards that there are now: a current card that is gone is replaced, and so is none at all.
 */
export function settle(deck: Deck, cards: readonly Card[]): Deck {
  return cards.length === 0 || isThere(deck.current, cards) ? deck : draw(deck, cards);
}

/** How many of the cards that can be drawn were seen. */
export function tally(deck: Deck, cards: readonly Card[]): { readonly seen: number; readonly all: number } {
  const seen = new Set(deck.seen);
  const titles = new Set(drawableCards(deck, cards).map((card) => card.title));
  return { seen: [...titles].filter((each) => seen.has(each)).length, all: titles.size };
}

function see(deck: Deck, cards: readonly Card[], current: string | undefined): Deck {
  const there = new Set(cards.map((card) => card.title));
  const seen = deck.seen.filter((each) => each !== current && there.has(each));
  return { ...deck, current, seen: current === undefined ? seen : [...seen, current] };
}

function isThere(wanted: string | undefined, cards: readonly Card[]): boolean {
  return cards.some((card) => card.title === wanted);
}

/** Mulberry32 by Tommy Ettinger, in the public domain: a number from 0 to below 1, and the seed of the next. */
function random(seed: number): { readonly value: number; readonly seed: number } {
  const next = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(next ^ (next >>> 15), next | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32, seed: next };
}
