/** How the lists' items are inflected. */

/** Short verbs that double their last letter: dropped, trimming. */
const DOUBLES = new Set(['drop', 'trim', 'slip', 'dip']);

/** `ticket+` is "ticket" and "tickets", `policy+` "policy" and "policies"; without the `+`, the word alone. */
export function nounForms(item: string): string[] {
  if (!item.endsWith('+')) return [item];
  const word = item.slice(0, -1);
  return [word, withS(word)];
}

/** `cut:cuts,cutting` is the verb with the forms given; without a colon it is regular: "move, moves, moved, moving". */
export function verbForms(item: string): string[] {
  const [verb = '', irregular] = item.split(':');
  if (irregular !== undefined) return [verb, ...irregular.split(',')];
  if (/[^aeiou]y$/u.test(verb)) return [verb, withS(verb), `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, withS(verb), `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = DOUBLES.has(verb) ? verb + verb.slice(-1) : verb;
  return [verb, withS(verb), `${stem}ed`, `${stem}ing`];
}

/** "tickets", "policies", "crashes". */
function withS(word: string): string {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
}
