import { CharSet, DOLLAR, FULL_STOP, GREATER_THAN, isAscii, isDash, isDigit, isWord } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { isOutcome } from './context';
import { changeVerbs } from './lexicon';
import { gap } from './phrase';
import { agree, carried, sideMeasureAt } from './side';
import { changed, figureOf, measured, type Measure } from './types';

const [TO, OR, FROM, BETWEEN, AND, BY] = wordIds('to or from between and by');

/** Stands for a dash where a word could join the ends of a range. */
const DASH: WordId = 0;

interface Link {
  readonly next: number;
  /** "to", "or", "and", or `DASH`. */
  readonly word: WordId;
}

const tildes = new CharSet('~〜～');

/** Where a range goes on after its low end: past "-", "–", "to", "or", and "and" after "between". */
function rangeLink(prose: Prose, low: Measure, lead: WordId): Link | undefined {
  const c = prose.code(low.end);
  // "16~30 ms"
  if (tildes.has(c) && isDigit(prose.code(low.end + 1))) return { next: low.end + 1, word: DASH };
  return isDash(c) ? attachedLink(prose, low.end) : separateLink(prose, low.end, lead);
}

/** "3-5", "a 3-to-5 day job", "a 6- to 8-week project", at the dash. */
function attachedLink(prose: Prose, dash: number): Link | undefined {
  const next = dash + 1;
  const to = 'to';
  if (prose.text.startsWith(to, next) && isDash(prose.code(next + to.length)))
    return { next: next + to.length + 1, word: DASH };
  const start = gap(prose, next);
  const word = start > next ? prose.wordAt(start) : 0;
  if (word === TO || word === OR) return { next: gap(prose, prose.lettersEnd(start)), word: DASH };
  return dashLink(prose, next);
}

/** "3 – 5", "3 to 5", from the end of the low figure. */
function separateLink(prose: Prose, end: number, lead: WordId): Link | undefined {
  const p = gap(prose, end);
  if (isDash(prose.code(p))) return dashLink(prose, gap(prose, p + 1));
  const word = p === end ? 0 : prose.wordAt(p);
  if (!joinsRange(word, lead)) return undefined;
  const next = gap(prose, prose.lettersEnd(p));
  return { next: lead === BETWEEN ? pastHedge(prose, next) : next, word };
}

const highHedges = wordSet('about around roughly nearly almost approximately perhaps maybe');

/** "Between 10 and about 15": `from` itself where no hedge stands there. */
const pastHedge = (prose: Prose, from: number): number =>
  highHedges.has(prose.wordAt(from)) ? gap(prose, prose.lettersEnd(from)) : from;

/** Not an arrow ("->") nor a double dash. */
function dashLink(prose: Prose, next: number): Link | undefined {
  const c = prose.code(next);
  return c === GREATER_THAN || isDash(c) ? undefined : { next, word: DASH };
}

/** "from 3 to 5" is a change, "between 3 or 5" is not said. */
function joinsRange(word: WordId, lead: WordId): boolean {
  if (word === TO) return lead !== FROM;
  if (word === OR) return lead !== BETWEEN;
  return word === AND && lead === BETWEEN;
}

/** After these, "12 to 5" is a change. */
const movedLeads = wordSet('went moved goes go from down shift shifted');

/** After these, so is "40K to 120K": how much something grew would not vary that widely. */
const grewLeads = wordSet('grew grown rose climbed jumped went expanded scaled');

/**
 * "Fell 12 pence to 340 pence", "dropped by 11,000 to 218,000": by how much, and to how much. A second figure that is
 * not several times the first makes a range, or a change from the first.
 */
const isStep = (low: Measure, high: Measure, { word }: Link, lead: WordId): boolean =>
  word === TO &&
  (low.kind === 'money'
    ? high.kind === 'money' &&
      (low.factor !== high.factor || ((changeVerbs.has(lead) || addingVerbs.has(lead)) && !movedLeads.has(lead)))
    : low.kind === undefined && high.kind === undefined && low.marked && lead === BY) &&
  measured(high) >= MANY_STEPS * measured(low);
const MANY_STEPS = 5;
/** "Gold added $11 to $1,842" */
const addingVerbs = wordSet('added adds adding surrendered');

/** Neither a share nor a time: "grew 10 to 20%" says by how much. */
const isAmount = ({ kind }: Measure): boolean =>
  kind === undefined || kind === 'count' || kind === 'money' || kind === 'rate' || kind === 'size';

