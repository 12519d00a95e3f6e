import assert from 'node:assert/strict';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { StoryAnalyses } from '../../../src/analysis/storyAnalyses';
import type { StorySummary } from '../../../src/analysis/storySummary';
import type { PackedCard } from '../../../src/core/story/storyCard';
import { FileCache } from '../../../src/store/fileCache';
import { nameOf } from '../../../src/store/files';
import { ParsedStories } from '../../../src/store/parsedStories';
import { StoryStore } from '../../../src/store/storyStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { StoriesTree } from '../../../src/views/storiesTree';
import { StoryArrangement } from '../../../src/views/storyArrangement';
import { showProgress } from '../../../src/views/viewProgress';
import { Memory } from '../memory';
import { STRONG, storyUri, WEAK } from '../stories';
import { emptyWorkspace, extension, onDisk, until, workspaceUri } from '../support';

const VERSION = '1.0 core';
const MINUTE = 60_000;

/** Knows which files were read. */
class SeenFiles extends WorkspaceTextFiles {
  readonly seen: string[] = [];

  override read(uri: vscode.Uri): Promise<string | undefined> {
    if (uri.path.includes('/stories/')) this.seen.push(uri.path.split('/').at(-1) ?? '');
    return super.read(uri);
  }
}

/** What one window has of the extension, with a cache in a folder that the next one finds. */
class OneWindow {
  private readonly folder = workspaceUri('kept');
  readonly warnings: string[] = [];
  private readonly log = { info: () => undefined, warn: (text: string) => void this.warnings.push(text) };
  readonly files = new SeenFiles();
  readonly prep = new WorkspacePrepStore(extension().extensionUri, this.files, this.log);
  private readonly parsed = new ParsedStories();
  readonly cards: FileCache<PackedCard>;
  readonly summaries: FileCache<StorySummary>;
  readonly stories: StoryStore;
  readonly analyses: StoryAnalyses;
  readonly tree: StoriesTree;
  /** How many files were checked that are not open: the editor keeps documents of other tests for a while. */
  checked = 0;
  private readonly reported = new Set<string>();

  constructor(version = VERSION) {
    const { folder } = this;
    this.cards = new FileCache({ folder, name: 'stories.json', version }, this.log);
    this.summaries = new FileCache({ folder, name: 'checks.json', version }, this.log);
    this.prep.onDidChangeFile((uri) => this.reported.add(nameOf(uri)));
    this.stories = new StoryStore(this.prep, this.files, this.parsed, this.cards);
    this.analyses = new StoryAnalyses(this.prep, this.files, this.parsed, this.log, this.summaries);
    this.analyses.onDidAnalyse(({ version }) => (this.checked += version === undefined ? 1 : 0));
    this.tree = new StoriesTree(this.stories, this.analyses, new StoryArrangement(new Memory()));
  }

  async rows(): Promise<string[]> {
    return (await this.tree.getChildren()).map((child) => {
      const { label, description } = this.tree.getTreeItem(child);
      return `${String(label)} | ${String(description)}`;
    });
  }

  /** Holds which files were read. Others may have been that a watcher reported late: those are read again. */
  assertRead(...names: readonly string[]): void {
    const read = [...new Set(this.files.seen)].filter((name) => names.includes(name) || !this.reported.has(name));
    assert.deepEqual(read.sort(), names);
  }

  /** Checks all that has to be checked; gives how many files that were. */
  async check(): Promise<number> {
    this.analyses.begin();
    await until('all to be checked', () => !this.analyses.isBusy);
    return this.checked;
  }

  async close(): Promise<void> {
    await Promise.all([this.cards.save(), this.summaries.save()]);
    for (const part of [this.tree, this.analyses, this.stories, this.cards, this.summaries, this.prep, this.files])
      part.dispose();
  }
}

/** A file of another program's, last written some minutes ago. */
function put(name: string, text: string, minutes = 10): void {
  const path = storyUri(name).fsPath;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const time = new Date(Date.now() - minutes * MINUTE);
  utimesSync(path, time, time);
}

