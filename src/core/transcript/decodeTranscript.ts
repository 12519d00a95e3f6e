/** From the bytes of a file to its text: UTF-8, UTF-16 or Latin-1. */
import { utf16Of } from '../textEncoding';

/** What is larger is no transcript of an interview. */
const MOST_TRANSCRIPT_BYTES = 20 * 1024 * 1024;

/** A text, or why there is none: a sentence for the user. */
export type DecodedTranscript = { readonly text: string } | { readonly problem: string };

const COPY = 'open it there, copy the transcript, and save it as plain text.';

const WORD = `This is a Word document or another zip file: ${COPY}`;
const OLD_WORD = `This is an old Word document: ${COPY}`;
const RECORDING = 'This is a recording. Prep Loop reads transcripts: have your meeting tool make one.';

/** What files of other kinds begin with, as Latin-1, and what to do about each. */
const OTHER_KINDS: readonly (readonly [begins: string, problem: string])[] = [
  ['PK\u0003\u0004', WORD],
  ['\u00d0\u00cf\u0011\u00e0', OLD_WORD],
  ['%PDF-', `This is a PDF: ${COPY}`],
  ['{\\rtf', `This is rich text: ${COPY}`],
  ...['ID3', 'OggS', 'RIFF', 'fLaC', '\u001aE\u00df\u00a3', '\u00ff\u00fb', '\u00ff\u00f1'].map(
    (begins): [string, string] => [begins, RECORDING],
  ),
];
/** Where an MP4 says so, in bytes. */
const MP4_MARK = 4;
const NO_TEXT = 'This is not a text file. Prep Loop reads .vtt, .srt and plain text.';
const BROKEN_UTF16 = 'This looks like UTF-16, but is cut off or broken: save it as UTF-8.';

/** Why a transcript is not read for its length alone. @param length in bytes, or in UTF-16 units of a text. */
export function tooLongProblem(length: number): string | undefined {
  return length > MOST_TRANSCRIPT_BYTES ? 'It has more than 20 MB, which is too long for a transcript.' : undefined;
}

/** Decodes bytes strictly; undefined where they are not of that encoding. The editor’s host has what core has not. */
export type DecodeBytes = (
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252',
) => string | undefined;

/**
 * The text of a transcript’s file, without a byte-order mark. UTF-16 is recognised without a mark, too; what is not
 * UTF-8 is read as Latin-1 (Windows-1252), unless it has control characters, which no text has.
 */
export function decodeTranscript(bytes: Uint8Array, decoded: DecodeBytes): DecodedTranscript {
  const tooLong = tooLongProblem(bytes.length);
  if (tooLong !== undefined) return { problem: tooLong };
  const utf16 = utf16Of(bytes);
  if (utf16) {
    const text = decoded(bytes, utf16);
    return text === undefined || text.includes('\0') ? { problem: BROKEN_UTF16 } : { text };
  }
  const beginning = Array.from(bytes.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
  const other = OTHER_KINDS.find(([begins]) => beginning.startsWith(begins))?.[1];
  if (other !== undefined) return { problem: other };
  if (beginning.startsWith('ftyp', MP4_MARK)) return { problem: RECORDING };
  if (hasControls(bytes)) return { problem: NO_TEXT };
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252');
  return text === undefined ? { problem: NO_TEXT } : { text };
}

/** Control characters other than tab, line feed, vertical tab, form feed, carriage return and escape. */
function hasControls(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) return true;
  return false;
}
