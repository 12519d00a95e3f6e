import assert from 'node:assert/strict';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';
import { makeRoundView } from '../../../src/webview/host/roundView';
import { decodeFromPanel } from '../../../src/webview/protocol/round';
import { loaded, loadWith } from '../playbook/sample';

describe('The follow-ups of a prompt in a round panel', () => {
  it('are apart from what to listen for, so that they can come one at a time', () => {
    const playbook = loaded(loadWith({}));
    const [round] = playbook.rounds;
    const [prompt] = round?.prompts ?? [];
    assert.ok(round && prompt);
    const followUps = [
      { push: 'What breaks **first**?', good: 'A figure.', bad: 'A shrug.' },
      { push: 'Why?', good: 'A cost.', bad: 'Taste.' },
    ];
    const asked = { ...playbook, rounds: [{ ...round, prompts: [{ ...prompt, followUps }] }] };
    const { prompts } = makeRoundView(
      {
        roundId: round.id,
        loopName: 'acme',
        loop: undefined,
        playbook: asked,
        playbookProblems: [],
        today: '2030-01-08',
        stories: [],
        sessions: [],
        cheatSheet: '',
      },
      new MarkdownRenderer(),
    );
    assert.deepEqual(
      prompts[0]?.pushes.map(({ push, good, bad }) => [push, good, bad].map((html) => html.trim())),
      [
        ['<p>What breaks <strong>first</strong>?</p>', '<p>A figure.</p>', '<p>A shrug.</p>'],
        ['<p>Why?</p>', '<p>A cost.</p>', '<p>Taste.</p>'],
      ],
    );
    assert.doesNotMatch(prompts[0]?.more ?? '', /breaks|Taste/u);
  });

  it('and the next prompt are asked for by messages that say nothing else', () => {
    for (const type of ['nextPrompt', 'nextPush'] as const) {
      assert.deepEqual(decodeFromPanel({ type }), { type });
      assert.equal(decodeFromPanel({ type, prompt: 'Another' }), undefined);
    }
  });
});
