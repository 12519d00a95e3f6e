import {
  CAPITAL_M,
  CAPITAL_R,
  CENT_SIGN,
  COMMA,
  DOLLAR,
  FULL_STOP,
  isAscii,
  isDigit,
  isLetter,
  isUpper,
  isWord,
} from '../prose/chars';
import { FOREIGN, type Prose } from '../prose/prose';
import { wordIds, wordSet, type WordId } from '../prose/vocabulary';
import {
  bigCurrencyWords,
  codeNames,
  currencyCodes,
  currencyNations,
  currencySigns,
  currencyWords,
  dollarPrefixes,
  millionsOf,
  nationPairs,
  scaledCodeNames,
  scaledCodes,
} from './currencies';
import { magnitudes } from './lexicon';
import { gap } from './phrase';
import { unitTokenOf, type UnitToken } from './unitToken';

const [RS, US, LPA, U, STERLING] = wordIds('rs us lpa u sterling');

/** The currency that a character is the sign of. */
export const currencyOf = (c: number): string | undefined =>
  c === DOLLAR || !isAscii(c) ? currencySigns.get(c) : undefined;

/** The currency whose code, written as it should be, is the letters from `start` to `end`. */
export const currencyCodeIn = (prose: Prose, start: number, end: number): string | undefined =>
  codeNames.has(prose.wordIn(start, end)) ? currencyCodes.get(prose.text.slice(start, end)) : undefined;

interface Currency {
  readonly code: string;
  readonly next: number;
  /** A scale that the currency says with it: millions in "MSEK 450". */
  readonly scale?: number;
}

const MILLION = 1e6;

/** A currency before its figure, which goes on at `next`: "$", "US$", "USD ", "Rs. ". */
export function currencyBefore(prose: Prose, p: number): Currency | undefined {
  const c = prose.code(p);
  const sign = currencyOf(c);
  if (sign !== undefined) return prefixedSign(prose, p) ?? { code: sign, next: gap(prose, p + 1) };
  if (!isLetter(c)) return undefined;
  if (c === CAPITAL_R && isRand(prose, p + 1)) return { code: 'ZAR', next: p + 1 };
  const end = prose.lettersEnd(p);
  if (prose.code(end) === DOLLAR) {
    const prefixed = dollarPrefixes.get(prose.text.slice(p, end));
    return prefixed === undefined ? undefined : { code: prefixed, next: gap(prose, end + 1) };
  }
  // Codes are capitals.
  if (!isUpper(c)) return undefined;
  const millions = c === CAPITAL_M ? millionsOf.get(prose.text.slice(p, end)) : undefined;
  if (millions !== undefined) return { code: millions, next: gap(prose, end), scale: MILLION };
  const code = currencyCodeIn(prose, p, end);
  if (code === undefined || (isDigit(prose.code(end)) && namesOwnThings.has(code))) return undefined;
  return { code, next: pastCode(prose, p, end) };
}

/** Written on to a digit, these codes are not of money: "PHP5", "TRY3". */
const namesOwnThings = new Set(['PHP', 'TRY']);

/** "R4,500", "R12 million", "R50k": a letter and a figure without thousands are a name. */
function isRand(prose: Prose, start: number): boolean {
  let p = start;
  while (isDigit(prose.code(p)) || (isDigit(prose.code(p + 1)) && isDigit(prose.before(p)) && isMark(prose.code(p))))
    p++;
  if (p === start) return false;
  if (p - start > 4 && prose.code(p - 4) === COMMA) return true;
  const next = gap(prose, p);
  return (magnitudes.get(prose.wordAt(next)) ?? 1) >= 1000 || (next === p && randScales.has(prose.wordAt(p)));
}
const isMark = (c: number): boolean => c === COMMA || c === FULL_STOP;
const randScales = wordSet('k m bn');

