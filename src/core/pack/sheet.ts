/** The score sheet of a pack: written for a peer to fill in, and read back however they did. */
import { escapeMarkdown } from '../markdown/escape';
import { outline } from '../markdown/outline';
import { withoutBom } from '../markdown/text';
import { HIRES, scoreOfHire } from '../sessions/hire';
import { scoreOf } from '../sessions/sessionModel';
import { findScored, foldName, LIST_MARK, readScoreLine } from './formLines';
import { FormReader } from './formReader';
import { quietLine } from './quiet';
import { COMMENTS, evidenceOf, POINTS, type Filled, type Returned, type Scored } from './sheetModel';

export const SHEET = 'Score sheet';
const HINTS = {
  sheet:
    '<!-- Write 1, 2, 3 or 4 after each name, and below it what you heard. Leave a line blank where you have no view. -->',
  points: '<!-- One point per line, as specific as you can: each becomes something to do for the next round. -->',
  comments: '<!-- Anything else, in your own words. -->',
};

/** On the scale of the scores. */
const DECISION = `Hire or no hire (${HIRES.map((hire) => `${scoreOfHire(hire)} ${hire}`).join(', ')})`;

/**
 * The sheet as Markdown: three sections of the second level, the comments last.
 * @param isWhole whether to have each competency's anchors beside its score.
 * @param isToFill whether to say what goes where.
 */
export function scoreSheet(
  competencies: readonly Scored[],
  filled: Filled = { scores: {}, comments: '', points: [] },
  isWhole = true,
  isToFill = isWhole,
): string {
  const forms = competencies.map((competency) => form(competency, filled, isWhole));
  const points = filled.points.length > 0 ? filled.points.map((point) => `- ${point}`) : ['-'];
  const hint = (text: string): string[] => (isToFill ? [text, ''] : []);
  const decision = [...(isWhole ? ['### Hire or no hire', ''] : []), `- ${DECISION}: ${filled.hire ?? ''}`.trimEnd()];
  return [
    ...[`## ${SHEET}`, '', ...hint(HINTS.sheet), ...forms.flat(), ...decision, ''],
    ...[`## ${POINTS}`, '', ...hint(HINTS.points), ...points, ''],
    ...[`## ${COMMENTS}`, '', ...hint(HINTS.comments), filled.comments.trim()],
  ]
    .join('\n')
    .trimEnd();
}

/** The lines of one competency. */
function form({ id, title, description = '', anchors = [] }: Scored, filled: Filled, isWhole: boolean): string[] {
  const given = evidenceOf(filled.evidence, id);
  const rubric = [
    `### ${escapeMarkdown(title)}`,
    '',
    ...(description === '' ? [] : [quietLine(description), '']),
    ...anchors.map((anchor, index) => `${index + 1}. ${quietLine(anchor)}`),
    '',
  ];
  return [
    ...(isWhole ? rubric : []),
    `- ${escapeMarkdown(title)} (${id}): ${scoreOf(filled.scores, id) ?? ''}`.trimEnd(),
    ...field('Evidence', given?.evidence ?? ''),
    ...field('Red flags', given?.redFlags ?? ''),
    ...(isWhole ? [''] : []),
  ];
}

/** What was written, as a list item: lines below the first are indented, so that none is taken for another field. */
function field(label: string, markdown: string): string[] {
  const [first = '', ...more] = markdown.split('\n');
  return [`- ${label}: ${first}`.trimEnd(), ...more.map((line) => (line === '' ? '' : `  ${line}`))];
}

/**
 * Reads a returned sheet: a whole pack, or the sheet alone, as in a mail that quotes it. A competency is known by its
 * id or its title, a score by the figure that its line begins with after the colon (`3`, `3/4`, `**3**, because …`).
 * Evidence and red flags stand below the score of their competency.
 * @param text anything; what cannot be understood is reported in `problems`.
 */
