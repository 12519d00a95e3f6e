import type { CalendarDate } from '../days/dates';
import type { Problem } from '../ports';
import type { Hire } from './hire';

export const SESSION_KINDS = ['solo', 'mock'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** How well a competency was shown: 1 is clearly below the bar, 3 at it, 4 well above. */
export type CompetencyScore = 1 | 2 | 3 | 4;

/** Scores by the competency's id in the playbook. */
export type Scores = Readonly<Record<string, CompetencyScore>>;

/** A competency's score. Ids are the user's: one such as `constructor`, which every object has, is nobody's score. */
export function scoreOf(scores: Scores, competency: string): CompetencyScore | undefined {
  return Object.hasOwn(scores, competency) ? scores[competency] : undefined;
}

/** Whole seconds. Overtime is what `actual` has beyond `planned`. */
export interface SessionPhase {
  readonly title: string;
  /** Added minutes included. */
  readonly planned: number;
  readonly actual: number;
}

/** Something worth finding again, stamped while the clock ran. */
export interface Marker {
  /** Whole seconds of the run, pauses left out. */
  readonly at: number;
  /** The phase's title. */
  readonly phase: string;
  /** A judgement signal of the round, such as “latency”, or a few words; may be empty. */
  readonly text: string;
}

/** Who the mock is with. */
export interface Peer {
  readonly name: string;
  /** What the peer has shipped, in a line. */
  readonly shipped: string | undefined;
}

/** A point of feedback, and whether it was turned into something to do. */
export interface FeedbackPoint {
  /** 0-based line of the file. */
  readonly line: number;
  readonly text: string;
  readonly taken: boolean;
}

/** What a drill in mental arithmetic came to: see `core/arithmetic`. */
export interface ArithmeticScore {
  /** How many answers were right, within the tolerance. */
  readonly right: number;
  /** How many were asked for. */
  readonly of: number;
  /** Whole seconds, all answers together. */
  readonly seconds: number;
  /** What the figures were drawn by: the same seed asks the same again. */
  readonly seed: number;
}

/** How the candidate spoke, by a transcript: see `core/transcript`. What the transcript does not say is left out. */
export interface Speech {
  /** Whole words, over the candidate’s own speaking time. */
  readonly wordsPerMinute?: number;
  /** Fillers and hedges in a hundred words, to one digit. */
  readonly fillers?: number;
  readonly hedges?: number;
  /** Whole percent of all the talking. */
  readonly share?: number;
  /** The longest that the candidate talked without a break, in whole seconds. */
  readonly longest?: number;
  /** When the candidate said the first figure, in whole seconds from the beginning. */
  readonly firstFigure?: number;
}

/** One run of a round against the clock, or a mock interview: a file `sessions/<date>T<hhmm>-<round>.md`, read. */
export interface Session {
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  /** The round's id in the playbook. */
  readonly round: string;
  readonly kind: SessionKind;
  readonly peer: Peer | undefined;
  /** Of a mock that was planned: the local day and, where it is known, `HH:MM`, in the loop's time zone. */
  readonly scheduled: { readonly date: CalendarDate; readonly time: string | undefined } | undefined;
  /** When the run began, as ISO 8601 with its offset (`2026-11-22T18:05:00+01:00`); undefined before it was run. */
  readonly started: string | undefined;
  /** The title of the prompt that was practised; undefined where there were several. */
  readonly prompt: string | undefined;
  /** The titles of several prompts that were drawn for the run, in their order; empty where it was one. */
  readonly prompts: readonly string[];
  readonly phases: readonly SessionPhase[];
  readonly markers: readonly Marker[];
  /** The candidate's own. */
  readonly scores: Scores;
  /** The peer's; empty where there is none. */
  readonly peerScores: Scores;
  /** Whether the peer would hire the candidate; undefined where they did not say. */
  readonly peerHire: Hire | undefined;
  /** Which of the round's judgement signals were shown. */
  readonly signals: readonly string[];
  /** There only for a drill in arithmetic. */
  readonly arithmetic?: ArithmeticScore;
  /** There only where a transcript was read. */
  readonly speech?: Speech;
  /** The section “Notes” as Markdown. */
  readonly notes: string;
  /** The section “Peer’s comments” as Markdown. */
  readonly peerComments: string;
  readonly feedback: readonly FeedbackPoint[];
  /** What could not be read, each with its place; paths relative to the prep folder. */
  readonly problems: readonly Problem[];
}

/** Whether a session is a drill in arithmetic alone, and so no run of its round. */
function isArithmeticDrill({ arithmetic, phases }: Pick<Session, 'arithmetic' | 'phases'>): boolean {
  return arithmetic !== undefined && phases.length === 0;
}

/**
 * Whether a session only keeps what a transcript says: it was no timed run, nobody scored it, and nobody planned it.
 */
function isTranscriptAlone(session: PracticeFacts): boolean {
  const { speech, phases, scheduled, scores = {}, peerScores = {}, peerHire } = session;
  const isScored = peerHire !== undefined || [scores, peerScores].some((each) => Object.keys(each).length > 0);
  return speech !== undefined && phases.length === 0 && scheduled === undefined && !isScored;
}

type PracticeFacts = Pick<Session, 'phases' | 'arithmetic' | 'speech'> &
  Partial<Pick<Session, 'scheduled' | 'scores' | 'peerScores' | 'peerHire'>>;

/** Whether a session counts as practice of its round: not a drill in arithmetic alone, and not a transcript alone. */
export function isPractice(session: PracticeFacts): boolean {
  return !isArithmeticDrill(session) && !isTranscriptAlone(session);
}

/** What a session has while nothing has been noted about it. */
export const EMPTY_SESSION = {
  peer: undefined,
  scheduled: undefined,
  started: undefined,
  prompt: undefined,
  prompts: [],
  phases: [],
  markers: [],
  scores: {},
  peerScores: {},
  peerHire: undefined,
  signals: [],
  notes: '',
  peerComments: '',
  feedback: [],
  problems: [],
} as const satisfies Omit<Session, 'path' | 'round' | 'kind'>;
