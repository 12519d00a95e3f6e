/** Phrases of a table, and which of them are in a text: see `kindOfSituation.ts` for how they are written. */
import { rootOf, rootsOf } from './roots';

/** Words of one sort, which phrases name by `@`; `@n` is a figure too. */
export const GROUPS = {
  boss: `boss manager director vp president ceo cto cfo coo cio chief head executive exec board founder supervisor
    superior superiors professor consultant senior leadership principal superintendent dean owner minister leader sponsor
    partner`,
  customer: `customer client user patient guest buyer subscriber merchant shopper tenant pupil parent citizen resident
    passenger driver account hospital school member clinician relative family bank supplier`,
  team: `team department group side party office squad engineering sales marketing product finance legal operations
    support security design`,
  n: `two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand`,
  day: `monday tuesday wednesday thursday friday saturday sunday`,
} as const;
type Group = keyof typeof GROUPS;

/** So many words may stand where a phrase leaves room. */
const ROOM = 3;
/** One word alone says less than a phrase does. */
const ONE_WORD = 0.6;
/** A phrase that speaks for several things says less of each; with 1, all of them would share what it says. */
const SHARING = 0.67;
/** Stands for any figure where phrases are looked up. */
const FIGURE = '0';

interface Phrase<T> {
  readonly of: T;
  readonly slots: readonly Slot[];
  readonly key: string;
}

interface Slot {
  readonly words: readonly string[];
  readonly isNumber: boolean;
  /** Up to so many words may stand before it. */
  readonly gap: number;
}

/** Phrases by how they begin, so that a text is read once, word by word. */
export class PhraseTable<T> {
  /** By the first two words, or by the first where there is no second or room before it. */
  private readonly byStart = new Map<string, Phrase<T>[]>();
  /** For how many things a phrase speaks, by its key. */
  private readonly sharers = new Map<string, number>();

  /** Adds phrases that speak for something. @param list phrases between commas. */
  add(of: T, list: string): void {
    const added = new Set<string>();
    for (const slots of list.split(',').map(slotsOf)) {
      const key = keyOf(slots);
      if (slots.length === 0 || added.has(key)) continue;
      added.add(key);
      this.sharers.set(key, (this.sharers.get(key) ?? 0) + 1);
      const phrase = { of, slots, key };
      for (const start of startsOf(slots)) {
        const others = this.byStart.get(start);
        if (others) others.push(phrase);
        else this.byStart.set(start, [phrase]);
      }
    }
  }

  /** What the phrases in a text say, each once, with how surely: up to 1. @param words in their roots. */
  find(words: readonly string[]): { readonly of: T; readonly surely: number }[] {
    const found = new Set<Phrase<T>>();
    const all: { of: T; surely: number }[] = [];
    const look = (start: string, at: number): void => {
      for (const phrase of this.byStart.get(start) ?? []) {
        const { of, slots, key } = phrase;
        if (found.has(phrase) || !standsAt(words, slots, at)) continue;
        found.add(phrase);
        all.push({ of, surely: (slots.length > 1 ? 1 : ONE_WORD) / (this.sharers.get(key) ?? 1) ** SHARING });
      }
    };
    words.forEach((word, at) => {
      const [first, second] = [lookedUp(word), lookedUp(words[at + 1] ?? '')];
      look(first, at);
      look(`${first} ${second}`, at);
    });
    return all;
  }
}

const isFigure = (word: string): boolean => /^\p{Nd}/u.test(word);

const lookedUp = (word: string): string => (isFigure(word) ? FIGURE : word);

/** The words that a phrase may begin with: two where the second follows at once. */
function startsOf([first, second]: readonly Slot[]): readonly string[] {
  const firsts = first ? alternatives(first) : [];
  if (!second || second.gap > 0) return firsts;
  return firsts.flatMap((one) => alternatives(second).map((other) => `${one} ${other}`));
}

const alternatives = ({ words, isNumber }: Slot): readonly string[] => (isNumber ? [...words, FIGURE] : words);

function slotsOf(written: string): Slot[] {
  const slots: Slot[] = [];
  let gap = 0;
  for (const part of written.replace(/'/gu, '').trim().split(/\s+/u)) {
    if (part === '..') {
      gap = ROOM;
      continue;
    }
    const isNumber = part === '@n';
    for (const words of wordsOfSlots(part)) {
      slots.push({ words, isNumber, gap });
      gap = 0;
    }
  }
  return slots;
}

/** A group and `a/b` are one slot of several words; `long-term` is two slots of one. */
function wordsOfSlots(part: string): string[][] {
  if (part.startsWith('@')) return [groupWords(part.slice(1) as Group)];
  if (part.includes('/')) return [part.split('/').map(rootOf)];
  return part.includes('-') ? part.split('-').map((each) => [rootOf(each)]) : [[rootOf(part)]];
}

const groups = new Map<Group, string[]>();

function groupWords(group: Group): string[] {
  const words = groups.get(group) ?? rootsOf(GROUPS[group]);
  groups.set(group, words);
  return words;
}

const keyOf = (slots: readonly Slot[]): string => slots.map(({ words, gap }) => `${gap} ${words.join('/')}`).join(' ');

const fits = ({ words, isNumber }: Slot, word: string): boolean => words.includes(word) || (isNumber && isFigure(word));

/** Whether a phrase whose first word is here goes on here. */
function standsAt(words: readonly string[], slots: readonly Slot[], start: number): boolean {
  let at = start + 1;
  return slots.slice(1).every((slot) => {
    const last = Math.min(words.length - 1, at + slot.gap);
    while (at <= last && !fits(slot, words[at] ?? '')) at += 1;
    at += 1;
    return at - 1 <= last;
  });
}
