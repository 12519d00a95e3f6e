/** What belongs in a loop's calendar: its rounds, the feedback day, mocks, and the time to prepare in. */
import { plainText } from '../checklist/checklist';
import { taskTitle } from '../checklist/taskTitle';
import { timeOfMinute, type CalendarDate } from '../days/dates';
import { fingerprint } from '../fingerprint';
import { interviewerInWords } from '../loop/interviewers';
import type { Loop, Round } from '../loop/loopModel';
import { USUAL_MINUTES } from '../loop/roundSpan';
import type { WorkPlan } from '../replan/workload';
import type { Session } from '../sessions/sessionModel';
import { slug } from '../slug';
import { joined } from '../words';
import type { CalendarEvent, CalendarKind } from './event';
import { readPrevious } from './previous';

/** A whole day is announced at six the evening before. */
const EVENING_BEFORE = 360;
/** Before a block of preparation, in minutes. */
const TASK_REMINDER = 10;

export interface CalendarSources {
  readonly loop: Loop;
  readonly sessions: readonly Session[];
  /** What the playbook knows of a round: what it judges, and its phases. */
  readonly roundNotes: ReadonlyMap<string, string>;
  /** When the open tasks are worked on. */
  readonly work: WorkPlan;
  /** What tells the loop from one of the same name and year in another folder: see `folderMark`; '' for nothing. */
  readonly mark: string;
}

export interface CalendarOptions {
  /** `HH:MM`: when the first task of a day begins; the others follow it. */
  readonly preparationTime: string;
  /** Minutes before rounds and mocks that have a time. */
  readonly reminders: readonly number[];
}

export interface LoopEvents {
  /** In the order of their days. */
  readonly events: readonly CalendarEvent[];
  /** The first entries of tasks that are done: those of an earlier export stay as they are, and none is made now. */
  readonly settled: ReadonlySet<string>;
}

/** The entries of a loop's calendar. Anything without a day has no entry. */
export function calendarEvents(sources: CalendarSources, options: CalendarOptions): LoopEvents {
  const { loop, sessions } = sources;
  const titles = new Map(loop.rounds.map(({ id, title }) => [id, title]));
  const events = [
    ...loop.rounds.flatMap((round) => roundEvent(sources, round, options)),
    ...feedbackEvent(sources),
    ...sessions.flatMap((session) => mockEvent(sources, session, titles, options)),
  ];
  const tasks = taskEvents(sources, options);
  const all = [...events, ...tasks.events].sort(
    (a, b) => compare(a.date, b.date) || compare(a.time ?? '', b.time ?? '') || compare(a.uid, b.uid),
  );
  return { events: all, settled: tasks.settled };
}

function roundEvent(sources: CalendarSources, round: Round, { reminders }: CalendarOptions): CalendarEvent[] {
  const { loop, roundNotes } = sources;
  if (round.date === undefined) return [];
  return [
    {
      uid: uid(sources, 'round', ascii(round.id)),
      kind: 'round',
      title: named(loop, round.title),
      description: roundDescription(roundNotes.get(round.id) ?? '', round),
      minutes: round.minutes ?? USUAL_MINUTES,
      ...moment(round.date, round.time, reminders),
    },
  ];
}

/** What the playbook knows of a round, where it takes place, and whom the user meets: as text, so nobody is invited. */
function roundDescription(notes: string, { interviewers, platform, link, place }: Round): string {
  const where = joined([platform, link, place], ', ');
  const people = interviewers.map(interviewerInWords).join('; ');
  const lines = [notes, where, people === '' ? '' : `Interviewers: ${people}`];
  return joined(lines, '\n');
}

function feedbackEvent(sources: CalendarSources): CalendarEvent[] {
  const { loop } = sources;
  const { feedback } = loop;
  if (feedback?.date === undefined) return [];
  const { date, title, note } = feedback;
  return [
    {
      uid: uid(sources, 'feedback', ascii(feedback.after)),
      kind: 'feedback',
      title: named(loop, title),
      description: note ?? '',
      minutes: 0,
      ...moment(date, undefined, []),
    },
  ];
}

