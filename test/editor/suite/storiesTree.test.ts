import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ParsedFolder } from '../../../src/store/parsedFolder';
import { ParsedStories } from '../../../src/store/parsedStories';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { StoryStore } from '../../../src/store/storyStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import type { StorySummary } from '../../../src/analysis/storySummary';
import { StoriesTree } from '../../../src/views/storiesTree';
import { StoryArrangement } from '../../../src/views/storyArrangement';
import type { StoriesElement } from '../../../src/views/storyElements';
import { WhileSeen } from '../../../src/views/whileSeen';
import { Memory } from '../memory';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };

/** How long a change on the disk may take to be heard of, in milliseconds. */
const DISK = 20_000;

/** 7 words in two filled sections, a blank in the third. */
const STORY =
  '---\ntitle: Zero downtime\ncompetencies: [impact, "<b>[x](command:evil)"]\nspoken: 2\n---\n\n## Impact\n\nWe saved $2M a year.\n\n## Action\n\nI decided.\n\n## Result\n\n${metric}\n';

/** A tree of its own on the real workspace. */
class Stories {
  readonly files = new WorkspaceTextFiles();
  readonly prep = new WorkspacePrepStore(extension().extensionUri, this.files, QUIET_LOG);
  readonly stories = new StoryStore(this.prep, this.files, new ParsedStories());
  readonly arrangement = new StoryArrangement(new Memory());
  readonly didCheck = new vscode.EventEmitter<{ readonly file: { readonly uri: vscode.Uri } }>();
  /** What the checks say of a story, by its file's name. */
  readonly summaries = new Map<string, StorySummary>();
  readonly checks = {
    onDidCheck: this.didCheck.event,
    summary: (uri: vscode.Uri) => this.summaries.get(uri.path.split('/').at(-1) ?? ''),
  };
  readonly tree = new StoriesTree(this.stories, this.checks, this.arrangement);
  readonly refreshed: (StoriesElement | undefined)[] = [];
  readonly listener = this.tree.onDidChangeTreeData((element) => this.refreshed.push(element));

  dispose(): void {
    for (const part of [this.listener, this.tree, this.didCheck, this.arrangement, this.stories, this.prep, this.files])
      part.dispose();
  }

  async rows(element?: StoriesElement): Promise<string[]> {
    return (await this.tree.getChildren(element)).map((child) => {
      const { label, description } = this.tree.getTreeItem(child);
      return description === undefined ? String(label) : `${String(label)} | ${String(description)}`;
    });
  }

  async story(title: string): Promise<StoriesElement> {
    return until(
      `the story “${title}” is in the tree`,
      async () => (await this.tree.getChildren()).find((element) => element.title === title),
      DISK,
    );
  }

  /** The score that the row's badge shows. */
  badge(element: StoriesElement): string | undefined {
    return this.tree.getTreeItem(element).resourceUri?.query;
  }

  /** What the row says when the mouse rests on it. */
  tooltip(element: StoriesElement): vscode.MarkdownString {
    return this.tree.resolveTreeItem(this.tree.getTreeItem(element), element).tooltip as vscode.MarkdownString;
  }

  icon(element: StoriesElement): string {
    return (this.tree.getTreeItem(element).iconPath as vscode.ThemeIcon).id;
  }
}

