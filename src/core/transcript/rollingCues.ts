/** Captions that roll or grow show the same words several times: each is kept once. */
import type { Piece } from './transcriptModel';

/** A caption. */
export interface Cue {
  readonly speaker: string;
  readonly start: number;
  readonly end: number;
  /** Its lines, without mark-up; none is blank. */
  readonly lines: readonly string[];
}

/** Cues with less time between them follow one another, in seconds. */
const AT_ONCE = 0.12;
/** So many words are not said twice by chance. */
const NOT_BY_CHANCE = 3;
/** How many words at the end of what was said are compared. */
const MOST_COMPARED = 60;

/** What is said in cues, in the order of time; words that a cue only repeats from the one before are left out. */
export function piecesOfCues(cues: readonly Cue[]): Piece[] {
  const pieces: Piece[] = [];
  /** The place of each speaker’s last piece. */
  const last = new Map<string, number>();
  for (const cue of [...cues].sort((a, b) => a.start - b.start)) {
    const at = last.get(cue.speaker);
    const before = at === undefined ? undefined : pieces[at];
    const text = cue.lines.join(' ');
    const repeated = before ? repeatedWords(cue, text, before) : 'none';
    const end = Math.max(before?.end ?? cue.end, cue.end);
    if (before && at !== undefined && (repeated === 'all' || repeated === 'grown')) {
      pieces[at] = { ...before, end, text: repeated === 'all' ? before.text : text };
      continue;
    }
    const said = typeof repeated === 'number' ? text.split(' ').slice(repeated).join(' ') : text;
    if (said === '') continue;
    last.set(cue.speaker, pieces.length);
    pieces.push({ speaker: cue.speaker, start: cue.start, end: Math.max(cue.start, cue.end), text: said });
  }
  return pieces;
}

/**
 * What a cue repeats of the piece before: all that it says; all of the piece, and says more; or so many words at its
 * beginning.
 */
function repeatedWords({ start, lines }: Cue, text: string, before: Piece): 'none' | 'all' | 'grown' | number {
  const gap = start - (before.end ?? before.start ?? start);
  if (gap > AT_ONCE) return 'none';
  const isOverlapping = gap < 0 || before.start === start;
  const words = text.split(' ');
  const shared = overlap(lastWords(before.text), words);
  // The first line of a cue is the last of the one before: so captions roll.
  const isRolled = lines.length > 1 && lines[0] === words.slice(0, shared).join(' ');
  const isGrown = shared > 1 && shared < words.length && before.text === words.slice(0, shared).join(' ');
  if (shared === 0 || !(isOverlapping || isRolled || isGrown || shared >= NOT_BY_CHANCE)) return 'none';
  if (shared === words.length) return 'all';
  return isGrown && !isRolled ? 'grown' : shared;
}

function lastWords(text: string): string[] {
  // A word has a length: of a longer text only the end is cut into words.
  return text
    .slice(-20 * MOST_COMPARED)
    .split(' ')
    .slice(-MOST_COMPARED);
}

/** With how many words a text begins that another ends with. */
function overlap(tail: readonly string[], words: readonly string[]): number {
  for (let count = Math.min(tail.length, words.length); count > 0; count -= 1) {
    const from = tail.length - count;
    if (words.slice(0, count).every((word, index) => word === tail[from + index])) return count;
  }
  return 0;
}
