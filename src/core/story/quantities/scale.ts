import { FULL_STOP, isDash, isDigit, isHyphen, isLetter, isWord, PLUS, SMALL_H, SMALL_M } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, WordSet } from '../prose/vocabulary';
import { currencyAfter } from './currency';
import { determiners, magnitudes, namesWithNumbers, stops } from './lexicon';
import { nounAfter } from './noun';
import { pastToken, type NotANumber, type NumberToken } from './number';
import { gap, idBefore } from './phrase';
import { isMeasureOf, powerEnd } from './units';

interface ScaleLetters {
  readonly scale: number;
  /** They are a scale only beside a currency: "m" and "mm" also measure. */
  readonly moneyOnly: boolean;
}

const moneyOnly = new Set(['m', 'mm', 't', 'b', 'cr', 'Cr', 'L', 'T']);
/** Abbreviated scales; scale words are `magnitudes` in the lexicon. */
const scaleLetters: ReadonlyMap<string, ScaleLetters> = new Map(
  (
    [
      ['k', 1e3],
      ['K', 1e3],
      ['M', 1e6],
      ['MM', 1e6],
      ['mn', 1e6],
      ['Mn', 1e6],
      ['mil', 1e6],
      ['mln', 1e6],
      ['bln', 1e9],
      ['trn', 1e12],
      ['mio', 1e6],
      ['Mio', 1e6],
      ['mrd', 1e9],
      ['Mrd', 1e9],
      ['Mia', 1e9],
      ['B', 1e9],
      ['b', 1e9],
      ['bn', 1e9],
      ['Bn', 1e9],
      ['BN', 1e9],
      ['T', 1e12],
      ['tn', 1e12],
      ['Tn', 1e12],
      ['m', 1e6],
      ['mm', 1e6],
      ['t', 1e12],
      ['cr', 1e7],
      ['Cr', 1e7],
      ['L', 1e5],
    ] as const
  ).map(([letters, scale]) => [letters, { scale, moneyOnly: moneyOnly.has(letters) }]),
);
/** Abbreviations that end in a full stop: "1,8 Mio. €". */
const dotted = new Set(['Mio', 'mio', 'Mrd', 'mrd', 'Mia']);
const scaleNames = new WordSet([...scaleLetters.keys()].map((letters) => letters.toLowerCase()));

const [GRAND, CRORE, CRORES, OF, TO, AND, OR] = wordIds('grand crore crores of to and or');
const THOUSAND = 1e3;
const LAKH = 1e5;
const INDIAN_SCALE = 1e7;
const DOZEN = 12;
const HUNDRED = 100;

/** The scale that the letters from `start` to `end` are; case matters. */
const scaleLettersIn = (prose: Prose, start: number, end: number): ScaleLetters | undefined =>
  scaleNames.has(prose.wordIn(start, end)) ? scaleLetters.get(prose.text.slice(start, end)) : undefined;

export interface Scaled {
  readonly end: number;
  readonly scale: number;
  /** The currency that the scale says with it: "20 grand", "1.5 Cr". */
  readonly currency?: string;
}

/** Past the plus of "8+ million"; `from` where none is. */
export const pastPlus = (prose: Prose, from: number): number =>
  prose.code(from) === PLUS && prose.code(from + 1) !== PLUS && !isWord(prose.code(from + 1)) ? from + 1 : from;

/** The scale after a number: "k", " million", "-million", " M". `money` says that a currency stands before it. */
export function scaleAt(prose: Prose, number: NumberToken, money: boolean): Scaled | NotANumber | undefined {
  if (number.spelled) return number.scale === 1 ? grandAt(prose, gap(prose, number.end), money) : undefined;
  const lettersEnd = prose.lettersEnd(number.end);
  if (lettersEnd > number.end)
    return isNamed(prose, number, lettersEnd)
      ? pastToken(prose, number.end)
      : attachedScale(prose, number.end, lettersEnd, money);
  const isHyphened = isHyphen(prose.code(number.end));
  const start = isHyphened ? number.end + 1 : gap(prose, pastPlus(prose, number.end));
  if (start === number.end) return undefined;
  const end = prose.lettersEnd(start);
  if (end === start) return undefined;
  const word = prose.wordIn(start, end);
  if (word === 0) return undefined;
  return scaleWord(prose, number, start, end) ?? (isHyphened ? undefined : separateScale(prose, start, end, money));
}

/** "$15 grand", "20 grand"; not "two grand pianos". */
function grandAt(prose: Prose, start: number, money: boolean): Scaled | undefined {
  if (prose.wordAt(start) !== GRAND) return undefined;
  const end = prose.lettersEnd(start);
  if (money) return { end, scale: THOUSAND };
  const next = gap(prose, end);
  const isNoun = next > end && isLetter(prose.code(next)) && !stops.has(prose.wordAt(next));
  return isNoun ? undefined : { end, scale: THOUSAND, currency: 'USD' };
}

