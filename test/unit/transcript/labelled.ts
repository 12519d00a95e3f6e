/** Transcripts in every form, with what they were written to say. The labels were made before the reader. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeTranscript, type DecodeBytes } from '../../../src/core/transcript/decodeTranscript';
import { readTranscript } from '../../../src/core/transcript/readTranscript';
import type { Transcript, TranscriptForm } from '../../../src/core/transcript/transcriptModel';

export const TRANSCRIPTS = 'test/fixtures/transcripts';

export interface TranscriptLabel {
  readonly form: TranscriptForm;
  readonly speakers: readonly string[];
  readonly turns: number;
  /** Of each speaker; null where the script has no words between spaces. */
  readonly words: readonly number[] | null;
  /** The candidate; '' where the transcript names nobody. */
  readonly you: string;
  /** Of the candidate; null where the language is not English. */
  readonly fillers: number | null;
  readonly hedges: number | null;
  /** Of the candidate, in seconds; null where the times do not say. */
  readonly monologue: readonly [start: number, end: number] | null;
  /** The candidate’s first: where it is said in seconds, or null, and the figure. */
  readonly figure: readonly [at: number | null, text: string] | null;
  readonly language?: 'other';
  readonly date?: string;
}

export const LABELS = JSON.parse(readFileSync(join(TRANSCRIPTS, 'labels.json'), 'utf8')) as Readonly<
  Record<string, TranscriptLabel>
>;

export const decodeBytes: DecodeBytes = (bytes, encoding) => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A transcript of a text. @throws AssertionError where there is none. */
export function transcriptOf(text: string): Transcript {
  const reading = readTranscript(text);
  assert.ok('transcript' in reading, 'problem' in reading ? reading.problem : '');
  return reading.transcript;
}

export function readFixture(name: string): Transcript {
  const decoded = decodeTranscript(readFileSync(join(TRANSCRIPTS, name)), decodeBytes);
  assert.ok('text' in decoded, name);
  return transcriptOf(decoded.text);
}
