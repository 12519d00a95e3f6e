import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PrepLoopApi } from '../../../src/api';
import type { TimerSnapshot } from '../../../src/core/timer/snapshot';
import { STRONG, openStory, storyUri } from '../stories';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const tabs = (): vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('prepLoop.rehearse'));
const rehearse = (argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand('prepLoop.rehearseStory', argument);
const timer = async (command: string): Promise<TimerSnapshot | undefined> =>
  vscode.commands.executeCommand(`prepLoop.${command}`);

describe('Rehearsing a story', () => {
  let api: PrepLoopApi;

  before(async () => {
    api = await extension().activate();
  });
  beforeEach(async () => {
    await emptyWorkspace();
    await until('no panel', () => tabs().length === 0);
  });
  after(async () => {
    await timer('stopTimer');
    await timer('resetTimer');
    await emptyWorkspace();
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('opens one panel for each story, and shows it again', async () => {
    await write(storyUri('one'), STRONG);
    await write(storyUri('two'), STRONG.replace(/Bid model/gu, 'Churn'));
    await rehearse({ uri: storyUri('one') });
    await until('a panel with the story’s title', () => tabs().some(({ label }) => label === 'Rehearse: Bid model'));
    await rehearse({ uri: storyUri('two').toString() });
    await until('a second panel', () => tabs().some(({ label }) => label === 'Rehearse: Churn'));
    await rehearse({ uri: storyUri('one'), version: '30' });
    await until('the first one in front', () =>
      tabs().some(({ label, isActive }) => isActive && label === 'Rehearse: Bid model'),
    );
    assert.equal(tabs().length, 2);
  });

  it('takes the story in the active editor where none is named', async () => {
    await openStory(STRONG);
    await rehearse();
    await until('its panel', () => tabs().some(({ label }) => label === 'Rehearse: Bid model'));
  });

  it('takes a script of a loop too', async () => {
    await write(workspaceUri('prep', 'acme', 'loop.md'), '---\ncompany: Acme\n---\n');
    await write(workspaceUri('prep', 'acme', 'scripts', 'ask.md'), '# The ask\n\nThank you for the offer.\n');
    await rehearse({ uri: workspaceUri('prep', 'acme', 'scripts', 'ask.md') });
    await until('its panel', () =>
      tabs().some(({ label }) => label === 'Rehearse: The ask' || label === 'Rehearse: ask'),
    );
  });

  it('opens nothing for a file that is not a story', async () => {
    await write(workspaceUri('prep', 'notes.md'), '# Notes\n');
    await rehearse({ uri: workspaceUri('prep', 'notes.md') });
    assert.equal(tabs().length, 0);
  });

  it('follows the story as it is typed', async () => {
    const { document } = await openStory(STRONG);
    await rehearse({ uri: document.uri });
    await until('its panel', () => tabs().some(({ label }) => label === 'Rehearse: Bid model'));
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('title: Bid') + 'title: '.length;
    edit.replace(document.uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 3)), 'Better');
    await vscode.workspace.applyEdit(edit);
    await until('the new title', () => tabs().some(({ label }) => label === 'Rehearse: Better model'));
  });

  it('times the active panel’s version by the window’s one timer', async () => {
    await write(storyUri('one'), STRONG);
    await rehearse({ uri: storyUri('one'), version: '90' });
    await until('its panel', () => tabs().some(({ label, isActive }) => isActive && label === 'Rehearse: Bid model'));
    const started = await until('a timer', () => timer('startTimer'));
    assert.deepEqual(
      [started.loopUri, started.round, started.title, started.status],
      [storyUri('one').toString(), 'rehearsal:90', 'Bid model (90 s)', 'running'],
    );
    assert.deepEqual(
      started.phases.map(({ title }) => title),
      ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'],
    );
    assert.equal(started.totals.plannedMs, 90_000);
    await until('the mark of a running timer', () => tabs().some(({ label }) => label === '● Rehearse: Bid model'));
    // The same story in another length is another rehearsal: no question is asked.
    await rehearse({ uri: storyUri('one'), version: '30' });
    const other = await until('the other version’s timer', () => timer('startTimer'));
    assert.deepEqual(
      [other.round, other.totals.plannedMs, api.timer()?.round],
      ['rehearsal:30', 30_000, 'rehearsal:30'],
    );
    assert.equal((await timer('stopTimer'))?.status, 'finished');
    await until('no mark any more', () => tabs().every(({ label }) => !label.startsWith('●')));
  });
});