/** "$US5", "$A5": whose dollar it is stands after the sign. */
function prefixedSign(prose: Prose, sign: number): Currency | undefined {
  if (!isUpper(prose.code(sign + 1))) return undefined;
  const end = prose.lettersEnd(sign + 1);
  const code = isDigit(prose.code(end)) ? dollarPrefixes.get(prose.text.slice(sign + 1, end)) : undefined;
  return code === undefined ? undefined : { code, next: end };
}

/** Where the figure goes on after a currency's code: past the full stop of "Rs." and the sign of "USD $5". */
function pastCode(prose: Prose, start: number, end: number): number {
  const isAbbreviated = prose.code(end) === FULL_STOP && prose.wordIn(start, end) === RS;
  const next = gap(prose, isAbbreviated ? end + 1 : end);
  return currencyOf(prose.code(next)) === undefined ? next : next + 1;
}

/** A currency after the figure: "10 €", "2M EUR", "5 million US dollars", "50 cents". */
export function currencyAfter(prose: Prose, p: number): UnitToken | undefined {
  const c = prose.code(p);
  if (!isLetter(c)) return currencySignAfter(prose, p);
  const end = prose.lettersEnd(p);
  if (prose.code(end) === DOLLAR) return dollarsAfter(prose, p, end);
  const word = prose.wordIn(p, end);
  return word === 0 ? undefined : currencyWord(prose, p, end, word);
}

/** "3.14 US$", at its letters; "5 US$7" says whose dollars the next figure is in. */
function dollarsAfter(prose: Prose, p: number, dollar: number): UnitToken | undefined {
  const code = dollarPrefixes.get(prose.text.slice(p, dollar));
  const isNext = isWord(prose.code(dollar + 1)) || isDigit(prose.code(gap(prose, dollar + 1)));
  return code === undefined || isNext ? undefined : unitTokenOf(dollar + 1, 'money', code);
}

/** "€" and "¢" after a figure; a sign with a digit after it belongs to the next figure. */
export function currencySignAfter(prose: Prose, p: number): UnitToken | undefined {
  const c = prose.code(p);
  const sign = currencyOf(c);
  if (sign !== undefined && !isDigit(prose.code(p + 1))) return unitTokenOf(p + 1, 'money', sign);
  return c === CENT_SIGN ? unitTokenOf(p + 1, 'money', 'USD', 0.01) : undefined;
}

/** Hundredths of a currency that are named beside it alone: "20 ringgit 43 sen". */
const hundredths = wordSet(
  'c sen sens kopiyka kopiykas kopek kopeks paisa paise centime centimes centavo centavos grosz groszy',
);

/** "43 cents", "43c", "43 sen" after a sum: where it ends, for the number that ends at `from`; -1 where none is. */
export function hundredthsEnd(prose: Prose, from: number): number {
  const p = gap(prose, from);
  const coin = currencyAfter(prose, p);
  if (coin?.factor === 0.01) return coin.end;
  const end = prose.lettersEnd(p);
  const isLetterApart = end === p + 1 && p > from;
  return hundredths.has(prose.wordIn(p, end)) && !isLetterApart ? end : -1;
}

const LAKH = 1e5;

/** "75 USD", "75 USD million" */
function codeWithScale(prose: Prose, end: number, code: string): UnitToken {
  const next = gap(prose, end);
  const scale = next > end ? (magnitudes.get(prose.wordAt(next)) ?? 1) : 1;
  return scale < 1000 ? unitTokenOf(end, 'money', code) : unitTokenOf(prose.lettersEnd(next), 'money', code, 1, scale);
}

/** The currency whose code stands there in small letters. */
const smallCode = (prose: Prose, start: number, end: number, word: WordId): string | undefined =>
  smallCodes.has(word) ? currencyCodes.get(prose.text.slice(start, end).toUpperCase()) : undefined;

/** Written with letters outside ASCII, which no table of words has. */
const foreignNames = new Map([
  ['zł', 'PLN'],
  ['Kč', 'CZK'],
]);
export const isForeignCurrency = (name: string): boolean => foreignNames.has(name);

