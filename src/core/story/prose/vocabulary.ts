/**
 * The words that the grammar and the rules know, each by a number of its own. A text's words are looked up once, by
 * their characters,
 * while it is read; from there on a word is its number, and whether it belongs to a set of words is one bit in a table.
 * Filled while
 * the modules load, read-only after that.
 */

/** The number of a word; 0 for every word that is not known. */
export type WordId = number;

const MOST_WORDS = 8192;
const SLOTS = 16_384;

/**
 * What is known of each word, sixteen numbers a word: they lie together, so that whoever reads several of them waits
 * for memory once.
 * The first two tell the word, the others are handed out as columns.
 */
const facts = new Int32Array(MOST_WORDS * 16);
const HASH = 0;
const SHAPE = 1;
const columns = { taken: 2, most: 16 };
const at = (id: WordId, column: number): number => (id << 4) | column;

/** Sets whose bits stand in one column. */
const SETS_A_COLUMN = 32;
const sets = { column: 0, count: 0 };

const words: string[] = [''];
/** An open-addressed hash table of word numbers. */
const slots = new Uint16Array(SLOTS);

const fold = (c: number): number => (c >= 65 && c <= 90 ? c | 32 : c);
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
/** Length and first letter, in one number. */
const shapeOf = (length: number, first: number): number => (length << 16) | fold(first);

/** One step of a word's hash, which starts at 0; capital letters count as small ones. */
export const hashStep = (hash: number, c: number): number => (Math.imul(hash, 31) + fold(c)) | 0;

/** As `hashStep`, for a character that is no capital letter. */
export const smallStep = (hash: number, c: number): number => (Math.imul(hash, 31) + c) | 0;

/**
 * The number of the word with this hash, of so many characters, of which `first` is the first. 32 bits of hash, the
 * length and the first
 * letter: two words that share them all are not met in a life of reading.
 */
export function findWord(hash: number, length: number, first: number): WordId {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
    const id = slots[slot] as number;
    if (id === 0) return 0;
    if (facts[at(id, HASH)] === hash && facts[at(id, SHAPE)] === shapeOf(length, first)) return id;
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
  while (slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
  slots[slot] = id;
  facts[at(id, HASH)] = hash;
  facts[at(id, SHAPE)] = shapeOf(word.length, word.charCodeAt(0));
  words.push(word);
  return id;
}

function takeColumn(): number {
  if (columns.taken === columns.most) throw new RangeError('Too much is known of words: make room for more columns.');
  return columns.taken++;
}

/** One number for each word; 0 where none is set. */
export class WordColumn {
  private readonly column = takeColumn();

  /** For the modules that fill it while they load. */
  set(id: WordId, value: number): void {
    facts[at(id, this.column)] = value;
  }

  get(id: WordId): number {
    return facts[at(id, this.column)] as number;
  }
}

/** A set of known words: one bit a word. */
export class WordSet {
  /** Its members as strings, for what is built from them. */
  readonly words = new Set<string>();
  private readonly column: number;
  private readonly bit: number;

  constructor(members: Iterable<string> = []) {
    const place = sets.count++ % SETS_A_COLUMN;
    if (place === 0) sets.column = takeColumn();
    this.column = sets.column;
    this.bit = 1 << place;
    for (const word of members) this.add(word);
  }

  /** For the modules that fill it while they load. */
  add(word: string): void {
    const place = at(learn(word), this.column);
    facts[place] = (facts[place] as number) | this.bit;
    this.words.add(word);
  }

  has(id: WordId): boolean {
    return ((facts[at(id, this.column)] as number) & this.bit) !== 0;
  }
}

const split = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '');

/** A set of words in lower case, written with spaces between them. */
export const wordSet = (list: string): WordSet => new WordSet(split(list));

/** What is known of some words; one array read a look-up. */
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
