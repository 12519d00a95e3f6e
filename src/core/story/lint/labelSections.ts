/** Fixes of a story whose sections have labels: they keep to the way in which its labels are written. */
import { endOfLine, type Line, type TextEdit } from '../../markdown/text';
import type { Story, StorySection } from '../parseStory';
import type { SectionName } from '../storySections';

/** Whether labels, rather than headings, begin the story's sections. */
export const hasLabels = ({ sections }: Story): boolean => sections.some(({ form }) => form !== 'heading');

/** Where what a section says ends, without the white space and the marks of quotations after it. */
export function saidEnd({ text }: Story, { headingEnd, end }: StorySection): number {
  let at = end;
  while (at > headingEnd && /[\s>]/u.test(text[at - 1] as string)) at -= 1;
  return at;
}

/**
 * Writes the sections in another order into the places where sections are: what stands between these, list markers
 * among them, stays as it is. No edits where a table has its sections side by side.
 */
export function reorderLabelled(story: Story, ordered: readonly StorySection[]): TextEdit[] {
  const { text, sections } = story;
  if (sections.some(({ form }) => form === 'column')) return [];
  return sections.flatMap((place, index) => {
    const section = ordered[index] as StorySection;
    if (section === place) return [];
    const newText = text.slice(section.start, saidEnd(story, section));
    return [{ start: place.start, end: saidEnd(story, place), newText }];
  });
}

/** Adds sections to a story with labels, each where it belongs, with its blank. No edits for a table's columns. */
export function addLabelled(
  story: Story,
  missing: readonly { readonly name: SectionName; readonly blank: string; readonly before: StorySection | undefined }[],
): TextEdit[] {
  const { sections } = story;
  const last = sections[sections.length - 1] as StorySection;
  if (last.form === 'column') return [];
  if (last.form === 'row') return missing.flatMap((each) => addRow(story, last, each));
  const between = betweenOf(story);
  return missing.map(({ name, blank, before }) => {
    const { lead, label, gap } = written(story, before ?? last, name);
    const part = `${label}${gap}${blank}`;
    // Before a section, the new one takes its place in the line: the list marker there moves on to the section that had
    // it.
    if (before) return { start: before.start, end: before.start, newText: `${part}${between}${lead}` };
    const at = saidEnd(story, last);
    return { start: at, end: at, newText: `${between}${nextNumber(lead)}${part}` };
  });
}

/** A list marker's number, one up. */
const nextNumber = (lead: string): string => lead.replace(/\d{1,9}(?=[.)])/u, (number) => String(Number(number) + 1));

/** What stands between two sections: line breaks with the marks of a quotation, or a space within a line. */
function betweenOf(story: Story): string {
  const { text, sections } = story;
  const [first, second] = sections;
  const eol = endOfLine(text);
  if (!first || !second) return eol + eol;
  const between = text.slice(saidEnd(story, first), second.start - leadOf(story, second).length);
  return /^[\s>]+$/u.test(between) ? between : eol + eol;
}

/** What stands before a label in its line: indentation and a list marker; nothing for one within a line. */
function leadOf({ text, lines }: Story, { line, start }: StorySection): string {
  const before = text.slice((lines[line] as Line).start, start);
  return /^[\s>\d.)*+-]*["“«]?$/u.test(before) ? before.replace(/["“«]$/u, '') : '';
}

/** A blank line, and the marks of a quotation and of a list item before the text. */
const BELOW = /^[ \t>]*(?:(?:\r\n|\r|\n)[ \t>]*)?(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/u;

/** How a section would be written beside another. */
function written(
  story: Story,
  section: StorySection,
  name: SectionName,
): { readonly lead: string; readonly label: string; readonly gap: string } {
  const { text } = story;
  const { start, headingEnd, contentStart, end } = section;
  const own = text.slice(start, headingEnd);
  const content = text.slice(headingEnd, contentStart);
  // Text that begins below its label may do so after a blank line, and as a point of a list.
  const below = /[\r\n]/u.test(content) ? (BELOW.exec(text.slice(contentStart, end))?.[0] ?? '') : '';
  return { lead: leadOf(story, section), label: labelFor(own, section, name), gap: content + below || ' ' };
}

/** “**S**ituation:” */
const FIRST_LETTER = /^(\*\*|__)\p{L}\1\p{L}/u;

const INITIALS: ReadonlySet<SectionName> = new Set(['Situation', 'Task', 'Action', 'Result', 'Learned']);

/** A label for a section, written as another's. */
function labelFor(own: string, { title, name }: StorySection, wanted: SectionName): string {
  const [, mark] = FIRST_LETTER.exec(own) ?? [];
  if (mark !== undefined) return `${mark}${wanted[0]}${mark}${wanted.slice(1)}:`;
  const at = own.indexOf(title);
  if (at >= 0) {
    const isUpper = title === title.toUpperCase();
    return own.slice(0, at) + (isUpper ? wanted.toUpperCase() : wanted) + own.slice(at + title.length);
  }
  // Impact and Trade-offs have no letter of their own.
  const initial = Math.max(0, own.indexOf(name[0] as string));
  const letter = INITIALS.has(wanted) ? (wanted[0] as string) : wanted;
  return own.slice(0, initial) + letter + own.slice(initial + 1);
}

function addRow(
  { text, lines }: Story,
  last: StorySection,
  {
    name,
    blank,
    before,
  }: { readonly name: SectionName; readonly blank: string; readonly before: StorySection | undefined },
): TextEdit[] {
  const model = before ?? last;
  const line = lines[model.line] as Line & { readonly block?: { readonly first: number } };
  const eol = endOfLine(text);
  const label = labelFor(text.slice(model.start, model.headingEnd), model, name);
  const row = text.slice(line.start, model.start) + label + text.slice(model.headingEnd, model.contentStart) + blank;
  const bar = /\|[ \t]*$/u.test(text.slice(line.start, line.end)) ? ' |' : '';
  if (!before) return [{ start: line.end, end: line.end, newText: `${eol}${row}${bar}` }];
  const isHead = line.block?.first === model.line;
  if (!isHead) return [{ start: line.start, end: line.start, newText: `${row}${bar}${eol}` }];
  // The new row becomes the table's head, and the line of dashes comes after it.
  const dashes = lines[model.line + 1] as Line;
  return [
    { start: line.start, end: line.start, newText: `${row}${bar}${eol}${text.slice(dashes.start, dashes.end)}${eol}` },
    { start: dashes.start, end: dashes.next, newText: '' },
  ];
}
