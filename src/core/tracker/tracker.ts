/** The tracker as a tree of plain values: what a loop shows on a day, in order. The view only draws it. */
import { plainText, type ChecklistItem, progress } from '../checklist/checklist';
import { textOfItem } from '../checklist/taskDate';
import { taskTitle } from '../checklist/taskTitle';
import type { CalendarDate } from '../days/dates';
import { formatDate, formatShortDate } from '../days/dates';
import { loopDay, nextRound } from '../loop/loopDay';
import type { FeedbackDay, Loop, PreparationItem, Round } from '../loop/model';
import { trendOf, type RoundTrend } from '../sessions/trend';
import { trendLines } from '../sessions/trendWords';
import { composeToday } from '../today/compose';
import type { TodayFacts } from '../today/model';
import { mocksNode } from './mockNodes';
import { practiceNode } from './practiceNodes';
import { todayNode } from './todayNodes';
import { facts, minutesText, node, type TrackerNode } from './trackerNode';

export interface TrackerOptions {
  readonly hideDone: boolean;
  /** Whether the loop's day stands elsewhere: above several loops, or nowhere where it is closed. */
  readonly hideToday?: boolean;
}

/**
 * What stands under a loop: today, problems, preparation, the rounds with the feedback day in its place, mocks,
 * documents.
 */
export function trackerNodes(given: TodayFacts, options: TrackerOptions): TrackerNode[] {
  const { loop, today, sessions } = given;
  const problems = [...loop.problems, ...sessions.flatMap((session) => session.problems)];
  const coming =
    nextRound(loop, today) ?? loop.rounds.find(({ date, status }) => date === today && status === 'planned');
  const rounds = loop.rounds.flatMap((round) => {
    const line = roundNode(round, options, today, round === coming, trendOf(sessions, round.id));
    return loop.feedback?.after === round.id ? [line, feedbackNode(loop.feedback)] : [line];
  });
  return [
    ...(options.hideToday ? [] : todayNodes(given)),
    ...problems.map(problemNode),
    ...preparationNodes(loop, options),
    ...rounds,
    ...mocksNode(given, options.hideDone),
    ...documentNodes(loop),
  ];
}

/** The loop's own line: how far it is. */
export function loopDescription(loop: Loop, today: CalendarDate): string {
  if (loop.closed)
    return facts([
      loop.closed.outcome,
      `closed${loop.closed.date === undefined ? '' : ` ${formatShortDate(loop.closed.date)}`}`,
    ]);
  const at = loopDay(loop, today);
  if (at === undefined) return '';
  if (at.kind === 'running') return `day ${at.day} of ${loop.days}`;
  return at.kind === 'over' ? `over after ${loop.days} days` : `starts in ${days(at.days)}`;
}

function todayNodes(given: TodayFacts): TrackerNode[] {
  return loopDay(given.loop, given.today) === undefined ? [] : [todayNode('Today', composeToday(given))];
}

function problemNode({ path, start, end, message, severity }: Loop['problems'][number], index: number): TrackerNode {
  const file = path.slice(path.indexOf('/') + 1);
  return node({
    id: `problem/${index}/${path}`,
    kind: 'problem',
    label: message,
    description: file,
    icon: severity === 'error' ? 'error' : 'problem',
    tooltip: `${message}\n${path}`,
    spoken: `Problem in ${file}: ${message}`,
    place: { path, start, end },
  });
}

function preparationNodes({ preparation }: Loop, options: TrackerOptions): TrackerNode[] {
  if (!preparation) return [];
  const { done, all } = progress(preparation.items);
  const children = itemNodes(preparation.path, preparation.items, options.hideDone);
  const spoken = `Preparation, ${done} of ${all} done`;
  return [
    node({
      id: 'preparation',
      kind: 'preparation',
      label: 'Preparation',
      description: `${done}/${all}`,
      icon: 'preparation',
      tooltip: spoken,
      spoken,
      place: { path: preparation.path },
      children,
    }),
  ];
}

