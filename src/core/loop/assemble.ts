/**
 * Puts a loop together from its parsed files. What is broken is reported at its place and left out; the rest is used.
 * No input makes it throw.
 */
import type { ChecklistItem } from '../checklist/checklist';
import { dayToBegin, splitTaskDate, type TaskDate } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import { DEFAULT_WORK_TIME, type WorkTime } from '../days/calendar';
import type { CalendarDate } from '../days/dates';
import { addDays } from '../days/dates';
import { FrontMatterReader } from '../frontMatter/frontMatterReader';
import type { LoadedPlaybook } from '../playbook/loadPlaybook';
import type { Problem, TextProblem } from '../ports';
import { farDate } from '../schedule/farDate';
import { planSchedule, type Plan } from '../schedule/plan';
import { lengthInDays, LOOP_KEYS, roundKeys } from './loopKeys';
import type { FeedbackDay, Loop, LoopDocument, PreparationItem, Round } from './loopModel';
import {
  CHEAT_SHEET,
  FIT_FILE,
  LOOP_FILE,
  PREPARATION_FILE,
  QUESTIONS_FILE,
  roundOfPath,
  type ParsedFile,
} from './parseFile';

const DEFAULT_DAYS = 21;

/**
 * @param id the folder's name.
 * @param files the parsed files that `isLoopFile` asks for, by path relative to the loop's folder.
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
    for (const [path, file] of this.files) this.report(path, file.problems);
    const { keys, playbook, days, prepareFrom } = this.main();
    const firstContact = keys?.firstContact;
    const rounds = this.rounds(playbook, firstContact);
    const plan =
      playbook && firstContact
        ? planSchedule({ playbook: { ...playbook, days }, firstContact, prepareFrom, rounds, ...this.workTime })
        : undefined;
    const { outcome, closed } = keys ?? {};
    return {
      id: this.id,
      company: keys?.company ?? playbook?.company ?? '',
      role: keys?.role ?? playbook?.role ?? '',
      playbook: keys?.playbook ?? '',
      firstContact,
      prepareFrom,
      days,
      timeZone: keys?.timeZone,
      preparation: this.preparation(playbook, plan, firstContact),
      rounds,
      competencies: playbook?.competencies.map((competency) => ({ id: competency.id, title: competency.title })),
      feedback: feedbackDay(playbook, plan),
      documents: documents(this.id, others),
      plan,
      closed: outcome === undefined && closed === undefined ? undefined : { outcome, date: closed },
      problems: this.problems,
    };
  }

  /** What loop.md says, and the playbook that it names. */
  private main() {
    const file = this.files.get(LOOP_FILE);
    if (!file || file.isEmpty) {
      const message = file
        ? `The loop.md of “${this.id}” is empty: start the loop again to fill it; your files are kept.`
        : `“${this.id}” has no loop.md: start the loop again to add it; your files are kept.`;
      this.report(LOOP_FILE, [{ start: 0, end: 0, message, severity: 'error' }]);
      return { keys: undefined, playbook: undefined, days: DEFAULT_DAYS, prepareFrom: undefined };
    }
    const reader = new FrontMatterReader(file.front);
    const keys = reader.readAll(LOOP_KEYS);
    const playbook = keys.playbook === undefined ? undefined : this.findPlaybook(keys.playbook);
    if (keys.playbook !== undefined && !playbook) {
      const message = `No playbook “${keys.playbook}” can be used here: correct the id, or add playbooks/${keys.playbook}.`;
      reader.report(message, 'playbook');
    }
    const days = reader.read('days', lengthInDays(playbook?.days ?? DEFAULT_DAYS));
    const wrong = wrongBeginning(keys, days);
    if (wrong !== undefined) reader.report(wrong, 'prepareFrom');
    this.report(LOOP_FILE, reader.problems);
    return { keys, playbook, days, prepareFrom: wrong === undefined ? keys.prepareFrom : undefined };
  }

  private preparation(
    playbook: LoadedPlaybook | undefined,
    plan: Plan | undefined,
    firstContact: CalendarDate | undefined,
  ): Loop['preparation'] {
    const file = this.files.get(PREPARATION_FILE);
    if (!file) return undefined;
    const tasks = new Map(
      playbook?.preparation.map((task, index) => [fold(task.title), { task, work: plan?.work[index] }]),
    );
    const items = file.items.map((item): PreparationItem => {
      const { date, bad } = splitTaskDate(item.text);
      const far = date && firstContact ? farTaskDate(date, firstContact) : undefined;
      const wrong = bad === undefined ? far : `“${bad}” is not a calendar day: write it as in (due 2026-11-28).`;
      if (wrong !== undefined) this.report(PREPARATION_FILE, [problemOf(item, wrong)]);
      const own = far === undefined ? date : undefined;
      const { task, work } = tasks.get(fold(taskTitle(item.text))) ?? {};
      const due = own?.due ?? work?.date;
      return {
        ...item,
        due,
        from: dayToBegin(due, work?.from, own),
        own,
        minutes: task?.minutes,
        before: task?.before,
      };
    });
    return { path: `${this.id}/${PREPARATION_FILE}`, items };
  }

  private rounds(playbook: LoadedPlaybook | undefined, firstContact: CalendarDate | undefined): Round[] {
    const rounds = [...this.files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([path, file]) => this.round(path, file, playbook, firstContact) ?? []);
    const seen = new Set<string>();
    for (const { id, path } of rounds) {
      if (seen.has(id)) {
        const message = `Two files are for the round “${id}”: correct “round” in one of them.`;
        this.report(path.slice(this.id.length + 1), [{ start: 0, end: 0, message, severity: 'warning' }]);
      }
      seen.add(id);
    }
    return rounds.sort((a, b) => a.number - b.number || (a.path < b.path ? -1 : 1));
  }

  private round(
    path: string,
    file: ParsedFile,
    playbook: LoadedPlaybook | undefined,
    firstContact: CalendarDate | undefined,
  ): Round | undefined {
    const named = roundOfPath(path);
    if (!named) return undefined;
    const place = placeIn(playbook, file, named.name);
    if (named.number === undefined && place === undefined) {
      // Any Markdown file may lie among the rounds; one that belongs to no round is reported, so that no file is
      // silently lost.
      const message = `This file does not belong to a known round: write “round: ${playbook?.rounds[0]?.id ?? 'its id'}” into its front matter, or move it out of “rounds”.`;
      this.report(path, [{ start: 0, end: 0, message, severity: 'warning' }]);
      return undefined;
    }
    const reader = new FrontMatterReader(file.front);
    const keys = reader.readAll(roundKeys(named.name, playbook, firstContact));
    this.report(path, reader.problems);
    this.report(path, file.debrief.problems);
    const { round: id, status, assigned, ...said } = keys;
    const known = playbook?.rounds.find((round) => round.id === id);
    return {
      id,
      number: named.number ?? place ?? 0,
      title: file.title ?? known?.title ?? id,
      path: `${this.id}/${path}`,
      items: file.items,
      ...said,
      status: status ?? 'planned',
      minutes: known?.minutes,
      ...(assigned.length === 0 ? {} : { assigned }),
      ...(file.debrief.questions.length > 0 ? { debrief: file.debrief.questions } : {}),
    };
  }

  private report(path: string, problems: readonly TextProblem[]): void {
    for (const problem of problems) this.problems.push({ ...problem, path: `${this.id}/${path}` });
  }
}

