import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ParsedStories } from '../../../src/store/parsedStories';
import { WorkspacePrepStore } from '../../../src/store/workspacePrepStore';
import { StoryStore } from '../../../src/store/storyStore';
import { WorkspaceTextFiles } from '../../../src/store/textFiles';
import { CoveragePart } from '../../../src/views/coveragePart';
import type { TrackerElement } from '../../../src/views/trackerElements';
import { TrackerTree } from '../../../src/views/trackerTree';
import { daysAt } from '../days';
import { emptyWorkspace, extension, until, workspaceUri, write } from '../support';

const QUIET_LOG = { info: () => undefined, warn: () => undefined };
const LOOP =
  '---\nplaybook: confluent-ai-ml-pm\ncompany: Confluent\nrole: PM\nfirstContact: 2026-11-23\ndays: 22\n---\n';
const SECTIONS = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'];

const story = (title: string, competencies: string, rounds = '', sections = SECTIONS): string =>
  `---\ntitle: ${title}\ncompetencies: [${competencies}]\nrounds: [${rounds}]\n---\n\n${sections.map((name) => `## ${name}\n\nWhat I did saved 18% of it.\n`).join('\n')}`;

/** A tree of its own on the real workspace, with what it read and redrew. */
class Coverage {
  readonly files = new WorkspaceTextFiles();
  readonly store = new WorkspacePrepStore(extension().extensionUri, this.files, QUIET_LOG);
  readonly storyStore = new StoryStore(this.store, this.files, new ParsedStories());
  readonly checked = new vscode.EventEmitter<void>();
  readonly scores = new Map<string, number>();
  reads = 0;
  readonly part = new CoveragePart(
    this.store,
    { onDidChange: this.storyStore.onDidChange, stories: () => ((this.reads += 1), this.storyStore.stories()) },
    {
      onDidCheck: this.checked.event,
      summary: (uri) => ({ score: this.scores.get(uri.path.slice(uri.path.lastIndexOf('/') + 1)) }),
    },
  );
  readonly tree = new TrackerTree(this.store, daysAt('2026-11-25'), { hideDone: false }, [this.part]);
  readonly refreshed: (TrackerElement | undefined)[] = [];
  readonly listener = this.tree.onDidChangeTreeData((element) => this.refreshed.push(element));

  dispose(): void {
    for (const part of [this.listener, this.tree, this.part, this.checked, this.storyStore, this.store, this.files])
      part.dispose();
  }

  /** The line of the loop's coverage. */
  async root(): Promise<TrackerElement> {
    const loop = (await this.tree.getChildren()).find(({ located }) => located);
    assert.ok(loop, 'no loop in the tree');
    const found = (await this.tree.getChildren(loop)).find((element) => this.item(element).contextValue === 'coverage');
    assert.ok(found, 'no coverage in the loop');
    return found;
  }

  item(element: TrackerElement): vscode.TreeItem {
    return this.tree.getTreeItem(element);
  }

  /** What is under the element at the end of a path of labels. */
  async under(...labels: readonly string[]): Promise<readonly TrackerElement[]> {
    let children = await this.tree.getChildren(await this.root());
    for (const label of labels) {
      const found = children.find((element) => this.item(element).label === label);
      if (!found) return [];
      children = await this.tree.getChildren(found);
    }
    return children;
  }

  /** Those elements as `label (description)`. */
  async drawn(...labels: readonly string[]): Promise<readonly string[]> {
    return (await this.under(...labels)).map((element) => {
      const { label, description } = this.item(element);
      return `${String(label)}${typeof description === 'string' ? ` (${description})` : ''}`;
    });
  }
}

