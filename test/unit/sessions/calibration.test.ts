import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  calibrationCells,
  calibrationClaims,
  calibrationOf,
  FEWEST_CASES,
  type CalibratedLoop,
} from '../../../src/core/sessions/calibration';
import { runs } from '../../support/properties';

type Run = CalibratedLoop['sessions'][number];

const mock = (own: number | undefined, peer: number | undefined, more: Partial<Run> = {}): Run => ({
  round: 'design',
  kind: 'mock',
  scores: own === undefined ? {} : { 'trade-offs': own as 1 },
  peerScores: peer === undefined ? {} : { 'trade-offs': peer as 1 },
  started: '2026-11-20T10:00:00+01:00',
  scheduled: undefined,
  ...more,
});
const loop = (sessions: readonly Run[], status: 'planned' | 'passed' | 'failed' = 'planned'): CalibratedLoop => ({
  sessions,
  rounds: [{ id: 'design', status, date: '2026-11-25' }],
  competencies: [{ id: 'trade-offs', title: 'Trade-offs' }],
});

describe('Calibration', () => {
  it('says how much higher one rates oneself than peers do, over all loops', () => {
    const rows = calibrationOf([loop([mock(4, 3), mock(3, 3)]), loop([mock(4, 2)])]);
    assert.deepEqual(rows, [
      {
        id: 'trade-offs',
        title: 'Trade-offs',
        againstPeers: { mean: 1, cases: 3 },
        passed: undefined,
        failed: undefined,
      },
    ]);
    assert.deepEqual(calibrationClaims(rows), ['You rate Trade-offs 1.0 higher than peers do (3 mocks).']);
    assert.deepEqual(calibrationClaims(calibrationOf([loop([mock(3, 3), mock(2, 2), mock(1, 1)])])), [
      'You rate Trade-offs much as peers do (3 mocks).',
    ]);
  });

  it('says which own scores went with rounds that were passed, and with those that were failed', () => {
    const passed = loop([mock(4, undefined), mock(3, undefined, { kind: 'solo' })], 'passed');
    const failed = loop([mock(2, undefined)], 'failed');
    assert.deepEqual(calibrationClaims(calibrationOf([passed, passed, passed, failed, failed, failed])), [
      'Before rounds that you passed, you gave yourself 3.5 (3 rounds) for Trade-offs; before those you failed, 2.0 (3 rounds).',
    ]);
    const later = mock(1, undefined, { started: '2026-11-26T10:00:00+01:00' });
    assert.deepEqual(calibrationOf([loop([later], 'passed')]), [], 'practice after the round says nothing of it');
  });

  it('claims nothing of fewer cases than it says, but says how many there are', () => {
    const rows = calibrationOf([loop([mock(4, 1), mock(4, 1)], 'passed')]);
    assert.deepEqual(calibrationClaims(rows), []);
    assert.deepEqual(rows.map(calibrationCells), [
      {
        title: 'Trade-offs',
        againstPeers: '2 mocks: too few to say',
        passed: '1 round: too few to say',
        failed: 'no rounds',
      },
    ]);
  });

  it('leaves out scores that are missing, and solo runs where peers are compared', () => {
    assert.deepEqual(calibrationOf([loop([mock(4, undefined), mock(undefined, 3), mock(4, 3, { kind: 'solo' })])]), []);
  });

  const score = fc.option(fc.constantFrom(1, 2, 3, 4), { nil: undefined });
  const run = fc
    .tuple(score, score, fc.constantFrom('mock' as const, 'solo' as const))
    .map(([own, peer, kind]) => mock(own, peer, { kind }));
  const loops = fc.array(
    fc.tuple(
      fc.array(run, { maxLength: 6 }),
      fc.constantFrom('planned' as const, 'passed' as const, 'failed' as const),
    ),
    { maxLength: 5 },
  );
  const ofAll = (all: readonly (readonly [readonly Run[], 'planned' | 'passed' | 'failed'])[]) =>
    calibrationOf(all.map(([sessions, status]) => loop(sessions, status)));

  it('does not depend on the order of loops and sessions (property)', () => {
    fc.assert(
      fc.property(loops, (all) => {
        const turned = [...all].reverse().map(([sessions, status]) => [[...sessions].reverse(), status] as const);
        assert.deepEqual(ofAll(turned), ofAll(all));
      }),
      runs(300),
    );
  });

  it('is symmetric: with own and peers’ scores exchanged, the difference changes its sign alone (property)', () => {
    fc.assert(
      fc.property(loops, (all) => {
        const turned = all.map(
          ([sessions, status]) =>
            [sessions.map((each) => ({ ...each, scores: each.peerScores, peerScores: each.scores })), status] as const,
        );
        const [one, other] = [ofAll(all)[0]?.againstPeers, ofAll(turned)[0]?.againstPeers];
        assert.equal(one?.cases, other?.cases);
        assert.ok(one === undefined || Math.abs(one.mean + (other?.mean ?? NaN)) < 1e-12);
      }),
      runs(300),
    );
  });

  it('is the same with runs that were not scored (property)', () => {
    fc.assert(
      fc.property(loops, (all) => {
        const more = all.map(([sessions, status]) => [[...sessions, mock(undefined, undefined)], status] as const);
        assert.deepEqual(ofAll(more), ofAll(all));
      }),
      runs(300),
    );
  });

  it('makes a claim only where enough cases are named in it (property)', () => {
    fc.assert(
      fc.property(loops, (all) => {
        for (const claim of calibrationClaims(ofAll(all)))
          for (const [, cases] of claim.matchAll(/\((\d+) (?:mock|round)s?\)/gu))
            assert.ok(Number(cases) >= FEWEST_CASES);
      }),
      runs(300),
    );
  });
});
