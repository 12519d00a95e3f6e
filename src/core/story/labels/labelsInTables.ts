/** Labels in tables: a column of them, or a head. */
import type { Block, BlockLine } from '../../markdown/blocks';
import { namingOf, sectionsNamed, type SectionName } from '../storySections';
import { LONGEST_LABEL, type Label, type Labels, type LabelSource } from './labelTypes';

/** The labels of a table. */
export interface LabelledTable {
  readonly labels: readonly Label[];
  readonly unsaid: Labels['unsaid'];
}

interface Cell {
  /** Without the blanks around it. */
  readonly start: number;
  readonly end: number;
}

/** A table with the sections in its first column, or in its head; undefined for any other. */
export function labelledTable({ text, lines }: LabelSource, block: Block): LabelledTable | undefined {
  const rows: { readonly line: number; readonly cells: readonly Cell[] }[] = [];
  for (let line = block.first; line <= block.last; line += 1)
    if (line !== block.first + 1) rows.push({ line, cells: cellsOf(text, lines[line] as BlockLine) });
  const [head, ...body] = rows;
  if (!head || body.length === 0) return undefined;
  const firsts = namedCells(
    text,
    rows.map(({ cells }) => cells[0]),
  );
  const heads = namedCells(text, head.cells);
  if (firsts.count + heads.count === 0) return undefined;
  return firsts.count > heads.count
    ? byRows(text, lines, rows, firsts.names)
    : byColumns(text, head, body, heads.names);
}

/** The sections that cells name, and how many these are; none where they are too few to be a story's. */
function namedCells(
  text: string,
  cells: readonly (Cell | undefined)[],
): { readonly names: readonly (readonly SectionName[] | undefined)[]; readonly count: number } {
  const namings = cells.map((cell) => (cell ? namingOf(cellTitle(text, cell)) : undefined));
  const names = sectionsNamed(namings);
  const count = new Set(names.flatMap((each) => each ?? [])).size;
  const own = namings.flatMap((naming) => (naming?.by === 'name' ? naming.names : []));
  return count >= 3 || new Set(own).size >= 2 ? { names, count } : { names: [], count: 0 };
}

type Row = { readonly line: number; readonly cells: readonly Cell[] };

function byRows(
  text: string,
  lines: readonly BlockLine[],
  rows: readonly Row[],
  names: readonly (readonly SectionName[] | undefined)[],
): LabelledTable {
  const unsaid: { start: number; end: number }[] = [];
  const labels = rows.flatMap(({ line, cells }, index): Label[] => {
    const own = names[index];
    const [cell] = cells;
    const { end } = lines[line] as BlockLine;
    if (!own || !cell) {
      // A head such as “Part | Story” says nothing.
      if (index === 0) unsaid.push({ start: cell?.start ?? end, end });
      return [];
    }
    unsaid.push(cell);
    const contentStart = cells[1]?.start ?? end;
    return [
      {
        title: titleOf(text, cell, own),
        names: own,
        form: 'row',
        line,
        start: cell.start,
        labelEnd: cell.end,
        contentStart,
        end,
      },
    ];
  });
  return { labels, unsaid };
}

function byColumns(
  text: string,
  { line, cells }: Row,
  body: readonly Row[],
  names: readonly (readonly SectionName[] | undefined)[],
): LabelledTable {
  const labels = body.flatMap((row) =>
    cells.flatMap((cell, index): Label[] => {
      const own = names[index];
      const content = row.cells[index];
      if (!own || !content) return [];
      const { start, end } = content;
      return [
        {
          title: titleOf(text, cell, own),
          names: own,
          form: 'column',
          line,
          start: cell.start,
          labelEnd: cell.end,
          contentStart: start,
          end,
        },
      ];
    }),
  );
  return { labels, unsaid: cells };
}

function titleOf(text: string, cell: Cell, names: readonly SectionName[]): string {
  const title = cellTitle(text, cell);
  return title.length > 1 ? title : names.join(' and ');
}

/** What a cell says, without marks of emphasis and a colon. */
function cellTitle(text: string, { start, end }: Cell): string {
  if (end - start > LONGEST_LABEL) return '';
  return text.slice(start, end).replace(/[*_]+/gu, '').replace(/:\s*$/u, '').trim();
}

/** The cells of a row: bars separate them, except after a backslash. */
function cellsOf(text: string, { content, end }: BlockLine): Cell[] {
  const cells: Cell[] = [];
  let from = text[content] === '|' ? content + 1 : content;
  for (let at = from; at <= end; at += 1) {
    if (at < end && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    // After the last bar there is no cell.
    if (at < end || text.slice(from, at).trim() !== '') cells.push(trimmedCell(text, from, at));
    from = at + 1;
  }
  return cells;
}

function trimmedCell(text: string, from: number, to: number): Cell {
  let start = from;
  let end = to;
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start += 1;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
  return { start, end };
}
