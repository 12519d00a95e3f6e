/** Reads a transcript in any form. Never throws; takes time in proportion to the text. */
import { withoutBom } from '../markdown/text';
import { dayIn } from './transcriptDay';
import { isInCues, readCues } from './readCues';
import { readParagraphs, type Paragraph } from './readParagraphs';
import { piecesOfCues } from './rollingCues';
import type { Piece, Transcript, TranscriptReading, TranscriptTiming, Turn } from './transcriptModel';

const EMPTY = 'The transcript is empty: nothing is said in it.';
const MARKED_UP = 'This is HTML or JSON, not a transcript: export it as .vtt, .srt or plain text.';

/** A text that begins later has the time of the clock, in seconds. */
const CLOCK_FROM = 3600;
const HALF_DAY = 43_200;
const DAY = 86_400;

/** A transcript from its text, or why there is none. */
export function readTranscript(text: string): TranscriptReading {
  const lines = withoutBom(text).split(/\r\n|[\n\r]/u);
  if (lines.every((line) => line.trim() === '')) return { problem: EMPTY };
  if (isMarkedUp(text)) return { problem: MARKED_UP };
  const transcript = isInCues(lines) ? fromCues(lines) : fromParagraphs(lines);
  return transcript.pieces.length === 0 ? { problem: EMPTY } : { transcript };
}

function isMarkedUp(text: string): boolean {
  const start = text.slice(0, 500).trimStart();
  return /^(?:<!doctype|<html|<\?xml|<tt[\s>]|\{\s*"|\[\s*\{)/iu.test(start);
}

function fromCues(lines: readonly string[]): Transcript {
  const pieces = piecesOfCues(readCues(lines));
  const isVtt = /^WEBVTT/u.test(lines[0] ?? '');
  return transcriptOf(isVtt ? 'vtt' : 'srt', 'exact', fromZero(pieces), dayIn(lines.slice(0, 3)));
}

function fromParagraphs(lines: readonly string[]): Transcript {
  const { form, paragraphs, head } = readParagraphs(lines);
  const timing = timingOf(paragraphs);
  const pieces = fromZero(paragraphs.map(({ speaker, start, text }) => ({ speaker, start, end: undefined, text })));
  return transcriptOf(form, timing, timing === 'starts' ? withEnds(pieces) : pieces, dayIn(head));
}

function timingOf(paragraphs: readonly Paragraph[]): TranscriptTiming {
  if (paragraphs.every(({ start }) => start === undefined)) return 'none';
  return paragraphs.every(({ isOwnTime }) => isOwnTime) ? 'starts' : 'coarse';
}

/** Each piece ends where the next begins. */
function withEnds(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]?.start;
    const isAfter = next !== undefined && piece.start !== undefined && next >= piece.start;
    return { ...piece, end: isAfter ? next : undefined };
  });
}

/** Times of the clock as times from the first word on, over midnight too. */
function fromZero(pieces: readonly Piece[]): readonly Piece[] {
  const first = pieces.find(({ start }) => start !== undefined)?.start ?? 0;
  if (first < CLOCK_FROM) return pieces;
  const moved = (time: number | undefined): number | undefined =>
    time === undefined ? undefined : time < first - HALF_DAY ? time - first + DAY : Math.max(0, time - first);
  return pieces.map((piece) => ({ ...piece, start: moved(piece.start), end: moved(piece.end) }));
}

function transcriptOf(
  form: Transcript['form'],
  timing: TranscriptTiming,
  written: readonly Piece[],
  day: Transcript['day'],
): Transcript {
  // “ANA RUIZ” is Ana Ruiz.
  const names = new Map<string, string>();
  const pieces = written.map((piece) => {
    const key = piece.speaker.toLowerCase();
    const speaker = names.get(key) ?? piece.speaker;
    names.set(key, speaker);
    return { ...piece, speaker };
  });
  const speakers = [...names.values()].filter((name) => name !== '');
  return { form, timing, pieces, turns: joinTurns(pieces), speakers, day };
}

/** Pieces of one speaker that follow one another, as one turn. */
export function joinTurns(pieces: readonly Piece[]): Turn[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (group && group[0]?.speaker === piece.speaker) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => ({
    speaker: group[0]?.speaker ?? '',
    start: group[0]?.start,
    end: latest(group),
    text: group.map(({ text }) => text).join(' '),
    pieces: group,
  }));
}

function latest(pieces: readonly Piece[]): number | undefined {
  return pieces.reduce<number | undefined>(
    (end, piece) => (piece.end === undefined ? end : Math.max(end ?? piece.end, piece.end)),
    undefined,
  );
}
