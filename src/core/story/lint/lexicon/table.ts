import { idOf, itemsOf, learn, type WordId } from '../../prose/vocabulary';
import { BitTable, type BitUnion } from './bitSet';
import { NO_FACTS, wordFacts, type MetricGroup, type WordClass, type WordClasses, type WordFacts } from './classes';
import { nounForms, verbForms } from './forms';
import * as common from './functionWords';
import { BUILD_TIME, BUSINESS, BUSINESS_TIME, OBJECTS, TECHNICAL_METRICS, TECHNICAL_TIME, USERS } from './metrics';
import * as signal from './signals';
import * as technology from './technology';
import * as vagueness from './vagueness';
import * as verb from './verbs';
import { CUES } from './weighing';

/** Lists of nouns and other words that keep their form; a final `+` gives the plural as well. */
const NOUNS: readonly (readonly [WordClass, string])[] = [
  ['business', OBJECTS],
  ['users', USERS],
  ['technicalTime', TECHNICAL_TIME],
  ['technicalTime', BUILD_TIME],
  ['businessTime', BUSINESS_TIME],
  ['model', technology.MODELS],
  ['modelKind', technology.MODEL_KINDS],
  ['infra', technology.INFRA],
  ['system', technology.SYSTEMS],
  ['deed', verb.DEEDS],
  ['first', common.FIRST],
  ['mine', common.MINE],
  ['we', common.WE],
  ['team', common.TEAM],
  ['goal', common.GOALS],
  ['be', common.BE],
  ['now', common.NOW],
  ['before', common.BEFORE],
  ['scope', common.SCOPE],
  ['slo', common.SLO],
  ['comparative', common.COMPARATIVES],
  ['not', common.NOT],
  ['changeNoun', common.CHANGE_NOUNS],
  ['pay', common.PAY],
  ['ask', common.ASK],
  ['market', common.MARKET],
  ['vague', vagueness.VAGUE],
  ['amountInWords', vagueness.AMOUNTS_IN_WORDS],
  ['weigh', Object.keys(CUES).join(' ')],
  ['would', signal.WOULD],
  ['decision', signal.DECISIONS],
  ['others', signal.OTHERS],
  ['stages', signal.STAGES],
  ['credit', signal.CREDIT],
  ['fault', signal.FAULTS],
  ['afterwards', signal.AFTERWARDS],
  ['stake', signal.STAKES],
  ['confirmation', signal.CONFIRMATIONS],
  ['inflated', signal.INFLATED],
  ['general', signal.GENERAL],
];

/** Lists of verbs, which are inflected. */
const VERBS: readonly (readonly [WordClass, string])[] = [
  ['change', verb.CHANGE_VERBS],
  ['improvement', verb.IMPROVEMENT_VERBS],
  ['achieve', verb.ACHIEVE_VERBS],
  ['adopt', verb.ADOPT_VERBS],
  ['research', verb.RESEARCH_VERBS],
  ['build', verb.BUILD_VERBS],
];

/** Lists whose words all name metrics of one group. */
const GROUPED: readonly (readonly [MetricGroup, string])[] = [
  ...(Object.entries(BUSINESS) as [MetricGroup, string][]),
  ...(Object.entries(TECHNICAL_METRICS) as [MetricGroup, string][]),
  ['usage', USERS],
  ['latency', TECHNICAL_TIME],
  ['cycle', BUILD_TIME],
];

/** What is known of each listed word, by its number. */
const facts: readonly WordFacts[] = tableOf(collect());

/** What the lists know about a word: `factsOf(learn('churn'))` has the class `business` and the group "churn". */
export const factsOf = (id: WordId): WordFacts => (id < facts.length ? (facts[id] as WordFacts) : NO_FACTS);

const classTable = new BitTable(facts.map(({ classes }) => classes));
const groupTable = new BitTable(facts.map(({ groups }) => groups));

/** Adds what the lists know about a word to what is known of others. */
export function addFacts(id: WordId, classes: BitUnion, groups: BitUnion): void {
  if (id >= facts.length) return;
  classTable.addTo(classes, id);
  groupTable.addTo(groups, id);
}

export const classesOf = (id: WordId): WordClasses => factsOf(id).classes;

/** Whether one of the lists has the word. */
export const isListed = (id: WordId): boolean => factsOf(id) !== NO_FACTS;

/**
 * The number of a listed word that is at hand as a string, its hyphens left out: "sign-ups" is "signups". It is the
 * plural's where only that is listed, and 0 where neither is.
 */
export function lookUp(word: string): WordId {
  const name = word.includes('-') ? word.replaceAll('-', '') : word;
  const own = idOf(name);
  if (isListed(own)) return own;
  const plural = /s$/iu.test(name) ? 0 : idOf(`${name}s`);
  return isListed(plural) ? plural : 0;
}

interface Entry {
  readonly classes: Set<WordClass>;
  readonly groups: Set<MetricGroup>;
}

function collect(): Map<string, Entry> {
  const words = new Map<string, Entry>();
  const entry = (word: string): Entry => {
    const found = words.get(word) ?? { classes: new Set(), groups: new Set() };
    words.set(word, found);
    return found;
  };
  const nouns = (list: string): Entry[] => itemsOf(list).flatMap(nounForms).map(entry);
  const verbs = (list: string): Entry[] => itemsOf(list).flatMap(verbForms).map(entry);
  for (const list of Object.values(BUSINESS))
    for (const { classes } of nouns(list)) classes.add('business').add('metric');
  for (const { classes } of nouns(BUSINESS.cost)) classes.add('cost');
  for (const list of Object.values(TECHNICAL_METRICS)) for (const { classes } of nouns(list)) classes.add('technical');
  for (const [name, list] of NOUNS) for (const { classes } of nouns(list)) classes.add(name);
  for (const [name, list] of VERBS) for (const { classes } of verbs(list)) classes.add(name);
  for (const [group, list] of GROUPED) for (const { groups } of nouns(list)) groups.add(group);
  return words;
}

/** An array without holes: a word of other lists is known here by {@link NO_FACTS}. */
function tableOf(words: ReadonlyMap<string, Entry>): readonly WordFacts[] {
  const byId = new Map([...words].map(([word, entry]) => [learn(word), wordFacts(entry.classes, entry.groups)]));
  return Array.from({ length: Math.max(...byId.keys()) + 1 }, (_, id) => byId.get(id) ?? NO_FACTS);
}
