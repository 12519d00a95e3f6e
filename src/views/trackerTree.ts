/** The tracker's tree: draws the plain nodes of `core/loop/tracker`, and keeps expansion and selection while files change. */
import * as vscode from 'vscode';
import { loopDescription, trackerNodes } from '../core/loop/tracker';
import { loopDay } from '../core/loop/today';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import type { TodaySource } from '../store/todayFacts';
import { LoopElement, nodeElement, playbookElement, type TrackerElement } from './trackerElement';
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
    this._register(store.onDidChange(() => void this.update()));
    this._register(days.onDidChange((loops) => this.redrawLoops(loops)));
  }

  setHideDone(hideDone: boolean): void {
    this.hideDone = hideDone;
    this.didChange.fire(undefined);
  }

  /** Draws everything again: the day has changed, or what is shown. */
  redraw(): void {
    this.didChange.fire(undefined);
  }

  async getChildren(element?: TrackerElement): Promise<TrackerElement[]> {
    if (!element) {
      const loops = this.loops ?? (await this.read());
      return [...loops, ...this.broken];
    }
    for (const part of this.parts) {
      const own = part.childrenOf(element);
      if (own) return own;
    }
    const { located } = element;
    if (!located) return [];
    const nodes = element.node?.children ?? trackerNodes(await this.days.factsOf(located), { hideDone: this.hideDone });
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
    const open = this.loops?.length === 1 || loopDay(loop, today)?.kind !== 'over';
    return loopItem(element, loop, loopDescription(loop, today), open);
  }

  /** The element of a loop, for revealing it; undefined where there is no such loop. */
  async find(loop: vscode.Uri): Promise<TrackerElement | undefined> {
    const id = loop.toString();
    await this.update();
    return this.loops?.find((element) => element.id === id);
  }

  /** Reads the loops again and refreshes the elements that changed, and only those. */
  async update(): Promise<void> {
    const before = this.loops;
    const seen = before?.map(({ located }) => located);
    const brokenBefore = shown(this.broken);
    const after = await this.read();
    if (this.isDisposed) return;
    const sameLoops = before?.length === after.length && after.every((element, index) => element === before[index]);
    if (!sameLoops || brokenBefore !== shown(this.broken)) {
      this.didChange.fire(undefined);
      return;
    }
    after.forEach((element, index) => {
      const old = seen?.[index];
      if (old !== element.located && JSON.stringify(old?.loop) !== JSON.stringify(element.located.loop)) this.didChange.fire(element);
    });
  }

  private redrawLoops(loops: readonly vscode.Uri[] | undefined): void {
    const changed = loops && new Set(loops.map(String));
    for (const element of this.loops ?? []) if (changed?.has(element.id) !== false) this.didChange.fire(element);
  }

  private async read(): Promise<readonly LoopElement[]> {
    const loops = await this.store.loops();
    const entries = loops.length === 0 ? [] : await Promise.all(this.store.roots.map((root) => this.store.playbooks(root)));
    const old = new Map(this.loops?.map((element) => [element.id, element]));
    this.broken = entries.flat().filter(({ playbook, origin }) => !playbook && origin === 'workspace').map(playbookElement);
    this.loops = loops.map((located) => {
      const element = old.get(located.uri.toString()) ?? new LoopElement(located);
      element.located = located;
      return element;
    });
    this.didRead.fire(loops);
    return this.loops;
  }
}

const shown = (elements: readonly TrackerElement[]): string => JSON.stringify(elements.map(({ id, start, node }) => [id, start, node?.label]));
