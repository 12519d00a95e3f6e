import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { BUILT_IN_TEMPLATES } from '../../../src/core/story/templates';
import { Notifications } from '../messages';
import { answeringPicks, type ShownPick } from '../picks';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

type Shown =
  { readonly template: string; readonly beside?: boolean } | { readonly loop: string; readonly round: string };

const show = (argument?: Shown | { readonly uri: vscode.Uri }): Thenable<vscode.Uri | undefined> =>
  vscode.commands.executeCommand<vscode.Uri | undefined>('prepLoop.showExample', argument);

/** What the user is told meanwhile. */
async function heard(run: () => Thenable<unknown>): Promise<readonly string[]> {
  const notifications = new Notifications();
  try {
    await run();
    return notifications.messages;
  } finally {
    notifications.restore();
  }
}

const textOf = async (page: vscode.Uri | undefined): Promise<string> => {
  assert.ok(page, 'no example was shown');
  return (await vscode.workspace.openTextDocument(page)).getText();
};

/** The tab of a page that is shown as a preview. */
function tabOf(page: vscode.Uri | undefined): vscode.Tab | undefined {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(({ input }) => input instanceof vscode.TabInputCustom && input.uri.toString() === page?.toString());
}

const previewOf = (page: vscode.Uri | undefined): Promise<vscode.Tab> => until('the preview', () => tabOf(page));

async function story(name: string, argument: object): Promise<vscode.Uri> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('prepLoop.newStory', {
    title: name,
    ...argument,
  });
  assert.ok(uri);
  return uri;
}

describe('Show an Example', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  it('opens each template filled in, as a preview that cannot be edited, with its title for a heading', async () => {
    for (const template of BUILT_IN_TEMPLATES) {
      const page = await show({ template });
      await previewOf(page);
      assert.equal(page?.scheme, 'prep-loop-example');
      const text = await textOf(page);
      assert.match(text, /^# [^\d\n\r\u2028\u2029]*\d.*\n\n## Impact\n/u, template);
      assert.doesNotMatch(text, /\{\{|\$\{|^---$/mu, template);
    }
  });

  it('opens that of a playbook’s template', async () => {
    const page = await show({ template: 'streaming-ml-launch' });
    await previewOf(page);
    assert.equal(page?.path, '/playbooks/confluent-ai-ml-pm/examples/streaming-ml-launch.md');
  });

  it('takes the template from the story at hand', async () => {
    const uri = await story('From launch', { template: 'launch' });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    assert.equal((await show())?.path, '/examples/launch.md');
    assert.equal(
      (await show({ uri: await story('From failure', { template: 'failure' }) }))?.path,
      '/examples/failure.md',
    );
  });

  it('of a template of your own opens your example, or that of the built-in one it replaces', async () => {
    await write(workspaceUri('prep', 'templates', 'Star.md'), '## Impact\n\n${1:mine}\n');
    assert.equal((await show({ template: 'star' }))?.path, '/examples/star.md');
    await write(workspaceUri('prep', 'templates', 'examples', 'star.md'), '## Impact\n\nMine is filled in.\n');
    const page = await show({ template: 'star' });
    assert.equal(page?.toString(), workspaceUri('prep', 'templates', 'examples', 'star.md').toString());
    await previewOf(page);
  });

  it('lists one story at three lengths, the templates and the whole answers, where no story is at hand', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const { showQuickPick } = vscode.window;
    let items: readonly vscode.QuickPickItem[] = [];
    Object.assign(vscode.window, {
      showQuickPick: (all: readonly vscode.QuickPickItem[]) => ((items = all), Promise.resolve(all[0])),
    });
    const page = await show().then(
      (shown) => (Object.assign(vscode.window, { showQuickPick }), shown),
      (error: unknown) => (Object.assign(vscode.window, { showQuickPick }), assert.fail(String(error))),
    );
    await previewOf(page);
    assert.match(await textOf(page), /^# One story at 30, 90 and 180 seconds/u);
    const groups = items.filter(({ kind }) => kind === vscode.QuickPickItemKind.Separator).map(({ label }) => label);
    assert.deepEqual(groups, [
      'stories, built-in',
      'stories, from the playbook Confluent AI/ML PM loop',
      'stories, from the playbook General PM loop',
      'whole answers, from the playbook Confluent AI/ML PM loop',
      'whole answers, from the playbook General PM loop',
    ]);
    for (const label of ['Launch', 'A price that you changed', 'Hiring Committee', 'Recruiter Screen'])
      assert.ok(
        items.some((item) => item.label === label),
        label,
      );
  });

  it('says which templates there are where one is named that is not there, or has no example', async () => {
    const [unknown] = await heard(() => show({ template: 'no-such-template' }));
    assert.match(unknown ?? '', /no story template “no-such-template”\. Choose one of: star, /u);
    await write(workspaceUri('prep', 'templates', 'hard-call.md'), '## Impact\n');
    const [without] = await heard(() => show({ template: 'hard-call' }));
    assert.match(without ?? '', /“hard-call” has no example: write one as templates\/examples\/hard-call\.md/u);
  });

  it('gives nothing for a path that is not an example’s', async () => {
    for (const path of [
      '/score.md',
      '/examples/../score.md',
      '/playbooks/general-pm/playbook.json',
      '/examples/a/b.md',
    ])
      await assert.rejects(
        Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'prep-loop-example', path }))),
        path,
      );
  });
});

