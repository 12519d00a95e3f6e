/**
 * What front matter may ask of the YAML library: a thousand levels overflow its stack, which ends the whole extension
 * host, and some small inputs take it many seconds. Nobody writes such front matter by hand.
 */
import type { Span } from '../ports';

/** The longest front matter that is read, in UTF-16 units. */
export const LONGEST = 64 * 1024;
/** The deepest nesting that is read: lists in lists, maps in maps, brackets in brackets. */
const DEEPEST = 64;

interface BeyondLimits extends Span {
  readonly message: string;
}

/** Where YAML first goes beyond the limits; undefined where it stays within. One pass, linear time. */
export function beyondLimits(yaml: string): BeyondLimits | undefined {
  if (yaml.length > LONGEST) {
    const message = `The front matter is longer than ${LONGEST / 1024} KB: keep only keys and short values in it.`;
    return { start: 0, end: 1, message };
  }
  const depth = new DepthCounter();
  for (let start = 0; start < yaml.length;) {
    const lineBreak = yaml.indexOf('\n', start);
    const end = lineBreak < 0 ? yaml.length : lineBreak;
    const at = depth.tooDeepIn(yaml, start, end);
    if (at !== undefined) {
      const message = `The front matter is nested more than ${DEEPEST} levels deep: make it flatter.`;
      return { start: at, end: at + 1, message };
    }
    start = end + 1;
  }
  return undefined;
}

/** Counts levels as a reader would: by indentation and by the marks `- ` and `? ` in blocks, by brackets in flows. */
class DepthCounter {
  /** The columns at which the blocks around the line begin. */
  private readonly columns: number[] = [];
  private brackets = 0;

  /** The offset in the line at which it is too deep. */
  tooDeepIn(yaml: string, start: number, end: number): number | undefined {
    let at = start;
    while (at < end && (yaml[at] === ' ' || yaml[at] === '\t')) at += 1;
    if (at === end || yaml[at] === '#') return undefined;
    while ((this.columns.at(-1) ?? -1) >= at - start) this.columns.pop();
    this.columns.push(at - start);
    for (; this.brackets === 0 && isMark(yaml, at); at = afterSpaces(yaml, at + 1)) {
      this.columns.push(at - start + 1);
      if (this.columns.length > DEEPEST) return at;
    }
    for (; at < end; at += 1) {
      const character = yaml[at];
      if (character === '[' || character === '{') this.brackets += 1;
      else if (character === ']' || character === '}') this.brackets = Math.max(0, this.brackets - 1);
      if (this.columns.length + this.brackets > DEEPEST) return at;
    }
    return undefined;
  }
}

/** A list's `-` or a map's `?` that a blank or the line's end follows. */
function isMark(yaml: string, at: number): boolean {
  const character = yaml[at];
  return (character === '-' || character === '?') && /\s/u.test(yaml[at + 1] ?? ' ');
}

function afterSpaces(yaml: string, from: number): number {
  let at = from;
  while (yaml[at] === ' ' || yaml[at] === '\t') at += 1;
  return at;
}
