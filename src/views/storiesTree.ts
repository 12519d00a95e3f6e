/**
 * The stories view: each story with its score, how far it has come and how long it takes to say; under it, its
 * sections.
 */
import * as vscode from 'vscode';
import { passesFilter, storyComparer } from '../core/story/arrange';
import type { SectionOutlook } from '../core/story/outlook';
import { Debouncer, Owner } from '../lifecycle';
import { PACE_SETTING } from '../store/pace';
import type { StorySummary } from '../store/storySummary';
import type { StoryStore } from '../store/storyStore';
import { revealIn } from './reveal';
import { provideScoreBadges } from './scoreBadges';
import type { FilterChoices, StoryArrangement } from './storyArrangement';
import { problemItem, sectionItem, storyItem } from './storyItem';
import { childrenOf, StoryNode, type StoryElement } from './storyNode';

export type { StoryElement } from './storyNode';

/** How long results of the checks are gathered before they are drawn, in milliseconds. */
const GATHER = 150;
/** More changed stories than this are drawn at once. */
const FEW = 20;

/** What the view needs of the checks. */
export interface StoryChecks {
  /** Fires with a file that was checked. */
  readonly onDidCheck: vscode.Event<{ readonly file: { readonly uri: vscode.Uri } }>;
  summary(uri: vscode.Uri): StorySummary | undefined;
}

/** The view, with its tree put in. */
export class StoriesView extends Owner {
  private readonly tree: StoriesTree;
  private readonly view: vscode.TreeView<StoryElement>;

  constructor(
    stories: StoryStore,
    checks: StoryChecks,
    private readonly arrangement: StoryArrangement,
  ) {
    super();
    this.tree = this._register(new StoriesTree(stories, checks, arrangement));
    this.view = this._register(
      vscode.window.createTreeView<StoryElement>('prepLoop.stories', {
        treeDataProvider: this.tree,
        showCollapseAll: true,
      }),
    );
    this._register(this.tree.onDidArrange(({ shown, all }) => this.describe(shown, all)));
    this._register(provideScoreBadges());
    arrangement.registerCommands(() => this.tree.choices());
  }

  /** Selects a story in the view, where that is visible: it is not opened for this. */
  async reveal(uri: vscode.Uri): Promise<void> {
    if (!this.view.visible) return;
    const element = await this.tree.find(uri);
    if (element && this.view.visible) await revealIn(this.view, element, { focus: false });
  }

  private describe(shown: number, all: number): void {
    const { orderLabel } = this.arrangement;
    // What is not set is not drawn: the view's own welcome must show where there is no story.
    this.view.description = orderLabel ?? '';
    this.view.message = all === 0 ? '' : (this.arrangement.describe(shown, all) ?? '');
  }
}

export class StoriesTree extends Owner implements vscode.TreeDataProvider<StoryElement> {
  private readonly didChange = this._register(new vscode.EventEmitter<StoryElement | undefined>());
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly didArrange = this._register(
    new vscode.EventEmitter<{ readonly shown: number; readonly all: number }>(),
  );
  /** Fires with how many stories are shown, of how many. */
  readonly onDidArrange = this.didArrange.event;

  private all = new Map<string, StoryNode>();
  /** Those that are shown, in order; undefined until they are asked for. */
  private nodes: readonly StoryNode[] | undefined;
  /** What each story's place was found by. */
  private placedBy = new WeakMap<StoryNode, string>();
  private hasSeveralFolders = false;
  private updating: Promise<void> = Promise.resolve();
  private readonly checked = new Set<string>();
  private readonly gathering = this._register(new Debouncer(() => this.takeChecks(), GATHER));
  private readonly collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

