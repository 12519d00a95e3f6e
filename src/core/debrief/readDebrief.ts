/**
 * Reads the section “## Debrief” of a round’s file. Each `### <question>` is a question that was asked; list items
 * below it, such as `- Landed: strong`, say what came of it. Everything else there is the user’s own text.
 */
import { isQuoted, parseBlocks, type BlockLine, type Blocks, type Container } from '../markdown/blocks';
import { ourSide } from '../markdown/conflict';
import { readLink } from '../markdown/links';
import { outline, type Section } from '../markdown/outline';
import { withoutMarkdownEnding } from '../markdownName';
import type { Span, TextProblem } from '../ports';
import { shown } from '../shown';
import { LANDINGS, type Debrief, type DebriefedQuestion, type Landing } from './debriefModel';

export const DEBRIEF = 'Debrief';

/** What a list item can say, as it is written. */
export const FIELD_LABELS = {
  story: 'Story',
  landed: 'Landed',
  pushedOn: 'Pushed on',
  contradicted: 'Contradicted',
} as const;
export type DebriefField = keyof typeof FIELD_LABELS;

const FIELD = /^[*_]{0,3}(story|landed|pushed[ \t]+on|contradicted)[*_]{0,3}:[*_]{0,3}(?=\s|$)[ \t]*/iu;
const LINK = /^\[(?:[^\\[\]]|\\.)*\]\((?:<([^<>]*)>|([^()\s]*))\)$/u;
/** Questions beyond this many are not read. */
const MOST_QUESTIONS = 100;

/** A list item that says something of a question. */
export interface WrittenField extends Span {
  readonly field: DebriefField;
  /** In one line; '' where nothing is written yet. */
  readonly value: string;
  /** 0-based: where its item begins. */
  readonly line: number;
}

/** A question in its place: `start` to `end` of a field is its value. */
export interface WrittenQuestion {
  readonly section: Section;
  readonly asked: string;
  readonly fields: readonly WrittenField[];
}

/** Never throws, and takes linear time; of a text with a merge conflict the user's own side is read. */
export function readDebrief(text: string): Debrief {
  if (!/debrief/iu.test(text)) return { questions: [], problems: [] };
  const own = ourSide(text);
  const problems: TextProblem[] = [];
  const questions = writtenQuestions(own).map(({ asked, fields }): DebriefedQuestion => {
    const values = (field: DebriefField): string[] =>
      fields.filter((each) => each.field === field && each.value !== '').map(({ value }) => value);
    const story = values('story')[0];
    return {
      asked,
      story: story === undefined ? undefined : storyNamed(story),
      landed: landingOf(
        fields.find(({ field, value }) => field === 'landed' && value !== ''),
        problems,
      ),
      pushedOn: values('pushedOn'),
      contradicted: values('contradicted'),
    };
  });
  return { questions, problems };
}

/** The section of the second level. */
export function debriefSection(text: string, blocks: Blocks = parseBlocks(text)): Section | undefined {
  return outline(text, blocks).find(({ level, title }) => level === 2 && title.toLowerCase() === 'debrief');
}

/** The questions as they stand in the text. */
export function writtenQuestions(text: string, blocks: Blocks = parseBlocks(text)): WrittenQuestion[] {
  const debrief = debriefSection(text, blocks);
  if (!debrief) return [];
  return outline(text, blocks)
    .filter(({ level, start }) => level === 3 && start >= debrief.contentStart && start < debrief.end)
    .map((section) => ({ section, asked: askedOf(section.title) }))
    .filter(({ asked }) => asked !== '')
    .slice(0, MOST_QUESTIONS)
    .map((question) => ({ ...question, fields: fieldsIn(text, blocks.lines, question.section) }));
}

/** A story’s name: `checkout` of `[Checkout](../../stories/checkout.md)` and of `checkout.md`; else the words. */
export function storyNamed(written: string): string {
  const [, bracketed, plain] = LINK.exec(written) ?? [];
  const link = readLink(bracketed ?? plain ?? '');
  return withoutMarkdownEnding(link?.kind === 'file' ? link.path.slice(link.path.lastIndexOf('/') + 1) : written);
}

/** A heading's closing marks do not count, so that a question that ends with one has it escaped. */
export const headingOf = (asked: string): string => asked.replace(/(^|\s)(\\*#+)$/u, '$1\\$2');
const askedOf = (title: string): string => oneLine(title).replace(/(^|\s)\\(\\*#+)$/u, '$1$2');

/** White space in a row as one space. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/gu, ' ');

function fieldsIn(text: string, lines: readonly BlockLine[], { line: heading, contentEnd }: Section): WrittenField[] {
  const fields: WrittenField[] = [];
  for (let index = heading + 1; index < lines.length; index += 1) {
    const line = lines[index] as BlockLine;
    if (line.start >= contentEnd) break;
    const item = itemAt(line, index);
    if (!item || item.parent || isQuoted(item)) continue;
    const [label, name = ''] = FIELD.exec(text.slice(line.content, line.end)) ?? [];
    if (label === undefined || line.block?.kind !== 'paragraph') continue;
    const start = line.content + label.length;
    const end = (lines[line.block.last] as BlockLine).end;
    const value = oneLine(valueLines(text, lines, index, line.block.last, start).join(' '));
    fields.push({ field: fieldNamed(name), value, line: index, start, end });
  }
  return fields;
}

function valueLines(text: string, lines: readonly BlockLine[], first: number, last: number, start: number): string[] {
  return lines.slice(first, last + 1).map(({ content, end }, index) => text.slice(index === 0 ? start : content, end));
}

/** The list item that begins in a line. */
function itemAt({ marker, block }: BlockLine, index: number): Container | undefined {
  const container = block?.container;
  return marker >= 0 && container?.kind === 'item' && container.first === index ? container : undefined;
}

function fieldNamed(name: string): DebriefField {
  const label = oneLine(name).toLowerCase();
  const found = (Object.keys(FIELD_LABELS) as DebriefField[]).find(
    (field) => FIELD_LABELS[field].toLowerCase() === label,
  );
  return found ?? 'story';
}

/** The landing that the value of “Landed” says; undefined where it says something else. */
export function landingIn(value: string): Landing | undefined {
  const word = /^[*_]{0,3}([a-z]+)[*_.]{0,4}$/iu.exec(value)?.[1]?.toLowerCase();
  return LANDINGS.find((candidate) => candidate === word);
}

function landingOf(field: WrittenField | undefined, problems: TextProblem[]): Landing | undefined {
  if (!field) return undefined;
  const landing = landingIn(field.value);
  if (landing) return landing;
  const { start, end, value } = field;
  const message = `“Landed” is ${shown(value)}: write one of ${LANDINGS.join(', ')}.`;
  problems.push({ start, end, message, severity: 'warning' });
  return undefined;
}
