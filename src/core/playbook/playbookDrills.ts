/** Reads drills.md: cards of a question and its answer, in groups. */
import type { Section } from '../markdown/outline';
import { tidy, type Line } from '../markdown/text';
import type { Span } from '../ports';
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
  /** From a line “Result: …” of a card that has a worked figure: which of its results the card asks for. */
  readonly asks?: AskedResult;
}

/** A result that is asked for and typed. */
export interface AskedResult extends Span {
  /** As the card has it; `start` and `end` are its place in the file. */
  readonly name: string;
  /** How far an answer may be off, as a share of the result; undefined where the card does not say. */
  readonly tolerance: number | undefined;
}

/** “Result: partitions”, “Result: partitions ± 5 %”. */
const RESULT = /^\**Result:\**[ \t]*/iu;
const TOLERANCE = /^(\d{1,3}(?:\.\d{1,3})?)[ \t]*%$/u;
const FENCE = /^[ \t]*(?:`{3,}|~{3,})/u;
/** What opens a worked figure, which `core/blocks` works out. */
const WORKED = /^[ \t]*(?:`{3,}|~{3,})[ \t]*(?:latency-budget|capacity|estimate)(?=[ \t]|$)/u;

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
    const { text: answer, competencies, asks } = readText(source, section, section.end, known);
    if (answer === '') source.warn(noAnswer(section.title), source.heading(section));
    else if (asked.has(section.title))
      source.warn(`The card “${section.title}” appears twice: remove one.`, source.heading(section));
    else
      drills.push({
        group,
        question: section.title,
        answer,
        competencies: competencies ?? ofGroup,
        ...(asks ? { asks } : {}),
      });
    asked.add(section.title);
  }
  if (drills.length === 0)
    source.warn(`“${source.path}” has no card: write each question as a “###” heading and its answer below it.`);
  return drills;
}

/** What is said of a card that has no answer. */
export function noAnswer(question: string): string {
  return `The card “${question}” has no answer: write it below the question.`;
}

interface CardText {
  readonly text: string;
  readonly competencies: readonly string[] | undefined;
  readonly asks: AskedResult | undefined;
}

/** The text below a heading, and what its lines of competencies and of a result say, which are not part of the text. */
function readText(source: Source, { contentStart }: Section, end: number, known: ReadonlySet<string>): CardText {
  if (contentStart >= end) return { text: '', competencies: undefined, asks: undefined };
  const all = source.linesIn(contentStart, end);
  const asked = askedIn(source, all);
  const lines: string[] = [];
  let competencies: string[] | undefined;
  for (const line of all) {
    if (line === asked?.line) continue;
    const listed = readCompetencies(source, line, known);
    if (listed) competencies = [...(competencies ?? []), ...listed];
    else lines.push(source.lineText(line));
  }
  return { text: tidy(lines.join('\n')), competencies, asks: asked?.asks };
}

/** The first line “Result: …” outside the fences of a card that has a worked figure. */
function askedIn(
  source: Source,
  lines: readonly Line[],
): { readonly line: Line; readonly asks: AskedResult } | undefined {
  let isInFence = false;
  let isWorked = false;
  let found: { readonly line: Line; readonly asks: AskedResult } | undefined;
  for (const line of lines) {
    const text = source.lineText(line);
    if (FENCE.test(text)) {
      isInFence = !isInFence;
      isWorked ||= isInFence && WORKED.test(text);
    }
    if (isInFence || found) continue;
    const label = RESULT.exec(text)?.[0];
    if (label === undefined) continue;
    const sign = text.lastIndexOf('±');
    const percent = sign < 0 ? undefined : TOLERANCE.exec(text.slice(sign + 1).trim())?.[1];
    const name = text.slice(label.length, percent === undefined ? undefined : sign).trim();
    if (name === '') continue;
    const start = line.start + label.length;
    const tolerance = percent === undefined ? undefined : Number(percent) / 100;
    found = { line, asks: { name, tolerance, start, end: start + name.length } };
  }
  return isWorked ? found : undefined;
}
