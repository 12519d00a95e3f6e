/** Reads the part of a sheet that has scores, evidence, red flags, and hire or no hire. */
import { missingEndOf, parseBlocks, type Blocks } from '../markdown/blocks';
import { classifyLines, outline, type LineKind, type Section } from '../markdown/outline';
import { tidy } from '../markdown/text';
import { contained } from '../sessions/sessionSections';
import { readHire, type Hire } from '../sessions/hire';
import type { CompetencyScore } from '../sessions/sessionModel';
import { joined } from '../words';
import { findScored, foldName, isBlankValue, plainLine, readField, readScoreLine, unknownName } from './formLines';
import type { FieldName, ScoreLine } from './formLines';
import { COMMENTS, POINTS, type Filled, type Scored, type SheetProblem } from './sheetModel';

/** Between which offsets the form stands. */
export interface FormPlace {
  readonly from: number;
  readonly to: number;
  /** Whether there is a heading over it: then lines of the form below it are in the wrong place. */
  readonly hasHeading: boolean;
}

export interface ReadForm extends Pick<Filled, 'scores' | 'evidence' | 'hire'> {
  /** What was said after a score or a decision, as Markdown, one entry for each remark. */
  readonly remarks: readonly string[];
  readonly problems: readonly SheetProblem[];
}

/** What is being written over several lines. */
interface OpenField {
  readonly name: FieldName | 'remark';
  readonly competency: Scored | undefined;
  readonly line: number;
  /** How deep its first line is indented. */
  readonly depth: number;
  readonly lines: string[];
}

const HEADING = /^ {0,3}#{1,6}[ \t]+(\S.*)$/u;

/** A line that belongs to the list item above. */
const INDENTED = /^(?: {2}|\t)/u;

export class FormReader {
  private readonly blocks: Blocks;
  private readonly kinds: readonly LineKind[];
  private readonly headings: ReadonlyMap<number, Section>;
  private readonly scores = new Map<string, CompetencyScore>();
  /** What each competency's line says: those that the form has. */
  private readonly seen = new Map<string, string>();
  private readonly fields: OpenField[] = [];
  private readonly remarks: string[] = [];
  private readonly problems: SheetProblem[] = [];
  private hire: { readonly hire: Hire; readonly line: number } | undefined;
  private current: Scored | undefined;
  private open: OpenField | undefined;
  /** How deep the line that is read is indented, where that is allowed. */
  private depth = 0;
  /** Between a competency's heading and its score: what it means, and its anchors. */
  private isRubric = false;
  /** Below the heading of the decision. */
  private isDecision = false;

  constructor(
    private readonly text: string,
    private readonly competencies: readonly Scored[],
  ) {
    this.blocks = parseBlocks(text);
    this.kinds = classifyLines(text, this.blocks);
    this.headings = new Map(outline(text, this.blocks).map((section) => [section.line, section]));
  }

  read({ from, to, hasHeading }: FormPlace): ReadForm {
    const { lines } = this.blocks;
    lines.forEach(({ start, end }, index) => {
      if (start >= from && start < to) this.readLine(this.text.slice(start, end), index);
      else if (start >= to && hasHeading) this.readBelow(this.text.slice(start, end), index);
    });
    this.open = undefined;
    this.reportOpenBlock(from, to);
    const evidence = this.readEvidence();
    const remarks = [...this.remarks, ...this.fields.flatMap((field) => this.remarkOf(field))];
    return {
      scores: Object.fromEntries(this.scores),
      ...(Object.keys(evidence).length > 0 ? { evidence } : {}),
      ...(this.hire ? { hire: this.hire.hire } : {}),
      remarks,
      problems: [...this.problems].sort((a, b) => a.line - b.line),
    };
  }

