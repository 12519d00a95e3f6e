/** The score sheet of a pack: written for a peer to fill in, and read back however they did. */
import { parseBlocks } from '../markdown/blocks';
import { escapeMarkdown } from '../markdown/escape';
import { classifyLines, outline } from '../markdown/outline';
import { withoutBom } from '../markdown/text';
import { scoreOf, type CompetencyScore, type Scores } from '../sessions/sessionModel';

/** As much of a competency as a sheet needs. */
export interface Scored {
  readonly id: string;
  readonly title: string;
}

export interface Filled {
  readonly scores: Scores;
  /** Markdown. */
  readonly comments: string;
  /** What to work on, a line a point. */
  readonly points: readonly string[];
}

/** A line of the sheet that cannot be understood. */
export interface SheetProblem {
  /** 0-based line of the text. */
  readonly line: number;
  readonly message: string;
}

export interface Returned extends Filled {
  readonly problems: readonly SheetProblem[];
}

export const SHEET = 'Score sheet';
const POINTS = 'Points to work on';
const COMMENTS = 'Comments';
const HINTS = {
  sheet: '<!-- Write 1, 2, 3 or 4 after each colon; leave a line blank where you have no view. -->',
  points: '<!-- One point per line, as specific as you can: each becomes something to do for the next round. -->',
  comments: '<!-- Anything else, in your own words. -->',
};

/**
 * The sheet as Markdown: three sections of the second level, the comments last. @param hints whether to say in comments
 * what goes where.
 */
export function scoreSheet(
  competencies: readonly Scored[],
  filled: Filled = { scores: {}, comments: '', points: [] },
  hints = true,
): string {
  const lines = competencies.map(({ id, title }) =>
    `- ${escapeMarkdown(title)} (${id}): ${scoreOf(filled.scores, id) ?? ''}`.trimEnd(),
  );
  const points = filled.points.length > 0 ? filled.points.map((point) => `- ${point}`) : ['-'];
  const hint = (text: string): string[] => (hints ? [text, ''] : []);
  return [
    ...[`## ${SHEET}`, '', ...hint(HINTS.sheet), ...lines, ''],
    ...[`## ${POINTS}`, '', ...hint(HINTS.points), ...points, ''],
    ...[`## ${COMMENTS}`, '', ...hint(HINTS.comments), filled.comments.trim()],
  ]
    .join('\n')
    .trimEnd();
}

/**
 * Reads a returned sheet: a whole pack, or the sheet alone, as in a mail that quotes it. A competency is known by its
 * id or its title, a score by the figure that its line begins with after the colon (`3`, `3/4`, `**3**, because …`).
 * @param text anything; what cannot be understood is told in `problems`.
 */
export function readSheet(text: string, competencies: readonly Scored[]): Returned {
  return new SheetReader(text, competencies).read();
}

