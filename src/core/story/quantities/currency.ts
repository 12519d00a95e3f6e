import {
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
import { wordIds, WordMap, wordSet, WordSet, type WordId } from '../prose/vocabulary';
import { magnitudes } from './lexicon';
import { gap } from './phrase';
import { unitTokenOf, type UnitToken } from './unitToken';

const [RS, US, LPA, U, KONG, ZEALAND, AFRICAN, STERLING] = wordIds('rs us lpa u kong zealand african sterling');

const currencySigns: ReadonlyMap<number, string> = new Map(
  (
    [
      ['$', 'USD'],
      ['€', 'EUR'],
      ['£', 'GBP'],
      ['¥', 'JPY'],
      ['₹', 'INR'],
      ['₩', 'KRW'],
      ['₽', 'RUB'],
      ['₺', 'TRY'],
      ['₪', 'ILS'],
      ['₫', 'VND'],
      ['₱', 'PHP'],
      ['₦', 'NGN'],
      ['฿', 'THB'],
      ['₴', 'UAH'],
      ['₿', 'BTC'],
    ] as const
  ).map(([sign, code]) => [sign.charCodeAt(0), code]),
);
/** The currency that a character is the sign of. */
export const currencyOf = (c: number): string | undefined =>
  c === DOLLAR || !isAscii(c) ? currencySigns.get(c) : undefined;

/** What stands before a dollar sign and says whose dollar it is. */
export const dollarPrefixes = new Map<string, string>([
  ['US', 'USD'],
  ['A', 'AUD'],
  ['AU', 'AUD'],
  ['C', 'CAD'],
  ['CA', 'CAD'],
  ['CAD', 'CAD'],
  ['AUD', 'AUD'],
  ['USD', 'USD'],
  ['NZ', 'NZD'],
  ['HK', 'HKD'],
  ['S', 'SGD'],
  ['SG', 'SGD'],
  ['R', 'BRL'],
  ['NT', 'TWD'],
  ['MX', 'MXN'],
]);
/**
 * How a currency's code is written, and its ISO code. A new currency goes here, its sign above, its name below.
 */
export const currencyCodes = new Map<string, string>(
  `USD EUR GBP JPY INR CHF CAD AUD NZD SGD HKD CNY SEK NOK DKK PLN BRL MXN ZAR KRW AED ILS TRY THB IDR MYR PHP VND CZK ARS EGP PKR UAH BDT LKR GHS CLP BHD OMR
   HUF RUB TWD SAR NGN KES QAR KWD RON BGN BTC ETH`
    .split(/\s+/)
    .map((code) => [code, code]),
);
currencyCodes.set('RMB', 'CNY').set('Rs', 'INR').set('RM', 'MYR').set('KSh', 'KES');
/** Currencies by name: the code, and how much of it one is (a cent is a hundredth). */
export const currencyWords = new WordMap<readonly [string, number]>([
  ['dollar', ['USD', 1]],
  ['dollars', ['USD', 1]],
  ['bucks', ['USD', 1]],
  ['euro', ['EUR', 1]],
  ['euros', ['EUR', 1]],
  ['pound', ['GBP', 1]],
  ['pounds', ['GBP', 1]],
  ['yen', ['JPY', 1]],
  ['rupee', ['INR', 1]],
  ['rupees', ['INR', 1]],
  ['yuan', ['CNY', 1]],
  ['francs', ['CHF', 1]],
  ['franc', ['CHF', 1]],
  ['cent', ['USD', 0.01]],
  ['cents', ['USD', 0.01]],
  ['pence', ['GBP', 0.01]],
  ['penny', ['USD', 0.01]],
  ['pennies', ['USD', 0.01]],
  ['quid', ['GBP', 1]],
  ['dlr', ['USD', 1]],
  ['dlrs', ['USD', 1]],
  ['renminbi', ['CNY', 1]],
  ['ruble', ['RUB', 1]],
  ['rubles', ['RUB', 1]],
  ['rouble', ['RUB', 1]],
  ['roubles', ['RUB', 1]],
  ['peso', ['MXN', 1]],
  ['pesos', ['MXN', 1]],
  ['lira', ['TRY', 1]],
  ['liras', ['TRY', 1]],
  ['krona', ['SEK', 1]],
  ['kronor', ['SEK', 1]],
  ['krone', ['NOK', 1]],
  ['kroner', ['NOK', 1]],
  ['zloty', ['PLN', 1]],
  ['zlotys', ['PLN', 1]],
  ['koruna', ['CZK', 1]],
  ['forint', ['HUF', 1]],
  ['forints', ['HUF', 1]],
  ['baht', ['THB', 1]],
  ['shekel', ['ILS', 1]],
  ['shekels', ['ILS', 1]],
  ['dirham', ['AED', 1]],
  ['dirhams', ['AED', 1]],
  ['riyal', ['SAR', 1]],
  ['riyals', ['SAR', 1]],
  ['dinar', ['KWD', 1]],
  ['dinars', ['KWD', 1]],
  ['naira', ['NGN', 1]],
  ['ringgit', ['MYR', 1]],
  ['rupiah', ['IDR', 1]],
  ['reais', ['BRL', 1]],
  ['hryvnia', ['UAH', 1]],
  ['hryvnias', ['UAH', 1]],
  ['bitcoin', ['BTC', 1]],
  ['bitcoins', ['BTC', 1]],
]);
/** Names that have other senses: money only after a million or more of them ("6.5 trillion won"). */
const bigCurrencyWords = new WordMap<string>([
  ['won', 'KRW'],
  ['rand', 'ZAR'],
  ['crowns', 'SEK'],
  ['real', 'BRL'],
  ['kr', 'SEK'],
]);
/** Whose dollars or pounds they are: "US dollars". */
export const currencyNations = new WordMap<string>([
  ['us', 'USD'],
  ['american', 'USD'],
  ['canadian', 'CAD'],
  ['australian', 'AUD'],
  ['singapore', 'SGD'],
  ['swiss', 'CHF'],
  ['british', 'GBP'],
  ['indian', 'INR'],
  ['chinese', 'CNY'],
  ['japanese', 'JPY'],
  ['korean', 'KRW'],
  ['taiwanese', 'TWD'],
  ['turkish', 'TRY'],
  ['mexican', 'MXN'],
  ['argentine', 'ARS'],
  ['philippine', 'PHP'],
  ['brazilian', 'BRL'],
  ['swedish', 'SEK'],
  ['norwegian', 'NOK'],
  ['danish', 'DKK'],
  ['czech', 'CZK'],
  ['polish', 'PLN'],
  ['egyptian', 'EGP'],
  ['saudi', 'SAR'],
  ['kuwaiti', 'KWD'],
  ['malaysian', 'MYR'],
  ['russian', 'RUB'],
  ['israeli', 'ILS'],
  ['thai', 'THB'],
  ['kenyan', 'KES'],
  ['nigerian', 'NGN'],
  ['pakistani', 'PKR'],
]);
/** Two words that say whose: "Hong Kong dollars", "South African rand". */
const nationPairs = new WordMap<readonly [WordId, string]>([
  ['hong', [KONG, 'HKD']],
  ['new', [ZEALAND, 'NZD']],
  ['south', [AFRICAN, 'ZAR']],
]);

const codeNames = new WordSet([...currencyCodes.keys()].map((code) => code.toLowerCase()));

/** Scales that are written on to a currency's code: "30 MUSD". */
const codeScales = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['m', 1e6],
  ['B', 1e9],
  ['bn', 1e9],
]);
const scaledCodes = new Map(
  [...codeScales].flatMap(([letters, scale]) =>
    [...currencyCodes].map(([code, iso]) => [letters + code, { iso, scale }] as const),
  ),
);
const scaledCodeNames = new WordSet([...scaledCodes.keys()].map((code) => code.toLowerCase()));

