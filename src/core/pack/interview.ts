/**
 * An interview that the user holds for a peer, with the roles of a mock swapped: one file to conduct it by and to fill
 * in. It lies in a folder of its own, from which nothing of the user's practice is read: no session, score or trend.
 */
import { date, required, words } from '../frontMatter/valueReaders';
import { FrontMatterReader } from '../frontMatter/frontMatterReader';
import { parseFrontMatter } from '../frontMatter/parseFrontMatter';
import { yamlScalar } from '../frontMatter/yamlText';
import type { CalendarDate } from '../days/dates';
import { conflictProblems, ourSide } from '../markdown/conflict';
import { escapeMarkdown } from '../markdown/escape';
import { deeper, outline } from '../markdown/outline';
import { splitLines } from '../markdown/text';
import type { TextProblem } from '../ports';
import { oneLine } from '../sessions/markers';
import { numbered, slug } from '../slug';
import type { Pack } from './pack';
import { packSection, partsAsFile, roundParts } from './packMarkdown';
import { quiet } from './quiet';
import { isBlankForm, readOwnSheet, scoreSheet, SHEET } from './sheet';
import type { Filled, Scored } from './sheetModel';

/** The folder of a loop that holds the interviews of peers. */
export const INTERVIEWS_FOLDER = 'interviews';

/** Whether a path, relative to the prep folder and with `/`, is that of an interview of a peer. */
export function isInterviewPath(path: string): boolean {
  return /^[^/]+\/interviews\/[^/]+\.md$/u.test(path);
}

export interface Interview {
  /** The round's id in the playbook. */
  readonly round: string;
  /** The name of whom the user interviews. */
  readonly peer: string;
  readonly date: CalendarDate | undefined;
  /** The title of the prompt that is asked. */
  readonly prompt: string | undefined;
}

export interface FilledInterview extends Interview {
  readonly form: Filled;
  /** Whether nothing is scored or decided yet. */
  readonly isBlank: boolean;
  /** What cannot be understood. Without any, all that is scored is in `form`. */
  readonly problems: readonly TextProblem[];
}

/** The name of an interview's file: `2026-12-01-system-design-for-sam-park.md`. @param number 2 for the second. */
export function interviewFileName({ round, peer, date: day }: Interview, number = 1): string {
  const name = numbered(slug(`${round} for ${peer}`, 'round'), number);
  return `${day === undefined ? '' : `${day}-`}${name}.md`;
}

const NOTES_HINT = '<!-- For you alone: this section is not exported. -->';

/**
 * The text of a new interview's file: the round as the interviewer needs it, then notes of the user's own, then the
 * form.
 * @param guide the round's guide, as Markdown.
 */
export function writeInterview(interview: Interview, pack: Pack, guide: string): string {
  const { round, peer, date: day, prompt } = interview;
  const keys = { round, peer: oneLine(peer), date: day, prompt: prompt === undefined ? undefined : oneLine(prompt) };
  const front = Object.entries(keys).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}: ${yamlScalar(value)}`],
  );
  return partsAsFile([
    ['---', ...front, '---'].join('\n'),
    `# ${escapeMarkdown(pack.title)}: you interview ${escapeMarkdown(oneLine(peer))}`,
    [pack.loop, ...pack.facts].map(escapeMarkdown).join(' · '),
    ...roundParts(pack),
    packSection('The candidate’s guide', guide.trim() === '' ? '' : deeper(quiet(guide), 2)),
    packSection('Notes', NOTES_HINT),
    scoreSheet(pack.competencies),
  ]);
}

const INTERVIEW_KEYS = {
  round: required(words(), 'The interview does not say which round it is of: add “round” with the round’s id.'),
  peer: required(words(), 'The interview does not say whom you interview: add “peer” with the name.'),
  date: date(),
  prompt: words(),
};

/** As much of an interview as its front matter says, with what is wrong there. No input makes it throw. */
export function readInterviewKeys(file: string): Interview & { readonly problems: readonly TextProblem[] } {
  const front = parseFrontMatter(ourSide(file));
  const reader = new FrontMatterReader(front);
  const { round = '', peer = '', ...keys } = reader.readAll(INTERVIEW_KEYS);
  return { round, peer, ...keys, problems: [...conflictProblems(file, 'file'), ...front.errors, ...reader.problems] };
}

/**
 * Reads an interview and its form. No input makes it throw.
 * @param file its text without a byte-order mark, so that offsets are the editor's.
 * @param competencies what the round judges.
 */
export function readInterview(file: string, competencies: readonly Scored[]): FilledInterview {
  const text = ourSide(file);
  const { problems: ofKeys, ...keys } = readInterviewKeys(file);
  const returned = readOwnSheet(text, competencies);
  const { problems: ofForm, ...form } = returned;
  const lines = splitLines(text);
  const placed = ofForm.map(({ line, message }): TextProblem => {
    const { start, end } = lines[line] ?? { start: 0, end: 0 };
    return { start, end, message, severity: 'warning' };
  });
  return {
    ...keys,
    form,
    isBlank: isBlankForm(returned),
    problems: [...ofKeys, ...(hasSheet(text) ? placed : [noSheet(text)])],
  };
}

function hasSheet(text: string): boolean {
  return outline(text).some(({ level, title }) => level === 2 && title.toLowerCase().startsWith(SHEET.toLowerCase()));
}

/** Without its heading, any line of the file could be taken for one of the form. */
function noSheet(text: string): TextProblem {
  const [first] = outline(text);
  const { start, headingEnd: end } = first ?? { start: 0, headingEnd: 0 };
  const message = `The heading “## ${SHEET}” is missing: put it back above the scores.`;
  return { start, end, message, severity: 'warning' };
}
