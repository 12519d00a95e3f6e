import type { ChecklistItem } from '../checklist/checklist';
import type { Problem } from '../ports';

/** A calendar day as `YYYY-MM-DD`: a local day, not an instant. */
export type CalendarDate = string;

export type RoundStatus = 'planned' | 'done' | 'passed' | 'failed';

/** A file with a task list, as the views show it. */
export interface ChecklistFile {
  /** Relative to the prep folder, with `/`. */
  readonly path: string;
  readonly items: readonly ChecklistItem[];
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
  /** From the playbook; undefined where it does not know the round. */
  readonly minutes: number | undefined;
}

export interface PreparationItem extends ChecklistItem {
  /** The day the plan gives it; undefined where the playbook knows no such task. */
  readonly due: CalendarDate | undefined;
}

/** A loop: one folder of Markdown files, read. */
export interface Loop {
  /** The folder's name. */
  readonly id: string;
  readonly company: string;
  readonly role: string;
  readonly playbook: string;
  readonly firstContact: CalendarDate | undefined;
  /** The loop's length in calendar days; day 1 is the first contact. */
  readonly days: number;
  /** An IANA name; undefined means that of the machine. */
  readonly timeZone: string | undefined;
  readonly preparation: { readonly path: string; readonly items: readonly PreparationItem[] } | undefined;
  readonly rounds: readonly Round[];
  readonly feedback: { readonly title: string; readonly date: CalendarDate } | undefined;
  /** What could not be read, with the place to click; everything else is there all the same. */
  readonly problems: readonly Problem[];
}
