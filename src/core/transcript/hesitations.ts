/**
 * What speakers say while they look for words, and what makes a claim sound less sure, in one list. It is counted only
 * where it is surely that: “like” and “you know” are mostly ordinary words.
 */

import { sentenceParts, type TextPart } from './sentenceParts';

/** A `sound` is no word, a `phrase` says nothing where it stands, a `hedge` weakens what is said. */
export type HesitationKind = 'sound' | 'phrase' | 'hedge';

export interface Hesitation {
  readonly kind: HesitationKind;
  /** As it is listed, in small letters. */
  readonly words: string;
  /** An offset into the text. */
  readonly start: number;
}

/** A word as it was said, and whether a pause (a comma, a dash, the end of a sentence) is around it. */
interface SaidWord {
  readonly word: string;
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly isAfterPause: boolean;
  isBeforePause: boolean;
  /** What stands between it and the next word. */
  gap: string;
}

/** The words around a match. */
interface Around {
  /** The word before, two before, and the word after; '' where there is a pause or nothing between. */
  readonly before: string;
  readonly beforeThat: string;
  readonly after: string;
  readonly isAfterPause: boolean;
  readonly isBeforePause: boolean;
  /** Whether the sentence ends with it. */
  readonly isLastWord: boolean;
  readonly written: string;
}

interface Listed {
  readonly kind: HesitationKind;
  readonly words: readonly string[];
  readonly counts: (around: Around) => boolean;
}

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));
const always = (): boolean => true;

/** “What kind of”, “a new kind of”, “this sort of”: a noun. */
const NOUN_BEFORE = wordsIn(`
  a an the this that these those what which whatever any some every each no one another same different certain particular
  right wrong new only first second last best worst my our your his her its their two three all various many such other
  specific special common usual main
`);
const ARTICLES = wordsIn('a an the this that some any no every my our your his her its their what which');
const isAdverb = ({ before, beforeThat }: Around): boolean =>
  !NOUN_BEFORE.has(before) && !(ARTICLES.has(beforeThat) && !/^(?:is|was|were|are|had|just|has|got)$/u.test(before));

const ASKS = wordsIn(`
  do did does if as when what how because until before once since would could let should sure dont whether wont may might
  everything all people someone somebody things who anything
`);
const KNOWN = wordsIn(`
  how what why who whom whose where when whether if that the your my our his her its their me him them it this these those
  about of a an anything something everything nothing more which all exactly better already enough each some any
`);
const isYouKnow = ({ before, after, isBeforePause }: Around): boolean =>
  !ASKS.has(before) && (isBeforePause || !KNOWN.has(after));

const LIKE_VERBS = wordsIn(`
  i we you they he she would d ll to really do dont didnt doesnt also not never still feel feels felt look looks looked
  sound sounds sounded seem seems seemed something anything nothing things stuff just more much is s exactly people
  taste smell act works worked lot who that it this
`);
const SUBJECTS = wordsIn('i we you they he she it um uh');
const JOINTS = wordsIn('and so but because um uh');
/** “, like,”; “like, …” where no verb is; “and like we …”. In “was like,” somebody is quoted. */
const isLike = ({ before, after, isAfterPause, isBeforePause, isLastWord }: Around): boolean =>
  (isAfterPause && isBeforePause) ||
  (isBeforePause && !isLastWord && !LIKE_VERBS.has(before)) ||
  (JOINTS.has(before) && SUBJECTS.has(after));

const isMeant = ({ before, after, isBeforePause }: Around): boolean =>
  !/^(?:what|that|which|know|if|do|did|how)$/u.test(before) &&
  (isBeforePause || !/^(?:it|that|by|the|this|business|to|what|every|you|no|well)$/u.test(after));

const THOUGHT_BEFORE = wordsIn('how what when way where why who as do did than that which if things whatever');
const THOUGHT_AFTER = wordsIn('about through of in like back ahead big so');
const isThought = ({ before, after, isBeforePause }: Around): boolean =>
  !THOUGHT_BEFORE.has(before) && (isBeforePause || !THOUGHT_AFTER.has(after));

const isSetOff = ({ isAfterPause, isBeforePause }: Around): boolean => isAfterPause || isBeforePause;
const isLast = ({ isBeforePause }: Around): boolean => isBeforePause;

/** “ER” is a ward, “5 mm” a length, “mm-hmm” a yes. */
const isSound = ({ before, written }: Around): boolean => !/^\d/u.test(before) && !/^\p{Lu}{2,3}$/u.test(written);

