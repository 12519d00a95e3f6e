/** What a character does in a text: it makes words, joins or ends them. */
export type CharacterKind =
  | 'blank'
  | 'letter'
  | 'capital'
  | 'digit'
  | 'apostrophe'
  | 'hyphen'
  /** May end a sentence. */
  | 'stop'
  /** Divides a sentence: a comma, a dash, an opening bracket. */
  | 'break'
  | 'quote'
  /** May follow a full stop that ends a sentence: a closing bracket, emphasis. */
  | 'closer'
  | 'other';

const MARKS: readonly (readonly [CharacterKind, string])[] = [
  ['apostrophe', "'\u2019"],
  ['hyphen', '-\u2010\u2011'],
  ['stop', '.!?\u2026'],
  ['break', ',;:(|\u2013\u2014'],
  ['quote', '"\u201c\u201d'],
  ['closer', ')]*_`'],
];

const ASCII_CHARACTERS = 128;
const SPACE = 0x20;
const FIRST_ACCENTED_LETTER = 0xc0;
/** General punctuation, arrows, mathematical signs and other symbols stand here, among the letters of all scripts. */
const FIRST_SYMBOL = 0x2000;
const LAST_SYMBOL = 0x2bff;

const marks: ReadonlyMap<number, CharacterKind> = new Map(
  MARKS.flatMap(([kind, characters]) => [...characters].map((one) => [one.charCodeAt(0), kind] as const)),
);

const ascii: readonly CharacterKind[] = Array.from({ length: ASCII_CHARACTERS }, (_, unit) => asciiKind(unit));

function asciiKind(unit: number): CharacterKind {
  const character = String.fromCharCode(unit);
  if (unit <= SPACE) return 'blank';
  if (/[a-z]/u.test(character)) return 'letter';
  if (/[A-Z]/u.test(character)) return 'capital';
  if (/\d/u.test(character)) return 'digit';
  return marks.get(unit) ?? 'other';
}

function kindAbove(unit: number): CharacterKind {
  const mark = marks.get(unit);
  if (mark !== undefined) return mark;
  return unit >= FIRST_ACCENTED_LETTER && (unit < FIRST_SYMBOL || unit > LAST_SYMBOL) ? 'letter' : 'other';
}

/** The kind of a UTF-16 unit; 'other' for NaN, which stands outside a text. */
const kindOf = (unit: number): CharacterKind =>
  unit < ASCII_CHARACTERS ? (ascii[unit] as CharacterKind) : kindAbove(unit);

/** The kind of the character at a place of a text; 'other' outside the text. */
export const kindAt = (text: string, at: number): CharacterKind => kindOf(text.charCodeAt(at));

/** Whether words are made of it. */
export const isWordKind = (kind: CharacterKind): boolean => kind === 'letter' || kind === 'capital' || kind === 'digit';

/** A test of UTF-16 units by their kind. It looks ASCII up in a table: it is asked for every word. */
export function unitTest(test: (kind: CharacterKind) => boolean): (unit: number) => boolean {
  const passes = Uint8Array.from(ascii, (kind) => (test(kind) ? 1 : 0));
  return (unit) => (unit < ASCII_CHARACTERS ? passes[unit] === 1 : test(kindAbove(unit)));
}

/** Whether words are made of such UTF-16 units. */
export const isWordUnit = unitTest(isWordKind);
