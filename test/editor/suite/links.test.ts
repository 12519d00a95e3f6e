import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LinkedFolders } from '../../../src/store/linkedFolders';
import { Memory } from '../memory';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const run = (command: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`prepLoop.${command}`, argument);

describe('A link that leads out of the workspace', () => {
  const showWarningMessage = vscode.window.showWarningMessage;
  const showErrorMessage = vscode.window.showErrorMessage;
  let outside: string;
  let asked: string[] = [];
  let said: string[] = [];
  let answer: string | undefined;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    // A place of its own for each test: what was answered counts as long as the window is open.
    outside = mkdtempSync(join(tmpdir(), 'prep-loop-outside-'));
    mkdirSync(workspaceUri('prep').fsPath, { recursive: true });
    asked = [];
    said = [];
    const say = (message: string, ...rest: readonly unknown[]): Promise<string | undefined> => {
      const isQuestion = (rest[0] as { modal?: boolean } | undefined)?.modal === true;
      (isQuestion ? asked : said).push(message);
      return Promise.resolve(isQuestion ? answer : undefined);
    };
    Object.assign(vscode.window, { showWarningMessage: say, showErrorMessage: say });
  });
  afterEach(async () => {
    Object.assign(vscode.window, { showWarningMessage, showErrorMessage });
    await emptyWorkspace();
    rmSync(outside, { recursive: true, force: true });
  });

  const link = (...path: string[]): void => symlinkSync(outside, workspaceUri(...path).fsPath, 'dir');

  it('is not written through where the user says no, and is asked about once', async () => {
    link('prep', 'stories');
    answer = undefined;
    for (const title of ['First', 'Second'])
      assert.equal(await run('newStory', { title, template: 'star' }), undefined);
    assert.deepEqual(readdirSync(outside), []);
    assert.equal(asked.length, 1);
    assert.match(asked[0] ?? '', /“prep\/stories” is a link to .*prep-loop-outside-.*, outside this workspace/u);
    assert.ok(asked[0]?.includes(outside));
    assert.equal(said.length, 2);
    assert.match(said[1] ?? '', /The story was not made: “prep\/stories” is a link that leads out/u);
  });

  it('is written through once it was allowed, without another question', async () => {
    link('prep', 'stories');
    answer = 'Write There';
    const made = await run('newStory', { title: 'First', template: 'star' });
    assert.ok(made instanceof vscode.Uri);
    await run('newStory', { title: 'Second', template: 'star' });
    assert.deepEqual(readdirSync(outside).sort(), ['first.md', 'second.md']);
    assert.equal(asked.length, 1);
  });

  it('is asked about for the whole prep folder, for a loop’s folder and for a single file', async () => {
    answer = undefined;
    link('prep', '..', 'notes');
    const settings = vscode.workspace.getConfiguration('prepLoop');
    await settings.update('folder', 'notes', vscode.ConfigurationTarget.Workspace);
    try {
      await run('startLoop', { playbook: 'general-pm', firstContact: '2026-11-30' });
      assert.deepEqual(readdirSync(outside), []);
    } finally {
      await settings.update('folder', undefined, vscode.ConfigurationTarget.Workspace);
    }
    link('prep', 'templates');
    await run('customiseTemplates');
    assert.deepEqual(readdirSync(outside), []);
    writeFileSync(join(outside, 'preparation.md'), '- [ ] One\n');
    await write(workspaceUri('prep', 'acme', 'loop.md'), '---\nplaybook: general-pm\n---\n');
    const item = workspaceUri('prep', 'acme', 'preparation.md');
    symlinkSync(join(outside, 'preparation.md'), item.fsPath);
    assert.equal(await run('toggleItem', { uri: item, line: 0, text: 'One' }), undefined);
    assert.equal(readFileSync(join(outside, 'preparation.md'), 'utf8'), '- [ ] One\n');
    assert.equal(asked.length, 3);
  });

  // Whoever allowed the first link was not asked about a second one behind it, which leads to a third place.
  it('is asked about for each place that a file’s links lead to', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'prep-loop-elsewhere-'));
    try {
      mkdirSync(join(outside, 'mine'));
      symlinkSync(join(outside, 'mine'), join(outside, 'stories'), 'dir');
      symlinkSync(elsewhere, join(outside, 'templates'), 'dir');
      rmSync(workspaceUri('prep').fsPath, { recursive: true });
      link('prep');
      answer = 'Write There';
      await run('newStory', { title: 'First', template: 'star' });
      assert.deepEqual(readdirSync(join(outside, 'mine')), ['first.md']);
      assert.equal(asked.length, 1);
      answer = undefined;
      await run('customiseTemplates');
      assert.deepEqual(readdirSync(elsewhere), []);
      assert.equal(asked.length, 2);
      assert.match(asked[1] ?? '', /“prep\/templates” is a link to .*prep-loop-elsewhere-/u);
    } finally {
      rmSync(elsewhere, { recursive: true, force: true });
    }
  });

  // At every folder on the way the editor's window was asked: a tick took four times as long as without.
  it('is not looked for where a file is known to be where its path says', async () => {
    link('prep', 'stories');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const file = workspaceUri('prep', 'stories', 'a.md');
    const straight = [folder?.uri, file].map(String);
    const found = new LinkedFolders(new Memory(), (uri) =>
      Promise.resolve(straight.includes(String(uri)) ? uri : undefined),
    );
    await found.check(file);
    assert.deepEqual(asked, []);
  });

  it('to another place in the workspace is followed without a question', async () => {
    answer = undefined;
    mkdirSync(workspaceUri('mine').fsPath);
    symlinkSync(workspaceUri('mine').fsPath, workspaceUri('prep', 'stories').fsPath, 'dir');
    assert.ok(await run('newStory', { title: 'First', template: 'star' }));
    assert.deepEqual(readdirSync(workspaceUri('mine').fsPath), ['first.md']);
    assert.deepEqual(asked, []);
  });
});

describe('The setting for the prep folder', function () {
  this.timeout(60_000);

  it('that cannot be used is reported with a button to it, and the default is used', async () => {
    const settings = vscode.workspace.getConfiguration('prepLoop');
    const showWarningMessage = vscode.window.showWarningMessage;
    const said: unknown[][] = [];
    Object.assign(vscode.window, {
      showWarningMessage: (...shown: unknown[]) => (said.push(shown), Promise.resolve(undefined)),
    });
    try {
      await extension().activate();
      await emptyWorkspace();
      for (const folder of ['.git', '../up', 'node_modules/x']) {
        said.length = 0;
        await settings.update('folder', folder, vscode.ConfigurationTarget.Workspace);
        const [message, button] = await until(`“${folder}” is said`, () => said[0]);
        assert.ok(String(message).includes(`cannot be “${folder}”`), String(message));
        assert.equal(button, 'Open Settings');
      }
      const templates = (await run('customiseTemplates')) as vscode.Uri;
      assert.equal(templates.toString(), workspaceUri('prep', 'templates').toString());
    } finally {
      await settings.update('folder', undefined, vscode.ConfigurationTarget.Workspace);
      Object.assign(vscode.window, { showWarningMessage });
      await emptyWorkspace();
    }
  });
});
