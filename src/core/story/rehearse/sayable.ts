/** A stretch of a story as it is read from a cue card. */
import { firstIndex } from '../../firstIndex';
import type { Story } from '../parseStory';

/** A code span, or a run of marks. */
const MARK = /(?<!`)(`+)[^`]+\1(?!`)|\*+|_+|~~|`+/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * A sentence as Markdown of one line: its words, figures and emphasis, without what is not said (comments, tags, where
 * a link leads); blanks to be filled in stay. A mark of emphasis whose other end lies in another sentence is left out.
 */
export function sayable(story: Pick<Story, 'text' | 'said' | 'placeholders'>, start: number, end: number): string {
  // A mark that is taken out may leave the spaces on both its sides.
  return oneSpaced(withoutLooseMarks(oneSpaced(words(story, start, end))));
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function words(
  { text, said, placeholders }: Pick<Story, 'text' | 'said' | 'placeholders'>,
  start: number,
  end: number,
): string {
  let next = firstIndex(placeholders, (blank) => blank.end > start);
  const pieces: string[] = [];
  /** Where in `pieces` brackets opened that may turn out to be a link's. */
  const open: number[] = [];
  for (let i = start; i < end; i += 1) {
    const unit = said[i] as string;
    if (unit === '[') open.push(pieces.length);
    else if (unit === ']') {
      const opened = open.pop();
      // After a link's text comes its destination, which is not said.
      if (opened !== undefined && hasDestination(i + 1, text, said)) {
        pieces[opened] = '';
        continue;
      }
    }
    // A space where the text has none is cut, but for blanks.
    const isCutHere = unit === ' ' && text[i] !== ' ' && text[i] !== '\t';
    if (!isCutHere) pieces.push(unit);
    else {
      while ((placeholders[next]?.end ?? Infinity) <= i) next += 1;
      if ((placeholders[next]?.start ?? Infinity) <= i) pieces.push(text[i] as string);
    }
  }
  return pieces.join('');
}

function hasDestination(at: number, text: string, said: string): boolean {
  return said[at] === ' ' && (text[at] === '(' || text[at] === '[');
}

/** Takes out marks that open or close no emphasis within the text. */
function withoutLooseMarks(text: string): string {
  const loose = new Map<number, number>();
  const open: { readonly at: number; readonly mark: string }[] = [];
  for (const { 0: mark, 1: code, index } of text.matchAll(MARK)) {
    if (code !== undefined) continue;
    const [before, after] = [text[index - 1] ?? ' ', text[index + mark.length] ?? ' '];
    // A mark within a word, or with a space on both sides, is a character like any other.
    if (before === '\\' || (before === ' ' && after === ' ') || (WORD.test(before) && WORD.test(after))) continue;
    const last = open[open.length - 1];
    if (last?.mark === mark && before !== ' ') {
      open.pop();
      loose.delete(last.at);
    } else {
      loose.set(index, mark.length);
      if (after !== ' ') open.push({ at: index, mark });
    }
  }
  if (loose.size === 0) return text;
  let result = '';
  let position = 0;
  for (const [at, length] of [...loose].sort(([a], [b]) => a - b)) {
    result += text.slice(position, at);
    position = at + length;
  }
  return result + text.slice(position);
}
