import { CharSet, COMMA, FULL_STOP, isAscii, isLetter, OPEN_PARENTHESIS } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import { changeAfterwards, changeBackward, changeBy, changeForward } from './change';
import { isChanged, leadWord } from './context';
import { gap, idBefore, wordBefore, type Word } from './phrase';
import { rangeFrom } from './range';
import { changed, measured, type Composed, type Measure } from './types';

const [BETWEEN, FROM, TO, BY, RANGING, IN] = wordIds('between from to by ranging in');

/** Words after a figure with which a range or a change may go on. */
const links = wordSet('to or and before up down');

/** As above, after a comma or an opening bracket: "18%, to 9%", "71% (up from 62%)". */
const asides = wordSet('to up down');
/** Other marks with which one may go on: dashes, arrows and tildes. All except these are outside ASCII. */
const marks = new CharSet('-=~');

/**
 * One look at what follows tells that nearly every figure stands alone: neither a range nor a change goes on with this
 * word or mark. `lead` is the word before the figure.
 */
function standsAlone(prose: Prose, { end }: Measure, lead: WordId): boolean {
  if (lead === FROM || lead === TO) return false;
  const next = gap(prose, end);
  const c = prose.code(next);
  if (isLetter(c)) return !links.has(prose.wordAt(next));
  if (c === COMMA || c === OPEN_PARENTHESIS) return !asides.has(prose.wordAt(gap(prose, next + 1)));
  return isAscii(c) && !marks.has(c);
}

/** "By 85 ms to 35": by how much, and to how much. "By 10% to 20%" is open. */
function amountBy(prose: Prose, amount: Measure, lead: WordId): Composed | undefined {
  const isAmount = lead === BY && amount.kind !== undefined && amount.kind !== 'percent';
  return isAmount && prose.wordAt(gap(prose, amount.end)) === TO ? alone(amount) : undefined;
}

/** "From 0 to 1" is a way of working. */
const isBeginning = ({ main, from }: Composed): boolean =>
  main.kind === undefined && from !== undefined && measured(from) === 0 && measured(main) === 1;

/** What spreads from one figure to another does not change. */
const spreadLeads = wordSet(
  'range ranges ranged ranging vary varies varied varying anywhere span spans spanned spanning run runs ran running',
);
/** Where no verb of change stands before them, these spread: "salaries from $185k to $210k". */
const spreadNouns = wordSet(`
  salaries salary prices price offers bands band fees costs quotes rates bids budgets deals sizes tickets estimates rents
  wages bonuses packages grants loans ages temperatures discounts invoices orders plans contracts tiers scores
`);

/** The range that `change` is after all: "ranging from 10 minutes to 2 days". `lead` is its "from". */
function spread(prose: Prose, change: Composed, lead: Word, floor: number): Composed {
  const { main, from } = change;
  if (!from || main.high || from.high || measured(from) > measured(main) || !isSpread(prose, lead)) return change;
  const start = rangingStart(prose, lead, floor);
  return { start, end: change.end, main: changed(from, { end: main.end, high: main }) };
}

/** Such a verb stands before "from", perhaps with "in age" or "in size" between, or such a noun. */
function isSpread(prose: Prose, lead: Word): boolean {
  const before = wordBefore(prose, lead.start);
  if (!before) return false;
  if (spreadLeads.has(before.id)) return true;
  if (spreadNouns.has(before.id) && !isChanged(prose, before.start)) return true;
  const second = wordBefore(prose, before.start);
  return second?.id === IN && spreadLeads.has(idBefore(prose, second.start));
}

/** Where "ranging between" starts; or "between" or "from" itself. */
function rangingStart(prose: Prose, lead: Word, floor: number): number {
  const before = wordBefore(prose, lead.start);
  return before?.id === RANGING && before.start >= floor ? before.start : lead.start;
}

/** A number, but no quantity: the scan goes on at `end`. */
interface Nothing {
  readonly nothing: true;
  readonly end: number;
}

const alone = (m: Measure): Composed => ({ start: m.start, end: m.end, main: m });

/**
 * The whole quantity that `first` begins: a change ("from 120 to 35 ms", "120 → 35 ms", "to $0.42 from $1.10", "71%, up
 * from 62%"), a range, or `first` alone. `floor` is where the one before ended.
 */
export function composed(prose: Prose, first: Measure, floor: number): Composed | Nothing {
  if (prose.code(first.end) === FULL_STOP) return alone(first);
  const before = leadWord(prose, first.start);
  const lead = before && before.start >= floor ? before : undefined;
  const leadId = lead === undefined ? 0 : lead.id;
  if (standsAlone(prose, first, leadId)) return alone(first);
  const by = changeBy(prose, first, lead) ?? amountBy(prose, first, leadId);
  if (by) return by;
  const range = rangeFrom(prose, first, leadId);
  if (range?.nothing) return { nothing: true, end: range.measure.end };
  const near = range?.measure ?? first;
  if (range?.from) return { start: first.start, end: near.end, main: near, from: range.from };
  return (
    (lead && leadId === FROM ? changeFrom(prose, near, lead, floor) : change(prose, near, lead)) ??
    (lead && leadId === BETWEEN && near.high
      ? { ...alone(near), start: rangingStart(prose, lead, floor) }
      : alone(near))
  );
}

const change = (prose: Prose, near: Measure, lead: Word | undefined): Composed | undefined =>
  changeForward(prose, near, lead) ?? changeAfterwards(prose, near) ?? changeBackward(prose, near, lead);

/** What begins with "from", which is `lead`. */
function changeFrom(prose: Prose, near: Measure, lead: Word, floor: number): Composed | Nothing | undefined {
  const whole = change(prose, near, lead);
  if (!whole) return undefined;
  return isBeginning(whole) ? { nothing: true, end: whole.end } : spread(prose, whole, lead, floor);
}
