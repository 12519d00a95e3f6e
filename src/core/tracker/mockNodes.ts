/** The mock interviews of a loop as lines of the tracker. */
import { formatDate, formatShortDate } from '../days/dates';
import type { Loop } from '../loop/model';
import { roundTitle } from '../loop/model';
import { compareScores, comparisonLines } from '../sessions/compare';
import { mocksOf, mockTitle, type Mock, type MockState, mockMenu } from '../sessions/mocks';
import type { TodayFacts } from '../today/model';
import { facts, node, type TrackerIcon, type TrackerNode } from './trackerNode';

const ICONS: Readonly<Record<MockState, TrackerIcon>> = {
  planned: 'mock',
  overdue: 'overdue',
  unscored: 'unscored',
  done: 'done',
};
const STATES: Readonly<Record<MockState, string>> = {
  planned: 'planned',
  overdue: 'missed',
  unscored: 'to score',
  done: 'done',
};

/**
 * “Mocks” and what is under it, for a loop that has rounds to practise. @param hideDone whether those that are done are
 * left out.
 */
export function mocksNode({ loop, sessions, today }: TodayFacts, hideDone: boolean): TrackerNode[] {
  const mocks = mocksOf(sessions, today);
  if (mocks.length === 0 && loop.rounds.length === 0) return [];
  const children = mocks.filter(({ state }) => !hideDone || state !== 'done').map((mock) => mockNode(loop, mock));
  const description = mocks.length === 0 ? 'none planned' : summary(mocks);
  const tooltip = 'Mock interviews with peers.';
  // Another id with children than without: the editor keeps a node's expansion, and one that had none stays closed.
  const id = mocks.length === 0 ? 'mocks' : 'mocks/some';
  const plan =
    mocks.length === 0
      ? { command: { id: 'prepLoop.planMock', title: 'Plan a Mock', argument: { loop: loop.id } } as const }
      : {};
  return [
    node({ id, kind: 'mocks', label: 'Mocks', description, icon: 'mocks', tooltip, children, open: true, ...plan }),
  ];
}

function mockNode(loop: Loop, mock: Mock): TrackerNode {
  const { session, state } = mock;
  const label = mockTitle(session, roundTitle(loop, session.round));
  const { means } = compareScores(session);
  const scores = means && `you ${means.self.toFixed(1)}, peer ${means.peer.toFixed(1)}`;
  const day = mock.date === undefined ? 'no day yet' : formatShortDate(mock.date);
  const description = facts([day, state === 'done' ? scores : state === 'planned' ? mock.time : STATES[state]]);
  return node({
    id: `mock/${session.path}`,
    kind: 'mock',
    label,
    description,
    icon: ICONS[state],
    tooltip: tooltip(label, mock),
    spoken: facts(['Mock', label, day, STATES[state], scores]),
    place: { path: session.path },
    round: session.round,
    menu: mockMenu(mock),
  });
}

function tooltip(label: string, { session, state, date, time }: Mock): string {
  const when = date === undefined ? 'No day yet' : facts([formatDate(date), time]);
  const lines = comparisonLines(compareScores(session));
  const next: Record<MockState, string> = {
    planned: 'Pack the round for your peer, and start it when you both are there.',
    overdue: 'It was not run on its day: reschedule it, or delete it.',
    unscored: 'Your peer’s scores are not in yet: enter them, or import what your peer sent back.',
    done: '',
  };
  const peer =
    session.peer?.shipped === undefined ? undefined : `${session.peer.name} shipped: ${session.peer.shipped}`;
  return [label, when, peer, ...lines, next[state]].filter((line) => line !== undefined && line !== '').join('\n');
}

function summary(mocks: readonly Mock[]): string {
  const count = (wanted: MockState): string | undefined => {
    const found = mocks.filter(({ state }) => state === wanted).length;
    return found === 0 ? undefined : `${found} ${STATES[wanted]}`;
  };
  return facts([count('overdue'), count('unscored'), count('planned'), count('done')]);
}
