import { followersOf, wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';

const [FROM, TO, WAS, WERE, BEEN] = wordIds('from to was were been');
const MODEL_NOUNS = wordSet(
  `
  model models network networks ranker rankers detector detectors forecaster forecasters predictor predictors
  algorithm algorithms classifier classifiers engine agent agents assistant assistants
`,
);

/** How many words an object may stand after its verb. */
const REACH = 11;
const ARTICLES = wordSet('a an the our my its new first own custom state-of-the-art');
/** Technologies of two words: the first, and what may be the second. */
const PAIRS = followersOf({
  feature: ['store'],
  vector: ['database', 'store', 'search'],
  data: ['lake', 'mesh'],
  event: ['sourcing', 'bus', 'streaming'],
  message: ['queue'],
  service: ['mesh'],
  random: ['forest'],
  collaborative: ['filtering'],
  machine: ['learning'],
  stream: ['processing'],
  reinforcement: ['learning'],
  knowledge: ['graph'],
  neural: ['network', 'networks', 'net'],
  deep: ['learning'],
});
/** What ends an object: what follows is a means, a purpose or another clause. */
const STOPS = wordSet(
  `
  with using via by through in on from because so which who when while where after before i we but for alongside
  without about around
`,
);
const MOVES = wordSet('migrated moved ported migrating moving switched migrate move');

export const constraintMissing: Rule<'constraint-missing'> = {
  code: 'constraint-missing',
  severity: 'warning',
  title: 'The operating constraint is missing',
  summary: 'A model or technology that is the achievement comes with its throughput, latency, scale or cost.',
  raisedWhen: 'a model or technology is the achievement, without throughput, latency, scale or cost',
  weight: { points: 10, most: 10 },
  scene: { says: { Action: '{weak}', Result: 'Shoppers like it.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.figures.some(({ constraint }) => constraint)) return [];
    if (story.parsed.placeholders.length > 0 && story.figures.length === 0 && story.parsed.words < 60) return [];
    const hasOutcome = story.figures.some(({ role, sentence }) => role === 'outcome' && !story.isSetting(sentence));
    for (const [index, sentence] of story.sentences.entries()) {
      if (!mayAchieve(story, sentence, index)) continue;
      const section = story.sectionOf(index);
      const modelsOnly = hasOutcome && (section === 'Action' || section === undefined);
      const found = achievement(story, sentence, modelsOnly);
      if (!found) continue;
      const { start, end } = found;
      const name = story.text.slice(start, end).replace(/\s+/gu, ' ');
      const message = `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”: say what it had to hold: how many a second, how fast, at what scale or cost.`;
      return [{ start, end, message }];
    }
    return [];
  },
};

/** The sentence has a verb of making, and stands where one says what was achieved. */
function mayAchieve(story: StoryContext, { has }: Sentence, index: number): boolean {
  const section = story.sectionOf(index);
  return has.build && !story.isSetting(index) && section !== 'Trade-offs' && section !== 'Learned';
}

/** A verb of making whose object is a technology: from the verb to the technology's name. */
function achievement(
  story: StoryContext,
  { first, last }: Sentence,
  modelsOnly: boolean,
): { start: number; end: number } | undefined {
  const { tokens } = story;
  for (let verb = first; verb < last; verb += 1) {
    if (!isVerbOfMaking(story, verb, first)) continue;
    const end = objectEnd(story, verb, last, modelsOnly);
    if (end !== undefined) return { start: tokens.start(verb), end: tokens.end(end - 1) };
    const named = passiveSubject(story, verb, first, modelsOnly);
    if (named !== undefined) return { start: tokens.start(named), end: tokens.end(verb) };
  }
  return undefined;
}

/** "A design for the build" names things: a word of making after an article is a noun. */
function isVerbOfMaking(story: StoryContext, k: number, first: number): boolean {
  if (story.tokens.quoted(k) || !story.is(k).build) return false;
  return k === first || !ARTICLES.has(story.id(k - 1));
}

/** The token after the technology that is the verb's object: "built a fraud model", "moved from batch to Kafka". */
function objectEnd(story: StoryContext, verb: number, last: number, modelsOnly: boolean): number | undefined {
  const moves = MOVES.has(story.id(verb));
  for (let k = verb + 1; k < Math.min(last, verb + REACH); k += 1) {
    const word = story.id(k);
    const isPath = word === FROM || word === TO;
    if (isPath ? !moves : STOPS.has(word)) return undefined;
    const end = technologyAt(story, k, modelsOnly);
    if (end !== undefined && end <= last) return end;
  }
  return undefined;
}

/** "A transformer was trained". */
function passiveSubject(story: StoryContext, verb: number, first: number, modelsOnly: boolean): number | undefined {
  const auxiliary = story.id(verb - 1);
  if (auxiliary !== WAS && auxiliary !== WERE && auxiliary !== BEEN) return undefined;
  for (let k = verb - 2; k >= first && k >= verb - 5; k -= 1) {
    if (STOPS.has(story.id(k))) return undefined;
    if (technologyAt(story, k, modelsOnly) !== undefined) return k;
  }
  return undefined;
}

/** The token after the technology that begins at `k`; undefined where none does. */
function technologyAt(story: StoryContext, k: number, modelsOnly: boolean): number | undefined {
  if (story.tokens.quoted(k)) return undefined;
  const word = story.is(k);
  const next = story.is(k + 1);
  // "Kafka cluster" is the technology as a whole; "Kafka team" is people.
  const end = next.team ? undefined : next.system ? k + 2 : k + 1;
  if (word.model && end !== undefined) return end;
  const model = word.modelKind ? modelEnd(story, k) : undefined;
  if (model !== undefined || modelsOnly) return model;
  if (PAIRS.get(story.id(k))?.includes(story.id(k + 1))) return k + 2;
  return word.infra ? end : undefined;
}

/** The token after "fraud model", "deep learning ranking model". */
function modelEnd(story: StoryContext, k: number): number | undefined {
  for (let n = k + 1; n <= k + 3; n += 1) {
    if (MODEL_NOUNS.has(story.id(n))) return n + 1;
    if (!story.is(n).modelKind) return undefined;
  }
  return undefined;
}