describe('Stories that a window knows from before', () => {
  let window: OneWindow;
  /** Closes VS Code and opens it again; `meanwhile` is what happens to the files in between. */
  const restart = async (meanwhile: () => unknown = () => undefined, version = VERSION): Promise<OneWindow> => {
    await window.close();
    await meanwhile();
    return (window = new OneWindow(version));
  };

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    put('strong', STRONG);
    put('weak', WEAK);
    put('blank', '');
    window = new OneWindow();
  });
  afterEach(() => window.close());
  after(emptyWorkspace);

  it('are listed and have their scores after a restart, and none of their files is read', async () => {
    const rows = await window.rows();
    assert.equal(await window.check(), 3);
    const scores = ['strong', 'weak'].map((name) => window.analyses.summary(storyUri(name)));
    await restart();
    assert.deepEqual(await window.rows(), rows);
    assert.equal(await window.check(), 0);
    assert.deepEqual(window.files.seen, []);
    assert.deepEqual(
      ['strong', 'weak'].map((name) => window.analyses.summary(storyUri(name))),
      JSON.parse(JSON.stringify(scores)),
    );
  });

  it('are read again where their files changed while VS Code was closed, came or went, and only those', async () => {
    put('gone', '# Gone\n');
    await window.rows();
    await window.check();
    await restart(() => {
      put('weak', '# Longer than before\n\nTwo words\n');
      // As long as before, but written later.
      put('blank', '', 5);
      put('new', '# New\n');
      rmSync(storyUri('gone').fsPath);
    });
    const rows = await window.rows();
    window.assertRead('blank.md', 'new.md', 'weak.md');
    assert.deepEqual(
      rows
        .map((row) => row.split(' | ')[0])
        .filter((title) => ['Longer than before', 'New', 'Gone'].includes(title ?? '')),
      ['Longer than before', 'New'],
    );
    assert.equal(await window.check(), 3);
    assert.equal(window.analyses.summary(storyUri('gone')), undefined);
  });

  it('are read again where what was kept of them is not whole, not ours, older or gone; it is written anew', async () => {
    await window.rows();
    await window.check();
    const file = workspaceUri('kept', 'stories.json');
    await window.close();
    const whole = await onDisk(file);
    for (const broken of [
      whole.slice(0, -20),
      'not ours',
      '',
      '\u0000'.repeat(100),
      whole.replace('Impact', 'impact'),
    ]) {
      await restart(() => writeFileSync(file.fsPath, broken));
      assert.equal((await window.rows()).length, 3);
      window.assertRead('blank.md', 'strong.md', 'weak.md');
      await window.close();
      assert.equal(await onDisk(file), whole);
      assert.deepEqual(window.warnings, []);
    }
    await restart(() => rmSync(file.fsPath));
    await window.rows();
    window.assertRead('blank.md', 'strong.md', 'weak.md');
    await restart(undefined, '1.1 core');
    await window.rows();
    assert.equal(await window.check(), 3);
  });

  it('are read again where one of them was cut from what was kept', async () => {
    await window.rows();
    window.cards.remove(storyUri('weak'));
    await restart();
    await window.rows();
    window.assertRead('weak.md');
  });

  it('are not kept where the file was written a moment before it was read: it may change within that moment', async () => {
    put('young', '# Young\n', 0);
    await window.rows();
    await restart();
    await window.rows();
    window.assertRead('young.md');
  });

  it('are checked again where a setting changes what the checks say, or all findings are shown', async () => {
    const settings = vscode.workspace.getConfiguration('prepLoop');
    const set = (name: string, value: unknown): Thenable<void> =>
      settings.update(name, value, vscode.ConfigurationTarget.Workspace);
    await window.rows();
    await window.check();
    try {
      await restart(() => set('wordsPerMinute', 99));
      assert.equal(await window.check(), 3);
      await restart(async () => {
        await set('wordsPerMinute', undefined);
        await set('lint.scope', 'folder');
      });
      await window.rows();
      assert.equal(await window.check(), 3);
    } finally {
      await set('wordsPerMinute', undefined);
      await set('lint.scope', undefined);
    }
  });

  it('are checked in full once all findings are to be shown', async () => {
    await window.rows();
    await window.check();
    await restart();
    assert.equal(await window.check(), 0);
    const settings = vscode.workspace.getConfiguration('prepLoop');
    try {
      await settings.update('lint.scope', 'folder', vscode.ConfigurationTarget.Workspace);
      await until('all to be checked', () => window.checked === 3);
    } finally {
      await settings.update('lint.scope', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  // The last: the editor keeps a document for a while after it was closed.
  it('give way to a document that is open and not saved', async () => {
    put('draft', '# Draft\n');
    await window.rows();
    await window.close();
    const editor = await vscode.window.showTextDocument(storyUri('draft'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Typed\n\nIn the editor.\n'));
    await restart();
    assert.ok((await window.rows()).some((row) => row.startsWith('Typed | ')));
    await restart(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      await until('the tab to be closed', () => vscode.window.tabGroups.all.every(({ tabs }) => tabs.length === 0));
      // The tab may go before the editor tells of the text that came back.
      await until('nothing to be unsaved', () => vscode.workspace.textDocuments.every(({ isDirty }) => !isDirty));
    });
    assert.ok(!(await window.rows()).some((row) => row.startsWith('Typed | ')));
    assert.deepEqual(window.files.seen, []);
  });
});

describe('The progress of a view', () => {
  const { withProgress } = vscode.window;
  let shown: vscode.ProgressOptions[];
  beforeEach(() => {
    shown = [];
    Object.assign(vscode.window, {
      withProgress: (options: vscode.ProgressOptions, task: () => Promise<unknown>) => {
        shown.push(options);
        return task();
      },
    });
  });
  afterEach(() => Object.assign(vscode.window, { withProgress }));

  it('is shown while work takes its time, and ends with it, however that ends', async () => {
    for (const end of [Promise.resolve(), Promise.reject(new Error('No disk'))]) {
      end.catch(() => undefined);
      const later = new Promise<void>((resolve) => setTimeout(resolve, 60)).then(() => end);
      await showProgress('prepLoop.stories', later, 10);
      assert.deepEqual(shown.splice(0), [{ location: { viewId: 'prepLoop.stories' } }]);
    }
  });

  it('is not shown for what is short', async () => {
    await showProgress('prepLoop.stories', Promise.resolve(), 1000);
    assert.deepEqual(shown, []);
  });
});
