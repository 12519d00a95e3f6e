/** Counting words as they are said. */

const EM_DASH = 0x2014;
const VERTICAL_BAR = 0x7c;
const NO_BREAK_SPACE = 0xa0;
const SPOKEN_CHARACTER = /[\p{L}\p{N}]/u;

/**
 * How many words stand between two offsets. A word is a run of characters between white space, long dashes or table
 * bars with at least one letter or digit in it, so a figure such as `$2.1M` or `120→35` is one; in scripts that write no
 * spaces, such as Chinese or Thai, it is what `Intl.Segmenter` finds.
 */
export function countWords(text: string, from = 0, to = text.length): number {
  let words = 0;
  let start = -1;
  let spoken = false;
  let unspaced = false;
  for (let i = from; i <= to; i += 1) {
    const unit = i < to ? text.charCodeAt(i) : 32;
    if (unit > 32 && unit < 128 && unit !== VERTICAL_BAR) {
      if (start < 0) start = i;
      spoken ||= (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
    } else if (isBoundary(unit)) {
      if (spoken) words += unspaced ? segmentedWords(text.slice(start, i)) : 1;
      start = -1;
      spoken = unspaced = false;
    } else {
      if (start < 0) start = i;
      unspaced ||= isUnspaced(unit);
      spoken ||= SPOKEN_CHARACTER.test(String.fromCodePoint(text.codePointAt(i) ?? 0));
    }
  }
  return words;
}

function isBoundary(unit: number): boolean {
  return (
    unit <= 32 || unit === NO_BREAK_SPACE || unit === EM_DASH || unit === VERTICAL_BAR || unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200b) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0xfeff
  );
}

/** Thai, Lao, Myanmar, Khmer, kana and Han characters. */
function isUnspaced(unit: number): boolean {
  return (
    (unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff) ||
    (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)
  );
}

function segmentedWords(run: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(undefined, { granularity: 'word' }).segment(run)) if (isWordLike) words += 1;
  return Math.max(1, words);
}