/** What is wrong with the day on which preparation begins: no plan can be made with it. */
function wrongBeginning(
  { prepareFrom, firstContact }: { prepareFrom: CalendarDate | undefined; firstContact: CalendarDate | undefined },
  days: number,
): string | undefined {
  if (prepareFrom === undefined || firstContact === undefined) return undefined;
  const last = addDays(firstContact, days - 1);
  if (prepareFrom > last)
    return `“prepareFrom” is ${prepareFrom}, after the loop’s last day, ${last}: write an earlier day.`;
  return farDate(prepareFrom, firstContact);
}

function farTaskDate({ due, was }: TaskDate, firstContact: CalendarDate): string | undefined {
  return farDate(due, firstContact) ?? (was === undefined ? undefined : farDate(was, firstContact));
}

/**
 * Which of the playbook's rounds a file belongs to, from 1, by its front matter or else its name; undefined for none.
 */
function placeIn(playbook: LoadedPlaybook | undefined, { front }: ParsedFile, name: string): number | undefined {
  const { round } = front.data;
  // Without a playbook nothing says which rounds there are.
  if (!playbook) return typeof round === 'string' ? LAST_PLACE : undefined;
  const id = typeof round === 'string' ? round.trim() : name;
  const index = playbook.rounds.findIndex((known) => known.id === id);
  return index < 0 ? undefined : index + 1;
}

const LAST_PLACE = 1000;

function problemOf({ markOffset, text }: ChecklistItem, message: string): TextProblem {
  const start = markOffset + 3;
  return { start, end: start + text.length, message, severity: 'warning' };
}

function feedbackDay(playbook: LoadedPlaybook | undefined, plan: Plan | undefined): FeedbackDay | undefined {
  const feedback = playbook?.feedback;
  return feedback && { title: feedback.title, date: plan?.feedbackDay, after: feedback.after, note: feedback.note };
}

const FIXED_DOCUMENTS: readonly (readonly [path: string, title: string])[] = [
  [CHEAT_SHEET, 'Cheat sheet'],
  ['company.md', 'Company brief'],
  ['case.md', 'Case'],
  [QUESTIONS_FILE, 'Questions to ask'],
  [FIT_FILE, 'Does it fit?'],
  ['offer.md', 'Offer'],
  ['retrospective.md', 'Retrospective'],
];

function documents(id: string, others: readonly string[]): LoopDocument[] {
  const scripts = others.filter((path) => /^scripts\/[^/]+\.md$/iu.test(path)).sort();
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

const fold = (text: string): string => text.toLowerCase();
