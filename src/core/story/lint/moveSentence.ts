import type { BlockLine } from '../../markdown/blocks';
import { applyEdits, endOfLine, type Line, type TextEdit } from '../../markdown/text';
import type { StorySection } from '../parseStory';
import { StoryContext } from './context';
import { openingOf } from './greeting';
import { pointsBack } from './pointsBack';
import type { Sentence } from './sentences';
import type { Fix } from './types';

/** Where none of this many sentences leads, no other will. */
const MOST_CANDIDATES = 100;

/** How much a sentence says of what a story brought about; 0 where it cannot lead the story. */
export type Strength = (story: StoryContext, sentence: number) => number;

/**
 * Moves the strongest sentence in front of the sentence `first`. Looks in Impact, then in Result; where there are no
 * sections, in all of the text. What cannot be taken from its place in Result is repeated. Every byte stays, except in
 * the sentence's own place.
 * @returns undefined where no sentence can stand first.
 */
export function moveToFront(story: StoryContext, first: number, strength: Strength): Fix | undefined {
  const target = story.sentences[first] as Sentence;
  if (isWithinMarks(story, target)) return undefined;
  const ranked = candidates(story, first)
    .map((index) => ({ index, strength: strength(story, index) }))
    .filter((each) => each.strength > 0)
    .sort((a, b) => b.strength - a.strength);
  for (const { index } of ranked) {
    const sentence = story.sentences[index] as Sentence;
    if (!isWhole(story, sentence) || pointsBack(story, sentence)) continue;
    const insertion = insertionBefore(story, target, story.text.slice(sentence.start, sentence.end));
    const removal = canLeave(story, index) ? removalOf(story, index) : undefined;
    const isResult = story.usesHeadings && story.sectionOf(index) === 'Result';
    if (!removal && !isResult) continue;
    const fix: Fix = removal
      ? { title: 'Lead with the impact', edits: [insertion, removal] }
      : { title: 'Lead with the impact (repeat it from Result)', edits: [insertion] };
    return leadsAfter(story, fix, strength) ? fix : undefined;
  }
  return undefined;
}

/**
 * Whether the story leads with its impact once a fix is made: what lands in a heading that is underlined, or turns the
 * line above into one, says nothing.
 */
function leadsAfter({ text, kind }: StoryContext, { edits }: Fix, strength: Strength): boolean {
  const after = new StoryContext(applyEdits(text, edits), { kind });
  const first = openingOf(after, after.sentencesIn('Impact'));
  return first !== undefined && strength(after, first) > 0;
}

function candidates(story: StoryContext, first: number): number[] {
  const impact = story.sentencesIn('Impact').filter((index) => index > first);
  return (story.usesHeadings ? [...impact, ...story.sentencesIn('Result')] : impact).slice(0, MOST_CANDIDATES);
}

/** In a list the sentence becomes a point of its own; elsewhere it opens the paragraph. */
function insertionBefore(story: StoryContext, target: Sentence, words: string): TextEdit {
  const { text, parsed } = story;
  const line = parsed.lines[target.line] as BlockLine;
  if (line.marker >= 0 && line.content === target.start) {
    const newText = text.slice(line.start, line.content) + onOneLine(words) + endOfLine(text);
    return { start: line.start, end: line.start, newText };
  }
  return { start: target.start, end: target.start, newText: `${asOpening(words)} ` };
}

/**
 * The edit that takes a sentence out of its paragraph, with the space on one side of it, or the paragraph with its
 * line; undefined where a label or points of a list below it would lose what they belong to.
 */
function removalOf(story: StoryContext, index: number): TextEdit | undefined {
  const sentence = story.sentences[index] as Sentence;
  const previous = story.sentences[index - 1];
  const next = story.sentences[index + 1];
  if (previous?.block === sentence.block) return { start: previous.end, end: sentence.end, newText: '' };
  if (next?.block === sentence.block) return { start: sentence.start, end: next.start, newText: '' };
  const { lines, kinds } = story.parsed;
  const from = story.lineAt(sentence.start);
  let to = story.lineAt(Math.max(sentence.start, sentence.end - 1));
  const [start, end] = [(lines[from] as Line).start, (lines[to] as Line).next];
  if (story.parsed.sections.some((section) => section.start >= start && section.start < end)) return undefined;
  if (isMarked(story, sentence) || hasPointsBelow(story.parsed.lines, from, to)) return undefined;
  const isBlank = (line: number): boolean =>
    line >= 0 &&
    line < lines.length &&
    kinds[line] === 'text' &&
    story.text.slice(lines[line]?.start, lines[line]?.end).trim() === '';
  if (isBlank(from - 1) && isBlank(to + 1) && (lines[to + 1] as Line).next > (lines[to + 1] as Line).end) to += 1;
  return { start, end: (lines[to] as Line).next, newText: '' };
}

