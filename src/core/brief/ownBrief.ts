/**
 * What a round's file says under `## Brief`, which is the user's own: a line `Open with: …`, and a list below
 * `Leave behind:`.
 */
import { missingEndOf, parseBlocks, type BlockLine, type Blocks } from '../markdown/blocks';
import { ourSide } from '../markdown/conflict';
import { findConflict, outline, type Section } from '../markdown/outline';
import { endOfLine, type TextEdit } from '../markdown/text';

/** The heading of a round's file under which it stands. */
export const BRIEF_HEADING = 'Brief';
/** How many things an interviewer remembers. */
export const THINGS_TO_LEAVE = 3;

/** What of it can be written. */
export const OWN_PARTS = ['open', 'leave'] as const;
export type OwnPart = (typeof OWN_PARTS)[number];

export interface OwnLine {
  /** Markdown, in one line. */
  readonly text: string;
  /** 0-based: where it begins. */
  readonly line: number;
  /** Where it ends. */
  readonly end: number;
}

export interface OwnBrief {
  /** The sentence to open with. */
  readonly open: OwnLine | undefined;
  /** What the interviewers should remember, in order. */
  readonly leave: readonly OwnLine[];
}

const LABEL =
  /^[*_]{0,3}(?:(open(?:ing)?(?: with| sentence| line)?)|leave (?:behind|them with))[*_]{0,3}[ \t]*[:：][*_]{0,3}[ \t]*/iu;
const BOX = /^\[[ x]\](?:[ \t]+|$)/iu;
/** What stands for something still to be written. */
const NOTHING = /^[-–—_.…\s*]*$/u;
/** Sections that are added after the round, or that people write freely: the brief goes above them. */
const LATER = new Set(['notes', 'feedback', 'debrief']);

/** Takes linear time, and never throws. Of a merge conflict, the user's own side is read. */
export function readOwnBrief(text: string): OwnBrief {
  const { open, leave } = new OwnBriefReader(ourSide(text)).read();
  const written = ({ text: words }: OwnLine): boolean => !NOTHING.test(words);
  return { open: open && written(open) ? open : undefined, leave: leave.filter(written) };
}

/**
 * The edits that make room for writing a part: its heading and label where they are missing, and for a further thing to
 * leave behind an item of the list. Undefined where the file is in a merge conflict, so that nothing may be written.
 */
export function roomForOwn(text: string, part: OwnPart): TextEdit[] | undefined {
  if (findConflict(text)) return undefined;
  const read = new OwnBriefReader(text).read();
  const eol = endOfLine(text);
  if (!read.section) return [newSection(text, eol)];
  if (part === 'open') {
    if (read.openEnd !== undefined) return [];
    const at = read.section.headingEnd;
    return [{ start: at, end: at, newText: `${eol}${eol}Open with: ${eol}` }];
  }
  const last = read.leave.at(-1);
  if (last && NOTHING.test(last.text)) return itemAt(text, last.end, '');
  // Under a paragraph, a lone dash would underline it as a heading.
  if (last) return itemAt(text, last.end, `${read.isList ? eol : eol + eol}- `);
  const label = read.leaveEnd === undefined ? `${eol}${eol}Leave behind:` : '';
  const at = read.leaveEnd ?? read.openEnd ?? read.section.headingEnd;
  return itemAt(text, at, `${label}${eol}${eol}- `);
}

/** An empty item of a list: what is written into it would take a line of text right below with it. */
function itemAt(text: string, at: number, item: string): TextEdit[] {
  const isAlone = /^[ \t]*(?:$|\r?\n[ \t]*(?:$|\r?\n))/u.test(text.slice(at));
  const newText = isAlone ? item : item + endOfLine(text);
  return newText === '' ? [] : [{ start: at, end: at, newText }];
}

/** Where to write a part, in a text that has room for it; the file's end where it has none. */
export function placeToWrite(text: string, part: OwnPart): number {
  const { openEnd, leaveEnd, leave } = new OwnBriefReader(ourSide(text)).read();
  return (part === 'open' ? openEnd : (leave.at(-1)?.end ?? leaveEnd)) ?? text.length;
}

