import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FoundStory } from '../../../src/commandTable';
import { Notifications } from '../messages';
import { answeringPicks } from '../picks';
import { emptyWorkspace, until, workspaceUri, write } from '../support';

const find = (argument: object): Thenable<readonly FoundStory[] | undefined> =>
  vscode.commands.executeCommand('prepLoop.findStory', argument);

const STORIES = {
  'wrong.md':
    '---\ntitle: A rewrite that never shipped\n---\n\n## Impact\n\nWe lost $200k.\n\n## Learned\n\nI was wrong.\n',
  'outage.md': '---\ntitle: Checkout back in 11 minutes\n---\n\n## Impact\n\nThe outage cost $40k instead of $300k.\n',
};

/** The stories, once the view of files knows them. */
async function found(argument: object): Promise<readonly FoundStory[]> {
  return until('both stories', async () => {
    const stories = await find(argument);
    return stories?.length === 2 ? stories : undefined;
  });
}

describe('Finding a story for a question', () => {
  before(async () => {
    await emptyWorkspace();
    await vscode.commands.executeCommand('prepLoop.startLoop', {
      playbook: 'general-pm',
      firstContact: '2026-11-23',
      name: 'acme',
    });
    for (const [name, text] of Object.entries(STORIES)) await write(workspaceUri('prep', 'stories', name), text);
  });

  after(emptyWorkspace);

  it('gives all stories, the best first, each with its fit and why', async () => {
    const [first, second] = await found({ loop: 'acme', question: 'Tell me about a time you failed.' });
    assert.deepEqual(
      [first?.title, first?.fit, first?.why],
      ['A rewrite that never shipped', 'strong', ['it tells of a failure or a mistake']],
    );
    assert.deepEqual([second?.title, second?.fit], ['Checkout back in 11 minutes', 'gap']);
    const [crisis] = await found({ loop: 'acme', question: 'Describe a crisis.' });
    assert.equal(crisis?.title, 'Checkout back in 11 minutes');
  });

  it('shows them as the question is typed, and opens the one that is chosen', async () => {
    const shown: string[][] = [];
    await answeringPicks(
      (pick) => {
        const labels = (): string[] => pick.items.map(({ label }) => label.replace(/^\$\([\w-]+\) /u, ''));
        shown.push(labels());
        pick.type('an outage');
        shown.push(labels());
        pick.choose(pick.items[0]?.label ?? '');
      },
      () => find({ loop: 'acme', question: 'a mistake', ask: true }),
    );
    assert.deepEqual(
      shown.map(([first]) => first),
      ['A rewrite that never shipped', 'Checkout back in 11 minutes'],
    );
    const active = vscode.window.activeTextEditor?.document.uri.path ?? '';
    assert.match(active, /outage\.md$/u);
  });

  it('offers to write one where there is no story', async () => {
    await vscode.workspace.fs.delete(workspaceUri('prep', 'stories'), { recursive: true, useTrash: false });
    const notifications = new Notifications();
    try {
      await until('what is said', async () => {
        await answeringPicks(
          (pick) => pick.hide(),
          () => find({ loop: 'acme' }),
        );
        return notifications.messages.length > 0;
      });
      assert.equal(notifications.messages[0], 'There is no story yet: write one first.');
    } finally {
      notifications.restore();
    }
  });
});
