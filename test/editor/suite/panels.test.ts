import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EditorPanel, type PanelKind } from '../../../src/webview/host/panel';
import { EditorPanels, runningTitle } from '../../../src/webview/host/panels';
import { emptyWorkspace, extension, until, workspaceUri } from '../support';

const KIND: PanelKind<{ readonly id: string }, unknown> = {
  viewType: 'prepLoop.testPanel',
  name: 'test',
  keyOf: ({ id }) => id,
  decodeState: (kept) =>
    typeof kept === 'object' && kept !== null && 'id' in kept ? { id: String(kept.id) } : undefined,
  decodeMessage: () => undefined,
};

class NotedPanel {
  constructor(private readonly panel: vscode.WebviewPanel) {}
  get active(): boolean {
    return this.panel.active;
  }
  get title(): string {
    return this.panel.title;
  }
  reveal(): void {
    this.panel.reveal();
  }
  dispose(): void {
    this.panel.dispose();
  }
}

class NotedPanels extends EditorPanels<{ readonly id: string }, NotedPanel> {
  constructor() {
    super(KIND, (panel) => new NotedPanel(panel));
  }

  open(id: string, title: string): NotedPanel {
    return this.show({ id }, title);
  }
}

// After a reload the editor gives a panel back when its tab is looked at: a click in the tracker before that made a
// second tab of the same round.
describe('The tab of a panel, after a reload', () => {
  let panels: NotedPanels;

  const titles = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  /** As the editor keeps the tab of a panel from before a reload: the extension does not have it. */
  const left = (title: string, column = vscode.ViewColumn.One): vscode.WebviewPanel =>
    vscode.window.createWebviewPanel(KIND.viewType, title, column);
  const shown = (wanted: readonly string[]): Promise<boolean> =>
    until(`the tabs ${wanted.join(', ')}`, () => titles().join() === wanted.join());

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    panels = new NotedPanels();
  });
  afterEach(async () => {
    panels.dispose();
    await emptyWorkspace();
  });

  it('is replaced by the panel that is opened before it was given back, where it stood', async () => {
    left('Case', vscode.ViewColumn.Two);
    await shown(['Case']);
    panels.open('case', 'Case');
    await shown(['Case']);
    assert.equal(vscode.window.tabGroups.activeTabGroup.tabs[0]?.label, 'Case');
  });

  it('is replaced also where its timer ran', async () => {
    left(runningTitle('Case'));
    await shown([runningTitle('Case')]);
    panels.open('case', 'Case');
    await shown(['Case']);
  });

  it('closes when it is given back after the panel was opened', async () => {
    panels.open('case', 'Case');
    const late = left('Case');
    await shown(['Case', 'Case']);
    await panels.deserializeWebviewPanel(late, { id: 'case' });
    await shown(['Case']);
  });

  it('stays where its title does not say which of two it is', async () => {
    left('Case');
    left('Case');
    await shown(['Case', 'Case']);
    panels.open('case', 'Case');
    await shown(['Case', 'Case', 'Case']);
  });

  it('becomes the panel when it is given back, and closes where what was kept of it cannot be read', async () => {
    const first = left('Case');
    const broken = left('Broken');
    await shown(['Case', 'Broken']);
    await panels.deserializeWebviewPanel(first, { id: 'case' });
    await panels.deserializeWebviewPanel(broken, 'nothing of ours');
    await shown(['Case']);
    panels.open('case', 'Case');
    await shown(['Case']);
  });
});

class PanelWithoutPage extends EditorPanel<{ readonly id: string }, { readonly type: 'ready' }, never, undefined> {
  protected override read(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  protected override show(): void {
    assert.fail('there is no page to show it');
  }
  protected override act(): Promise<void> {
    return Promise.resolve();
  }
}

// A panel that speaks before its page is there waited for the page, and nobody for what became of the waiting.
describe('A panel whose page cannot be read', () => {
  for (const isEager of [false, true])
    it(`says so in the log, and leaves no rejection behind (${isEager ? 'speaking first' : 'asked by the page'})`, async () => {
      const warnings: string[] = [];
      const uncaught: unknown[] = [];
      const note = (reason: unknown): void => void uncaught.push(reason);
      process.on('unhandledRejection', note);
      const tab = vscode.window.createWebviewPanel(KIND.viewType, 'No page', vscode.ViewColumn.One);
      const kind = { ...KIND, isEager, decodeMessage: () => undefined };
      const panel = new PanelWithoutPage(
        tab,
        kind,
        { id: 'a' },
        {
          extensionUri: workspaceUri('nowhere'),
          logger: { info: () => undefined, warn: (text) => void warnings.push(text) },
          randomBytes: (length) => new Uint8Array(length),
        },
      );
      try {
        await until('the warning', () => warnings.length > 0);
        // Rejections that nobody handles are told of after the promises of that moment.
        await new Promise((resolve) => setTimeout(resolve, 0));
        assert.match(warnings.join(), /A panel \(test\) could not be loaded/u);
        assert.deepEqual(uncaught.map(String), []);
      } finally {
        process.off('unhandledRejection', note);
        panel.dispose();
      }
    });
});
