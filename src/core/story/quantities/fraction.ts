import { isHyphen, isLetter, SMALL_S, toSmall } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, wordSet } from '../prose/vocabulary';
import { isChanged, leadWord } from './context';
import { halfOfUnit } from './duration';
import { sizeOf, type Figure } from './figure';
import { changeVerbs, denominators, magnitudes } from './lexicon';
import { gap, idBefore, wordBefore } from './phrase';
import { pointWord, secondWord } from './percent';
import { shareOfUnit, unitAfterShare, unitOfShare } from './shareOfUnit';
import { wordMeasureOf, type Measure } from './types';
import { unitTokenOf, type UnitToken } from './unitToken';

const [A, AN, BY, OF, TO, IN, WHAT, AS, THE] = wordIds('a an by of to in what as the');

const QUARTER = 4;
const HALF = 2;

/** The word that ends at `end` ends in "s". */
const isPlural = (prose: Prose, end: number): boolean => toSmall(prose.code(end - 1)) === SMALL_S;

/**
 * "two thirds", "three-quarters", "one fifth", whose second word starts at `p`. Quarters without "of" are of a year,
 * unless hyphened or taken off.
 */
export function fractionAt(prose: Prose, p: number, figure: Figure, isHyphened: boolean): UnitToken | undefined {
  const count = sizeOf(figure);
  if (!figure.number.spelled || figure.number.decimal || count < 1 || count > 9) return undefined;
  const parts = denominators.get(prose.wordAt(p));
  if (parts === undefined || count >= parts) return undefined;
  const end = prose.lettersEnd(p);
  const whole =
    unitAfterShare(prose, end) ??
    pointWord(prose, secondWord(prose, end)) ??
    unitOfShare(prose, secondWord(prose, end));
  if (whole) return { ...whole, factor: whole.factor / parts };
  if (isPlural(prose, end) !== count > 1) return undefined;
  const isOfYear =
    parts === QUARTER &&
    !isHyphened &&
    leadWord(prose, figure.start)?.id !== BY &&
    prose.wordAt(gap(prose, end)) !== OF;
  return isOfYear ? undefined : unitTokenOf(end, 'ratio', null, 1 / parts);
}

/** "Of a million": the share counts, it is not a share. */
export function isOfMagnitude(prose: Prose, of: number): boolean {
  const article = gap(prose, prose.lettersEnd(of));
  return prose.wordAt(article) === A && magnitudes.has(prose.wordAt(gap(prose, prose.lettersEnd(article))));
}

/** What may follow "a third" where it is a share and not the third of a row. */
const afterShare = wordSet(`
  of in on at by from for to into with within without over after since while when and or but because as than across
  through during more less fewer faster slower smaller lower higher cheaper shorter larger longer quicker bigger the
  this last next off year each every yoy
`);
const quarterLeads = wordSet('by to nearly almost roughly about only just cut than over');

/** "a third", "a fifth", "a quarter of": a share of something. */
export function articleFraction(prose: Prose, start: number): Measure | undefined {
  const noun = gap(prose, prose.lettersEnd(start));
  const parts = denominators.get(prose.wordAt(noun));
  if (parts === undefined || parts === HALF) return undefined;
  const end = prose.lettersEnd(noun);
  if (isHyphen(prose.code(end)) || isPlural(prose, end)) return undefined;
  const next = gap(prose, end);
  const following = prose.wordAt(next);
  if (following === OF && isOfMagnitude(prose, next)) return undefined;
  if (isLetter(prose.code(next)) && !afterShare.has(following)) return undefined;
  if (parts === QUARTER && following !== OF && !quarterLeads.has(idBefore(prose, start))) return undefined;
  return wordMeasureOf(start, end, 1 / parts, 'ratio');
}

/** "A quarter-point increase", "a quarter percentage point", "a quarter-mile": a fourth of one; starts at "quarter". */
export function quarterOfUnit(prose: Prose, start: number): Measure | undefined {
  const end = prose.lettersEnd(start);
  const next = secondWord(prose, end);
  if (next === end) return undefined;
  const unit = pointWord(prose, next) ?? (isHyphen(prose.code(end)) ? unitOfShare(prose, next) : undefined);
  return unit && shareOfUnit(start, unit, 1 / QUARTER);
}

/** "The first half", "halves each": no share. */
const halfOrders = wordSet(
  'first second other last back latter top bottom third each this that next better earlier later front h1 h2 and time following previous coming current',
);
const afterHalf = wordSet('of the our my its their his her your all that this those as');
const halfLeads = wordSet('by in to cut');

/** "half of", "half the", "in half", "by half", "half an hour", "half-hour". */
export function halfAt(prose: Prose, start: number): Measure | undefined {
  const end = prose.lettersEnd(start);
  const point = pointWord(prose, secondWord(prose, end));
  if (point && !halfOrders.has(idBefore(prose, start))) return shareOfUnit(start, point, 1 / HALF);
  if (isHyphen(prose.code(end))) return halfOfUnit(prose, start, end + 1, true);
  const next = gap(prose, end);
  const article = prose.wordAt(next);
  if (article === A || article === AN) return halfOfUnit(prose, start, gap(prose, prose.lettersEnd(next)), false);
  return halfHour(prose, start, next) ?? halfShare(prose, start, end);
}

/** "A half hour", "half mile"; not "the first half year" nor "half days". */
function halfHour(prose: Prose, start: number, next: number): Measure | undefined {
  const before = idBefore(prose, start);
  const end = prose.lettersEnd(next);
  if (halfOrders.has(before) || isPlural(prose, end)) return undefined;
  // "For half year", not "for the half year" nor "half year results".
  const isLength = before !== THE && !isLetter(prose.code(gap(prose, end)));
  return halfOfUnit(prose, start, next, !isLength);
}

/** "Half the battle", "half the story". */
const idioms = wordSet('battle story fun truth trick joke art job');

function halfShare(prose: Prose, start: number, end: number): Measure | undefined {
  const lead = wordBefore(prose, start);
  const before = lead?.id ?? 0;
  if (halfOrders.has(before)) return undefined;
  const next = gap(prose, end);
  if (idioms.has(prose.wordAt(gap(prose, prose.lettersEnd(next))))) return undefined;
  if (isOfChange(prose, start, next)) return wordMeasureOf(start, end, 0.5, 'multiplier');
  const isShare = afterHalf.has(prose.wordAt(next)) || halfLeads.has(before);
  const endsClause = next === end || !isLetter(prose.code(next));
  return isShare || (endsClause && lead !== undefined && before !== A)
    ? wordMeasureOf(start, end, 0.5, 'ratio')
    : undefined;
}

/** "In half", "fell by nearly half", "cut it to half", "half what it was": something became half of what it was. */
function isOfChange(prose: Prose, start: number, next: number): boolean {
  const word = prose.wordAt(next);
  if (word === WHAT || word === AS) return true;
  if (word === OF) return prose.wordAt(gap(prose, prose.lettersEnd(next))) === WHAT;
  const lead = leadWord(prose, start);
  if (!lead) return false;
  const isMoved = lead.id === BY || lead.id === TO || changeVerbs.has(lead.id);
  return lead.id === IN ? !afterHalf.has(word) : isMoved && isChanged(prose, start);
}
