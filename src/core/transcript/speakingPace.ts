/** How fast and how long somebody speaks: words a minute over the time in which they speak, and who talks how much. */
import { countWords } from '../story/countWords';
import type { Piece, Transcript } from './transcriptModel';

/** Less speaking time says nothing of the pace, in seconds. */
const LEAST_SECONDS = 10;
/** Nobody who goes on speaking is slower, in seconds a word: what is longer is a silence. */
const SLOWEST = 1;

export interface Pace {
  readonly words: number;
  /** Speaking time. */
  readonly seconds: number;
  /** Undefined where there is too little speaking time. */
  readonly wordsPerMinute: number | undefined;
}

/** A phase of a round’s plan. */
export interface PlannedPhase {
  readonly title: string;
  readonly minutes: number;
}

export interface PhasePace extends Pace {
  /** '' for what comes after the plan. */
  readonly title: string;
  /** From when to when the plan has it, in seconds of the transcript. */
  readonly from: number;
  readonly to: number;
}

/** The stretch in which a piece is said; undefined where that is not known. */
export function spokenStretch(
  { start, end, text }: Piece,
  timing: Transcript['timing'],
): { readonly start: number; readonly end: number; readonly words: number } | undefined {
  if (start === undefined || end === undefined || end <= start) return undefined;
  const words = countWords(text);
  // Where only beginnings are written, the silence before the next is no speaking time.
  return { start, end: timing === 'starts' ? Math.min(end, start + Math.max(1, words * SLOWEST)) : end, words };
}

function paceOf(words: number, seconds: number): Pace {
  return { words, seconds, wordsPerMinute: seconds < LEAST_SECONDS ? undefined : (words * 60) / seconds };
}

/** The pace of one speaker over all that has a time. */
export function paceOfSpeaker({ pieces, timing }: Transcript, speaker: string): Pace {
  let [words, seconds] = [0, 0];
  for (const piece of pieces) {
    const stretch = piece.speaker === speaker ? spokenStretch(piece, timing) : undefined;
    if (!stretch) continue;
    words += stretch.words;
    seconds += stretch.end - stretch.start;
  }
  return paceOf(words, seconds);
}

/**
 * The pace of one speaker in each phase of a plan that begins with the transcript; what is said across the end of a
 * phase is shared out by time. Phases in which nothing is said are left out.
 */
export function paceByPhase(
  { pieces, timing }: Transcript,
  speaker: string,
  plan: readonly PlannedPhase[],
): PhasePace[] {
  const phases: { title: string; from: number; to: number; words: number; seconds: number }[] = [];
  for (const { title, minutes } of plan) {
    const from = phases.at(-1)?.to ?? 0;
    phases.push({ title, from, to: from + minutes * 60, words: 0, seconds: 0 });
  }
  if (phases.length === 0) return [];
  const planned = phases.at(-1)?.to ?? 0;
  const end = pieces.reduce((latest, piece) => Math.max(latest, piece.end ?? 0), planned);
  phases.push({ title: '', from: planned, to: Math.max(end, planned), words: 0, seconds: 0 });
  for (const piece of pieces) {
    const stretch = piece.speaker === speaker ? spokenStretch(piece, timing) : undefined;
    if (!stretch) continue;
    for (const phase of phases) {
      const shared = Math.min(stretch.end, phase.to) - Math.max(stretch.start, phase.from);
      if (shared <= 0) continue;
      phase.seconds += shared;
      phase.words += (stretch.words * shared) / (stretch.end - stretch.start);
    }
  }
  return phases.flatMap(({ words, seconds, ...phase }) =>
    seconds > 0 ? [{ ...phase, ...paceOf(Math.round(words), seconds) }] : [],
  );
}

/** How much of the talking was one speaker’s, 0 to 1: by time where all of it has one, else by words. */
export function shareOfTalking({ pieces, timing }: Transcript, speaker: string): number {
  const stretches = pieces.map((piece) => spokenStretch(piece, timing));
  const isTimed = timing === 'exact' && stretches.every((stretch) => stretch !== undefined);
  let [own, all] = [0, 0];
  for (const [index, piece] of pieces.entries()) {
    const stretch = stretches[index];
    const amount = isTimed && stretch ? stretch.end - stretch.start : countWords(piece.text);
    all += amount;
    if (piece.speaker === speaker) own += amount;
  }
  return all === 0 ? 0 : own / all;
}

/** The longest that somebody talks without being interrupted by more than a nod. */
export interface Monologue {
  readonly start: number | undefined;
  /** Undefined where no end is known; then it is the last beginning. */
  readonly end: number | undefined;
  readonly words: number;
  /** Its first words. */
  readonly opening: string;
}

const NODS = new Set(
  'yeah yes yep yup right okay ok mhm mm mmm mm-hmm mhmm uh-huh sure hmm hm got it i see great good nice cool wow exactly'.split(
    ' ',
  ),
);
const MOST_NODS = 3;
const OPENING_WORDS = 10;

/** Whether a turn only says that one listens: “Right.”, “Mm-hmm, okay.” */
function isNod(text: string): boolean {
  const words = text
    .slice(0, 60)
    .toLowerCase()
    .split(/[\s,.!…]+/u)
    .filter(Boolean);
  return text.length <= 60 && words.length <= MOST_NODS && words.every((word) => NODS.has(word));
}

/** The longest monologue of a speaker, by time where it is known, else by words; undefined where they say nothing. */
export function longestMonologue({ turns, timing }: Transcript, speaker: string): Monologue | undefined {
  let longest: Monologue | undefined;
  let now: Monologue | undefined;
  const isTimed = timing === 'exact' || timing === 'starts';
  const size = (each: Monologue): number =>
    isTimed && each.start !== undefined && each.end !== undefined ? each.end - each.start : isTimed ? 0 : each.words;
  for (const turn of turns) {
    if (turn.speaker !== speaker) {
      if (!isNod(turn.text)) now = undefined;
      continue;
    }
    const last = turn.pieces.at(-1);
    now = {
      start: now ? now.start : turn.start,
      end: isTimed ? (last?.end ?? last?.start ?? turn.end) : undefined,
      words: (now?.words ?? 0) + countWords(turn.text),
      opening: now?.opening ?? turn.text.slice(0, 200).split(' ').slice(0, OPENING_WORDS).join(' '),
    };
    if (!longest || size(now) > size(longest)) longest = now;
  }
  return longest;
}
