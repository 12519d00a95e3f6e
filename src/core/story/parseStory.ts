import type { CalendarDate } from '../days/dates';
import type { Telling } from '../debrief/tellings';
import { firstIndex } from '../firstIndex';
import { isQuoted, parseBlocks, type Block, type BlockLine } from '../markdown/blocks';
import { blankedOut } from '../markdown/text';
import { conflictProblems, ourSide } from '../markdown/conflict';
import { classifyLines, outline, type LineKind, type Section } from '../markdown/outline';
import type { Span, TextProblem } from '../ports';
import { countWords } from './countWords';
import { isDirective, mayHaveDirective } from './directive';
import type { Label } from './labels/labelTypes';
import { NO_LABELS, readLabels } from './labels/readLabels';
import type { Placeholder } from './placeholders';
import { readSpoken } from './spoken';
import { readStoryFrontMatter } from './storyFrontMatter';
import {
  isAside,
  namingOf,
  REQUIRED_SECTIONS,
  SECTION_NAMES,
  sectionNamed,
  sectionsNamed,
  type SectionName,
} from './storySections';

/**
 * What begins a section: a heading, a label in running text (`**Situation:** …`), or the cell of a table that says
 * what stands beside it (`row`) or below it (`column`).
 */
export type SectionForm = 'heading' | 'label' | 'row' | 'column';

/**
 * A section of the contract, with its subsections. One that a label begins has `level` 0; its `start` and `headingEnd`
 * are where the label begins and ends, with its marks.
 */
export interface StorySection extends Section {
  readonly name: SectionName;
  /** All that the heading or label names: “Situation and Task” names two. */
  readonly names: readonly SectionName[];
  readonly form: SectionForm;
  /** Words said aloud in it. */
  readonly words: number;
  /** Blanks still to be filled in, such as `${metric}`. */
  readonly blanks: number;
  /** It says something, and no blank is left in it. */
  readonly filled: boolean;
  /** It has a sentence without a blank: a template's sentence around its blanks is not the user's yet. */
  readonly written: boolean;
}

/** A section that the contract does not know. */
export interface OtherSection extends Section {
  /** Notes, links and the like stand beside the story: they are not said. */
  readonly aside: boolean;
}

/**
 * A story, read. Offsets are UTF-16 units into `text`. What a check of the text needs is carried along, so that it
 * need not scan again: the lines and what each is, the headings, and the text with everything unsaid blanked out.
 */
export interface Story {
  readonly text: string;
  /** From the front matter, else the first `#` heading. */
  readonly title: string | undefined;
  readonly competencies: readonly string[];
  readonly rounds: readonly string[];
  readonly date: CalendarDate | undefined;
  /** Seconds; undefined where the story sets none. */
  readonly spokenTarget: number | undefined;
  /** The rounds in which it was told, in the order of the file. */
  readonly told: readonly Telling[];
  /** The contract's sections that are there, in the order of the file. */
  readonly sections: readonly StorySection[];
  /** The contract's sections that are not there, except for Learned, in the contract's order. */
  readonly missing: readonly SectionName[];
  readonly others: readonly OtherSection[];
  /** How many of the six required sections are filled: 0 to 6. */
  readonly filledCount: number;
  /** Words said aloud, in the whole story. */
  readonly words: number;
  /** Those of them in sentences without a blank: what the user wrote. */
  readonly writtenWords: number;
  /** The blanks in what would be said, in order. */
  readonly placeholders: readonly Placeholder[];
  /** The sentences with a blank in them, in order and without overlaps. */
  readonly unfinished: readonly Span[];
  readonly problems: readonly TextProblem[];
  readonly bodyStart: number;
  readonly lines: readonly BlockLine[];
  /** What each of `lines` is. */
  readonly kinds: readonly LineKind[];
  readonly outline: readonly Section[];
  /** `text` with blanks in place of what is not said aloud; equally long. */
  readonly said: string;
  /** Offsets, in order, where something new begins within one Markdown paragraph: the text after a label. */
  readonly breaks: readonly number[];
  /** All that the story says stands in a quotation (`>`): then the quotation is the story's own. */
  readonly isQuotation: boolean;
}

