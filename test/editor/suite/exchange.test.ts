import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyWorkspace, extension, onDisk, workspaceUri, write } from '../support';

const loopFile = (playbook: string): string =>
  `---\nplaybook: ${playbook}\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\ntimeZone: UTC\n---\n`;
/** A playbook that is not there: then a loop has its own cards only. */
const NONE = 'no-such-playbook';
const OWN = [
  '### What does “lag” tell, and “at most once”?',
  '',
  'How far "behind" a consumer is:\ta tab, `a <b> in code`, **bold** & a second line.',
  '- 1 < 2',
  '',
  'A second paragraph.',
  '',
  '### Which figure?',
  '',
  '```sql',
  'SELECT "a"\t-- <b>',
  '```',
  '',
  '### Which acknowledgement loses nothing?',
  '',
  'It is ==acks=all== with ==two in-sync replicas==.',
  '',
  '### Lag',
  '',
  '<-> How far a consumer is behind.',
  '',
].join('\n');

describe('Drill cards out to Anki and in', () => {
  const file = workspaceUri('prep', 'acme', 'drills.md');
  const other = workspaceUri('prep', 'other', 'drills.md');
  const text = workspaceUri('from-anki.txt');
  const run = (command: string, argument: Record<string, unknown>): Thenable<vscode.Uri | undefined> =>
    vscode.commands.executeCommand<vscode.Uri | undefined>(`prepLoop.${command}`, argument);

  interface Item extends vscode.QuickPickItem {
    readonly picked: boolean;
  }

  /** Answers the list of cards to add. @param answer which of the items are ticked; undefined leaves the list. */
  async function choosing<T>(answer: (items: readonly Item[]) => readonly Item[] | undefined, act: () => Thenable<T>) {
    const { showQuickPick } = vscode.window;
    Object.assign(vscode.window, { showQuickPick: (items: Item[]) => Promise.resolve(answer(items)) });
    try {
      return await act();
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
  }

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'acme', 'loop.md'), loopFile(NONE));
    await write(workspaceUri('prep', 'other', 'loop.md'), loopFile(NONE));
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('survive the way there and back as they were: tabs, line breaks, quotes, bold text, code, gaps, both ways', async () => {
    await write(file, OWN);
    const out = await run('exportCards', { loop: 'acme' });
    assert.ok(out);
    const exported = await onDisk(out);
    assert.deepEqual(exported.split('\n').slice(0, 4), [
      '#separator:tab',
      '#html:true',
      '#tags column:3',
      '#notetype column:4',
    ]);
    assert.match(exported, /<b>bold<\/b> &amp; a second line\./u);
    assert.match(exported, /\{\{c1::acks=all\}\}.*\{\{c2::two in-sync replicas\}\}/u);
    assert.equal((await run('importCards', { loop: 'other', uri: out }))?.toString(), other.toString());
    assert.equal(await onDisk(other), OWN);
    const second = await run('exportCards', { loop: 'other' });
    assert.equal(second && (await onDisk(second)), exported);
  });

  it('carry their competencies as tags, and only those that the playbook has come in', async () => {
    await write(workspaceUri('prep', 'acme', 'loop.md'), loopFile('general-pm'));
    await vscode.commands.executeCommand('prepLoop.refresh');
    await write(text, '#separator:tab\n#html:true\n#tags column:3\nWho?\tMe.\tanalytics marked leech\n');
    await run('importCards', { loop: 'acme', uri: text });
    assert.equal(await onDisk(file), '### Who?\n\nCompetencies: analytics\n\nMe.\n');
    const out = await run('exportCards', { loop: 'acme' });
    assert.ok(out);
    assert.ok((await onDisk(out)).includes('Who?\tMe.\tanalytics\tBasic\n'));
  });

  it('are shown before they are written, those that the loop has already first and not ticked', async () => {
    await write(file, '### Lag?\n\nMine.\n');
    await write(text, '#separator:semicolon\n#html:false\nNew?;A <b> tag.\nLAG;Theirs.\nNew?;Once more.\n');
    let shown: readonly (readonly [string, string, boolean])[] = [];
    const see = (items: readonly Item[]): void => {
      shown = items.map(({ label, description = '', picked }) => [label, description, picked]);
    };
    const ask = { loop: 'acme', uri: text, ask: true };
    assert.equal(
      await choosing(
        (items) => (see(items), undefined),
        () => run('importCards', ask),
      ),
      undefined,
    );
    assert.deepEqual(shown, [
      ['LAG', 'the loop has this question', false],
      ['New?', 'twice in the file', false],
      ['New?', '', true],
    ]);
    assert.equal(await onDisk(file), '### Lag?\n\nMine.\n', 'nothing is written by who leaves the list');
    await choosing(
      (items) => items.filter(({ picked }) => picked),
      () => run('importCards', ask),
    );
    const added = '### Lag?\n\nMine.\n\n### New?\n\nA <b> tag.\n';
    assert.equal(await onDisk(file), added);
    await run('importCards', { loop: 'acme', uri: text });
    assert.equal(await onDisk(file), added, 'a call leaves out what is there, and nothing is doubled');
  });

  it('are refused where a file has none, is not there, or a loop has none to export', async () => {
    await write(text, '#separator:tab\n\n');
    assert.equal(await run('importCards', { loop: 'acme', uri: text }), undefined);
    assert.equal(await run('importCards', { loop: 'acme', uri: workspaceUri('nothing.txt') }), undefined);
    assert.equal(await run('exportCards', { loop: 'acme' }), undefined);
    await assert.rejects(async () => onDisk(file));
  });
});
