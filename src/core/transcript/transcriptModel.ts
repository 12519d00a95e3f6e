/** A transcript of an interview, read. All times are in seconds from its beginning. */
import type { CalendarDate } from '../days/dates';

/** How a transcript is written. */
export type TranscriptForm =
  /** WebVTT, as Zoom and Teams record it. */
  | 'vtt'
  /** SubRip, and what Teams wrote into Word before. */
  | 'srt'
  /** `[Name] 00:01:02`, as Zoom saves what it shows. */
  | 'zoom'
  /** `Name  0:03` above the text: Otter, Teams, and others. */
  | 'stamped'
  /** `Name: text` below times that stand alone, as Google Meet writes it. */
  | 'meet'
  /** `Name: text`, with or without a time. */
  | 'labelled'
  /** Text that names no speakers. */
  | 'plain';

/**
 * How well the times are known: `exact` where each piece has a beginning and an end, `starts` where it has a beginning,
 * `coarse` where a time stands for several pieces, `none` where there are none.
 */
export type TranscriptTiming = 'exact' | 'starts' | 'coarse' | 'none';

/** What one person says in one go, as the transcript has it: a cue or a paragraph. */
export interface Piece {
  /** As it is written first; '' where the transcript does not say. */
  readonly speaker: string;
  readonly start: number | undefined;
  /** At least `start`. Where only beginnings are written, it is that of the next piece; the last then has none. */
  readonly end: number | undefined;
  /** In one line. */
  readonly text: string;
}

/** Pieces of one speaker that follow one another. */
export interface Turn extends Piece {
  readonly pieces: readonly Piece[];
}

export interface Transcript {
  readonly form: TranscriptForm;
  readonly timing: TranscriptTiming;
  /** In the order of time, or of the text where there is none. */
  readonly pieces: readonly Piece[];
  readonly turns: readonly Turn[];
  /** In the order in which they begin to speak; without ''. */
  readonly speakers: readonly string[];
  /** The day that the transcript's head names. */
  readonly day: CalendarDate | undefined;
}

/** A transcript, or why there is none: a sentence for the user. */
export type TranscriptReading = { readonly transcript: Transcript } | { readonly problem: string };