/** The one list: how it is counted is in the last column. */
const LEXICON: readonly (readonly [kind: HesitationKind, phrases: string, counts: (around: Around) => boolean])[] = [
  ['sound', 'um, umm, ummm, uh, uhh, uhm, er, erm, eh, ah, hm, hmm, mm, mmm', isSound],
  ['phrase', 'you know what i mean', always],
  ['phrase', 'you know', isYouKnow],
  ['phrase', 'i mean', isMeant],
  ['phrase', 'like', isLike],
  ['phrase', 'basically, or whatever, and stuff like that', always],
  ['phrase', 'and stuff', isLast],
  ['phrase', 'literally, honestly, obviously', ({ isAfterPause, isBeforePause }) => isAfterPause && isBeforePause],
  ['hedge', 'maybe, perhaps, probably, possibly, kinda, sorta, hopefully, somewhat, more or less', always],
  ['hedge', 'kind of, sort of', isAdverb],
  ['hedge', 'i think, i guess, i suppose', isThought],
  ['hedge', "i feel like, i would say, i'd say", always],
  ['hedge', "i'm not sure, i am not sure, i'm not really sure", always],
  ['hedge', "i don't know, or something, or something like that", isLast],
  ['hedge', 'to be honest', isSetOff],
];

const BY_FIRST_WORD = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly Listed[]> {
  const found = new Map<string, Listed[]>();
  for (const [kind, phrases, counts] of LEXICON)
    for (const phrase of phrases.split(',')) {
      const words = phrase.trim().split(' ');
      const first = words[0] ?? '';
      found.set(first, [...(found.get(first) ?? []), { kind, words, counts }]);
    }
  // The longest is tried first.
  for (const listed of found.values()) listed.sort((a, b) => b.words.length - a.words.length);
  return found;
}

const WORD = /[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu;
const PAUSE = /[,.;:!?—–…]|\s-\s|--/u;

/** Every hesitation of an English text, in its order. */
export function hesitationsIn(text: string): Hesitation[] {
  const found: Hesitation[] = [];
  // Nothing that is listed goes on after a sentence, and what stands around it counts only up to a pause.
  for (const part of sentenceParts(text)) addHesitations(part, found);
  return found;
}

function addHesitations({ text, start }: TextPart, found: Hesitation[]): void {
  const said = saidWords(text);
  for (let at = 0; at < said.length; at += 1) {
    const listed = BY_FIRST_WORD.get(said[at]?.word ?? '')?.find((each) => isAt(said, at, each));
    if (!listed) continue;
    found.push({ kind: listed.kind, words: listed.words.join(' '), start: start + (said[at]?.start ?? 0) });
    at += listed.words.length - 1;
  }
}

function saidWords(text: string): SaidWord[] {
  const said: SaidWord[] = [];
  for (const { 0: written, index } of text.matchAll(WORD)) {
    const last = said.at(-1);
    const gap = last ? text.slice(last.end, index) : '';
    const isAfterPause = !last || (gap !== ' ' && PAUSE.test(gap));
    if (last) {
      last.isBeforePause = isAfterPause;
      last.gap = gap;
    }
    said.push({
      word: plainWord(written),
      written,
      start: index,
      end: index + written.length,
      isAfterPause,
      isBeforePause: true,
      gap: '',
    });
  }
  return said;
}

const plainWord = (written: string): string => {
  const word = written.toLowerCase();
  return word.includes('’') ? word.replaceAll('’', "'") : word;
};

function isAt(said: readonly SaidWord[], at: number, { words, kind, counts }: Listed): boolean {
  const [first, last] = [said[at], said[at + words.length - 1]];
  if (!first || !last) return false;
  if (!words.every((word, index) => said[at + index]?.word === word)) return false;
  for (let index = at; index < at + words.length - 1; index += 1) if (said[index]?.isBeforePause) return false;
  // “Uh-huh” and “mm-hmm” agree.
  const isJoined = last.gap === '-' || said[at - 1]?.gap === '-';
  if (kind === 'sound' && isJoined) return false;
  const bare = (word: string | undefined): string => (word ?? '').replace(/'/gu, '');
  return counts({
    before: first.isAfterPause ? '' : bare(said[at - 1]?.word),
    beforeThat: first.isAfterPause || said[at - 1]?.isAfterPause ? '' : bare(said[at - 2]?.word),
    after: last.isBeforePause ? '' : bare(said[at + words.length]?.word),
    isAfterPause: first.isAfterPause,
    isBeforePause: last.isBeforePause,
    isLastWord: last.isBeforePause && !/^\s?[,—–…-]/u.test(last.gap),
    written: first.written,
  });
}
