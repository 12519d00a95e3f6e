import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';
import { probesWorkspace } from '../../support/probesWorkspace';

const ROUND = { loop: 'acme', round: 'system-design' };
const run = <T>(command: string, argument: unknown = ROUND): Thenable<T | undefined> =>
  vscode.commands.executeCommand(`prepLoop.${command}`, argument);

describe('A run of several prompts', () => {
  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    for (const [path, text] of Object.entries(probesWorkspace())) await write(workspaceUri(...path.split('/')), text);
    await vscode.commands.executeCommand('prepLoop.refresh');
    await run('resetTimer', undefined);
  });
  after(async () => {
    await run('resetTimer');
    // The mock's run was not saved: other tests begin without one.
    await run('discardRun');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyWorkspace();
  });

  it('is drawn for the round’s panel, and shows the follow-ups of the first prompt one after the other', async () => {
    await run('openRound');
    await until('the prompts are drawn', async () => (await run('nextPush')) === 'Why not the other, in Load?');
    assert.equal(await run('nextPush'), 'And at ten times the load?');
    assert.equal(await run('nextPush'), undefined, 'there is no third');
  });

  it('goes on from prompt to prompt, in the order of the phases, and starts each one’s follow-ups again', async () => {
    await run('startTimer');
    assert.equal(await run('nextPush'), 'Why not the other, in Load?', 'a new run begins with none shown');
    assert.equal(await run('nextPrompt'), 'Ten nodes');
    assert.equal(await run('nextPush'), 'Why not the other, in Ten nodes?');
    assert.equal(await run('nextPrompt'), 'Lag');
    assert.equal(await run('nextPrompt'), undefined, 'it is the last');
    assert.equal(await run('nextPush'), 'Why not the other, in Lag?', 'and it stays on');
  });

  it('leaves the round’s timer unchanged: its phases go on independently', async () => {
    const shot = extension().exports.timer();
    assert.deepEqual([shot?.status, shot?.phaseTitle], ['running', 'Requirements']);
  });

  it('is in the session’s file, with all prompts that were drawn', async () => {
    await run('stopTimer');
    const uri = await run<vscode.Uri>('saveSession', { ...ROUND, scores: { scale: 3 } });
    assert.ok(uri);
    const text = await onDisk(uri);
    assert.match(text, /^prompts:\n {2}- Load\n {2}- Ten nodes\n {2}- Lag\nphases:/mu);
    assert.doesNotMatch(text, /^prompt:/mu);
  });

  it('has no next prompt where the peer asks, nor in a round that is not there', async () => {
    assert.equal(await run('nextPrompt', { loop: 'acme', round: 'no-such-round' }), undefined);
    const mock = await run<vscode.Uri>('planMock', { ...ROUND, peer: 'Sam', date: '2030-01-02' });
    await run('startMock', { uri: mock });
    assert.deepEqual([await run('nextPrompt'), await run('nextPush')], [undefined, undefined]);
    await run('stopTimer');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
