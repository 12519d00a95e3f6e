import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PrepLoopApi } from '../../../src/api';
import type { TimerSnapshot } from '../../../src/core/timer/snapshot';
import { ROUND_WORKSPACE } from '../../support/roundWorkspace';

const ROUND = { loop: 'acme', round: 'system-design' };

/** Waits until `find` gives something; tabs are told to extensions a moment after they open. */
async function until<T>(find: () => T | undefined | false, what: string): Promise<T> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 25))) {
    const found = find();
    if (found) return found;
  }
  throw new Error(`Not within ten seconds: ${what}`);
}

const roundTabs = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('prepLoop.round'));
const run = <T = TimerSnapshot>(command: string, argument?: unknown): Thenable<T> =>
  vscode.commands.executeCommand<T>(`prepLoop.${command}`, argument);

describe('A round', () => {
  let api: PrepLoopApi;
  let folder: vscode.Uri;

  before(async () => {
    const extension = vscode.extensions.getExtension<PrepLoopApi>('prep-loop.prep-loop');
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(extension && root);
    api = await extension.activate();
    folder = root;
    for (const [path, text] of Object.entries(ROUND_WORKSPACE))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(root, path), new TextEncoder().encode(text));
    await run('refresh');
  });

  after(async () => {
    await run('stopTimer');
    await run('resetTimer');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of ['prep/acme', 'prep/playbooks/acme-pm'])
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, path), { recursive: true });
    await run('refresh');
  });

  it('is timed by commands that give the timer as it is then', async () => {
    const started = await run('startTimer', ROUND);
    assert.deepEqual(
      [started.loop, started.round, started.title, started.status, started.phaseTitle],
      ['acme', 'system-design', 'System Design', 'running', 'Requirements'],
    );
    assert.deepEqual(
      started.phases.map(({ title, plannedMs }) => [title, plannedMs / 60_000]),
      [
        ['Requirements', 5],
        ['Estimate', 10],
        ['Design', 20],
        ['Questions', 10],
      ],
    );
    assert.equal((await run('pauseTimer')).status, 'paused');
    assert.equal(api.timer()?.status, 'paused');
    assert.equal((await run('resumeTimer')).status, 'running');
    const second = await run('nextPhase');
    assert.deepEqual([second.phaseIndex, second.phaseTitle], [1, 'Estimate']);
    const more = await run('addMinute');
    assert.ok(more.remainingMs > 10 * 60_000 && more.remainingMs <= 11 * 60_000);
    assert.equal((await run('stopTimer')).status, 'finished');
    assert.deepEqual([(await run('resetTimer')).status, api.timer()?.totals.elapsedMs], ['idle', 0]);
  });

  it('takes the timer from another round when it is named, without asking', async () => {
    await run('startTimer', { loop: 'acme', round: 'phone-screen' });
    const other = await run('startTimer', { loop: vscode.Uri.joinPath(folder, 'prep/acme'), round: 'system-design' });
    assert.deepEqual([other.round, other.status, api.timer()?.round], ['system-design', 'running', 'system-design']);
    assert.equal(
      (await run('startTimer', { ...ROUND, loop: vscode.Uri.joinPath(folder, 'prep/acme').toString() })).startedAt,
      other.startedAt,
    );
    await run('stopTimer');
  });

  it('times nothing for a round or a loop that is not there', async () => {
    await run('resetTimer');
    assert.equal(await run('startTimer', { loop: 'acme', round: 'no-such-round' }), undefined);
    assert.equal(await run('startTimer', { loop: 'no-such-loop', round: 'system-design' }), undefined);
    assert.equal(api.timer()?.status, 'idle');
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('has one panel, with a short title, that is shown again', async () => {
    await run('openRound', ROUND);
    await until(() => roundTabs().length === 1, 'a panel');
    await run('openRound', { loop: 'acme', round: 'phone-screen' });
    await until(() => roundTabs().length === 2, 'a second panel');
    await run('openRound', ROUND);
    const active = await until(
      () => roundTabs().find(({ isActive, label }) => isActive && label === 'System Design'),
      'the first panel in front',
    );
    assert.deepEqual(
      roundTabs().map(({ label }) => label),
      ['System Design', 'Phone Screen'],
    );
    await run('startTimer', ROUND);
    await until(() => roundTabs().some(({ label }) => label === '● System Design'), 'the mark of a running timer');
    await run('stopTimer');
    await until(() => roundTabs().every(({ label }) => !label.startsWith('●')), 'no mark any more');
    await vscode.window.tabGroups.close(active);
    await until(() => roundTabs().length === 1, 'one panel less');
  });
});
