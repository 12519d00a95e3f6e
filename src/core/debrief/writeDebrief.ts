/** Writes a debrief into a round’s file, and changes no other byte of it. */
import { missingEndOf, parseBlocks, type BlockLine, type Blocks } from '../markdown/blocks';
import { findConflict } from '../markdown/outline';
import { applyEdits, difference, endOfLine, lineAt, textStart, type TextEdit } from '../markdown/text';
import type { DebriefedQuestion, Landing } from './debriefModel';
import {
  DEBRIEF,
  debriefSection,
  FIELD_LABELS,
  headingOf,
  landingIn,
  oneLine,
  storyNamed,
  writtenQuestions,
  type DebriefField,
  type WrittenField,
  type WrittenQuestion,
} from './readDebrief';

/**
 * What is to be written of a question: what is left out stays as the file has it. `null` says that there was no story,
 * or that nobody can say how it landed: what the file has of it is taken out.
 */
export interface DebriefChange
  extends Pick<DebriefedQuestion, 'asked'>, Partial<Pick<DebriefedQuestion, 'pushedOn' | 'contradicted'>> {
  readonly story?: string | null | undefined;
  readonly landed?: Landing | null | undefined;
}

/**
 * The edits that write what was asked under “## Debrief”. A question that stands there gets its other story and
 * landing, and what is new of the rest; other text of the section stays.
 * @param link writes a story’s name as Markdown.
 * @returns undefined where the file is in a merge conflict, so that nothing may be written.
 */
export function debriefEdits(
  text: string,
  questions: readonly DebriefChange[],
  link: (story: string) => string = (story) => story,
): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  let after = text;
  for (const question of questions) {
    const asked = oneLine(question.asked);
    if (asked === '') continue;
    after = applyEdits(after, removedFields(after, question));
    after = applyEdits(after, questionEdits(after, { ...question, asked }, link));
  }
  return difference(text, after);
}

/** Takes out the items of what a change says there is none of; of one with more in it, only what it says. */
function removedFields(text: string, { asked, story, landed }: DebriefChange): TextEdit[] {
  if (story !== null && landed !== null) return [];
  const blocks = parseBlocks(text);
  // What is no landing says something else, which is the user's own.
  const isRemoved = ({ field, value }: WrittenField): boolean =>
    field === 'story'
      ? story === null && value !== ''
      : field === 'landed' && landed === null && landingIn(value) !== undefined;
  return (questionIn(text, blocks, asked)?.fields ?? []).filter(isRemoved).map(({ line, start, end }) => {
    const { end: lineEnd, next } = lineAt(text, end);
    const isAlone = endOfItem(blocks.lines, line) === lineEnd;
    return isAlone
      ? { start: (blocks.lines[line] as BlockLine).start, end: next, newText: '' }
      : { start, end, newText: '' };
  });
}

function questionIn(text: string, blocks: Blocks, question: string): WrittenQuestion | undefined {
  return writtenQuestions(text, blocks).find(({ asked }) => isSameQuestion(asked, question));
}

function questionEdits(text: string, question: DebriefChange, link: (story: string) => string): TextEdit[] {
  const blocks = parseBlocks(text);
  const there = questionIn(text, blocks, question.asked);
  if (!there) return [newQuestion(text, blocks, question.asked, fieldLines(question, [], link))];
  const replaced = (['story', 'landed'] as const).flatMap((field) => {
    const written = there.fields.find((each) => each.field === field);
    const value = question[field];
    if (!written || value === undefined || value === null || says(written, value)) return [];
    return [{ ...written, newText: `${spaceBefore(text, written)}${field === 'story' ? link(value) : value}` }];
  });
  const added = fieldLines(question, there.fields, link);
  return [
    ...replaced.map(({ start, end, newText }) => ({ start, end, newText })),
    ...addedFields(text, blocks, there, added),
  ];
}

/** Whether a field says a value already: a name does so as a link too. */
function says({ field, value }: WrittenField, wanted: string): boolean {
  if (field === 'story') return storyNamed(value) === storyNamed(oneLine(wanted));
  return questionKey(value) === questionKey(wanted);
}