function newSection(text: string, eol: string): TextEdit {
  const blocks = parseBlocks(text);
  const written = [`## ${BRIEF_HEADING}`, '', 'Open with: ', '', 'Leave behind:', '', '- '].join(eol);
  const below = outline(text, blocks).find(({ level, title }) => level === 2 && LATER.has(title.toLowerCase()));
  if (below) return { start: below.start, end: below.start, newText: `${written}${eol}${eol}` };
  const end = text.trimEnd().length;
  // What comes after an open fence or comment would be part of it.
  const missingEnd = missingEndOf(blocks);
  const closing = missingEnd === undefined ? '' : eol + missingEnd;
  return { start: end, end: text.length, newText: `${closing}${end === 0 ? '' : eol + eol}${written}${eol}` };
}

interface Read extends OwnBrief {
  readonly section: Section | undefined;
  /** Where the line of the label ends, or what was written after it; undefined where there is no label. */
  readonly openEnd: number | undefined;
  readonly leaveEnd: number | undefined;
  /** Whether the last thing to leave behind is an item of a list. */
  readonly isList: boolean;
}

class OwnBriefReader {
  private readonly blocks: Blocks;
  private part: OwnPart | undefined;
  private open: OwnLine | undefined;
  private readonly leave: OwnLine[] = [];
  private openEnd: number | undefined;
  private leaveEnd: number | undefined;
  private isList = false;
  /** The block that the last line was of: what goes on in it belongs to the same text. */
  private last: BlockLine['block'];

  constructor(private readonly text: string) {
    this.blocks = parseBlocks(text);
  }

  read(): Read {
    const sections = outline(this.text, this.blocks);
    const titles = new Map(sections.map(({ line, title }) => [line, title]));
    const section = sections.find(
      ({ level, title }) => level === 2 && title.toLowerCase() === BRIEF_HEADING.toLowerCase(),
    );
    if (section)
      this.blocks.lines.forEach((line, index) => {
        if (index <= section.line || line.start >= section.end) return;
        const title = titles.get(index);
        if (title === undefined) this.take(line, index);
        else this.enter(title);
      });
    const { open, leave, openEnd, leaveEnd, isList } = this;
    return { section, open, leave, openEnd: open?.end ?? openEnd, leaveEnd, isList };
  }

  private take(line: BlockLine, index: number): void {
    const { block } = line;
    const isItem = line.marker >= 0;
    if (!isText(line) || isNested(line)) {
      this.last = undefined;
      return;
    }
    const words = this.text.slice(line.content, line.end);
    const label = this.label(words, line.end);
    const own = words.slice(label.length).replace(BOX, '').trim();
    const goesOn = label === '' && !isItem && block !== undefined && block === this.last;
    const isLabelAlone = label !== '' && own === '';
    const isOwn = isLabelAlone || this.add({ text: own, line: index, end: line.end }, goesOn, isItem);
    this.last = isOwn ? block : undefined;
  }

  /** The label that a line begins with, '' where it has none: what follows is of its part. */
  private label(words: string, end: number): string {
    const [label, open] = LABEL.exec(words) ?? [];
    if (label === undefined) return '';
    this.part = open === undefined ? 'leave' : 'open';
    if (this.part === 'open') this.openEnd = end;
    else this.leaveEnd = end;
    return label;
  }

  private enter(title: string): void {
    const [label, open] = LABEL.exec(`${title}:`) ?? [];
    this.part = label === undefined ? undefined : open === undefined ? 'leave' : 'open';
    this.last = undefined;
  }

  /** Whether the line is of a part. */
  private add(said: OwnLine, goesOn: boolean, isItem: boolean): boolean {
    const isOpening =
      this.part === 'open' && (goesOn || !isItem || (this.open === undefined && !NOTHING.test(said.text)));
    if (isOpening) this.open = goesOn && this.open ? joined(this.open, said) : (this.open ?? said);
    // A list without a label can only be the things to leave behind.
    else if (goesOn && this.leave.length > 0) this.leave.push(joined(this.leave.pop() as OwnLine, said));
    else if (isItem || this.part === 'leave') {
      this.leave.push(said);
      this.isList = isItem;
    } else return false;
    return true;
  }
}

const joined = (first: OwnLine, { text, end }: OwnLine): OwnLine => ({
  ...first,
  text: `${first.text} ${text}`.trim(),
  end,
});

/** Whether a line says something; an item without text is a blank line with a marker. */
function isText({ block, kind, marker }: BlockLine): boolean {
  return block?.kind === 'paragraph' || (marker >= 0 && kind === 'blank');
}

/** Whether a line stands in an item within an item: it explains that one. */
function isNested({ block }: BlockLine): boolean {
  const item = block?.container;
  return item?.kind === 'item' && item.parent?.kind === 'item';
}
