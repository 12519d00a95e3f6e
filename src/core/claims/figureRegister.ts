/** The figures of a loop by what they measure, for the view and the page: those that differ first. */
import { lineIndexAt, splitLines } from '../markdown/text';
import type { FilePlace } from '../place';
import { plural } from '../words';
import type { ClaimFinding, Figure, FigureRole, FigureSource, FileFigures } from './claimModel';
import { comparable } from './sameFigure';

/** More measures than this are not listed. */
const MOST_MEASURES = 500;

export interface FigurePlace extends Required<Pick<FilePlace, 'path' | 'start' | 'end' | 'line'>> {
  /** The figure as written. */
  readonly text: string;
  readonly role: FigureRole;
  readonly source: FigureSource;
  /** The file's title. */
  readonly title: string;
  /** What is wrong with it here. */
  readonly problem: ClaimFinding['code'] | undefined;
}

export interface MeasuredFigures {
  /** Unique in the register, and the same while the measure is the same. */
  readonly id: string;
  /** What is measured: “p99 latency”. */
  readonly measure: string;
  readonly places: readonly FigurePlace[];
  /** Something is wrong with one of its places. */
  readonly hasProblem: boolean;
}

/** “I’m looking for $190k” does not say what it measures; in “around 190”, not even that it is money. */
const PAY_ASKED = 'pay asked for';

/** Every figure that says what it measures, by that; in one measure the stories' come first. */
export function figureRegister(files: readonly FileFigures[], findings: readonly ClaimFinding[]): MeasuredFigures[] {
  const problems = new Map(findings.map((finding) => [`${finding.path} ${finding.start}`, finding]));
  const groups = new Map<string, { measure: string; places: FigurePlace[] }>();
  const add = (key: string, measure: string, place: FigurePlace): void => {
    const group = groups.get(key) ?? { measure, places: [] };
    groups.set(key, group);
    group.places.push(place);
  };
  const listed = new Set<ClaimFinding>();
  for (const file of files)
    for (const figure of file.figures) {
      const finding = problems.get(`${file.path} ${figure.start}`);
      const measure = measureInWords(figure);
      if (measure === '') continue;
      if (finding) listed.add(finding);
      add(keyOf(figure), measure, placeOf(file, figure, finding?.code));
    }
  const unlisted = findings.filter((finding) => finding.code === 'contradicts-stated' && !listed.has(finding));
  const asking = new Set(unlisted.map(({ path }) => path));
  for (const file of files) {
    if (!asking.has(file.path)) continue;
    const lines = splitLines(file.text);
    for (const ask of unlisted)
      if (ask.path === file.path) add(PAY_ASKED, PAY_ASKED, placeOfAsk(file, ask, lineIndexAt(lines, ask.start)));
  }
  return [...groups]
    .map(([id, { measure, places }]): MeasuredFigures => {
      const hasProblem = places.some(({ problem }) => problem !== undefined);
      return { id, measure, places: [...places].sort((a, b) => rank(a) - rank(b)), hasProblem };
    })
    .sort((a, b) => Number(b.hasProblem) - Number(a.hasProblem) || b.places.length - a.places.length)
    .slice(0, MOST_MEASURES);
}

const SOURCES: readonly FigureSource[] = ['story', 'case', 'sheet', 'script', 'offer'];
const rank = ({ source }: FigurePlace): number => SOURCES.indexOf(source);

const keyOf = (figure: Figure): string =>
  [
    comparable(figure.quantity).dimension,
    [...figure.qualifiers].sort().join(','),
    [...figure.stems].sort().join(','),
    figure.mode === 'part' ? 'part' : '',
  ].join('|');

/** What a figure measures, in the words of its sentence; empty where it does not say. */
export function measureInWords({ measure, mode }: Figure): string {
  return measure === '' || mode !== 'part' ? measure : `share of ${measure}`;
}

const placeOf = (
  { path, source, title }: FileFigures,
  { start, end, line, quantity, role }: Figure,
  problem: ClaimFinding['code'] | undefined,
): FigurePlace => ({ path, source, title, start, end, line, role, problem, text: oneLine(quantity.text) });

const placeOfAsk = (
  { path, source, title, text }: FileFigures,
  { start, end, code }: ClaimFinding,
  line: number,
): FigurePlace => ({
  path,
  source,
  title,
  start,
  end,
  line,
  role: 'plan',
  problem: code,
  text: oneLine(text.slice(start, end)),
});

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').slice(0, 80);

/** What a figure is, where it is not simply claimed. */
export const ROLE_WORDS: Readonly<Partial<Record<FigureRole, string>>> = {
  old: 'before',
  goal: 'goal',
  plan: 'planned or asked for',
  passing: 'on the way',
  theirs: 'of others',
};

/** What is wrong with a figure, in a word or two. */
export const PROBLEM_WORDS: Readonly<Record<ClaimFinding['code'], string>> = {
  'figure-differs': 'differs',
  'figure-unsupported': 'not supported',
  'claim-retracted': 'retracted',
  'contradicts-stated': 'not what you stated',
};

type LinkTo = (path: string, line: number) => string;

/**
 * The register as a page of Markdown.
 * @param loop what the loop is called.
 * @param linkTo the link to a line of a file, from the file's path and the line's number from 0.
 */
export function figuresPage(loop: string, measures: readonly MeasuredFigures[], linkTo: LinkTo): string {
  const head = `# Figures: ${escaped(loop)}\n\n`;
  if (measures.length === 0)
    return `${head}There is no figure yet. Write a story with what it changed, such as “p99 latency fell from 120 ms to 35 ms”: every figure of your stories, scripts, cheat sheet, case and offer is listed here by what it measures.\n`;
  const wrong = measures.filter(({ hasProblem }) => hasProblem);
  const right = measures.filter(({ hasProblem }) => !hasProblem);
  const count = measures.reduce((sum, { places }) => sum + places.length, 0);
  const parts = [`${plural(count, 'figure')} of ${plural(measures.length, 'measure')}.`];
  if (wrong.length > 0) parts.push(`## To look at\n\n${wrong.map((one) => section(one, linkTo)).join('\n\n')}`);
  if (right.length > 0) parts.push(`## In agreement\n\n${right.map((one) => section(one, linkTo)).join('\n\n')}`);
  return `${head}${parts.join('\n\n')}\n`;
}

function section({ measure, places }: MeasuredFigures, linkTo: LinkTo): string {
  const rows = places.map((place) => {
    const { path, text, line, role, problem } = place;
    const link = linkTo(path, line).replace(/[()<>\s]/gu, (c) => `%${c.charCodeAt(0).toString(16)}`);
    const notes = [ROLE_WORDS[role], problem && PROBLEM_WORDS[problem]].filter((note) => note !== undefined);
    const said = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
    return `- **${escaped(text)}**${said}: [${escaped(path)}, line ${line + 1}](${link})`;
  });
  return `### ${escaped(measure)}\n\n${rows.join('\n')}`;
}

const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#]/gu, '\\$&');