describe('A round’s whole answer', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  it('opens for a round of a loop', async () => {
    await vscode.commands.executeCommand('prepLoop.startLoop', {
      playbook: 'confluent-ai-ml-pm',
      firstContact: '2026-12-01',
      name: 'confluent',
    });
    const page = await show({ loop: 'confluent', round: 'product-sense' });
    assert.match(await textOf(page), /^# Product Sense: a whole answer[\s\S]*### 0:00 Clarify/u);
    await previewOf(page);
    const [said] = await heard(() => show({ loop: 'confluent', round: 'no-such-round' }));
    assert.match(said ?? '', /has no whole answer for the round “no-such-round”/u);
  });
});

describe('The list of templates in New Story', () => {
  const { showInputBox } = vscode.window;
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  beforeEach(() => Object.assign(vscode.window, { showInputBox: () => Promise.resolve('A title') }));
  afterEach(() => Object.assign(vscode.window, { showInputBox }));
  after(emptyWorkspace);

  const examplePath = (): string | undefined =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .map(({ input }) => (input instanceof vscode.TabInputCustom ? input.uri : undefined))
      .find((uri) => uri?.scheme === 'prep-loop-example')?.path;

  it('has an eye at each template with an example, which opens it beside and keeps the question', async () => {
    await write(workspaceUri('prep', 'templates', 'hard-call.md'), '## Impact\n');
    const look = async (pick: ShownPick): Promise<void> => {
      assert.equal(pick.ignoreFocusOut, true);
      const withoutEye = pick.items.filter(
        ({ kind, buttons }) => kind !== vscode.QuickPickItemKind.Separator && buttons?.length !== 1,
      );
      assert.deepEqual(
        withoutEye.map(({ label }) => label),
        ['Hard call'],
      );
      pick.pressItem('Failure');
      await until('the example of Failure', () => examplePath() === '/examples/failure.md');
      assert.ok(pick.isShown, 'the question is gone');
      pick.pressAbove('Launch');
      await until('the example of Launch', () => examplePath() === '/examples/launch.md' || undefined);
      assert.ok(pick.isShown, 'the question is gone');
      pick.choose('Launch');
    };
    let looked: Promise<void> | undefined;
    const uri = await answeringPicks(
      (pick) => void (looked = look(pick).catch((error: unknown) => (pick.hide(), Promise.reject(error)))),
      () => vscode.commands.executeCommand<vscode.Uri | undefined>('prepLoop.newStory'),
    );
    await looked;
    assert.ok(uri);
    assert.ok(uri.path.endsWith('/stories/a-title.md'));
    assert.match((await vscode.workspace.openTextDocument(uri)).getText(), /I cut the first release to/u);
  });
});