/**
 * Reads a story. Never throws, and takes linear time: what is wrong is reported in `problems`, and the rest is read all
 * the same.
 */
export function parseStory(text: string): Story {
  const front = readStoryFrontMatter(ourSide(text));
  const blocks = parseBlocks(text, front.bodyStart);
  const { lines } = blocks;
  const kinds = classifyLines(text, blocks);
  const headings = outline(text, blocks);
  const spoken = readSpoken(text, lines, kinds);
  const { placeholders } = spoken;
  const named = namesOfHeadings(headings);
  const isQuotation = isWhollyQuoted(lines, kinds);
  const { labels, unsaid } = named.some((names) => names !== undefined)
    ? NO_LABELS
    : readLabels({ text, lines, kinds, isQuotation }, headings);
  const said = blankedOut(spoken.said, unsaid);
  const breaks = breaksOf(labels);
  const unfinished = unfinishedSentences({ text, said, lines, breaks }, placeholders);
  const wordsBefore = countWordsBefore(said, headings);
  const level = sectionLevel(headings, named);
  let titleHeading: Section | undefined;
  const sections: StorySection[] = [];
  const others: OtherSection[] = [];
  let present = 0;
  let filled = 0;
  let unsaidWords = 0;
  let asideEnd = 0;
  const asides: Section[] = [];
  const addSection = (part: Section, form: SectionForm, names: readonly SectionName[], sectionWords: number): void => {
    const section = storySection(
      part,
      form,
      names,
      sectionWords,
      countWithin(placeholders, part.contentStart, part.end),
      wordsOf(said, unfinished, part.contentStart, part.end),
    );
    sections.push(section);
    for (const name of names) present |= sectionBit(name);
    if (section.filled) for (const name of names) filled |= sectionBit(name);
  };
  for (let index = 0; index < headings.length; index += 1) {
    const heading = headings[index] as Section;
    const names = heading.level === level ? named[index] : undefined;
    const aside = named[index] === undefined && isAside(heading.title);
    if (names === undefined && heading.level === 1 && sectionNamed(heading.title) === undefined)
      titleHeading ??= heading;
    if (aside && heading.start >= asideEnd) {
      unsaidWords += wordsUnder(headings, index, wordsBefore);
      asideEnd = heading.end;
      asides.push(heading);
    }
    if (names !== undefined) addSection(heading, 'heading', names, wordsUnder(headings, index, wordsBefore));
    else if (heading.level <= level && heading !== titleHeading) others.push(otherSection(heading, aside));
  }
  for (const label of labels) {
    const part = sectionOfLabel(label);
    const labelWords = countWords(said, label.contentStart, label.end);
    if (label.names.length > 0) {
      addSection(part, label.form === 'line' ? 'label' : label.form, label.names, labelWords);
    } else {
      unsaidWords += labelWords;
      asides.push(part);
      others.push(otherSection(part, true));
    }
  }
  others.sort((a, b) => a.start - b.start);
  const words = (wordsBefore[headings.length] as number) - unsaidWords;
  const spoiled = unfinished.filter(({ start }) => !asides.some((aside) => start >= aside.start && start < aside.end));
  return {
    title: front.title ?? (titleHeading?.title || undefined),
    competencies: front.competencies,
    rounds: front.rounds,
    date: front.date,
    spokenTarget: front.spoken,
    told: front.told,
    bodyStart: front.bodyStart,
    text,
    sections,
    missing: REQUIRED_SECTIONS.filter((name) => (present & sectionBit(name)) === 0),
    others,
    filledCount: REQUIRED_SECTIONS.reduce((count, name) => ((filled & sectionBit(name)) === 0 ? count : count + 1), 0),
    words,
    writtenWords: words - wordsOf(said, spoiled, 0, text.length),
    placeholders,
    unfinished,
    problems: [...front.problems, ...conflictProblems(text, 'story')],
    lines,
    kinds,
    outline: headings,
    said,
    breaks,
    isQuotation,
  };
}

