/**
 * The currencies that are known. A new one goes here, with its code, its name and, where it has one, its sign; how they
 * are read is in currency.ts.
 */
import { wordIds, WordMap, WordSet, type WordId } from '../prose/vocabulary';

const [KONG, ZEALAND, AFRICAN] = wordIds('kong zealand african');

/** By the code of their character. */
export const currencySigns: ReadonlyMap<number, string> = new Map(
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
      ['₡', 'CRC'],
      ['₾', 'GEL'],
      ['₭', 'LAK'],
      ['₮', 'MNT'],
      ['₸', 'KZT'],
      ['₼', 'AZN'],
      ['₵', 'GHS'],
      ['₲', 'PYG'],
    ] as const
  ).map(([sign, code]) => [sign.charCodeAt(0), code]),
);
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
  ['Mex', 'MXN'],
]);
for (const code of ['MXN', 'NZD', 'SGD', 'HKD']) dollarPrefixes.set(code, code);
// "usd$15" is written in haste, and so is "us$15".
for (const [prefix, code] of [...dollarPrefixes]) if (prefix.length > 1) dollarPrefixes.set(prefix.toLowerCase(), code);
/**
 * How a currency's code is written, and its ISO code.
 */
export const currencyCodes = new Map<string, string>(
  `USD EUR GBP JPY INR CHF CAD AUD NZD SGD HKD CNY SEK NOK DKK PLN BRL MXN ZAR KRW AED ILS TRY THB IDR MYR PHP VND CZK ARS EGP PKR UAH BDT LKR GHS CLP BHD OMR
   HUF RUB TWD SAR NGN KES QAR KWD RON BGN LBP MNT JOD ISK KZT GEL
   BTC ETH`
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
  ['ringgits', ['MYR', 1]],
  ['rupiah', ['IDR', 1]],
  ['reais', ['BRL', 1]],
  ['hryvnia', ['UAH', 1]],
  ['hryvnias', ['UAH', 1]],
  ['rial', ['IRR', 1]],
  ['rials', ['IRR', 1]],
  ['tugrik', ['MNT', 1]],
  ['tugriks', ['MNT', 1]],
  ['tenge', ['KZT', 1]],
  ['lari', ['GEL', 1]],
  ['cedi', ['GHS', 1]],
  ['cedis', ['GHS', 1]],
  ['taka', ['BDT', 1]],
  ['leva', ['BGN', 1]],
  ['shillings', ['KES', 1]],
  ['dimes', ['USD', 0.1]],
  // No longer paid in, and in older news.
  ['markka', ['FIM', 1]],
  ['peseta', ['ESP', 1]],
  ['pesetas', ['ESP', 1]],
  ['guilder', ['NLG', 1]],
  ['guilders', ['NLG', 1]],
  ['lire', ['ITL', 1]],
  ['escudo', ['PTE', 1]],
  ['escudos', ['PTE', 1]],
  ['drachma', ['GRD', 1]],
  ['drachmas', ['GRD', 1]],
  ['schilling', ['ATS', 1]],
  ['schillings', ['ATS', 1]],
  ['bitcoin', ['BTC', 1]],
  ['bitcoins', ['BTC', 1]],
]);
/** Names that have other senses: money only after a million or more of them ("6.5 trillion won"). */
export const bigCurrencyWords = new WordMap<string>([
  ['won', 'KRW'],
  ['rand', 'ZAR'],
  ['crowns', 'SEK'],
  ['real', 'BRL'],
  ['kr', 'SEK'],
  ['marks', 'DEM'],
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
  ['lebanese', 'LBP'],
  ['qatari', 'QAR'],
  ['iranian', 'IRR'],
  ['jordanian', 'JOD'],
  ['hungarian', 'HUF'],
  ['ukrainian', 'UAH'],
  ['icelandic', 'ISK'],
  ['indonesian', 'IDR'],
  ['chilean', 'CLP'],
  ['colombian', 'COP'],
  ['finnish', 'FIM'],
  ['spanish', 'ESP'],
  ['dutch', 'NLG'],
  ['italian', 'ITL'],
  ['french', 'FRF'],
  ['belgian', 'BEF'],
  ['german', 'DEM'],
  ['deutsche', 'DEM'],
]);
/** Two words that say whose: "Hong Kong dollars", "South African rand". */
export const nationPairs = new WordMap<readonly [WordId, string]>([
  ['hong', [KONG, 'HKD']],
  ['new', [ZEALAND, 'NZD']],
  ['south', [AFRICAN, 'ZAR']],
]);

export const codeNames = new WordSet([...currencyCodes.keys()].map((code) => code.toLowerCase()));

/** Scales that are written on to a currency's code: "30 MUSD". */
const codeScales = new Map([
  ['k', 1e3],
  ['K', 1e3],
  ['M', 1e6],
  ['m', 1e6],
  ['B', 1e9],
  ['bn', 1e9],
]);
export const scaledCodes = new Map(
  [...codeScales].flatMap(([letters, scale]) =>
    [...currencyCodes].map(([code, iso]) => [letters + code, { iso, scale }] as const),
  ),
);
export const scaledCodeNames = new WordSet([...scaledCodes.keys()].map((code) => code.toLowerCase()));

/** Millions of a currency, as companies of the north write them before their figures. */
export const millionsOf = new Map<string, string>(
  'SEK EUR USD GBP NOK DKK CHF CAD AUD'.split(' ').map((code) => [`M${code}`, code] as const),
);
/** Every such word in lower case. */
export const millionsWords: readonly string[] = [...millionsOf.keys()].map((name) => name.toLowerCase());
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
