import {
  APOSTROPHE,
  CharSet,
  CLOSE_PARENTHESIS,
  COMMA,
  DOLLAR,
  FULL_STOP,
  HYPHEN,
  isAscii,
  isDash,
  isDigit,
  isEastAsian,
  isWord,
  isYearInDigits,
  OPEN_PARENTHESIS,
  PLUS,
  PLUS_MINUS,
  SEMICOLON,
  SLASH,
} from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { directionOf, isHedgeSign, isReplacement } from './context';
import { averages, changeVerbs, hedges } from './lexicon';
import { gap, type Word } from './phrase';
import { rangeFrom } from './range';
import { partOf } from './share';
import { agree, carried, sideMeasureAt } from './side';
import { changed, measured, type Composed, type Measure } from './types';
import { DAY } from './units';

const [TO, FROM, OF, AND, UP, DOWN, BEFORE, AFTER, BUT, AN, BY] = wordIds(
  'to from of and up down before after but an by',
);

/** Past "about", "~", "less than" and the like. */
function pastHedges(prose: Prose, from: number): number {
  let p = from;
  let last: WordId = 0;
  for (let words = 0; words < 4; words++) {
    while (isHedgeSign(prose.code(p)) && prose.code(p) !== PLUS_MINUS) p = gap(prose, p + 1);
    const end = prose.lettersEnd(p);
    const word = prose.wordIn(p, end);
    const next = gap(prose, end);
    // "An hour" is not like "an average".
    const isHedge =
      word === AN ? averages.has(prose.wordAt(next)) : hedges.has(word) || (word === OF && averages.has(last));
    if (!isHedge || next === end) return p;
    last = word;
    p = next;
  }
  return p;
}

/**
 * "By 85 ms to 35 ms", "fell 18 %, to 9 %": how much less or more, and how much it is now. The old figure is worked out
 * from the two, where a verb says which way it went. Shares may be of the old figure or of the whole: they give no old
 * figure, and "by 10% to 20%" is a range.
 */
export function changeBy(prose: Prose, amount: Measure, lead: Word | undefined): Composed | undefined {
  if (!lead || amount.kind === undefined || amount.suspect) return undefined;
  const isBy = lead.id === BY;
  const isShare = amount.kind === 'percent';
  let p = gap(prose, amount.end);
  const isAside = prose.code(p) === COMMA;
  if (isAside ? !isBy && !changeVerbs.has(lead.id) : !isBy || isShare) return undefined;
  if (isAside) p = gap(prose, p + 1);
  if (prose.wordAt(p) !== TO) return undefined;
  const now = sideAt(prose, gap(prose, prose.lettersEnd(p)), amount);
  if (!now || now.kind !== amount.kind || now.unit !== amount.unit || now.high) return undefined;
  const whole = { start: isBy ? lead.start : amount.start, end: now.end, main: now };
  const direction = isShare ? 0 : directionOf(prose, amount.start);
  if (direction === 0) return whole;
  const old = measured(now) - direction * measured(amount);
  return old < 0 ? whole : { ...whole, from: changed(now, { mantissa: old / now.factor, scale: 1 }) };
}

/** What begins a figure, or a word that might. */
const beginsSide = (c: number): boolean =>
  isWord(c) || c === DOLLAR || c === PLUS || c === HYPHEN || c === FULL_STOP || !isAscii(c);

/** The other side of a change at `p`, a range of its own perhaps; `near` is the side that was read before it. */
function sideAt(prose: Prose, p: number, near: Measure): Measure | undefined {
  const start = pastHedges(prose, p);
  if (!beginsSide(prose.code(start))) return undefined;
  const side = sideLike(prose, start, near);
  if (!side) return undefined;
  // "from one in five to one in three"
  const part = near.kind === 'ratio' || near.kind === undefined ? partOf(prose, side) : undefined;
  // "from 3.9 to 4.6 out of 5" is of a score, "from 8 to 12 of our customers" is not a share.
  const isShare = part !== undefined && (near.kind === 'ratio' || part.kind === 'points' || isPerMany(part));
  const whole = isShare ? part : side;
  // After "to" another "to" goes on with a series.
  return rangeFrom(prose, whole, FROM)?.measure ?? whole;
}

/** "From 60 to 45 per thousand": both are shares of so many. */
const isPerMany = ({ kind, whole }: Measure): boolean =>
  kind === 'ratio' && whole >= 100 && Number.isInteger(Math.log10(whole));

/** The figure at `start`, with the currency of `near` where it takes one: "from $2 to 3 million". */
function sideLike(prose: Prose, start: number, near: Measure): Measure | undefined {
  const side = sideMeasureAt(prose, start);
  if (near.kind !== 'money') return side;
  if (!side) return isDigit(prose.code(start)) ? sideMeasureAt(prose, start, near.unit) : undefined;
  const takesCurrency = side.kind === undefined || (side.kind === 'count' && side.scale > 1);
  return takesCurrency ? sideMeasureAt(prose, start, near.unit) : side;
}

