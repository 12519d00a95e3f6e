import { groupBit, W, type Group } from './classes';
import * as closed from './context';
import { BUSINESS, BUSINESS_TIME, OBJECTS, TECHNICAL, TECHNICAL_TIME, BUILD_TIME, USERS } from './metrics';
import { ADJECTIVES, ADVERBS, DEGREES, HEAPS } from './vagueness';
import { CUES } from './weighing';
import * as open from './words';

/** A word's classes, its metric groups, and whether "to" behind it announces a new value. */
export interface Entry {
  readonly word: string;
  classes: number;
  groups: number;
  flags: number;
}

/** What classes have no room for. */
export const FLAG = { improvement: 1, technicalTime: 2, businessTime: 4, deed: 8, modelKind: 16, metric: 32 } as const;

/** Hash of a word so far and its next character, in lower case; the scanner computes it as it reads. */
export const hashStep = (hash: number, unit: number): number => (Math.imul(hash, 31) + unit) | 0;

/** A length and a first character in one number: with the hash they tell a word from every other that is met in a life of reading. */
const shapeOf = (length: number, first: number): number => (length << 16) | first;

/** An open-addressed table, looked up by the hash that the scanner already has: no substring is made for a word, and none is read again. */
export class WordTable {
  /** The hash of the word in each slot; 0 where there is none. */
  private readonly hashes: Int32Array;
  private readonly shapes: Int32Array;
  private readonly slots: Int16Array;
  private readonly mask: number;
  private readonly entries: readonly Entry[];

  constructor(words: ReadonlyMap<string, Entry>) {
    let size = 1024;
    while (size < words.size * 3) size *= 2;
    this.mask = size - 1;
    this.hashes = new Int32Array(size);
    this.shapes = new Int32Array(size);
    this.slots = new Int16Array(size);
    this.entries = [...words.values()];
    this.entries.forEach(({ word }, index) => {
      let hash = 0;
      for (let i = 0; i < word.length; i += 1) hash = hashStep(hash, word.charCodeAt(i));
      let slot = this.slotOf(hash);
      while (this.hashes[slot] !== 0) slot = (slot + 1) & this.mask;
      this.hashes[slot] = hash;
      this.shapes[slot] = shapeOf(word.length, word.charCodeAt(0));
      this.slots[slot] = index;
    });
  }

  /** The entry of a word, hyphens left out; `hash` is that of its lower-case letters, `first` the first of them, `length` their number. */
  find(hash: number, first: number, length: number): Entry | undefined {
    for (let slot = this.slotOf(hash); ; slot = (slot + 1) & this.mask) {
      const found = this.hashes[slot] as number;
      if (found === 0) return undefined;
      if (found === hash && this.shapes[slot] === shapeOf(length, first)) return this.entries[this.slots[slot] as number];
    }
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.mask;
  }
}

const HYPHEN = 45;

const DOUBLES = new Set(['drop', 'trim', 'slip', 'dip']);

/** The one table, made once from the word lists. */
export const WORDS: WordTable = new WordTable(collect());

/** The entry of a word in lower case, its singular or plural too where only the other is listed. */
export function lookUp(word: string): Entry | undefined {
  return findWord(word) ?? (word.endsWith('s') ? undefined : findWord(`${word}s`));
}

function findWord(word: string): Entry | undefined {
  let hash = 0;
  let length = 0;
  for (let i = 0; i < word.length; i += 1) {
    if (word.charCodeAt(i) === HYPHEN) continue;
    hash = hashStep(hash, word.charCodeAt(i));
    length += 1;
  }
  return WORDS.find(hash, word.charCodeAt(0), length);
}

function collect(): Map<string, Entry> {
  const words = new Map<string, Entry>();
  const add = (word: string, classes: number, groups = 0, flags = 0): void => {
    const entry = words.get(word);
    if (entry) {
      entry.classes |= classes;
      entry.groups |= groups;
      entry.flags |= flags;
    } else {
      words.set(word, { word, classes, groups, flags });
    }
  };
  const list = (source: string, classes: number, groups = 0, flags = 0): void => {
    for (const item of source.split(' ')) for (const form of nounForms(item)) add(form, classes, groups, flags);
  };
  const verbs = (source: string, classes: number, flags = 0): void => {
    for (const item of source.split(' ')) for (const form of verbForms(item)) add(form, classes, 0, flags);
  };
  for (const [group, source] of Object.entries(BUSINESS) as [Group, string][]) {
    list(source, W.business | (group === 'cost' ? W.cost : 0), groupBit(group), FLAG.metric);
  }
  for (const [group, source] of Object.entries(TECHNICAL) as [Group, string][]) list(source, W.technical, groupBit(group));
  list(OBJECTS, W.business);
  list(USERS, W.users, groupBit('usage'));
  list(TECHNICAL_TIME, 0, groupBit('latency'), FLAG.technicalTime);
  list(BUILD_TIME, 0, groupBit('cycle'), FLAG.technicalTime);
  list(BUSINESS_TIME, 0, 0, FLAG.businessTime);
  list(open.MODELS, W.model);
  list(open.MODEL_KINDS, 0, 0, FLAG.modelKind);
  list(open.INFRA, W.infra);
  list(open.SYSTEMS, W.system);
  for (const words of [ADVERBS, ADJECTIVES, HEAPS, DEGREES]) for (const word of words) add(word, W.vague);
  for (const word of Object.keys(CUES)) add(word, W.weigh);
  verbs(open.CHANGE_VERBS, W.change);
  verbs(open.IMPROVEMENT_VERBS, 0, FLAG.improvement);
  verbs(open.ACHIEVE_VERBS, W.achieve);
  verbs(open.ADOPT_VERBS, W.adopt);
  verbs(open.RESEARCH_VERBS, W.research);
  verbs(open.BUILD_VERBS, W.build);
  verbs(open.DEED_VERBS, 0, FLAG.deed);
  const closedClasses: readonly (readonly [string, number])[] = [
    [closed.FIRST, W.first], [closed.MINE, W.mine], [closed.WE, W.we], [closed.TEAM, W.team], [closed.GOALS, W.goal], [closed.BE, W.be], [closed.NOW, W.now],
    [closed.BEFORE, W.before], [closed.MEANS, W.means], [closed.SCOPE, W.scope], [closed.SLO, W.slo], [closed.COMPARATIVES, W.comparative], [closed.NOT, W.not],
    [closed.CHANGE_NOUNS, W.changeNoun], [closed.PAY, W.pay], [closed.ASK, W.ask], [closed.MARKET, W.market],
  ];
  for (const [source, classes] of closedClasses) list(source, classes);
  return words;
}

/** `ticket+` is "ticket" and "tickets", `policy+` "policy" and "policies". */
function nounForms(item: string): string[] {
  if (!item.endsWith('+')) return item === '' ? [] : [item];
  const word = item.slice(0, -1);
  if (/[^aeiou]y$/u.test(word)) return [word, `${word.slice(0, -1)}ies`];
  return [word, /(?:s|x|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`];
}

/** The forms of a regular verb, or with `verb:form,form` the verb and the forms given. */
function verbForms(item: string): string[] {
  const [verb = '', irregular] = item.split(':');
  if (irregular !== undefined) return [verb, ...irregular.split(',')];
  if (verb === '') return [];
  if (/[^aeiou]y$/u.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = DOUBLES.has(verb) ? verb + verb.slice(-1) : verb;
  return [verb, /(?:s|x|ch|sh)$/u.test(verb) ? `${verb}es` : `${verb}s`, `${stem}ed`, `${stem}ing`];
}
