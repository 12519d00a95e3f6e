import assert from 'node:assert/strict';
import { markerLine, withLine } from '../../../src/core/practice/mark';
import { snapshot } from '../../../src/core/timer/snapshot';
import { timedRound } from '../../../src/core/timer/subject';
import { createTimer, nextPhase, pause, resume, start } from '../../../src/core/timer/timer';

const T0 = Date.UTC(2030, 0, 8, 9);
const running = start(
  createTimer({
    subject: timedRound({ loop: 'file:///w/prep/acme', round: 'r' }),
    title: 'Round',
    phases: [
      { title: 'Frame', plannedMs: 60_000 },
      { title: 'Trade\noffs', plannedMs: 60_000 },
    ],
  }),
  T0,
);

describe('A marker in the notes', () => {
  it('is a line with the time of the run, pauses left out, and the phase', () => {
    assert.equal(markerLine(snapshot(running, T0 + 9999)), '- 00:09 · Frame · ');
    const later = resume(pause(nextPhase(running, T0 + 50_000), T0 + 60_000), T0 + 900_000);
    assert.equal(markerLine(snapshot(later, T0 + 900_000 + 5000), 'latency'), '- 01:05 · Trade offs · latency');
  });

  it('stands on a line of its own', () => {
    assert.deepEqual(
      ['', 'Ask first.', 'Ask first.\n'].map((notes) => withLine(notes, '- 00:09')),
      ['- 00:09', 'Ask first.\n- 00:09', 'Ask first.\n- 00:09'],
    );
  });
});
