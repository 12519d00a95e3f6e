/**
 * Labels as people write them in place of headings: `**Situation:** …`, `Situation: …`, `S: …`, in paragraphs, list
 * items and tables. Which of them are sections, and where these begin and end.
 */
import { isQuoted, type Block, type BlockLine, type Container } from '../markdown/blocks';
import type { LineKind, Section } from '../markdown/outline';
import { isAside, namingOf, sectionsNamed, type Naming, type SectionName } from './storySections';

/** A label that begins a section or notes. Offsets are into the whole text. */
export interface Label {
  /** What it says, without its marks; the section's name for a first letter. */
  readonly title: string;
  /** The sections that it names; empty for notes. */
  readonly names: readonly SectionName[];
  /** `line` for one in running text, `row` and `column` for a cell that says what stands beside or below it. */
  readonly form: 'line' | 'row' | 'column';
  /** 0-based. */
  readonly line: number;
  /** The label with its marks. */
  readonly start: number;
  readonly labelEnd: number;
  /** What stands under it. */
  readonly contentStart: number;
  readonly end: number;
}

export interface Labels {
  /** In the order of what stands under them. */
  readonly labels: readonly Label[];
  /** Parts of the text that say nothing: the labels, and the heads of tables that have them. In order. */
  readonly unsaid: readonly { readonly start: number; readonly end: number }[];
}

/** How sure a label is one: a lone line or one without a colon only among others of its style. */
type Strength = 'firm' | 'weak';

interface Candidate {
  readonly title: string;
  readonly naming: Naming | undefined;
  readonly strength: Strength;
  /** The marks it is written with, and how deep in lists: the labels of a story are written alike. */
  readonly style: string;
  readonly depth: number;
  readonly line: number;
  readonly start: number;
  readonly labelEnd: number;
  /** It is the first in its line. */
  readonly leads: boolean;
}

interface Source {
  readonly text: string;
  readonly lines: readonly BlockLine[];
  readonly kinds: readonly LineKind[];
  /** The whole story is a quotation: then its labels are the story's own. */
  readonly isQuotation: boolean;
}

export const NO_LABELS: Labels = { labels: [], unsaid: [] };
/** A label with its marks is not longer. */
const LONGEST = 56;
const COLON = 58;

/**
 * The labels of a story that has no headings for its sections. Takes linear time.
 * @param headings in order: what stands under a label ends at the next; what stands under “Notes” has no labels.
 */
export function readLabels(source: Source, headings: readonly Section[]): Labels {
  const { text, lines, kinds, isQuotation } = source;
  const found: Candidate[] = [];
  const tables: Table[] = [];
  const colonAfter = colonFinder(text);
  let nextHeading = 0;
  let asideEnd = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const { block, kind, start } = lines[i] as BlockLine;
    for (; (headings[nextHeading]?.start ?? Infinity) <= start; nextHeading += 1) {
      const { title, end } = headings[nextHeading] as Section;
      if (isAside(title)) asideEnd = Math.max(asideEnd, end);
    }
    if (start < asideEnd || kinds[i] !== 'text' || !block || (isQuoted(block.container) && !isQuotation)) continue;
    if (kind === 'table') {
      if (i === block.first) {
        const table = labelledTable(source, block);
        if (table) tables.push(table);
      }
    } else if (kind === 'heading') {
      if (i === block.first && block.last === i + 1) pushUnderlined(source, block, found);
    } else if (kind === 'paragraph') pushLabels(source, i, colonAfter, found);
  }
  const [first] = tables;
  if (first)
    return placed(
      text,
      tables.flatMap(({ labels }) => labels),
      tables.flatMap(({ unsaid }) => unsaid),
    );
  return found.length < 2 ? NO_LABELS : ofRunningText(source, chosen(found), headings);
}

function placed(text: string, labels: readonly Label[], unsaid: Labels['unsaid']): Labels {
  const byContent = [...labels].sort((a, b) => a.contentStart - b.contentStart);
  return { labels: byContent, unsaid: text === '' ? [] : unsaid };
}

/* Labels in running text */

