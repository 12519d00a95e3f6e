/** Finds what in our notes a fact contradicts, and strikes it through with the fact after it. Nothing is deleted. */
import { comparable } from '../claims/sameFigure';
import { debriefSection, oneLine } from '../debrief/readDebrief';
import { parseBlocks, type BlockLine } from '../markdown/blocks';
import { findConflict } from '../markdown/outline';
import { lineIndexAt, type TextEdit } from '../markdown/text';
import { wordsOf } from '../match/stems';
import type { Span } from '../ports';
import { sentenceSpans } from '../story/lint/sentenceSpans';
import { extractQuantities } from '../story/quantities';

/** A sentence of our notes that a fact may contradict. */
export interface NotedSentence extends Span {
  /** Of its file, relative to the prep folder. */
  readonly path: string;
  /** 0-based. */
  readonly line: number;
  readonly text: string;
}

/** So many sentences are shown to choose from. */
const MOST_SHOWN = 5;
/** Longer files are not searched. */
const LONGEST = 1_000_000;
/** A sentence has to share so many words with the fact. */
const FEWEST_SHARED = 2;
/** Two figures of one kind count as much as so many words that few sentences have. */
const FIGURE_WEIGHT = 1.5;
const BOX = /^\[[ x]\][ \t]/iu;
/** Words that say nothing of what a sentence is about. */
const COMMON = new Set(
  wordsOf(`a about all also an and any are as at be been but by can could did do does for from had has have he her his
  how i if in into is it its just like made make may more most much my no not now of on one only or our out over own
  said say says she so some such than that the their them then there these they this those to too two up us use used
  was we well were what when where which who why will with would you your`),
);

/**
 * The sentences of our notes that are nearest to a fact, the nearest first: they share words with it, and figures of
 * one kind. None where a note has the fact already.
 */
export function sentencesAgainst(
  fact: string,
  files: readonly { readonly path: string; readonly text: string }[],
): NotedSentence[] {
  if (files.some(({ text }) => isNoted(text, fact))) return [];
  const about = stemsOf(fact);
  const figures = dimensionsOf(fact);
  const all = files
    .flatMap(({ path, text }) => sentencesOf(path, text))
    .map((each) => ({ each, stems: stemsOf(each.text) }));
  const counts = new Map<string, number>();
  for (const { stems } of all) for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const weight = (stem: string): number => Math.log(1 + all.length / (counts.get(stem) ?? 1));
  const rare = Math.log(1 + all.length);
  const found = all.flatMap(({ each, stems }) => {
    const shared = [...about].filter((stem) => stems.has(stem));
    const hasFigure = figures.size > 0 && [...dimensionsOf(each.text)].some((dimension) => figures.has(dimension));
    if (shared.length + (hasFigure ? 1 : 0) < FEWEST_SHARED || shared.length === 0) return [];
    const score = shared.reduce((sum, stem) => sum + weight(stem), 0) + (hasFigure ? FIGURE_WEIGHT * rare : 0);
    return [{ each, score }];
  });
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(({ each }) => each);
}

/**
 * The edit that strikes a sentence through and writes the fact after it.
 * @returns undefined where the sentence does not stand there any more, or the file is in a merge conflict.
 */
export function strikeEdits(
  text: string,
  { start, end, text: said }: NotedSentence,
  fact: string,
): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const at = text.slice(start, end) === said ? start : uniqueIndex(text, said);
  if (at === undefined) return undefined;
  return [
    { start: at, end: at, newText: '~~' },
    { start: at + said.length, end: at + said.length, newText: `~~ ${oneLine(fact)}` },
  ];
}

/** Whether a note was struck through for the fact. */
function isNoted(text: string, fact: string): boolean {
  return text.includes(`~~ ${oneLine(fact)}`);
}

function uniqueIndex(text: string, said: string): number | undefined {
  const first = text.indexOf(said);
  return first >= 0 && text.indexOf(said, first + 1) < 0 ? first : undefined;
}

/** The sentences of paragraphs and list items, without those that cannot be struck through on their own. */
function sentencesOf(path: string, text: string): NotedSentence[] {
  if (text.length > LONGEST || findConflict(text)) return [];
  const blocks = parseBlocks(text);
  const debrief = debriefSection(text, blocks);
  return blocks.blocks.flatMap(({ kind, first, last }) => {
    const { start, content } = blocks.lines[first] as BlockLine;
    if (kind !== 'paragraph' || (debrief && start >= debrief.start && start < debrief.end)) return [];
    const said = text.slice(content, (blocks.lines[last] as BlockLine).end).trimEnd();
    // A task is ticked, and a question is marked, by its text.
    if (said === '' || BOX.test(said)) return [];
    return partsOf(said).flatMap((part): NotedSentence[] => {
      const sentence = said.slice(part.start, part.end);
      if (sentence.endsWith('?') || /\((?:asked|chosen)\b/iu.test(sentence)) return [];
      const start = content + part.start;
      return [{ path, line: lineIndexAt(blocks.lines, start), start, end: content + part.end, text: sentence }];
    });
  });
}

/** Where sentences begin and end in a paragraph; the whole of it where a mark begins in one and ends in another. */
function partsOf(said: string): readonly Span[] {
  const parts = sentenceSpans(said);
  if (parts.every(({ start, end }) => isWhole(said.slice(start, end)))) return parts;
  return isWhole(said) ? [{ start: 0, end: said.length }] : [];
}

/** Whether the marks of Markdown in a text are closed in it, and none strikes through. */
function isWhole(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return (
    !text.includes('~~') &&
    count('`') % 2 === 0 &&
    count('*') % 2 === 0 &&
    count('**') % 2 === 0 &&
    count('[') === count(']') &&
    !text.includes('\\')
  );
}

const stemsOf = (text: string): Set<string> => new Set(wordsOf(text).filter((stem) => !COMMON.has(stem)));

/** What kinds of figures a text has, such as money or a share. */
function dimensionsOf(text: string): Set<string> {
  return new Set(extractQuantities(text).map((quantity) => comparable(quantity).dimension));
}
