/** One Markdown file of a playbook while it is read: its parts as text, and its problems with their places. */
import { outline, type Section } from '../markdown/outline';
import { lineIndexAt, splitLines, textStart, tidy, type Line } from '../markdown/text';
import type { Problem } from '../ports';

export class Source {
  readonly problems: Problem[] = [];
  readonly sections: readonly Section[];
  private readonly lines: readonly Line[];

  /** @param path relative to the playbook's folder. */
  constructor(
    readonly path: string,
    readonly text: string,
  ) {
    this.sections = outline(text);
    this.lines = splitLines(text);
  }

  get isEmpty(): boolean {
    return this.text.trim() === '';
  }

  /** The first section with this title at this level, letter case aside. */
  section(level: number, title: string): Section | undefined {
    return this.sections.find((s) => s.level === level && s.title.toLowerCase() === title.toLowerCase());
  }

  /** The sections one level below `parent`, in order. */
  children(parent: Section): Section[] {
    return this.sections.filter(
      (s) => s.level === parent.level + 1 && s.start >= parent.contentStart && s.start < parent.end,
    );
  }

  /** The lines from the one that `start` stands in to the one that begins before `end`. */
  linesIn(start: number, end: number): Line[] {
    const first = lineIndexAt(this.lines, start);
    let last = first;
    while (last < this.lines.length && (this.lines[last] as Line).start < end) last++;
    return this.lines.slice(first, last);
  }

  lineText(line: Line): string {
    return this.text.slice(line.start, line.end);
  }

  /** The text between two offsets as Markdown: `\n` line breaks, no byte-order mark, no blank lines around. */
  markdown(start = 0, end = this.text.length): string {
    return tidy(this.text.slice(Math.max(start, textStart(this.text)), end));
  }

  warn(message: string, at: { readonly start: number; readonly end: number } = this.firstLine()): void {
    this.problems.push({ path: this.path, start: at.start, end: at.end, message, severity: 'warning' });
  }

  /** The range of a section's heading. */
  heading(section: Section): { start: number; end: number } {
    return { start: section.start, end: section.headingEnd };
  }

  /** The range of the first line with something on it. */
  private firstLine(): { start: number; end: number } {
    const { start, end } = this.lines.find((line) => this.lineText(line).trim() !== '') ?? {
      start: 0,
      end: this.text.length,
    };
    return { start, end };
  }
}
