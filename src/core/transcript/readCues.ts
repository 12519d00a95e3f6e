/** Reads WebVTT and SubRip: cues with a beginning and an end, and perhaps with who speaks. */
import { decodeEntities } from '../htmlEntities';
import type { Cue } from './rollingCues';
import { nameLikeness, secondsOf, speakersAmong, splitLabel, spokenText, tidyName } from './transcriptLines';

const CUE_TIME = /^[\d:.,]{4,20}$/u;
/** `0:00:00.599,0:00:04.160`, as YouTube writes it. */
const COMMA_TIMING = /^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})[ \t]*$/u;

interface RawCue {
  readonly start: number;
  readonly end: number;
  readonly payload: readonly string[];
}

/** Whether a text is written in cues. @param lines its beginning is enough. */
export function isInCues(lines: readonly string[]): boolean {
  return /^WEBVTT(?:[ \t]|$)/u.test(lines[0] ?? '') || lines.some((line) => timingOf(line) !== undefined);
}

/** The cues of a text, in its order. */
export function readCues(lines: readonly string[]): Cue[] {
  const raw = rawCues(lines);
  const voiced = raw.flatMap((cue) => voicesOf(cue));
  if (voiced.some(({ speaker }) => speaker !== '')) return voiced.filter(hasText);
  return (namedAbove(voiced) ?? labelled(voiced)).filter(hasText);
}

const hasText = ({ lines }: Cue): boolean => lines.length > 0;

interface CueTiming {
  readonly start: number;
  readonly end: number;
  /** What stands on the same line. */
  readonly text: string;
}

function timingOf(line: string): CueTiming | undefined {
  const arrow = line.indexOf('-->');
  const comma = arrow < 0 && /^\d/u.test(line) ? COMMA_TIMING.exec(line) : null;
  if (arrow < 0) return comma ? timing(comma[1] ?? '', comma[2] ?? '', '') : undefined;
  const before = line.slice(0, arrow).trim();
  const after = line.slice(arrow + 3).trim();
  // With its text on the same line where it is in brackets, as Whisper prints it; else cue settings follow.
  const isInBrackets = before.startsWith('[');
  const end = after.search(isInBrackets ? /\]/u : /\s|$/u);
  if (end < 0) return undefined;
  const text = isInBrackets ? after.slice(end + 1).trim() : '';
  return timing(isInBrackets ? before.slice(1) : before, after.slice(0, end), text);
}

function timing(from: string, to: string, text: string): CueTiming | undefined {
  const [start, end] = CUE_TIME.test(from) && CUE_TIME.test(to) ? [secondsOf(from), secondsOf(to)] : [];
  return start === undefined || end === undefined ? undefined : { start, end: Math.max(start, end), text };
}

/** What is not below a time is an id, a note or a style. */
function rawCues(lines: readonly string[]): RawCue[] {
  const cues: RawCue[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const found = timingOf(lines[index] ?? '');
    if (!found) continue;
    const { start, end, text } = found;
    const payload: string[] = text === '' ? [] : [text];
    let next = index + 1;
    // A line of spaces goes on: captions that roll have one.
    for (; next < lines.length && lines[next] !== '' && !timingOf(lines[next] ?? ''); next += 1)
      payload.push(lines[next] ?? '');
    // No blank line before the next cue: its number was taken for text.
    const last = payload.at(-1) ?? '';
    const isNumbered = next < lines.length && lines[next] !== '' && payload.length > 1;
    if (isNumbered && (/^\s*\d+\s*$/u.test(last) || payload.at(-2)?.trim() === '')) payload.pop();
    cues.push({ start, end, payload });
    index = next - 1;
  }
  return cues;
}

const MARK = /<(\/?)([^<>]*)>|\{\\[^{}]*\}/gu;
const KNOWN_MARK = /^(?:[bcisuv]|lang|ruby|rt|font)(?:[.\s]|$)|^[\d:.]+$/iu;

/** A cue as what each voice in it says. */
function voicesOf({ start, end, payload }: RawCue): Cue[] {
  const text = payload.join('\n');
  const parts: { speaker: string; text: string }[] = [{ speaker: '', text: '' }];
  const add = (said: string): void => {
    const part = parts.at(-1);
    if (part) part.text += said;
  };
  let at = 0;
  for (const match of text.matchAll(MARK)) {
    const [whole, slash, inside = ''] = match;
    if (whole.startsWith('<') && !KNOWN_MARK.test(inside)) continue;
    add(text.slice(at, match.index));
    at = match.index + whole.length;
    if (!/^v(?:[.\s]|$)/iu.test(inside)) continue;
    const name = slash === '' ? tidyName(decodeEntities(inside.replace(/^v\S*/iu, ''))) : '';
    parts.push({ speaker: name, text: '' });
  }
  add(text.slice(at));
  return parts.flatMap((part) => {
    const lines = part.text.split('\n').map((line) => spokenText(decodeEntities(line)));
    const said = lines.filter((line) => line !== '');
    return said.length === 0 ? [] : [{ speaker: part.speaker, start, end, lines: said }];
  });
}

/** `Ana Ruiz: …` at the beginning of cues; a cue without a name goes on with the speaker before. */
function labelled(cues: readonly Cue[]): Cue[] {
  const labels = cues.map(({ lines }) => splitLabel((lines[0] ?? '').replace(/^(?:>>|-)\s*/u, '')));
  const speakers = speakersAmong(
    labels.flatMap((label) => (label ? [label.name] : [])),
    cues.length,
  );
  let speaker = '';
  return cues.map((cue, index) => {
    const label = labels[index];
    if (!label || !speakers.has(label.name)) return { ...cue, speaker };
    speaker = label.name;
    const [, ...more] = cue.lines;
    return { ...cue, speaker, lines: [label.rest, ...more].filter((line) => line !== '') };
  });
}

/** Names on a line of their own above what is said, in nearly every cue: so Teams wrote into Word. */
function namedAbove(cues: readonly Cue[]): Cue[] | undefined {
  const isNamed = ({ lines: [first = '', ...more] }: Cue): boolean => more.length > 0 && nameLikeness(first) === 'name';
  const named = cues.filter(isNamed);
  const names = new Set(named.map(({ lines }) => lines[0]));
  if (named.length < 2 || named.length < cues.length * 0.9 || names.size * 2 > named.length) return undefined;
  return cues.map((cue) => {
    const [first = '', ...more] = cue.lines;
    return isNamed(cue) ? { ...cue, speaker: tidyName(first), lines: more } : cue;
  });
}
