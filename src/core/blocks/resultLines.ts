/**
 * The line of text below a block that says its result to readers without the extension:
 * `<!-- result --> Result: 37 of 40 ms, inference 27 %`. A comment at its beginning makes it a block of HTML that ends
 * with the line, so that neither the text above nor the text below ever becomes a part of it.
 */
import type { BlockLine } from '../markdown/blocks';
import { endOfLine, type TextEdit } from '../markdown/text';
import type { Span } from '../ports';
import type { BlockProblem, BlockRuleCode, WorkedBlock } from './blockModel';
import type { FencedBlock } from './fencedBlocks';
import { readBlockText, type BlockText } from './readBlocks';
import { asHtmlText, RESULT_MARK, VERDICT_WORDS, writtenLength } from './resultWords';

/** A block that gets no line, and why. */
export interface BlockWithoutLine {
  /** Where to look once the edits are made: the problem, or the block's opening. */
  readonly place: Span;
  /** A sentence. */
  readonly why: string;
}

export interface ResultLines {
  /** They write, renew and remove lines; none where every line already says what it has to. */
  readonly edits: readonly TextEdit[];
  /** How many blocks have their line once the edits are made. */
  readonly written: number;
  readonly without: readonly BlockWithoutLine[];
  /** How many lines the edits remove: their block has a problem now. */
  readonly removed: number;
}

const MARK_FIRST = /^<!--[ \t]*result[ \t]*-->/iu;
const MARK_LAST = /<!--[ \t]*result[ \t]*-->[ \t]*$/iu;

/** What a block that does not fit says besides its figures. */
const VERDICTS: Readonly<Record<BlockRuleCode, string>> = {
  'budget-exceeded': VERDICT_WORDS[0],
  'capacity-exceeded': VERDICT_WORDS[1],
  'goal-missed': VERDICT_WORDS[2],
};

const isVerdict = (code: BlockProblem['code']): code is BlockRuleCode => Object.hasOwn(VERDICTS, code);

/**
 * The first problem that makes a block's figures unreliable; that the block does not fit is no reason to distrust them.
 */
export const faultOf = ({ problems }: WorkedBlock): BlockProblem | undefined =>
  problems.find(({ code, severity }) => !isVerdict(code) && severity !== 'info');

/**
 * The edits that write a line with its result below each block, or renew the line that is there; what the user added to
 * it stays. A block that cannot be read gets none, and loses the one that it had, which would be wrong. Every other
 * character stays. Linear time.
 * @param given the text, or what was read of it.
 * @param at an offset: if it stands in a block or in its line, only that block is meant.
 */
export function recomputeLines(given: string | BlockText, at?: number): ResultLines {
  const read = typeof given === 'string' ? readBlockText(given) : given;
  const { text: markdown, parsed } = read;
  const all = read.fenced.map((block, index) =>
    placed(markdown, parsed.lines, block, read.blocks[index] as WorkedBlock),
  );
  const here = at === undefined ? undefined : all.find(({ block, line }) => covers(block, at) || covers(line, at));
  const edits: TextEdit[] = [];
  const without: BlockWithoutLine[] = [];
  let [written, removed, shift] = [0, 0, 0];
  const take = (taken: readonly TextEdit[]): void => {
    edits.push(...taken);
    for (const { start, end, newText } of taken) shift += newText.length - (end - start);
  };
  for (const one of here ? [here] : all) {
    const said = wordsOf(one);
    if (typeof said === 'string') {
      take(writeLine(markdown, one, said));
      written += 1;
      continue;
    }
    const { start, end } = said.place;
    without.push({ ...said, place: { start: start + shift, end: end + shift } });
    if (!one.line) continue;
    take([removeLine(markdown, one, one.line)]);
    removed += 1;
  }
  return { edits, written, without, removed };
}

const covers = (place: Span | undefined, offset: number): boolean =>
  place !== undefined && place.start <= offset && offset <= place.end;

interface Placed {
  readonly block: FencedBlock;
  readonly worked: WorkedBlock;
  /** The last line of the block. */
  readonly last: BlockLine;
  /** The line with its result, if there is one; `end` is that of its text. */
  readonly line: BlockLine | undefined;
  /** The line above that one. */
  readonly above: BlockLine;
}

/** Formatters put a blank line between a fence and what follows: the result may stand below it. */
function placed(text: string, lines: readonly BlockLine[], block: FencedBlock, worked: WorkedBlock): Placed {
  const last = lines[block.lastLine] as BlockLine;
  let index = block.lastLine + 1;
  while (lines[index]?.kind === 'blank') index += 1;
  const next = lines[index];
  const isBeside = block.isClosed && next !== undefined && next.block?.container === last.block?.container;
  const line = isBeside && isResult(text, next) ? next : undefined;
  return { block, worked, last, line, above: lines[index - 1] as BlockLine };
}

/** Only a line of its own is a result: in a paragraph or a comment of several lines it would be the user's text. */
function isResult(text: string, { block, kind, content, end }: BlockLine): boolean {
  if (!block || block.first !== block.last) return false;
  const written = text.slice(content, end);
  if (kind === 'comment') return MARK_FIRST.test(written);
  return kind === 'paragraph' && MARK_LAST.test(written);
}

/** The result of a block in words, or why it has none. */
function wordsOf({ block, worked }: Placed): string | BlockWithoutLine {
  if (!block.isClosed)
    return { place: block.opening, why: 'Its fence is not closed: add a line with its marks, such as “```”.' };
  const fault = faultOf(worked);
  if (fault) return { place: fault, why: fault.message };
  if (worked.headline === undefined) return { place: block.opening, why: 'It has no result yet.' };
  return inWords(worked.headline, worked.problems);
}

function inWords(headline: string, problems: WorkedBlock['problems']): string {
  const verdicts = problems.flatMap(({ code }) => (isVerdict(code) ? [VERDICTS[code]] : []));
  return `${RESULT_MARK} Result: ${[headline, ...new Set(verdicts)].map(asHtmlText).join('; ')}`;
}

/** How much of a line is to be written over; one that has its mark at the end was marked by hand for that. */
function ownLength(text: string, { content, end }: BlockLine, worked: WorkedBlock): number {
  const written = text.slice(content, end);
  return MARK_FIRST.test(written) ? writtenLength(written, worked) : written.length;
}

function writeLine(text: string, { block, worked, last, line }: Placed, said: string): TextEdit[] {
  if (line) {
    const end = line.content + ownLength(text, line, worked);
    return text.slice(line.content, end) === said ? [] : [{ start: line.content, end, newText: said }];
  }
  const eol = text.slice(last.end, last.next);
  return eol === ''
    ? [{ start: last.end, end: last.end, newText: `${endOfLine(text)}${block.prefix}${said}` }]
    : [{ start: last.next, end: last.next, newText: `${block.prefix}${said}${eol}` }];
}

/** What the user added stays; the last line of a text goes with the line break before it. */
function removeLine(text: string, { worked, above }: Placed, line: BlockLine): TextEdit {
  const { start, content, end, next } = line;
  const own = ownLength(text, line, worked);
  const added = text.slice(content + own, end).trimStart();
  if (added !== '') return { start: content, end: end - added.length, newText: '' };
  return next > end ? { start, end: next, newText: '' } : { start: above.end, end, newText: '' };
}
