import { isDigit, isWord, isDash } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordSet, wordIds, type WordId } from '../prose/vocabulary';
import { articleMeasure } from './article';
import { isHedgeSign, isReplacement, leadWord } from './context';
import { hedges, averages } from './lexicon';
import { isMeasure, measureAt } from './measure';
import { gap } from './phrase';
import { partOf } from './ratio';
import { copyOf, measured, stretched, type Measure } from './types';

const PLUS_MINUS = 0xb1;
const [TO, OR, FROM, BETWEEN, AND, OF, UP, DOWN, BEFORE, AFTER, BUT] = wordIds(
  'to or from between and of up down before after but',
);
const onDay = wordSet('on this next every each');
const weekdays = wordSet(
  'monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday sundays weekdays am pm',
);

/** Two measures put together, or one alone: `from` is the old figure of a change. */
export interface Composed {
  readonly start: number;
  readonly end: number;
  readonly main: Measure;
  readonly from?: Measure;
}

/**
 * The measure at `p`, in figures, words or as "an hour"; undefined where none is. `money` is a currency the figure
 * takes over.
 */
function figureAt(prose: Prose, p: number, money?: string | null): Measure | undefined {
  const found = measureAt(prose, p, money ?? undefined);
  if (isMeasure(found)) return found;
  return found === undefined ? articleMeasure(prose, p) : undefined;
}

const magnitudeOf = (m: Measure): number => Math.abs(m.mantissa * m.scale);

/** Gives a bare or half-said side of a pair what the other side says: its unit, and the scale in "$2-3 million". */
function carried(side: Measure, other: Measure, range: boolean): Measure {
  let { scale } = side;
  if (
    scale === 1 &&
    other.scale > 1 &&
    magnitudeOf(side) < 1000 &&
    side.mantissa !== 0 &&
    (side.kind === undefined || side.kind === other.kind)
  ) {
    const proportion = side.mantissa / other.mantissa;
    if (range ? proportion <= 1 : proportion >= 0.1 && proportion <= 10) scale = other.scale;
  }
  const takesKind = side.kind === undefined && other.kind !== undefined;
  const takesUnit = takesKind || (side.kind === other.kind && side.unit === null && other.unit !== null);
  if (!takesUnit && scale === side.scale) return side;
  const made = copyOf(side);
  made.scale = scale;
  if (takesUnit) made.unit = other.unit;
  if (takesKind) {
    made.kind = other.kind;
    made.factor = other.factor;
  }
  return made;
}

const stem = (unit: string): string => (unit.split(' ').pop() ?? unit).toLowerCase().replace(/s$/, '');

/** Both sides measure the same thing, or one of them does not say what it measures. */
export function agree(a: Measure, b: Measure): boolean {
  if ((a.suspect && !a.spelled) || (b.suspect && !b.spelled)) return false;
  if (a.kind === undefined || b.kind === undefined) return true;
  if (a.kind !== b.kind) return false;
  if (a.unit === b.unit || a.unit === null || b.unit === null) return true;
  return (a.kind === 'count' || a.kind === 'rate' || a.kind === 'points') && stem(a.unit) === stem(b.unit);
}

/** Stands for a dash where a word could join the ends of a range. */
const DASH: WordId = 0;

interface Link {
  readonly next: number;
  /** "to", "or", "and", or `DASH`. */
  readonly word: WordId;
}

