/** All that a transcript says of one speaker. Deterministic, and without a network. */
import type { MatchableStory } from '../match/storyIndex';
import { countWords } from '../story/countWords';
import { StoryContext } from '../story/lint/context';
import { hesitationsIn, type HesitationKind } from './hesitations';
import { questionsMet, unsaidTerms, type MatchablePrompt, type MetQuestion } from './questionsMet';
import { firstFigure, storyFigures, type SaidFigure, type StoryFigure } from './saidFigures';
import {
  longestMonologue,
  paceByPhase,
  paceOfSpeaker,
  shareOfTalking,
  type Monologue,
  type Pace,
  type PhasePace,
  type PlannedPhase,
} from './speakingPace';
import { toldStories } from './toldStories';
import type { Transcript } from './transcriptModel';

/** A story that may have been told. */
export interface TellableStory extends MatchableStory {
  /** The text of its file. */
  readonly text: string;
}

/** What a transcript is held against. */
export interface TranscriptContext {
  /** The phases of the round’s timer; empty where it has none. */
  readonly plan: readonly PlannedPhase[];
  /** What is worth marking in the round, such as “latency”. */
  readonly signals: readonly string[];
  /** What the playbook says of the round. */
  readonly texts: string;
  readonly prompts: readonly MatchablePrompt[];
  readonly stories: readonly TellableStory[];
}

export interface CountedHesitation {
  readonly words: string;
  readonly count: number;
}

/** The candidate’s fillers (sounds and phrases) or hedges. */
export interface Hesitations {
  readonly count: number;
  /** A hundred words. */
  readonly perHundred: number;
  /** The most frequent first. */
  readonly each: readonly CountedHesitation[];
}

/** A story that was told, and what became of its figures. */
export interface MetStory {
  readonly id: string;
  readonly title: string;
  readonly at: number | undefined;
  readonly figures: readonly StoryFigure[];
}

export interface TranscriptMeasures {
  /** '' where the transcript names nobody: then all of it is the candidate’s. */
  readonly you: string;
  readonly words: number;
  readonly pace: Pace;
  readonly phases: readonly PhasePace[];
  readonly monologue: Monologue | undefined;
  readonly isEnglish: boolean;
  /** Undefined where the text is not English. */
  readonly fillers: Hesitations | undefined;
  readonly hedges: Hesitations | undefined;
  /** 0 to 1; undefined where nobody else speaks. */
  readonly share: number | undefined;
  readonly firstFigure: SaidFigure | undefined;
  readonly stories: readonly MetStory[];
  /** Undefined where the text is not English. */
  readonly unsaid: readonly string[] | undefined;
  /** Undefined where nobody else speaks, or the text is not English. */
  readonly questions: readonly MetQuestion[] | undefined;
}

/** The language of a transcript shows in its beginning, in characters. */
const SAMPLE = 30_000;

/** @param you one of the transcript’s speakers, or '' where it names none. */
export function measureTranscript(
  transcript: Transcript,
  you: string,
  { plan, signals, texts, prompts, stories }: TranscriptContext,
): TranscriptMeasures {
  const own = transcript.turns.filter(({ speaker }) => speaker === you);
  const others = transcript.turns.filter(({ speaker }) => speaker !== you);
  const words = own.reduce((total, turn) => total + countWords(turn.text), 0);
  const isEnglish = isInEnglish(transcript);
  const hesitations = isEnglish ? own.flatMap((turn) => hesitationsIn(turn.text)) : undefined;
  const counted = (kinds: readonly HesitationKind[]): Hesitations | undefined =>
    hesitations &&
    countHesitations(
      hesitations.filter(({ kind }) => kinds.includes(kind)),
      words,
    );
  const isExact = transcript.timing === 'exact' || transcript.timing === 'starts';
  return {
    you,
    words,
    pace: paceOfSpeaker(transcript, you),
    phases: isExact ? paceByPhase(transcript, you, plan) : [],
    monologue: longestMonologue(transcript, you),
    isEnglish,
    fillers: counted(['sound', 'phrase']),
    hedges: counted(['hedge']),
    share: others.length === 0 ? undefined : shareOfTalking(transcript, you),
    firstFigure: firstFigure(own),
    stories: toldStories(stories, own).map(({ id, title, turns }) => ({
      id,
      title,
      at: turns[0]?.start,
      figures: storyFigures(stories.find((story) => story.id === id)?.text ?? '', turns),
    })),
    unsaid: isEnglish ? unsaidTerms(signals, texts, own) : undefined,
    questions: others.length === 0 || !isEnglish ? undefined : questionsMet(others, prompts),
  };
}

function isInEnglish({ pieces }: Transcript): boolean {
  let sample = '';
  for (const { text } of pieces) {
    if (sample.length > SAMPLE) break;
    sample += `${text.slice(0, SAMPLE)}\n\n`;
  }
  return new StoryContext(sample, { kind: 'script' }).isEnglish;
}

function countHesitations(found: readonly { readonly words: string }[], words: number): Hesitations {
  const counts = new Map<string, number>();
  for (const each of found) counts.set(each.words, (counts.get(each.words) ?? 0) + 1);
  return {
    count: found.length,
    perHundred: words === 0 ? 0 : (found.length * 100) / words,
    each: [...counts].map(([phrase, count]) => ({ words: phrase, count })).sort((a, b) => b.count - a.count),
  };
}