  constructor(
    private readonly stories: StoryStore,
    private readonly checks: StoryChecks,
    private readonly arrangement: StoryArrangement,
  ) {
    super();
    this._register(stories.onDidChange(() => void this.update()));
    this._register(arrangement.onDidChange(() => this.nodes && this.arrange([])));
    this._register(
      checks.onDidCheck(({ file: { uri } }) => {
        this.checked.add(uri.toString());
        this.gathering.schedule();
      }),
    );
    this._register(
      vscode.workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(PACE_SETTING) && this.redraw()),
    );
  }

  async getChildren(element?: StoryElement): Promise<StoryElement[]> {
    if (element) return element instanceof StoryNode ? childrenOf(element) : [];
    if (!this.nodes) await this.update();
    return [...(this.nodes ?? [])];
  }

  getParent(element: StoryElement): StoryElement | undefined {
    return element.parent;
  }

  getTreeItem(element: StoryElement): vscode.TreeItem {
    if (element instanceof StoryNode) return storyItem(element, this.hasSeveralFolders);
    return element.problem
      ? problemItem(element, element.problem)
      : sectionItem(element, element.section as SectionOutlook);
  }

  /** The element of a story, for revealing it; undefined where there is no such story, or it is filtered out. */
  async find(uri: vscode.Uri): Promise<StoryElement | undefined> {
    await this.update();
    return this.nodes?.find(({ id }) => id === uri.toString());
  }

  /** What the stories at hand can be filtered by. */
  async choices(): Promise<FilterChoices> {
    await this.update();
    const nodes = [...this.all.values()];
    const count = (ids: readonly string[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
      return counts;
    };
    return {
      competencies: count(nodes.flatMap(({ competencies }) => competencies)),
      rounds: count(nodes.flatMap(({ rounds }) => rounds)),
      withFindings: nodes.filter(({ findings }) => findings > 0).length,
    };
  }

  /**
   * Reads the stories, and redraws those that changed; all of them when the order did. One update runs after the other.
   */
  private update(): Promise<void> {
    this.updating = this.updating.then(() => this.readAgain());
    return this.updating;
  }

  private async readAgain(): Promise<void> {
    const stories = await this.stories.stories();
    const before = this.all;
    const after = new Map<string, StoryNode>();
    const changed: StoryNode[] = [];
    for (const located of stories) {
      const key = located.uri.toString();
      const node = before.get(key);
      after.set(key, node ?? new StoryNode(located, this.checks.summary(located.uri)));
      if (!node || node.located.story === located.story) continue;
      node.update(located);
      changed.push(node);
    }
    const isSame = after.size === before.size && [...after.keys()].every((key) => before.has(key));
    this.all = after;
    if (!isSame) this.hasSeveralFolders = new Set(stories.map(({ root }) => root.uri.toString())).size > 1;
    if (!this.isDisposed) this.arrange(changed, isSame);
  }

  private takeChecks(): void {
    const keys = [...this.checked];
    this.checked.clear();
    const changed = keys.flatMap((key) => {
      const node = this.all.get(key);
      if (!node) return [];
      node.summary = this.checks.summary(node.uri);
      return [node];
    });
    if (changed.length > 0 && this.nodes) this.arrange(changed, true);
  }

  /**
   * Puts the stories in order, and draws those that changed; all of them when others are shown, or in another order.
   */
  private arrange(changed: readonly StoryNode[], isSame = false): void {
    const before = this.nodes;
    // Typing changes no place as a rule: then nothing is sorted, however many stories there are.
    if (
      before &&
      isSame &&
      changed.length <= FEW &&
      changed.every((node) => this.placedBy.get(node) === this.keyOf(node))
    ) {
      for (const node of changed) if (passesFilter(node, this.arrangement.filter)) this.didChange.fire(node);
      return;
    }
    const { order, filter } = this.arrangement;
    const all = [...this.all.values()];
    this.placedBy = new WeakMap(all.map((node) => [node, this.keyOf(node)]));
    const nodes = all
      .filter((node) => passesFilter(node, filter))
      .sort(storyComparer(order, (a, b) => this.collator.compare(a, b)));
    this.nodes = nodes;
    this.didArrange.fire({ shown: nodes.length, all: all.length });
    if (!before) return;
    if (changed.length > FEW || nodes.length !== before.length || nodes.some((node, index) => node !== before[index]))
      this.didChange.fire(undefined);
    else for (const node of changed) if (passesFilter(node, filter)) this.didChange.fire(node);
  }

  /** What a story's place depends on, and whether it is shown. */
  private keyOf(node: StoryNode): string {
    const { order, filter } = this.arrangement;
    const value = order === 'title' ? '' : order === 'time' ? node.seconds : node.score;
    return `${String(passesFilter(node, filter))} ${String(value)} ${node.title}`;
  }

  private redraw(): void {
    for (const node of this.all.values()) node.update(node.located);
    if (this.nodes) this.arrange([...this.all.values()]);
    this.didChange.fire(undefined);
  }
}
