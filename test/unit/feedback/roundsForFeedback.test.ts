import assert from 'node:assert/strict';
import { roundsForFeedback } from '../../../src/core/feedback/roundsForFeedback';
import type { Round } from '../../../src/core/loop/loopModel';

const round = (id: string, date: string | undefined, more: Partial<Round> = {}): Round => ({
  id,
  number: 1,
  path: `acme/rounds/${id}.md`,
  title: id,
  date,
  time: undefined,
  minutes: 45,
  pinned: false,
  status: 'planned',
  interviewers: [],
  items: [],
  ...more,
});
const ids = (rounds: readonly Round[]): string[] => rounds.map(({ id }) => id);

describe('The rounds that feedback may be on', () => {
  const rounds = [
    round('screen', '2026-11-20', { status: 'passed' }),
    round('design', '2026-11-27'),
    round('morning', '2026-11-29', { time: '09:00' }),
    round('evening', '2026-11-29', { time: '18:00' }),
    round('final', '2026-12-04'),
    round('open', undefined),
  ];

  it('begin with the last one that took place, and end with those that are still to come', () => {
    const { tookPlace, toCome } = roundsForFeedback({ rounds }, '2026-11-29', '12:30');
    assert.deepEqual(ids(tookPlace), ['morning', 'design', 'screen']);
    assert.deepEqual(ids(toCome), ['evening', 'final', 'open']);
  });

  it('count one that has a result as one that took place, whatever its day', () => {
    const early = [...rounds.slice(0, 4), round('final', '2026-12-04', { status: 'done' })];
    assert.equal(ids(roundsForFeedback({ rounds: early }, '2026-11-21', '12:30').tookPlace)[0], 'final');
    assert.deepEqual(ids(roundsForFeedback({ rounds }, '2026-11-01', '08:00').tookPlace), ['screen']);
  });
});