const spaceBefore = (text: string, { start }: WrittenField): string =>
  /[ \t]/u.test(text[start - 1] ?? '') ? '' : ' ';

/** The lines that are missing, without their marks. */
function fieldLines(
  question: DebriefChange,
  there: readonly WrittenField[],
  link: (story: string) => string,
): string[] {
  const line = (field: DebriefField, value: string): string => `${FIELD_LABELS[field]}: ${oneLine(value)}`;
  const has = (field: DebriefField): boolean => there.some((each) => each.field === field);
  const { story, landed, pushedOn = [], contradicted = [] } = question;
  const isNew = (field: DebriefField, value: string, index: number, all: readonly string[]): boolean =>
    oneLine(value) !== '' &&
    !there.some((each) => each.field === field && says(each, value)) &&
    all.findIndex((other) => questionKey(other) === questionKey(value)) === index;
  return [
    ...(story === undefined || story === null || oneLine(story) === '' || has('story')
      ? []
      : [line('story', link(story))]),
    ...(landed === undefined || landed === null || has('landed') ? [] : [line('landed', landed)]),
    ...pushedOn
      .filter((value, index, all) => isNew('pushedOn', value, index, all))
      .map((value) => line('pushedOn', value)),
    ...contradicted
      .filter((value, index, all) => isNew('contradicted', value, index, all))
      .map((value) => line('contradicted', value)),
  ];
}

/** Adds lines after a question’s last field, else below its heading. */
function addedFields(
  text: string,
  { lines }: Blocks,
  { section, fields }: WrittenQuestion,
  added: readonly string[],
): TextEdit[] {
  if (added.length === 0) return [];
  const eol = endOfLine(text);
  const last = fields.at(-1);
  if (last) {
    const { start, content } = lines[last.line] as BlockLine;
    const mark = text.slice(start, content);
    const end = endOfItem(lines, last.line);
    return [{ start: end, end, newText: added.map((line) => eol + mark + line).join('') }];
  }
  const next = lines[section.line + 1];
  const isOpen = next !== undefined && next.kind !== 'blank' && next.start < section.contentEnd;
  const newText = eol + added.map((line) => `${eol}- ${line}`).join('') + (isOpen ? eol : '');
  return [{ start: section.headingEnd, end: section.headingEnd, newText }];
}

/** Adds a question at the end of the section, which is made at the end of the file where it is missing. */
function newQuestion(text: string, blocks: Blocks, asked: string, fields: readonly string[]): TextEdit {
  const eol = endOfLine(text);
  const debrief = debriefSection(text, blocks);
  const list = fields.length === 0 ? [] : ['', ...fields.map((field) => `- ${field}`)];
  const written = [`### ${headingOf(asked)}`, ...list].join(eol);
  if (debrief && debrief.end < text.length) {
    const start = debrief.headingEnd + text.slice(debrief.headingEnd, debrief.end).trimEnd().length;
    return { start, end: start, newText: eol + eol + written };
  }
  // What comes after an open fence or comment would be part of it.
  const missingEnd = missingEndOf(blocks);
  const closing = missingEnd === undefined ? '' : eol + missingEnd;
  const heading = debrief ? '' : `## ${DEBRIEF}${eol}${eol}`;
  const first = textStart(text);
  const end = Math.max(first, text.trimEnd().length);
  const gap = end === first ? '' : eol + eol;
  const tail = end < text.length && /[\r\n]/u.test(text.slice(end)) ? '' : eol;
  return { start: end, end, newText: `${closing}${gap}${heading}${written}${tail}` };
}

/** Where the list item of a line ends, what is nested in it included. */
function endOfItem(lines: readonly BlockLine[], first: number): number {
  let last = first;
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = lines[index] as BlockLine;
    if (line.kind === 'blank') continue;
    let container = line.block?.container;
    while (container?.parent) container = container.parent;
    if (container?.first !== first) break;
    last = index;
  }
  return (lines[last] as BlockLine).end;
}

/** Whether two wordings are of one question: case and white space do not matter. */
export const isSameQuestion = (a: string, b: string): boolean => questionKey(a) === questionKey(b);

/** The same for all wordings of a question. */
export const questionKey = (asked: string): string => oneLine(asked).toLowerCase();
