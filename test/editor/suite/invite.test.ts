import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { InviteResult } from '../../../src/commandTable';
import { Notifications } from '../messages';
import { emptyWorkspace, onDisk as read, workspaceUri, write } from '../support';

const ROUND =
  '---\nround: phone-screen # ours\ndate: 2026-12-01\npinned: false\nstatus: planned\n---\n# Phone screen\n\n- [ ] Know it\n';
const INVITE =
  'Phone screen\nThursday, December 3, 2026, 10:00 – 10:45 AM PST\nhttps://meet.google.com/abc-defg-hij\nwith Jane Doe (Director of PM)';

const file = (): vscode.Uri => workspaceUri('prep', 'acme', 'rounds', '01-phone-screen.md');
const run = (id: string, argument: object): Thenable<unknown> =>
  vscode.commands.executeCommand(`prepLoop.${id}`, argument);

describe('An invite and the people of a round', () => {
  beforeEach(async () => {
    await emptyWorkspace();
    await run('startLoop', { playbook: 'general-pm', firstContact: '2026-11-23', name: 'acme' });
    const loop = workspaceUri('prep', 'acme', 'loop.md');
    await write(
      loop,
      (await read(loop)).replace(/^timeZone: .*\n/mu, '').replace('---\n', '---\ntimeZone: Europe/Berlin\n'),
    );
    await write(file(), ROUND);
    await run('refresh', {});
  });

  after(emptyWorkspace);

  it('is read without writing anything, then written as far as it is accepted', async () => {
    const argument = { loop: 'acme', round: 'phone-screen', text: INVITE };
    const seen = (await run('readInvite', { ...argument, accept: [] })) as InviteResult;
    assert.deepEqual(
      seen.changes.map(({ part, to }) => [part, to]),
      [
        ['date', '2026-12-03'],
        ['time', '19:00'],
        ['pinned', 'true'],
        ['platform', 'Google Meet'],
        ['link', 'https://meet.google.com/abc-defg-hij'],
        ['people', 'Jane Doe, Director of PM'],
      ],
    );
    assert.equal(await read(file()), ROUND);
    await run('readInvite', { ...argument, accept: ['date', 'time', 'people'] });
    assert.equal(
      await read(file()),
      ROUND.replace('2026-12-01', '2026-12-03').replace(
        'planned\n---',
        'planned\ntime: 19:00\ninterviewers:\n  - { name: Jane Doe, role: Director of PM }\n---',
      ),
    );
  });

  it('is not asked for where the loop has no rounds: what to do is said', async () => {
    await write(workspaceUri('prep', 'bare', 'loop.md'), '---\ncompany: Bare\n---\n');
    await run('refresh', {});
    const notifications = new Notifications();
    try {
      assert.equal(await run('readInvite', { loop: 'bare' }), undefined);
    } finally {
      notifications.restore();
    }
    assert.match(notifications.messages[0] ?? '', /“bare” has no rounds yet: add a file such as rounds\//u);
  });

  it('are read from a calendar’s file, with the library that the extension brings', async () => {
    const ics = workspaceUri('invite.ics');
    const lines = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART:20261203T180000Z',
      'SUMMARY:Call',
      'END:VEVENT',
      'END:VCALENDAR',
    ];
    await write(ics, lines.join('\r\n'));
    const seen = (await run('readInvite', {
      loop: 'acme',
      round: 'phone-screen',
      uri: ics,
      accept: [],
    })) as InviteResult;
    assert.deepEqual(
      seen.changes.slice(0, 2).map(({ to }) => to),
      ['2026-12-03', '19:00'],
    );
  });

  it('are added, edited and removed, and every other byte is kept', async () => {
    const at = { loop: 'acme', round: 'phone-screen' };
    assert.equal(await run('addInterviewer', { ...at, name: 'Jane Doe', role: 'PM' }), true);
    const added = ROUND.replace('planned\n---', 'planned\ninterviewers:\n  - { name: Jane Doe, role: PM }\n---');
    assert.equal(await read(file()), added);
    assert.equal(await run('editInterviewer', { ...at, interviewer: 'Jane Doe', cares: 'cost' }), true);
    assert.equal(await read(file()), added.replace('role: PM }', 'role: PM, cares: cost }'));
    assert.equal(await run('editInterviewer', { ...at, interviewer: 'Jane Doe', link: 'javascript:x' }), false);
    assert.equal(await run('removeInterviewer', { ...at, interviewer: 'Jane Doe' }), true);
    assert.equal(await read(file()), added.replace('\n  - { name: Jane Doe, role: PM }', ''));
  });

  it('can be undone in an open document', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()));
    await run('addInterviewer', { loop: 'acme', round: 'phone-screen', name: 'Jane Doe' });
    assert.match(editor.document.getText(), /Jane Doe/u);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), ROUND);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
