/**
 * Makes a page of a brief: the largest type in which all of it fits one sheet of A4 or Letter, and where it does not
 * fit the smallest, without what matters least. Text is measured by widths that no common typeface exceeds, so that the
 * page holds what is counted here, whatever is installed.
 */
import { plainText } from '../checklist/checklist';
import { sum } from '../numbers';
import { joined, listed, plural } from '../words';
import { BRIEF_TITLES, type Brief, type BriefLine, type BriefPart, type BriefPartId } from './briefModel';

/**
 * What is cut first where a page is full: parts by their rank, 1 first, each down to the lines that it keeps. Where
 * that is not enough, the same parts lose the rest. What the user opens with and leaves behind stays.
 */
export const CUT_RANKS: Readonly<Record<BriefPartId, { readonly rank: number; readonly keeps: number }>> = {
  feedback: { rank: 1, keeps: 2 },
  figures: { rank: 2, keeps: 3 },
  stated: { rank: 3, keeps: 1 },
  questions: { rank: 4, keeps: 3 },
  people: { rank: 5, keeps: 3 },
  stories: { rank: 6, keeps: 4 },
  when: { rank: 7, keeps: 3 },
  leave: { rank: 8, keeps: Infinity },
  open: { rank: 9, keeps: Infinity },
};

/** What stands across the page; the other parts stand in two columns below. */
export const WIDE_PARTS: readonly BriefPartId[] = ['when', 'open', 'leave'];

/** Sizes of type in points, the largest first. */
const SIZES = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5];
const MM = 72 / 25.4;
/** What A4 and Letter both have within margins of 10 mm, in points; the height with some to spare. */
export const PRINT_MARGIN_MM = 10;
const WIDTH = (210 - 2 * PRINT_MARGIN_MM) * MM;
const HEIGHT = (279.4 - 2 * PRINT_MARGIN_MM) * MM * 0.95;

/** Sizes of the page, in em of its type; its style sheet has the same. */
export const PRINT = {
  lineHeight: 1.25,
  title: 1.5,
  open: 1.2,
  indent: 1.2,
  columnGap: 1.6,
  /** Above and below a heading, with its line. */
  heading: 1,
  /** Below a line. */
  gap: 0.25,
} as const;

export interface BriefColumns {
  readonly wide: readonly BriefPart[];
  readonly left: readonly BriefPart[];
  readonly right: readonly BriefPart[];
}

export interface FittedBrief extends BriefColumns {
  /** Of its type, in points. */
  readonly size: number;
  /** How many lines of each part were left out, in the order of the page. */
  readonly cut: readonly { readonly part: BriefPartId; readonly lines: number }[];
  /** What was left out or shortened, in a sentence; '' where nothing was. */
  readonly note: string;
}

export function fitBrief(brief: Brief): FittedBrief {
  const note = noteOf(brief.parts, []);
  for (const size of SIZES) {
    const sheet = new Sheet(brief, size);
    const columns = sheet.columnsOf(brief.parts, note);
    if (sheet.holds(columns, note)) return { ...columns, size, cut: [], note };
  }
  return cutBrief(brief, SIZES.at(-1) as number);
}

function cutBrief(brief: Brief, size: number): FittedBrief {
  const sheet = new Sheet(brief, size);
  const parts = new Map(brief.parts.map((part) => [part.id, part]));
  const order = [...parts.keys()].sort((a, b) => CUT_RANKS[a].rank - CUT_RANKS[b].rank);
  const steps = [
    ...order.map((id) => ({ id, keeps: CUT_RANKS[id].keeps })),
    ...order.map((id) => ({ id, keeps: Number.isFinite(CUT_RANKS[id].keeps) ? 0 : Infinity })),
  ];
  const fitted = (): FittedBrief => {
    const shown = [...parts.values()];
    const cut = brief.parts
      .map(({ id, lines }) => ({ part: id, lines: lines.length - (parts.get(id)?.lines.length ?? 0) }))
      .filter(({ lines }) => lines > 0);
    const note = noteOf(shown, cut);
    return { ...sheet.columnsOf(shown, note), size, cut, note };
  };
  let now = fitted();
  for (const { id, keeps } of steps)
    for (let part = parts.get(id); part && part.lines.length > keeps; part = parts.get(id)) {
      if (sheet.holds(now, now.note)) return now;
      parts.set(id, { ...part, lines: part.lines.slice(0, -1) });
      now = fitted();
    }
  // Only what is never cut is left, and its lines are short enough for any page.
  return now;
}

const NOUNS: Readonly<Record<BriefPartId, readonly [one: string, many: string]>> = {
  when: ['line on when and where', 'lines on when and where'],
  open: ['opening sentence', 'opening sentences'],
  leave: ['thing to leave behind', 'things to leave behind'],
  stories: ['story', 'stories'],
  figures: ['figure', 'figures'],
  people: ['person', 'people'],
  questions: ['question', 'questions'],
  stated: ['stated figure', 'stated figures'],
  feedback: ['point of feedback', 'points of feedback'],
};

function noteOf(parts: readonly BriefPart[], cut: FittedBrief['cut']): string {
  const left = cut.map(({ part, lines }) => plural(lines, ...NOUNS[part]));
  const clipped = parts.flatMap(({ lines }) => lines).filter((line) => line.clipped === true).length;
  return joined(
    [
      left.length === 0 ? '' : `Left out to fit one page: ${listed(left)}.`,
      clipped === 0 ? '' : `Shortened: ${plural(clipped, 'line')}.`,
    ],
    ' ',
  );
}

