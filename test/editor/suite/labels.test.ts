import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionsAt, codesOf, openStory, problems, rangeIn, setLint, shows, storyUri, WEAK } from '../stories';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const LABELLED = `# The import

**Impact:** I led the new import for small shops.

**Situation:** Small shops left us in their second month, and nobody knew why.

**Task:** I was asked to find out and to stop it.

**Action:** I rang thirty shops, found the broken import and had it rebuilt: slower than adding a second one, but with one place to fix.

**Result:** I trained 40 agents on it. Churn among small shops fell from 8% to 5% by May. The board took notice.
`;

const SPANISH = `# La importación

Los comercios pequeños nos dejaban en su segundo mes y nadie sabía por qué. Construimos una nueva importación con Kafka y
la rotación bajó significativamente. El equipo llamó a treinta tiendas para saber la razón.
`;

const lensesOf = async (uri: vscode.Uri): Promise<string[]> =>
  (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20)).flatMap(
    ({ command }) => (command ? [command.title] : []),
  );

const action = (document: vscode.TextDocument, range: vscode.Range, title: string): Promise<vscode.CodeAction> =>
  until(`the action “${title}”`, async () =>
    (await actionsAt(document, range)).find((each) => each.title.startsWith(title)),
  );

describe('A story with labels in the editor', () => {
  before(() => extension().activate());
  beforeEach(emptyWorkspace);
  afterEach(async () => {
    await setLint('rules', undefined);
    await setLint('scope', undefined);
  });
  after(emptyWorkspace);

  it('has its labels judged as sections, with a fix that keeps to them', async () => {
    const { document } = await openStory(LABELLED);
    await shows(document.uri, ['impact-first', 'section-missing']);
    assert.match(
      problems(document.uri).find(({ code }) => code === 'section-missing')?.message ?? '',
      /^The section Trade-offs is missing/u,
    );
    const lead = await action(document, rangeIn(document, 'I led the new import'), 'Lead with the impact');
    assert.ok(lead.edit && (await vscode.workspace.applyEdit(lead.edit)));
    assert.match(document.getText(), /\*\*Impact:\*\* Churn among small shops fell from 8% to 5% by May\. I led/u);
    assert.match(document.getText(), /\*\*Result:\*\* I trained 40 agents on it\. The board/u);
    await shows(document.uri, ['section-missing']);
  });

  it('has its labels turned into headings in one step, and undo gives them back', async () => {
    const { document } = await openStory(LABELLED);
    await shows(document.uri, ['impact-first', 'section-missing']);
    const turn = await action(document, rangeIn(document, 'Situation'), 'Turn labels into headings');
    assert.ok(turn.edit && (await vscode.workspace.applyEdit(turn.edit)));
    assert.deepEqual(document.getText().match(/^## .*$/gmu), [
      '## Impact',
      '## Situation',
      '## Task',
      '## Action',
      '## Result',
    ]);
    await shows(document.uri, ['impact-first', 'section-missing']);
    assert.ok(
      !(await actionsAt(document, rangeIn(document, 'Situation'))).some(({ title }) => title.startsWith('Turn labels')),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), LABELLED);
  });

  it('in another language has one note in its lens and no finding about its words', async () => {
    const { document } = await openStory(SPANISH);
    await until('the note', async () =>
      (await lensesOf(document.uri)).includes('Not in English: checked for structure and figures only'),
    );
    assert.deepEqual(codesOf(document.uri), []);
  });

  it('has its problems shown while it is open, and those of all files where the setting says so, at once', async () => {
    await write(storyUri('closed'), WEAK);
    const { document } = await openStory(LABELLED);
    await shows(document.uri, ['impact-first', 'section-missing']);
    assert.deepEqual(codesOf(storyUri('closed')), []);
    await setLint('scope', 'folder');
    await until('the problems of the closed file', () => codesOf(storyUri('closed')).length > 0, 15_000);
    await setLint('scope', 'openFiles');
    await shows(storyUri('closed'), []);
    await shows(document.uri, ['impact-first', 'section-missing']);
  });

  it('has a rule turned off for the workspace, after the repair and after silencing it here', async () => {
    await setLint('rules', { ownership: 'hint' });
    const { document } = await openStory(LABELLED);
    await shows(document.uri, ['impact-first', 'section-missing']);
    const range = rangeIn(document, 'I led the new import');
    const off = await action(document, range, 'Turn this rule off in this workspace');
    const titles = (await actionsAt(document, range))
      .filter(({ kind }) => kind?.value === vscode.CodeActionKind.QuickFix.value)
      .map(({ title }) => title);
    assert.deepEqual(titles, [
      'Lead with the impact',
      'Silence here',
      'Turn this rule off in this workspace (impact-first)',
      'Open the page on “Impact first”',
    ]);
    assert.ok(off.command);
    await vscode.commands.executeCommand(off.command.command, ...((off.command.arguments ?? []) as unknown[]));
    await shows(document.uri, ['section-missing']);
    assert.deepEqual(vscode.workspace.getConfiguration('prepLoop').inspect('lint.rules')?.workspaceValue, {
      ownership: 'hint',
      'impact-first': 'off',
    });
  });

  it('is a story whatever the case of its ending', async () => {
    const uri = workspaceUri('prep', 'stories', 'Launch.MD');
    await write(uri, LABELLED);
    await vscode.window.showTextDocument(uri);
    await shows(uri, ['impact-first', 'section-missing'], 15_000);
  });
});