describe('Coverage in the tracker', () => {
  let coverage: Coverage;
  const bid = (): vscode.Uri => workspaceUri('prep', 'stories', 'bid.md');

  before(() => extension().activate());
  beforeEach(async () => {
    await emptyWorkspace();
    await write(workspaceUri('prep', 'a', 'loop.md'), LOOP);
    await write(bid(), story('Bid model', 'impact, streaming-scale', 'phone-screen, system-design'));
    await write(
      workspaceUri('prep', 'stories', 'cache.md'),
      story('The cache', 'trade-offs', '', ['Impact', 'Situation']),
    );
    coverage = new Coverage();
  });
  afterEach(() => coverage.dispose());
  after(emptyWorkspace);

  /** Waits until a line has a description. */
  const becomes = async (element: TrackerElement, description: string): Promise<void> => {
    await until(description, () => coverage.item(element).description === description).catch(() => undefined);
    assert.equal(
      coverage.item(element).description,
      description,
      vscode.window.activeTextEditor?.document.getText().slice(0, 200),
    );
  };

  it('is closed and reads no story until it is opened; then its line says how many gaps there are', async () => {
    const root = await coverage.root();
    const item = coverage.item(root);
    assert.equal(item.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(item.description, undefined);
    assert.equal(coverage.reads, 0);
    assert.equal((await coverage.tree.getChildren(root)).length, 5);
    // The files just written may still come in and redraw the view as a whole, which is not the line's doing.
    const lines = (): readonly unknown[] => coverage.refreshed.filter((element) => element !== undefined);
    assert.deepEqual(lines(), [root], 'the line is drawn again, and nothing else');
    assert.equal(coverage.item(root).description, '17 gaps');
    assert.match(
      coverage.item(root).accessibilityInformation?.label ?? '',
      /Coverage of the rounds by stories, 17 gaps/u,
    );
    await coverage.tree.getChildren(root);
    assert.equal(lines().length, 1, 'opened again, nothing has changed');
  });

  it('has per round what it judges, with the stories that show it; a draft does not count', async () => {
    assert.deepEqual(await coverage.drawn(), [
      'Phone Screen (1 of 3 covered)',
      'System Design (1 of 3 covered)',
      'Product Sense (0 of 4 covered)',
      'ML Case Study (0 of 4 covered)',
      'Hiring Committee (0 of 5 covered)',
    ]);
    assert.deepEqual(await coverage.drawn('System Design'), [
      'Serving at streaming scale (1 story)',
      'Running ML on live data (no story yet)',
      'Trade-offs (only a draft)',
    ]);
    assert.deepEqual(await coverage.drawn('System Design', 'Serving at streaming scale'), ['Bid model']);
    assert.deepEqual(await coverage.drawn('System Design', 'Trade-offs'), ['The cache (draft)']);
    assert.deepEqual(await coverage.drawn('System Design', 'Running ML on live data'), []);
  });

  /** The gap itself is the row to click. */
  const gap = async (): Promise<TrackerElement> =>
    (await coverage.under('System Design')).find(
      (element) => coverage.item(element).label === 'Running ML on live data',
    ) ?? assert.fail('no such gap');

  it('opens the story, and offers to write one with the competency filled in', async () => {
    const [found] = await coverage.under('System Design', 'Serving at streaming scale');
    assert.ok(found);
    const { command } = coverage.item(found);
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), bid().toString());
    const write = await gap();
    const offer = coverage.item(write).command;
    assert.equal(offer?.command, 'prepLoop.newStory');
    assert.deepEqual(offer?.arguments, [{ competencies: ['ml-operations'] }]);
  });

  it('writes that story: named in the list, with its competency', async () => {
    const offer = coverage.item(await gap()).command;
    const uri = await vscode.commands.executeCommand<vscode.Uri>(offer?.command ?? '', {
      title: 'Drift',
      ...(offer?.arguments?.[0] as object),
    });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    assert.match(text, /competencies:[\s\S]{0,80}ml-operations/u);
    await until(
      'the draft is shown',
      async () => (await coverage.drawn('System Design', 'Running ML on live data'))[0]?.startsWith('Drift'),
      5000,
    );
  });

  it('follows a story as it is edited, and redraws only its own line', async () => {
    const root = await coverage.root();
    await coverage.tree.getChildren(root);
    coverage.refreshed.length = 0;
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(bid()));
    // The document may just be reading its file again, which was rewritten for this test; an edit then finds it
    // changed.
    await until('the text is inserted', async () =>
      editor.edit((builder) => builder.insert(new vscode.Position(2, 'competencies: ['.length), 'ml-operations, ')),
    );
    await becomes(root, '16 gaps · 1 over-used');
    assert.deepEqual([...new Set(coverage.refreshed)], [root]);
    assert.deepEqual(await coverage.drawn('System Design', 'Running ML on live data'), [
      'Bid model (over-used: the only story for 3 competencies)',
    ]);
    coverage.refreshed.length = 0;
    await editor.edit((builder) =>
      builder.insert(new vscode.Position(editor.document.lineCount - 1, 0), 'More of it.\n'),
    );
    const reads = coverage.reads;
    await until('the edit was seen', () => coverage.reads > reads);
    await coverage.tree.getChildren(root);
    assert.deepEqual(coverage.refreshed, [], 'words alone change nothing of it');
  });

  it('takes a story with a low score for a draft, once it was checked', async () => {
    const root = await coverage.root();
    await coverage.tree.getChildren(root);
    coverage.scores.set('bid.md', 20);
    coverage.checked.fire();
    await becomes(root, '19 gaps');
    assert.deepEqual(await coverage.drawn('System Design', 'Serving at streaming scale'), ['Bid model (draft)']);
  });

  it('flags over-used stories with why, and ids that the playbook does not have', async () => {
    await write(
      bid(),
      story(
        'Bid model',
        'impact, streaming-scale, trade-off',
        'phone-screen, system-design, product-sense, ml-case-study',
      ),
    );
    await write(workspaceUri('prep', 'stories', 'other.md'), story('Other', 'impact', 'recruiter-screen'));
    await write(workspaceUri('prep', 'b', 'loop.md'), LOOP.replace('confluent-ai-ml-pm', 'general-pm'));
    const root = await coverage.root();
    await until(
      'the flags are shown',
      async () => (
        await coverage.tree.getChildren(root),
        coverage.item(root).description?.toString().endsWith('1 over-used · 1 unknown id')
      ),
      5000,
    );
    assert.deepEqual(await coverage.drawn('Over-used stories'), ['Bid model (in 4 rounds)']);
    assert.deepEqual(await coverage.drawn('Unknown ids'), [
      '“trade-off” is not a competency of this loop (Bid model · did you mean “trade-offs”?)',
    ]);
    assert.deepEqual(await coverage.drawn('System Design', 'Serving at streaming scale'), [
      'Bid model (over-used: in 4 rounds)',
    ]);
  });

  it('shows titles as text, keeps ids, and gives each element its parent', async () => {
    await write(
      bid(),
      story('"[run](command:prepLoop.refresh) <b> $(zap)"', 'impact, streaming-scale', 'system-design'),
    );
    const found = await until(
      'the title is shown',
      async () =>
        (await coverage.under('System Design', 'Serving at streaming scale')).find((element) =>
          String(coverage.item(element).label).startsWith('[run]'),
        ),
      5000,
    );
    const { tooltip, label } = coverage.tree.resolveTreeItem(coverage.item(found), found);
    assert.equal(label, '[run](command:prepLoop.refresh) <b> $(zap)');
    assert.ok(tooltip instanceof vscode.MarkdownString && !tooltip.isTrusted && !tooltip.supportHtml);
    assert.doesNotMatch(tooltip.value, /\]\(command/u);
    const path: string[] = [];
    for (let at: TrackerElement | undefined = found; at; at = coverage.tree.getParent(at))
      path.push(at.id.replace(/^.*#/u, ''));
    assert.deepEqual(path.slice(0, 4), [
      'coverage/round/system-design/streaming-scale/stories/bid.md',
      'coverage/round/system-design/streaming-scale',
      'coverage/round/system-design',
      'coverage',
    ]);
  });

  it('says so where the playbook cannot be used', async () => {
    await write(workspaceUri('prep', 'a', 'loop.md'), LOOP.replace('confluent-ai-ml-pm', 'nobody-has-it'));
    const root = await coverage.root();
    await until(
      'it is said',
      async () => (
        await coverage.tree.getChildren(root),
        coverage.item(root).description === 'the playbook cannot be used'
      ),
      5000,
    );
    assert.deepEqual(await coverage.tree.getChildren(root), []);
  });
});
