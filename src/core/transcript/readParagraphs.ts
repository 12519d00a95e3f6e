/** Reads transcripts in plain text: a name and perhaps a time before or above what is said. */
import type { TranscriptForm } from './transcriptModel';
import {
  isToolsLine,
  nameLikeness,
  oneSpace,
  secondsOf,
  speakersAmong,
  splitLabel,
  spokenText,
  tidyName,
} from './transcriptLines';

/** What one person says, with the time that is written beside it. */
export interface Paragraph {
  readonly speaker: string;
  readonly start: number | undefined;
  /** Whether the time is its own, and not one that stands above several. */
  readonly isOwnTime: boolean;
  readonly text: string;
}

export interface Paragraphs {
  readonly form: TranscriptForm;
  readonly paragraphs: readonly Paragraph[];
  /** What stands before the first speaker: a title, a date, a list of those who took part. */
  readonly head: readonly string[];
}

/** How a line begins, besides its text. */
interface LineHead {
  readonly kind: 'zoom' | 'stamped' | 'labelled' | 'time' | 'text';
  readonly name: string | undefined;
  readonly time: number | undefined;
  readonly rest: string;
  /** All of it. */
  readonly line: string;
}

/** `[Ana Ruiz] 00:01:02 text` */
const ZOOM = /^\[([^[\]]{1,80})\] ?(\d{1,3}:\d{1,2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[AP]\.?M\.?)?)(?: (.*))?$/iu;
/** `[00:12] …`, `(00:12) …`, `00:12 …` */
const TIME_FIRST = /^[[(]?(\d{1,3}:\d{1,2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[AP]\.?M\.?)?)[\])]?(?: (.*))?$/iu;
/** `Ana Ruiz 0:03`, `Ana Ruiz - 0:03`, `Ana Ruiz (0:03):` */
const TIME_LAST = /[ [(](\d{1,3}:\d{1,2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[AP]\.?M\.?)?)[\])]?:?$/iu;
/** `Ana Ruiz (0:03): text` */
const TIME_BETWEEN =
  /^([^[\](){}:]{1,80})[[(](\d{1,3}:\d{1,2}(?::\d{2})?(?:\.\d{1,3})?(?: ?[AP]\.?M\.?)?)[\])] ?:? (.+)$/iu;
/** `Ana Ruiz 00:00:03 text` */
const TIME_AFTER_NAME = /^([^:]{1,60}?) (\d{1,2}:\d{2}:\d{2}) (.+)$/u;

/** The paragraphs of a text. */
export function readParagraphs(lines: readonly string[]): Paragraphs {
  const all: LineHead[] = [];
  for (const each of lines) {
    const line = oneSpace(each);
    if (line !== '' && !isToolsLine(line)) all.push(headOf(line));
  }
  const heads = namesAboveTimes(all);
  const speakers = speakersOf(heads);
  return paragraphsOf(heads.map((head) => (isHead(head, speakers) ? head : asText(head))));
}

function headOf(line: string): LineHead {
  const timed = hasTime(line) ? (zoomHead(line) ?? timeFirst(line) ?? timeLast(line) ?? timeBetween(line)) : undefined;
  return timed ?? labelHead(line) ?? { kind: 'text', name: undefined, time: undefined, rest: line, line };
}

/** Every time of a head stands within so many characters. */
const LONGEST_HEAD = 120;

/** Most lines have no time, which is found out faster than by looking for each kind of head. */
const hasTime = (line: string): boolean => /\d:\d/u.test(line.slice(0, LONGEST_HEAD));

type FoundHead = LineHead | undefined;

function zoomHead(line: string): FoundHead {
  const [, name = '', time = '', rest = ''] = ZOOM.exec(line) ?? [];
  if (name === '' || secondsOf(name) !== undefined) return undefined;
  return { kind: 'zoom', name: tidyName(name), time: secondsOf(time), rest, line };
}

/** The longest line that is a name and a time. */
const LONGEST_STAMP = 100;

function timeLast(line: string): FoundHead {
  if (line.length > LONGEST_STAMP) return undefined;
  const bare = line.replace(/[*_]{2}/gu, '').trim();
  const found = TIME_LAST.exec(bare);
  if (!found) return undefined;
  const name = bare
    .slice(0, found.index)
    .replace(/[-–—|•,]$/u, '')
    .trim();
  if (nameLikeness(name) === undefined) return undefined;
  return { kind: 'stamped', name: tidyName(name), time: secondsOf(found[1] ?? ''), rest: '', line };
}

function timeBetween(line: string): FoundHead {
  const bracketed = TIME_BETWEEN.exec(line);
  const found = bracketed ?? TIME_AFTER_NAME.exec(line);
  const name = (found?.[1] ?? '').trim();
  const likeness = nameLikeness(name);
  if (!found || likeness === undefined || (!bracketed && likeness !== 'name')) return undefined;
  return { kind: 'labelled', name: tidyName(name), time: secondsOf(found[2] ?? ''), rest: found[3] ?? '', line };
}

function labelHead(line: string): FoundHead {
  const label = splitLabel(line);
  return label && { kind: 'labelled', name: label.name, time: undefined, rest: label.rest, line };
}

