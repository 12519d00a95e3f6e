/**
 * Reads claims.md, the list of figures that the user no longer uses. Each is an item of a list:
 * `- 40% fewer tickets · retracted: the dashboard counted them twice`. A link to a file limits it to that file.
 */
import { parseBlocks } from '../markdown/blocks';
import { linkTarget } from '../markdown/links';
import { classifyLines } from '../markdown/outline';
import { endOfLine, type TextEdit } from '../markdown/text';
import { percentDecoded } from '../percentDecoded';
import type { TextProblem } from '../ports';
import type { FigureMode, Retraction } from './claimModel';
import { readFigures } from './readFigures';

/** The file in the prep folder. */
export const CLAIMS_FILE = 'claims.md';
const LONGEST_ITEM = 2000;
/** More retractions than this are not read. */
const MOST_RETRACTIONS = 200;
const ITEM = /^[ \t]{0,8}(?:[-*+]|\d{1,9}[.)])[ \t](.*)$/u;
const MARK = /\bretracted\b/iu;
/** What may stand between the figure, the word and the reason. */
const JOINTS: ReadonlySet<string> = new Set([...' \t·—–-:,()']);
const LINK = /\]\(([^()\s]{1,300})\)/u;

export interface Retractions {
  readonly retractions: readonly Retraction[];
  /** Items that say “retracted” and cannot be used. */
  readonly problems: readonly TextProblem[];
}

/** The figures that claims.md retracts. Never throws; takes linear time. */
export function readRetractions(text: string): Retractions {
  const retractions: Retraction[] = [];
  const problems: TextProblem[] = [];
  const parsed = parseBlocks(text);
  const kinds = classifyLines(text, parsed);
  for (const [index, { start, end }] of parsed.lines.entries()) {
    if (retractions.length + problems.length >= MOST_RETRACTIONS) break;
    if (kinds[index] !== 'text' || end - start > LONGEST_ITEM) continue;
    const said = ITEM.exec(text.slice(start, end))?.[1];
    const mark = said === undefined ? null : MARK.exec(said);
    if (said === undefined || mark === null) continue;
    const at = { start: end - said.length, end };
    // “Retracted: 40% fewer tickets” gives the figure after the word, and no reason.
    const [before, after] = [said.slice(0, mark.index).trim(), said.slice(mark.index + mark[0].length)];
    const isFirst = before === '';
    const what = isFirst ? after : before;
    const reason = isFirst ? '' : withoutJoints(after);
    const link = LINK.exec(said)?.[1];
    const about = link === undefined ? undefined : (percentDecoded(link) ?? link).replace(/^\.\//u, '');
    const figure = readFigures(CLAIMS_FILE, what, 'offer').figures[0];
    if (!figure) {
      const message =
        'No figure stands here: write it with its unit and what it measures, such as “40% fewer tickets”.';
      problems.push({ ...at, message, severity: 'warning' });
    } else if (figure.stems.size === 0 && about === undefined) {
      const message = 'Say what this figure measures, such as “300 ms search latency”: a bare figure matches nothing.';
      problems.push({ ...at, message, severity: 'warning' });
    } else retractions.push({ ...at, figure, reason, about });
  }
  return { retractions, problems };
}

function withoutJoints(text: string): string {
  let start = 0;
  while (start < text.length && JOINTS.has(text[start] as string)) start += 1;
  return text.slice(start).trim();
}

/** A figure to retract, as its file says it. */
interface RetractedFigure {
  readonly figure: string;
  readonly measure: string;
  readonly mode: FigureMode;
  /** Of its file, relative to the prep folder. */
  readonly path: string;
  /** Why; may be empty. */
  readonly reason: string;
}

/**
 * The edit that adds a retraction to claims.md.
 * @param text what the file says; undefined where there is none.
 */
export function retractionEdit(
  text: string | undefined,
  { figure, measure, mode, path, reason }: RetractedFigure,
): TextEdit {
  const of = measure === '' || figure.includes(measure) ? '' : `${mode === 'part' ? ' of' : ''} ${measure}`;
  const what = `${figure}${of}`.replace(/\s+/gu, ' ').replace(/\bretracted\b/giu, '');
  const link = linkTarget(path);
  const why = reason === '' ? '' : `: ${reason.replace(/\s+/gu, ' ')}`;
  const item = `- [${titleOf(path)}](${link}): ${what} · retracted${why}`;
  if (text === undefined) return { start: 0, end: 0, newText: `# Figures I no longer use\n\n${item}\n` };
  const eol = endOfLine(text);
  const lead = text === '' || text.endsWith('\n') ? '' : eol;
  return { start: text.length, end: text.length, newText: `${lead}${item}${eol}` };
}

const titleOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.md$/iu, '')
    .replace(/[[\]\\]/gu, '')
    .replace(/-+/gu, ' ');
