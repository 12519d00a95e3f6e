import type { Prose } from '../prose/prose';
import { wordSet } from '../prose/vocabulary';
import { isWordKind, kindAt, type CharacterKind } from './characters';

const LONGEST_ABBREVIATION = 6;
/** Abbreviations whose full stop never ends a sentence. */
const NEVER_LAST = wordSet('e.g i.e eg ie vs approx mr mrs dr prof st fig cf ca al dept incl resp');
/** Those whose full stop may: a small letter or a figure after it says that it does not. */
const MAYBE_LAST = wordSet(
  'inc ltd corp co ms no u.s u.k sr jr est avg min max etc p.m a.m jan feb aug sept sep oct nov dec',
);

/** A stop that may have ended its sentence, and what follows it after a space or a closing mark. */
export interface Stop {
  readonly at: number;
  /** Where the last word before it begins and ends; -1 where there is none. */
  readonly wordStart: number;
  readonly wordEnd: number;
  /** What the next word or mark begins with. */
  readonly next: CharacterKind;
}

/** Whether the stop ended the sentence: it does in "at Acme Inc. The team", not in "e.g. Kafka" or "J. Smith". */
export function endsSentence(prose: Prose, said: string, { at, wordStart, wordEnd, next }: Stop): boolean {
  if (said[at] !== '.') return next !== 'letter';
  if (wordEnd !== at) return true;
  const start = abbreviationStart(said, wordStart);
  if (at - start > LONGEST_ABBREVIATION) return true;
  const word = prose.wordIn(start, at);
  if (NEVER_LAST.has(word)) return false;
  if (MAYBE_LAST.has(word)) return next === 'capital';
  return !(next === 'capital' && at - start === 1 && isInitial(said, start));
}

/** "e.g" is two words here: steps back over single letters with full stops between them. */
function abbreviationStart(said: string, lastWord: number): number {
  let start = lastWord;
  while (start >= 2 && said[start - 1] === '.' && isWordKind(kindAt(said, start - 2))) start -= 2;
  return start;
}

/** "J." of "J. Smith"; "I." is the speaker. */
const isInitial = (said: string, at: number): boolean => kindAt(said, at) === 'capital' && said[at] !== 'I';
