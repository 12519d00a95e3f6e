/**
 * The characters that the readers of prose compare with, by name, and what kind of character a UTF-16 unit is. Past the
 * end of a text a unit is 0, which is of no kind.
 */

const unit = (character: string): number => character.charCodeAt(0);

export const TAB = unit('\t');
export const NEWLINE = unit('\n');
export const RETURN = unit('\r');
export const SPACE = unit(' ');
export const EXCLAMATION_MARK = unit('!');
export const NUMBER_SIGN = unit('#');
export const DOLLAR = unit('$');
export const PERCENT_SIGN = unit('%');
export const AMPERSAND = unit('&');
export const APOSTROPHE = unit("'");
export const OPEN_PARENTHESIS = unit('(');
export const CLOSE_PARENTHESIS = unit(')');
export const STAR = unit('*');
export const PLUS = unit('+');
export const COMMA = unit(',');
export const HYPHEN = unit('-');
export const FULL_STOP = unit('.');
export const SLASH = unit('/');
export const ZERO = unit('0');
export const ONE = unit('1');
export const NINE = unit('9');
export const COLON = unit(':');
export const SEMICOLON = unit(';');
export const LESS_THAN = unit('<');
export const GREATER_THAN = unit('>');
export const AT_SIGN = unit('@');
export const BACKSLASH = unit('\\');
export const OPEN_BRACKET = unit('[');
export const CLOSE_BRACKET = unit(']');
export const UNDERSCORE = unit('_');
export const BACKTICK = unit('`');
export const OPEN_BRACE = unit('{');
export const CARET = unit('^');
export const PIPE = unit('|');

export const CAPITAL_A = unit('A');
export const CAPITAL_B = unit('B');
export const CAPITAL_K = unit('K');
export const CAPITAL_M = unit('M');
export const CAPITAL_P = unit('P');
export const CAPITAL_R = unit('R');
export const CAPITAL_Z = unit('Z');
export const SMALL_A = unit('a');
export const SMALL_D = unit('d');
export const SMALL_E = unit('e');
export const SMALL_H = unit('h');
export const SMALL_I = unit('i');
export const SMALL_M = unit('m');
export const SMALL_P = unit('p');
export const SMALL_S = unit('s');
export const SMALL_U = unit('u');
export const SMALL_X = unit('x');
export const SMALL_Y = unit('y');
export const SMALL_Z = unit('z');

/** The first unit outside ASCII. */
export const FIRST_FOREIGN = unit('\u0080');
export const NO_BREAK_SPACE = unit('\u00a0');
export const CENT_SIGN = unit('¢');
export const DEGREE_SIGN = unit('°');
export const PLUS_MINUS = unit('±');
export const MICRO_SIGN = unit('µ');
export const TIMES_SIGN = unit('×');
export const THIN_SPACE = unit('\u2009');
export const UNICODE_HYPHEN = unit('\u2010');
export const NO_BREAK_HYPHEN = unit('\u2011');
export const FIGURE_DASH = unit('\u2012');
export const EN_DASH = unit('\u2013');
export const EM_DASH = unit('\u2014');
export const LEFT_QUOTE = unit('\u2018');
export const RIGHT_QUOTE = unit('\u2019');
export const NARROW_NO_BREAK_SPACE = unit('\u202f');
export const MINUS_SIGN = unit('\u2212');

const FIRST_ACCENTED = unit('À');
const LAST_ACCENTED_CAPITAL = unit('Þ');
const DIVISION_SIGN = unit('÷');
/** From here on there is punctuation, not letters. */
const FIRST_PUNCTUATION = unit('\u2000');
/** The scripts of East Asia, which write words without gaps: none of their characters is a letter of a word here. */
const FIRST_EAST_ASIAN = unit('\u3040');
const FIRST_PRESENTATION_FORM = unit('\ufb00');

/** How far a small ASCII letter is from its capital. */
const CASE_DISTANCE = SMALL_A - CAPITAL_A;

export const isAscii = (c: number): boolean => c < FIRST_FOREIGN;
export const isDigit = (c: number): boolean => c >= ZERO && c <= NINE;
/** What a digit counts: 7 for "7". */
export const digitValue = (c: number): number => c - ZERO;

export const isAsciiCapital = (c: number): boolean => c >= CAPITAL_A && c <= CAPITAL_Z;
export const isAsciiSmall = (c: number): boolean => c >= SMALL_A && c <= SMALL_Z;
/** An ASCII capital as its small letter; anything else as it is. */
export const toSmall = (c: number): number => (isAsciiCapital(c) ? c + CASE_DISTANCE : c);

const isForeignLetter = (c: number): boolean =>
  (c >= FIRST_ACCENTED && c < FIRST_PUNCTUATION && c !== TIMES_SIGN && c !== DIVISION_SIGN) || c === MICRO_SIGN;

/** A Chinese, Japanese or Korean character. */
export const isEastAsian = (c: number): boolean => c >= FIRST_EAST_ASIAN && c < FIRST_PRESENTATION_FORM;

/**
 * By their codes: 1 for the letters in ASCII. They are asked for at every turn, and a table is quicker than
 * comparisons.
 */
const ASCII_LETTERS = Uint8Array.from({ length: FIRST_FOREIGN }, (_, c) =>
  isAsciiSmall(c) || isAsciiCapital(c) ? 1 : 0,
);
/** Letters of Latin and most other scripts, the two micro signs among them. */
export const isLetter = (c: number): boolean => (isAscii(c) ? ASCII_LETTERS[c] === 1 : isForeignLetter(c));
export const isUpper = (c: number): boolean =>
  isAsciiCapital(c) || (c >= FIRST_ACCENTED && c <= LAST_ACCENTED_CAPITAL && c !== TIMES_SIGN);
export const isWord = (c: number): boolean => isDigit(c) || isLetter(c);
export const isHyphen = (c: number): boolean => c === HYPHEN || c === UNICODE_HYPHEN || c === NO_BREAK_HYPHEN;
/** What joins the ends of a range: hyphens, en dash, em dash, minus. */
export const isDash = (c: number): boolean => isHyphen(c) || (c >= FIGURE_DASH && c <= EM_DASH) || c === MINUS_SIGN;
/** A thin space, or one at which no line breaks: such spaces group digits. */
export const isThinSpace = (c: number): boolean =>
  c === NO_BREAK_SPACE || c === THIN_SPACE || c === NARROW_NO_BREAK_SPACE;
export const isBlank = (c: number): boolean => c === SPACE || c === TAB || isThinSpace(c);
export const isApostrophe = (c: number): boolean => c === APOSTROPHE || c === RIGHT_QUOTE;

/** A set of characters; those in ASCII are looked up in a table, since they are asked for at every turn. */
export class CharSet {
  private readonly ascii = new Uint8Array(FIRST_FOREIGN);
  private readonly foreign = new Set<number>();

  constructor(characters: string) {
    for (let i = 0; i < characters.length; i++) {
      const c = characters.charCodeAt(i);
      if (isAscii(c)) this.ascii[c] = 1;
      else this.foreign.add(c);
    }
  }

  has(c: number): boolean {
    return isAscii(c) ? this.ascii[c] === 1 : this.foreign.has(c);
  }
}

/** As `toLowerCase`, but free for the words that are in lower case already: nearly all. */
export function lower(word: string): string {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if (isAsciiCapital(c) || !isAscii(c)) return word.toLowerCase();
  }
  return word;
}

/** 1900 to 2099, with nothing before and after it. */
export const isYearInDigits = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);
