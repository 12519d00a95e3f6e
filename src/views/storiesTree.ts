import * as vscode from 'vscode';
import type { StorySummary } from '../analysis/storySummary';
import { passesFilter, storyComparer } from '../core/story/arrange';
import { Debouncer, Owner } from '../lifecycle';
import { editorShowsBadges, onDidChangeBadges, onDidChangeSetting, wordsPerMinuteAt } from '../store/settings';
import { NO_TITLES, type PlaybookTitles } from '../store/playbookTitles';
import type { ListedStory, StoryStore } from '../store/storyStore';
import { drawStory, storyTooltip } from './drawStory';
import type { FilterChoices, StoryArrangement } from './storyArrangement';
import { storyChildren, StoryElement, type StoriesElement } from './storyElements';

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

/** Each story with its score, how far it has come and how long it takes to say; under it, its sections. */
export class StoriesTree extends Owner implements vscode.TreeDataProvider<StoriesElement> {
  private readonly didChange = this._register(new vscode.EventEmitter<StoriesElement | undefined>());
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly didArrange = this._register(
    new vscode.EventEmitter<{ readonly shown: number; readonly all: number }>(),
  );
  /** Fires with how many stories are shown, of how many. */
  readonly onDidArrange = this.didArrange.event;

  private readonly didBegin = this._register(new vscode.EventEmitter<Promise<void>>());
  /** Fires each time that stories are to be read, with the end of it. */
  readonly onDidBegin = this.didBegin.event;

  private all = new Map<string, StoryElement>();
  /** The stories as they were last read. */
  private listed: readonly ListedStory[] = [];
  /** Those that are shown, in order; undefined until they are asked for. */
  private shown: readonly StoryElement[] | undefined;
  /** What each story's place was found by. */
  private placedBy = new Map<StoryElement, string>();
  private hasSeveralFolders = false;
  private hasBadges = editorShowsBadges();
  private updating: Promise<void> = Promise.resolve();
  private readonly checked = new Set<string>();
  private readonly gathering = this._register(new Debouncer(() => this.takeChecks(), GATHER));
  private readonly collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

  constructor(
    private readonly stories: StoryStore,
    private readonly checks: StoryChecks,
    private readonly arrangement: StoryArrangement,
    private readonly titles?: PlaybookTitles,
  ) {
    super();
    if (titles) this._register(titles.onDidChange(() => this.shown && this.redraw()));
    this._register(stories.onDidChange(() => void this.update()));
    this._register(arrangement.onDidChange(() => this.shown && this.arrange([])));
    this._register(
      checks.onDidCheck(({ file: { uri } }) => {
        this.checked.add(uri.toString());
        this.gathering.schedule();
      }),
    );
    this._register(onDidChangeSetting(['wordsPerMinute'], () => this.redraw()));
    this._register(
      onDidChangeBadges(() => {
        this.hasBadges = editorShowsBadges();
        this.redraw();
      }),
    );
  }

  async getChildren(element?: StoriesElement): Promise<StoriesElement[]> {
    if (element) return element instanceof StoryElement ? storyChildren(element) : [];
    if (!this.shown) await this.updateFirst();
    return [...(this.shown ?? [])];
  }

  getParent(element: StoriesElement): StoriesElement | undefined {
    return element.parent;
  }

  getTreeItem(element: StoriesElement): vscode.TreeItem {
    return drawStory(element, { hasBadges: this.hasBadges, showFolder: this.hasSeveralFolders });
  }

  /** The editor asks for what a row says when the mouse rests on it. */
  resolveTreeItem(item: vscode.TreeItem, element: StoriesElement): vscode.TreeItem {
    if (element instanceof StoryElement) item.tooltip = storyTooltip(element, this.titles ?? NO_TITLES);
    return item;
  }

  /** The element of a story, for revealing it; undefined where there is no such story, or it is filtered out. */
  async find(uri: vscode.Uri): Promise<StoriesElement | undefined> {
    await this.update();
    return this.shown?.find(({ id }) => id === uri.toString());
  }

  /** What the stories at hand can be filtered by. */
  async choices(): Promise<FilterChoices> {
    await this.update();
    const all = [...this.all.values()];
    const count = (ids: readonly string[]): Map<string, number> => {
      const counts = new Map<string, number>();
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
      return counts;
    };
    return {
      competencies: count(all.flatMap(({ competencies }) => competencies)),
      rounds: count(all.flatMap(({ rounds }) => rounds)),
      withFindings: all.filter(({ findings }) => findings > 0).length,
    };
  }

