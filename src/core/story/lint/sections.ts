import { writeBlank } from '../../markdown/blanks';
import { endOfLine, type TextEdit } from '../../markdown/text';
import type { Story, StorySection } from '../parseStory';
import { SECTION_NAMES, type SectionName } from '../storySections';
import type { StoryContext } from './context';
import { addLabelled, hasLabels, reorderLabelled } from './labelSections';

/** A line break, and a blank line after it. */
const BLANK_LINE_END = /(?:\r\n|\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)$/u;

const rank = (name: SectionName): number => SECTION_NAMES.indexOf(name);

/** The sections in the order of telling: a table that has them side by side tells each of its rows in one order. */
export function asTold(sections: readonly StorySection[]): readonly StorySection[] {
  const heads = new Set<number>();
  return sections.filter(({ form, start }) => {
    if (form !== 'column') return true;
    const isNew = !heads.has(start);
    heads.add(start);
    return isNew;
  });
}

export function isInOrder(sections: readonly StorySection[]): boolean {
  return sections.every((section, i) => i === 0 || rank((sections[i - 1] as StorySection).name) <= rank(section.name));
}

/**
 * The sections to be moved so that the rest is in the contract's order: all but a longest run that is in order already.
 */
export function misplaced(sections: readonly StorySection[]): StorySection[] {
  /** Of the runs that end in a section of a rank: how long the longest is, and its last section. */
  const longest = SECTION_NAMES.map(() => ({ length: 0, last: -1 }));
  const previous: number[] = [];
  sections.forEach(({ name }, i) => {
    const own = rank(name);
    let best = { length: 0, last: -1 };
    for (let r = 0; r <= own; r += 1)
      if ((longest[r] as typeof best).length >= Math.max(1, best.length)) best = longest[r] as typeof best;
    previous[i] = best.last;
    longest[own] = { length: best.length + 1, last: i };
  });
  const kept = new Set<number>();
  const end = longest.reduce((a, b) => (b.length > a.length ? b : a)).last;
  for (let i = end; i >= 0; i = previous[i] as number) kept.add(i);
  return sections.filter((_, i) => !kept.has(i));
}

/** A file with more sections is not a story; nothing is offered to reorder it. */
const MOST_SECTIONS = 40;

/** Moves each misplaced section, whole and byte for byte, to where it belongs among those that stay. */
export function reorderEdits(story: StoryContext): TextEdit[] {
  const { sections } = story.parsed;
  // A block that is open at the end would swallow what comes after it.
  if (sections.length > MOST_SECTIONS || missingEnd(story.parsed) !== undefined) return [];
  if (hasLabels(story.parsed))
    return reorderLabelled(
      story.parsed,
      [...sections].sort((a, b) => rank(a.name) - rank(b.name)),
    );
  const moved = misplaced(sections);
  const kept = sections.filter((section) => !moved.includes(section));
  const edits: TextEdit[] = [];
  for (const section of [...moved].sort((a, b) => rank(a.name) - rank(b.name) || a.start - b.start)) {
    const after = kept.find((other) => rank(other.name) > rank(section.name));
    const at = after ? after.start : (kept[kept.length - 1] as StorySection).end;
    edits.push(
      { start: at, end: at, newText: asBlock(story.text, section, at) },
      { start: section.start, end: section.end, newText: '' },
    );
  }
  return edits;
}

/** The line that closes the code block, comment or HTML that is open at the story's end; undefined where none is. */
function missingEnd({ lines }: Story): string | undefined {
  let last = lines.length - 1;
  while (last >= 0 && !lines[last]?.block) last -= 1;
  const block = lines[last]?.block;
  return block?.container ? undefined : block?.missingEnd || undefined;
}

/** A section's text with the blank line that it needs in front of what stands at `at`. */
function asBlock(text: string, section: StorySection, at: number): string {
  const eol = endOfLine(text);
  let block = text.slice(section.start, section.end);
  if (at < text.length || !/[\r\n]$/u.test(text)) {
    if (!/[\r\n]$/u.test(block)) block += eol;
    if (at < text.length && !BLANK_LINE_END.test(block)) block += eol;
  }
  return at === text.length ? leadIn(text, at) + block : block;
}

/** The line breaks that a new block needs after what stands before `at`. */
function leadIn(text: string, at: number): string {
  const eol = endOfLine(text);
  const before = text.slice(Math.max(0, at - 200), at);
  if (before === '') return '';
  if (BLANK_LINE_END.test(before)) return '';
  return /[\r\n]$/u.test(before) ? eol : eol + eol;
}

/** What a section asks for. All of it is the blank: a hint beside it would count as what the user wrote. */
const ASKS_FOR: Readonly<Record<SectionName, string>> = {
  Impact: 'what changed for users, revenue or cost, in one sentence',
  Situation: 'who had what problem, in one or two sentences',
  Task: 'what you had to achieve, and within which limits',
  Action: 'what you did, in the first person',
  Result: 'what came of it, from which figure to which',
  'Trade-offs': 'what you gave up or decided against, and why',
  Learned: 'what you do differently since',
};

/** Adds the missing sections, each where it belongs, with a blank to fill in. */
export function addMissingEdits(story: StoryContext): TextEdit[] {
  const { text } = story;
  const { sections, missing } = story.parsed;
  if (hasLabels(story.parsed)) {
    const blanks = missing.map((name) => ({
      name,
      blank: writeBlank(ASKS_FOR[name]),
      before: sections.find((section) => rank(section.name) > rank(name)),
    }));
    return addLabelled(story.parsed, blanks);
  }
  const eol = endOfLine(text);
  const level = '#'.repeat(sections[0]?.level ?? 2);
  return missing.map((name) => {
    const after = sections.find((section) => rank(section.name) > rank(name));
    const last = sections[sections.length - 1] as StorySection;
    const at = after ? after.start : last.end;
    const block = `${level} ${name}${eol}${eol}${writeBlank(ASKS_FOR[name])}${eol}`;
    if (at < text.length) return { start: at, end: at, newText: `${leadIn(text, at)}${block}${eol}` };
    const closing = missingEnd(story.parsed);
    const lead = closing === undefined ? leadIn(text, at) : `${/[\r\n]$/u.test(text) ? '' : eol}${closing}${eol}${eol}`;
    return { start: at, end: at, newText: lead + block };
  });
}
