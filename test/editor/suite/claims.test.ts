import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LoopClaims } from '../../../src/analysis/loopClaims';
import { ParsedStories } from '../../../src/store/parsedStories';
import { StoryStore } from '../../../src/store/storyStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { FiguresPart } from '../../../src/views/figuresPart';
import { TrackerTree } from '../../../src/views/trackerTree';
import { daysAt } from '../days';
import { codesOf, rangeIn, setLint } from '../stories';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n';
const STORY = `---
title: Fraud scoring
competencies: [impact]
---

## Impact

Cut p99 scoring latency from 120 ms to 35 ms and saved $2.1M a year in chargebacks.

## Situation

Scoring took 120 ms at p99.

## Result

p99 scoring latency is now 35 ms.
`;
const SCRIPT = '# Close\n\nI brought p99 scoring latency to 28 ms at my last company.\n';

const story = (): vscode.Uri => workspaceUri('prep', 'stories', 'fraud.md');
const script = (name = 'close'): vscode.Uri => workspaceUri('prep', 'acme', 'scripts', `${name}.md`);

async function start(scriptText = SCRIPT): Promise<vscode.TextDocument> {
  await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
  await write(story(), STORY);
  await write(script(), scriptText);
  const document = await vscode.workspace.openTextDocument(script());
  await vscode.window.showTextDocument(document);
  // A document that was open a moment ago may still say what it said in another test.
  await until('the script', () => document.getText() === scriptText);
  return document;
}

const figureProblems = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ code }) => typeof code === 'object' && /^(?:figure|claim)-/u.test(String(code.value)));

const problemIn = (uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> =>
  until(`${code} in ${uri.path}`, () =>
    figureProblems(uri).find((one) => (one.code as { value: string }).value === code),
  );

const actionsAt = (document: vscode.TextDocument, words: string): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, rangeIn(document, words));

const lensesIn = (uri: vscode.Uri): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand('vscode.executeCodeLensProvider', uri, 20);

const lens = (uri: vscode.Uri, title: string): Promise<vscode.CodeLens> =>
  until(`the lens “${title}”`, async () => (await lensesIn(uri)).find(({ command }) => command?.title.includes(title)));

async function replace(document: vscode.TextDocument, words: string, by: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeIn(document, words), by);
  await vscode.workspace.applyEdit(edit);
}

describe('Figures across files in the editor', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  afterEach(() => setLint('rules', undefined));
  after(emptyWorkspace);

  it('that differ are underlined with the other places, and one fix takes the other figure over', async () => {
    const document = await start();
    const problem = await problemIn(document.uri, 'figure-differs');
    assert.equal(document.getText(problem.range), '28 ms');
    assert.equal(problem.source, 'prep-loop');
    const [other] = problem.relatedInformation ?? [];
    assert.equal(other?.location.uri.toString(), story().toString());
    const action = (await actionsAt(document, '28 ms')).find(({ title }) => title === 'Use 35 ms here');
    assert.ok(action?.edit);
    await vscode.workspace.applyEdit(action.edit);
    assert.equal(document.getText(), SCRIPT.replace('28 ms', '35 ms'));
    await until('no problem', () => figureProblems(document.uri).length === 0);
  });

  it('that nothing supports are underlined, and follow the setting of their rule', async () => {
    const document = await start('# About\n\nI led a 15-person team.\n');
    const problem = await problemIn(document.uri, 'figure-unsupported');
    assert.equal(document.getText(problem.range), '15-person');
    await setLint('rules', { 'figure-unsupported': 'off' });
    await until('no problem', () => figureProblems(document.uri).length === 0);
  });

  it('that are retracted are underlined with the reason', async () => {
    const document = await start('# About\n\nI brought p99 scoring latency to 35 ms.\n');
    const claims = await vscode.commands.executeCommand<vscode.Uri>('prepLoop.retractFigure', {
      uri: document.uri,
      start: document.getText().indexOf('35 ms'),
      reason: 'measured on a quiet day',
    });
    assert.equal(claims.path.split('/').at(-1), 'claims.md');
    assert.match(
      await onDisk(claims),
      /^- \[close\]\(acme\/scripts\/close\.md\): 35 ms p99 scoring latency · retracted: measured/mu,
    );
    const problem = await problemIn(document.uri, 'claim-retracted');
    assert.match(problem.message, /measured on a quiet day/u);
    assert.equal(problem.relatedInformation?.[0]?.location.uri.toString(), claims.toString());
  });

  it('are silenced on the line above', async () => {
    const document = await start();
    await problemIn(document.uri, 'figure-differs');
    const silence = (await actionsAt(document, '28 ms')).find(({ title }) => title.startsWith('Silence here'));
    assert.ok(silence?.edit);
    await vscode.workspace.applyEdit(silence.edit);
    await until('no problem', () => figureProblems(document.uri).length === 0);
    assert.ok(!codesOf(document.uri).includes('figure-differs'));
  });

  it('have a page that lists them by what they measure, those that differ first', async () => {
    const document = await start();
    await problemIn(document.uri, 'figure-differs');
    await vscode.commands.executeCommand('prepLoop.showFigures', { loop: 'acme' });
    const page = await until('the page', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'prep-loop-figures'),
    );
    assert.match(
      page.getText(),
      /## To look at\n\n### p99 scoring latency\n\n- \*\*from 120 ms to 35 ms\*\* \(differs\)/u,
    );
  });
});

