import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Notifications } from '../messages';
import type { FromArithmeticPanel, ToArithmeticPanel } from '../../../src/webview/protocol/arithmetic';
import { ArithmeticPanels } from '../../../src/webview/host/arithmeticPanel';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const CAPACITY = '```capacity\nevents: 1M/s\nevent size: 500 B\nnodes: 10\n```\n';
const BROKEN = '```capacity\nevents: 1M/s\nnodes: 10\n```\n';
const LOOP = '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\n---\n';

const run = (argument?: object): Thenable<unknown> =>
  vscode.commands.executeCommand('prepLoop.practiseArithmetic', argument);
const tabs = (): string[] => vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
const sheet = (loop: string): vscode.Uri => workspaceUri('prep', loop, 'cheat-sheet.md');

/** Each test has a loop of its own: the editor may still hold the documents of one that was deleted. */
let tests = 0;

describe('Practise the Arithmetic', () => {
  let loop: string;
  let notifications: Notifications;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    tests += 1;
    loop = `acme-${tests}`;
    await write(workspaceUri('prep', loop, 'loop.md'), LOOP);
    await write(workspaceUri('prep', loop, 'rounds', '01-case.md'), '---\nround: case\n---\n');
    notifications = new Notifications();
  });
  afterEach(async () => {
    notifications.restore();
    await emptyWorkspace();
  });

  it('opens the only block of a loop’s cheat sheet, and one panel for it however often it is called', async () => {
    await write(sheet(loop), `# Cheat sheet\n\n${CAPACITY}`);
    // The loop is known before its new file is.
    await until('the panel', async () => {
      await run({ loop });
      return tabs().includes('Arithmetic: cheat-sheet.md');
    });
    notifications.messages.length = 0;
    await run({ loop, round: 'case', uri: sheet(loop), block: 0, seed: 7 });
    assert.deepEqual(
      tabs().filter((label) => label.startsWith('Arithmetic')),
      ['Arithmetic: cheat-sheet.md'],
    );
    assert.deepEqual(notifications.messages, []);
  });

  it('asks which block where there are several, those of the cheat sheet first', async () => {
    await write(workspaceUri('prep', loop, 'case.md'), `# Case\n\n${CAPACITY.replace('10', '20')}`);
    await write(sheet(loop), `# Cheat sheet\n\n${CAPACITY}`);
    const { showQuickPick } = vscode.window;
    let offered: readonly vscode.QuickPickItem[] = [];
    const first = (items: readonly vscode.QuickPickItem[]): Promise<vscode.QuickPickItem | undefined> => {
      offered = items;
      return Promise.resolve(items[0]);
    };
    try {
      Object.assign(vscode.window, { showQuickPick: first });
      await until('both blocks', async () => {
        await run({ loop });
        return offered.length === 2;
      });
    } finally {
      Object.assign(vscode.window, { showQuickPick });
    }
    assert.deepEqual(
      offered.map(({ label, detail }) => [label, detail]),
      [
        ['Capacity', 'cheat-sheet.md'],
        ['Capacity', 'case.md'],
      ],
    );
    await until('the panel', () => tabs().includes('Arithmetic: cheat-sheet.md'));
  });

  it('takes the block at the cursor', async () => {
    await write(sheet(loop), `${CAPACITY}\n${CAPACITY.replace('10', '20')}`);
    const editor = await vscode.window.showTextDocument(sheet(loop));
    editor.selection = new vscode.Selection(2, 0, 2, 0);
    await run();
    await until('the panel', () => tabs().includes('Arithmetic: cheat-sheet.md'));
  });

  it('is offered above each block whose results can be worked out, and above no other', async () => {
    await write(sheet(loop), `${BROKEN}\n${CAPACITY}`);
    const uri = sheet(loop);
    await vscode.window.showTextDocument(uri);
    const lenses = await until('the lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
      const practise = found.filter(({ command }) => command?.command === 'prepLoop.practiseArithmetic');
      return practise.length > 0 ? practise : undefined;
    });
    assert.deepEqual(
      lenses.map(({ command, range }) => [command?.title, range.start.line]),
      [['Practise', 5]],
    );
    const [argument] = (lenses[0]?.command?.arguments ?? []) as [{ block: number }];
    assert.equal(argument.block, 1);
    await run(argument);
    await until('the panel', () => tabs().includes('Arithmetic: cheat-sheet.md'));
  });

  it('says why where there is nothing to practise', async () => {
    await write(sheet(loop), BROKEN);
    for (const [argument, message] of [
      [{ loop }, /has no block whose results can be worked out: write one in its cheat sheet/u],
      [{ loop, uri: sheet(loop), block: 0 }, /has no such block whose results can be worked out/u],
      [{ loop, uri: sheet(loop), block: 9 }, /has no such block/u],
      [{ uri: sheet(loop) }, /has no block whose results/u],
      [{ uri: workspaceUri('prep', loop, 'gone.md') }, /has no block whose results/u],
      [{ uri: workspaceUri('prep', loop, 'a.txt') }, /stand in Markdown files/u],
      [{ loop: 'nowhere' }, /There is no loop “nowhere”/u],
      [{ loop, round: 'nowhere' }, /has no round “nowhere”/u],
    ] as const) {
      notifications.messages.length = 0;
      // Until the editor has told of the new loop's folder, there is no such loop.
      await until(String(message), async () => {
        await Promise.resolve(run(argument)).catch(() => undefined);
        return notifications.messages.some((said) => message.test(said));
      });
    }
    assert.deepEqual(
      tabs().filter((label) => label.startsWith('Arithmetic')),
      [],
    );
  });
});