  private readLine(content: string, line: number): void {
    const { open } = this;
    const own = content.trimStart();
    this.depth = content.length - own.length;
    if (!open || !(INDENTED.test(content) || own === '')) this.readOwn(content, line);
    // Under a score the form’s lines are its own however deep they stand; in evidence, deeper ones are the peer’s text.
    else if ((open.name === 'remark' || this.depth <= open.depth) && this.isOfForm(own)) this.readOwn(own, line);
    else open.lines.push(content.replace(INDENTED, ''));
  }

  private readOwn(content: string, line: number): void {
    const { open } = this;
    const isWriting = open !== undefined && isProse(open);
    const kind = this.kinds[line];
    if (kind === 'code' || kind === 'comment' || (kind === 'heading' && !this.takeHeading(line))) {
      if (isWriting) open.lines.push(content);
      return;
    }
    if (kind === 'heading') return;
    const field = readField(content);
    if (field) return this.takeField(field.name, field.value, line);
    const score = readScoreLine(content, this.competencies);
    if (score && (score.isForm || (!isWriting && !this.isRubric))) return this.takeScore(score, line);
    if (isWriting) open.lines.push(content);
    else this.readOther(content, line);
  }

  private isOfForm(content: string): boolean {
    return readField(content) !== undefined || readScoreLine(content, this.competencies)?.isForm === true;
  }

  /** A heading that is the form's: others are a part of what is being written. */
  private takeHeading(line: number): boolean {
    const title = this.headings.get(line)?.title ?? '';
    const competency = findScored(title, this.competencies);
    this.isDecision = !competency && foldName(title).startsWith('hire');
    if (!competency && !this.isDecision) return false;
    this.open = undefined;
    this.current = competency;
    this.isRubric = competency !== undefined;
    return true;
  }

  private takeField(name: FieldName, value: string, line: number): void {
    const label = name === 'evidence' ? 'Evidence' : 'Red flags';
    if (name === 'hire') this.takeHire(value, line);
    else if (this.current) this.begin(name, value, line);
    else this.report(line, `“${label}” belongs to no competency here: move it below the score of one.`);
  }