/** A time, and after it a name and text, a name alone, text, or nothing. */
function timeFirst(line: string): FoundHead {
  const found = TIME_FIRST.exec(line);
  if (!found) return undefined;
  const time = secondsOf(found[1] ?? '');
  const rest = (found[2] ?? '').replace(/^[-–—|:] ?/u, '');
  const label = splitLabel(rest);
  if (label) return { kind: 'labelled', name: label.name, time, rest: label.rest, line };
  if (rest !== '' && nameLikeness(rest) === 'name')
    return { kind: 'stamped', name: tidyName(rest), time, rest: '', line };
  return { kind: 'time', name: undefined, time, rest, line };
}

/** The names that count, of each kind of head. */
function speakersOf(
  heads: readonly LineHead[],
): Readonly<Record<'zoom' | 'stamped' | 'labelled', ReadonlySet<string>>> {
  const names: Record<LineHead['kind'], string[]> = { zoom: [], stamped: [], labelled: [], time: [], text: [] };
  let texts = 0;
  for (const { kind, name } of heads) {
    if (name) names[kind].push(name);
    if (kind === 'labelled' || kind === 'text') texts += 1;
  }
  const { zoom, stamped, labelled } = names;
  // Text stands below a stamped name: one line in two is as much as there can be.
  const stampedNames = speakersAmong(stamped, Math.min(heads.length, stamped.length * 2));
  const isStamped = stampedNames.size > 0 && (stamped.length > 1 || heads[0]?.kind === 'stamped');
  return {
    zoom: new Set(zoom),
    stamped: isStamped ? stampedNames : new Set(),
    labelled: isStamped || zoom.length > 0 ? new Set() : speakersAmong(labelled, texts),
  };
}

function isHead({ kind, name }: LineHead, speakers: ReturnType<typeof speakersOf>): boolean {
  return kind === 'text' || kind === 'time' || (name !== undefined && speakers[kind].has(name));
}

/** A line whose beginning is no head after all. */
function asText({ kind, time, line }: LineHead): LineHead {
  const first = kind === 'labelled' && time !== undefined ? TIME_FIRST.exec(line) : null;
  if (first) return { kind: 'time', name: undefined, time, rest: first[2] ?? '', line };
  return { kind: 'text', name: undefined, time: undefined, rest: line, line };
}

/** A name on a line above each time that stands alone is the name of who speaks then. */
function namesAboveTimes(heads: readonly LineHead[]): readonly LineHead[] {
  const isTime = (head: LineHead | undefined): boolean => head?.kind === 'time' && head.rest === '';
  const isName = ({ kind, rest }: LineHead): boolean => kind === 'text' && nameLikeness(rest) === 'name';
  const names = heads.filter((head, index) => isTime(heads[index + 1]) && isName(head)).map(({ rest }) => rest);
  const times = heads.filter(isTime).length;
  const isFew = new Set(names).size * 2 <= Math.max(names.length, 4);
  if (names.length < 2 || names.length < times * 0.9 || !isFew) return heads;
  return heads.flatMap((head, index): LineHead[] => {
    const next = heads[index + 1];
    if (isName(head) && isTime(next))
      return [{ ...head, kind: 'stamped', name: tidyName(head.rest), time: next?.time, rest: '' }];
    const before = heads[index - 1];
    return isTime(head) && before && isName(before) ? [] : [head];
  });
}

function paragraphsOf(heads: readonly LineHead[]): Paragraphs {
  const first = heads.findIndex(({ name }) => name !== undefined);
  const paragraphs: { speaker: string; start: number | undefined; isOwnTime: boolean; text: string }[] = [];
  let above: number | undefined;
  let speaker = '';
  const begin = (start: number | undefined, isOwnTime: boolean): void => {
    paragraphs.push({ speaker, start, isOwnTime, text: '' });
  };
  const body = first < 0 ? heads : heads.slice(first);
  // A time right above the first speaker is that of what follows.
  if (first > 0)
    above = heads
      .slice(0, first)
      .reverse()
      .find(({ kind }) => kind === 'time')?.time;
  let isBelowTime = above !== undefined;
  for (const { kind, name, time, rest } of body) {
    if (kind === 'time') {
      above = time;
      if (rest === '') isBelowTime = true;
      else begin(time, true);
    } else if (name !== undefined) {
      speaker = name;
      begin(time ?? above, time !== undefined || isBelowTime);
      isBelowTime = false;
    } else if (isBelowTime || paragraphs.length === 0 || first < 0) {
      begin(above, isBelowTime);
      isBelowTime = false;
    }
    const text = spokenText(rest);
    const last = paragraphs.at(-1);
    if (last && text !== '') last.text = last.text === '' ? text : `${last.text} ${text}`;
  }
  return {
    form: formOf(heads),
    paragraphs: paragraphs.filter(({ text }) => text !== ''),
    head: heads.slice(0, Math.max(0, first)).map(({ rest }) => rest),
  };
}

function formOf(heads: readonly LineHead[]): TranscriptForm {
  const has = (kind: LineHead['kind']): boolean => heads.some((head) => head.kind === kind && head.name !== undefined);
  if (has('zoom')) return 'zoom';
  if (has('stamped')) return 'stamped';
  if (!has('labelled')) return 'plain';
  return heads.some(({ kind, rest }) => kind === 'time' && rest === '') ? 'meet' : 'labelled';
}