/**
 * The sections that headings name. One in words other than the contract's counts only beside another section: a text
 * with “Background” alone is not a story.
 */
function namesOfHeadings(headings: readonly Section[]): readonly (readonly SectionName[] | undefined)[] {
  const namings = headings.map(({ title }) => namingOf(title));
  const initials = new Set(namings.flatMap((naming) => (naming?.by === 'initial' ? naming.names : [])));
  const named = sectionsNamed(
    initials.size < 3 ? namings.map((naming) => (naming?.by === 'initial' ? undefined : naming)) : namings,
  );
  const isEnough =
    namings.some((naming) => naming?.by === 'name') || new Set(named.flatMap((names) => names ?? [])).size > 1;
  return isEnough ? named : named.map(() => undefined);
}

/** Whether all that a text says stands in quotations. */
function isWhollyQuoted(lines: readonly BlockLine[], kinds: readonly LineKind[]): boolean {
  let quoted = false;
  for (let i = 0; i < lines.length; i += 1) {
    const { block } = lines[i] as BlockLine;
    if (kinds[i] !== 'text' || !block) continue;
    if (!isQuoted(block.container)) return false;
    quoted = true;
  }
  return quoted;
}

function breaksOf(labels: readonly Label[]): readonly number[] {
  const breaks = labels.flatMap(({ contentStart, end, form }) =>
    form === 'line' ? [contentStart] : [contentStart, end],
  );
  return breaks.sort((a, b) => a - b);
}

function sectionOfLabel({ title, line, start, labelEnd, contentStart, end }: Label): Section {
  return { level: 0, title, line, start, headingEnd: labelEnd, contentStart, contentEnd: end, end };
}

// Written out key by key: spreading a heading into a new object costs more than all else that is done with it.
function storySection(
  { level, title, line, start, headingEnd, contentStart, contentEnd, end }: Section,
  form: SectionForm,
  names: readonly SectionName[],
  words: number,
  blanks: number,
  unfinishedWords: number,
): StorySection {
  return {
    level,
    title,
    line,
    start,
    headingEnd,
    contentStart,
    contentEnd,
    end,
    form,
    name: names[0] as SectionName,
    names,
    words,
    blanks,
    filled: words > 0 && blanks === 0,
    written: words > unfinishedWords,
  };
}

function otherSection(
  { level, title, line, start, headingEnd, contentStart, contentEnd, end }: Section,
  aside: boolean,
): OtherSection {
  return { level, title, line, start, headingEnd, contentStart, contentEnd, end, aside };
}

/**
 * How many words are said before each heading, and at the end of all: each word is counted once, however the sections
 * nest.
 */
function countWordsBefore(said: string, headings: readonly Section[]): number[] {
  const before: number[] = [];
  let words = 0;
  let position = 0;
  for (const { start } of headings) {
    words += countWords(said, position, start);
    before.push(words);
    position = start;
  }
  before.push(words + countWords(said, position));
  return before;
}

/** The words of a section with its subsections. A heading's own words are not said. */
function wordsUnder(headings: readonly Section[], index: number, wordsBefore: readonly number[]): number {
  const { end } = headings[index] as Section;
  let next = index + 1;
  while (next < headings.length && (headings[next] as Section).start < end) next += 1;
  return (wordsBefore[next] as number) - (wordsBefore[index] as number);
}

/**
 * The level at which the story has the most of the contract's sections; the higher one where two have the same number.
 * 6 where there are none.
 */
function sectionLevel(headings: readonly Section[], named: readonly (readonly SectionName[] | undefined)[]): number {
  const names = [0, 0, 0, 0, 0, 0, 0];
  for (let index = 0; index < headings.length; index += 1) {
    const { level } = headings[index] as Section;
    for (const name of named[index] ?? []) names[level] = (names[level] as number) | sectionBit(name);
  }
  let best = 6;
  let most = 0;
  for (let level = 6; level >= 1; level -= 1) {
    const count = countBits(names[level] as number);
    if (count > 0 && count >= most) {
      best = level;
      most = count;
    }
  }
  return best;
}