function mockEvent(
  sources: CalendarSources,
  session: Session,
  titles: ReadonlyMap<string, string>,
  { reminders }: CalendarOptions,
): CalendarEvent[] {
  const { loop } = sources;
  const { kind, scheduled, peer } = session;
  if (kind !== 'mock' || scheduled === undefined) return [];
  const file = session.path.slice(session.path.lastIndexOf('/') + 1).replace(/\.md$/u, '');
  const round = titles.get(session.round) ?? session.round;
  const minutes = loop.rounds.find(({ id }) => id === session.round)?.minutes ?? USUAL_MINUTES;
  return [
    {
      uid: uid(sources, 'mock', ascii(file)),
      kind: 'mock',
      title: named(loop, `Mock ${round}${peer ? ` with ${peer.name}` : ''}`),
      description: peer?.shipped ?? '',
      minutes,
      ...moment(scheduled.date, scheduled.time, reminders),
    },
  ];
}

/**
 * A day's tasks one after the other, each as long as the plan has it on that day; one that goes on for several days has
 * an entry on each. A task that is done no longer has one, and a late one is on the days to come.
 */
function taskEvents(
  sources: CalendarSources,
  { preparationTime }: CalendarOptions,
): { events: CalendarEvent[]; settled: Set<string> } {
  const { loop, work } = sources;
  const events: CalendarEvent[] = [];
  const settled = new Set<string>();
  const begun = new Map<CalendarDate, number>();
  const counts = new Map<string, number>();
  for (const item of loop.preparation?.items ?? []) {
    const title = plainText(taskTitle(item.text));
    const name = ascii(title);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const own = count === 1 ? name : `${name}.${count}`;
    if (item.checked) settled.add(uid(sources, 'task', own));
    work.sharesOf(item.line).forEach(({ date, minutes: exact }, part) => {
      const minutes = Math.round(exact);
      const start = begun.get(date) ?? minuteOf(preparationTime);
      begun.set(date, start + minutes);
      const fits = start + minutes <= DAY_MINUTES;
      events.push({
        uid: uid(sources, 'task', part === 0 ? own : `${own}.${PART}${part + 1}`),
        kind: 'task',
        title: named(loop, title),
        description: plainText(item.text),
        minutes,
        ...moment(date, fits ? timeOfMinute(start) : undefined, fits ? [TASK_REMINDER] : []),
      });
    });
  }
  return { events, settled };
}

/** What the entries of a task after its first have in their names. */
const PART = 'part-';

/** The name of a task's first entry, by that of any of them. */
export function firstPart(name: string): string {
  return name.replace(/\.part-\d+(?=\.)/u, '');
}

const DAY_MINUTES = 24 * 60;

function moment(
  date: CalendarDate,
  time: string | undefined,
  reminders: readonly number[],
): Pick<CalendarEvent, 'date' | 'time' | 'reminders'> {
  return { date, time, reminders: time === undefined ? [EVENING_BEFORE] : reminders };
}

function named(loop: Loop, title: string): string {
  return loop.company === '' ? title : `${loop.company}: ${title}`;
}

/** The loop's folder and year stand in it: the same loop in another year is another one. @param name in ASCII. */
function uid({ loop, mark }: CalendarSources, kind: CalendarKind, name: string): string {
  const year = loop.firstContact?.slice(0, 4) ?? 'undated';
  return `${kind}.${name}.${ascii(loop.id)}.${year}${mark === '' ? '' : `.${mark}`}@prep-loop`;
}

/**
 * The mark in the names of a loop's entries: that of an earlier export, so that a calendar knows its entries again, and
 * '' where that had none; without one, made of the folder.
 * @param earlier the texts of earlier exports, the best known first.
 * @param folder what tells the workspace folder from others.
 */
export function folderMark({ id }: Loop, earlier: readonly string[], folder: string): string {
  for (const text of earlier)
    for (const uid of readPrevious(text).keys()) {
      // Kind, name, loop, year and mark; only the name may have dots in it.
      const [, loop, mark] = /\.([a-z\d-]+)\.(?:\d{4}|undated)(?:\.([a-z\d]+))?@prep-loop$/u.exec(uid) ?? [];
      if (loop === ascii(id)) return mark ?? '';
    }
  return fingerprint(folder).toString(36);
}

/**
 * Letters and digits of ASCII and hyphens; a name with other characters gets a mark of its own, so that two names do
 * not become one.
 */
function ascii(name: string): string {
  const plain = slug(name, '').replace(/[^a-z\d-]/gu, '');
  return plain === slug(name, '') && plain !== ''
    ? plain
    : `${plain}-${fingerprint(name).toString(36)}`.replace(/^-/u, '');
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
