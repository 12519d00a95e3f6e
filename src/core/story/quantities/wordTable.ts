/**
 * The words the grammar knows, found by the characters in the text: nothing is sliced, lower-cased or allocated for the many words that
 * it does not know. Filled while the modules load, read-only after that.
 */
const SIZE = 8192;
const MAX_LENGTH = 24;
const MAX_WORDS = 4096;
const words: string[] = [''];
const hashes = new Int32Array(MAX_WORDS);
/** Length and first letter of each word, in one number. */
const shapes = new Int32Array(MAX_WORDS);
const slots = new Int16Array(SIZE);

const fold = (c: number): number => (c >= 65 && c <= 90 ? c | 32 : c);

/** One step of the hash: a caller that walks a word's letters anyway hashes it on the way. */
export const hashStep = (hash: number, c: number): number => (Math.imul(hash, 31) + fold(c)) | 0;

/** The known word with this hash from `start` to `end`, in lower case; empty where there is none. */
export const hashed = (hash: number, text: string, start: number, end: number): string => words[indexOf(hash, text, start, end)] as string;

/** The number of the known word with this hash from `start` to `end`; 0 where there is none. */
function indexOf(hash: number, text: string, start: number, end: number): number {
  for (let slot = (hash ^ (hash >>> 13)) & (SIZE - 1); ; slot = (slot + 1) & (SIZE - 1)) {
    const index = slots[slot] as number;
    if (index === 0) return 0;
    if (hashes[index] !== hash) continue;
    // 32 bits of hash, the length and the first letter: two words that share them all are not met in a life of reading.
    if (shapes[index] === (((end - start) << 16) | fold(text.charCodeAt(start)))) return index;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = hashStep(hash, text.charCodeAt(i));
  return hash;
}

/** The word from `start` to `end` in lower case where the grammar knows it, else an empty string. */
export function known(text: string, start: number, end: number): string {
  return end <= start || end - start > MAX_LENGTH ? '' : hashed(hashOf(text, start, end), text, start, end);
}

/** The number of the word from `start` to `end`, for tables beside this one; 0 where the grammar does not know it. */
export const numberOf = (text: string, start: number, end: number): number => (end - start > MAX_LENGTH ? 0 : indexOf(hashOf(text, start, end), text, start, end));

function register(word: string): void {
  const hash = hashOf(word, 0, word.length);
  if (hashed(hash, word, 0, word.length) !== '') return;
  let slot = (hash ^ (hash >>> 13)) & (SIZE - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (SIZE - 1);
  slots[slot] = words.length;
  hashes[words.length] = hash;
  shapes[words.length] = (word.length << 16) | word.charCodeAt(0);
  words.push(word);
}

/** A set of words, in lower case, that `known` finds. */
export function wordSet(list: string): ReadonlySet<string> {
  const members = list.split(/\s+/).filter((word) => word !== '');
  members.forEach(register);
  return new Set(members);
}

/** A map from words, in lower case, that `known` finds. */
export function wordMap<T>(entries: Iterable<readonly [string, T]>): ReadonlyMap<string, T> {
  const map = new Map(entries);
  for (const word of map.keys()) register(word);
  return map;
}

// Words that the grammar compares with one by one.
wordSet(`per cent points point pts percentage percent basis pct times order orders of magnitude to from or and between up down in out the these those other them us a an half star stars am pm p b score rating
 promoter one rated scored at averaged early late mid daily weekly monthly engineer engineers developer developers plus twice thrice double triple quadruple later ago earlier before went moved goes go shift
 shifted by as i nps our its what that lines code more fewer less so factor order`);
