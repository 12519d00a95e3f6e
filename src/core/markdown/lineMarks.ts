/** What a line's marks say, looked at from where its indentation and its containers' marks end. */
import { isSpaceOrTab, type Cursor } from './lineCursor';

const HASH = 35;
const STAR = 42;
const PLUS = 43;
const HYPHEN = 45;
const FULL_STOP = 46;
const EQUALS = 61;
const UNDERSCORE = 95;
const BACKTICK = 96;
const TILDE = 126;
const CLOSING = 41;
const LONGEST_NUMBER = 9;

/** The level of the heading that number signs at `pos` make; 0 where they make none. */
export function headingLevelAt(text: string, pos: number, end: number): number {
  const level = runEnd(text, pos, Math.min(end, pos + 7), HASH) - pos;
  const isHeading = level > 0 && level < 7 && (pos + level === end || isSpaceOrTab(text.charCodeAt(pos + level)));
  return isHeading ? level : 0;
}

/** How many backticks or tildes open a fence at `pos`; 0 where none do. */
export function fenceAt(text: string, pos: number, end: number): number {
  const mark = text.charCodeAt(pos);
  if (mark !== BACKTICK && mark !== TILDE) return 0;
  const open = runEnd(text, pos, end, mark);
  if (open - pos < 3) return 0;
  // With a backtick after them, backticks are a code span in a paragraph.
  return mark === BACKTICK && text.slice(open, end).includes('`') ? 0 : open - pos;
}

/** Whether the line is a run of `=` or `-` alone, which makes a heading of the paragraph above. */
export function isUnderlineAt(text: string, pos: number, end: number): boolean {
  const mark = text.charCodeAt(pos);
  if (mark !== EQUALS && mark !== HYPHEN) return false;
  let at = runEnd(text, pos, end, mark);
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at += 1;
  return at === end;
}

/** Whether the cursor stands before a thematic break: three `*`, `-` or `_` or more, and nothing else. */
export function isRuleAt(text: string, cursor: Cursor): boolean {
  const { pos, end } = cursor;
  const mark = text.charCodeAt(pos);
  if (mark !== STAR && mark !== HYPHEN && mark !== UNDERSCORE) return false;
  if (pos < cursor.noRuleBefore) return false;
  let count = 0;
  for (let at = pos; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === mark) count += 1;
    else if (!isSpaceOrTab(unit)) {
      cursor.noRuleBefore = at;
      return false;
    }
  }
  return count >= 3;
}

/** The length of the list marker at `pos`, without the white space after it; 0 where there is none. */
export function listMarkerAt(text: string, pos: number, end: number): number {
  const first = text.charCodeAt(pos);
  let at = pos;
  if (first !== STAR && first !== HYPHEN && first !== PLUS) {
    while (at < end && isDigit(text.charCodeAt(at)) && at - pos <= LONGEST_NUMBER) at += 1;
    const mark = at < end ? text.charCodeAt(at) : 0;
    if (at === pos || at - pos > LONGEST_NUMBER || (mark !== FULL_STOP && mark !== CLOSING)) return 0;
  }
  const length = at + 1 - pos;
  return at + 1 >= end || isSpaceOrTab(text.charCodeAt(at + 1)) ? length : 0;
}

const DASHES = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/u;

/** Whether two lines begin a table: the second has a dash for each of the first one's columns. */
export function isTableAt(text: string, head: Cursor, dashes: Cursor): boolean {
  const first = text.charCodeAt(dashes.pos);
  if (dashes.end - dashes.pos < 2 || (first === HYPHEN && isSpaceOrTab(text.charCodeAt(dashes.pos + 1)))) return false;
  const row = text.slice(dashes.pos, dashes.end);
  const titles = text.slice(head.pos, head.end).trim();
  return titles.includes('|') && DASHES.test(row) && columns(row.trim()) === columns(titles);
}

/** How many cells a row of a table has: bars separate them, and may also come before the first and after the last. */
function columns(row: string): number {
  let count = 1;
  let lastBar = -1;
  for (let at = row.indexOf('|'); at >= 0; at = row.indexOf('|', at + 1)) {
    if (at > 0 && row[at - 1] === '\\') continue;
    count += 1;
    lastBar = at;
  }
  if (row.startsWith('|')) count -= 1;
  return count > 0 && lastBar === row.length - 1 ? count - 1 : count;
}

function runEnd(text: string, pos: number, end: number, mark: number): number {
  let at = pos;
  while (at < end && text.charCodeAt(at) === mark) at += 1;
  return at;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