  private takeHire(value: string, line: number): void {
    const words = value
      .replace(/^[*_`\s]+/u, '')
      .replace(/\|\s*$/u, '')
      .trim();
    this.current = undefined;
    this.open = undefined;
    if (isBlankValue(words)) return;
    const said = readHire(words);
    if (!said) {
      this.report(line, `“${words}” is not a decision: write strong no hire, no hire, hire or strong hire.`);
      return;
    }
    if (this.hire && this.hire.hire !== said.hire) {
      this.report(line, `It says both “${this.hire.hire}” and “${said.hire}”: leave one.`);
      return;
    }
    this.hire = { hire: said.hire, line };
    this.begin('remark', remarkIn(said.rest.replace(/^[*_`]+/u, '')), line);
  }

  private takeScore({ competency, value }: ScoreLine, line: number): void {
    const { id, title } = competency;
    this.current = competency;
    this.isRubric = false;
    this.open = undefined;
    this.seen.set(id, value);
    if (isBlankValue(value)) return;
    const figure = /^\d+(?:[.,]\d+)?/u.exec(value)?.[0] ?? '';
    if (!/^[1-4]$/u.test(figure)) {
      this.report(line, `“${value}” is not a score for “${title}”: write 1, 2, 3 or 4.`);
      return;
    }
    const score = Number(figure) as CompetencyScore;
    const before = this.scores.get(id);
    if (before !== undefined && before !== score) {
      this.report(line, `“${title}” is scored twice, ${before} and ${score}: leave one.`);
      return;
    }
    this.scores.set(id, score);
    this.begin('remark', remarkIn(value.slice(figure.length)), line);
  }

  private readOther(content: string, line: number): void {
    if (this.isDecision && readHire(plainLine(content))) return this.takeHire(plainLine(content), line);
    const name = this.isRubric ? '' : unknownName(content);
    if (name !== '')
      this.report(
        line,
        `“${name}” is not scored in this round: use ${this.competencies.map(({ id }) => id).join(', ')}.`,
      );
    // What is said below a score or a decision belongs to it.
    else if (this.open && content.trim() !== '') this.open.lines.push(content);
  }

  /** Below the form: a score there would be missed. */
  private readBelow(content: string, line: number): void {
    const score = this.kinds[line] === 'text' ? readScoreLine(content, this.competencies) : undefined;
    if (!score?.isForm || this.seen.has(score.competency.id) || !content.includes(`(${score.competency.id})`)) return;
    this.report(
      line,
      `“${score.competency.title}” stands below the score sheet, where nothing is scored: move its lines up into it.`,
    );
  }

  /** A fence or comment that nothing closes swallows what comes below it. */
  private reportOpenBlock(from: number, to: number): void {
    const last = this.blocks.blocks.at(-1);
    if (!last || missingEndOf(this.blocks) === undefined) return;
    const { lines } = this.blocks;
    const start = lines[last.first]?.start ?? 0;
    const isHidden = lines
      .slice(last.first + 1)
      .map((line) => this.text.slice(line.start, line.end))
      .some((content) => this.isOfForm(content) || isBelowForm(content));
    if (start >= from && start < to && isHidden)
      this.report(
        last.first,
        'This block is never closed, so what follows it was not read: close it, or remove this line.',
      );
  }

  private readEvidence(): Record<string, { evidence: string; redFlags: string }> {
    const all = new Map<string, { evidence: string; redFlags: string }>();
    for (const { name, competency, line, lines } of this.fields) {
      if (!competency || (name !== 'evidence' && name !== 'redFlags')) continue;
      const { id, title } = competency;
      const written = tidy(lines.join('\n'));
      if (isBlankValue(written)) continue;
      const given = all.get(id) ?? { evidence: '', redFlags: '' };
      given[name] = joined([given[name], written], '\n\n');
      all.set(id, given);
      // A dash says that the peer has no view; a line that is left blank may have been forgotten.
      if (this.scores.has(id) || (this.seen.get(id) ?? '') !== '' || this.problems.some((each) => each.line === line))
        continue;
      this.report(
        line,
        `“${title}” has ${name === 'evidence' ? 'evidence' : 'red flags'} and no score: write 1, 2, 3 or 4 after its name, or a dash where you have no view.`,
      );
    }
    return Object.fromEntries(all);
  }

  private remarkOf({ name, competency, lines }: OpenField): string[] {
    const remark = name === 'remark' ? contained(tidy(lines.join('\n'))) : '';
    if (remark === '') return [];
    if (competency) return [`**${competency.title} (${this.scores.get(competency.id)}):** ${remark}`];
    const hire = this.hire?.hire ?? '';
    return [`**${hire.slice(0, 1).toUpperCase()}${hire.slice(1)}:** ${remark}`];
  }

  private begin(name: OpenField['name'], first: string, line: number): void {
    this.open = { name, competency: this.current, line, depth: this.depth, lines: [first] };
    this.fields.push(this.open);
  }

  private report(line: number, message: string): void {
    this.problems.push({ line, message });
  }
}

/** A heading of what stands below the form. */
function isBelowForm(content: string): boolean {
  const title = foldName(HEADING.exec(content)?.[1] ?? '');
  return [POINTS, COMMENTS].some((each) => title.startsWith(foldName(each)));
}

/** Whether lines without indentation go on with it, as in a mail. A remark is over where its list item is. */
function isProse({ name }: OpenField): boolean {
  return name === 'evidence' || name === 'redFlags';
}

/** What is said after a figure, without “/4” and without what joins the two. */
function remarkIn(rest: string): string {
  const remark = rest
    .trim()
    .replace(/^(?:\/|of|out of)[ \t]*4\b/iu, '')
    .trim();
  return remark.replace(/^[.,;:)–—-]+/u, '').trim();
}