const onDay = wordSet('on this next every each');
const weekdays = wordSet(`
  monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday
  sundays weekdays am pm
`);

/** "From 10 to 11 on Thursday": hours of a day. */
function isOnDay(prose: Prose, end: number): boolean {
  const p = gap(prose, end);
  const word = prose.wordAt(p);
  return weekdays.has(prose.wordAt(onDay.has(word) ? gap(prose, prose.lettersEnd(p)) : p));
}

/** "upgraded from 11 to 17", "from 10 to 11 on Thursday": numbers without a unit that are names and times. */
const isOfNames = (prose: Prose, start: number, end: number, to: Measure): boolean =>
  isReplacement(prose, start) || (measured(to) <= 24 && isOnDay(prose, end));

/** The change from `start` to `end`; undefined where the two are not two states of one thing. */
function changeOf(prose: Prose, start: number, end: number, to: Measure, from: Measure): Composed | undefined {
  if (!agree(to, from)) return undefined;
  const isBare = to.kind === undefined && from.kind === undefined;
  if (isBare && isOfNames(prose, start, end, to)) return undefined;
  // What would be doubtful alone ("three teams to one") is a figure here.
  const stated = carried(to, from, false);
  const main = stated.suspect ? changed(stated, { suspect: false }) : stated;
  return { start, end, main, from: carried(from, main, false) };
}

const ARROWS = ['-->', '->', '=>', '–>', '→', '⇒', '➜', '➔'];
const arrowStarts = new CharSet(ARROWS.map((arrow) => arrow.charAt(0)).join(''));

/** "From … to", between two figures in Japanese, Chinese and Korean. */
const EAST_ASIAN_LINKS =
  `から 에서 到 降到 降至 降为 降低到 下降到 减少到 缩短到 提升到 提高到 升到 升至 增至 增加到 增长到`.split(' ');

const rises = new CharSet('升增提');

/** "0%から100%" may be a span as well as a change: only a fall, or a word for a rise, is one. */
function isSpanInEastAsia(prose: Prose, near: Measure, target: Measure): boolean {
  const start = gap(prose, near.end);
  if (!isEastAsian(prose.code(start)) || measured(target) < measured(near)) return false;
  for (let p = start; p < target.start; p++) if (rises.has(prose.code(p))) return false;
  return true;
}

/** Past "→", "->", "=>" and "-->"; -1 where there is no arrow. */
function arrowEnd(prose: Prose, from: number): number {
  const p = gap(prose, from);
  if (isEastAsian(prose.code(p))) {
    const link = EAST_ASIAN_LINKS.find((each) => prose.text.startsWith(each, p));
    return link === undefined ? -1 : gap(prose, p + link.length);
  }
  if (!arrowStarts.has(prose.code(p))) return -1;
  const arrow = ARROWS.find((each) => prose.text.startsWith(each, p));
  return arrow === undefined ? -1 : gap(prose, p + arrow.length);
}

const clauseWords = wordSet('and but which who that while because so when then or');

/** Words between a figure and "to": "from 12 engineers in two teams to 5". */
const MOST_BEFORE_TO = 6;
const MOST_BEFORE_FROM = 3;
const LONGEST_BETWEEN = 40;

const joinsWord = (c: number): boolean => isDash(c) || c === APOSTROPHE || c === SLASH;

/** The end of a word with dashes, apostrophes and slashes in it; `start` where none is. */
function longWordEnd(prose: Prose, start: number): number {
  const limit = Math.min(start + LONGEST_BETWEEN, prose.length);
  let end = start;
  while (end < limit && (isWord(prose.code(end)) || (end > start && joinsWord(prose.code(end))))) end++;
  return end;
}

/** A second figure on the way makes it another clause; a year does not. */
const isOtherFigure = (prose: Prose, start: number, end: number): boolean =>
  isDigit(prose.code(start)) && !isYearInDigits(prose.text.slice(start, end));

/** Past `word` ("to", "from"), at most `limit` plain words on, within the clause; -1 where it does not come. */
function pastWord(prose: Prose, from: number, word: WordId, limit: number): number {
  let p = from;
  for (let words = 0; words <= limit; words++) {
    const start = gap(prose, p);
    const end = longWordEnd(prose, start);
    if (start === p || end === start) return -1;
    const found = prose.wordIn(start, end);
    if (found === word) {
      const next = gap(prose, end);
      return next === end ? -1 : next;
    }
    if (clauseWords.has(found) || isOtherFigure(prose, start, end)) return -1;
    p = end;
  }
  return -1;
}

