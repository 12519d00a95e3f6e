import { findWord, hashStep, learn, WordColumn, type WordId } from '../../prose/vocabulary';
import { groupBit, W, type Group } from './classes';
import * as closed from './context';
import { BUSINESS, BUSINESS_TIME, OBJECTS, TECHNICAL, TECHNICAL_TIME, BUILD_TIME, USERS } from './metrics';
import { ADJECTIVES, ADVERBS, DEGREES, HEAPS } from './vagueness';
import { CUES } from './weighing';
import * as open from './words';

/** A word's classes, its metric groups, and what else is known of it. */
interface Entry {
  classes: number;
  groups: number;
  flags: number;
}

/** What classes have no room for. */
export const FLAG = { improvement: 1, technicalTime: 2, businessTime: 4, deed: 8, modelKind: 16, metric: 32 } as const;

/** A hyphen is left out of a word before it is looked up: "sign-ups" is "signups". */
const HYPHEN = 45;
const SMALL_S = 115;

const DOUBLES = new Set(['drop', 'trim', 'slip', 'dip']);

const classes = new WordColumn();
const groups = new WordColumn();
const flags = new WordColumn();

for (const [word, entry] of collect()) {
  const id = learn(word);
  classes.set(id, entry.classes);
  groups.set(id, entry.groups);
  flags.set(id, entry.flags);
}

/** The word's classes, as bits of `W`; 0 for the words of other lists. */
export const classesOf = (id: WordId): number => classes.get(id);
/** The metric groups that it belongs to, as bits. */
export const groupsOf = (id: WordId): number => groups.get(id);
/** Its bits of `FLAG`. */
export const flagsOf = (id: WordId): number => flags.get(id);
/** One of the lists here has the word. */
export const isListed = (id: WordId): boolean => (classesOf(id) | groupsOf(id) | flagsOf(id)) !== 0;

/**
 * The number of a listed word that is at hand as a string: its plural's too where only that is listed; 0 where neither
 * is. `from` is where it begins in `text`.
 */
export function lookUp(text: string, from = 0): WordId {
  let hash = 0;
  let length = 0;
  for (let i = from; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === HYPHEN) continue;
    hash = hashStep(hash, unit);
    length += 1;
  }
  const first = text.charCodeAt(from);
  const own = findWord(hash, length, first);
  if (isListed(own)) return own;
  const last = text.charCodeAt(text.length - 1) | 32;
  const plural = last === SMALL_S ? 0 : findWord(hashStep(hash, SMALL_S), length + 1, first);
  return isListed(plural) ? plural : 0;
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
      words.set(word, { classes, groups, flags });
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
  for (const [group, source] of Object.entries(TECHNICAL) as [Group, string][])
    list(source, W.technical, groupBit(group));
  list(OBJECTS, W.business);
  list(USERS, W.users, groupBit('usage'));
  list(TECHNICAL_TIME, 0, groupBit('latency'), FLAG.technicalTime);
  list(BUILD_TIME, 0, groupBit('cycle'), FLAG.technicalTime);
  list(BUSINESS_TIME, 0, 0, FLAG.businessTime);
  list(open.MODELS, W.model);
  list(open.MODEL_KINDS, 0, 0, FLAG.modelKind);
  list(open.INFRA, W.infra);
  list(open.SYSTEMS, W.system);
  for (const set of [ADVERBS, ADJECTIVES, HEAPS, DEGREES]) for (const word of set.words) add(word, W.vague);
  for (const word of Object.keys(CUES)) add(word, W.weigh);
  verbs(open.CHANGE_VERBS, W.change);
  verbs(open.IMPROVEMENT_VERBS, 0, FLAG.improvement);
  verbs(open.ACHIEVE_VERBS, W.achieve);
  verbs(open.ADOPT_VERBS, W.adopt);
  verbs(open.RESEARCH_VERBS, W.research);
  verbs(open.BUILD_VERBS, W.build);
  verbs(open.DEED_VERBS, 0, FLAG.deed);
  const closedClasses: readonly (readonly [string, number])[] = [
    [closed.FIRST, W.first],
    [closed.MINE, W.mine],
    [closed.WE, W.we],
    [closed.TEAM, W.team],
    [closed.GOALS, W.goal],
    [closed.BE, W.be],
    [closed.NOW, W.now],
    [closed.BEFORE, W.before],
    [closed.MEANS, W.means],
    [closed.SCOPE, W.scope],
    [closed.SLO, W.slo],
    [closed.COMPARATIVES, W.comparative],
    [closed.NOT, W.not],
    [closed.CHANGE_NOUNS, W.changeNoun],
    [closed.PAY, W.pay],
    [closed.ASK, W.ask],
    [closed.MARKET, W.market],
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