const QUOTE = /^(?:[ \t]*>)+[ \t]?/gmu;
/** A bullet, a number, or the edge of a table. */
const LIST_MARK = /^[ \t]*(?:[-*+•|]|\d{1,9}[.)])(?:[ \t]+|$)/u;
/** What a name or a figure may be dressed in. */
const MARKS = /[*_`\\]/gu;
/** What stands farther on in a line belongs to no name. */
const LONGEST_NAME = 300;
/** What stands for “no view”. */
const BLANK = /^(?:[-–—_?.…]*|n\/?a|none|no view)$/iu;

class SheetReader {
  private readonly text: string;
  private readonly scores = new Map<string, CompetencyScore>();
  private readonly remarks: string[] = [];
  private readonly problems: SheetProblem[] = [];

  constructor(
    text: string,
    private readonly competencies: readonly Scored[],
  ) {
    const plain = withoutBom(text).replace(/\r\n?/gu, '\n');
    const isQuoted = /^[ \t]*>.*\bscore sheet\b/imu.test(plain) || plain.replace(/^[ \t]*>.*$/gmu, '').trim() === '';
    this.text = isQuoted ? plain.replace(QUOTE, '') : plain;
  }

  read(): Returned {
    const sections = outline(this.text);
    const sheet =
      sections.find(({ level, title }) => level === 2 && isTitled(title, SHEET)) ??
      sections.find(({ title }) => isTitled(title, SHEET));
    const from = sheet?.contentStart ?? 0;
    const part = (name: string) => sections.find(({ start, title }) => start >= from && isTitled(title, name));
    const points = part(POINTS);
    const comments = part(COMMENTS);
    const ends = [points, comments].flatMap((section) => section?.start ?? []);
    this.readScores(from, Math.min(this.text.length, ...ends));
    const list = points
      ? this.text.slice(points.contentStart, comments && comments.start > points.start ? comments.start : points.end)
      : '';
    const written = comments
      ? this.text.slice(comments.contentStart, points && points.start > comments.start ? points.start : undefined)
      : '';
    const given = withoutHints(written);
    if (this.scores.size === 0 && this.problems.length === 0) {
      this.report(
        0,
        `No score was found: write each as a line such as “- ${this.competencies[0]?.id ?? 'clarity'}: 3”.`,
      );
    }
    return {
      scores: Object.fromEntries(this.scores),
      comments: [...this.remarks, ...(given === '' ? [] : [given])].join('\n\n'),
      points: readPoints(withoutHints(list)),
      problems: this.problems,
    };
  }

  private readScores(from: number, to: number): void {
    const blocks = parseBlocks(this.text);
    const kinds = classifyLines(this.text, blocks);
    blocks.lines.forEach(({ start, end }, index) => {
      if (start < from || start >= to || kinds[index] !== 'text') return;
      this.readLine(this.text.slice(start, end), index);
    });
  }

  private readLine(content: string, line: number): void {
    const plain = content.replace(MARKS, '').replace(LIST_MARK, '').trim();
    const separators = [...plain.slice(0, LONGEST_NAME).matchAll(/[:=|–—-]/gu)].map(({ index }) => index);
    // From the right, since one name may begin with another.
    for (const at of separators.reverse()) {
      const competency = this.find(plain.slice(0, at));
      if (competency)
        return this.take(
          competency,
          plain
            .slice(at + 1)
            .replace(/\|\s*$/u, '')
            .trim(),
          line,
        );
    }
    const [, name = ''] = LIST_MARK.test(content) ? (/^([^:=]+)[:=][ \t]*\d/u.exec(plain) ?? []) : [];
    if (name !== '')
      this.report(
        line,
        `“${name.trim()}” is not scored in this round: use ${this.competencies.map(({ id }) => id).join(', ')}.`,
      );
  }

  private take({ id, title }: Scored, value: string, line: number): void {
    if (BLANK.test(value)) return;
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
    const remark = remarkIn(value.slice(figure.length));
    if (remark !== '') this.remarks.push(`**${title} (${score}):** ${remark}`);
  }

  private find(name: string): Scored | undefined {
    const named = fold(name);
    return this.competencies.find(({ id, title }) =>
      [id, title, `${title} (${id})`].some((known) => fold(known) === named),
    );
  }

  private report(line: number, message: string): void {
    this.problems.push({ line, message });
  }
}

/** What is said behind a figure, without “/4” and without what joins the two. */
function remarkIn(rest: string): string {
  const remark = rest
    .trim()
    .replace(/^(?:\/|of|out of)[ \t]*4\b/iu, '')
    .trim();
  return remark.replace(/^[.,;:)–—-]+/u, '').trim();
}

function readPoints(list: string): string[] {
  const points: string[] = [];
  for (const line of list.split('\n')) {
    const text = line
      .replace(LIST_MARK, '')
      .replace(/^\[[ x]\](?:[ \t]+|$)/iu, '')
      .trim();
    const previous = points.at(-1);
    if (text === '') continue;
    // A line without a mark goes on with the point above, as in any list.
    if (LIST_MARK.test(line) || previous === undefined) points.push(text);
    else points[points.length - 1] = `${previous} ${text}`;
  }
  return points;
}

function withoutHints(text: string): string {
  const hints = new Set(Object.values(HINTS));
  return text
    .split('\n')
    .filter((line) => !hints.has(line.trim()))
    .join('\n')
    .trim();
}

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(MARKS, '')
    .replace(/[\s-]+/gu, ' ')
    .trim();
const isTitled = (title: string, name: string): boolean => fold(title).startsWith(fold(name));