/** "Figure 3b", "section 4m" */
const isNamed = (prose: Prose, { start, end }: NumberToken, lettersEnd: number): boolean =>
  lettersEnd === end + 1 && namesWithNumbers.has(idBefore(prose, start));

/** Letters written on to the number: "5k", "2M", "3bn". */
function attachedScale(prose: Prose, start: number, end: number, money: boolean): Scaled | NotANumber | undefined {
  if (isDigit(prose.code(end))) {
    // "1h20" is a stretch of time, "3D4" nothing.
    const isHours = end === start + 1 && prose.code(start) === SMALL_H;
    if (!isHours && powerEnd(prose, start, end) < 0) return pastToken(prose, end);
  }
  const letters = scaleLettersIn(prose, start, end);
  if (letters === undefined) return undefined;
  if (letters.moneyOnly && !money && !isScaleOfNext(prose, start, end)) return undefined;
  return { end, scale: letters.scale };
}

/** "5mm euros" are millions; "9mm rounds" and "300mm wafers" are so wide. */
const isScaleOfNext = (prose: Prose, start: number, end: number): boolean =>
  end - start === 2 && prose.code(start) === SMALL_M && prose.code(start + 1) === SMALL_M
    ? currencyAfter(prose, gap(prose, end)) !== undefined
    : isMoneyOrCount(prose, end);

/** "1.5 Cr" is of rupees where nothing is counted. */
function crores(prose: Prose, end: number): Scaled {
  const scaled: Scaled = { end, scale: INDIAN_SCALE };
  return isMoneyOrCount(prose, end) ? scaled : { ...scaled, currency: 'INR' };
}

/** Past the full stop of "Mio.", which ends no sentence where a figure's currency follows. */
const pastStop = (prose: Prose, start: number, end: number): number =>
  prose.code(end) === FULL_STOP && dotted.has(prose.text.slice(start, end)) ? end + 1 : end;

/** A currency or what is counted comes next: "5m euros", "2m users", "35m of its devices". */
function isMoneyOrCount(prose: Prose, end: number): boolean {
  const next = gap(prose, end);
  if (currencyAfter(prose, next)) return true;
  const isPart = next > end && prose.wordAt(next) === OF;
  const noun = nounAfter(prose, isPart ? pastDeterminer(prose, prose.lettersEnd(next)) : end, false);
  if (noun !== undefined && noun !== 'idle') return true;
  // "A 1.33m barrel increase"
  return (next > end && isMeasureOf(prose.wordAt(next))) || isLikeNext(prose, next);
}

/** "15m to 16m units": the high end of a range says what both are of. */
function isLikeNext(prose: Prose, link: number): boolean {
  const isJoined = isDash(prose.code(link));
  const word = isJoined ? 0 : prose.wordAt(link);
  if (!isJoined && word !== TO && word !== AND && word !== OR) return false;
  const start = isJoined ? link + 1 : gap(prose, prose.lettersEnd(link));
  let p = start;
  while (isDigit(prose.code(p)) || (p > start && prose.code(p) === FULL_STOP && isDigit(prose.code(p + 1)))) p++;
  if (p === start || prose.code(p) !== SMALL_M || isLetter(prose.code(p + 1))) return false;
  const noun = nounAfter(prose, p + 1, false);
  return noun !== undefined && noun !== 'idle';
}

/** Past "the", "our" and the like after "of"; `from` where none comes. */
function pastDeterminer(prose: Prose, from: number): number {
  const p = gap(prose, from);
  return determiners.has(prose.wordAt(p)) ? prose.lettersEnd(p) : from;
}

/** "million", "3 hundred thousand"; "2.5 dozen" is not said. */
function scaleWord(prose: Prose, number: NumberToken, start: number, end: number): Scaled | undefined {
  const scale = magnitudes.get(prose.wordIn(start, end));
  if (scale === undefined || (scale === DOZEN && number.decimal)) return undefined;
  const second = gap(prose, end);
  const following = scale === HUNDRED || scale === LAKH ? prose.wordAt(second) : 0;
  const isSecond = scale === HUNDRED || following === CRORE || following === CRORES;
  const more = isSecond ? magnitudes.get(following) : undefined;
  return more === undefined ? { end, scale } : { end: prose.lettersEnd(second), scale: scale * more };
}

/** Letters apart from the number: "2 M", "USD 2 mm". */
function separateScale(prose: Prose, start: number, end: number, money: boolean): Scaled | undefined {
  if (isWord(prose.code(end))) return undefined;
  const letters = scaleLettersIn(prose, start, end);
  // A lone "L" is a lakh only where it is written on to its figure.
  if (letters === undefined) return grandAt(prose, start, money);
  if (letters.scale === LAKH) return undefined;
  const { scale } = letters;
  if (!letters.moneyOnly || money) return { end: pastStop(prose, start, end), scale };
  if (scale === INDIAN_SCALE) return crores(prose, end);
  // "USD 2 mm" has its code before it; "2 mm EUR" and "5 m euros" name it after.
  const after = gap(prose, end);
  return after > end && currencyAfter(prose, after) ? { end, scale } : undefined;
}
