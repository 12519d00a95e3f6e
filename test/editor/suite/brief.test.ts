import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';
import { ROUND_FILE, ROUND_TEXT, ROUND_WORKSPACE } from '../../support/roundWorkspace';

const pack = (name: string): vscode.Uri => workspaceUri('prep', 'acme', 'packs', name);
const roundUri = workspaceUri(...ROUND_FILE.split('/'));
const ROUND = { loop: 'acme', round: 'system-design' };
const run = (command: string, argument: unknown): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand(`prepLoop.${command}`, argument);
const tabs = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all.map(({ label }) => label));

describe('The page of a round and the loop pack, in the editor', () => {
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await write(roundUri, `${ROUND_TEXT}\n## Brief\n\nOpen with: I size before I draw.\n`);
    await write(workspaceUri('prep', 'acme', 'offer.md'), '---\nbase: 217431\n---\n');
    await vscode.commands.executeCommand('prepLoop.refresh');
    notifications = new Notifications();
  });
  afterEach(() => notifications.restore());
  after(emptyWorkspace);

  it('opens one panel for each round', async () => {
    await run('openBrief', ROUND);
    await until('the panel', () => tabs().includes('Page: System Design'));
    await run('openBrief', ROUND);
    assert.equal(tabs().filter((label) => label === 'Page: System Design').length, 1);
  });

  it('exports the page as HTML and Markdown, and gives the one that was asked for', async () => {
    assert.equal((await run('exportBrief', ROUND))?.toString(), pack('brief-system-design.html').toString());
    const html = await onDisk(pack('brief-system-design.html'));
    assert.match(html, /<li class="said">I size before I draw\.<\/li>/u);
    assert.match(await onDisk(pack('brief-system-design.md')), /## Open with\n\n- I size before I draw\.\n/u);
    const target = workspaceUri('out', 'page.md');
    assert.equal((await run('exportBrief', { ...ROUND, target }))?.toString(), target.toString());
    assert.deepEqual(await tree(workspaceUri('out')), ['page.html', 'page.md']);
    assert.deepEqual(notifications.messages, [], 'a caller that names the round is not talked to');
  });

  it('exports the loop as one file without what is private, and with it where it is named', async () => {
    assert.equal((await run('exportLoopPack', { loop: 'acme' }))?.toString(), pack('loop-pack.html').toString());
    const html = await onDisk(pack('loop-pack.html'));
    assert.match(html, /<h2>Plan<\/h2>/u);
    assert.match(html, /I size before I draw/u);
    assert.ok(!html.includes('217,431') && !html.includes('217431'));
    await run('exportLoopPack', { loop: 'acme', include: ['offer'] });
    assert.match(await onDisk(pack('loop-pack-2.html')), /217,431/u);
    assert.equal(await run('exportLoopPack', { loop: 'acme', include: ['everything'] }), undefined);
    assert.match(notifications.messages.join(), /no part “everything”/u);
  });
});
