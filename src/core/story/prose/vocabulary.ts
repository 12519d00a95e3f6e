/**
 * The words that the grammar and the rules know, each by a number of its own. A text's words are looked up once, by their characters,
 * while it is read; from there on a word is its number, and whether it belongs to a set of words is one bit in a table. Filled while
 * the modules load, read-only after that.
 */

/** The number of a word; 0 for every word that is not known. */
export type WordId = number;

const MOST_WORDS = 8192;
const SLOTS = 32_768;
const SETS_A_TABLE = 32;

const words: string[] = [''];
const hashes = new Int32Array(MOST_WORDS);
/** Length and first letter of each word, in one number. */
const shapes = new Int32Array(MOST_WORDS);
/** An open-addressed hash table of word numbers. */
const slots = new Uint16Array(SLOTS);

const fold = (c: number): number => (c >= 65 && c <= 90 ? c | 32 : c);
const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);
const shapeOf = (length: number, first: number): number => (length << 16) | fold(first);

/** One step of a word's hash, which starts at 0; capital letters count as small ones. */
export const hashStep = (hash: number, c: number): number => (Math.imul(hash, 31) + fold(c)) | 0;

/** As `hashStep`, for a character that is no capital letter. */
export const smallStep = (hash: number, c: number): number => (Math.imul(hash, 31) + c) | 0;

/**
 * The number of the word with this hash, of so many characters, of which `first` is the first. 32 bits of hash, the length and the first
 * letter: two words that share them all are not met in a life of reading.
 */
export function findWord(hash: number, length: number, first: number): WordId {
  for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
    const id = slots[slot] as number;
    if (id === 0) return 0;
    if (hashes[id] === hash && shapes[id] === shapeOf(length, first)) return id;
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
  hashes[id] = hash;
  shapes[id] = shapeOf(word.length, word.charCodeAt(0));
  words.push(word);
  return id;
}

/** Bits of the sets by word; a table holds those of 32 sets, so that a word's bits lie together. */
const tables: Uint32Array[] = [];
const counted = { sets: 0 };

/** A set of known words: one bit a word. */
export class WordSet {
  /** Its members as strings, for what is built from them. */
  readonly words = new Set<string>();
  private readonly table: Uint32Array;
  private readonly bit: number;

  constructor(members: Iterable<string> = []) {
    if (counted.sets % SETS_A_TABLE === 0) tables.push(new Uint32Array(MOST_WORDS));
    this.table = tables[tables.length - 1] as Uint32Array;
    this.bit = 1 << counted.sets % SETS_A_TABLE;
    counted.sets += 1;
    for (const word of members) this.add(word);
  }

  /** For the modules that fill it while they load. */
  add(word: string): void {
    const id = learn(word);
    this.words.add(word);
    this.table[id] = (this.table[id] as number) | this.bit;
  }

  has(id: WordId): boolean {
    return ((this.table[id] as number) & this.bit) !== 0;
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

type Ids<List extends string> = List extends `${string} ${infer Rest}` ? readonly [WordId, ...Ids<Rest>] : readonly [WordId];

/** The numbers of words that are compared one by one: `const [TO, FROM] = wordIds('to from')`. */
export const wordIds = <List extends string>(list: List): Ids<List> => list.split(' ').map(learn) as unknown as Ids<List>;
