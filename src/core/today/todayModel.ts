/** What the days ahead ask of the user: the entries of which Today is composed. */
import type { CommandCall } from '../../commandTable';
import type { CalendarDate } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import type { Collision } from '../offer/deadlines';
import type { FilePlace, Tick } from '../place';
import type { WorkPlan } from '../replan/workload';
import type { Session } from '../sessions/sessionModel';

/** How menus recognise a task of the preparation: it can have a day of its own. */
export const TASK_MENU = 'task';

/** All that Today of one loop is worked out from. A provider that needs more adds it here and in `store/todayFacts`. */
export interface TodayFacts {
  readonly loop: Loop;
  /** The day it is where the loop takes place. */
  readonly today: CalendarDate;
  /** The moment it is, in milliseconds since the epoch; left out, nothing depends on the time of day. */
  readonly now?: number | undefined;
  /** Where the loop takes place, an IANA name: of the loop, else of the machine. */
  readonly timeZone?: string | undefined;
  readonly sessions: readonly Session[];
  /** Runs that were timed and are not saved as sessions, the oldest first. */
  readonly unsaved?: readonly UnsavedRun[];
  /** The round that the timer is on for, and whether it runs. */
  readonly timed?: TimedNow | undefined;
  /** How many drill cards the day asks for: those about to be forgotten, and what a round to come wants learnt. */
  readonly dueCards?: number | undefined;
  /** When the next of them is, in milliseconds since the epoch; undefined where none is to come. */
  readonly nextCard?: number | undefined;
  /** How many questions for the hiring manager are chosen or were asked; undefined where the loop has no such file. */
  readonly managerQuestions?: number | undefined;
  /** The loop's open work from today on; left out, it is laid on days as if the user had set nothing. */
  readonly work?: WorkPlan | undefined;
  /** What is wrong with the setting of the user's minutes, in a sentence. */
  readonly wrongMinutes?: string | undefined;
  /** The last day to answer the loop's offer, and what it collides with. */
  readonly answer?: OfferAnswer | undefined;
  /** The last days to answer offers without a loop; they stand in the day of one loop only. */
  readonly otherAnswers?: readonly NamedAnswer[] | undefined;
  /** How many minutes the user has for it on this day; undefined on a day off. */
  readonly minutesAtHand?: number | undefined;
}

/** An offer that waits for an answer. */
export interface OfferAnswer {
  /** The last day to give it. */
  readonly date: CalendarDate;
  /** Its file, relative to the prep folder. */
  readonly path: string;
  readonly collisions: readonly Collision[];
}

/** An offer without a loop that waits for an answer. */
export interface NamedAnswer extends OfferAnswer {
  readonly name: string;
  /** The offer’s file, as a URI. */
  readonly uri: string;
}

/** A round that is being timed. */
export interface TimedNow {
  /** The round's id. */
  readonly round: string;
  readonly isPaused: boolean;
}

/** A run that was timed and is not saved as a session. */
export interface UnsavedRun {
  /** The round's id. */
  readonly round: string;
  /** The round's title. */
  readonly title: string;
  /** The day on which it began. */
  readonly date: CalendarDate;
  /** Whole minutes that have passed. */
  readonly minutes: number;
  /** When it began, in milliseconds since the epoch: with its round, this names it. */
  readonly startedAt?: number;
}

export type TodayIcon =
  'problem' | 'over' | 'next' | 'unsaved' | 'drills' | 'feedback' | 'unscored' | 'mock' | 'overdue';

/** Something open that has a day. */
export interface TodayEntry {
  /** Unique in its loop, and the same while it is the same thing. */
  readonly id: string;
  readonly label: string;
  /** The day it is for; one before today has slipped, and is shown with it. */
  readonly date: CalendarDate;
  /** The day by which it is to be done, where it goes on for several. */
  readonly by?: CalendarDate | undefined;
  /** The day it was to be done by, where that is over. */
  readonly since?: CalendarDate | undefined;
  /** `HH:MM`, local to the loop's time zone. */
  readonly time?: string | undefined;
  /** How long it takes on that day. */
  readonly minutes?: number | undefined;
  /** Whether somebody waits at that time: the day before, it stands on top of Today. */
  readonly isAppointment?: boolean;
  readonly icon?: TodayIcon;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  /** Plain text, one paragraph per line; the label where it is left out. */
  readonly tooltip?: string;
  /** The line of a file that a click opens. */
  readonly place?: FilePlace;
  /** Whether it is something to know rather than to do: then it is not counted. */
  readonly isNotice?: boolean;
  /** Of a line that can be ticked. */
  readonly item?: Tick;
  /** The id of the round that a click opens. */
  readonly round?: string;
  /** How menus recognise the line. */
  readonly menu?: string;
  /** Of an unsaved run: when it began. */
  readonly run?: number;
  /** What a click runs instead. */
  readonly command?: CommandCall;
  /** What is to be done for it beforehand. */
  readonly steps?: readonly TodayStep[];
  /** How many steps there are, the done ones included. */
  readonly allSteps?: number;
}

/** An open line of a task list. */
export interface TodayStep {
  readonly label: string;
  readonly place: FilePlace;
  readonly item: Tick;
  /** How menus recognise the line. */
  readonly menu?: string;
}

/**
 * Lists the open things of one kind that have a day, in their own order. Pure. What is over is left out; anything later
 * than tomorrow counts as next.
 */
export type TodayProvider = (facts: TodayFacts) => readonly TodayEntry[];

export interface DueEntry extends TodayEntry {
  /** The day it slipped from; undefined where it did not. */
  readonly slippedFrom: CalendarDate | undefined;
}

/** A day, sorted out. */
export interface Today {
  /** The day it is. */
  readonly date: CalendarDate;
  /** Tomorrow's appointments. */
  readonly tomorrow: readonly TodayEntry[];
  /** What there is to know of the day before anything else. */
  readonly notices: readonly TodayEntry[];
  /** What is due: appointments by their time, then what slipped, the longest first, then the rest. */
  readonly due: readonly DueEntry[];
  /** The first things of the next day that has any; tomorrow's appointments are not listed twice. */
  readonly next: TodayEntry | undefined;
  /** How many of the due entries slipped from an earlier day. */
  readonly slipped: number;
  /** How long the due entries take, as far as that is known. */
  readonly minutes: number;
  /** How many minutes the user has for it on this day; undefined on a day off. */
  readonly minutesAtHand: number | undefined;
}