/** The currency whose code, written as it should be, is the letters from `start` to `end`. */
export const currencyCodeIn = (prose: Prose, start: number, end: number): string | undefined =>
  codeNames.has(prose.wordIn(start, end)) ? currencyCodes.get(prose.text.slice(start, end)) : undefined;

/** Every currency's code in lower case. */
export const currencyCodeWords: Iterable<string> = codeNames.words;
/** Every word that begins a currency's name after a figure, in lower case. */
export const currencyFirstWords: readonly string[] = [
  ...currencyWords.words,
  ...currencyNations.words,
  ...nationPairs.words,
  ...bigCurrencyWords.words,
  'u',
  ...codeNames.words,
  ...scaledCodeNames.words,
  'lpa',
];

interface Currency {
  readonly code: string;
  readonly next: number;
}

/** A currency before its figure, which goes on at `next`: "$", "US$", "USD ", "Rs. ". */
export function currencyBefore(prose: Prose, p: number): Currency | undefined {
  const c = prose.code(p);
  const sign = currencyOf(c);
  if (sign !== undefined) return prefixedSign(prose, p) ?? { code: sign, next: gap(prose, p + 1) };
  // Codes and the letters before a dollar sign are capitals.
  if (!isUpper(c)) return undefined;
  if (c === CAPITAL_R && isRand(prose, p + 1)) return { code: 'ZAR', next: p + 1 };
  const end = prose.lettersEnd(p);
  if (prose.code(end) === DOLLAR) {
    const prefixed = dollarPrefixes.get(prose.text.slice(p, end));
    return prefixed === undefined ? undefined : { code: prefixed, next: gap(prose, end + 1) };
  }
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
  if (code !== undefined && word !== RS) return codeWithScale(prose, end, code);
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
  // In small letters it is the pronoun.
  const nation = word === US && !isUpper(prose.code(p)) ? undefined : currencyNations.get(word);
  if (nation !== undefined) return coinOf(prose, gap(prose, end), nation);
  if (word === U && prose.text.startsWith('U.S.', p)) return coinOf(prose, gap(prose, p + 4), 'USD');
  const pair = nationPairs.get(word);
  const second = gap(prose, end);
  return pair?.[0] === prose.wordAt(second) && pair
    ? coinOf(prose, gap(prose, prose.lettersEnd(second)), pair[1])
    : undefined;
}

/** Past the second word of "pounds sterling". */
function pastSterling(prose: Prose, end: number): number {
  const next = gap(prose, end);
  return next > end && prose.wordAt(next) === STERLING ? prose.lettersEnd(next) : end;
}

const coinWords = wordSet('won rand crowns crown real');

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
export function bigCurrencyAfter(prose: Prose, p: number): UnitToken | undefined {
  const code = bigCurrencyWords.get(prose.wordAt(p));
  return code === undefined ? undefined : unitTokenOf(prose.lettersEnd(p), 'money', code);
}
