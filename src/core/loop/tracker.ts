/** The tracker as a tree of plain values: what a loop shows on a day, in order. The view only draws it. */
import { plainText, type ChecklistItem } from '../checklist/checklist';
import { formatDate, formatShortDate } from '../schedule/dates';
import type { CalendarDate, FeedbackDay, Loop, PreparationItem, Round } from './model';
import { taskTitle } from './read';
import { dueOn, loopDay, nextRound, type Due } from './today';

export type TrackerKind = 'today' | 'due' | 'problem' | 'preparation' | 'round' | 'feedback' | 'documents' | 'document' | 'item';

export type TrackerIcon = 'today' | 'overdue' | 'problem' | 'error' | 'preparation' | 'planned' | 'next' | 'done' | 'passed' | 'failed' | 'feedback' | 'documents' | 'document';

/** A place in one of the user's files: `path` is relative to the prep folder, lines are 0-based, offsets as in the editor. */
export interface TrackerPlace {
  readonly path: string;
  readonly line?: number;
  readonly start?: number;
  readonly end?: number;
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
  /** Of an item: its text as the file has it, and whether it is done. */
  readonly item?: { readonly text: string; readonly checked: boolean };
  /** Of a round: its id. */
  readonly round?: string;
  readonly children: readonly TrackerNode[];
  /** Whether the children are shown until the user says otherwise. */
  readonly open: boolean;
}

export interface TrackerOptions {
  readonly today: CalendarDate;
  readonly hideDone: boolean;
}

/** What stands under a loop: today, problems, preparation, the rounds with the feedback day in its place, documents. */
export function trackerNodes(loop: Loop, options: TrackerOptions): TrackerNode[] {
  const coming = nextRound(loop, options.today) ?? loop.rounds.find(({ date, status }) => date === options.today && status === 'planned');
  const rounds = loop.rounds.flatMap((round) => {
    const node = roundNode(round, options, round === coming);
    return loop.feedback?.after === round.id ? [node, feedbackNode(loop.feedback)] : [node];
  });
  return [
    ...todayNodes(loop, options.today),
    ...loop.problems.map(problemNode),
    ...preparationNodes(loop, options),
    ...rounds,
    ...documentNodes(loop),
  ];
}

/** The loop's own line: how far it is. */
export function loopDescription(loop: Loop, today: CalendarDate): string {
  const at = loopDay(loop, today);
  if (at === undefined) return '';
  if (at.kind === 'running') return `day ${at.day} of ${loop.days}`;
  return at.kind === 'over' ? `over after ${loop.days} days` : `starts in ${days(at.days)}`;
}

/** How many of the items are done: `done/all`. */
export function progress(items: readonly { readonly checked: boolean }[]): { readonly done: number; readonly all: number } {
  return { done: items.filter(({ checked }) => checked).length, all: items.length };
}

function todayNodes(loop: Loop, today: CalendarDate): TrackerNode[] {
  const at = loopDay(loop, today);
  if (at === undefined) return [];
  const due = dueOn(loop, today).map((thing) => dueNode(loop, thing));
  const next = nextRound(loop, today);
  const coming = next?.date === undefined ? 'nothing due' : `next: ${next.title}, ${formatShortDate(next.date)}`;
  const label = at.kind === 'running' ? `Today: day ${at.day} of ${loop.days}` : `Today: ${loopDescription(loop, today)}`;
  const description = due.length > 0 ? `${due.length} due` : coming;
  // Another id with children than without: the editor keeps a node's expansion, and one that had none stays closed.
  const id = due.length > 0 ? 'today/due' : 'today';
  return [node({ id, kind: 'today', label, description, icon: 'today', tooltip: formatDate(today), children: due, open: true })];
}

function dueNode(loop: Loop, due: Due): TrackerNode {
  if (due.kind === 'round') {
    const { round } = due;
    const place = { path: round.path };
    return node({ id: `due/${round.path}`, kind: 'due', label: round.title, description: facts([round.time, minutes(round)]), icon: 'next', round: round.id, place });
  }
  if (due.kind === 'feedback') {
    const tooltip = loop.feedback?.note;
    return node({ id: 'due/feedback', kind: 'due', label: due.title, icon: 'feedback', ...(tooltip === undefined ? {} : { tooltip }) });
  }
  const { item, overdue } = due;
  const description = overdue && item.due !== undefined ? `since ${formatShortDate(item.due)}` : undefined;
  return node({
    id: `due/${item.text}`,
    kind: 'due',
    label: plainText(taskTitle(item.text)),
    tooltip: plainText(item.text),
    place: { path: loop.preparation?.path ?? '', line: item.line },
    item: { text: item.text, checked: item.checked },
    ...(overdue ? { icon: 'overdue' } : {}),
    ...(description === undefined ? {} : { description }),
  });
}