/** A bit for each of the contract's sections. */
function sectionBit(name: SectionName): number {
  return 1 << SECTION_NAMES.indexOf(name);
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Where a sentence ends within its paragraph: blanks are spaces by then, so that no blank ends a sentence. */
const SENTENCE_END = /[.!?…][)\]"'”’*_]{0,4}(?=\s|$)/gu;

interface SaidLines {
  readonly text: string;
  readonly said: string;
  readonly lines: readonly BlockLine[];
  /** Where a paragraph ends although Markdown goes on with it. */
  readonly breaks: readonly number[];
}

/**
 * Where the paragraph of a line begins and ends. A comment that silences the next line ends a paragraph for Markdown,
 * but not for what is said.
 */
function paragraphAround({ text, lines }: SaidLines, line: number): Span {
  const { block, start, end } = lines[line] as BlockLine;
  if (!block) return { start, end };
  const goesOnOver = (between: number, beyond: number): Block | undefined => {
    const [comment, next] = [lines[between], lines[beyond]];
    return comment && next?.kind === 'paragraph' && isDirective(text, comment) ? next.block : undefined;
  };
  let { first, last } = block;
  if (block.kind === 'paragraph' && mayHaveDirective(text)) {
    for (let above = goesOnOver(first - 1, first - 2); above; above = goesOnOver(first - 1, first - 2))
      first = above.first;
    for (let below = goesOnOver(last + 1, last + 2); below; below = goesOnOver(last + 1, last + 2)) last = below.last;
  }
  return { start: (lines[first] as BlockLine).start, end: (lines[last] as BlockLine).end };
}

/**
 * The sentences with a blank in them, in order and without overlaps, as what is said aloud has them. Only a paragraph
 * with a blank is looked at.
 */
function unfinishedSentences(story: SaidLines, blanks: readonly Placeholder[]): Span[] {
  const { said, lines, breaks } = story;
  const found: Span[] = [];
  let nextBreak = 0;
  let line = 0;
  for (let next = 0; next < blanks.length;) {
    const { start: blank } = blanks[next] as Placeholder;
    while (line + 1 < lines.length && (lines[line + 1] as BlockLine).start <= blank) line += 1;
    const { start: from, end } = paragraphAround(story, line);
    const to = Math.max(blank + 1, end);
    const stops = [...said.slice(from, to).matchAll(SENTENCE_END)].map(
      ({ 0: marks, index }) => from + index + marks.length,
    );
    for (; (breaks[nextBreak] ?? Infinity) < to; nextBreak += 1)
      if ((breaks[nextBreak] as number) > from) stops.push(breaks[nextBreak] as number);
    let sentence = from;
    for (const stop of stops.sort((a, b) => a - b).concat(to)) {
      const has = next < blanks.length && (blanks[next] as Placeholder).start < stop;
      if (has) found.push({ start: sentence, end: stop });
      while (next < blanks.length && (blanks[next] as Placeholder).start < stop) next += 1;
      sentence = stop;
    }
  }
  return found;
}

/** How many words are said in those of the spans, which are in order, that begin between two offsets. */
function wordsOf(said: string, spans: readonly Span[], from: number, to: number): number {
  let words = 0;
  for (let i = firstAtOrAfter(spans, from); i < spans.length && (spans[i] as Span).start < to; i += 1)
    words += countWords(said, (spans[i] as Span).start, (spans[i] as Span).end);
  return words;
}

/** How many of the ranges, which are in order, begin between two offsets. */
function countWithin(ranges: readonly Placeholder[], from: number, to: number): number {
  return firstAtOrAfter(ranges, to) - firstAtOrAfter(ranges, from);
}

function firstAtOrAfter(ranges: readonly Span[], offset: number): number {
  return firstIndex(ranges, ({ start }) => start >= offset);
}
