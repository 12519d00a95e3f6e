import assert from 'node:assert/strict';
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { ParsedStories } from '../../../src/store/parsedStories';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { StoryAnalyses } from '../../../src/analysis/storyAnalyses';
import { StoryStore } from '../../../src/store/storyStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { STRONG, storyUri, WEAK } from '../stories';
import { emptyWorkspace, extension, until, workspaceUri } from '../support';

/** A letter that takes so long is as good as a pause in typing, in milliseconds. */
const SLOW_LETTER = 150;
const MANY = 1000;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Counts the files that are read. */
class CountedFiles extends WorkspaceTextFiles {
  reads = 0;

  override read(uri: vscode.Uri): Promise<string | undefined> {
    this.reads += 1;
    return super.read(uri);
  }
}

/** Counts what our own part does; the installed extension does its own beside it. */
describe('The analysis of a folder with many stories', function () {
  this.timeout(90_000);
  const warnings: string[] = [];
  const log = { info: () => undefined, warn: (message: string) => void warnings.push(message) };
  const parts: vscode.Disposable[] = [];
  let store: WorkspacePrepStore;
  let analyses: StoryAnalyses;
  let files: CountedFiles;
  let stories: StoryStore;
  let checked: string[];

  const idle = (): Promise<unknown> => until('the folder to be checked', () => !analyses.isBusy, 60_000);
  const begin = (): void => {
    files = new CountedFiles();
    store = new WorkspacePrepStore(extension().extensionUri, files, log);
    const parsed = new ParsedStories();
    analyses = new StoryAnalyses(store, files, parsed, log);
    checked = [];
    stories = new StoryStore(store, files, parsed);
    parts.push(
      files,
      store,
      analyses,
      stories,
      analyses.onDidCheck(({ file }) => checked.push(file.uri.path)),
    );
    analyses.begin();
  };

  before(async () => {
    await extension().activate();
    await emptyWorkspace();
    const folder = workspaceUri('prep', 'stories').fsPath;
    mkdirSync(folder, { recursive: true });
    for (let i = 0; i < MANY; i += 1) writeFileSync(join(folder, `many-${i}.md`), i % 2 === 0 ? WEAK : STRONG);
    begin();
    await idle();
  });
  after(async () => {
    for (const part of parts.splice(0).reverse()) part.dispose();
    await emptyWorkspace();
  });

  it('checks each file once', () => {
    // VS Code keeps the documents of other tests for a while: they are checked as open ones.
    const ours = checked.filter((path) => path.includes('/many-'));
    assert.equal(ours.length, MANY);
    assert.equal(new Set(ours).size, MANY);
    assert.ok((analyses.summary(storyUri('many-1'))?.score ?? 0) > 60);
    assert.ok((analyses.summary(storyUri('many-0'))?.score ?? 100) < 60);
    assert.deepEqual(warnings, []);
  });

  it('checks one document for what is typed in it, and no other', async () => {
    const editor = await vscode.window.showTextDocument(storyUri('many-7'));
    await until('the document to be checked', () => checked.filter((path) => path.endsWith('/many-7.md')).length === 2);
    assert.equal((await stories.stories()).length, MANY);
    const before = analyses.analysed;
    checked.length = 0;
    files.reads = 0;
    let pauses = 0;
    for (const letter of 'We saved 12 hours a week.') {
      const began = Date.now();
      await editor.edit((edit) => edit.insert(editor.document.lineAt(editor.document.lineCount - 1).range.end, letter));
      if (Date.now() - began >= SLOW_LETTER) pauses += 1;
    }
    await until('what was typed to be checked', () => checked.length > 0);
    await pause(1000);
    assert.deepEqual([...new Set(checked)], [storyUri('many-7').path]);
    const typed = (await stories.stories()).find(({ name }) => name === 'many-7');
    assert.ok(typed?.story.text.endsWith('We saved 12 hours a week.'));
    assert.ok(files.reads <= 10, `${files.reads} files read`);
    // On a slow machine a letter may take as long as the pause in which a text is checked.
    const most = 3 + pauses;
    assert.ok(analyses.analysed - before <= most, `${analyses.analysed - before} analyses, at most ${most}`);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await idle();
  });

  it('looks at all, and checks only what changed', async () => {
    await pause(1000);
    const before = analyses.analysed;
    const file = storyUri('many-3').fsPath;
    writeFileSync(file, WEAK);
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    store.refresh();
    await until('the change to be checked', () => analyses.analysed > before, 20_000);
    await pause(1000);
    await idle();
    assert.ok(analyses.analysed - before <= 2, `${analyses.analysed - before} analyses`);
    assert.ok((analyses.summary(storyUri('many-3'))?.score ?? 100) < 60);
  });

  it('parses what is typed once, for its checks and for the list of stories', async () => {
    const { document } = await vscode.window.showTextDocument(storyUri('many-9'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nWe saved a day a week.\n');
    await vscode.workspace.applyEdit(edit);
    const listed = (await stories.stories()).find(({ name }) => name === 'many-9')?.story;
    assert.ok(listed?.text.endsWith('We saved a day a week.\n'));
    assert.equal(analyses.of(document)?.analysis.parsed, listed);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await idle();
  });

  it('checks all again when the rules change, and stops at once when it is disposed', async () => {
    const before = analyses.analysed;
    await vscode.workspace
      .getConfiguration('prepLoop')
      .update('lint.rules', { ownership: 'off' }, vscode.ConfigurationTarget.Workspace);
    try {
      await until('some to be checked again', () => analyses.analysed > before + 20, 20_000);
      analyses.dispose();
      const at = analyses.analysed;
      await pause(300);
      assert.equal(analyses.analysed, at);
      assert.ok(at < before + MANY);
    } finally {
      await vscode.workspace
        .getConfiguration('prepLoop')
        .update('lint.rules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});

/** Looks at one file only when told to, as at one on a slow disk. */
class SlowFiles extends WorkspaceTextFiles {
  letGo: () => void = () => undefined;
  isAsked = false;
  private readonly gate = new Promise<void>((resolve) => (this.letGo = resolve));

  constructor(private readonly slow: vscode.Uri) {
    super();
  }

  override async lookAt(uri: vscode.Uri): ReturnType<WorkspaceTextFiles['lookAt']> {
    if (uri.toString() === this.slow.toString()) {
      this.isAsked = true;
      await this.gate;
    }
    return super.lookAt(uri);
  }
}

describe('The analysis of a prep folder that another takes the place of', () => {
  const setFolder = (folder: string | undefined): Thenable<void> =>
    vscode.workspace.getConfiguration('prepLoop').update('folder', folder, vscode.ConfigurationTarget.Workspace);

  beforeEach(emptyWorkspace);
  afterEach(async () => {
    await setFolder(undefined);
    await emptyWorkspace();
  });

  it('forgets a file that was just being read: its problems stayed for as long as the window', async () => {
    const [before, after] = [workspaceUri('prep', 'stories', 'a.md'), workspaceUri('notes', 'prep', 'stories', 'b.md')];
    for (const uri of [before, after]) await vscode.workspace.fs.writeFile(uri, Buffer.from(WEAK));
    const log = { info: () => undefined, warn: () => undefined };
    const files = new SlowFiles(before);
    const store = new WorkspacePrepStore(extension().extensionUri, files, log);
    const analyses = new StoryAnalyses(store, files, new ParsedStories(), log);
    try {
      analyses.begin();
      await until('the first folder is being read', () => files.isAsked);
      await setFolder('notes/prep');
      await until('the other folder is the prep folder', () => store.roots[0]?.uri.path.endsWith('/notes/prep'));
      files.letGo();
      await until('the other folder is checked', () => analyses.summary(after) !== undefined);
      await until('nothing waits', () => !analyses.isBusy);
      assert.equal(analyses.summary(before), undefined);
    } finally {
      for (const part of [analyses, store, files]) part.dispose();
    }
  });
});
