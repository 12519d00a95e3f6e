import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { STRONG } from '../stories';
import { emptyWorkspace, extension, onDisk, tree, workspaceUri, write } from '../support';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';

const ROUND = { loop: 'acme', round: 'system-design' };
const run = (argument: unknown): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand('prepLoop.exportPack', argument);
const pack = (name: string): vscode.Uri => workspaceUri('prep', 'acme', 'packs', name);

describe('Packing a round for a peer', () => {
  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    for (const [path, text] of Object.entries(ROUND_WORKSPACE)) await write(workspaceUri(...path.split('/')), text);
    await write(workspaceUri('prep', 'stories', 'bid-model.md'), `${STRONG}\n## Notes\n\nNobody else’s business.\n`);
    await write(workspaceUri('prep', 'acme', 'offer.md'), '---\nbase: 205000\n---\n');
    await vscode.commands.executeCommand('prepLoop.refresh');
  });
  after(emptyWorkspace);

  it('writes two files into the loop’s packs, and nothing of the candidate’s own', async () => {
    const before = await tree(workspaceUri('prep'));
    const uri = await run(ROUND);
    assert.equal(uri?.toString(), pack('system-design.html').toString());
    assert.deepEqual(
      (await tree(workspaceUri('prep'))).filter((path) => !before.includes(path)),
      ['acme/packs/system-design.html', 'acme/packs/system-design.md'],
    );
    for (const name of ['system-design.html', 'system-design.md']) {
      const text = await onDisk(pack(name));
      assert.match(text, /Fraud scores in the stream/u);
      assert.match(text, /Reasons from load to design/u);
      assert.doesNotMatch(text, /205000|Bid model|Redraw the design|Nobody else/u);
    }
  });

  it('includes a story that is named, without the notes beside it, and refuses one that is not there', async () => {
    assert.equal(await run({ ...ROUND, stories: ['no-such-story'] }), undefined);
    assert.equal((await tree(workspaceUri('prep', 'acme'))).filter((path) => path.startsWith('packs')).length, 0);
    await run({ ...ROUND, stories: ['bid-model'] });
    const text = await onDisk(pack('system-design.md'));
    assert.match(text, /### Bid model\n\n#### Impact\n\nI raised revenue/u);
    assert.doesNotMatch(text, /Nobody else/u);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('overwrites nothing: a filled-in sheet stays, and the next pack gets a name of its own', async () => {
    await run(ROUND);
    const filled = (await onDisk(pack('system-design.md'))).replace('(scale):', '(scale): 3');
    await write(pack('system-design.md'), filled);
    assert.equal((await run(ROUND))?.toString(), pack('system-design-2.html').toString());
    assert.equal(await onDisk(pack('system-design.md')), filled);
    assert.equal(
      (await run(ROUND))?.toString(),
      pack('system-design-2.html').toString(),
      'the same pack again is no new file',
    );
  });

  it('goes to the file or folder given, and replaces only when asked to', async () => {
    const target = workspaceUri('out', 'for-sam.md');
    assert.equal((await run({ ...ROUND, target }))?.toString(), target.toString());
    assert.deepEqual(await tree(workspaceUri('out')), ['for-sam.html', 'for-sam.md']);
    await write(target, 'mine\n');
    await run({ ...ROUND, target: target.toString(), replace: true });
    assert.match(await onDisk(target), /^# System Design: mock interview/u);
    assert.equal(
      (await run({ ...ROUND, target: workspaceUri('out') }))?.toString(),
      workspaceUri('out', 'system-design.html').toString(),
    );
  });

  it('packs nothing for a round that is not there', async () => {
    assert.equal(await run({ loop: 'acme', round: 'no-such-round' }), undefined);
    assert.equal(await run({ loop: 'no-such-loop', round: 'system-design' }), undefined);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
