import type { ChecklistItem } from '../checklist/checklist';
import type { TaskDate } from '../checklist/taskDate';
import type { CalendarDate } from '../days/dates';
import type { DebriefedQuestion } from '../debrief/debriefModel';
import type { Competency } from '../playbook/schema';
import type { Problem } from '../ports';
import type { Plan } from '../schedule/planModel';
import { joined } from '../words';
import type { Interviewer } from './interviewers';

export const ROUND_STATUSES = ['planned', 'done', 'passed', 'failed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** How a loop ended. */
export const OUTCOMES = ['offer', 'rejected', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A file with a task list, as the views show it. */
export interface ChecklistFile {
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  readonly items: readonly ChecklistItem[];
}

/** A question of a round, and the story that is to answer it. */
export interface AssignedStory {
  /** A prompt’s title, or the question as it was asked. */
  readonly prompt: string;
  /** The name of the story’s file without `.md`; undefined for a gap: no story answers it yet. */
  readonly story: string | undefined;
}

export interface Round extends ChecklistFile {
  /** The round's id in the playbook, such as `system-design`. */
  readonly id: string;
  /** The NN of its file's name: the order of the rounds. */
  readonly number: number;
  readonly title: string;
  readonly date: CalendarDate | undefined;
  /** `HH:MM`, local to the loop's time zone. */
  readonly time: string | undefined;
  readonly pinned: boolean;
  readonly status: RoundStatus;
  /** Whom the user meets, in the order of the file. */
  readonly interviewers: readonly Interviewer[];
  /** Where it takes place: “Zoom”, “Phone”, “Onsite”. */
  readonly platform?: string | undefined;
  /** The page to join it; only ever `http:` or `https:`. */
  readonly link?: string | undefined;
  /** An address or a room. */
  readonly place?: string | undefined;
  /** From the playbook; undefined where it does not know the round. */
  readonly minutes: number | undefined;
  /** Which story answers which question; left out where its file says nothing of it. */
  readonly assigned?: readonly AssignedStory[];
  /** What was asked in it, as its debrief says. */
  readonly debrief?: readonly DebriefedQuestion[];
}

/** A file of the loop that is not a checklist: cheat sheet, questions, scripts, offer. */
export interface LoopDocument {
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  readonly title: string;
}

/** A day on which feedback comes and is to be used. */
export interface FeedbackDay {
  readonly title: string;
  /** Undefined where the rounds leave no day for it. */
  readonly date: CalendarDate | undefined;
  /** The id of the round it follows. */
  readonly after: string;
  readonly note: string | undefined;
}

export interface PreparationItem extends ChecklistItem {
  /** The day by which it is to be done: its line's own, else the plan's; undefined where there is neither. */
  readonly due: CalendarDate | undefined;
  /** The day to begin it, not after `due`. */
  readonly from: CalendarDate | undefined;
  /** The date at its line's end. */
  readonly own: TaskDate | undefined;
  /** From the playbook, like the next field: undefined where it knows no such task. */
  readonly minutes: number | undefined;
  /** The id of the round that it serves. */
  readonly before: string | undefined;
}

/** A loop: one folder of Markdown files, read. */
export interface Loop {
  /** The folder's name. */
  readonly id: string;
  readonly company: string;
  readonly role: string;
  readonly playbook: string;
  readonly firstContact: CalendarDate | undefined;
  /** The day on which preparation begins; undefined means with the first contact. */
  readonly prepareFrom?: CalendarDate | undefined;
  /** The loop's length in calendar days; day 1 is the first contact. */
  readonly days: number;
  /** An IANA name; undefined means the machine's. */
  readonly timeZone: string | undefined;
  readonly preparation: { readonly path: string; readonly items: readonly PreparationItem[] } | undefined;
  readonly rounds: readonly Round[];
  /** The playbook's names for what its rounds judge; left out where there is no playbook. */
  readonly competencies?: readonly Pick<Competency, 'id' | 'title'>[] | undefined;
  readonly feedback: FeedbackDay | undefined;
  readonly documents: readonly LoopDocument[];
  /** The playbook's plan around the rounds' dates; undefined where there is no playbook or no first contact. */
  readonly plan: Plan | undefined;
  /** How it ended and when, as far as loop.md says; undefined while it is open. */
  readonly closed?: { readonly outcome: Outcome | undefined; readonly date: CalendarDate | undefined } | undefined;
  /**
   * What could not be read, with the place to click; everything else is there all the same. Paths are relative to the
   * prep folder, offsets as in the editor, which does not count a byte-order mark.
   */
  readonly problems: readonly Problem[];
}

/** The loop as people name it: company and role, else its folder. */
export function loopTitle({ company, role, id }: Pick<Loop, 'company' | 'role' | 'id'>): string {
  return joined([company, role], ' ') || id;
}

/** A round's title by its id, or the id. */
export function roundTitle({ rounds }: Loop, id: string): string {
  return rounds.find((round) => round.id === id)?.title ?? id;
}
