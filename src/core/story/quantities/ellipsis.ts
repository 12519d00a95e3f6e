import { COMMA, FULL_STOP, isDigit, isLetter, isUpper, SEMICOLON } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet } from '../prose/vocabulary';
import { endBefore, gap, idBefore, wordBefore } from './phrase';
import { carried } from './side';
import type { Measure } from './types';

const [AND] = wordIds('and');

/** How far back the figure may stand that says of what. */
const LONGEST = 90;
/** Set a second figure beside the first: "41 days vs 58", "the new ones do 31". */
const beside = wordSet('vs versus against do does did than');
/** Where, when or how: what the second figure is told for. */
const settings = wordSet('in at by on last this before today now after from a');
/** After one of these, before both figures, it is the same again: "in 30 days by us and in 120 by them". */
const sameLeads = wordSet('in for within after');

/** The two stand in one sentence, with no other number and no line between them. */
function isOneSentence(prose: Prose, from: number, to: number): boolean {
  for (let p = from; p < to; p++) {
    const c = prose.code(p);
    if (isDigit(c) || c < 0x20) return false;
    if ((c === FULL_STOP || c === 0x21 || c === 0x3f) && prose.code(p + 1) <= 0x20) return false;
  }
  return true;
}

/** Nothing more is said after the figure. */
function endsClause(prose: Prose, end: number): boolean {
  const c = prose.code(gap(prose, end));
  return !isLetter(c) && !isDigit(c) && c !== COMMA && (c !== FULL_STOP || !isDigit(prose.code(gap(prose, end) + 1)));
}

/**
 * A bare figure that leaves out what the one before it has said: "30 bikes in May and 22 in June", "25 min on average,
 * 90 at worst", "41 days vs 58 last year". Undefined where it may be of something else. `last` was read before it.
 */
export function withLastUnit(prose: Prose, bare: Measure, last: Measure): Measure | undefined {
  const isOpen = bare.kind === undefined && !bare.suspect && !bare.marked && !bare.spelled && bare.high === undefined;
  if (!isOpen || last.kind === undefined || last.kind === 'ratio' || last.kind === 'multiplier') return undefined;
  if (bare.start - last.end > LONGEST || !isOneSentence(prose, last.end, bare.start)) return undefined;
  return isParallel(prose, bare, last) ? carried(bare, last, false) : undefined;
}

function isParallel(prose: Prose, bare: Measure, last: Measure): boolean {
  const next = prose.wordAt(gap(prose, bare.end));
  const isSet = settings.has(next);
  const lead = wordBefore(prose, bare.start);
  // Past "," and ";", where a clause begins.
  if (!lead) return isSet && isAfterMark(prose, bare.start);
  if (isUpper(prose.code(lead.start))) return false;
  if (beside.has(lead.id)) return isSet || endsClause(prose, bare.end);
  if (lead.id === AND) return isSet && isLetter(prose.code(gap(prose, last.end)));
  return sameLeads.has(lead.id) && last.kind === 'duration' && idBefore(prose, last.start) === lead.id && isSet;
}

function isAfterMark(prose: Prose, start: number): boolean {
  const end = endBefore(prose, start);
  const mark = end > 0 ? prose.code(end - 1) : 0;
  return mark === COMMA || mark === SEMICOLON;
}
