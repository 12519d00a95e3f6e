/** Reads drills.md: cards of a question and its answer, in groups. */
import type { Section } from '../markdown/outline';
import { tidy } from '../markdown/text';
import { readCompetencies } from './competencyLine';
import type { Source } from './source';

export interface Drill {
  /** The `##` heading above, or '' where there is none. */
  readonly group: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
  /**
   * Ids of the playbook's competencies: from a line “Competencies: …” of the card, else of its group; empty where there
   * is neither.
   */
  readonly competencies: readonly string[];
}

/**
 * The cards in the order of the file; a card without an answer, or one asked before, is warned of and left out.
 * @param known the ids of the playbook's competencies.
 */
export function readDrills(source: Source, known: ReadonlySet<string> = new Set()): Drill[] {
  const drills: Drill[] = [];
  const asked = new Set<string>();
  let group = '';
  let ofGroup: readonly string[] = [];
  for (const section of source.sections) {
    if (section.level === 2) {
      group = section.title;
      ofGroup = readText(source, section, section.contentEnd, known).competencies ?? [];
    }
    if (section.level !== 3) continue;
    const { text: answer, competencies } = readText(source, section, section.end, known);
    if (answer === '')
      source.warn(`The card “${section.title}” has no answer: write it below the question.`, source.heading(section));
    else if (asked.has(section.title))
      source.warn(`The card “${section.title}” appears twice: remove one.`, source.heading(section));
    else drills.push({ group, question: section.title, answer, competencies: competencies ?? ofGroup });
    asked.add(section.title);
  }
  if (drills.length === 0)
    source.warn(`“${source.path}” has no card: write each question as a “###” heading and its answer below it.`);
  return drills;
}

/** The text below a heading, and what its line of competencies lists, which is not part of the text. */
function readText(
  source: Source,
  { contentStart }: Section,
  end: number,
  known: ReadonlySet<string>,
): { text: string; competencies: readonly string[] | undefined } {
  const lines: string[] = [];
  let competencies: string[] | undefined;
  if (contentStart >= end) return { text: '', competencies };
  for (const line of source.linesIn(contentStart, end)) {
    const listed = readCompetencies(source, line, known);
    if (listed) competencies = [...(competencies ?? []), ...listed];
    else lines.push(source.lineText(line));
  }
  return { text: tidy(lines.join('\n')), competencies };
}