function problemNode({ path, start, end, message, severity }: Loop['problems'][number], index: number): TrackerNode {
  const file = path.slice(path.indexOf('/') + 1);
  return node({ id: `problem/${index}/${path}`, kind: 'problem', label: message, description: file, icon: severity === 'error' ? 'error' : 'problem', tooltip: `${message}\n${path}`, spoken: `Problem in ${file}: ${message}`, place: { path, start, end } });
}

function preparationNodes({ preparation }: Loop, options: TrackerOptions): TrackerNode[] {
  if (!preparation) return [];
  const { done, all } = progress(preparation.items);
  const children = itemNodes(preparation.path, preparation.items, options.hideDone);
  const spoken = `Preparation, ${done} of ${all} done`;
  return [node({ id: 'preparation', kind: 'preparation', label: 'Preparation', description: `${done}/${all}`, icon: 'preparation', tooltip: spoken, spoken, place: { path: preparation.path }, children })];
}

function roundNode(round: Round, { hideDone, today }: TrackerOptions, isNext: boolean): TrackerNode {
  const { done, all } = progress(round.items);
  const date = round.date === undefined ? 'no date' : round.date === today ? 'today' : formatShortDate(round.date);
  const count = all === 0 ? undefined : `${done}/${all}`;
  const status = round.status === 'planned' ? undefined : round.status;
  const tooltip = [
    facts([round.title, status]),
    facts([round.date === undefined ? 'No date yet' : formatDate(round.date), round.time, minutes(round), round.pinned ? 'pinned' : undefined]),
    all === 0 ? 'No checklist' : `${done} of ${all} items done`,
  ].join('\n');
  return node({
    id: `round/${round.path}`,
    kind: 'round',
    label: round.title,
    description: facts([date, round.time, minutes(round), count, status]),
    icon: round.status === 'planned' ? (isNext ? 'next' : 'planned') : round.status,
    tooltip,
    spoken: `Round ${round.number}, ${tooltip.replace(/\n/gu, ', ')}`,
    place: { path: round.path },
    round: round.id,
    children: itemNodes(round.path, round.items, hideDone),
  });
}

function feedbackNode({ title, date, note }: FeedbackDay): TrackerNode {
  const description = date === undefined ? 'no day left' : formatShortDate(date);
  return node({ id: 'feedback', kind: 'feedback', label: title, description, icon: 'feedback', tooltip: note === undefined ? title : `${title}\n${note}` });
}

function documentNodes(loop: Loop): TrackerNode[] {
  if (loop.documents.length === 0) return [];
  const children = loop.documents.map(({ path, title }) => node({ id: `document/${path}`, kind: 'document', label: title, icon: 'document', tooltip: path, place: { path } }));
  return [node({ id: 'documents', kind: 'documents', label: 'Documents', icon: 'documents', description: String(children.length), children })];
}

/** Items nested by their indent, in the order of the file. A done one is hidden unless something open is under it. */
function itemNodes(path: string, items: readonly (ChecklistItem | PreparationItem)[], hideDone: boolean): TrackerNode[] {
  const counts = new Map<string, number>();
  let index = 0;
  const nest = (indent: number): TrackerNode[] => {
    const nodes: TrackerNode[] = [];
    for (let item = items[index]; item !== undefined && item.indent >= indent; item = items[index]) {
      index += 1;
      const count = (counts.get(item.text) ?? 0) + 1;
      counts.set(item.text, count);
      const children = nest(item.indent + 1);
      if (!hideDone || !item.checked || children.length > 0) nodes.push(itemNode(path, item, count, children));
    }
    return nodes;
  };
  return nest(0);
}

function itemNode(path: string, item: ChecklistItem | PreparationItem, count: number, children: readonly TrackerNode[]): TrackerNode {
  const due = 'due' in item && item.due !== undefined && !item.checked ? formatShortDate(item.due) : undefined;
  const label = plainText(taskTitle(item.text)) || '(empty)';
  return node({
    id: `item/${path}/${count}/${item.text}`,
    kind: 'item',
    label,
    tooltip: plainText(item.text) || label,
    spoken: facts([label, due && `due ${due}`]),
    place: { path, line: item.line },
    item: { text: item.text, checked: item.checked },
    children,
    open: true,
    ...(due === undefined ? {} : { description: due }),
  });
}

type NodeInput = Pick<TrackerNode, 'id' | 'kind' | 'label'> & Partial<TrackerNode>;

function node(input: NodeInput): TrackerNode {
  const spoken = facts([input.label, input.description]);
  return { tooltip: input.label, spoken, children: [], open: false, ...input };
}

const facts = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(' · ');
const minutes = ({ minutes: length }: Round): string | undefined => (length === undefined ? undefined : `${length} min`);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
