import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const LOOP =
  '\uFEFF---\r\n# mine\r\nplaybook: confluent-ai-ml-pm\r\ncompany: Acme\r\nrole: PM\r\nfirstContact: 2026-11-23\r\ndays: 22\r\n---\r\n\r\n# Acme\r\n';
const uri = (...path: string[]): vscode.Uri => workspaceUri('prep', 'acme', ...path);
const close = (argument: object): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('prepLoop.closeLoop', argument);

describe('Closing a loop', () => {
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(uri('loop.md'), LOOP);
    await write(uri('preparation.md'), '- [x] One\n- [ ] Two\n');
    await write(
      uri('rounds', '01-phone-screen.md'),
      '---\nround: phone-screen\ndate: 2026-11-25\nstatus: passed\n---\n# Phone | Screen\n\n- [x] A\n- [ ] B\n',
    );
    await write(uri('reviews.jsonl'), '');
    await write(
      workspaceUri('prep', 'stories', 'bid.md'),
      '---\ntitle: Bid model\nrounds: [phone-screen]\n---\n\n## Impact\n\nSaved $2M a year.\n',
    );
    notifications = new Notifications();
  });
  afterEach(() => notifications.restore());
  after(emptyWorkspace);

  it('writes how it ended into loop.md, and nothing else there; reopening removes exactly that', async () => {
    await close({ loop: 'acme', outcome: 'rejected' });
    const today = new Date().toISOString().slice(0, 4);
    assert.match(
      await onDisk(uri('loop.md')),
      new RegExp(`days: 22\\r\\noutcome: rejected\\r\\nclosed: ${today}-\\d\\d-\\d\\d\\r\\n---\\r\\n`, 'u'),
    );
    await vscode.commands.executeCommand('prepLoop.reopenLoop', { loop: 'acme' });
    assert.equal(await onDisk(uri('loop.md')), LOOP);
    assert.deepEqual(notifications.messages, []);
  });

  it('writes a retrospective from the numbers, opens it, and shows it among the documents', async () => {
    const made = await close({ loop: 'acme', outcome: 'offer' });
    assert.equal(made?.toString(), uri('retrospective.md').toString());
    await until('it is open', () => vscode.window.activeTextEditor?.document.uri.toString() === made.toString());
    const text = await onDisk(made);
    for (const line of [
      '# Retrospective: Acme PM',
      '| Rounds | 1 passed |',
      '| Preparation | 1 of 2 tasks done |',
      '| Checklists | 1 of 2 items done |',
      '## What worked',
      '## What to change',
      '## For the next loop',
    ]) {
      assert.ok(text.includes(line), `${line} in\n${text}`);
    }
    assert.match(text, /\| Phone \\\| Screen \| Wed 25 Nov \| passed \| 1\/2 \|/u);
    assert.match(text, /\| Bid model \| /u);
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const loop = (await store.findLoop('acme'))?.loop;
    assert.ok(loop?.documents.some(({ path }) => path === 'acme/retrospective.md'));
    assert.equal(loop?.closed?.outcome, 'offer');
    for (const part of [store, files]) part.dispose();
  });

  it('never overwrites a retrospective that is there', async () => {
    await write(uri('retrospective.md'), 'mine');
    assert.equal((await close({ loop: 'acme', outcome: 'withdrawn' }))?.toString(), uri('retrospective.md').toString());
    assert.equal(await onDisk(uri('retrospective.md')), 'mine');
  });

  it('refuses a broken loop.md or an invalid outcome, and says so', async () => {
    await write(uri('loop.md'), '---\nplaybook: [oops\n---\n');
    assert.equal(await close({ loop: 'acme', outcome: 'offer' }), undefined);
    assert.deepEqual(notifications.messages, [
      'loop.md was left as it is: its front matter cannot be changed safely. Fix it, then try again.',
    ]);
    assert.equal(await onDisk(uri('loop.md')), '---\nplaybook: [oops\n---\n');
    await assert.rejects(onDisk(uri('retrospective.md')));
    assert.equal(await close({ loop: 'acme', outcome: 'perhaps' }), undefined);
    assert.match(
      notifications.messages[1] ?? '',
      /Close the loop with one of offer, rejected, withdrawn, not with “perhaps”/u,
    );
  });

  it('says so where no loop is left to close or to reopen', async () => {
    await vscode.commands.executeCommand('prepLoop.reopenLoop');
    await close({ loop: 'acme', outcome: 'offer' });
    await vscode.commands.executeCommand('prepLoop.closeLoop');
    assert.deepEqual(notifications.messages, ['No loop is closed.', 'Every loop is closed already.']);
  });
});
