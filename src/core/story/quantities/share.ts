import { isDigit, SLASH } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, WordMap, wordSet, type WordId } from '../prose/vocabulary';
import { scoreBefore } from './context';
import { digitsAt } from './digits';
import { determiners, hedges, namesWithNumbers, vulgarFractions } from './lexicon';
import { isMeasure, measureAt } from './measure';
import { nounAfter, nounText } from './noun';
import { isNumber, tokenEnd, type NotANumber, type NumberToken } from './number';
import { gap, idBefore } from './phrase';
import { shareOfUnit, unitOfShare } from './shareOfUnit';
import { changed, figureOf, measureOf, wordMeasureOf, type Measure } from './types';

const [OUT, OF, IN, THE, STARS, EVERY, A, PER] = wordIds('out of in the stars every a per');
const ROUND_WORDS = new WordMap([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1e6],
]);

/** "12 of our top 20 accounts": what picks the whole out of a larger one. */
const ranks = wordSet(`
  top largest biggest best key first last original initial main leading promised planned ordered available remaining
  expected registered eligible invited surveyed total other some
`);
const pronouns = wordSet('them us those these');
const scoreLeads = wordSet('rated scored score rating of at averaged');

const isWhole = (figure: number): boolean => Number.isInteger(figure) && figure > 0;

/** What joins a part to its whole: "of", "out of" or "in", and where it goes on after that. */
interface Link {
  readonly word: WordId;
  readonly next: number;
  /** "the", "our" or the like stood in between. */
  readonly determined: boolean;
  /** "In a hundred", "in every 200". */
  readonly isOfMany: boolean;
  /** The first word after the link, where it starts. */
  readonly first: number;
}

function linkAfter(prose: Prose, end: number): Link | undefined {
  let p = gap(prose, end);
  if (p === end) return undefined;
  let word = prose.wordAt(p);
  if (word === OUT) {
    p = gap(prose, prose.lettersEnd(p));
    word = prose.wordAt(p) === OF ? OF : 0;
  }
  if (word !== OF && word !== IN) return undefined;
  const first = gap(prose, prose.lettersEnd(p));
  const firstEnd = prose.lettersEnd(first);
  const second = gap(prose, firstEnd);
  // "1 in every 200 orders"
  const isEvery = word === IN && prose.wordAt(first) === EVERY;
  // "22 in a hundred", "6 in every thousand": of any number of cases.
  const isOfMany =
    isEvery || (word === IN && prose.wordAt(first) === A && ROUND_WORDS.get(prose.wordAt(second)) !== undefined);
  const determined = isEvery || (word === OF && second > firstEnd && determiners.has(prose.wordAt(first)));
  return { word, next: determined ? second : first, determined, isOfMany, first };
}

/** "Part two of the report" */
const isNamed = (prose: Prose, { start }: Measure): boolean => namesWithNumbers.has(idBefore(prose, start));

/** A bare number that counts something. */
const canBePart = (prose: Prose, part: Measure): boolean =>
  part.kind === undefined && part.mantissa > 0 && !(part.suspect && (!part.spelled || isNamed(prose, part)));

/**
 * "5 of 7 teams", "9 out of 10", "1 in 4 users", "4 of them", "12 of our customers". Undefined where `part` is not a
 * part of anything.
 */
export function partOf(prose: Prose, part: Measure): Measure | undefined {
  if (part.kind === 'count') return casesIn(prose, part);
  if (!canBePart(prose, part)) return undefined;
  const perRound = perRoundNumber(prose, part);
  if (perRound) return perRound;
  const link = linkAfter(prose, part.end);
  if (!link) return undefined;
  const whole = wholeAfter(prose, link);
  if (whole && !isWhole(figureOf(part))) return scoreOutOf(prose, part, whole, link);
  // "One of our two vendors" says which, not how many.
  if (whole?.spelled && part.spelled && figureOf(part) === 1 && link.word === OF && link.determined)
    return changed(part, { end: whole.end, kind: 'count', suspect: true });
  if (whole?.spelled && part.spelled && isManner(figureOf(part), figureOf(whole)))
    return changed(whole, { suspect: true });
  if (whole && isShare(figureOf(part), figureOf(whole), link)) return shareOf(part, whole);
  return countedOf(prose, part, link);
}