/** Where a range goes on after its low end: past "-", "–", "to", "or", and "and" after "between". */
function rangeLink(prose: Prose, low: Measure, lead: WordId): Link | undefined {
  const attached = isDash(prose.code(low.end));
  // "a 3-to-5 day job"
  if (attached && prose.text.startsWith('to', low.end + 1) && isDash(prose.code(low.end + 3)))
    return { next: low.end + 4, word: DASH };
  // "a 6- to 8-week project"
  if (attached && gap(prose, low.end + 1) > low.end + 1) {
    const start = gap(prose, low.end + 1);
    const word = prose.wordAt(start);
    if (word === TO || word === OR) return { next: gap(prose, start + 2), word: DASH };
  }
  let p = attached ? low.end : gap(prose, low.end);
  if (isDash(prose.code(p))) {
    p = attached ? p + 1 : gap(prose, p + 1);
    const c = prose.code(p);
    return c === 62 || isDash(c) ? undefined : { next: p, word: DASH };
  }
  const c = prose.code(p) | 32;
  if (p === low.end || (c !== 116 && c !== 111 && c !== 97)) return undefined;
  const word = prose.wordAt(p);
  if (!(word === TO && lead !== FROM) && !(word === OR && lead !== BETWEEN) && !(word === AND && lead === BETWEEN))
    return undefined;
  return { next: gap(prose, prose.lettersEnd(p)), word };
}

/** After these, "12 to 5" tells a change. */
const movedLeads = wordSet('went moved goes go from down shift shifted');

/** After these, so does "40K to 120K": by how much it may have grown would not differ so much. */
const grewLeads = wordSet('grew grown rose climbed jumped went expanded scaled');

/** Neither a share nor a time: "grew 10 to 20%" says by how much. */
const isAmount = (m: Measure): boolean =>
  m.kind === undefined || m.kind === 'count' || m.kind === 'money' || m.kind === 'rate' || m.kind === 'size';

interface Ranged {
  readonly measure: Measure;
  /** The figures fall ("$2M to $1M") or the verb says they moved: a change told without "from". */
  readonly from?: Measure;
  /** A span of years or the like: the scan goes on after it. */
  readonly nothing?: boolean;
}

/** "3-5 days", "$185-$210 k", "between 3 and 5", "two or three weeks"; undefined where no range follows. */
function ranged(prose: Prose, low: Measure, lead: WordId): Ranged | undefined {
  const link = rangeLink(prose, low, lead);
  if (!link) return undefined;
  const c = prose.code(link.next);
  if (!isWord(c) && c < 128 && c !== 36 && c !== 46) return undefined;
  const money = low.kind === 'money' ? low.unit : undefined;
  let high = figureAt(prose, link.next);
  if (money && high && high.kind !== 'money' && (link.word === DASH || high.scale > 1 || high.kind === undefined))
    high = figureAt(prose, link.next, money);
  if (!high) return undefined;
  if (low.suspect && high.suspect && !low.spelled)
    return { measure: stretched(low, low.start, high.end), nothing: true };
  const bareLow = low.kind === undefined;
  if (
    !agree(low, high) ||
    (link.word === OR && !bareLow) ||
    (high.kind === undefined && !high.marked && !bareLow && low.kind !== 'money')
  )
    return undefined;
  const first = carried(low, high, true);
  const last = carried(high, first, true);
  if (bareLow && high.kind === undefined && !high.marked) return undefined;
  const moved = movedLeads.has(lead);
  if (link.word === TO && grewLeads.has(lead) && isAmount(first) && measured(last) >= 2 * measured(first))
    return { measure: last, from: first };
  if (measured(last) < measured(first) || (link.word === TO && moved && !bareLow)) {
    // "p99 (90 to 30 ms)" fell; "moved 12 to 5 teams" moved people.
    return (bareLow && first.kind === 'count') || link.word !== TO ? undefined : { measure: last, from: first };
  }
  const joined = copyOf(first);
  joined.end = last.end;
  joined.unit = last.unit;
  joined.high = last;
  return { measure: joined };
}

/** Past "about", "~", "less than" and the like. */
function pastHedges(prose: Prose, from: number): number {
  let p = from;
  let last: WordId = 0;
  for (let i = 0; i < 4; i++) {
    while (isHedgeSign(prose.code(p)) && prose.code(p) !== PLUS_MINUS) p = gap(prose, p + 1);
    const end = prose.lettersEnd(p);
    const word = prose.wordIn(p, end);
    const isOf = word === OF && averages.has(last);
    if (end === p || !(hedges.has(word) || isOf)) return p;
    last = word;
    const next = gap(prose, end);
    if (next === end) return p;
    p = next;
  }
  return p;
}

