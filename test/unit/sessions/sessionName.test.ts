import assert from 'node:assert/strict';
import fc from 'fast-check';
import { looksLikeSession, parseSession } from '../../../src/core/sessions/readSession';
import {
  dayOfSession,
  instantOf,
  areOfOneRun,
  sessionFileName,
  startedAt,
} from '../../../src/core/sessions/sessionName';
import { leastProcessorTime } from '../../host/processorTime';

const SUMMER = Date.UTC(2026, 6, 1, 16, 5, 7, 999);

describe('when a session took place', () => {
  it('is its local second with the offset, also where the clocks are being changed', () => {
    assert.equal(startedAt(SUMMER, 'Europe/Berlin'), '2026-07-01T18:05:07+02:00');
    assert.equal(startedAt(SUMMER, 'Asia/Kolkata'), '2026-07-01T21:35:07+05:30');
    assert.equal(startedAt(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin'), '2026-10-25T02:30:00+02:00');
    assert.equal(startedAt(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin'), '2026-10-25T02:30:00+01:00');
  });

  it('distinguishes two runs to the second, in whatever time zone they are written (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4e12 }),
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia'),
        fc.integer({ min: -2000, max: 2000 }),
        (at, zone, later) => {
          const one = { round: 'a', started: startedAt(at, 'UTC') };
          const other = { round: 'a', started: startedAt(Math.max(0, at + later), zone) };
          assert.equal(instantOf(one), Math.floor(at / 1000) * 1000);
          assert.equal(areOfOneRun(one, other), Math.floor(at / 1000) === Math.floor(Math.max(0, at + later) / 1000));
          assert.equal(areOfOneRun(one, { ...one, round: 'b' }), false);
        },
      ),
    );
    assert.equal(areOfOneRun({ round: 'a', started: undefined }, { round: 'a', started: undefined }), false);
  });
});

describe('the name of a session’s file', () => {
  it('is the day, the time and the round, and a number where that is taken', () => {
    const at = dayOfSession({
      started: '2026-11-22T18:05:07+01:00',
      scheduled: { date: '2026-12-01', time: undefined },
    });
    assert.ok(at);
    assert.equal(sessionFileName('system-design', at), '2026-11-22T1805-system-design.md');
    assert.equal(sessionFileName('system-design', at, 2), '2026-11-22T1805-system-design-2.md');
    assert.equal(sessionFileName('../Odd: one', { date: '2026-12-01', time: undefined }), '2026-12-01T0000-odd-one.md');
    assert.equal(dayOfSession({ started: undefined, scheduled: undefined }), undefined);
  });

  it('makes a file a session; so does front matter, and nothing else', () => {
    assert.ok(looksLikeSession('l/sessions/2026-11-22T1805-system-design.md', ''));
    assert.ok(looksLikeSession('l/sessions/mock-with-ana.md', '---\nround: a\n---\n'));
    assert.ok(!looksLikeSession('l/sessions/README.md', '# How I practise\n'));
  });
});

describe('reading many sessions', () => {
  it('is fast: 500 of them in a fifth of a second of processor time', () => {
    const text = `---\nround: system-design\nkind: solo\nstarted: 2026-11-22T18:05:07+01:00\nprompt: "Bidding: live"\nphases:\n${'  - { title: "Phase: one", planned: 300, actual: 312 }\n'.repeat(6)}scores:\n  a: 3\n  b: 2\n  c: 4\nsignals: [latency, cost]\n---\n\n# System Design\n\n## Notes\n\n${'Words about the run, and more of them.\n'.repeat(20)}\n## Markers\n\n${'- 03:12 · Phase: one · latency\n'.repeat(8)}\n## Feedback\n\n- [ ] Say the number\n`;
    const read = (): void => {
      for (let i = 0; i < 500; i += 1) assert.equal(parseSession('l/sessions/x.md', text).markers.length, 8);
    };
    const took = leastProcessorTime(read, 5);
    assert.ok(took < 200, `took ${took} ms`);
  });
});