/** "11 per thousand", "3 per 100,000". */
function perRoundNumber(prose: Prose, part: Measure): Measure | undefined {
  const per = gap(prose, part.end);
  if (per === part.end || prose.wordAt(per) !== PER) return undefined;
  const start = gap(prose, prose.lettersEnd(per));
  const whole = roundWordAt(prose, start) ?? measureAt(prose, start);
  if (!isMeasure(whole) || whole.kind !== undefined) return undefined;
  const isRound = Number.isInteger(Math.log10(figureOf(whole)));
  return isRound && figureOf(whole) >= 100 && figureOf(part) < figureOf(whole) ? shareOf(part, whole) : undefined;
}

/** "Thousand", without an article. */
function roundWordAt(prose: Prose, start: number): Measure | undefined {
  const value = ROUND_WORDS.get(prose.wordAt(start));
  return value === undefined
    ? undefined
    : measureOf({ start, end: prose.lettersEnd(start), mantissa: value, spelled: true });
}

/** "Nine cases in ten", "one patient in six", "3 wrong parcels in 1,000": the noun stands between part and whole. */
function casesIn(prose: Prose, part: Measure): Measure | undefined {
  const few = figureOf(part);
  const p = gap(prose, part.end);
  if (p === part.end || prose.wordAt(p) !== IN || few > 9 || !isWhole(few) || part.per !== undefined) return undefined;
  const whole = measureAt(prose, gap(prose, prose.lettersEnd(p)));
  if (!isMeasure(whole) || whole.suspect || !isWhole(figureOf(whole))) return undefined;
  const many = figureOf(whole);
  const isRound = Number.isInteger(Math.log10(many));
  // "9 failures in a hundred releases" says how often; "five shops in ten towns" where they are.
  const isOften =
    whole.kind === undefined ? many <= MOST_IN || isRound : whole.kind === 'count' && isRound && many >= 100;
  return few < many && isOften ? shareOf(part, whole) : undefined;
}
/** "3 shops in 40" says where they are; "3 shops in ten" how often. */
const MOST_IN = 12;

/** "One in a million", "ten out of ten" */
const isManner = (part: number, whole: number): boolean => whole === MILLION || (whole === 10 && part === 10);
const MILLION = 1e6;

/** The figure that is the whole: 7 in "5 of 7 teams", 20 in "12 of our top 20 accounts". */
function wholeAfter(prose: Prose, link: Link): Measure | undefined {
  const word = prose.wordAt(link.next);
  // "800 of the promised 2,000 chargers", "12 of its roughly 40 sites"
  const isRanked = link.determined && (ranks.has(word) || hedges.has(word));
  const whole = measureAt(prose, isRanked ? gap(prose, prose.lettersEnd(link.next)) : link.next);
  if (!isMeasure(whole) || !isWhole(figureOf(whole)) || !canBeWhole(whole, link)) return undefined;
  return isRanked || !whole.suspect || whole.spelled ? whole : undefined;
}

/** Things are, and stars; days where they are named ones: "3 of the 5 days". */
function canBeWhole({ kind, unit }: Measure, link: Link): boolean {
  if (kind === undefined || kind === 'count') return true;
  if (kind === 'points') return unit === 'stars';
  return kind === 'duration' && link.word === OF && link.determined;
}

const isTopScore = (value: number): boolean => value === 5 || value === 10 || value === 100;

/** "4.8 out of 5" is a score. */
function scoreOutOf(prose: Prose, part: Measure, whole: Measure, link: Link): Measure | undefined {
  const top = figureOf(whole);
  if (link.word !== OF || part.spelled || !isTopScore(top) || figureOf(part) > top) return undefined;
  const unit = whole.unit === 'stars' ? 'stars' : scoreBefore(prose, part.start);
  return changed(part, { end: whole.end, kind: 'points', unit, suspect: false });
}

/** "5 of 7" always is; "1 in 4" is, but "5 in 2024" or "12 in 15" are something else. */
function isShare(part: number, whole: number, link: Link): boolean {
  if (link.word === OF) return part <= whole && whole > 1;
  return part < whole && (part <= 9 || link.isOfMany) && (whole <= 1000 || Number.isInteger(Math.log10(whole)));
}