/** Whether a list item that begins in line `from` goes on after line `to`. */
function hasPointsBelow(lines: readonly BlockLine[], from: number, to: number): boolean {
  const item = (lines[from] as BlockLine).block?.container;
  if (item?.kind !== 'item') return false;
  const below = lines.slice(to + 1, to + 40).find(({ block }) => block !== undefined)?.block;
  for (let at = below?.container; at; at = at.parent) if (at === item) return true;
  return false;
}

/** Emphasis, quotation marks and brackets open and close inside it; it is not in a table or a comment. */
function isWhole(story: StoryContext, sentence: Sentence): boolean {
  const text = story.text.slice(sentence.start, sentence.end);
  if (isWithinMarks(story, sentence) || text.includes('<!--') || text.includes('|')) return false;
  if (story.parsed.placeholders.some(({ start }) => start >= sentence.start - 1 && start <= sentence.end + 1))
    return false;
  const count = (mark: string): number => text.split(mark).length - 1;
  return (
    count('**') % 2 === 0 &&
    count('*') % 2 === 0 &&
    count('`') % 2 === 0 &&
    count('"') % 2 === 0 &&
    count('“') === count('”') &&
    count('(') === count(')') &&
    count('[') === count(']') &&
    count('__') % 2 === 0
  );
}

/** In a table or a quotation, except for a table with the story's sections and a story that is a quotation. */
function isWithinMarks(story: StoryContext, sentence: Sentence): boolean {
  return isMarked(story, sentence) && !story.parsed.isQuotation && !story.parsed.sections.some(isCell);
}

const isCell = ({ form }: StorySection): boolean => form === 'row' || form === 'column';

function isMarked(story: StoryContext, sentence: Sentence): boolean {
  const line = story.parsed.lines[sentence.line] as Line;
  const lead = story.text.slice(line.start, line.end).trimStart();
  return lead.startsWith('|') || lead.startsWith('>');
}

/** Whether the text around a sentence makes sense without it, and its section still says something. */
function canLeave(story: StoryContext, index: number): boolean {
  const sentence = story.sentences[index] as Sentence;
  const section = story.sectionOf(index);
  // The only sentence of Result stays where it is, or the section would be empty.
  if (story.usesHeadings && section === 'Result' && story.sentencesIn('Result').length === 1) return false;
  const next = story.sentences[index + 1];
  if (next && story.sectionOf(index + 1) === section && pointsBack(story, next)) return false;
  const previous = story.sentences[index - 1];
  if (!previous || story.sectionOf(index - 1) !== section) return true;
  // The sentence before promises the figure that this one gives: they belong together.
  if (previous.block === sentence.block && previous.has.vague && story.figuresIn(index - 1).length === 0) return false;
  const before = story.text.slice(previous.start, sentence.start).trimEnd();
  // “The result?”, “What came of it:”, unless that goes on with another point.
  const isPoint = (other: Sentence | undefined): boolean =>
    other !== undefined && (story.parsed.lines[other.line] as BlockLine).marker >= 0;
  return !/[?:][)*_"”]*(?:\s+[-*+])?$/u.test(before) || (isPoint(sentence) && isPoint(next));
}

const onOneLine = (text: string): string => text.replace(/(?<![ \t])[ \t]*[\r\n]+[ \t]*/gu, ' ').trim();

/** On one line, with a full stop, as the opening of a paragraph. */
function asOpening(text: string): string {
  const line = onOneLine(text);
  return /[.!?…][)"”*_]*$/u.test(line) ? line : `${line.replace(/(?<![,;:–—])[,;:–—]+$/u, '').trimEnd()}.`;
}
