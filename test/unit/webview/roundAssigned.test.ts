import assert from 'node:assert/strict';
import type { Round } from '../../../src/core/loop/loopModel';
import { assignedView } from '../../../src/webview/host/assignedView';
import { decodeFromPanel } from '../../../src/webview/protocol/round';

describe('the stories for a round’s questions, in its panel', () => {
  const stories = [{ path: 'stories/a.md', title: 'A', competencies: [], rounds: [], score: 71, sectionsFilled: 6 }];
  const round = (assigned?: Round['assigned']): Round => ({ assigned }) as Round;

  it('are shown with the gaps, and a story that is gone is one', () => {
    const assigned = [
      { prompt: 'Why us?', story: 'a' },
      { prompt: 'Why now?', story: 'gone' },
      { prompt: 'Why you?', story: undefined },
    ];
    assert.deepEqual(assignedView(round(assigned), stories).assigned, [
      { prompt: 'Why us?', title: 'A' },
      { prompt: 'Why now?' },
      { prompt: 'Why you?' },
    ]);
  });

  it('are left out where the round’s file says nothing of them', () => {
    assert.deepEqual(assignedView(round(), stories), {});
    assert.deepEqual(assignedView(undefined, stories), {});
  });

  it('are opened and changed by messages that are understood', () => {
    for (const message of [{ type: 'assignStories' }, { type: 'assigned', index: 0, title: 'A' }])
      assert.deepEqual(decodeFromPanel(message), message);
    assert.equal(decodeFromPanel({ type: 'assigned', index: -1, title: 'A' }), undefined);
  });
});
