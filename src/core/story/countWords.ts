/** Counting words as they are said. */

const EM_DASH = 0x2014;
const VERTICAL_BAR = 0x7c;
const NO_BREAK_SPACE = 0xa0;
const SPOKEN_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * How many words stand between two offsets. A word is a run of characters between white space, long dashes or table
 * bars with at least one letter or digit in it, so a figure such as `$2.1M` or `120→35` is one. Thai and other scripts
 * that write no spaces have the words that `Intl.Segmenter` finds. Chinese, Japanese and Korean are counted by their
 * characters, as the number of words that an English speaker says in the same time: see {@link CHARACTERS_A_WORD}.
 */
export function countWords(text: string, from = 0, to = text.length): number {
  let words = 0;
  let start = from;
  let kinds = 0;
  for (let i = from; i < to; i += 1) {
    const unit = text.charCodeAt(i);
    const kind = unit < 128 ? (ASCII[unit] as number) : kindAbove(text, i, unit);
    if (kind !== BOUNDARY) {
      kinds |= kind;
      continue;
    }
    if (kinds !== 0) words += wordsIn(text, start, i, kinds);
    start = i + 1;
    kinds = 0;
  }
  return kinds === 0 ? words : words + wordsIn(text, start, to, kinds);
}

/** What a character does to the run that it stands in; a mark does nothing, and is 0. */
const SPOKEN = 1;
const UNSPACED = 2;
const BOUNDARY = 4;
const CHARACTER = 8;

/**
 * How many characters are said in the time that an English word takes. Read aloud, texts of the same content take 228
 * words a minute in English, 255 characters in Chinese and 357 in Japanese; Korean, which the study does not cover, is
 * taken at its mean of 370 syllables, as each of its characters is one. S. Trauzettel-Klosinski and K. Dietz,
 * “Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST”, Investigative
 * Ophthalmology & Visual Science 53 (2012), 5452–5461.
 */
const CHARACTERS_A_WORD = { chinese: 255 / 228, japanese: 357 / 228, korean: 370 / 228 } as const;

const ASCII = asciiKinds();

function asciiKinds(): Uint8Array {
  const kinds = new Uint8Array(128);
  kinds.fill(BOUNDARY, 0, 33);
  kinds[VERTICAL_BAR] = BOUNDARY;
  kinds.fill(SPOKEN, 48, 58);
  kinds.fill(SPOKEN, 65, 91);
  kinds.fill(SPOKEN, 97, 123);
  return kinds;
}

function kindAbove(text: string, at: number, unit: number): number {
  if (isBoundary(unit)) return BOUNDARY;
  const spoken = SPOKEN_CHARACTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0)) ? SPOKEN : 0;
  if (isCharacter(unit)) return spoken | CHARACTER;
  return isUnspaced(unit) ? spoken | UNSPACED : spoken;
}

function wordsIn(text: string, start: number, end: number, kinds: number): number {
  if ((kinds & SPOKEN) === 0) return 0;
  if ((kinds & UNSPACED) !== 0) return segmentedWords(text.slice(start, end));
  return (kinds & CHARACTER) === 0 ? 1 : charactersAsWords(text, start, end);
}

/** Characters by the time that they take; figures and words in Latin letters among them as words. */
function charactersAsWords(text: string, start: number, end: number): number {
  let characters = 0;
  let words = 0;
  let isInWord = false;
  let perWord: number = CHARACTERS_A_WORD.chinese;
  for (let i = start; i < end; i += 1) {
    const unit = text.charCodeAt(i);
    const kind = unit < 128 ? (ASCII[unit] as number) : kindAbove(text, i, unit);
    if (kind === (SPOKEN | CHARACTER)) {
      characters += 1;
      if (isKana(unit)) perWord = CHARACTERS_A_WORD.japanese;
      else if (isHangul(unit)) perWord = CHARACTERS_A_WORD.korean;
    }
    const isWord = kind === SPOKEN;
    if (isWord && !isInWord) words += 1;
    isInWord = isWord || (isInWord && kind === 0 && unit < 128);
  }
  return Math.max(1, words + Math.round(characters / perWord));
}

/** A Chinese, Japanese or Korean character. */
function isCharacter(unit: number): boolean {
  return isKana(unit) || isHangul(unit) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff);
}

const isKana = (unit: number): boolean => unit >= 0x3040 && unit <= 0x30ff;
const isHangul = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7a3;

function isBoundary(unit: number): boolean {
  return (
    unit <= 32 ||
    unit === NO_BREAK_SPACE ||
    unit === EM_DASH ||
    unit === VERTICAL_BAR ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0xfeff
  );
}

/** Thai, Lao, Myanmar and Khmer. */
function isUnspaced(unit: number): boolean {
  return (unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff);
}

/** The segmenter's time grows with the square of a run's length: it is given this many UTF-16 units at a time. */
const PIECE = 1024;
/** This many units at a piece's end may be read differently with what follows: they are read again with the next. */
const OVERLAP = 64;

function segmentedWords(run: string): number {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  let words = 0;
  for (let at = 0; at < run.length;) {
    const piece = run.slice(at, at + PIECE);
    const end = at + PIECE < run.length ? PIECE - OVERLAP : piece.length;
    let read = 0;
    for (const { index, segment, isWordLike } of segmenter.segment(piece)) {
      if (index >= end) break;
      if (isWordLike) words += 1;
      read = index + segment.length;
    }
    at += read;
  }
  return Math.max(1, words);
}
