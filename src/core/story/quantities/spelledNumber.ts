import { isHyphen } from '../prose/chars';
import type { Prose } from '../prose/prose';
import { wordIds, WordMap, wordSet, type WordId } from '../prose/vocabulary';
import { denominators, magnitudes, smallNumbers, tens } from './lexicon';
import type { NumberToken } from './number';
import { gap, idBefore } from './phrase';

const [HALF, A, AN, AND, OF, POINT] = wordIds('half a an and of point');
const MOST_WORDS = 12;
const HUNDRED = 100;

/** Where the next word of a spelled number may start: past a gap or one hyphen. */
const nextPart = (prose: Prose, end: number): number => (isHyphen(prose.code(end)) ? end + 1 : gap(prose, end));

/** "and a half", "-and-a-half", "and three quarters": what comes on top of a number. */
export interface Fraction {
  readonly end: number;
  readonly value: number;
}

/** The fraction that follows a number which ends at `from`. */
export function fractionAfter(prose: Prose, from: number): Fraction | undefined {
  const and = nextPart(prose, from);
  if (and === from || prose.wordAt(and) !== AND) return undefined;
  const first = nextPart(prose, prose.lettersEnd(and));
  const word = prose.wordAt(first);
  // "Five and half minutes"
  const isBare = word === HALF;
  const count = isBare || word === A || word === AN ? 1 : smallNumbers.get(word);
  if (count === undefined) return undefined;
  const noun = isBare ? first : nextPart(prose, prose.lettersEnd(first));
  const parts = denominators.get(prose.wordAt(noun));
  const end = prose.lettersEnd(noun);
  // "12 and a quarter of the others" counts twice.
  const next = prose.wordAt(gap(prose, end));
  if (parts === undefined || count >= parts || next === OF) return undefined;
  // "Two and half a million", "four and half the class"
  return isBare && afterHalf.has(next) ? undefined : { end, value: count / parts };
}

const afterHalf = wordSet('a an the my our your his her their this that all');

/** What the words of a number come to, word by word: "two hundred and five thousand", "twenty-five". */
class SpelledSum {
  /** The last magnitude: a later one is smaller. */
  scale = 1;
  /** What stands before the next magnitude; -1 where nothing does. */
  current = -1;
  private total = 0;
  private afterTens = false;

  /** Adds a word; false where the number cannot go on with it. */
  add(word: WordId): boolean {
    const small = smallNumbers.get(word);
    if (small !== undefined) return this.addSmall(small);
    const ten = tens.get(word);
    if (ten !== undefined) return this.addTens(ten);
    const magnitude = magnitudes.get(word);
    return magnitude !== undefined && this.addMagnitude(magnitude);
  }

  addFraction(value: number): void {
    this.current = Math.max(this.current, 0) + value;
  }

  /** "Three hundred" and nothing else. */
  get isHundreds(): boolean {
    return this.total === 0 && this.current >= HUNDRED && this.current % HUNDRED === 0;
  }

  /** "Two hundred and five", "a million and two"; not "five and six". */
  get takesAnd(): boolean {
    return this.current > 0 ? this.current % 100 === 0 : this.total !== 0;
  }

  get value(): number {
    return this.total + Math.max(this.current, 0);
  }

  private addSmall(value: number): boolean {
    const isUnit = this.afterTens && value > 0 && value < 10;
    if (!isUnit && !this.isOpen) return false;
    this.current = Math.max(this.current, 0) + value;
    this.afterTens = false;
    return true;
  }

  private addTens(value: number): boolean {
    if (!this.isOpen) return false;
    this.current = Math.max(this.current, 0) + value;
    this.afterTens = true;
    return true;
  }

  private addMagnitude(value: number): boolean {
    const isHundreds = value === 100 && this.current > 0 && this.current < 100;
    if (isHundreds) {
      this.current *= 100;
    } else {
      if (this.current <= 0 || (this.total !== 0 && value >= this.scale)) return false;
      this.total += this.current * value;
      this.scale = value;
      this.current = -1;
    }
    this.afterTens = false;
    return true;
  }

  /** Nothing stands before the next word, or whole hundreds. */
  private get isOpen(): boolean {
    return this.current < 0 || (this.current >= 100 && this.current % 100 === 0);
  }
}

/**
 * The number in words that starts at `start`: "twenty-five thousand", "one and a half million", "a dozen", "half a
 * million". Undefined where the words there are not a number.
 */
