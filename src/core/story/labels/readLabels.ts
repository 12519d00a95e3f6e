/**
 * Labels as people write them in place of headings: `**Situation:** …`, `Situation: …`, `S: …`, in paragraphs, list
 * items and tables. Which of them are sections, and where these begin and end.
 */
import { isQuoted, type BlockLine } from '../../markdown/blocks';
import type { Section } from '../../markdown/outline';
import { isAside, sectionsNamed, type SectionName } from '../storySections';
import { colonFinder, pushLabels, pushUnderlined, type LabelCandidate } from './labelsInLines';
import { labelledTable, type LabelledTable } from './labelsInTables';
import type { Label, Labels, LabelSource } from './labelTypes';

export const NO_LABELS: Labels = { labels: [], unsaid: [] };

/**
 * The labels of a story that has no headings for its sections. Takes linear time.
 * @param headings in order: what stands under a label ends at the next; what stands under “Notes” has no labels.
 */
export function readLabels(source: LabelSource, headings: readonly Section[]): Labels {
  const { text, lines, kinds, isQuotation } = source;
  const found: LabelCandidate[] = [];
  const tables: LabelledTable[] = [];
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
  if (tables.length > 0) {
    const labels = tables.flatMap((table) => table.labels);
    return {
      labels: labels.sort((a, b) => a.contentStart - b.contentStart),
      unsaid: tables.flatMap(({ unsaid }) => unsaid),
    };
  }
  return found.length < 2 ? NO_LABELS : ofRunningText(source, chosen(found), headings);
}

/**
 * The candidates that are labels: those in the style that names the most sections, and those in other styles that begin
 * a line and name a section that this style does not. In a story labelled in bold, “Result: none of us slept.” is a
 * sentence.
 */
function chosen(
  found: readonly LabelCandidate[],
): readonly (LabelCandidate & { readonly names: readonly SectionName[] })[] {
  const styles = new Map<string, LabelCandidate[]>();
  for (const each of found) {
    const own = styles.get(each.style);
    if (own) own.push(each);
    else styles.set(each.style, [each]);
  }
  let best: readonly LabelCandidate[] = [];
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

function distinct(candidates: readonly LabelCandidate[]): Set<SectionName> {
  const names = sectionsNamed(candidates.map(({ naming }) => naming));
  return new Set(names.flatMap((each) => each ?? []));
}

/**
 * Two of the contract’s names, or three sections in any words. First letters, and candidates that are not labels on
 * their own, need three alike.
 */
function areEnough(best: readonly LabelCandidate[], all: readonly LabelCandidate[]): boolean {
  const alike = distinct(best).size;
  if (best.some(({ naming }) => naming?.by === 'initial')) return alike >= 3;
  if (alike >= 3) return true;
  const firm = all.filter(({ strength }) => strength === 'firm');
  return distinct(firm.filter(({ naming }) => naming?.by === 'name')).size >= 2 || distinct(firm).size >= 3;
}

function ofRunningText(
  { text, lines }: LabelSource,
  found: readonly (LabelCandidate & { readonly names: readonly SectionName[] })[],
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

/** Where the text goes on after a label: in the same line, otherwise in the next. */
function contentAfter(text: string, labelEnd: number): number {
  let at = labelEnd;
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) at += 1;
  if (at < text.length && text[at] !== '\n' && text[at] !== '\r') return at;
  if (text.startsWith('\r\n', at)) return at + 2;
  return Math.min(text.length, at + 1);
}
