/** A line of the tracker as a plain value, and what makes one. */
import { joined } from '../words';
import type { RoundStatus } from './model';

export type TrackerKind = 'today' | 'due' | 'next' | 'problem' | 'preparation' | 'round' | 'practice' | 'session' | 'feedback' | 'mocks' | 'mock' | 'documents' | 'document' | 'item' | 'clashes' | 'clash' | 'closed';

export type TrackerIcon = 'today' | 'tomorrow' | 'overdue' | 'problem' | 'error' | 'preparation' | 'planned' | 'next' | 'done' | 'passed' | 'failed' | 'feedback' | 'mocks' | 'mock' | 'unscored' | 'unsaved' | 'practice' | 'session' | 'drills' | 'documents' | 'document' | 'closed';

/** A place in one of the user's files: `path` is relative to the prep folder, lines are 0-based, offsets as in the editor. */
export interface TrackerPlace {
  readonly path: string;
  readonly line?: number;
  readonly start?: number;
  readonly end?: number;
}

/** A line of a task list: its text as the file has it, and whether it is done. */
export interface TrackerTick {
  readonly text: string;
  readonly checked: boolean;
}

export interface TrackerNode {
  /** Unique in its loop, and the same while the thing it shows is the same, wherever that moves. */
  readonly id: string;
  readonly kind: TrackerKind;
  readonly label: string;
  readonly description?: string;
  readonly icon?: TrackerIcon;
  /** Plain text, a paragraph a line. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly spoken: string;
  readonly place?: TrackerPlace;
  readonly item?: TrackerTick;
  /** Of a round: its id. */
  readonly round?: string;
  /** Of a round's own line: whether its date is pinned, and how it went. */
  readonly state?: { readonly pinned: boolean; readonly status: RoundStatus };
  /** What a click runs, where it is neither the round nor the place: the id of a command of ours, and its argument. */
  readonly command?: TrackerCommand;
  /** What menus know the line by, besides its kind. */
  readonly menu?: string;
  readonly children: readonly TrackerNode[];
  /** Whether the children are shown until the user says otherwise. */
  readonly open: boolean;
}

export interface TrackerCommand {
  readonly id: `prepLoop.${string}`;
  readonly title: string;
  readonly argument?: Readonly<Record<string, unknown>>;
}

export type NodeInput = Pick<TrackerNode, 'id' | 'kind' | 'label'> & Partial<TrackerNode>;

/** A node with what was left out: no children, and the label for the tooltip and the screen reader. */
export function node(input: NodeInput): TrackerNode {
  const spoken = facts([input.label, input.description]);
  return { tooltip: input.label, spoken, children: [], open: false, ...input };
}

/** What is there of a line's facts, in one line. */
export function facts(parts: readonly (string | undefined)[]): string {
  return joined(parts, ' · ');
}

/** A length of time in minutes for a line: “45 min”. */
export function minutesText(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : `${minutes} min`;
}