describe('The stories view', () => {
  let stories: Stories;
  const file = (name: string): vscode.Uri => workspaceUri('prep', 'stories', name);

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(file('zero.md'), STORY);
    stories = new Stories();
  });
  afterEach(() => stories.dispose());
  after(async () => {
    await vscode.workspace
      .getConfiguration('prepLoop')
      .update('wordsPerMinute', undefined, vscode.ConfigurationTarget.Workspace);
    await emptyWorkspace();
  });

  it('shows each story with its sections, words and time, by title', async () => {
    await write(file('b.md'), '# story 10\n\nTwo words\n');
    await write(file('c.md'), '# Story 2\n');
    await write(file('untitled-draft.md'), '');
    await write(file('notes.txt'), 'none');
    await write(file('.hidden.md'), 'none');
    stories.prep.refresh();
    await stories.story('untitled-draft');
    assert.deepEqual(await stories.rows(), [
      'Story 2 | 0/6 sections · 0 words · 0:00',
      'story 10 | 0/6 sections · 2 words · 0:01',
      'untitled-draft | 0/6 sections · 0 words · 0:00',
      'Zero downtime | 2/6 sections · 7 words · 0:03 of 0:02',
    ]);
  });

  it('shows the sections under a story, filled, empty and missing, each at its place', async () => {
    const story = await stories.story('Zero downtime');
    assert.deepEqual(await stories.rows(story), [
      'Impact | 5 words · 0:02',
      'Situation | missing',
      'Task | missing',
      'Action | 2 words · 0:01',
      'Result | 1 blank to fill',
      'Trade-offs | missing',
    ]);
    const sections = await stories.tree.getChildren(story);
    assert.deepEqual(
      sections.map((section) => stories.icon(section)),
      ['pass', 'dash', 'dash', 'pass', 'circle-large-outline', 'dash'],
    );
    const { command } = stories.tree.getTreeItem(sections[3] as StoriesElement);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, '## Action');
    assert.equal(stories.tree.getParent(sections[3] as StoriesElement), story);
  });

  it('says all of it to a screen reader, and shows the user’s words as words', async () => {
    const item = stories.tree.getTreeItem(await stories.story('Zero downtime'));
    assert.equal(
      item.accessibilityInformation?.label,
      'Zero downtime, 2 of 6 sections filled, 7 words, 3 seconds to say',
    );
    const tooltip = stories.tooltip(await stories.story('Zero downtime'));
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
    assert.ok(tooltip.value.includes('\\<b\\>\\[x\\]\\(command:evil\\)'), tooltip.value);
    // Every space was one that keeps words together, so that the tooltip broke within them.
    assert.doesNotMatch(tooltip.value, /&nbsp;/u);
    assert.match(tooltip.value, /Still to write: Situation, Task, Result, Trade-offs/u);
  });

  it('reads files with CRLF and a byte-order mark alike, and opens them at the right place', async () => {
    await write(file('windows.md'), `\ufeff${STORY.replace('Zero', 'One').replace(/\n/gu, '\r\n')}`);
    stories.prep.refresh();
    const story = await stories.story('One downtime');
    assert.deepEqual(await stories.rows(story), await stories.rows(await stories.story('Zero downtime')));
    const impact = (await stories.tree.getChildren(story))[0];
    const { command } = stories.tree.getTreeItem(impact as StoriesElement);
    await vscode.commands.executeCommand(command?.command ?? '', ...(command?.arguments ?? []));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.lineAt(editor.selection.active.line).text, '## Impact');
    assert.equal(editor.selection.active.character, 0);
  });

  it('shows what is wrong with a story, and the rest of it', async () => {
    await write(file('broken.md'), '---\ntitle: [a\n---\n\n## Impact\n\nA gain.\n');
    stories.prep.refresh();
    const story = await stories.story('broken');
    assert.equal(stories.icon(story), 'warning');
    const [problem, impact] = await stories.tree.getChildren(story);
    assert.match(
      String(stories.tree.getTreeItem(problem as StoriesElement).label),
      /^The front matter is not valid YAML/u,
    );
    assert.equal(stories.icon(problem as StoriesElement), 'error');
    assert.equal(stories.tree.getTreeItem(impact as StoriesElement).description, '2 words · 0:01');
  });

  it('follows what is typed, and draws only the story that changed', async () => {
    await write(file('other.md'), '# Other\n');
    stories.prep.refresh();
    const zero = await stories.story('Zero downtime');
    await stories.story('Other');
    const editor = await vscode.window.showTextDocument(file('zero.md'));
    stories.refreshed.length = 0;
    await editor.edit((edit) => edit.replace(editor.document.lineAt(16).range, 'Latency fell.'));
    await until('the tree has three sections', async () =>
      (await stories.rows())[1]?.includes('3/6 sections · 9 words'),
    );
    assert.deepEqual(stories.refreshed, [zero]);
  });

  describe('while it is seen', () => {
    let seen: WhileSeen;
    const shown = new vscode.EventEmitter<{ readonly visible: boolean }>();

    beforeEach(() => {
      // What the watchers tell is not heard here: on some disks they tell nothing.
      for (const watcher of stories.prep['watchers'].splice(0)) watcher.dispose();
      const view = { visible: true, onDidChangeVisibility: shown.event };
      seen = new WhileSeen(view, () => stories.stories.refreshStories(), 100);
    });
    afterEach(() => seen.dispose());

    it('follows files that come, change and go', async () => {
      await stories.story('Zero downtime');
      await write(file('new.md'), '# A newcomer\n');
      await stories.story('A newcomer');
      await write(file('zero.md'), STORY.replace('Zero', 'Less'));
      await stories.story('Less downtime');
      await vscode.workspace.fs.delete(file('zero.md'));
      await until('it is gone', async () => (await stories.rows()).length === 1, DISK);
    });

    it('waits while somebody types', async () => {
      let looks = 0;
      const view = { visible: true, onDidChangeVisibility: shown.event };
      // A busy machine may be slow to type; not so slow that nobody seems to type.
      const pause = 2000;
      const typed = new WhileSeen(view, () => Promise.resolve(void (looks += 1)), pause);
      try {
        shown.fire({ visible: true });
        await until('it looks', () => looks > 0);
        const editor = await vscode.window.showTextDocument(file('zero.md'));
        const type = (): Thenable<boolean> => editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'a'));
        await type();
        const before = looks;
        for (const end = Date.now() + 1.5 * pause; Date.now() < end;) {
          await type();
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        assert.equal(looks, before);
        await until('it looks again', () => looks > before);
      } finally {
        typed.dispose();
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    });

    it('draws nothing again where nothing changed', async () => {
      await stories.story('Zero downtime');
      stories.refreshed.length = 0;
      await stories.stories.refreshStories();
      await stories.stories.refreshStories();
      assert.deepEqual(stories.refreshed, []);
    });
  });

  it('counts at the pace of the setting, at once', async () => {
    await stories.story('Zero downtime');
    await vscode.workspace
      .getConfiguration('prepLoop')
      .update('wordsPerMinute', 60, vscode.ConfigurationTarget.Workspace);
    await until('the time is longer', async () => (await stories.rows())[0]?.includes('7 words · 0:07'));
  });

  describe('with what the checks found', () => {
    const summary = (score: number | undefined, findings: StorySummary['findings'] = []): StorySummary => ({
      kind: 'story',
      score,
      scoreSummary: undefined,
      competencies: [],
      rounds: [],
      metrics: 1,
      seconds: 3,
      findings,
      count: findings.length,
    });
    const finding = (severity: StorySummary['findings'][number]['severity']): StorySummary['findings'][number] => ({
      code: 'impact-first',
      severity,
      message: 'Open with the impact.',
      start: 0,
    });
    const check = (name: string, found: StorySummary): void => {
      stories.summaries.set(name, found);
      stories.didCheck.fire({ file: { uri: file(name) } });
    };
    const titles = async (): Promise<string[]> => (await stories.tree.getChildren()).map(({ title }) => title);

    beforeEach(async () => {
      await write(
        file('alpha.md'),
        '---\ntitle: Alpha\ncompetencies: [scale]\nrounds: [phone]\n---\n\nSome words to say here.\n',
      );
      await write(file('blank.md'), '---\ntitle: Blank\n---\n');
      stories.prep.refresh();
      await stories.story('Blank');
    });

    it('shows the score first, and the worst finding as the icon and in the tooltip', async () => {
      check('zero.md', summary(82, [finding('warning'), finding('info')]));
      await until('the score', async () => stories.badge(await stories.story('Zero downtime')) === '82');
      const story = await stories.story('Zero downtime');
      assert.equal(stories.icon(story), 'warning');
      const item = stories.tree.getTreeItem(story);
      assert.equal(
        item.accessibilityInformation?.label,
        'Zero downtime, 2 of 6 sections filled, 7 words, 3 seconds to say, score 82 of 100, 2 findings',
      );
      assert.match(stories.tooltip(story).value, /Impact first: Open with the impact/u);
      check('zero.md', summary(100));
      await until('nothing to fix', async () => stories.icon(await stories.story('Zero downtime')) === 'edit');
    });

    it('writes the score into the row where badges are turned off', async () => {
      await vscode.workspace
        .getConfiguration('explorer')
        .update('decorations.badges', false, vscode.ConfigurationTarget.Workspace);
      try {
        check('zero.md', summary(82));
        await until('the score', async () =>
          (await stories.rows())[2]?.startsWith('Zero downtime | 82 · 2/6 sections'),
        );
      } finally {
        await vscode.workspace
          .getConfiguration('explorer')
          .update('decorations.badges', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    it('draws only the story that was checked', async () => {
      const zero = await stories.story('Zero downtime');
      stories.refreshed.length = 0;
      check('zero.md', summary(82));
      await until('it to be drawn', () => stories.refreshed.length > 0);
      assert.deepEqual(stories.refreshed, [zero]);
    });

    it('sorts by title, score, readiness and time', async () => {
      check('zero.md', summary(82));
      check('alpha.md', summary(40));
      await until(
        'the scores',
        async () => (await stories.tree.getChildren()).filter((element) => stories.badge(element)).length === 2,
      );
      const sorted: Record<string, string[]> = {};
      for (const by of ['score', 'readiness', 'time', 'title'] as const) {
        await stories.arrangement.sortBy(by);
        sorted[by] = await titles();
      }
      assert.deepEqual(sorted, {
        score: ['Zero downtime', 'Alpha', 'Blank'],
        readiness: ['Blank', 'Alpha', 'Zero downtime'],
        time: ['Zero downtime', 'Alpha', 'Blank'],
        title: ['Alpha', 'Blank', 'Zero downtime'],
      });
    });

    it('filters by competency, by round and by findings, and says so', async () => {
      const said: (string | undefined)[] = [];
      const listener = stories.tree.onDidArrange(({ shown, all }) =>
        said.push(stories.arrangement.describe(shown, all)),
      );
      check('zero.md', summary(82, [finding('warning')]));
      await until('the score', async () => stories.badge(await stories.story('Zero downtime')) === '82');
      const choices = await stories.tree.choices();
      assert.deepEqual(
        [[...choices.rounds], choices.competencies.get('scale'), choices.withFindings],
        [[['phone', 1]], 1, 1],
      );
      await stories.arrangement.filterBy({ competency: 'scale' });
      assert.deepEqual(await titles(), ['Alpha']);
      assert.equal(said.at(-1), '1 of 3 stories: those with the competency “scale”.');
      await stories.arrangement.filterBy({ round: 'phone' });
      assert.deepEqual(await titles(), ['Alpha']);
      await stories.arrangement.filterBy({ findings: true });
      assert.deepEqual(await titles(), ['Zero downtime']);
      // A story that is fixed leaves the list at once.
      check('zero.md', summary(100));
      await until('the list to be empty', async () => (await titles()).length === 0);
      await stories.arrangement.filterBy(undefined);
      assert.deepEqual(await titles(), ['Alpha', 'Blank', 'Zero downtime']);
      assert.equal(said.at(-1), undefined);
      listener.dispose();
    });
  });
});

describe('A folder with a file that could not be read', () => {
  before(emptyWorkspace);
  after(emptyWorkspace);

  it('is read again when it is asked for: one failure left it unread for as long as the window', async () => {
    let fails = true;
    const files = new (class extends WorkspaceTextFiles {
      override read(uri: vscode.Uri): Promise<string | undefined> {
        return fails ? Promise.reject(new Error('The disk is away.')) : super.read(uri);
      }
    })();
    await write(workspaceUri('prep', 'stories', 'a.md'), STORY);
    const folder = new ParsedFolder(workspaceUri('prep', 'stories'), files, (text) => text);
    try {
      await assert.rejects(folder.read(), /The disk is away/u);
      fails = false;
      assert.deepEqual(await folder.read(), [STORY]);
      folder.invalidate(workspaceUri('prep', 'stories', 'a.md'));
      fails = true;
      await assert.rejects(folder.read(), /The disk is away/u);
      fails = false;
      assert.deepEqual(await folder.read(), [STORY]);
    } finally {
      files.dispose();
    }
  });
});