/** `**Situation:**`, `**Situation.**`, `*Situation*:`, `__Situation__ –`, `**Situation**` before a capital letter. */
const MARKED = /^(\*{1,3}|_{1,3})([^*_:]{1,40})(:?)[ \t]*\1([ \t]*:|[ \t]+[-–—](?=[ \t])|)(?=[ \t]|$)/u;
/** `**S**ituation: …` */
const FIRST_LETTER = /^(\*\*|__)(\p{L})\1(\p{L}{2,14}):(?=[ \t]|$)/u;
const PLAIN = /^([\p{L}(\d][^:*_|.!?;\t]{0,40}?)[ \t]*(:|[ \t][-–—](?=[ \t]))(?=[ \t]|$)/u;
/** What may stand before a label: an opening quotation mark, which is the text's, or a symbol, which is the label's. */
const QUOTE = /^["“”'«]/u;
const SYMBOL = /^[\p{So}\u{fe0f}\u{200d}]+[ \t]+/u;
const STARTS_SENTENCE = /^[ \t]+[\p{Lu}\d"“$€£]/u;

/** Gives the first colon at or after an offset; offsets are asked for in order. */
function colonFinder(text: string): (from: number) => number {
  let colon = -2;
  return (from) => {
    if (colon !== -1 && colon < from) colon = text.indexOf(':', from);
    return colon;
  };
}

function pushLabels(
  { text, lines }: Source,
  index: number,
  colonAfter: (from: number) => number,
  found: Candidate[],
): void {
  const { content, end, block } = lines[index] as BlockLine;
  const depth = depthOf(block?.container);
  const head = text.slice(content, Math.min(end, content + LONGEST));
  const quote = QUOTE.exec(head)?.[0].length ?? 0;
  const symbol = SYMBOL.exec(head.slice(quote))?.[0].length ?? 0;
  const start = content + quote;
  const lead = leadLabel(head.slice(quote + symbol), content + LONGEST >= end, block?.first === index);
  let from = content;
  if (lead) {
    const labelEnd = start + symbol + lead.length;
    const { naming, title, strength, mark } = lead;
    found.push({ title, naming, strength, style: `${mark}${depth}`, depth, line: index, start, labelEnd, leads: true });
    from = labelEnd;
  }
  for (let colon = colonAfter(from); colon >= 0 && colon < end; colon = colonAfter(colon + 1)) {
    const within = labelAtColon(text, from, colon, end);
    if (!within) continue;
    found.push({ ...within, style: `${within.mark}${depth}`, depth, line: index, leads: false });
    from = within.labelEnd;
  }
}

interface Lead {
  readonly title: string;
  readonly naming: Naming | undefined;
  readonly strength: Strength;
  readonly mark: string;
  readonly length: number;
}

/** @param head the beginning of the line, whole where `isWhole`. */
function leadLabel(head: string, isWhole: boolean, isFirst: boolean): Lead | undefined {
  const marked = MARKED.exec(head);
  if (marked) {
    const [{ length }, mark = '', title = '', inner = '', outer = ''] = marked;
    const rest = head.slice(length);
    const hasColon = inner !== '' || outer !== '' || title.endsWith('.');
    if (!hasColon && rest.trim() !== '' && !STARTS_SENTENCE.test(rest)) return undefined;
    return leadOf(title, mark, length, hasColon || rest.trim() === '' ? 'firm' : 'weak');
  }
  const first = FIRST_LETTER.exec(head);
  if (first) return leadOf(`${first[2]}${first[3]}`, 'letter', first[0].length, 'firm');
  const plain = PLAIN.exec(head);
  if (plain)
    return leadOf(plain[1] ?? '', plain[2] === ':' ? ':' : '-', plain[0].length, plain[2] === ':' ? 'firm' : 'weak');
  const line = head.trim();
  // A line of a name alone, above its text.
  if (!isWhole || !isFirst || line.length > 24 || /[^\p{L} -]/u.test(line)) return undefined;
  const lone = leadOf(line, 'lone', line.length, 'weak');
  return lone?.naming?.by === 'name' ? lone : undefined;
}

function leadOf(title: string, mark: string, length: number, strength: Strength): Lead | undefined {
  const name = title.trim().replace(/\.$/u, '');
  const naming = namingOf(name);
  if (naming === undefined && !isAside(name)) return undefined;
  const isInitial = naming?.by === 'initial';
  return { title: name, naming, strength, mark: isInitial ? `initial ${mark}` : mark, length };
}

/** Marks and a name behind the end of a sentence, right before a colon. */
const BEFORE_COLON = /[.!?…;][)\]"”’*_]{0,4}[ \t]+((\*{1,2}|__?|)([^:*_.!?…;|]{1,40})(\*{1,2}|__?|))$/u;

function labelAtColon(
  text: string,
  from: number,
  colon: number,
  end: number,
): (Omit<Candidate, 'style' | 'depth' | 'line' | 'leads'> & { readonly mark: string }) | undefined {
  const before = BEFORE_COLON.exec(text.slice(Math.max(from, colon - LONGEST), colon));
  if (!before) return undefined;
  const [, whole = '', opening = '', title = '', closing = ''] = before;
  let labelEnd = colon + 1;
  if (opening !== closing) {
    if (closing !== '' || !text.startsWith(opening, labelEnd)) return undefined;
    labelEnd += opening.length;
    if (text.charCodeAt(labelEnd) === COLON) labelEnd += 1;
  }
  if (labelEnd < end && text[labelEnd] !== ' ' && text[labelEnd] !== '\t') return undefined;
  const naming = namingOf(title.trim());
  if (!naming || naming.by === 'otherName') return undefined;
  const strength = opening === '' ? 'weak' : 'firm';
  const mark = `${naming.by === 'initial' ? 'initial ' : ''}${opening === '' ? ':' : opening}`;
  return { title: title.trim(), naming, strength, mark, start: colon - whole.length, labelEnd };
}

/** A name that is underlined, which Markdown takes for a heading. */
function pushUnderlined({ text, lines }: Source, block: Block, found: Candidate[]): void {
  const { content, end } = lines[block.first] as BlockLine;
  const title = text.slice(content, Math.min(end, content + LONGEST)).trim();
  const naming = namingOf(title);
  if (naming === undefined && !isAside(title)) return;
  const labelEnd = (lines[block.last] as BlockLine).end;
  const depth = depthOf(block.container);
  const place = { depth, line: block.first, start: content, labelEnd, leads: true };
  found.push({ title, naming, strength: 'firm', style: 'underlined', ...place });
}

function depthOf(container: Container | undefined): number {
  let depth = 0;
  for (let at = container; at; at = at.parent) depth += 1;
  return depth;
}

/**
 * The candidates that are labels: those of the style that names most sections, and of other styles those that begin a
 * line and name what that style does not. In a story labelled in bold, “Result: none of us slept.” is a sentence.
 */
function chosen(found: readonly Candidate[]): readonly (Candidate & { readonly names: readonly SectionName[] })[] {
  const styles = new Map<string, Candidate[]>();
  for (const each of found) {
    const own = styles.get(each.style);
    if (own) own.push(each);
    else styles.set(each.style, [each]);
  }
  let best: readonly Candidate[] = [];
  let most = 0;
  for (const candidates of styles.values()) {
    const count = distinct(candidates).size;
    if (count > most) [best, most] = [candidates, count];
  }
  const taken = distinct(best);
  const style = best[0]?.style;
  const all = found.filter(
    (each) =>
      each.style === style ||
      (each.leads &&
        each.naming?.by !== 'initial' &&
        each.depth === best[0]?.depth &&
        !each.naming?.names.some((name) => taken.has(name))),
  );
  if (!areEnough(best, all)) return [];
  const names = sectionsNamed(all.map(({ naming }) => naming));
  return all.flatMap((each, index) => {
    const own = names[index];
    return own === undefined && each.naming !== undefined ? [] : [{ ...each, names: own ?? [] }];
  });
}

function distinct(candidates: readonly Candidate[]): Set<SectionName> {
  const names = sectionsNamed(candidates.map(({ naming }) => naming));
  return new Set(names.flatMap((each) => each ?? []));
}

/**
 * Two names of the contract’s, or three sections in any words. First letters and what is no label on its own need
 * three alike.
 */
function areEnough(best: readonly Candidate[], all: readonly Candidate[]): boolean {
  const alike = distinct(best).size;
  if (best.some(({ naming }) => naming?.by === 'initial')) return alike >= 3;
  if (alike >= 3) return true;
  const firm = all.filter(({ strength }) => strength === 'firm');
  return distinct(firm.filter(({ naming }) => naming?.by === 'name')).size >= 2 || distinct(firm).size >= 3;
}

function ofRunningText(
  { text, lines }: Source,
  found: readonly (Candidate & { readonly names: readonly SectionName[] })[],
  headings: readonly Section[],
): Labels {
  let nextHeading = 0;
  const labels = found.map(({ title, naming, names, line, start, labelEnd }, index): Label => {
    while (nextHeading < headings.length && (headings[nextHeading] as Section).start <= start) nextHeading += 1;
    const next = found[index + 1];
    const nextStart = next ? (next.leads ? (lines[next.line] as BlockLine).start : next.start) : text.length;
    const end = Math.min(nextStart, headings[nextHeading]?.start ?? text.length);
    return {
      title: naming?.by === 'initial' ? names.join(' and ') : title,
      names,
      form: 'line',
      line,
      start,
      labelEnd,
      contentStart: Math.min(end, contentAfter(text, labelEnd)),
      end,
    };
  });
  return { labels, unsaid: labels.map(({ start, labelEnd }) => ({ start, end: labelEnd })) };
}

/** Where text goes on behind a label: in its line, else with the next. */
function contentAfter(text: string, labelEnd: number): number {
  let at = labelEnd;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) at += 1;
  if (at < text.length && text[at] !== '\n' && text[at] !== '\r') return at;
  if (text.startsWith('\r\n', at)) return at + 2;
  return Math.min(text.length, at + 1);
}

/* Labels in tables */

interface Table {
  readonly labels: readonly Label[];
  readonly unsaid: Labels['unsaid'];
}

interface Cell {
  /** Without the blanks around it. */
  readonly start: number;
  readonly end: number;
}

/** A table with the sections in its first column, or in its head; undefined for any other. */
function labelledTable({ text, lines }: Source, block: Block): Table | undefined {
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
): Table {
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
): Table {
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
  if (end - start > LONGEST) return '';
  return text.slice(start, end).replace(/[*_]+/gu, '').replace(/:\s*$/u, '').trim();
}

/** The cells of a row: bars part them, unless a backslash stands before. */
function cellsOf(text: string, { content, end }: BlockLine): Cell[] {
  const cells: Cell[] = [];
  let from = text[content] === '|' ? content + 1 : content;
  for (let at = from; at <= end; at += 1) {
    if (at < end && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    // Behind the last bar there is no cell.
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