/** A sheet of paper, on which a brief is measured in type of one size. */
class Sheet {
  private readonly column: number;
  /** How high each line is, as it is measured once. */
  private readonly heights = new Map<BriefLine, number>();
  private readonly head: number;

  constructor(
    { loop, title }: Brief,
    private readonly size: number,
  ) {
    this.column = (WIDTH - PRINT.columnGap * size) / 2;
    this.head = textHeight(loop, WIDTH, size) + textHeight(title, WIDTH, size * PRINT.title, true);
  }

  holds({ wide, left, right }: BriefColumns, note: string): boolean {
    const column = (parts: readonly BriefPart[]): number => sum(parts.map((part) => this.partHeight(part)));
    const foot = note === '' ? 0 : textHeight(note, WIDTH, this.size) + this.size;
    return this.head + column(wide) + Math.max(column(left), column(right)) + foot <= HEIGHT;
  }

  /**
   * The parts across the page, and the others in two columns as equally high as their order allows; where that does not
   * fit, a part goes on in the second column.
   */
  columnsOf(parts: readonly BriefPart[], note: string): BriefColumns {
    const shown = parts.filter(({ lines }) => lines.length > 0);
    const wide = shown.filter(({ id }) => WIDE_PARTS.includes(id));
    const narrow = shown.filter(({ id }) => !WIDE_PARTS.includes(id));
    const whole = { wide, ...this.split(narrow) };
    return this.holds(whole, note) ? whole : { wide, ...this.split(narrow.flatMap(lineByLine)) };
  }

  private split(pieces: readonly BriefPart[]): Pick<BriefColumns, 'left' | 'right'> {
    const heights = pieces.map((piece) => this.partHeight(piece));
    const total = sum(heights);
    let best = { at: 0, height: Infinity };
    let left = 0;
    for (let at = 0; at <= pieces.length; at += 1) {
      const height = Math.max(left, total - left);
      if (height < best.height) best = { at, height };
      left += heights[at] ?? 0;
    }
    return { left: joinedParts(pieces.slice(0, best.at)), right: joinedParts(pieces.slice(best.at)) };
  }

  private partHeight({ id, title, lines }: BriefPart): number {
    const heading = title === '' ? 0 : this.size * (PRINT.lineHeight + PRINT.heading);
    return heading + sum(lines.map((line) => this.lineHeight(line, id)));
  }

  private lineHeight(line: BriefLine, part: BriefPartId): number {
    const known = this.heights.get(line);
    if (known !== undefined) return known;
    const { size } = this;
    const width = (WIDE_PARTS.includes(part) ? WIDTH : this.column) - PRINT.indent * size;
    const isOpen = part === 'open';
    const height = textHeight(lineWords(line), width, isOpen ? size * PRINT.open : size, isOpen) + PRINT.gap * size;
    this.heights.set(line, height);
    return height;
  }
}

/** A part in pieces of one line each; only the first has its title. */
const lineByLine = ({ id, title, lines }: BriefPart): BriefPart[] =>
  lines.map((line, index) => ({ id, title: index === 0 ? title : '', lines: [line] }));

/** Pieces put together again; one whose beginning is elsewhere says so. */
function joinedParts(pieces: readonly BriefPart[]): BriefPart[] {
  const parts: BriefPart[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last?.id === piece.id) parts[parts.length - 1] = { ...last, lines: [...last.lines, ...piece.lines] };
    else parts.push(piece.title === '' ? { ...piece, title: `${BRIEF_TITLES[piece.id]}, continued` } : piece);
  }
  return parts;
}

const lineWords = ({ label, text, details }: BriefLine): string => joined([label, plainText(text), ...details], ' · ');

/** How high a paragraph is. @param width and @param size in points. */
function textHeight(text: string, width: number, size: number, isBold = false): number {
  const room = width / (size * (isBold ? 1.1 : 1));
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/u)) {
    const wide = widthOf(word);
    if (used > 0 && used + SPACE + wide > room) {
      lines += 1;
      used = 0;
    }
    // A word that is wider than a line is broken anywhere.
    const whole = Math.floor(wide / room);
    lines += whole;
    used += (used > 0 ? SPACE : 0) + wide - whole * room;
  }
  return lines * size * PRINT.lineHeight;
}

/** Widths of characters in em, as wide as the widest of the common typefaces has them in bold. */
const SPACE = 0.36;
const NARROW = /[ijl|!.,:;'’‘`]/u;
const SLIM = /[ftrI()[\]{}\-/\\"“”*]/u;
const BROAD = /[mw@%&—…<>=+~#→−]/iu;
const CAPITAL = /\p{Lu}/u;

function widthOf(word: string): number {
  let width = 0;
  for (const sign of word) {
    const code = sign.codePointAt(0) as number;
    if (code > 0xffff) width += 1.5;
    else if (code > 0x2e7f) width += 1.1;
    else if (NARROW.test(sign)) width += 0.4;
    else if (SLIM.test(sign)) width += 0.52;
    else if (BROAD.test(sign)) width += 1.1;
    else if (CAPITAL.test(sign)) width += 0.86;
    else width += code > 0x24f ? 0.95 : 0.7;
  }
  return width;
}