  private async updateFirst(): Promise<void> {
    const began = performance.now();
    await this.update();
    performance.measure('prepLoop.stories.listed', { start: began });
  }

  /**
   * Reads the stories, and redraws those that changed; all of them when the order did. One update runs after the other,
   * whatever became of that.
   */
  private update(): Promise<void> {
    const read = (): Promise<void> => this.readAgain();
    this.updating = this.updating.then(read, read);
    this.didBegin.fire(this.updating);
    return this.updating;
  }

  private async readAgain(): Promise<void> {
    // What ids are called comes when it comes: the stories do not wait for it.
    void this.titles?.read();
    const stories = await this.stories.listed();
    const before = this.listed;
    this.listed = stories;
    const isSame =
      stories.length === before.length &&
      stories.every((one, index) => one === before[index] || one.uri.toString() === before[index]?.uri.toString());
    // While somebody types in one of ten thousand stories, only that one is looked at.
    const changed = isSame ? this.takeIn(stories.filter((one, index) => one !== before[index])) : this.takeAll(stories);
    if (!this.isDisposed) this.arrange(changed, isSame);
  }

  /** Takes in what stories that are known say now; gives those that changed. */
  private takeIn(stories: readonly ListedStory[]): StoryElement[] {
    const pace = new Paces();
    return stories.flatMap((located) => {
      const element = this.all.get(located.uri.toString());
      if (!element || element.located.story === located.story) return [];
      element.update(located, pace.of(located));
      return [element];
    });
  }

  /** As {@link takeIn}, of all stories: those that are gone are let go of. */
  private takeAll(stories: readonly ListedStory[]): StoryElement[] {
    const pace = new Paces();
    const before = this.all;
    const changed = this.takeIn(stories);
    this.all = new Map(
      stories.map((located) => {
        const key = located.uri.toString();
        return [key, before.get(key) ?? new StoryElement(located, this.checks.summary(located.uri), pace.of(located))];
      }),
    );
    this.hasSeveralFolders = new Set(stories.map(({ root }) => root.uri.toString())).size > 1;
    return changed;
  }

  private takeChecks(): void {
    const keys = [...this.checked];
    this.checked.clear();
    const changed = keys.flatMap((key) => {
      const element = this.all.get(key);
      if (!element) return [];
      element.summary = this.checks.summary(element.uri);
      return [element];
    });
    if (changed.length > 0 && this.shown) this.arrange(changed, true);
  }

  /**
   * Puts the stories in order, and draws those that changed; all of them when others are shown, or in another order.
   */
  private arrange(changed: readonly StoryElement[], isSame = false): void {
    const before = this.shown;
    // Typing changes no place as a rule: then nothing is sorted, however many stories there are.
    if (
      before &&
      isSame &&
      changed.length <= FEW &&
      changed.every((element) => this.placedBy.get(element) === this.keyOf(element))
    ) {
      for (const element of changed) if (passesFilter(element, this.arrangement.filter)) this.didChange.fire(element);
      return;
    }
    const { order, filter } = this.arrangement;
    const all = [...this.all.values()];
    this.placedBy = new Map(all.map((element) => [element, this.keyOf(element)]));
    const shown = all
      .filter((element) => passesFilter(element, filter))
      .sort(storyComparer(order, (a, b) => this.collator.compare(a, b)));
    this.shown = shown;
    this.didArrange.fire({ shown: shown.length, all: all.length });
    if (!before) return;
    if (
      changed.length > FEW ||
      shown.length !== before.length ||
      shown.some((element, index) => element !== before[index])
    )
      this.didChange.fire(undefined);
    else for (const element of changed) if (passesFilter(element, filter)) this.didChange.fire(element);
  }

  /** What a story's place depends on, and whether it is shown. */
  private keyOf(element: StoryElement): string {
    const { order, filter } = this.arrangement;
    const value = order === 'title' ? '' : order === 'time' ? element.seconds : element.score;
    return `${String(passesFilter(element, filter))} ${String(value)} ${element.title}`;
  }

  private redraw(): void {
    const pace = new Paces();
    for (const element of this.all.values()) element.update(element.located, pace.of(element.located));
    if (this.shown) this.arrange([...this.all.values()]);
    this.didChange.fire(undefined);
  }
}

/** How fast the user speaks, asked for once in each folder: the editor takes its time to look up a setting. */
class Paces {
  private readonly known = new Map<string, number>();

  of({ root }: ListedStory): number {
    const key = root.uri.toString();
    const pace = this.known.get(key) ?? wordsPerMinuteAt(root.uri);
    this.known.set(key, pace);
    return pace;
  }
}
