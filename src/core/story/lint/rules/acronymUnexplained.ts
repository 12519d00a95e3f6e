import { idOf } from '../../prose/vocabulary';
import type { StoryContext } from '../context';
import { KNOWN_ACRONYMS } from '../lexicon/acronyms';
import { classesOf } from '../lexicon/table';
import type { Rule } from '../rule';
import type { Sentence } from '../sentences';

/** Capitals alone, with a small plural "s" at most. */
const ACRONYMS = /\b[A-Z]{3,6}s?\b/gu;
const ROMAN = /^[IVXLCDM]+$/u;
/** What follows an acronym that is explained: a bracket, or "XYZ, the …", "XYZ stands for …". */
const EXPLAINED_AFTER =
  /^\s*(?:\(|[,:–—-]\s*(?:the|our|an?|which|that|i\.e|short|or)\b|\s(?:stands|stood|means|meant|is short|for short)\b)/iu;
/** What stands before one that is explained: the words, then a bracket; or it is a name that is said to be one. */
const EXPLAINED_BEFORE =
  /(?:[(“"'‘`]|\b(?:called|named|project|team|code-?named|company|client|customer|school|system|tool)\s)$/iu;
/** Words in capitals, one after another, with "A" and "I" among them. */
const RUN_OF_CAPITALS = /\b[A-Z]+(?:['’][A-Z]+)?(?:\s+[A-Z]+(?:['’][A-Z]+)?\b)+/gu;
const LOOK = 24;
/** A sentence shouts where at least so many of its words are in capitals … */
const FEWEST_SHOUTED = 3;
/** … and at least one of so many: small words around several abbreviations are not shouted. */
const SHOUTED_OF = 3;
/** A word in capitals, however long. */
const CAPITALS = /\b[A-Z]{2,}s?\b/gu;

export const acronymUnexplained: Rule<'acronym-unexplained'> = {
  code: 'acronym-unexplained',
  severity: 'hint',
  title: 'An abbreviation is not explained',
  summary: 'An abbreviation that a listener may not know is explained once.',
  raisedWhen: 'an abbreviation outside the field’s common ones is not explained anywhere',
  weight: { points: 1, most: 1 },
  scene: { says: { Situation: '{weak}' } },
  kinds: ['story'],
  check(story) {
    if (story.draft) return [];
    const { said } = story.parsed;
    // Nearly every text has only known abbreviations: where they stand is looked for only once one is unknown.
    if (!said.match(ACRONYMS)?.some(isUnknown)) return [];
    const shouts = shoutsIn(said);
    for (const { 0: name, index: start } of said.matchAll(ACRONYMS)) {
      if (!isUnknown(name) || isPartOfName(story.text, start, start + name.length)) continue;
      if (shouts.some((shout) => shout.start <= start && start < shout.end)) continue;
      const sentence = sentenceAt(story, start);
      if (!sentence || isShouted(story, sentence) || isExplained(story.text, stemOf(name))) continue;
      const message = `“${name}”: say once what it stands for; the listener may not know it.`;
      return [{ start, end: start + name.length, message }];
    }
    return [];
  },
};

/** A sign, or a phrase that is shouted: two words or more in capitals that are no known abbreviations. */
function shoutsIn(said: string): readonly { readonly start: number; readonly end: number }[] {
  const shouts: { start: number; end: number }[] = [];
  for (const { 0: run, index: start } of said.matchAll(RUN_OF_CAPITALS)) {
    const unknown = run.split(/\s+/u).filter((word) => word.length > 1 && !isKnown(word));
    if (unknown.length > 1) shouts.push({ start, end: start + run.length });
  }
  return shouts;
}

const sentenceAt = ({ sentences }: StoryContext, offset: number): Sentence | undefined =>
  sentences.find(({ start, end }) => start <= offset && offset < end);

/** Much of a sentence in capitals is shouted, or a list of codes. */
function isShouted({ text }: StoryContext, { start, end, first, last }: Sentence): boolean {
  const capitals = text.slice(start, end).match(CAPITALS)?.length ?? 0;
  return capitals >= FEWEST_SHOUTED && SHOUTED_OF * capitals >= last - first;
}

/** Without its plural's "s". */
const stemOf = (name: string): string => name.replace(/s$/u, '');

/** An abbreviation, and one that not everybody knows. */
const isUnknown = (name: string): boolean => !isKnown(name) && !isKnown(stemOf(name)) && !ROMAN.test(stemOf(name));

function isKnown(name: string): boolean {
  const id = idOf(name);
  const { technical, business, infra, model, slo } = classesOf(id);
  return KNOWN_ACRONYMS.has(id) || technical || business || infra || model || slo;
}

/** "ISO-9001", "TS/SCI", "ABC-123": a code, or a longer name. */
const isPartOfName = (text: string, start: number, end: number): boolean =>
  /[\w/&.+#@-]/u.test(text[start - 1] ?? ' ') || /^(?:[/&+#@_-]\w|\.\w|\d)/u.test(text.slice(end, end + 2));

/** One of the places where it is used says what it is. */
function isExplained(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.slice(at + name.length, at + name.length + LOOK).replace(/^s\b/u, '');
    if (EXPLAINED_AFTER.test(after) || EXPLAINED_BEFORE.test(text.slice(Math.max(0, at - LOOK), at))) return true;
  }
  return false;
}
