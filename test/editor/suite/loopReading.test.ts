import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const LOOP = '---\nplaybook: general-pm\ncompany: Acme\nrole: PM\nfirstContact: 2026-11-17\ndays: 21\n---\n';
const round = (date: string): string => `---\nround: case\ndate: ${date}\n---\n# Case\n`;

/** One file is looked at only when told to, as on a slow disk; another says what it is told to, unseen by watchers. */
class SlowFiles extends WorkspaceTextFiles {
  private readonly wrote = this._register(new vscode.EventEmitter<vscode.Uri>());
  override readonly onDidWrite = this.wrote.event;
  letGo: () => void = () => undefined;
  isAsked = false;
  isRead = false;
  private readonly gate = new Promise<void>((resolve) => (this.letGo = resolve));

  constructor(
    private readonly slow: vscode.Uri,
    private readonly told: vscode.Uri,
    private text: string,
  ) {
    super();
  }

  say(text: string): void {
    this.text = text;
    this.wrote.fire(this.told);
  }

  override async read(uri: vscode.Uri): Promise<string | undefined> {
    if (uri.toString() !== this.told.toString()) return super.read(uri);
    this.isRead = true;
    return this.text;
  }

  override async lookAt(uri: vscode.Uri): ReturnType<WorkspaceTextFiles['lookAt']> {
    if (uri.toString() === this.slow.toString()) {
      this.isAsked = true;
      await this.gate;
    }
    return super.lookAt(uri);
  }
}

describe('The loops, read while their files change', () => {
  /** Each try has a loop of its own: the watchers still report what became of the one before. */
  let tries = 0;
  const file = (...path: string[]): vscode.Uri => workspaceUri('prep', `acme-read-${tries}`, ...path);

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
  });
  beforeEach(() => (tries += 1));
  after(emptyWorkspace);

  it('are read again after the last of several changes: a replan that wrote file after file left an old date', async () => {
    const [loop, first] = [file('loop.md'), file('rounds', '01-case.md')];
    const files = new SlowFiles(loop, first, round('2026-11-20'));
    const store = new WorkspacePrepStore(extension().extensionUri, files, {
      info: () => undefined,
      warn: () => undefined,
    });
    const reported = new Set<string>();
    const listener = store.onDidChangeFile((uri) => reported.add(uri.toString()));
    try {
      await write(loop, LOOP);
      await write(first, round('2026-11-20'));
      await until('the watchers know both files', () => [loop, first].every((uri) => reported.has(uri.toString())));
      const reading = store.loops();
      // One change before the loop's own files are read, and one after.
      files.say(round('2026-11-20'));
      await until('the round was read', () => files.isAsked && files.isRead);
      files.say(round('2026-11-24'));
      files.letGo();
      assert.deepEqual(
        (await reading).find(({ uri }) => uri.toString() === file().toString())?.loop.rounds.map(({ date }) => date),
        ['2026-11-24'],
      );
    } finally {
      for (const part of [listener, store, files]) part.dispose();
    }
  });
});
