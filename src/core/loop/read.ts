/**
 * Reads a loop's folder. What is broken is reported at its place and left out; the rest is used. No input makes it
 * throw.
 */
import { parseChecklist, type ChecklistItem } from '../checklist/checklist';
import { splitTaskDate, type TaskDate } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { DEFAULT_WORK_TIME, type WorkTime } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { addDays, isTimeZone, parseDate, parseTime } from '../days/dates';
import { parseFrontMatter } from '../markdown/frontMatter';
import { findConflict, outline } from '../markdown/outline';
import type { LoadedPlaybook } from '../playbook/load';
import type { Problem } from '../ports';
import { planSchedule, type Plan } from '../schedule/plan';
import { shown } from '../shown';
import {
  OUTCOMES,
  type FeedbackDay,
  type Loop,
  type LoopDocument,
  type PreparationItem,
  type Round,
  type RoundStatus,
} from './model';

export const LOOP_FILE = 'loop.md';
export const PREPARATION_FILE = 'preparation.md';
const ROUND_FILE = /^rounds\/(\d+)-(.+)\.md$/u;
const STATUSES: readonly RoundStatus[] = ['planned', 'done', 'passed', 'failed'];
const DEFAULT_DAYS = 21;
const MAX_DAYS = 3660;

type Place = { readonly start: number; readonly end: number };

/** One Markdown file, parsed: all that a loop needs of it, so that it is parsed again only when it changes. */
export interface ParsedFile {
  readonly data: Readonly<Record<string, unknown>>;
  readonly items: readonly ChecklistItem[];
  /** The first heading of the first level. */
  readonly title: string | undefined;
  readonly problems: readonly Omit<Problem, 'path'>[];
  /** Where a key's value is, or the first line where the key is missing. */
  place(key: string): Place;
}

/** Whether a loop reads the file at `path`, relative to the loop's folder. */
export function isLoopFile(path: string): boolean {
  return path === LOOP_FILE || path === PREPARATION_FILE || ROUND_FILE.test(path);
}

export function parseFile(text: string): ParsedFile {
  const front = parseFrontMatter(text);
  const conflict = findConflict(text);
  const problems = front.errors.map((error): Omit<Problem, 'path'> => ({ ...error, severity: 'error' }));
  if (conflict) {
    problems.unshift({
      ...conflict,
      severity: 'error',
      message: 'The file has a merge conflict: resolve it; until then nothing is written here.',
    });
  }
  const firstLine = { start: 0, end: Math.max(0, text.search(/[\r\n]|$/u)) };
  return {
    data: front.data,
    items: parseChecklist(text),
    title: outline(text).find(({ level }) => level === 1)?.title,
    problems,
    place: (key) => front.valueRange(key) ?? firstLine,
  };
}

/**
 * Puts a loop together from its files.
 * @param id the folder's name.
 * @param files the parsed files that {@link isLoopFile} asks for, by path relative to the loop's folder.
 * @param others the paths of the folder's other files, relative to it.
 * @param findPlaybook gives a playbook by its id; undefined where there is none that can be used.
 * @param time when the user works, which the plan keeps to.
 */
export function assembleLoop(
  id: string,
  files: ReadonlyMap<string, ParsedFile>,
  others: readonly string[],
  findPlaybook: (id: string) => LoadedPlaybook | undefined,
  time = DEFAULT_WORK_TIME,
): Loop {
  return new Assembler(id, files, findPlaybook, time).loop(others);
}

class Assembler {
  private readonly problems: Problem[] = [];

  constructor(
    private readonly id: string,
    private readonly files: ReadonlyMap<string, ParsedFile>,
    private readonly findPlaybook: (id: string) => LoadedPlaybook | undefined,
    private readonly workTime: WorkTime,
  ) {}

  loop(others: readonly string[]): Loop {
    for (const [path, file] of this.files) {
      for (const problem of file.problems) this.problems.push({ ...problem, path: `${this.id}/${path}` });
    }
    const main = this.files.get(LOOP_FILE);
    if (!main)
      this.report(
        LOOP_FILE,
        { start: 0, end: 0 },
        `“${this.id}” has no loop.md: start the loop again to add it; your files are kept.`,
        'error',
      );
    const playbookId = this.text(main, 'playbook', true) ?? '';
    const playbook = this.playbook(main, playbookId);
    const firstContact = this.date(main, LOOP_FILE, 'firstContact', true);
    const rounds = this.rounds(playbook);
    const days = this.days(main, playbook);
    const plan =
      playbook && firstContact
        ? planSchedule({ playbook: { ...playbook, days }, firstContact, rounds, ...this.workTime })
        : undefined;
    return {
      id: this.id,
      company: this.text(main, 'company', false) ?? playbook?.company ?? '',
      role: this.text(main, 'role', false) ?? playbook?.role ?? '',
      playbook: playbookId,
      firstContact,
      days,
      timeZone: this.timeZone(main),
      preparation: this.preparation(playbook, plan),
      rounds,
      feedback: feedbackDay(playbook, plan),
      documents: documents(this.id, others),
      plan,
      closed: this.closed(main),
      problems: this.problems,
    };
  }

