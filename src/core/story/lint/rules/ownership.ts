import type { StoryContext } from '../context';
import { W } from '../lexicon/classes';
import { FLAG } from '../lexicon/table';
import type { Sentence } from '../scan';
import type { Rule } from '../types';

/** Behind "I", and past its helpers, these are no acts: being there, feeling, remembering. */
const NO_ACTS = new Set([
  'part', 'involved', 'member', 'lucky', 'happy', 'proud', 'glad', 'excited', 'fortunate', 'there', 'think', 'thought', 'believe', 'believed', 'feel', 'felt', 'guess', 'remember', 'recall', 'saw', 'noticed',
  'learned', 'learnt', 'know', 'knew', 'enjoyed', 'liked', 'loved', 'wish', 'hope', 'hoped', 'witnessed', 'mean', 'say', 'on', 'in', 'with', 'a', 'one', 'told', 'surprised', 'worried', 'aware', 'joined', 'belonged', 'like', 'watched', 'grateful', 'at',
]);
const HELPERS = new Set(['am', 'was', 'had', 'have', 'also', 'then', 'still', 'just', 'really', 'always', 'do', 'did', 'very', 'been', 'feel', 'so', 'being', 'would']);
/** "My call", "my first move": what is the speaker's own doing. */
const OWN = new Set([
  'call', 'decision', 'proposal', 'idea', 'plan', 'design', 'part', 'first', 'next', 'role', 'job', 'task', 'recommendation', 'suggestion', 'initiative', 'pitch', 'draft', 'approach', 'bet', 'choice', 'contribution',
  'analysis', 'memo', 'doc', 'document', 'prototype', 'responsibility', 'move', 'answer', 'argument', 'advice', 'priority', 'insistence', 'lead', 'work', 'own', 'roadmap', 'framework', 'spec', 'brief', 'request', 'suggestion', 'focus', 'push', 'direction', 'experiment', 'hypothesis', 'estimate', 'model', 'job', 'mandate', 'watch',
]);
const NAMES_WITH_I = new Set(['phase', 'type', 'tier', 'part', 'series', 'class', 'level', 'stage', 'volume', 'chapter', 'title', 'category', 'round', 'wave', 'act', 'grade']);

/** Whether a sentence has an act of the speaker's own in it. */
export function isOwnAct(story: StoryContext, sentence: Sentence): boolean {
  for (let k = sentence.first; k < sentence.last; k += 1) {
    const token = story.tokens[k];
    if (!token || token.quoted || (token.classes & (W.first | W.mine)) === 0) continue;
    if (token.classes & W.first) {
      const unit = story.text.charCodeAt(token.end);
      if (unit === SLASH || NAMES_WITH_I.has(story.word(k - 1)) || (story.text[token.start] === 'i' && (unit === FULL_STOP || unit === PARENTHESIS))) continue;
      let next = k + 1;
      // "I'm part of": the helper is in the word.
      while (next < sentence.last && HELPERS.has(story.word(next))) next += 1;
      const isAct = !NO_ACTS.has(story.word(next)) || (story.word(k) === "i'd" && story.word(next) !== 'a');
      if (isAct && (next < sentence.last || story.word(next - 1) === 'did')) return true;
      if (joinsDeed(story, next, sentence.last)) return true;
    } else if (story.word(k) === 'mine' || (story.word(k) === 'my' && (OWN.has(story.word(k + 1)) || OWN.has(story.word(k + 2))))) {
      return true;
    } else if (story.word(k) === 'me' && (story.word(k - 1) === 'by' || story.word(k - 1) === 'on' || (story.word(k - 1) === 'to' && (story.word(k - 2) === 'fell' || story.word(k - 2) === 'up' || story.word(k - 2) === 'down')))) {
      return true;
    }
  }
  return false;
}

/** "I noticed that … and rewrote it": a second verb behind "and" that is a deed. */
function joinsDeed(story: StoryContext, from: number, last: number): boolean {
  for (let k = from; k + 1 < last; k += 1) {
    if (story.word(k) !== 'and') continue;
    const word = story.word(k + 1);
    if ((story.tokens[k + 1]?.entry?.flags ?? 0) & FLAG.deed || /^[a-z]{3,}ed$/u.test(word)) return true;
  }
  return false;
}

const FULL_STOP = 46;
const SLASH = 47;
const PARENTHESIS = 41;

/** "Interviewed 40 customers": a deed with "I" left out, as in a list. */
function isBareDeed(story: StoryContext, { first, last, classes }: Sentence): boolean {
  if (classes & W.we || last - first < 2) return false;
  const word = story.word(first);
  const flags = story.tokens[first]?.entry?.flags ?? 0;
  const isPast = (flags & FLAG.deed) !== 0 || (/^[a-z]+ed$/u.test(word) && !/^(?:based|armed|faced|given|compared|related|need|indeed|speed|red|bed|feed|seed|hundred|united|determined|driven)$/u.test(word));
  if (!isPast) return false;
  const next = story.tokens[first + 1];
  return next !== undefined && !next.afterBreak && !/^(?:by|on|with|to|was|were)$/u.test(story.word(first + 1));
}

export const ownership: Rule = {
  code: 'ownership',
  severity: 'warning',
  summary: 'The Action says what you did, in the first person.',
  kinds: ['story'],
  check(story) {
    const indices = story.sentencesIn('Action');
    const sentences = indices.map((index) => story.sentences[index] as Sentence);
    const words = sentences.reduce((sum, { first, last }) => sum + last - first, 0);
    if (words < ENOUGH || sentences.some((sentence) => isOwnAct(story, sentence) || isBareDeed(story, sentence))) return [];
    // Without headings there is no Action to look in: only a story told as "we" throughout is taken to task.
    const collective = sentences.filter(({ classes }) => (classes & W.we) !== 0);
    if (!story.usesHeadings && (story.draft || collective.length < 2)) return [];
    const at = collective[0] ?? sentences[0];
    if (!at) return [];
    const message = collective.length > 0 ? 'This says what “we” did: which part was yours? Say “I”.' : 'Nobody acts here: say what you did, with “I”.';
    return [{ start: at.start, end: at.end, message }];
  },
};

/** Words that an Action needs before it is judged. */
const ENOUGH = 4;
