import assert from 'node:assert/strict';
import { loadPlaybook } from '../../../src/core/playbook/loadPlaybook';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import { makeRoundView } from '../../../src/webview/host/roundView';
import { decodeFromPanel, decodeToPanel } from '../../../src/webview/protocol/round';
import { sampleFiles } from '../playbook/sample';

const { playbook } = loadPlaybook(sampleFiles(), 'acme-pm');

const viewOf = (roundId: string) =>
  makeRoundView(
    {
      roundId,
      loopName: 'acme',
      loop: undefined,
      playbook,
      playbookProblems: [],
      today: '2030-01-08',
      stories: [],
      sessions: [],
      cheatSheet: '',
    },
    new MarkdownRenderer(),
  );

describe('a round’s whole answer, in its panel', () => {
  it('is offered where the playbook has one', () => {
    assert.deepEqual([viewOf('screen').hasExemplar, viewOf('case').hasExemplar], [true, undefined]);
    assert.ok(decodeToPanel({ type: 'round', round: viewOf('screen') }));
  });

  it('is asked for without a path: the panel never names a file', () => {
    assert.deepEqual(decodeFromPanel({ type: 'exemplar' }), { type: 'exemplar' });
    assert.equal(decodeFromPanel({ type: 'exemplar', path: 'exemplars/screen.md' }), undefined);
  });
});