describe('Figures in the tracker', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  afterEach(() => setLint('scope', undefined));
  after(emptyWorkspace);

  it('list an ask that is not what was stated, which is a problem too in a script that is not open', async () => {
    const ask = '# Ask\n\nFor the base, I’m looking for around 190.\n';
    const offer = '---\ncurrency: USD\nstated:\n  - { date: 2026-12-02, to: Sam, base: 205000 }\n---\n';
    await setLint('scope', 'folder');
    await write(workspaceUri('prep', 'acme', 'offer.md'), offer);
    await write(script('closed-ask'), ask);
    await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
    await vscode.commands.executeCommand('prepLoop.refresh');
    const isAsk = ({ message }: vscode.Diagnostic): boolean => message.startsWith('This asks for less than');
    const problem = await until('the problem', () =>
      vscode.languages.getDiagnostics(script('closed-ask')).find((one) => isAsk(one)),
    );
    assert.deepEqual([problem.range.start.line, problem.range.start.character], [2, ask.indexOf('190') - 7]);
    await vscode.commands.executeCommand('prepLoop.showFigures', { loop: 'acme' });
    await until('the page', () =>
      vscode.workspace.textDocuments.some(
        (one) =>
          one.uri.scheme === 'prep-loop-figures' &&
          /## To look at\n\n### pay asked for\n\n- \*\*190\*\* \([^)]*not what you stated\)/u.test(one.getText()),
      ),
    );
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const stories = new StoryStore(store, files, new ParsedStories());
    const claims = new LoopClaims(store, stories, files);
    const part = new FiguresPart(claims);
    const tree = new TrackerTree(store, daysAt('2026-12-03'), { hideDone: false }, [part]);
    try {
      const loop = (await tree.getChildren()).find(({ located }) => located);
      const row = (await tree.getChildren(loop)).find((one) => tree.getTreeItem(one).contextValue === 'figures');
      const [asked] = row ? await tree.getChildren(row) : [];
      assert.ok(asked);
      assert.equal(tree.getTreeItem(asked).label, 'pay asked for');
      const [place] = await tree.getChildren(asked);
      assert.ok(place);
      assert.equal(tree.getTreeItem(place).label, '190');
      assert.equal(tree.getTreeItem(place).command?.command, 'prepLoop.openFile');
    } finally {
      for (const each of [tree, part, claims, stories, store, files]) each.dispose();
    }
  });

  it('are read when their row is opened; a changed file alone is read again', async () => {
    await start();
    const files = new WorkspaceTextFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, QUIET_LOG);
    const stories = new StoryStore(store, files, new ParsedStories());
    const claims = new LoopClaims(store, stories, files);
    const part = new FiguresPart(claims);
    const tree = new TrackerTree(store, daysAt('2026-11-25'), { hideDone: false }, [part]);
    try {
      const loop = (await tree.getChildren()).find(({ located }) => located);
      const row = (await tree.getChildren(loop)).find((one) => tree.getTreeItem(one).contextValue === 'figures');
      assert.ok(row);
      const [first] = await tree.getChildren(row);
      assert.ok(first);
      assert.equal(tree.getTreeItem(first).label, 'p99 scoring latency');
      assert.equal(tree.getTreeItem(row).description, '1 to look at · 3 measures');
      const places = await tree.getChildren(first);
      assert.deepEqual(
        places.map((one) => tree.getTreeItem(one).label),
        ['from 120 ms to 35 ms', '35 ms', '28 ms'],
      );
      assert.equal(tree.getTreeItem(places[2] ?? assert.fail()).command?.command, 'prepLoop.openFile');
      const read = claims.filesRead;
      await replace(await vscode.workspace.openTextDocument(script()), '28 ms', '35 ms');
      await until('agreement', async () => (await claims.all()).every(({ findings }) => findings.length === 0));
      assert.equal(claims.filesRead, read + 1);
    } finally {
      for (const each of [tree, part, claims, stories, store, files]) each.dispose();
    }
  });
});

describe('A composed script', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  after(emptyWorkspace);

  const compose = (name: string): Thenable<vscode.Uri> =>
    vscode.commands.executeCommand('prepLoop.composeScript', { loop: 'acme', script: name });

  it('is made from its template where the loop has none, with the source of each figure in a comment', async () => {
    await start();
    const uri = await compose('tell-me-about-yourself');
    assert.equal(uri.toString(), script('tell-me-about-yourself').toString());
    const text = await onDisk(uri);
    assert.match(
      text,
      /<!-- figure “from 120 ms to 35 ms” from \[p99 scoring latency\]\(\.\.\/\.\.\/stories\/fraud\.md\) -->/u,
    );
    assert.match(
      text,
      /I took p99 scoring latency from 120 ms to 35 ms, which was worth \$2\.1M a year to \{\{employer/u,
    );
  });

  it('keeps the user’s words where it is there: only blanks are filled', async () => {
    const document = await start('# Mine\n\nI say: I {{outcome: …}}, and {{change: what}}.\n');
    assert.equal((await compose('close')).toString(), document.uri.toString());
    assert.match(
      document.getText(),
      /^I say: I took p99 scoring latency from 120 ms to 35 ms, and \{\{change: what\}\}\.$/mu,
    );
    const before = document.getText();
    await compose('close');
    assert.equal(document.getText(), before);
  });

  it('says when a source has changed, and takes just that figure over', async () => {
    const document = await start('# Mine\n\nI {{outcome: …}}, and it stayed so.\n');
    await compose('close');
    await lens(document.uri, 'From stories/fraud.md: p99 scoring latency');
    await write(story(), STORY.replace('to 35 ms', 'to 28 ms'));
    await lens(document.uri, 'now says “from 120 ms to 28 ms”');
    const refresh = await lens(document.uri, 'Refresh from Source');
    const before = document.getText();
    await vscode.commands.executeCommand('prepLoop.refreshFigure', ...(refresh.command?.arguments ?? []));
    assert.equal(document.getText(), before.replaceAll('to 35 ms', 'to 28 ms'));
  });
});
