/**
 * The words that the grammar and the rules know, each by a number of its own. While a text is read each of its words is
 * looked up once, by its letters; from there on a word is its number, and what is known of it is found in a table by
 * that number. The tables are filled while the modules load and only read after that.
 */
import { toSmall } from './chars';

/** The number of a word; 0 for every word that is not known. */
export type WordId = number;

const MOST_WORDS = 8192;
/** Slots of the hash table: a power of two, twice as many as words. */
const SLOTS = 2 * MOST_WORDS;

/** Every known word in lower case, by its number. */
const words: string[] = [''];
/**
 * An open-addressed hash table of words. Each slot has the word's number, and beside it what tells the word from others
 * of the same slot: all in one place, since most of what a look-up costs is fetching it from memory.
 */
const slots = new Int32Array(4 * SLOTS);
/** Of a slot three numbers are in use: the word's own (0 where the slot is free), and … */
const HASH = 1;
const SHAPE = 2;

/** Where a slot begins in the table. */
const slotOf = (hash: number): number => ((hash ^ (hash >>> 15)) & (SLOTS - 1)) << 2;
const nextSlot = (slot: number): number => (slot + 4) & (4 * SLOTS - 1);
/** Length and first letter, in one number. */
const shapeOf = (length: number, first: number): number => (length << 16) | toSmall(first);

/** One step of a word's hash, which starts at 0; capital letters count as small ones. */
export const hashStep = (hash: number, c: number): number => smallStep(hash, toSmall(c));

/** As `hashStep`, for a character that is not a capital letter. */
export const smallStep = (hash: number, c: number): number => (Math.imul(hash, 31) + c) | 0;

/**
 * The number of the word with this hash, this many characters, and `first` as its first one. Nobody meets two words
 * with the same 32 bits of hash, the same length and the same first letter in a lifetime of reading.
 */
export function findWord(hash: number, length: number, first: number): WordId {
  const shape = shapeOf(length, first);
  for (let slot = slotOf(hash); ; slot = nextSlot(slot)) {
    const id = slots[slot] as number;
    if (id === 0 || (slots[slot + HASH] === hash && slots[slot + SHAPE] === shape)) return id;
  }
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
}

/** The number of a word that is at hand as a string, whatever its case. */
export const idOf = (word: string): WordId => findWord(hashOf(word), word.length, word.charCodeAt(0));

/** A known word in lower case; empty for 0. */
export const wordNamed = (id: WordId): string => words[id] as string;

/** The number of a word in lower case, which is known from now on. */
export function learn(word: string): WordId {
  const known = idOf(word);
  if (known !== 0) return known;
  const id = words.length;
  if (id >= MOST_WORDS) throw new RangeError('Too many words: raise MOST_WORDS.');
  const hash = hashOf(word);
  let slot = slotOf(hash);
  while (slots[slot] !== 0) slot = nextSlot(slot);
  slots[slot] = id;
  slots[slot + HASH] = hash;
  slots[slot + SHAPE] = shapeOf(word.length, word.charCodeAt(0));
  words.push(word);
  return id;
}

/** One number for each word; 0 where none is set. */
export class WordColumn {
  private readonly values = new Int32Array(MOST_WORDS);

  /** For the modules that fill it while they load. */
  set(id: WordId, value: number): void {
    this.values[id] = value;
  }

  get(id: WordId): number {
    return this.values[id] as number;
  }
}

/** A set of known words. */
export class WordSet {
  /** Its members as strings, for what is built from them. */
  readonly words = new Set<string>();
  /** By a word's number: 1 for a member. As long as the highest member needs. */
  private members = new Uint8Array(0);

  constructor(members: Iterable<string> = []) {
    for (const word of members) this.add(word);
  }

  /** For the modules that fill it while they load. */
  add(word: string): void {
    const id = learn(word);
    if (id >= this.members.length) this.members = longer(this.members, id);
    this.members[id] = 1;
    this.words.add(word);
  }

  has(id: WordId): boolean {
    return id < this.members.length && this.members[id] === 1;
  }
}

/** The same table, with room up to `index` and some to spare. */
function longer(table: Uint8Array, index: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(index + 64);
  longer.set(table);
  return longer;
}

/** The words of a list that is written with spaces or line breaks between them. */
export const itemsOf = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** A set of words in lower case, written with spaces or line breaks between them. */
export const wordSet = (list: string): WordSet => new WordSet(itemsOf(list));

/** What is known of some words. */
export class WordMap<T> {
  /** Its keys as strings, for what is built from them. */
  readonly words: readonly string[];
  private readonly values: readonly (T | undefined)[];

  constructor(entries: Iterable<readonly [string, T]>) {
    const list = [...entries];
    const byId = new Map(list.map(([word, value]) => [learn(word), value]));
    this.words = list.map(([word]) => word);
    this.values = Array.from({ length: Math.max(0, ...byId.keys()) + 1 }, (_, id) => byId.get(id));
  }

  get(id: WordId): T | undefined {
    return id < this.values.length ? this.values[id] : undefined;
  }

  has(id: WordId): boolean {
    return this.get(id) !== undefined;
  }
}

type Ids<List extends string> = List extends `${string} ${infer Rest}`
  ? readonly [WordId, ...Ids<Rest>]
  : readonly [WordId];

/** The numbers of words that are compared one by one: `const [TO, FROM] = wordIds('to from')`. */
export const wordIds = <List extends string>(list: List): Ids<List> =>
  list.split(' ').map(learn) as unknown as Ids<List>;

/** For each of some words, the numbers of those that may follow it. */
export const followersOf = (lists: Readonly<Record<string, readonly string[]>>): WordMap<readonly WordId[]> =>
  new WordMap(Object.entries(lists).map(([word, followers]) => [word, followers.map(learn)] as const));