  private playbook(main: ParsedFile | undefined, id: string): LoadedPlaybook | undefined {
    if (id === '') return undefined;
    const playbook = this.findPlaybook(id);
    if (!playbook && main)
      this.report(
        LOOP_FILE,
        main.place('playbook'),
        `No playbook “${id}” can be used here: correct the id, or add playbooks/${id}.`,
      );
    return playbook;
  }

  private days(main: ParsedFile | undefined, playbook: LoadedPlaybook | undefined): number {
    const value = main?.data['days'];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_DAYS) return value;
    const fallback = playbook?.days ?? DEFAULT_DAYS;
    if (main && this.readable(main)) {
      const what = value === undefined || value === null ? 'loop.md has no “days”' : `“days” is ${shown(value)}`;
      this.report(
        LOOP_FILE,
        main.place('days'),
        `${what}: write the loop’s length as a whole number; ${fallback} is assumed.`,
      );
    }
    return fallback;
  }

  private timeZone(main: ParsedFile | undefined): string | undefined {
    const name = this.text(main, 'timeZone', false);
    if (name === undefined || isTimeZone(name)) return name;
    if (main)
      this.report(
        LOOP_FILE,
        main.place('timeZone'),
        `“${name}” is not a time zone: write a name such as Europe/Berlin; this machine’s is used.`,
      );
    return undefined;
  }

  private closed(main: ParsedFile | undefined): Loop['closed'] {
    const value = main?.data['outcome'];
    const outcome = OUTCOMES.find((candidate) => candidate === value);
    if (main && outcome === undefined && value !== undefined && value !== null) {
      this.report(
        LOOP_FILE,
        main.place('outcome'),
        `“outcome” is ${shown(value)}: write one of ${OUTCOMES.join(', ')}.`,
      );
    }
    const date = this.date(main, LOOP_FILE, 'closed', false);
    return outcome === undefined && date === undefined ? undefined : { outcome, date };
  }

  private preparation(playbook: LoadedPlaybook | undefined, plan: Plan | undefined): Loop['preparation'] {
    const file = this.files.get(PREPARATION_FILE);
    if (!file) return undefined;
    const tasks = new Map(
      playbook?.preparation.map((task, index) => [fold(task.title), { task, work: plan?.work[index] }]),
    );
    const items = file.items.map((item): PreparationItem => {
      const { date: own, bad } = splitTaskDate(item.text);
      if (bad !== undefined) this.reportItem(item, bad);
      const { task, work } = tasks.get(fold(taskTitle(item.text))) ?? {};
      const due = own?.due ?? work?.date;
      return { ...item, due, from: begin(due, work?.from, own), own, minutes: task?.minutes, before: task?.before };
    });
    return { path: `${this.id}/${PREPARATION_FILE}`, items };
  }

  private reportItem({ markOffset, text }: ChecklistItem, bad: string): void {
    const start = markOffset + 3;
    const end = start + text.length;
    this.report(PREPARATION_FILE, { start, end }, `“${bad}” is not a calendar day: write it as in (due 2026-11-28).`);
  }

  private rounds(playbook: LoadedPlaybook | undefined): Round[] {
    const rounds: Round[] = [];
    for (const path of [...this.files.keys()].sort()) {
      const match = ROUND_FILE.exec(path);
      const file = this.files.get(path);
      if (match && file) rounds.push(this.round(path, file, Number(match[1]), match[2] as string, playbook));
    }
    const seen = new Set<string>();
    for (const { id, path } of rounds) {
      if (seen.has(id))
        this.report(
          path.slice(this.id.length + 1),
          { start: 0, end: 0 },
          `Two files are of the round “${id}”: correct “round” in one of them.`,
        );
      seen.add(id);
    }
    return rounds.sort((a, b) => a.number - b.number || (a.path < b.path ? -1 : 1));
  }

  private round(
    path: string,
    file: ParsedFile,
    number: number,
    name: string,
    playbook: LoadedPlaybook | undefined,
  ): Round {
    const { data } = file;
    const named = data['round'];
    const id = typeof named === 'string' && named.trim() !== '' ? named.trim() : name;
    const known = playbook?.rounds.find((round) => round.id === id);
    if (playbook && !known) {
      this.report(
        path,
        file.place('round'),
        `The playbook has no round “${id}”: use one of ${playbook.rounds.map((round) => round.id).join(', ')}.`,
      );
    }
    return {
      id,
      number,
      title: file.title ?? known?.title ?? id,
      path: `${this.id}/${path}`,
      items: file.items,
      date: this.date(file, path, 'date', false),
      time: this.time(file, path),
      pinned: this.pinned(file, path),
      status: this.status(file, path),
      minutes: known?.minutes,
    };
  }

  private time(file: ParsedFile, path: string): string | undefined {
    const value = file.data['time'];
    if (value === undefined || value === null) return undefined;
    const time = typeof value === 'string' ? parseTime(value) : undefined;
    if (time === undefined)
      this.report(path, file.place('time'), `“time” is ${shown(value)}: write it as HH:MM, such as 14:30.`);
    return time;
  }

  private pinned(file: ParsedFile, path: string): boolean {
    const value = file.data['pinned'];
    if (value !== undefined && value !== null && typeof value !== 'boolean') {
      this.report(path, file.place('pinned'), `“pinned” is ${shown(value)}: write true or false.`);
    }
    return value === true;
  }

  private status(file: ParsedFile, path: string): RoundStatus {
    const value = file.data['status'];
    const status = STATUSES.find((candidate) => candidate === value);
    if (status === undefined && value !== undefined && value !== null) {
      this.report(path, file.place('status'), `“status” is ${shown(value)}: write one of ${STATUSES.join(', ')}.`);
    }
    return status ?? 'planned';
  }

  private date(file: ParsedFile | undefined, path: string, key: string, required: boolean): string | undefined {
    if (!file || !this.readable(file)) return undefined;
    const value = file.data[key];
    if (value === undefined || value === null) {
      if (required) this.report(path, file.place(key), `${path} has no “${key}”: add it as YYYY-MM-DD.`);
      return undefined;
    }
    const date = typeof value === 'string' ? parseDate(value) : undefined;
    if (date === undefined)
      this.report(
        path,
        file.place(key),
        `“${key}” is ${shown(value)}, which is not a calendar day: write it as YYYY-MM-DD.`,
      );
    return date;
  }

  private text(main: ParsedFile | undefined, key: string, required: boolean): string | undefined {
    const value = main?.data[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
    if (required && main && this.readable(main))
      this.report(LOOP_FILE, main.place(key), `loop.md has no “${key}”: add it.`);
    return undefined;
  }

  /** Broken front matter has its own problem: that its keys are missing would only repeat it. */
  private readable(file: ParsedFile): boolean {
    return file.problems.length === 0;
  }

  private report(path: string, place: Place, message: string, severity: Problem['severity'] = 'warning'): void {
    this.problems.push({ path: `${this.id}/${path}`, start: place.start, end: place.end, message, severity });
  }
}