export function readSheet(text: string, competencies: readonly Scored[]): Returned {
  const returned = readForm(unquoted(text, competencies), competencies);
  if (!isBlankForm(returned)) return returned;
  const message = `No score was found: write each as a line such as “- ${competencies[0]?.id ?? 'clarity'}: 3”.`;
  return { ...returned, problems: [{ line: 0, message }] };
}

/**
 * Reads a sheet in a file of the user's own, which no mail has quoted. Each of its sections ends at the next heading of
 * the first two levels, so that no other section of the file is taken for a part of the sheet.
 */
export function readOwnSheet(text: string, competencies: readonly Scored[]): Returned {
  return readForm(withLineFeeds(text), competencies, true);
}

/** Whether nothing was scored or decided, and nothing is wrong either. */
export function isBlankForm({ scores, hire, problems }: Returned): boolean {
  return Object.keys(scores).length === 0 && hire === undefined && problems.length === 0;
}

/** @param isBounded whether other headings of the first two levels end the sheet, and the comments. */
function readForm(plain: string, competencies: readonly Scored[], isBounded = false): Returned {
  const sections = outline(plain);
  const sheet =
    sections.find(({ level, title }) => level === 2 && isTitled(title, SHEET)) ??
    sections.find(({ title }) => isTitled(title, SHEET));
  const from = sheet?.contentStart ?? 0;
  const below = sections.filter(({ start, title }) => start >= from && !findScored(title, competencies));
  const part = (name: string) => below.find(({ title }) => isTitled(title, name));
  const points = part(POINTS);
  const comments = part(COMMENTS);
  const ends = [points, comments, isBounded ? { start: sheet?.end } : undefined].flatMap(
    (section) => section?.start ?? [],
  );
  const place = { from, to: Math.min(plain.length, ...ends), hasHeading: sheet !== undefined };
  const { remarks, problems, ...form } = new FormReader(plain, competencies).read(place);
  const list = points
    ? plain.slice(
        points.contentStart,
        !isBounded && comments && comments.start > points.start ? comments.start : points.end,
      )
    : '';
  const written = comments
    ? plain.slice(
        comments.contentStart,
        isBounded ? comments.end : points && points.start > comments.start ? points.start : undefined,
      )
    : '';
  const given = withoutHints(written);
  return {
    ...form,
    comments: [...remarks, ...(given === '' ? [] : [given])].join('\n\n'),
    points: readPoints(withoutHints(list)),
    problems,
  };
}

function withLineFeeds(text: string): string {
  return withoutBom(text).replace(/\r\n?/gu, '\n');
}

const QUOTE = /^(?:[ \t]*>)+[ \t]?/gmu;

/** The text with `\n`, and without the marks of a mail that quotes it, or the quotation below what was filled in. */
function unquoted(text: string, competencies: readonly Scored[]): string {
  const plain = withLineFeeds(text);
  const own = plain.replace(/^[ \t]*>.*$/gmu, '');
  const isQuoted = /^[ \t]*>.*\bscore sheet\b/imu.test(plain) || own.trim() === '';
  if (!isQuoted) return dedented(plain);
  const quoted = plain.replace(/^[ \t]*[^>\s].*$/gmu, '').replace(QUOTE, '');
  const isAnswered = hasScore(own, competencies) && !hasScore(quoted, competencies);
  return dedented(isAnswered ? own : plain.replace(QUOTE, ''));
}

function hasScore(text: string, competencies: readonly Scored[]): boolean {
  return text.split('\n').some((line) => /^[1-4]\b/u.test(readScoreLine(line, competencies)?.value ?? ''));
}

/** Without the indentation that all lines have, as in what was pasted from a block of code. */
function dedented(text: string): string {
  const lines = text.split('\n');
  const common = Math.min(...lines.flatMap((line) => (line.trim() === '' ? [] : [line.search(/[^ \t]/u)])));
  if (!Number.isFinite(common) || common === 0) return text;
  return lines.map((line) => (line.trim() === '' ? line.trimStart() : line.slice(common))).join('\n');
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
    // A line without a mark continues the point above, as in any list.
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

const isTitled = (title: string, name: string): boolean => foldName(title).startsWith(foldName(name));
