import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codesOf, rangeIn, setLint, shows } from '../stories';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const BUDGET = '# Figures\n\n```latency-budget\nslo: 40 ms p99\nlook-up: 8 ms\ninference: 35 ms\n```\n';
const ESTIMATE = '```estimate\nusers: 500 users\nprice: $40 a month\narr = users × prise × 12 months\n```\n';

let opened = 0;

async function open(text: string, ...folders: string[]): Promise<vscode.TextEditor> {
  opened += 1;
  const uri = workspaceUri(...(folders.length > 0 ? folders : ['prep', 'acme']), `figures-${opened}.md`);
  await write(uri, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

const actions = (document: vscode.TextDocument, words: string): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, rangeIn(document, words));

async function apply(document: vscode.TextDocument, words: string, title: string): Promise<void> {
  const action = (await actions(document, words)).find((one) => one.title === title);
  assert.ok(action?.edit, title);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

describe('Worked figures in the editor', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  afterEach(() => setLint('rules', undefined));
  after(emptyWorkspace);

  it('say what does not fit, in any Markdown file of the prep folder and as it is typed', async () => {
    const { document } = await open(BUDGET);
    await shows(document.uri, ['budget-exceeded']);
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(problem && document.getText(problem.range), '40 ms p99');
    assert.equal(problem?.source, 'prep-loop');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeIn(document, '35 ms'), '30 ms');
    await vscode.workspace.applyEdit(edit);
    await shows(document.uri, []);
  });

  it('are left unchanged outside the prep folder', async () => {
    const elsewhere = await open(BUDGET, 'notes');
    const ours = await open(BUDGET);
    await shows(ours.document.uri, ['budget-exceeded']);
    assert.deepEqual(codesOf(elsewhere.document.uri), []);
  });

  it('follow the setting of their rule', async () => {
    const { document } = await open(BUDGET);
    await shows(document.uri, ['budget-exceeded']);
    await setLint('rules', { 'budget-exceeded': 'off' });
    await shows(document.uri, []);
  });

  it('have quick fixes', async () => {
    const { document } = await open(ESTIMATE);
    await shows(document.uri, ['block-name']);
    await apply(document, 'prise', 'Change to “price”');
    await shows(document.uri, []);
    assert.match(document.getText(), /users × price × 12 months/u);
  });

  it('have their headline above them', async () => {
    const { document } = await open(BUDGET);
    const lenses = await until('the lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        10,
      );
      return found.some(({ command }) => command?.title === '43 of 40 ms, inference 81 %') ? found : undefined;
    });
    assert.equal(lenses.find(({ command }) => command?.title.startsWith('43'))?.range.start.line, 2);
  });

  it('show the formula under the pointer', async () => {
    const { document } = await open(BUDGET);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeIn(document, 'inference').start,
    );
    const said = hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join();
    assert.match(said, /\*\*Total\*\*: 43 ms = look-up \+ inference/u);
  });

  it('are completed: keys, names and three snippets', async () => {
    const labels = async (document: vscode.TextDocument, at: vscode.Position): Promise<string[]> => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const capacity = await open('```capacity\nevents: 1M/s\nn\n```\n');
    assert.ok((await labels(capacity.document, new vscode.Position(2, 1))).includes('nodes'));
    const estimate = await open(ESTIMATE);
    assert.ok((await labels(estimate.document, rangeIn(estimate.document, 'prise').start)).includes('users'));
    const empty = await open('# T\n\n\n');
    const offered = await labels(empty.document, new vscode.Position(2, 0));
    assert.deepEqual(
      ['latency-budget', 'capacity', 'estimate'].filter((label) => !offered.includes(label)),
      [],
    );
  });

  it('are drawn in the Markdown preview', async () => {
    const { document } = await open(BUDGET);
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', document);
    assert.match(
      html,
      /<figure class="prep-loop-block"[^>]*><figcaption><strong>Latency budget<\/strong> 43 of 40 ms/u,
    );
    assert.match(html, /<svg [^>]*role="img"/u);
    const { document: other } = await open(BUDGET, 'notes');
    assert.doesNotMatch(await vscode.commands.executeCommand<string>('markdown.api.render', other), /<figure/u);
  });

  it('are handed to other extensions', () => {
    const [block] = extension().exports.readBlocks(BUDGET);
    assert.deepEqual([block?.kind, block?.headline], ['latency-budget', '43 of 40 ms, inference 81 %']);
  });
});
