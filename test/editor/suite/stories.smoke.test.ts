import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import snippets from '../../../content/snippets/stories.json';
import { parseStory } from '../../../src/core/story/parseStory';
import { BUILT_IN_TEMPLATES } from '../../../src/core/story/templates';
import { REQUIRED_SECTIONS } from '../../../src/core/story/storySections';
import { answeringPicks, type ShownPick } from '../picks';
import { emptyWorkspace, extension, onDisk, tree, until, workspaceUri, write } from '../support';

interface NewStory {
  readonly title: string;
  readonly template?: string;
  readonly competencies?: readonly string[];
}

async function newStory(argument: NewStory): Promise<vscode.Uri> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>('prepLoop.newStory', argument);
  assert.ok(uri, 'no story was made');
  return uri;
}

function editor(): vscode.TextEditor {
  const active = vscode.window.activeTextEditor;
  assert.ok(active, 'no editor is open');
  return active;
}

const selected = (): string => editor().document.getText(editor().selection);

describe('A new story', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  it('is a file of the contract: front matter, and the six sections with the impact first', async () => {
    const uri = await newStory({ title: 'Fraud losses: down $2M', competencies: ['streaming-scale', 'impact'] });
    assert.equal(uri.toString(), workspaceUri('prep', 'stories', 'fraud-losses-down-2m.md').toString());
    const story = parseStory(await onDisk(uri));
    assert.deepEqual(
      [story.title, story.competencies, story.problems],
      ['Fraud losses: down $2M', ['streaming-scale', 'impact'], []],
    );
    assert.deepEqual(
      story.sections.map(({ name }) => name),
      REQUIRED_SECTIONS,
    );
    assert.equal(story.filledCount, 0);
  });

  it('is open with its first blank selected, and Tab moves on to the next', async () => {
    await newStory({ title: 'Stops' });
    assert.match(selected(), /^\{\{Who gained what[^}]*\}\}$/u);
    await vscode.commands.executeCommand('type', { text: 'We saved $2M' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    const second = await until('the second blank is selected', () =>
      /^\{\{The product/u.test(selected()) ? selected() : undefined,
    );
    assert.ok(editor().document.getText().includes('## Impact\n\nWe saved $2M.\n'), second);
    await vscode.commands.executeCommand('jumpToPrevSnippetPlaceholder');
    await until('the first is selected again', () => selected() === 'We saved $2M');
  });

  it('loses nothing when it is undone, or closed at once', async () => {
    const uri = await newStory({ title: 'Safe' });
    const written = await onDisk(uri);
    assert.equal(editor().document.isDirty, false);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor().document.getText(), written);
    assert.equal(await onDisk(uri), written);
  });

  it('never overwrites a file: the next one gets a number, whatever the case of the first', async () => {
    await write(workspaceUri('prep', 'stories', 'Same-Title.md'), 'mine');
    const second = await newStory({ title: 'Same title' });
    const third = await newStory({ title: 'same  TITLE!' });
    assert.deepEqual(await tree(workspaceUri('prep', 'stories')), [
      'Same-Title.md',
      'same-title-2.md',
      'same-title-3.md',
    ]);
    assert.equal(await onDisk(workspaceUri('prep', 'stories', 'Same-Title.md')), 'mine');
    assert.ok(second.path.endsWith('-2.md') && third.path.endsWith('-3.md'));
  });

  it('cannot leave its folder by its title', async () => {
    for (const [title, name] of [
      ['../../evil', 'evil.md'],
      ['C:\\con', 'c-con.md'],
      ['nul', 'nul-1.md'],
      ['???', 'story.md'],
    ] as const) {
      assert.equal((await newStory({ title })).toString(), workspaceUri('prep', 'stories', name).toString());
    }
  });

  it('is made from each built-in template', async () => {
    for (const template of [
      'launch',
      'streaming-ml-model',
      'prioritisation',
      'failure',
      'Influence-Without-Authority',
    ]) {
      const story = parseStory(await onDisk(await newStory({ title: template, template })));
      assert.deepEqual(story.missing, [], template);
      assert.match(selected(), /^\{\{.+\}\}$/u, template);
    }
  });

  it('is made from a playbook’s template', async () => {
    const story = parseStory(await onDisk(await newStory({ title: 'On the stream', template: 'streaming-ml-launch' })));
    assert.deepEqual([story.title, story.missing, story.problems], ['On the stream', [], []]);
  });
});

describe('The list of templates', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  /** What the list shows while a story is made: a heading, or a template as its title, its file and what it is for. */
  async function listed(): Promise<(readonly (string | undefined)[])[]> {
    const { showInputBox } = vscode.window;
    let items: readonly vscode.QuickPickItem[] = [];
    Object.assign(vscode.window, { showInputBox: () => Promise.resolve('A title') });
    const leave = (pick: ShownPick): void => {
      items = pick.items;
      pick.hide();
    };
    try {
      await answeringPicks(leave, () => vscode.commands.executeCommand('prepLoop.newStory'));
    } finally {
      Object.assign(vscode.window, { showInputBox });
    }
    return items.map(({ label, description, detail, kind }) =>
      kind === vscode.QuickPickItemKind.Separator ? [label] : [label, description, detail],
    );
  }

  it('shows each built-in one by its title, with what it is for, never by its id', async () => {
    const [heading, ...others] = await listed();
    assert.deepEqual(heading, ['built-in']);
    const templates = others.slice(0, BUILT_IN_TEMPLATES.length);
    assert.deepEqual(
      templates.map(([title]) => title),
      ['Impact-first STAR', 'Launch', 'Streaming ML model', 'Prioritisation', 'Failure', 'Influence without authority'],
    );
    for (const [title, file, purpose] of templates) {
      assert.equal(file, '', title);
      assert.match(purpose ?? '', /^[A-Z].{20,}\.$/u, title);
    }
  });

  it('shows one of your own by its title, or by its file’s name in words, and names the file', async () => {
    const own = (name: string, text: string): Promise<void> => write(workspaceUri('prep', 'templates', name), text);
    await own('take-over.md', '---\ntemplate: Somebody else’s project\ndescription: What you found.\ntitle: x\n---\n');
    await own('hard-call.md', '## Impact\n');
    assert.deepEqual((await listed()).slice(0, 3), [
      ['your own'],
      ['Hard call', 'hard-call.md', undefined],
      ['Somebody else’s project', 'take-over.md', 'What you found.'],
    ]);
  });
});

