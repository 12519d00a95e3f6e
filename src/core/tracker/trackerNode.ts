/** A line of the tracker as a plain value, and what makes one. */
import type { CommandCall } from '../../commandTable';
import type { RoundStatus } from '../loop/model';
import type { FilePlace, Tick } from '../place';
import { joined } from '../words';

export type TrackerKind =
  | 'today'
  | 'due'
  | 'next'
  | 'problem'
  | 'preparation'
  | 'round'
  | 'practice'
  | 'session'
  | 'feedback'
  | 'mocks'
  | 'mock'
  | 'documents'
  | 'document'
  | 'item'
  | 'clashes'
  | 'clash'
  | 'closed';

export type TrackerIcon =
  | 'today'
  | 'tomorrow'
  | 'overdue'
  | 'problem'
  | 'error'
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
  | 'practice'
  | 'session'
  | 'drills'
  | 'documents'
  | 'document'
  | 'closed';

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
  readonly place?: FilePlace;
  readonly item?: Tick;
  /** Of a round: its id. */
  readonly round?: string;
  /** Of a round's own line: whether its date is pinned, and how it went. */
  readonly state?: { readonly pinned: boolean; readonly status: RoundStatus };
  /** What a click runs, where it is neither the round nor the place: the id of a command of ours, and its argument. */
  readonly command?: CommandCall;
  /** What menus know the line by, besides its kind. */
  readonly menu?: string;
  readonly children: readonly TrackerNode[];
  /** Whether the children are shown until the user says otherwise. */
  readonly open: boolean;
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