/** Creates a file only when told to, as on a slow disk. */
class SlowFiles extends WorkspaceTextFiles {
  letGo: () => void = () => undefined;
  isAsked = false;
  private readonly gate = new Promise<void>((resolve) => (this.letGo = resolve));

  override async create(uri: vscode.Uri, text: string): Promise<'created' | 'exists'> {
    this.isAsked = true;
    await this.gate;
    return super.create(uri, text);
  }
}

/** A panel without a page: what it is told, and what its page says. */
class Page {
  private readonly heard = new vscode.EventEmitter<unknown>();
  private readonly never = new vscode.EventEmitter<never>().event;
  shown: ToArithmeticPanel | undefined;
  readonly panel = {
    title: '',
    visible: true,
    active: true,
    webview: {
      cspSource: '',
      asWebviewUri: (uri: vscode.Uri) => uri,
      onDidReceiveMessage: this.heard.event,
      postMessage: (message: ToArithmeticPanel) => ((this.shown = message), Promise.resolve(true)),
    },
    onDidDispose: this.never,
    onDidChangeViewState: this.never,
    reveal: () => undefined,
    dispose: () => undefined,
  };

  say(message: FromArithmeticPanel): void {
    this.heard.fire(message);
  }

  get arithmetic() {
    return this.shown?.type === 'arithmetic' ? this.shown.arithmetic : undefined;
  }
}

describe('A sitting of arithmetic that is begun while the one before is saved', () => {
  const { registerWebviewPanelSerializer, createWebviewPanel } = vscode.window;
  let page: Page;

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    page = new Page();
    Object.assign(vscode.window, {
      registerWebviewPanelSerializer: () => new vscode.Disposable(() => undefined),
      createWebviewPanel: () => page.panel,
    });
  });
  afterEach(async () => {
    Object.assign(vscode.window, { registerWebviewPanelSerializer, createWebviewPanel });
    await emptyWorkspace();
  });

  it('can be saved as well: it counted as the file of the one before', async () => {
    const uri = sheet('acme');
    await write(workspaceUri('prep', 'acme', 'loop.md'), LOOP);
    await write(workspaceUri('prep', 'acme', 'rounds', '01-case.md'), '---\nround: case\n---\n');
    await write(uri, `# Cheat sheet\n\n${CAPACITY}`);
    const logger = { info: () => undefined, warn: () => undefined };
    const files = new SlowFiles();
    const store = new WorkspacePrepStore(extension().extensionUri, files, logger);
    const panels = new ArithmeticPanels({
      extensionUri: extension().extensionUri,
      logger,
      randomBytes: (length) => new Uint8Array(length),
      store,
      files,
      clock: { now: () => Date.now() },
    });
    try {
      const located = await store.findLoop('acme');
      await panels.open({ uri, block: 0, seed: 7, located, round: 'case' });
      page.say({ type: 'ready' });
      const { all } = await until('the first question', () =>
        page.arithmetic?.question ? page.arithmetic : undefined,
      );
      for (let number = 0; number < all; number += 1)
        page.say({ type: 'answer', seed: 7, number, text: '1', seconds: 1 });
      await until('the end', () => page.arithmetic?.summary);
      page.say({ type: 'save', round: 'case' });
      await until('the file is being written', () => files.isAsked);
      await panels.open({ uri, block: 0, seed: 8, located, round: 'case' });
      files.letGo();
      // Taken after what was asked before: the file is there by then.
      page.say({ type: 'answer', seed: 8, number: 0, text: '1', seconds: 1 });
      await until('the first answer', () => page.arithmetic?.answers.length === 1);
      assert.deepEqual([page.arithmetic?.seed, page.arithmetic?.saved], [8, undefined]);
    } finally {
      for (const part of [panels, store, files]) part.dispose();
    }
  });
});
