import { followersOf, wordIds, wordSet } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import type { Rule } from '../rule';

const [FROM, TO, WAS, WERE, BEEN] = wordIds('from to was were been');
const MODEL_NOUNS = wordSet(
  'model models network networks ranker rankers detector detectors forecaster forecasters predictor predictors algorithm algorithms classifier classifiers engine agent agents assistant assistants',
);

/** How many words an object may stand behind its verb. */
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
  'with using via by through in on from because so which who when while where after before i we but for alongside without about around',
);
const MOVES = wordSet('migrated moved ported migrating moving switched migrate move');

export const constraintMissing: Rule<'constraint-missing'> = {
  code: 'constraint-missing',
  severity: 'warning',
  summary: 'A model or technology that is the achievement comes with its throughput, latency, scale or cost.',
  raisedWhen: 'a model or technology is the achievement, without throughput, latency, scale or cost',
  weight: { points: 10, most: 10 },
  scene: { says: { Action: '{weak}', Result: 'Shoppers like it.' } },
  kinds: ['story'],
  check(story) {
    if (story.draft || story.figures.some(({ constraint }) => constraint)) return [];
    if (story.story.placeholders.length > 0 && story.figures.length === 0 && story.story.words < 60) return [];
    const hasOutcome = story.figures.some(({ role, sentence }) => role === 'outcome' && !story.isSetting(sentence));
    for (let index = 0; index < story.sentences.length; index += 1) {
      const sentence = story.sentences[index];
      const section = story.sectionOf(index);
      if (
        !sentence ||
        (sentence.classes & W.build) === 0 ||
        story.isSetting(index) ||
        section === 'Trade-offs' ||
        section === 'Learned'
      )
        continue;
      const modelsOnly = hasOutcome && (section === 'Action' || section === undefined);
      const found = achievement(story, sentence.first, sentence.last, modelsOnly);
      if (!found) continue;
      const { start, end } = found;
      const name = story.text.slice(start, end).replace(/\s+/gu, ' ');
      const message = `“${name.length > 60 ? `${name.slice(0, 60)}…` : name}”: say what it had to hold: how many a second, how fast, at what scale or cost.`;
      return [{ start, end, message }];
    }
    return [];
  },
};

/** A verb of making whose object is a technology: from the verb to the technology's name. */
function achievement(
  story: StoryContext,
  first: number,
  last: number,
  modelsOnly: boolean,
): { start: number; end: number } | undefined {
  const { tokens } = story;
  for (let verb = first; verb < last; verb += 1) {
    if (tokens.quoted(verb) || (tokens.classes(verb) & W.build) === 0 || !isVerb(story, verb, first)) continue;
    const moves = MOVES.has(story.id(verb));
    const limit = Math.min(last, verb + REACH);
    for (let k = verb + 1; k < limit; k += 1) {
      const word = story.id(k);
      if ((STOPS.has(word) && !(moves && word === FROM)) || (word === TO && !moves)) break;
      const end = technologyAt(story, k, modelsOnly);
      if (end !== undefined && end <= last) return { start: tokens.start(verb), end: tokens.end(end - 1) };
    }
    const named = passiveSubject(story, verb, first, modelsOnly);
    if (named !== undefined) return { start: tokens.start(named), end: tokens.end(verb) };
  }
  return undefined;
}

/** "A design for the build" names things: a word of making behind an article is a noun. */
function isVerb(story: StoryContext, verb: number, first: number): boolean {
  return verb === first || !ARTICLES.has(story.id(verb - 1));
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

/** The token behind the technology that begins at `k`; undefined where none does. */
function technologyAt(story: StoryContext, k: number, modelsOnly: boolean): number | undefined {
  const { tokens } = story;
  if (tokens.quoted(k)) return undefined;
  const classes = tokens.classes(k);
  const next = tokens.classes(k + 1);
  const forPeople = (next & W.team) !== 0;
  const end = next & W.system ? k + 2 : k + 1;
  if (classes & W.model && !forPeople) return end;
  if (tokens.flags(k) & FLAG.modelKind) {
    for (let n = k + 1; n <= k + 3; n += 1) {
      const word = story.id(n);
      if (MODEL_NOUNS.has(word)) return n + 1;
      if ((tokens.flags(n) & FLAG.modelKind) === 0) break;
    }
  }
  if (modelsOnly) return undefined;
  if (PAIRS.get(story.id(k))?.includes(story.id(k + 1))) return k + 2;
  return classes & W.infra && !forPeople ? end : undefined;
}