/** As `currencyAfter`, where the word from `p` to `end` has been read. */
export function currencyWord(prose: Prose, p: number, end: number, word: WordId): UnitToken | undefined {
  const code = currencyCodeIn(prose, p, end) ?? smallCode(prose, p, end, word);
  // "3 USD50 cards" are of the next figure.
  if (code !== undefined && word !== RS && !isDigit(prose.code(end))) return codeWithScale(prose, end, code);
  if (word === FOREIGN) {
    const foreign = foreignNames.get(prose.text.slice(p, end));
    return foreign === undefined ? undefined : unitTokenOf(end, 'money', foreign);
  }
  if (word === LPA) return unitTokenOf(end, 'money', 'INR', 1, LAKH, 'year');
  if (scaledCodeNames.has(word)) {
    const scaled = scaledCodes.get(prose.text.slice(p, end));
    return scaled && unitTokenOf(end, 'money', scaled.iso, 1, scaled.scale);
  }
  const named = currencyWords.get(word);
  if (named) return unitTokenOf(pastSterling(prose, end), 'money', named[0], named[1]);
  // In small letters it is the pronoun, except in "10 us dollars".
  const isPronoun = word === US && !isUpper(prose.code(p)) && !dollars.has(prose.wordAt(gap(prose, end)));
  const nation = isPronoun ? undefined : currencyNations.get(word);
  if (nation !== undefined) return coinOf(prose, gap(prose, end), nation);
  if (word === U && prose.text.startsWith('U.S.', p)) return coinOf(prose, gap(prose, p + 4), 'USD');
  const pair = nationPairs.get(word);
  const second = gap(prose, end);
  return pair?.[0] === prose.wordAt(second) && pair
    ? coinOf(prose, gap(prose, prose.lettersEnd(second)), pair[1])
    : undefined;
}

const dollars = wordSet('dollar dollars');

/** Past the second word of "pounds sterling". */
function pastSterling(prose: Prose, end: number): number {
  const next = gap(prose, end);
  return next > end && prose.wordAt(next) === STERLING ? prose.lettersEnd(next) : end;
}

const coinWords = wordSet('won rand crowns crown real mark marks');

/** "dollars" in "US dollars", where it starts. */
function coinOf(prose: Prose, start: number, code: string): UnitToken | undefined {
  const word = prose.wordAt(start);
  const part = coinWords.has(word) ? 1 : currencyWords.get(word)?.[1];
  return part === undefined ? undefined : unitTokenOf(prose.lettersEnd(start), 'money', code, part);
}

/** Codes that are also written in small letters and are not words: "10 usd". */
const smallCodes = wordSet('usd eur gbp jpy inr chf aud nzd sgd hkd cny rmb btc');

/**
 * "6.5 trillion won", "500 million rand": names that are money only in large sums. The word at `p` follows the scale.
 */
function bigCurrencyAfter(prose: Prose, p: number): UnitToken | undefined {
  const code = bigCurrencyWords.get(prose.wordAt(p));
  return code === undefined ? undefined : unitTokenOf(prose.lettersEnd(p), 'money', code);
}

/** "500 Rs", "20Rs"; the three Rs are reading, writing and arithmetic. `size` is how many. */
function rupeesAfter(prose: Prose, p: number, size: number): UnitToken | undefined {
  const end = prose.lettersEnd(p);
  const isName = size > 3 && prose.wordIn(p, end) === RS && prose.text.startsWith('Rs', p);
  return isName ? unitTokenOf(end, 'money', 'INR') : undefined;
}

/** As `currencyAfter`, with the names that are money only after some figures: of this scale, or as large as `size`. */
export const moneyAfter = (prose: Prose, p: number, scale: number, size: number): UnitToken | undefined =>
  currencyAfter(prose, p) ?? rupeesAfter(prose, p, size) ?? (scale >= MILLION ? bigCurrencyAfter(prose, p) : undefined);