export interface Ranged {
  readonly measure: Measure;
  /** The figures fall ("$2M to $1M") or the verb says they moved: a change without "from". */
  readonly from?: Measure;
  /** A span of years or the like: the scan goes on after it. */
  readonly nothing?: boolean;
}

/**
 * "3-5 days", "$185-$210 k", "between 3 and 5", "two or three weeks"; undefined where no range follows. `lead` is the
 * word before it.
 */
export function rangeFrom(prose: Prose, low: Measure, lead: WordId): Ranged | undefined {
  const link = rangeLink(prose, low, lead);
  const high = link && highEnd(prose, low, link);
  if (!link || !high) return undefined;
  if ((low.suspect && high.suspect && !low.spelled) || isName(low, high, link))
    return { measure: changed(low, { end: high.end }), nothing: true };
  return makeRange(prose, low, high, link, lead) ? joined(low, high, link, lead) : undefined;
}

/** The figure after the link; a currency before the low end holds for it, too. */
function highEnd(prose: Prose, low: Measure, link: Link): Measure | undefined {
  const c = prose.code(link.next);
  if (!isWord(c) && isAscii(c) && c !== DOLLAR && c !== FULL_STOP) return undefined;
  const high = sideMeasureAt(prose, link.next);
  if (low.kind !== 'money' || !low.unit || high?.kind === 'money') return high;
  // "£3-4m": what is not a time is money.
  if (!high) return sideMeasureAt(prose, link.next, low.unit);
  const isSum = link.word === DASH || high.scale > 1 || high.kind === undefined;
  return isSum ? sideMeasureAt(prose, link.next, low.unit) : high;
}

/** "From 0 to 1" is a way of working, "1-1s" are meetings. */
function isName(low: Measure, high: Measure, { word }: Link): boolean {
  if (low.kind !== undefined) return false;
  // "Won 3-1", "passed 217-213"
  if (word === DASH && high.kind === undefined && figureOf(high) < figureOf(low) && !low.marked) return true;
  if (figureOf(low) === 0) return figureOf(high) === 1 && (high.kind === undefined || high.kind === 'count');
  return word === DASH && figureOf(low) === figureOf(high);
}

const isFraction = ({ mantissa, scale }: Measure): boolean => scale === 1 && mantissa > 0 && mantissa < 1;

/** The two are ends of one range: they agree, and one of them says what it is of. */
function makeRange(prose: Prose, low: Measure, high: Measure, link: Link, lead: WordId): boolean {
  if (!agree(low, high) || isStep(low, high, link, lead)) return false;
  const isBareLow = low.kind === undefined;
  // "Rose 0.7 percent to 6,327": by how much, and to how many.
  if (link.word === TO && !isBareLow && low.kind !== 'money' && high.kind === undefined) return false;
  // "3 days or 5 weeks" are two figures.
  if (link.word === OR && !isBareLow) return false;
  if (high.kind !== undefined || high.marked || low.kind === 'money') return true;
  // "F1 of 0.70 to 0.75"
  if (isFraction(low) && isFraction(high)) return lead !== BY || link.word !== TO;
  // "a team of 8-10"
  return link.word !== OR && lead !== BY && isOutcome(prose, low.start);
}

function joined(low: Measure, high: Measure, link: Link, lead: WordId): Ranged | undefined {
  const first = carried(low, high, true);
  const last = carried(high, first, true);
  const isTo = link.word === TO;
  const isBareLow = low.kind === undefined;
  const grew = isTo && grewLeads.has(lead) && isAmount(first) && measured(last) >= 2 * measured(first);
  if (grew) return { measure: last, from: first };
  const moved = isTo && movedLeads.has(lead) && !isBareLow;
  if (!moved && measured(last) >= measured(first))
    return { measure: changed(first, { end: last.end, unit: last.unit, high: last }) };
  // "Passed 218 to 214" is how a vote went.
  if (first.kind === undefined && !first.marked && !moved && !changeVerbs.has(lead))
    return { measure: changed(first, { end: last.end }), nothing: true };
  // "p99 (90 to 30 ms)" fell; "moved 12 to 5 teams" moved people.
  return isTo && !(isBareLow && first.kind === 'count') ? { measure: last, from: first } : undefined;
}