/** Past "→", "->", "=>" and "-->"; -1 where there is no arrow. */
function arrowEnd(prose: Prose, from: number): number {
  const p = gap(prose, from);
  const c = prose.code(p);
  if (c !== 45 && c !== 61 && !(c > 0x2000)) return -1;
  if (c === 0x2192 || c === 0x21d2 || c === 0x279c || c === 0x2794) return gap(prose, p + 1);
  for (const arrow of ['-->', '->', '=>', '–>'])
    if (prose.text.startsWith(arrow, p)) return gap(prose, p + arrow.length);
  return -1;
}

const MAX_BETWEEN = 6;
const clauseWords = wordSet('and but which who that while because so when then or');

/** Past `word` ("to", "from"), at most `limit` plain words on, within the clause; -1 where it does not come. */
function pastWord(prose: Prose, from: number, word: WordId, limit: number): number {
  let p = from;
  for (let i = 0; i <= limit; i++) {
    const start = gap(prose, p);
    if (start === p) return -1;
    let end = start;
    const floor = Math.min(start + 40, prose.length);
    while (
      end < floor &&
      (isWord(prose.code(end)) ||
        (end > start && (isDash(prose.code(end)) || prose.code(end) === 39 || prose.code(end) === 47)))
    )
      end++;
    if (end === start) return -1;
    const found = prose.wordIn(start, end);
    if (found === word) return gap(prose, end) === end ? -1 : gap(prose, end);
    // A second figure on the way makes it another clause; a year or a quarter does not.
    if (clauseWords.has(found) || (isDigit(prose.code(start)) && !/^(?:19|20)\d\d$/.test(prose.text.slice(start, end))))
      return -1;
    p = end;
  }
  return -1;
}

/** The other side of a change at `p`, a range of its own perhaps. */
function sideAt(prose: Prose, p: number, near: Measure): Measure | undefined {
  if (p < 0) return undefined;
  const at = pastHedges(prose, p);
  const c = prose.code(at);
  if (!(isWord(c) || c === 36 || c === 43 || c === 45 || c >= 0x80 || c === 46)) return undefined;
  let side = figureAt(prose, at);
  if (
    side &&
    near.kind === 'money' &&
    side.kind !== 'money' &&
    (side.kind === undefined || (side.kind === 'count' && side.scale > 1))
  )
    side = figureAt(prose, at, near.unit);
  if (!side) return undefined;
  // "from one in five to one in three"
  if (near.kind === 'ratio') side = partOf(prose, side) ?? side;
  return ranged(prose, side, TO)?.measure ?? side;
}

const isWholeIdiom = (from: Measure, to: Measure): boolean =>
  from.kind === undefined && to.kind === undefined && measured(from) === 0 && measured(to) === 1;

/** "From 10 to 11 on Thursday": hours of a day. */
function isOnDay(prose: Prose, end: number): boolean {
  const p = gap(prose, end);
  const word = prose.wordAt(p);
  return weekdays.has(prose.wordAt(onDay.has(word) ? gap(prose, prose.lettersEnd(p)) : p));
}

/** What is loose talk alone is a figure here. */
function trusted(m: Measure): Measure {
  const made = copyOf(m);
  made.suspect = false;
  return made;
}

function change(prose: Prose, start: number, end: number, to: Measure, from: Measure): Composed | undefined {
  if (!agree(to, from) || isWholeIdiom(from, to)) return undefined;
  const bare = to.kind === undefined && from.kind === undefined;
  if (bare && (isReplacement(prose, start) || (measured(to) <= 24 && isOnDay(prose, end)))) return undefined;
  const taken = carried(to, from, false);
  // "From three teams to one".
  const main = taken.suspect ? trusted(taken) : taken;
  return { start, end, main, from: carried(from, main, false) };
}

const DAY = 86_400_000;

/**
 * The new figure in "400 ms before, 150 ms after", whose old one is `near`: one of the two says of what. Days before
 * and after are of an event.
 */
