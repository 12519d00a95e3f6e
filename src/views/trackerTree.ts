/**
 * The tracker's tree: draws the plain nodes of `core/loop/tracker`, and keeps expansion and selection while files
 * change.
 */
import * as vscode from 'vscode';
import { loopDay } from '../core/loop/loopDay';
import { loopDescription, trackerNodes } from '../core/tracker/tracker';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import type { TodaySource } from '../store/todayFacts';
import { SharedRows } from './sharedRows';
import { ClosedRow, LoopElement, nodeElement, playbookElement, type TrackerElement } from './trackerElement';
import { loopItem, nodeItem } from './trackerItem';
import type { TrackerPart } from './trackerPart';

export interface TrackerSettings {
  readonly hideDone: boolean;
}

export class TrackerTree extends Owner implements vscode.TreeDataProvider<TrackerElement> {
  private readonly didChange = this._register(new vscode.EventEmitter<TrackerElement | undefined>());
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly didRead = this._register(new vscode.EventEmitter<readonly LocatedLoop[]>());
  /** Fires with the loops after each reading. */
  readonly onDidRead = this.didRead.event;

  private loops: readonly LoopElement[] | undefined;
  private readonly shared: SharedRows;
  private readonly closed = new ClosedRow();
  /** Playbooks of the workspace that cannot be used; shown behind the loops, once there is one. */
  private broken: readonly TrackerElement[] = [];
  private hideDone: boolean;

  /**
   * @param days what Today is worked out from.
   * @param parts what stands under every loop besides, behind all else.
   */
  constructor(
    private readonly store: PrepStore,
    private readonly days: TodaySource,
    settings: TrackerSettings,
    private readonly parts: readonly TrackerPart[] = [],
  ) {
    super();
    for (const part of parts) this._register(part.onDidChange((element) => this.didChange.fire(element)));
    this.hideDone = settings.hideDone;
    this.shared = new SharedRows(days);
    this._register(store.onDidChange(() => void this.update()));
    this._register(days.onDidChange((loops) => void this.redrawLoops(loops)));
  }

  setHideDone(hideDone: boolean): void {
    this.hideDone = hideDone;
    this.didChange.fire(undefined);
  }

  /** Draws everything again: the day has changed, or what is shown. */
  async redraw(): Promise<void> {
    await this.shared.update(this.open);
    this.didChange.fire(undefined);
  }

  async getChildren(element?: TrackerElement): Promise<TrackerElement[]> {
    if (!element) {
      if (!this.loops) await this.read();
      const open = (this.loops ?? []).filter(({ located }) => !located.loop.closed);
      return [...this.shared.rows, ...open, ...(this.closed.rows.length === 0 ? [] : [this.closed]), ...this.broken];
    }
    if (element.rows) return [...element.rows];
    for (const part of this.parts) {
      const own = part.childrenOf(element);
      if (own) return own;
    }
    const { located } = element;
    if (!located) return [];
    const nodes =
      element.node?.children ??
      trackerNodes(await this.days.factsOf(located), {
        hideDone: this.hideDone,
        hideToday: this.shared.rows.length > 0 || located.loop.closed !== undefined,
      });
    const elements = nodes.map((node) => nodeElement(element, located, node));
    return element.node ? elements : [...elements, ...this.parts.map((part) => part.rootOf(element, located))];
  }

  getParent(element: TrackerElement): TrackerElement | undefined {
    return element.parent;
  }

  getTreeItem(element: TrackerElement): vscode.TreeItem {
    if (element.node) return nodeItem(element, element.node);
    for (const part of this.parts) {
      const own = part.itemOf(element);
      if (own) return own;
    }
    const { loop } = (element as LoopElement).located;
    const today = this.days.todayOf((element as LoopElement).located);
    const open = !loop.closed && (this.loops?.length === 1 || loopDay(loop, today)?.kind !== 'over');
    const folder = this.store.roots.length > 1 ? [(element as LoopElement).located.root.folder.name] : [];
    return loopItem(element, loop, [loopDescription(loop, today), ...folder].join(' · '), open);
  }

  /** The element of a loop, for revealing it; undefined where there is no such loop. */
  async find(loop: vscode.Uri): Promise<TrackerElement | undefined> {
    const id = loop.toString();
    await this.update();
    return this.loops?.find((element) => element.id === id);
  }

  /** The row that says what the day asks for; undefined where no loop is open. */
  async today(): Promise<TrackerElement | undefined> {
    const [first] = await this.getChildren();
    if (first?.node?.kind === 'today' || !first) return first;
    return (await this.getChildren(first)).find(({ node }) => node?.kind === 'today');
  }

  /** Reads the loops again and refreshes the elements that changed, and only those. */
  async update(): Promise<void> {
    const before = this.loops;
    const seen = before?.map(({ located }) => located);
    const brokenBefore = shown(this.broken);
    const wasClosed = this.closed.rows;
    const { after, shared } = await this.read();
    if (this.isDisposed) return;
    const sameLoops =
      before?.length === after.length &&
      after.every((element, index) => element === before[index]) &&
      same(wasClosed, this.closed.rows);
    if (!sameLoops || !shared || brokenBefore !== shown(this.broken)) {
      this.didChange.fire(undefined);
      return;
    }
    after.forEach((element, index) => {
      const old = seen?.[index];
      if (old !== element.located && JSON.stringify(old?.loop) !== JSON.stringify(element.located.loop))
        this.didChange.fire(element);
    });
    for (const row of shared) this.didChange.fire(row);
  }

  private get open(): readonly LocatedLoop[] {
    return (this.loops ?? []).map(({ located }) => located).filter(({ loop }) => !loop.closed);
  }

  private async redrawLoops(loops: readonly vscode.Uri[] | undefined): Promise<void> {
    const changed = loops && new Set(loops.map(String));
    for (const element of this.loops ?? []) if (changed?.has(element.id) !== false) this.didChange.fire(element);
    const shared = await this.shared.update(this.open);
    if (shared) for (const row of shared) this.didChange.fire(row);
    else this.didChange.fire(undefined);
  }

  private async read(): Promise<{
    readonly after: readonly LoopElement[];
    readonly shared: readonly TrackerElement[] | undefined;
  }> {
    const loops = await this.store.loops();
    const entries =
      loops.length === 0 ? [] : await Promise.all(this.store.roots.map((root) => this.store.playbooks(root)));
    const old = new Map(this.loops?.map((element) => [element.id, element]));
    this.broken = entries
      .flat()
      .filter(({ playbook, origin }) => !playbook && origin === 'workspace')
      .map(playbookElement);
    this.loops = loops.map((located) => {
      const element = old.get(located.uri.toString()) ?? new LoopElement(located);
      element.located = located;
      element.parent = located.loop.closed ? this.closed : undefined;
      return element;
    });
    this.closed.rows = this.loops.filter(({ located }) => located.loop.closed);
    const shared = await this.shared.update(this.open);
    this.didRead.fire(loops);
    return { after: this.loops, shared };
  }
}

const same = (a: readonly TrackerElement[], b: readonly TrackerElement[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

const shown = (elements: readonly TrackerElement[]): string =>
  JSON.stringify(elements.map(({ id, start, node }) => [id, start, node?.label]));
