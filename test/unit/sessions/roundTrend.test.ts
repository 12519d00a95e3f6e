import assert from 'node:assert/strict';
import { trendOf, trendSummary } from '../../../src/core/sessions/roundTrend';
import { trendLines } from '../../../src/core/sessions/trendWords';
import { EMPTY_SESSION, type Session } from '../../../src/core/sessions/sessionModel';

function session(started: string | undefined, change: Partial<Session> = {}): Session {
  return {
    ...EMPTY_SESSION,
    path: `acme/sessions/${started ?? 'planned'}.md`,
    round: 'system-design',
    kind: 'solo',
    started,
    phases: [
      { title: 'Frame', planned: 300, actual: 330 },
      { title: 'Design', planned: 600, actual: 500 },
    ],
    ...change,
  };
}

const LATE = session('2026-11-24T18:05:00+01:00', {
  kind: 'mock',
  scores: { scale: 3, 'trade-offs': 2 },
  peerScores: { scale: 4 },
  phases: [
    { title: 'Frame', planned: 300, actual: 390 },
    { title: 'Operate', planned: 60, actual: 60 },
  ],
});
const EARLY = session('2026-11-24T17:30:00+02:00', { scores: { scale: 1 } });

describe('The trend of a round', () => {
  it('has its runs in the order of time, whatever their files are called, and no other', () => {
    const { runs } = trendOf(
      [LATE, session(undefined), EARLY, session('2026-11-25T10:00:00Z', { round: 'phone-screen' })],
      'system-design',
    );
    assert.deepEqual(
      runs.map(({ path, date, kind, self, peer, overtime }) => [path, date, kind, self, peer, overtime]),
      [
        [EARLY.path, '2026-11-24', 'solo', 1, undefined, 30],
        [LATE.path, '2026-11-24', 'mock', 2.5, 4, 90],
      ],
    );
  });

  it('has the overtime of each phase; a short one does not make up for another', () => {
    const { phases } = trendOf([EARLY, LATE], 'system-design');
    assert.deepEqual(phases, [
      { title: 'Frame', overtime: [30, 90], mean: 60, median: 60 },
      { title: 'Operate', overtime: [0], mean: 0, median: 0 },
      { title: 'Design', overtime: [0], mean: 0, median: 0 },
    ]);
  });

  it('shows a run that was cut short as such, and not as on time', () => {
    const off = session('2026-11-25T18:05:00+01:00', {
      phases: [
        { title: 'Frame', planned: 300, actual: 4 },
        { title: 'Design', planned: 2460, actual: 136 },
        { title: 'Operate', planned: 60, actual: 0 },
      ],
    });
    const trend = trendOf([EARLY, LATE, off], 'system-design');
    assert.deepEqual(
      trend.runs.map(({ brokenOff }) => brokenOff),
      [false, false, true],
    );
    assert.deepEqual(trend.phases, trendOf([EARLY, LATE], 'system-design').phases);
    assert.equal(trendSummary(trend), '3 runs · cut short after 2:20');
    assert.match(trendLines(trend, '2026-11-25')[0] ?? '', /2 of 47 min, cut short$/u);
    const skipped = session('2026-11-25T18:05:00+01:00', {
      phases: [
        { title: 'Frame', planned: 300, actual: 900 },
        { title: 'Design', planned: 600, actual: 0 },
      ],
    });
    assert.equal(trendSummary(trendOf([skipped], 'system-design')), '1 run · cut short after 15:00');
    assert.deepEqual(
      trendOf([skipped], 'system-design').phases.map(({ title, overtime }) => [title, ...overtime]),
      [['Frame', 600]],
    );
  });

  it('is said in a line', () => {
    assert.equal(trendSummary(trendOf([EARLY, LATE], 'system-design')), '2 runs · self 2.5, peer 4 · 1:30 over');
    assert.equal(
      trendSummary(trendOf([session('2026-11-24T18:05:00Z', { phases: [] })], 'system-design')),
      '1 run · on time',
    );
    assert.equal(trendSummary(trendOf([], 'system-design')), '');
  });
});