const shareOf = (part: Measure, whole: Measure): Measure =>
  changed(part, {
    end: whole.end,
    mantissa: figureOf(part),
    scale: 1,
    whole: figureOf(whole),
    kind: 'ratio',
    unit: null,
    suspect: false,
  });

/** "4 of them", "12 of our customers": it says how many, but not out of how many. */
function countedOf(prose: Prose, part: Measure, link: Link): Measure | undefined {
  const figure = figureOf(part);
  if (link.word !== OF || figure === 1 || !isWhole(figure)) return undefined;
  if (pronouns.has(prose.wordAt(link.first))) {
    // "the five of us" is everyone.
    if (idBefore(prose, part.start) === THE) return undefined;
    const end = prose.lettersEnd(link.first);
    // "these" and "those" may also determine a noun.
    if (!link.determined || nounAfter(prose, end, false) === undefined)
      return changed(part, { end, kind: 'count', unit: null, suspect: false });
  }
  if (!link.determined) return undefined;
  const noun = nounAfter(prose, link.next - 1, false);
  return noun && noun !== 'idle'
    ? changed(part, { end: noun.end, kind: 'count', unit: nounText(prose, noun), suspect: false })
    : undefined;
}

/**
 * "9/10 users", "2/3 of", "4.7/5": a slash between two figures. Anything that is neither ("24/7", "11/22/2026") is not
 * a number. Undefined where no slash joins two figures.
 */
export function slashed(prose: Prose, start: number): Measure | NotANumber | undefined {
  const part = digitsAt(prose, start);
  if (!isNumber(part) || prose.code(part.end) !== SLASH || !isDigit(prose.code(part.end + 1))) return undefined;
  const whole = digitsAt(prose, part.end + 1);
  const skipTo = tokenEnd(prose, part.end);
  if (!isNumber(whole) || skipTo > whole.end || whole.mantissa === 0) return { skipTo };
  return (part.decimal ? slashedScore(prose, part, whole) : slashedShare(prose, part, whole)) ?? { skipTo };
}

/** "4.7/5", "4.7/5 stars" */
function slashedScore(prose: Prose, part: NumberToken, whole: NumberToken): Measure {
  const { start, mantissa } = part;
  const next = gap(prose, whole.end);
  return prose.wordAt(next) === STARS
    ? measureOf({ start, end: prose.lettersEnd(next), mantissa, kind: 'points', unit: 'stars', marked: true })
    : measureOf({ start, end: whole.end, mantissa, kind: 'points', unit: scoreBefore(prose, start), marked: true });
}

/** "9/10 users", "2/3 of", "rated 9/10" */
function slashedShare(prose: Prose, part: NumberToken, whole: NumberToken): Measure | undefined {
  const { start, mantissa } = part;
  const isAlways = mantissa === 24 && whole.mantissa === 7;
  if (mantissa > whole.mantissa || isAlways) return undefined;
  const unit = unitOfShare(prose, gap(prose, whole.end));
  // "1/4 mile", "3/4 hour"
  if (unit && mantissa < whole.mantissa) return shareOfUnit(start, unit, mantissa / whole.mantissa);
  const noun = nounAfter(prose, whole.end, false);
  const counted = noun === 'idle' ? undefined : noun;
  const isScored = isTopScore(whole.mantissa) && scoreLeads.has(idBefore(prose, start));
  if (!counted && !isScored && prose.wordAt(gap(prose, whole.end)) !== OF) return undefined;
  const end = counted?.end ?? whole.end;
  return measureOf({ start, end, mantissa: mantissa / whole.mantissa, kind: 'ratio', marked: true });
}

/** "¾ of users", "½ mile": a share in one character. */
export function vulgarShare(prose: Prose, start: number): Measure | undefined {
  const value = vulgarFractions.get(prose.code(start));
  if (value === undefined || isDigit(prose.before(start))) return undefined;
  const next = gap(prose, start + 1);
  if (prose.wordAt(next) === OF) return wordMeasureOf(start, start + 1, value, 'ratio');
  const unit = unitOfShare(prose, next);
  return unit && shareOfUnit(start, unit, value);
}
