/**
 * What questions of an interview are about beyond their words. A theme has what a question says that asks for it, and
 * what a story says that tells of it: “a time you failed” is answered by a story that says “I was wrong”. A family of
 * words has the same for both: “a slow system” and “p95”.
 */
import { PEOPLE_THEMES } from './peopleThemes';
import { wordsOf } from './stems';
import { WORD_FAMILIES } from './wordFamilies';
import { WORK_THEMES } from './workThemes';

export interface Concept {
  readonly id: string;
  readonly title: string;
  /** Whether it is what a question is about; a family only stands for words. */
  readonly isTheme: boolean;
}

/** The concepts found in a text, each with how many different phrases say so. */
export type Found = ReadonlyMap<Concept, number>;

interface Phrase {
  readonly words: readonly string[];
  readonly concept: Concept;
}

/** Phrases by their first word, so that a text is read once, word by word. */
type PhraseTable = ReadonlyMap<string, readonly Phrase[]>;

interface Tables {
  readonly asks: PhraseTable;
  readonly tells: PhraseTable;
}

let tables: Tables | undefined;

/** Read when first asked for: stemming thousands of words would take a good part of the extension's start. */
function phraseTables(): Tables {
  return (tables ??= readTables());
}

function readTables(): Tables {
  const asks = new Map<string, Phrase[]>();
  const tells = new Map<string, Phrase[]>();
  for (const { id, title, ...written } of [...PEOPLE_THEMES, ...WORK_THEMES]) {
    const concept = { id, title, isTheme: true };
    addPhrases(asks, written.asks, concept);
    addPhrases(tells, written.tells, concept);
  }
  for (const [title, phrases] of WORD_FAMILIES) {
    const concept = { id: title, title, isTheme: false };
    addPhrases(asks, phrases, concept);
    addPhrases(tells, phrases, concept);
  }
  return { asks, tells };
}

function addPhrases(table: Map<string, Phrase[]>, list: string, concept: Concept): void {
  for (const words of list.split(',').map(wordsOf)) {
    const [first] = words;
    if (first === undefined) continue;
    const others = table.get(first) ?? [];
    if (!others.some((other) => other.concept === concept && other.words.join(' ') === words.join(' ')))
      table.set(first, [...others, { words, concept }]);
  }
}

/** What a question asks for. @param words in their stems. */
export function askedFor(words: readonly string[]): Found {
  return conceptsIn(words, phraseTables().asks);
}

/** What a story tells of. @param words in their stems. */
export function toldOf(words: readonly string[]): Found {
  return conceptsIn(words, phraseTables().tells);
}

function conceptsIn(words: readonly string[], table: PhraseTable): Found {
  const phrases = new Set<Phrase>();
  words.forEach((word, at) => {
    for (const phrase of table.get(word) ?? [])
      if (phrase.words.every((part, index) => words[at + index] === part)) phrases.add(phrase);
  });
  const found = new Map<Concept, number>();
  for (const { concept } of phrases) found.set(concept, (found.get(concept) ?? 0) + 1);
  return found;
}
