/** The mock interviews of a loop as rows. */
import { formatDate, formatShortDate } from '../days/dates';
import type { Loop } from '../loop/loopModel';
import { roundTitle } from '../loop/loopModel';
import { compareScores, comparisonLines, type Comparison } from '../sessions/compare';
import { hireText } from '../sessions/hire';
import { mocksOf, mockTitle, type Mock, type MockState, mockMenu } from '../sessions/mocks';
import type { TodayFacts } from '../today/todayModel';
import { joined } from '../words';
import { facts, row, type MockRow, type Row, type RowIcon } from './row';

const ICONS: Readonly<Record<MockState, RowIcon>> = {
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
const NEXT_STEPS: Readonly<Record<MockState, string>> = {
  planned: 'Pack the round for your peer, and start it when you are both there.',
  overdue: 'It did not take place on its day: reschedule it, or delete it.',
  unscored: 'Your peer’s scores are not in yet: enter them, or import what your peer sent back.',
  done: '',
};

/**
 * “Mocks” and what is under it, for a loop that has rounds to practise. @param hideDone whether those that are done are
 * left out.
 */
export function mocksRows({ loop, sessions, today }: TodayFacts, hideDone: boolean): Row[] {
  const mocks = mocksOf(sessions, today);
  if (mocks.length === 0 && loop.rounds.length === 0) return [];
  const common = {
    kind: 'mocks',
    label: 'Mocks',
    icon: 'mocks',
    tooltip: 'Mock interviews with peers.',
    open: true,
  } as const;
  // Another id with children than without: the editor keeps a row's expansion, and one that had none stays closed.
  if (mocks.length === 0) {
    const command = { id: 'prepLoop.planMock', title: 'Plan a Mock', argument: { loop: loop.id } } as const;
    return [row({ ...common, id: 'mocks', description: 'none planned', command })];
  }
  const shown = mocks.filter(({ state }) => !hideDone || state !== 'done');
  const children = shown.map((mock) => mockRow(loop, mock));
  return [row({ ...common, id: 'mocks/some', description: summary(mocks), children })];
}

function mockRow(loop: Loop, mock: Mock): MockRow {
  const { session, state, date, time } = mock;
  const label = mockTitle(session, roundTitle(loop, session.round));
  const comparison = compareScores(session, loop.competencies);
  const { means } = comparison;
  const scores = means && `you ${means.self.toFixed(1)}, peer ${means.peer.toFixed(1)}`;
  const day = date === undefined ? 'no day yet' : formatShortDate(date);
  return row({
    id: `mock/${session.path}`,
    kind: 'mock',
    label,
    description: facts([day, state === 'done' ? scores : state === 'planned' ? time : STATES[state]]),
    icon: ICONS[state],
    tooltip: tooltip(label, mock, comparison),
    spoken: facts(['Mock', label, day, STATES[state], scores]),
    place: { path: session.path },
    round: session.round,
    menu: mockMenu(mock),
  });
}

function tooltip(label: string, { session, state, date, time }: Mock, comparison: Comparison): string {
  const { peer, peerHire } = session;
  const decision = peerHire === undefined ? undefined : `${peer?.name ?? 'Your peer'} says: ${hireText(peerHire)}`;
  const when = date === undefined ? 'No day yet' : facts([formatDate(date), time]);
  const shipped = peer?.shipped === undefined ? undefined : `${peer.name} shipped: ${peer.shipped}`;
  return joined([label, when, shipped, ...comparisonLines(comparison), decision, NEXT_STEPS[state]], '\n');
}

function summary(mocks: readonly Mock[]): string {
  const count = (wanted: MockState): string | undefined => {
    const found = mocks.filter(({ state }) => state === wanted).length;
    return found === 0 ? undefined : `${found} ${STATES[wanted]}`;
  };
  return facts([count('overdue'), count('unscored'), count('planned'), count('done')]);
}
