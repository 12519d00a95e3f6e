/** Reads drills.md: cards of a question and its answer, in groups. */
import type { Source } from './source';

export interface Drill {
  /** The `##` heading above, or '' where there is none. */
  readonly group: string;
  readonly question: string;
  /** Markdown. */
  readonly answer: string;
}

/** The cards in the order of the file; a card without an answer, or one asked before, is warned of and left out. */
export function readDrills(source: Source): Drill[] {
  const drills: Drill[] = [];
  const asked = new Set<string>();
  let group = '';
  for (const section of source.sections) {
    if (section.level === 2) group = section.title;
    if (section.level !== 3) continue;
    const answer = source.markdown(section.contentStart, section.end);
    if (answer === '') source.warn(`The card “${section.title}” has no answer: write it below the question.`, source.heading(section));
    else if (asked.has(section.title)) source.warn(`The card “${section.title}” stands twice: remove one.`, source.heading(section));
    else drills.push({ group, question: section.title, answer });
    asked.add(section.title);
  }
  if (drills.length === 0) source.warn(`“${source.path}” has no card: write each question as a “###” heading and its answer below it.`);
  return drills;
}
