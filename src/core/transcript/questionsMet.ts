/** The questions that were asked, each with the prompt of the playbook that it is; and terms that were never said. */
import { wordsOf } from '../match/stems';
import { clipWords } from '../words';
import { contentWords } from './contentWords';
import { timesOfTurn } from './saidFigures';
import { sentenceParts } from './sentenceParts';
import type { Turn } from './transcriptModel';

/** A prompt, as far as questions are matched with it. */
export interface MatchablePrompt {
  readonly title: string;
  readonly question: string;
}

export interface MetQuestion {
  readonly at: number | undefined;
  /** As it was asked. */
  readonly text: string;
  /** The title of the prompt; undefined where none asks this. */
  readonly prompt: string | undefined;
}

/** Shorter ones push on what was said: “Why?”, in words that say something. */
const LEAST_WORDS = 2;
/** What a question and a prompt have in common, as a part of the shorter of them. */
const LEAST_SHARE = 0.5;
const LEAST_SHARED = 2;
/** Longer ones are shown cut off, in characters. */
const LONGEST_SHOWN = 240;
/** More questions than these are not kept. */
const MOST_QUESTIONS = 200;

const LEAD = /^(?:(?:so|and|okay|ok|now|great|well|then|alright|all right|cool|perfect|thanks|thank you),? )+/iu;
const REQUEST =
  /^(?:(?:can|could|would) you (?:please )?)?(?:tell me (?:about|how|why|what)|walk me|talk me|describe|give me an? |design |explain |estimate |imagine |suppose |let['’]s (?:say|assume|design|build|talk about|look at) |share an? )/iu;
const ASKING =
  /^(?:how|what|why|when|which|who|where|did|do|does|have|are|is|was|were|can|could|would|will|should)\b/iu;
const COURTESY =
  /hear me|see my screen|how are you|how['’]s it going|how is it going|make sense|questions? for (?:me|us)|any (?:other )?questions|shall we|sound good|sounds good|are you ready|is that (?:ok|clear)|can you repeat|right\?$|ready to (?:start|begin)|nice to meet/iu;

/**
 * The questions in the turns of those who ask. A request such as “Tell me about …” is one, too; where the transcript
 * has no question marks, so is what begins as a question. Courtesies and short follow-ups are left out.
 */
export function questionsMet(turns: readonly Turn[], prompts: readonly MatchablePrompt[]): MetQuestion[] {
  const isMarked = turns.some(({ text }) => /[?？]/u.test(text));
  const known = prompts.map(({ title, question }) => ({
    title,
    words: new Set(contentWords(question)),
    all: new Set(contentWords(`${title} ${question}`)),
  }));
  const met: MetQuestion[] = [];
  for (const turn of turns) {
    const at = timesOfTurn(turn);
    for (const { text, start } of sentencesOf(turn.text)) {
      if (met.length >= MOST_QUESTIONS) return met;
      if (!isQuestion(text, isMarked)) continue;
      const words = new Set(contentWords(text));
      if (words.size < LEAST_WORDS || COURTESY.test(text)) continue;
      const prompt =
        promptOf(words, known) ?? promptOf(new Set(contentWords(turn.text.slice(start, start + 1500))), known);
      met.push({ at: at(start), text: clipWords(text, LONGEST_SHOWN), prompt });
    }
  }
  return met;
}

function isQuestion(sentence: string, isMarked: boolean): boolean {
  const asked = sentence.replace(LEAD, '');
  return /[?？]$/u.test(sentence) || REQUEST.test(asked) || (!isMarked && ASKING.test(asked));
}

function sentencesOf(text: string): { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(/[.!?](?=\s|$)|[。？！]/gu)) {
    const stop = index + end.length;
    found.push({ text: text.slice(start, stop).trim(), start });
    start = stop;
  }
  if (text.slice(start).trim() !== '') found.push({ text: text.slice(start).trim(), start });
  return found.map((sentence) => ({
    ...sentence,
    start: sentence.start + (text.charAt(sentence.start) === ' ' ? 1 : 0),
  }));
}

function promptOf(
  words: ReadonlySet<string>,
  prompts: readonly {
    readonly title: string;
    readonly words: ReadonlySet<string>;
    readonly all: ReadonlySet<string>;
  }[],
): string | undefined {
  let best: { title: string; share: number; shared: number } | undefined;
  for (const prompt of prompts) {
    const shared = [...words].filter((word) => prompt.all.has(word)).length;
    const share = shared / Math.max(1, Math.min(words.size, prompt.words.size));
    if (shared < LEAST_SHARED || share < LEAST_SHARE) continue;
    if (!best || share > best.share || (share === best.share && shared > best.shared))
      best = { title: prompt.title, share, shared };
  }
  return best?.title;
}

/**
 * Which terms of a round were never said. A term is a signal of the round that the round’s own texts use as a phrase:
 * others, such as “own decision”, name what is judged and not what is said.
 */
export function unsaidTerms(signals: readonly string[], texts: string, turns: readonly Turn[]): string[] {
  const used = spaced(texts);
  const terms = signals
    .map((signal) => ({ signal, term: spaced(signal) }))
    .filter(({ term }) => term.trim() !== '' && used.includes(term));
  const unsaid = new Set(terms);
  for (const turn of turns)
    for (const { text } of sentenceParts(turn.text)) {
      if (unsaid.size === 0) return [];
      const said = spaced(text);
      for (const each of unsaid) if (said.includes(each.term)) unsaid.delete(each);
    }
  return [...unsaid].map(({ signal }) => signal);
}

/** The words of a text in their stems, with a space around each, so that a phrase can be looked for. */
const spaced = (text: string): string => ` ${wordsOf(text).join(' ')} `;