describe('The user’s templates', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  const own = (name: string, text: string): Promise<void> => write(workspaceUri('prep', 'templates', name), text);

  it('win over a built-in one of the same name, whatever its case', async () => {
    await own('Launch.md', '## Impact\r\n\r\n${1:mine} and $1\r\n');
    const uri = await newStory({ title: 'T', template: 'launch' });
    assert.equal(selected(), '{{mine}}');
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.match(editor().document.getText(), /^---\r?\ntitle: T\r?\n---\r?\n\r?\n## Impact\r?\n\r?\nx and x\r?\n$/u);
    assert.equal((await onDisk(uri)).split('{{mine}}').length, 3);
  });

  it('that are broken are inserted as plain text, and say so', async () => {
    await own('star.md', '---\ntitle: x\n---\n\n## Impact\n\n${1:never closed\n');
    const uri = await newStory({ title: 'Whole' });
    assert.equal(await onDisk(uri), '---\ntitle: Whole\n---\n\n## Impact\n\n${1:never closed\n');
  });

  it('are copied from the built-in ones, and none is overwritten', async () => {
    await own('launch.md', 'mine');
    const folder = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.customiseTemplates');
    assert.equal(folder.toString(), workspaceUri('prep', 'templates').toString());
    assert.deepEqual(await tree(folder), [
      'failure.md',
      'influence-without-authority.md',
      'launch.md',
      'prioritisation.md',
      'star.md',
      'streaming-ml-model.md',
    ]);
    assert.equal(await onDisk(vscode.Uri.joinPath(folder, 'launch.md')), 'mine');
    await own('star.md', 'changed');
    await vscode.commands.executeCommand('prepLoop.customiseTemplates');
    assert.equal(await onDisk(vscode.Uri.joinPath(folder, 'star.md')), 'changed');
  });
});

describe('Snippets in the editor', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  const SECTIONS = '---\ntitle: a\n---\n\n## Impact\n\nim\n\n## Action\n\ntra\n';

  const descriptions = new Set<string>(Object.values(snippets).map(({ description }) => description));

  /** The labels of our snippets at a place of a new file. */
  async function offered(uri: vscode.Uri, text: string, line: number, character: number): Promise<string[]> {
    await write(uri, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    // A document of that name may still be open with what the file said before.
    await until('the file as written', () => document.getText() === text);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      new vscode.Position(line, character),
    );
    return list.items
      .filter(({ detail }) => detail !== undefined && descriptions.has(detail))
      .map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('are offered by section', async () => {
    const uri = workspaceUri('prep', 'stories', 'snippets.md');
    assert.deepEqual(await offered(uri, SECTIONS, 6, 2), ['impact', 'metric', 'baseline']);
    assert.deepEqual(await offered(workspaceUri('prep', 'stories', 'b.md'), SECTIONS, 10, 3), [
      'constraint',
      'decision',
      'tradeoff',
      'rollout',
    ]);
    assert.ok((await offered(workspaceUri('prep', 'stories', 'c.md'), '', 0, 0)).includes('star'));
    assert.ok(
      (await offered(workspaceUri('prep', 'acme', 'scripts', 'close.md'), '# Close\n\n', 2, 0)).includes('committee'),
    );
    assert.ok((await offered(workspaceUri('prep', 'acme', 'offer.md'), '', 0, 0)).includes('ask'));
  });

  it('are offered in a document with CRLF as well', async () => {
    assert.deepEqual(
      await offered(workspaceUri('prep', 'stories', 'crlf.md'), SECTIONS.replace(/\n/gu, '\r\n'), 6, 2),
      ['impact', 'metric', 'baseline'],
    );
  });

  it('are not offered elsewhere', async () => {
    assert.deepEqual(await offered(workspaceUri('README.md'), '', 0, 0), []);
    assert.deepEqual(await offered(workspaceUri('prep', 'acme', 'loop.md'), '', 0, 0), []);
    assert.deepEqual(await offered(workspaceUri('prep', 'stories', 'f.md'), SECTIONS, 1, 8), []);
    assert.deepEqual(await offered(workspaceUri('prep', 'stories', 'g.md'), '```\nim\n```\n', 1, 2), []);
    assert.deepEqual(await offered(workspaceUri('prep', 'stories', 'h.md'), SECTIONS, 6, 1), []);
  });
});