/** "120 → 35 ms", "from 120 to 35 ms": the new figure comes after `near`, the old one. `lead` is the word before. */
export function changeForward(prose: Prose, near: Measure, lead: Word | undefined): Composed | undefined {
  const isFrom = lead?.id === FROM;
  const arrow = arrowEnd(prose, near.end);
  const ahead = arrow < 0 && isFrom ? pastWord(prose, near.end, TO, MOST_BEFORE_TO) : arrow;
  const target = ahead < 0 ? undefined : sideAt(prose, ahead, near);
  if (!target) return undefined;
  if (isSpanInEastAsia(prose, near, target)) return undefined;
  const last = lastOfSeries(prose, target, (end) => (arrow < 0 ? toEnd(prose, end) : arrowEnd(prose, end)));
  return changeOf(prose, isFrom ? lead.start : near.start, last.end, last, near);
}

/** Past "to" right after a figure; -1 where it does not come. */
function toEnd(prose: Prose, end: number): number {
  const p = gap(prose, end);
  return p > end && prose.wordAt(p) === TO ? gap(prose, prose.lettersEnd(p)) : -1;
}

/** "5% → 25% → 100%" and "from $160 to $180 to $200" go from first to last; `link` reads past what joins two. */
function lastOfSeries(prose: Prose, first: Measure, link: (end: number) => number): Measure {
  let last = first;
  for (let links = 0; links < 8; links++) {
    const further = link(last.end);
    const next = further < 0 ? undefined : sideAt(prose, further, last);
    if (!next || !agree(next, last)) break;
    last = next;
  }
  return last;
}

/** "400 ms before, 150 ms after": one of the two says of what. Days before and after are of an event. */
export function changeAfterwards(prose: Prose, near: Measure): Composed | undefined {
  const before = gap(prose, near.end);
  if (before === near.end || prose.wordAt(before) !== BEFORE) return undefined;
  if (near.kind === 'duration' && near.factor >= DAY) return undefined;
  const beforeEnd = prose.lettersEnd(before);
  const p = pastLink(prose, beforeEnd);
  const to = p === beforeEnd ? undefined : sideAt(prose, p, near);
  if (!to || (to.kind === undefined && near.kind === undefined)) return undefined;
  const after = gap(prose, to.end);
  if (after === to.end || prose.wordAt(after) !== AFTER) return undefined;
  return changeOf(prose, near.start, prose.lettersEnd(after), to, near);
}

/** Past a comma or semicolon, and "and" or "but". */
function pastLink(prose: Prose, from: number): number {
  let p = gap(prose, from);
  if (prose.code(p) === COMMA || prose.code(p) === SEMICOLON) p = gap(prose, p + 1);
  const word = prose.wordAt(p);
  return word === AND || word === BUT ? gap(prose, prose.lettersEnd(p)) : p;
}

/** "71%, up from 62%", "to $0.42 from $1.10": the old figure comes after `near`, the new one. */
export function changeBackward(prose: Prose, near: Measure, lead: Word | undefined): Composed | undefined {
  const isTo = lead?.id === TO;
  if (near.kind === undefined && !near.marked && !isTo) return undefined;
  const back = backLink(prose, near.end, isTo);
  const source = back < 0 ? undefined : sideAt(prose, back, near);
  if (!source || (source.kind === undefined && !isTo && !source.marked && source.suspect)) return undefined;
  return changeOf(prose, isTo ? lead.start : near.start, closedEnd(prose, near, source), near, source);
}

/** "up from", "down from", "from" after the new figure, perhaps in parentheses; the index after them, or -1. */
function backLink(prose: Prose, end: number, plain: boolean): number {
  let p = gap(prose, end);
  if (prose.code(p) === COMMA || prose.code(p) === OPEN_PARENTHESIS) p = gap(prose, p + 1);
  const word = prose.wordAt(p);
  // "To 1 in 14, from 1 in 8"
  if (plain && word === FROM) return gap(prose, prose.lettersEnd(p));
  if (word !== UP && word !== DOWN) return plain ? pastWord(prose, end, FROM, MOST_BEFORE_FROM) : -1;
  const next = gap(prose, prose.lettersEnd(p));
  return prose.wordAt(next) === FROM ? gap(prose, prose.lettersEnd(next)) : -1;
}

/** The parenthesis that opened before the old figure belongs to the change: "71% (up from 62%)". */
function closedEnd(prose: Prose, near: Measure, source: Measure): number {
  const isClosed =
    prose.code(source.end) === CLOSE_PARENTHESIS && prose.text.slice(near.end, source.start).includes('(');
  return isClosed ? source.end + 1 : source.end;
}