function afterwards(prose: Prose, near: Measure): { readonly measure: Measure; readonly end: number } | undefined {
  const before = gap(prose, near.end);
  if (before === near.end || prose.wordAt(before) !== BEFORE || (near.kind === 'duration' && near.factor >= DAY))
    return undefined;
  let p = gap(prose, before + 6);
  const c = prose.code(p);
  if (c === 44 || c === 59) p = gap(prose, p + 1);
  const link = prose.wordAt(p);
  if (link === AND || link === BUT) p = gap(prose, prose.lettersEnd(p));
  const measure = p === before + 6 ? undefined : sideAt(prose, p, near);
  if (!measure || (measure.kind === undefined && near.kind === undefined)) return undefined;
  const after = gap(prose, measure.end);
  return after > measure.end && prose.wordAt(after) === AFTER ? { measure, end: prose.lettersEnd(after) } : undefined;
}

/** "up from", "down from", "from" after the new figure, perhaps in parentheses; the index after them, or -1. */
function backLink(prose: Prose, end: number, plain: boolean): number {
  let p = gap(prose, end);
  const c = prose.code(p);
  if (c === 44 || c === 40) p = gap(prose, p + 1);
  const letter = prose.code(p) | 32;
  const first = letter === 117 || letter === 100 ? prose.wordAt(p) : 0;
  if (first === UP || first === DOWN) {
    const next = gap(prose, prose.lettersEnd(p));
    return prose.wordAt(next) === FROM ? gap(prose, next + 4) : -1;
  }
  return plain ? pastWord(prose, end, FROM, 3) : -1;
}

/**
 * The whole quantity that `first` begins: a change ("from 120 to 35 ms", "120 → 35 ms", "to $0.42 from $1.10", "71%, up
 * from 62%"),
 * a range, or `first` alone. `floor` is where the one before ended.
 */
export function composed(prose: Prose, first: Measure, floor: number): Composed | { nothing: true; end: number } {
  const before = leadWord(prose, first.start);
  const lead = before && before.start >= floor ? before : undefined;
  const range = ranged(prose, first, lead?.id ?? 0);
  if (range?.nothing) return { nothing: true, end: range.measure.end };
  const near = range?.measure ?? first;
  const isBetween = lead?.id === BETWEEN && near.high !== undefined;
  if (range?.from) return { start: first.start, end: near.end, main: near, from: range.from };
  const arrow = arrowEnd(prose, near.end);
  const opens = lead?.id === FROM ? lead.start : first.start;
  const ahead = arrow >= 0 ? arrow : lead?.id === FROM ? pastWord(prose, near.end, TO, MAX_BETWEEN) : -1;
  let target = sideAt(prose, ahead, near);
  // "5% → 25% → 100%" goes from the first to the last.
  for (let i = 0; i < 8 && target && arrow >= 0; i++) {
    const further = arrowEnd(prose, target.end);
    const next = further >= 0 ? sideAt(prose, further, target) : undefined;
    if (!next || !agree(next, target)) break;
    target = next;
  }
  if (target) {
    const whole = change(prose, opens, target.end, target, near);
    if (whole) return whole;
  }
  const later = afterwards(prose, near);
  if (later) {
    const whole = change(prose, first.start, later.end, later.measure, near);
    if (whole) return whole;
  }
  const isTo = lead?.id === TO;
  const back = near.kind === undefined && !near.marked && !isTo ? -1 : backLink(prose, near.end, isTo);
  const source = sideAt(prose, back, near);
  if (source && !(source.kind === undefined && !isTo && !source.marked && source.suspect)) {
    const closed =
      prose.code(source.end) === 41 && prose.text.slice(near.end, source.start).includes('(')
        ? source.end + 1
        : source.end;
    const whole = change(prose, isTo && lead ? lead.start : first.start, closed, near, source);
    if (whole) return whole;
  }
  return { start: isBetween && lead ? lead.start : first.start, end: near.end, main: near };
}
