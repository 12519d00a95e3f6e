/** The files that a loop is read from, each parsed by itself. */
import { parseChecklist, type ChecklistItem } from '../checklist/checklist';
import type { Debrief } from '../debrief/debriefModel';
import { readDebrief } from '../debrief/readDebrief';
import { parseFrontMatter, type FrontMatter } from '../frontMatter/parseFrontMatter';
import { conflictProblems, ourSide } from '../markdown/conflict';
import { outline } from '../markdown/outline';
import type { TextProblem } from '../ports';
import { NOT_LOOPS } from './prepFolder';

export const LOOP_FILE = 'loop.md';
export const PREPARATION_FILE = 'preparation.md';
export const CHEAT_SHEET = 'cheat-sheet.md';
export const QUESTIONS_FILE = 'questions.md';
export const FIT_FILE = 'fit.md';
const ROUND_FILE = /^rounds\/(?:(\d+)-)?([^/]+)\.md$/u;

/** One Markdown file, parsed: all that a loop needs of it, so that it is parsed again only when it changes. */
export interface ParsedFile {
  readonly front: FrontMatter;
  readonly items: readonly ChecklistItem[];
  /** The first heading of the first level. */
  readonly title: string | undefined;
  /** Whether it says nothing at all. */
  readonly isEmpty: boolean;
  /** What its section “Debrief” says, which only a round’s file is to have. */
  readonly debrief: Debrief;
  /** A merge conflict, and broken front matter. */
  readonly problems: readonly TextProblem[];
}

/** Whether a loop reads the file at `path`, relative to the loop's folder. */
export function isLoopFile(path: string): boolean {
  return path === LOOP_FILE || path === PREPARATION_FILE || ROUND_FILE.test(path);
}

/** Whether the file at `path`, relative to the prep folder, is that of a round. */
export function isRoundFile(path: string): boolean {
  const [folder = ''] = path.split('/', 1);
  return !NOT_LOOPS.has(folder) && !folder.startsWith('.') && ROUND_FILE.test(path.slice(folder.length + 1));
}

/**
 * The number and the name in a round's path, `rounds/NN-<name>.md`; undefined where it is another file's. The user may
 * have renamed it to one without a number.
 */
export function roundOfPath(path: string): { readonly number: number | undefined; readonly name: string } | undefined {
  const [, number, name] = ROUND_FILE.exec(path) ?? [];
  return name === undefined ? undefined : { number: number === undefined ? undefined : Number(number), name };
}

/**
 * Of a text with a merge conflict, the user's own side is read.
 * @param text without a byte-order mark, so that offsets are the editor's.
 */
export function parseFile(text: string): ParsedFile {
  const own = ourSide(text);
  const front = parseFrontMatter(own);
  return {
    front,
    items: parseChecklist(own),
    title: outline(own).find(({ level }) => level === 1)?.title,
    isEmpty: text.trim() === '',
    debrief: readDebrief(own),
    problems: [...conflictProblems(text, 'file'), ...front.errors],
  };
}
