import { followersOf, wordSet } from '../prose/vocabulary';
import type { StoryContext } from './context';
import * as technology from './lexicon/technology';

const MODEL_NOUNS = wordSet(
  `
  model models network networks ranker rankers detector detectors forecaster forecasters predictor predictors
  algorithm algorithms classifier classifiers engine agent agents assistant assistants net nets
  ensemble ensembles simulator simulators tagger taggers recogniser recognizer
`,
);
/** Of these it is enough to say that they predict. */
const PREDICTORS = wordSet('model models network networks net nets algorithm algorithms');
const PREDICTS = wordSet(technology.PREDICTS);
const BY_HAND = wordSet(technology.BY_HAND);
const THAT_OR_TO = wordSet('that which to');
/** Technologies of two words: the first, and what may be the second. */
const PAIRS = followersOf({
  feature: ['store'],
  vector: ['database', 'store', 'search'],
  data: ['lake', 'mesh'],
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
  zero: ['trust'],
  api: ['gateway'],
  state: ['machine', 'machines'],
  infrastructure: ['ascode'],
  event: ['sourcing', 'bus', 'streaming', 'store', 'mesh'],
  micro: ['frontend', 'frontends', 'services'],
  private: ['cloud'],
  public: ['cloud'],
  single: ['signon'],
});
/** Those of them that are models, too. */
const MODEL_PAIRS = followersOf({
  digital: ['twin', 'twins'],
  knowledge: ['graph', 'graphs'],
  random: ['forest', 'forests'],
  collaborative: ['filtering'],
  reinforcement: ['learning'],
  machine: ['learning', 'translation'],
  deep: ['learning'],
  federated: ['learning'],
  transfer: ['learning'],
  gradient: ['boosting'],
  computer: ['vision'],
  speech: ['recognition', 'recogniser', 'recognizer', 'totext'],
  voice: ['recognition', 'assistant', 'bot'],
  image: ['recognition', 'segmentation'],
  face: ['recognition'],
  facial: ['recognition'],
  handwriting: ['recognition'],
  object: ['detection'],
  anomaly: ['detection'],
  entity: ['linker', 'linking', 'resolution', 'recognition'],
  record: ['linkage'],
  natural: ['language'],
  semantic: ['search'],
  vector: ['search'],
  genetic: ['algorithm', 'algorithms'],
  simulated: ['annealing'],
  tabu: ['search'],
  column: ['generation'],
  constraint: ['solver', 'programming'],
  mixed: ['integer'],
  integer: ['program', 'programming', 'programme'],
  linear: ['program', 'programming', 'programme'],
  monte: ['carlo'],
  particle: ['filter'],
  item: ['response'],
  virtual: ['assistant'],
  expert: ['system'],
  discrete: ['event'],
});
const ENGINE_KINDS = wordSet(technology.ENGINE_KINDS);
const ENGINES = wordSet(technology.ENGINES);
const SYSTEM_KINDS = wordSet(technology.SYSTEM_KINDS);
const MODEL_SYSTEMS = wordSet(technology.MODEL_SYSTEMS);
const TECHNICAL_SYSTEMS = wordSet(technology.TECHNICAL_SYSTEMS);
/** How many words after a model it may be said by what means it was worked out. */
const REACH_OF_MEANS = 11;

/** The token after the technology that begins at `k`; undefined where none does, and where it names people. */
export function technologyAt(story: StoryContext, k: number, modelsOnly: boolean): number | undefined {
  const end = endAt(story, k, modelsOnly);
  return end === undefined || story.is(end).team ? undefined : end;
}

function endAt(story: StoryContext, k: number, modelsOnly: boolean): number | undefined {
  if (story.tokens.quoted(k)) return undefined;
  const word = story.is(k);
  const next = story.is(k + 1);
  // "Kafka cluster" is the technology as a whole; "Kafka team" is people.
  const end = next.team ? undefined : next.system ? k + 2 : k + 1;
  if (word.model && end !== undefined) return end;
  const model = (word.modelKind ? modelEnd(story, k) : predictorEnd(story, k)) ?? pairEnd(story, k, MODEL_PAIRS);
  if (model !== undefined) return model;
  if (MODEL_SYSTEMS.has(story.id(k)) && TECHNICAL_SYSTEMS.has(story.id(k + 1))) return k + 2;
  if (modelsOnly) return undefined;
  if (ENGINE_KINDS.has(story.id(k)) && ENGINES.has(story.id(k + 1))) return k + 2;
  if (SYSTEM_KINDS.has(story.id(k)) && TECHNICAL_SYSTEMS.has(story.id(k + 1))) return k + 2;
  const pair = pairEnd(story, k, PAIRS);
  if (pair !== undefined) return pair;
  return word.infra ? end : undefined;
}

const pairEnd = (story: StoryContext, k: number, pairs: typeof PAIRS): number | undefined =>
  pairs.get(story.id(k))?.includes(story.id(k + 1)) ? k + 2 : undefined;

/** The token after "model that predicts", unless that is done in a spreadsheet. */
function predictorEnd(story: StoryContext, k: number): number | undefined {
  const predicts = THAT_OR_TO.has(story.id(k + 1)) && PREDICTS.has(story.id(k + 2));
  return PREDICTORS.has(story.id(k)) && predicts && !story.hasWord(BY_HAND, k, k + REACH_OF_MEANS) ? k + 3 : undefined;
}

/** The token after "fraud model", "deep learning ranking model". */
function modelEnd(story: StoryContext, k: number): number | undefined {
  for (let n = k + 1; n <= k + 3; n += 1) {
    if (MODEL_NOUNS.has(story.id(n))) return n + 1;
    if (!story.is(n).modelKind) return undefined;
  }
  return undefined;
}
