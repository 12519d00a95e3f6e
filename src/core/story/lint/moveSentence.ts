import { wordSet } from '../prose/vocabulary';
import { applyEdits, type Line, type TextEdit } from '../../markdown/text';
import { StoryContext } from './context';
import type { Sentence } from './sentences';
import type { Fix } from './types';

/** Where no sentence of so many leads, none will. */
const MOST_CANDIDATES = 100;

/** Whether a sentence of a story can lead it. */
export type Leads = (story: StoryContext, sentence: number) => boolean;

/** What points back to the sentence before: such a sentence cannot open a story. */
const POINTS_BACK = wordSet(
  'it this that these those they them which but and so also then however he she both instead its their',
);

/**
 * Moves the first sentence that `leads` in front of the sentence `first`. Looks in Impact, then in Result; where there
 * are
 * no headings, in all of the text. Every byte but the sentence's own place stays.
 * @returns undefined where no sentence can be moved whole.
 */
export function moveToFront(story: StoryContext, first: number, leads: Leads): Fix | undefined {
  const target = story.sentences[first] as Sentence;
  if (isRow(story, target)) return undefined;
  for (const index of candidates(story, first)) {
    const sentence = story.sentences[index] as Sentence;
    if (!leads(story, index) || !isWhole(story, sentence) || isReferredTo(story, index)) continue;
    const words = asOpening(story.text.slice(sentence.start, sentence.end));
    const insertion: TextEdit = { start: target.start, end: target.start, newText: `${words} ` };
    // The only sentence of Result stays where it is, or the section would be empty.
    const alone = story.usesHeadings && story.sectionOf(index) === 'Result' && story.sentencesIn('Result').length === 1;
    const fix: Fix = alone
      ? { title: 'Lead with the impact (repeat it from Result)', edits: [insertion] }
      : { title: 'Lead with the impact', edits: [insertion, removal(story, index)] };
    return leadsAfter(story, fix, leads) ? fix : undefined;
  }
  return undefined;
}

/**
 * Whether the story leads with its impact once a fix is made: what lands in a heading that is underlined, or turns the
 * line above into one, says nothing.
 */
function leadsAfter({ text, kind }: StoryContext, { edits }: Fix, leads: Leads): boolean {
  const after = new StoryContext(applyEdits(text, edits), { kind });
  const [first] = after.sentencesIn('Impact');
  return first !== undefined && leads(after, first);
}

function candidates(story: StoryContext, first: number): number[] {
  const impact = story.sentencesIn('Impact').filter((index) => index > first);
  return (story.usesHeadings ? [...impact, ...story.sentencesIn('Result')] : impact).slice(0, MOST_CANDIDATES);
}

/**
 * The edit that takes a sentence out of its paragraph, with the space on one side of it, or the paragraph with its
 * line.
 */
function removal(story: StoryContext, index: number): TextEdit {
  const sentence = story.sentences[index] as Sentence;
  const previous = story.sentences[index - 1];
  const next = story.sentences[index + 1];
  if (previous?.block === sentence.block) return { start: previous.end, end: sentence.end, newText: '' };
  if (next?.block === sentence.block) return { start: sentence.start, end: next.start, newText: '' };
  const { lines, kinds } = story.parsed;
  const from = story.lineAt(sentence.start);
  let to = story.lineAt(Math.max(sentence.start, sentence.end - 1));
  const isBlank = (line: number): boolean =>
    line >= 0 &&
    line < lines.length &&
    kinds[line] === 'text' &&
    story.text.slice(lines[line]?.start, lines[line]?.end).trim() === '';
  if (isBlank(from - 1) && isBlank(to + 1) && (lines[to + 1] as Line).next > (lines[to + 1] as Line).end) to += 1;
  return { start: (lines[from] as Line).start, end: (lines[to] as Line).next, newText: '' };
}

/**
 * Emphasis, quotation marks and brackets open and close inside it, and it is no row of a table or part of a comment.
 */
function isWhole(story: StoryContext, sentence: Sentence): boolean {
  const text = story.text.slice(sentence.start, sentence.end);
  if (isRow(story, sentence) || text.includes('<!--') || POINTS_BACK.has(story.id(sentence.first))) return false;
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

function isRow(story: StoryContext, sentence: Sentence): boolean {
  const line = story.parsed.lines[sentence.line] as Line;
  const lead = story.text.slice(line.start, line.end).trimStart();
  return lead.startsWith('|') || lead.startsWith('>');
}

/** The sentence before promises the figure that this one gives: they belong together. */
function isReferredTo(story: StoryContext, index: number): boolean {
  const previous = story.sentences[index - 1];
  const sentence = story.sentences[index] as Sentence;
  return previous?.block === sentence.block && previous.has.vague && story.figuresIn(index - 1).length === 0;
}

/** On one line, with a full stop, as the opening of a paragraph. */
function asOpening(text: string): string {
  const line = text.replace(/(?<![ \t])[ \t]*[\r\n]+[ \t]*/gu, ' ').trim();
  return /[.!?…][)"”*_]*$/u.test(line) ? line : `${line.replace(/(?<![,;:–—])[,;:–—]+$/u, '').trimEnd()}.`;
}
