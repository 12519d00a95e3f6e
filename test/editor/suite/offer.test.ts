import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Notifications } from '../messages';
import { emptyWorkspace, extension, onDisk, until, workspaceUri, write } from '../support';

const OFFER = `---
base: 200000
currency: USD
signOn: [{ year: 1, amount: 30000, clawbackMonths: 12 }]
equity: { kind: rsu, value: 400000 }
vesting: { years: 4, cliffMonths: 12 }
---

# Offer
`;
const LOOP = '---\nplaybook: confluent-ai-ml-pm\ncompany: Acme\nfirstContact: 2026-11-23\ndays: 22\n---\n\n# Acme\n';
const run = (id: string, argument?: object): Thenable<unknown> => vscode.commands.executeCommand(id, argument);
const prep = (...path: string[]): vscode.Uri => workspaceUri('prep', ...path);

async function open(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
  await write(uri, text);
  const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await until('the text that was written', () => document.getText() === text);
  return document;
}

const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
const problemsOf = (uri: vscode.Uri): string[] => vscode.languages.getDiagnostics(uri).map(({ message }) => message);

describe('An offer', () => {
  let notifications: Notifications;
  /** Each test has a loop of its own: the editor may still hold the document of one that was deleted. */
  let loop = '';
  let tests = 0;

  before(() => extension().activate());
  beforeEach(async () => {
    tests += 1;
    loop = `acme-${tests}`;
    await emptyWorkspace();
    await write(prep(loop, 'loop.md'), LOOP);
    await run('prepLoop.refresh');
    notifications = new Notifications();
  });
  afterEach(() => notifications.restore());
  after(emptyWorkspace);

  it('shows what is wrong with its front matter as it is typed, at its place', async () => {
    const uri = prep(loop, 'offer.md');
    const document = await open(uri, OFFER);
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf('rsu');
    edit.replace(uri, new vscode.Range(document.positionAt(at), document.positionAt(at + 3)), 'shares');
    await vscode.workspace.applyEdit(edit);
    const [problem] = await until('the problem', () => {
      const found = vscode.languages.getDiagnostics(uri).filter(({ message }) => message.includes('equity.kind'));
      return found.length > 0 ? found : undefined;
    });
    assert.equal(document.getText(problem?.range), 'shares');
    assert.equal(problem?.source, 'prep-loop');
  });

  it('says that shares are unknown in a file of the folder for offers without a loop too', async () => {
    const uri = prep('offers', `globex-${tests}.md`);
    await open(uri, '---\nequityPercent: 0.09\n---\n');
    await until('the problem', () =>
      problemsOf(uri).some((text) => text.startsWith('The number of shares is unknown')),
    );
  });

  it('completes its keys and values, and explains each with the figures that follow', async () => {
    const uri = prep(loop, 'offer.md');
    const document = await open(uri, OFFER.replace('---\n\n#', 'deadl:\n---\n\n#'));
    const complete = async (before: string): Promise<string[]> => {
      const position = document.positionAt(document.getText().indexOf(before) + before.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        uri,
        position,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await complete('deadl')).includes('deadline'));
    assert.ok((await complete('kind: ')).includes('options'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      document.positionAt(document.getText().indexOf('equity') + 2),
    );
    const said = hovers.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)));
    assert.match(said.join('\n'), /\*\*equity\*\* The initial grant[\s\S]*Year 1: \*\*\$100,000\*\*/u);
  });

  it('opens in its panel, also by its file', async () => {
    await write(prep(loop, 'offer.md'), OFFER);
    await write(prep('offers', 'globex.md'), '---\ncompany: Globex\nbase: 1\n---\n');
    await run('prepLoop.refresh');
    await run('prepLoop.openOffer', { loop });
    await until('the panel', () => tabs().includes('Offer: Acme'));
    await run('prepLoop.openOffer', { uri: prep('offers', 'globex.md') });
    await until('the other panel', () => tabs().includes('Offer: Globex'));
    assert.deepEqual(notifications.messages, []);
  });

  it('is compared with the others in a panel and in a table, which is renewed between its marks', async () => {
    await write(prep(loop, 'offer.md'), OFFER);
    await write(prep('offers', `globex-${tests}.md`), '---\nbase: 190000\nsignOn: 20000\n---\n');
    await run('prepLoop.refresh');
    await run('prepLoop.compareOffers');
    await until('the panel', () => tabs().includes('Offers Compared'));
    const file = prep('offers', 'comparison.md');
    const first = await onDisk(file);
    assert.match(first, /\| Year one \| \$330,000 \| \$210,000 \|/u);
    assert.match(
      first,
      new RegExp(
        String.raw`- Acme pays \$450,000 more than globex-${tests} over four years: equity \+\$400,000, base \+\$40,000, `,
        'u',
      ),
    );
    await run('prepLoop.compareOffers', { loop });
    assert.equal(await onDisk(file), first, 'a second time, nothing is doubled');
    await write(file, `${await onDisk(file)}\nMine.\n`);
    await write(prep(loop, 'offer.md'), OFFER.replace('200000', '210000'));
    await run('prepLoop.refresh');
    await run('prepLoop.compareOffers', { loop });
    const text = await until('the new table', async () => {
      const now = await onDisk(file);
      return now.includes('$340,000') ? now : undefined;
    });
    assert.ok(text.endsWith('\nMine.\n') && !text.includes('$330,000'));
  });

  it('keeps the figures that were stated, and a script that asks for less is told so', async () => {
    const uri = prep(loop, 'offer.md');
    await write(uri, OFFER);
    const stated = await run('prepLoop.logStated', {
      loop,
      date: '2026-12-02',
      round: 'phone-screen',
      to: 'Sam',
      base: 205_000,
    });
    assert.equal(String(stated), uri.toString());
    assert.equal(
      await onDisk(uri),
      OFFER.replace(
        '---\n\n#',
        'stated:\n  - { date: 2026-12-02, round: phone-screen, to: Sam, base: 205000 }\n---\n\n#',
      ),
    );
    const script = prep(loop, 'scripts', 'ask.md');
    await open(script, '# The ask\n\nFrom the $2M of ARR that the case shows, I am asking for a base of $200k.\n');
    await until('the finding', () => problemsOf(script).some((text) => text.startsWith('This asks for less than')));
    assert.deepEqual(notifications.messages, []);
  });

  it('is not touched where its front matter is broken, and the user hears why', async () => {
    const uri = prep(loop, 'offer.md');
    const broken = '---\nbase: [\n---\n';
    await write(uri, broken);
    assert.equal(await run('prepLoop.logStated', { loop, base: 1 }), undefined);
    assert.equal(await onDisk(uri), broken);
    assert.match(notifications.messages.join(), /offer\.md cannot be written to as it is/u);
  });
});
