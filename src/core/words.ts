/** Counts, lengths of time and days as words, for whatever shows them. */

/** The parts that there are, joined. */
export function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** “45 min”, “2 h”, “2 h 10 min”. @param minutes whole. */
export function minutesInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return joined([hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''], ' ');
}

/** “2:20”; minutes run on beyond the hour, as in “62:09”. @param seconds at least 0; a fraction is left out. */
export function secondsInClock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A text in lines, broken between words; a longer word has a line of its own. @param width characters, at least 1. */
export function wrapWords(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * A text in one line that is not too long: the end of a longer one, if possible from a word's beginning on, gives way
 * to an ellipsis. @param longest in UTF-16 units.
 */
export function clipWords(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

/** “1 run”, “3 runs”. @param many the noun where it is not the other one with an s. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** How far away a day is. @param days after today; negative before it. */
export function away(days: number): string {
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** How long ago a day was; a day still to come counts as today. @param days whole days before today. */
export function ago(days: number): string {
  return away(-Math.max(0, days));
}

/** “a”, “a and b”, “a, b and c”. @param last the word before the last one. */
export function listed(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** The text with its first letter in lower case, to go on within a sentence. */
export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