function roundNode(
  round: Round,
  { hideDone }: TrackerOptions,
  today: CalendarDate,
  isNext: boolean,
  trend: RoundTrend,
): TrackerNode {
  const { done, all } = progress(round.items);
  const date = round.date === undefined ? 'no date' : round.date === today ? 'today' : formatShortDate(round.date);
  const count = all === 0 ? undefined : `${done}/${all}`;
  const status = round.status === 'planned' ? undefined : round.status;
  const tooltip = [
    facts([round.title, status]),
    facts([
      round.date === undefined ? 'No date yet' : formatDate(round.date),
      round.time,
      minutesText(round.minutes),
      round.pinned ? 'pinned' : undefined,
    ]),
    all === 0 ? 'No checklist' : `${done} of ${all} items done`,
    ...trendLines(trend, today),
  ].join('\n');
  return node({
    id: `round/${round.path}`,
    kind: 'round',
    label: round.title,
    description: facts([date, round.time, minutesText(round.minutes), count, status]),
    icon: round.status === 'planned' ? (isNext ? 'next' : 'planned') : round.status,
    tooltip,
    spoken: `Round ${round.number}, ${tooltip.replace(/\n/gu, ', ')}`,
    place: { path: round.path },
    round: round.id,
    state: { pinned: round.pinned, status: round.status },
    children: [...itemNodes(round.path, round.items, hideDone), practiceNode(round, trend, today)],
  });
}

function feedbackNode({ title, date, note }: FeedbackDay): TrackerNode {
  const description = date === undefined ? 'no day left' : formatShortDate(date);
  return node({
    id: 'feedback',
    kind: 'feedback',
    label: title,
    description,
    icon: 'feedback',
    tooltip: note === undefined ? title : `${title}\n${note}`,
  });
}

function documentNodes(loop: Loop): TrackerNode[] {
  if (loop.documents.length === 0) return [];
  const children = loop.documents.map(({ path, title }) =>
    node({ id: `document/${path}`, kind: 'document', label: title, icon: 'document', tooltip: path, place: { path } }),
  );
  return [
    node({
      id: 'documents',
      kind: 'documents',
      label: 'Documents',
      icon: 'documents',
      description: String(children.length),
      children,
    }),
  ];
}

/** Items nested by their indent, in the order of the file. A done one is hidden unless something open is under it. */
function itemNodes(
  path: string,
  items: readonly (ChecklistItem | PreparationItem)[],
  hideDone: boolean,
): TrackerNode[] {
  const counts = new Map<string, number>();
  let index = 0;
  const nest = (indent: number): TrackerNode[] => {
    const nodes: TrackerNode[] = [];
    for (let item = items[index]; item !== undefined && item.indent >= indent; item = items[index]) {
      index += 1;
      const text = textOfItem(item.text);
      const count = (counts.get(text) ?? 0) + 1;
      counts.set(text, count);
      const children = nest(item.indent + 1);
      if (!hideDone || !item.checked || children.length > 0) nodes.push(itemNode(path, item, count, children));
    }
    return nodes;
  };
  return nest(0);
}

function itemNode(
  path: string,
  item: ChecklistItem | PreparationItem,
  count: number,
  children: readonly TrackerNode[],
): TrackerNode {
  const due = 'due' in item && item.due !== undefined && !item.checked ? formatShortDate(item.due) : undefined;
  const label = plainText(taskTitle(item.text)) || '(empty)';
  return node({
    id: `item/${path}/${count}/${textOfItem(item.text)}`,
    kind: 'item',
    label,
    tooltip: [plainText(textOfItem(item.text)) || label, carriedOver(item)]
      .filter((line) => line !== undefined)
      .join('\n'),
    spoken: facts([label, due && `due ${due}`]),
    place: { path, line: item.line },
    item: { text: item.text, checked: item.checked },
    children,
    open: true,
    ...(due === undefined ? {} : { description: due }),
  });
}

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

function carriedOver(item: ChecklistItem | PreparationItem): string | undefined {
  const own = 'own' in item ? item.own : undefined;
  return own?.was === undefined ? undefined : `First due ${formatDate(own.was)}`;
}
