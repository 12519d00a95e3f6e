import assert from 'node:assert/strict';
import { assembleLoop } from '../../../src/core/loop/assemble';
import { parseFile } from '../../../src/core/loop/parseFile';
import { mocksDue, mocksOf, proposedDay } from '../../../src/core/sessions/mocks';
import type { Session } from '../../../src/core/sessions/sessionModel';
import { composeToday } from '../../../src/core/today/composeToday';
import type { Row } from '../../../src/core/tracker/row';
import { trackerRows } from '../../../src/core/tracker/trackerRows';
import { builtIn } from '../loop/builtIn';
import { sessionWith } from './sample';

const STARTED = '2026-11-26T14:31:00+01:00';
const planned = sessionWith();
const unscored = sessionWith({ path: 'a/sessions/2.md', started: STARTED, scores: { 'streaming-scale': 3 } });
const done = sessionWith({
  path: 'a/sessions/3.md',
  started: STARTED,
  scores: { 'streaming-scale': 3, 'trade-offs': 2 },
  peerScores: { 'streaming-scale': 2, 'trade-offs': 2 },
});
const solo = sessionWith({
  path: 'a/sessions/4.md',
  kind: 'solo',
  peer: undefined,
  scheduled: undefined,
  started: STARTED,
});

const loop = assembleLoop(
  'a',
  new Map([
    ['loop.md', parseFile('---\nplaybook: confluent-ai-ml-pm\nfirstContact: 2026-11-23\ndays: 22\n---\n')],
    ['rounds/02-system-design.md', parseFile('---\nround: system-design\ndate: 2026-12-01\n---\n# System Design\n')],
  ]),
  [],
  () => builtIn('confluent-ai-ml-pm'),
);
const states = (sessions: readonly Session[], today: string): string[] =>
  mocksOf(sessions, today).map(({ state }) => state);
const rowsOn = (today: string, sessions: readonly Session[], hideDone = false): Row[] =>
  trackerRows({ loop, today, sessions }, { hideDone });

describe('A mock interview', () => {
  it('is planned until its day is over, then missed; once run, it waits for the peer’s scores', () => {
    assert.deepEqual(states([planned], '2026-11-25'), ['planned']);
    assert.deepEqual(states([planned], '2026-11-26'), ['planned']);
    assert.deepEqual(states([planned], '2026-11-27'), ['overdue']);
    assert.deepEqual(states([unscored, done, solo], '2026-12-10'), ['unscored', 'done']);
    assert.deepEqual(states([{ ...unscored, peerHire: 'hire' }], '2026-12-10'), ['done'], 'a decision is enough');
    assert.deepEqual(
      states([sessionWith({ scheduled: undefined })], '2026-12-10'),
      ['planned'],
      'without a day it cannot be missed',
    );
  });

  it('asks for something until it is scored, and a practice run alone never does', () => {
    const due = mocksDue([solo, done, unscored, planned, sessionWith({ scheduled: undefined })], '2026-11-27');
    assert.deepEqual(
      due.map(({ state, date }) => [state, date]),
      [
        ['overdue', '2026-11-26'],
        ['unscored', '2026-11-26'],
      ],
    );
  });

  it('appears in Today: by its time on its day, late once missed, and with what to do once run', () => {
    const on = (today: string, session: Session) => composeToday({ loop, today, sessions: [session] });
    const [today] = on('2026-11-26', planned).due;
    assert.deepEqual([today?.label, today?.time, today?.minutes], ['Mock: System Design with Sam Park', '14:30', 45]);
    assert.equal(on('2026-11-25', planned).tomorrow[0]?.label, 'Mock: System Design with Sam Park');
    assert.deepEqual([on('2026-11-27', planned).due[0]?.date, on('2026-11-27', planned).slipped], ['2026-11-26', 1]);
    const [score] = on('2026-11-26', unscored).due;
    assert.deepEqual(
      [score?.label, score?.command?.id, score?.command?.argument],
      ['Score the mock: System Design with Sam Park', 'prepLoop.scoreMock', { loop: 'a', session: unscored.path }],
    );
    assert.deepEqual(on('2026-11-27', done).due, []);
  });

  it('appears under Mocks between the rounds and the documents, with self and peer side by side in its tooltip', () => {
    const rows = rowsOn('2026-11-27', [planned, unscored, done, solo]);
    const mocks = rows.find((row) => row.kind === 'mocks');
    assert.equal(mocks?.description, '1 missed · 1 to score · 1 done');
    assert.deepEqual(
      mocks.children.map(({ label, description, icon, menu }) => [label, description, icon, menu]),
      [
        ['System Design with Sam Park', 'Thu 26 Nov · missed', 'overdue', 'mock-overdue'],
        ['System Design with Sam Park', 'Thu 26 Nov · to score', 'unscored', 'mock-unscored'],
        ['System Design with Sam Park', 'Thu 26 Nov · you 2.5, peer 2.0', 'done', 'mock-done'],
      ],
    );
    assert.deepEqual(mocks.children[2]?.tooltip.split('\n').slice(2), [
      'Sam Park shipped: a ranking model at 2M events/s',
      'Serving at streaming scale: you 3, peer 2 (you saw 1 more)',
      'Trade-offs: you 2, peer 2',
    ]);
    assert.equal(new Set(mocks.children.map(({ id }) => id)).size, 3);
    assert.ok(rows.indexOf(mocks) > rows.findIndex(({ kind }) => kind === 'round'));
  });

  it('is hidden with the other done items, and still counted', () => {
    const mocks = rowsOn('2026-11-25', [planned, done], true).find((row) => row.kind === 'mocks');
    assert.equal(mocks?.description, '1 planned · 1 done');
    assert.deepEqual(
      mocks.children.map(({ menu }) => menu),
      ['mock-planned'],
    );
  });

  it('is offered for planning when there is none', () => {
    const mocks = rowsOn('2026-11-27', [solo]).find((row) => row.kind === 'mocks');
    assert.deepEqual(
      [mocks?.description, mocks?.command?.id, mocks?.command?.argument],
      ['none planned', 'prepLoop.planMock', { loop: 'a' }],
    );
  });
});

describe('the day that is proposed for a mock', () => {
  const proposals = (rounds: readonly (string | undefined)[]): string[] =>
    rounds.map((date) => proposedDay(date, '2026-11-27'));

  it('is in two days, and never after the round it prepares for', () => {
    assert.deepEqual(proposals(['2026-12-09', '2026-11-30', '2026-11-29', '2026-11-28']), [
      '2026-11-29',
      '2026-11-29',
      '2026-11-28',
      '2026-11-27',
    ]);
  });

  it('is in two days where the round has no day, or is over', () => {
    assert.deepEqual(proposals([undefined, '2026-11-27', '2026-11-01']), ['2026-11-29', '2026-11-29', '2026-11-29']);
  });
});