export function spelledAt(prose: Prose, start: number): NumberToken | undefined {
  const first = prose.wordAt(start);
  const share = shareOfMagnitude(prose, start, first);
  const isLed = share !== undefined || first === A || first === AN || shares.has(first);
  const lead = share ?? (isLed ? leadAt(prose, start, first) : undefined);
  if (isLed && !lead) return undefined;
  const sum = new SpelledSum();
  if (lead) sum.current = lead.value;
  const end = sumUp(prose, lead?.next ?? start, sum, lead ? MOST_WORDS - 1 : MOST_WORDS);
  return end < 0 ? undefined : spelledNumberOf(start, end, sum);
}

/** "A quarter of a million", "three quarters of a billion": the share of the magnitude, and where that starts. */
function shareOfMagnitude(prose: Prose, start: number, first: WordId): Lead | undefined {
  const count = first === A ? 1 : smallNumbers.get(first);
  if (count === undefined) return undefined;
  const part = nextPart(prose, prose.lettersEnd(start));
  const parts = denominators.get(prose.wordAt(part));
  if (parts === undefined || count >= parts) return undefined;
  // "A quarter million"
  const direct = nextPart(prose, prose.lettersEnd(part));
  if (magnitudes.has(prose.wordAt(direct))) return { value: count / parts, next: direct };
  const of = gap(prose, prose.lettersEnd(part));
  if (prose.wordAt(of) !== OF) return undefined;
  const article = gap(prose, prose.lettersEnd(of));
  const next = gap(prose, prose.lettersEnd(article));
  return prose.wordAt(article) === A && magnitudes.has(prose.wordAt(next)) ? { value: count / parts, next } : undefined;
}

interface Lead {
  readonly value: number;
  readonly next: number;
}

/** What a magnitude's share is, where the word stands right before it: "half a million", "quarter million". */
const shares = new WordMap<number>([
  ['half', 0.5],
  ['quarter', 0.25],
]);

/** "a", "an", "half", "half a" or "quarter" before a magnitude: what they count and where the magnitude starts. */
function leadAt(prose: Prose, start: number, word: WordId): Lead | undefined {
  let next = nextPart(prose, prose.lettersEnd(start));
  if (word === HALF && prose.wordAt(next) === A) next = gap(prose, prose.lettersEnd(next));
  return magnitudes.has(prose.wordAt(next)) ? { value: shares.get(word) ?? 1, next } : undefined;
}

/** Adds the words from `from` on to `sum`, at most so many; returns the end of the last, -1 where there is none. */
function sumUp(prose: Prose, from: number, sum: SpelledSum, most: number): number {
  let p = from;
  let end = -1;
  for (let words = 0; words < most; words++) {
    const wordEnd = prose.lettersEnd(p);
    const word = prose.wordIn(p, wordEnd);
    if (word === AND && end > 0) {
      const fraction = fractionAfter(prose, end);
      if (!fraction) {
        p = gap(prose, wordEnd);
        if (!sum.takesAnd || !isNumberWord(prose.wordAt(p))) break;
        continue;
      }
      sum.addFraction(fraction.value);
      end = fraction.end;
    } else if (sum.add(word)) {
      end = wordEnd;
    } else {
      const decimals = word === POINT && end > 0 ? decimalsAt(prose, from, wordEnd) : undefined;
      if (!decimals) break;
      sum.addFraction(decimals.value);
      end = decimals.end;
    }
    p = nextPart(prose, end);
    if (p === end) break;
  }
  return end;
}

const isTalkOfTime = wordSet('at this that some any the');

/** "five" and "two five" in "three point two five", after the word "point", which ends at `point`. */
function decimalsAt(prose: Prose, start: number, point: number): Fraction | undefined {
  // "At one point three of us left"
  if (isTalkOfTime.has(idBefore(prose, start))) return undefined;
  let end = point;
  let value = 0;
  for (let place = 0.1; place > MOST_DECIMALS; place /= 10) {
    const next = gap(prose, end);
    const digit = next > end ? smallNumbers.get(prose.wordAt(next)) : undefined;
    if (digit === undefined || digit > 9) break;
    value += digit * place;
    end = prose.lettersEnd(next);
  }
  return end > point ? { end, value: Number(value.toPrecision(DECIMALS)) } : undefined;
}
const DECIMALS = 4;
const MOST_DECIMALS = 10 ** -DECIMALS / 2;

/** "Two", "twenty" */
export const isNumberWord = (word: WordId): boolean => smallNumbers.has(word) || tens.has(word);

function spelledNumberOf(start: number, end: number, sum: SpelledSum): NumberToken {
  const { value, scale } = sum;
  // Only a plain "n million" or "n hundred" keeps its scale apart, for "two to three million".
  const apart = sum.current < 0 && scale > 1 ? scale : sum.isHundreds ? HUNDRED : 1;
  return {
    start,
    end,
    mantissa: value / apart,
    scale: apart,
    grouped: false,
    decimal: value % 1 !== 0,
    spelled: true,
  };
}
