/** A row of a tree as a plain value: what it says, and what can be done with it. The views only draw it. */
import type { CommandCall } from '../../commandTable';
import type { RoundStatus } from '../loop/loopModel';
import type { FilePlace, Tick } from '../place';
import { joined } from '../words';

export type RowIcon =
  | 'loop'
  | 'today'
  | 'tomorrow'
  | 'overdue'
  | 'over'
  | 'problem'
  | 'error'
  | 'info'
  | 'preparation'
  | 'planned'
  | 'next'
  | 'done'
  | 'passed'
  | 'failed'
  | 'feedback'
  | 'mocks'
  | 'mock'
  | 'unscored'
  | 'unsaved'
  | 'timed'
  | 'paused'
  | 'practice'
  | 'session'
  | 'drills'
  | 'documents'
  | 'document'
  | 'closed'
  | 'coverage'
  | 'covered'
  | 'draft'
  | 'gap'
  | 'story'
  | 'unfinished'
  | 'overUsed'
  | 'unknown'
  | 'filled'
  | 'started'
  | 'empty'
  | 'missing'
  | 'figures'
  | 'figure';

/** What every row has. */
interface AnyRow {
  /** Unique in its loop, and the same while the thing it shows is the same, wherever that moves. */
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: RowIcon | undefined;
  /** Plain text, one paragraph per line. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly children: readonly Row[];
  /** Whether the children are shown until the user says otherwise. */
  readonly open: boolean;
  /** Whether the children are worked out only when the row is opened. */
  readonly lazy?: boolean | undefined;
}

/** Holds other rows, or only says something: a click does nothing but open and close it. */
export interface GroupRow extends AnyRow {
  readonly kind:
    | 'loop'
    | 'loopClosed'
    | 'today'
    | 'feedback'
    | 'documents'
    | 'clashes'
    | 'closed'
    | 'coverage'
    | 'coverage-round'
    | 'coverage-group'
    | 'figures'
    | 'figure';
}

/** A click opens a file. */
export interface FileRow extends AnyRow {
  readonly kind: 'session' | 'document' | 'clash' | 'coverage-story' | 'coverage-unknown' | 'figure-place';
  readonly place: FilePlace;
  /** How menus recognise it, besides by its kind. */
  readonly menu?: string | undefined;
}

/** A competency that stories show: where none of them is ready, a click opens the best. */
export interface CompetencyRow extends AnyRow {
  readonly kind: 'coverage-competency';
  readonly place?: FilePlace | undefined;
}

/** A competency with a gap: a click starts a story that shows it. */
export interface WriteRow extends AnyRow {
  readonly kind: 'coverage-write';
  readonly command: Extract<CommandCall, { readonly id: 'prepLoop.newStory' }>;
}

/** A story in the view of all stories, a section of it, or something wrong in its file: a click opens it there. */
export interface StoriesRow extends AnyRow {
  readonly kind: 'story' | 'storySection' | 'storyProblem';
  readonly command: Extract<CommandCall, { readonly id: 'prepLoop.openFile' }>;
}

/** Something wrong in a file, which a click opens: by its place in the prep folder, or by a command. */
export interface ProblemRow extends AnyRow {
  readonly kind: 'problem';
  readonly place?: FilePlace | undefined;
  readonly command?: CommandCall | undefined;
}

/** A line of a task list. */
export interface ItemRow extends AnyRow {
  readonly kind: 'item';
  readonly place: FilePlace;
  readonly item: Tick;
  /** How menus recognise it, besides by its kind. */
  readonly menu?: string | undefined;
}

/** The list of preparation tasks: a click opens its file. */
export interface PreparationRow extends AnyRow {
  readonly kind: 'preparation';
  readonly place: FilePlace;
  readonly children: readonly ItemRow[];
}

/** Something that has a day, with what a click opens or a tick changes. */
export interface EntryRow extends AnyRow {
  readonly kind: 'due' | 'next';
  readonly place?: FilePlace | undefined;
  readonly item?: Tick | undefined;
  /** The id of the round that it opens. */
  readonly round?: string | undefined;
  readonly command?: CommandCall | undefined;
  /** How menus recognise it, besides by its kind. */
  readonly menu?: string | undefined;
  /** Of an unsaved run: when it began, in milliseconds since the epoch. */
  readonly run?: number | undefined;
}

export interface RoundRow extends AnyRow {
  readonly kind: 'round';
  readonly place: FilePlace;
  /** The round's id. */
  readonly round: string;
  /** Whether its date is pinned, and how it went. */
  readonly state: { readonly pinned: boolean; readonly status: RoundStatus };
}

/** The runs of a round. */
export interface PracticeRow extends AnyRow {
  readonly kind: 'practice';
  /** The round's id. */
  readonly round: string;
}

export interface MocksRow extends AnyRow {
  readonly kind: 'mocks';
  readonly children: readonly MockRow[];
  /** Plans the first one, where there is none. */
  readonly command?: CommandCall | undefined;
}

export interface MockRow extends AnyRow {
  readonly kind: 'mock';
  readonly place: FilePlace;
  /** The round's id. */
  readonly round: string;
  /** How menus recognise it, besides by its kind: its state. */
  readonly menu: string;
}

/** Menus recognise a row by its kind first. */
export type Row =
  | GroupRow
  | FileRow
  | ProblemRow
  | PreparationRow
  | ItemRow
  | EntryRow
  | RoundRow
  | PracticeRow
  | MocksRow
  | MockRow
  | WriteRow
  | CompetencyRow
  | StoriesRow;

type Defaults = 'tooltip' | 'spoken' | 'children' | 'open';

/** A row that may leave out what {@link row} fills in. */
export type RowInput<R extends Row = Row> = R extends Row ? Omit<R, Defaults> & Partial<Pick<R, Defaults>> : never;

/** A row with what was left out: no children, and the label for the tooltip and the screen reader. */
export function row<R extends Row>(input: RowInput<R>): R {
  return filledIn(input as RowInput) as R;
}

function filledIn(input: RowInput): Row {
  const spoken = facts([input.label, input.description]);
  return { tooltip: input.label, spoken, children: [], open: false, ...input };
}

/** The round that a click on the row opens. A mock opens its own file, which says when, with whom and how it went. */
export function roundOpenedBy(shown: Row): string | undefined {
  return 'round' in shown && shown.kind !== 'mock' ? shown.round : undefined;
}

/** The facts that there are, in one line. */
export function facts(parts: readonly (string | undefined)[]): string {
  return joined(parts, ' · ');
}

/** A length of time in minutes: “45 min”. */
export function minutesText(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : `${minutes} min`;
}
