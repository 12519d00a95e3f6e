/** File and folder names made from what a user typed: an allow-list, so that no name can leave its folder. */

const MAX_LENGTH = 64;

/** Names that Windows keeps for devices, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * Lower-case letters and digits of any script, joined by single hyphens, at most 64 UTF-16 units; accents are folded
 * off Latin letters. Never empty: `fallback` stands for a text that has nothing usable.
 */
export function slug(text: string, fallback = 'untitled'): string {
  // Folding twice, because a letter such as “İ” shows its accent only once it is lower case.
  const folded = fold(fold(text.slice(0, 400).replace(/['’]/gu, '')));
  let result = '';
  for (const word of folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []) {
    const joined = result === '' ? word : `${result}-${word}`;
    if (joined.length > MAX_LENGTH) {
      result ||= cut(word);
      break;
    }
    result = joined;
  }
  if (result === '') return fallback;
  return RESERVED.test(result) ? `${result}-1` : result;
}

/** The name of one of several of the same name: `launch`, `launch-2`, `launch-3`. @param number from 1. */
export function numbered(name: string, number: number): string {
  return number > 1 ? `${name}-${number}` : name;
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{Mn}+/giu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** Cuts one long word without splitting a surrogate pair. */
function cut(word: string): string {
  const end = /[\uD800-\uDBFF]/.test(word.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
  return word.slice(0, end);
}
