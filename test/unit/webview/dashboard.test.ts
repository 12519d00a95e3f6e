import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dashboardOf } from '../../../src/core/dashboard/dashboard';
import { decodeDashboardState, decodeFromDashboard, decodeToDashboard } from '../../../src/webview/protocol/dashboard';
import { inputOf, loopOf } from '../dashboard/sample';
import { sessionOf } from '../readiness/world';

const LOOP = 'file:///prep/acme';

describe('messages between the extension and the dashboard', () => {
  it('are understood, whatever there is of the loop', () => {
    const noStart = inputOf({
      loop: loopOf({ 'loop.md': '---\ncompany: Acme\n---\n' }),
      playbook: undefined,
      stories: [],
      sessions: [],
    });
    const spoken = inputOf({
      sessions: [{ ...sessionOf('system-design', 1), speech: { wordsPerMinute: 142, fillers: 3.1 } }],
    });
    for (const view of [dashboardOf(inputOf()).view, dashboardOf(spoken).view, dashboardOf(noStart).view, undefined]) {
      const message = JSON.parse(
        JSON.stringify({ type: 'dashboard', view, reading: false, loop: LOOP, loops: [{ uri: LOOP, title: 'Acme' }] }),
      ) as unknown;
      assert.deepEqual(decodeToDashboard(message), message);
    }
    assert.deepEqual(decodeFromDashboard({ type: 'act', action: 'review' }), { type: 'act', action: 'review' });
  });

  it('are nothing when forged or malformed', () => {
    for (const forged of [
      { type: 'act' },
      { type: 'act', action: 'review', command: 'rm' },
      { type: 'switch', loop: '../acme' },
      { type: 'run', command: 'workbench.action.quit' },
    ])
      assert.equal(decodeFromDashboard(forged), undefined);
    assert.equal(decodeDashboardState({ loop: 'acme' }), undefined);
    assert.deepEqual(decodeDashboardState({ loop: LOOP }), { loop: LOOP });
  });

  it('never make a decoder throw (property)', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        [decodeFromDashboard, decodeToDashboard, decodeDashboardState].forEach((decode) => decode(value)),
      ),
    );
  });
});
