import type { StoryContext } from '../context';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import type { Rule } from '../types';

/** How many words an object may stand behind its verb. */
const REACH = 11;
const ARTICLES = new Set(['a', 'an', 'the', 'our', 'my', 'its', 'new', 'first', 'own', 'custom', 'state-of-the-art']);
const PAIRS = new Set([
  'feature store', 'vector database', 'vector store', 'vector search', 'data lake', 'data mesh', 'event sourcing', 'event bus', 'event streaming', 'message queue', 'service mesh', 'random forest',
  'collaborative filtering', 'machine learning', 'stream processing', 'reinforcement learning', 'knowledge graph', 'neural network', 'neural networks', 'neural net', 'deep learning',
]);
/** What ends an object: what follows is a means, a purpose or another clause. */
const STOPS = new Set(['with', 'using', 'via', 'by', 'through', 'in', 'on', 'from', 'because', 'so', 'which', 'who', 'when', 'while', 'where', 'after', 'before', 'i', 'we', 'but', 'for', 'alongside', 'without', 'about', 'around']);
const MOVES = new Set(['migrated', 'moved', 'ported', 'migrating', 'moving', 'switched', 'migrate', 'move']);

export const constraintMissing: Rule = {
  code: 'constraint-missing',
  severity: 'warning',
  summary: 'A model or technology that is the achievement comes with its throughput, latency, scale or cost.',
  kinds: ['story'],
  check(story) {
    if (story.draft || story.figures.some(({ constraint }) => constraint)) return [];
    if (story.story.placeholders.length > 0 && story.figures.length === 0 && story.story.words < 60) return [];
    const hasOutcome = story.figures.some(({ role, sentence }) => role === 'outcome' && !story.isSetting(sentence));
    for (let index = 0; index < story.sentences.length; index += 1) {
      const sentence = story.sentences[index];
      const section = story.sectionOf(index);
      if (!sentence || (sentence.classes & W.build) === 0 || story.isSetting(index) || section === 'Trade-offs' || section === 'Learned') continue;
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
function achievement(story: StoryContext, first: number, last: number, modelsOnly: boolean): { start: number; end: number } | undefined {
  for (let verb = first; verb < last; verb += 1) {
    const token = story.tokens[verb];
    if (!token || token.quoted || (token.classes & W.build) === 0 || !isVerb(story, verb, first)) continue;
    const moves = MOVES.has(story.word(verb));
    const limit = Math.min(last, verb + REACH);
    for (let k = verb + 1; k < limit; k += 1) {
      const word = story.word(k);
      if ((STOPS.has(word) && !(moves && word === 'from')) || (word === 'to' && !moves)) break;
      const end = technologyAt(story, k, modelsOnly);
      if (end !== undefined && end <= last) return { start: token.start, end: (story.tokens[end - 1] as { end: number }).end };
    }
    const named = passiveSubject(story, verb, first, modelsOnly);
    if (named !== undefined) return { start: (story.tokens[named] as { start: number }).start, end: token.end };
  }
  return undefined;
}

/** "A design for the build" names things: a word of making behind an article is a noun. */
function isVerb(story: StoryContext, verb: number, first: number): boolean {
  return verb === first || !ARTICLES.has(story.word(verb - 1));
}

/** "A transformer was trained". */
function passiveSubject(story: StoryContext, verb: number, first: number, modelsOnly: boolean): number | undefined {
  const auxiliary = story.word(verb - 1);
  if (auxiliary !== 'was' && auxiliary !== 'were' && auxiliary !== 'been') return undefined;
  for (let k = verb - 2; k >= first && k >= verb - 5; k -= 1) {
    if (STOPS.has(story.word(k))) return undefined;
    if (technologyAt(story, k, modelsOnly) !== undefined) return k;
  }
  return undefined;
}

/** The token behind the technology that begins at `k`; undefined where none does. */
function technologyAt(story: StoryContext, k: number, modelsOnly: boolean): number | undefined {
  const token = story.tokens[k];
  if (!token || token.quoted) return undefined;
  const next = story.tokens[k + 1];
  const nextWord = story.word(k + 1);
  const forPeople = ((next?.classes ?? 0) & W.team) !== 0;
  if (token.classes & W.model && !forPeople) return next && next.classes & W.system ? k + 2 : k + 1;
  if ((token.entry?.flags ?? 0) & FLAG.modelKind) {
    for (let n = k + 1; n <= k + 3; n += 1) {
      const word = story.word(n);
      if (/^(?:models?|networks?|rankers?|detectors?|forecasters?|predictors?|algorithms?|classifiers?|engine|agents?|assistants?)$/u.test(word)) return n + 1;
      if (((story.tokens[n]?.entry?.flags ?? 0) & FLAG.modelKind) === 0) break;
    }
  }
  if (PAIRS.has(`${story.word(k)} ${nextWord}`) && !modelsOnly) return k + 2;
  if (!modelsOnly && token.classes & W.infra && !forPeople) return next && next.classes & W.system ? k + 2 : k + 1;
  return undefined;
}