function feedbackDay(playbook: LoadedPlaybook | undefined, plan: Plan | undefined): FeedbackDay | undefined {
  const feedback = playbook?.feedback;
  return feedback && { title: feedback.title, date: plan?.feedbackDay, after: feedback.after, note: feedback.note };
}

const FIXED_DOCUMENTS: readonly (readonly [path: string, title: string])[] = [
  ['cheat-sheet.md', 'Cheat sheet'],
  ['questions.md', 'Questions to ask'],
  ['offer.md', 'Offer'],
  ['retrospective.md', 'Retrospective'],
];

function documents(id: string, others: readonly string[]): LoopDocument[] {
  const scripts = others.filter((path) => /^scripts\/[^/]+\.md$/u.test(path)).sort();
  return [
    ...FIXED_DOCUMENTS.filter(([path]) => others.includes(path)).map(([path, title]) => ({
      path: `${id}/${path}`,
      title,
    })),
    ...scripts.map((path) => ({
      path: `${id}/${path}`,
      title: `Script: ${path.slice('scripts/'.length, -'.md'.length).replace(/-+/gu, ' ')}`,
    })),
  ];
}

/** A task that was carried over is begun anew after the day it was due; another as the plan says. */
function begin(
  due: CalendarDate | undefined,
  planned: CalendarDate | undefined,
  own: TaskDate | undefined,
): CalendarDate | undefined {
  const from = own?.was === undefined ? planned : addDays(own.was, 1);
  return due === undefined || (from !== undefined && from <= due) ? from : due;
}

const fold = (text: string): string => text.toLowerCase();
