/** What a UTF-16 unit is. A unit behind the end of a text is 0, which is nothing. */

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Letters of Latin and most other scripts, the two micro signs among them. */
export const isLetter = (c: number): boolean => {
  const low = c | 32;
  if (low >= 97 && low <= 122) return true;
  return (c >= 0xc0 && c < 0x2000 && c !== 0xd7 && c !== 0xf7) || c === 0xb5 || (c >= 0x3040 && c < 0xfb00);
};
export const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7);
export const isWord = (c: number): boolean => isDigit(c) || isLetter(c);
export const isHyphen = (c: number): boolean => c === 45 || c === 0x2010 || c === 0x2011;
/** What joins the ends of a range: hyphens, en dash, em dash, minus. */
export const isDash = (c: number): boolean => isHyphen(c) || (c >= 0x2012 && c <= 0x2014) || c === 0x2212;
export const isBlank = (c: number): boolean => c === 32 || c === 9 || c === 0xa0 || c === 0x2009 || c === 0x202f;
export const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019;

/** As `toLowerCase`, but free for the words that are in lower case already: nearly all. */
export function lower(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if ((c >= 65 && c <= 90) || c >= 128) return word.toLowerCase();
  }
  return word;
}
