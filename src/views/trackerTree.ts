/** The tracker's tree: draws the plain nodes of `core/loop/tracker`, and keeps expansion and selection while files change. */
import * as vscode from 'vscode';
import { loopDescription, trackerNodes, type TrackerNode } from '../core/loop/tracker';
import type { CalendarDate } from '../core/loop/model';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import { treeItem } from './trackerItem';

/** What VS Code hands back to us: a loop, or a node under one. Commands in menus read these fields. */
export interface TrackerElement {
  /** Unique in the view and stable. */
  readonly id: string;
  readonly parent: TrackerElement | undefined;
  readonly located: LocatedLoop;
  /** Undefined for the loop itself. */
  readonly node: TrackerNode | undefined;
  /** The file to open. */
  readonly uri: vscode.Uri | undefined;
  readonly line: number | undefined;
  readonly start: number | undefined;
  readonly text: string | undefined;
  /** The loop's folder as text, and the round's id: as `prepLoop.openRound` takes them. */
  readonly loop: string;
  readonly round: string | undefined;
}

/** The loop's element stays the same object while its content changes, so that it can be refreshed. */
class LoopElement implements TrackerElement {
  readonly parent = undefined;
  readonly node = undefined;
  readonly line = undefined;
  readonly start = undefined;
  readonly text = undefined;
  readonly round = undefined;
  readonly id: string;
  readonly loop: string;

  constructor(public located: LocatedLoop) {
    this.id = located.uri.toString();
    this.loop = this.id;
  }

  get uri(): vscode.Uri {
    return vscode.Uri.joinPath(this.located.uri, 'loop.md');
  }
}

export interface TrackerSettings {
  readonly hideDone: boolean;
}

export class TrackerTree extends Owner implements vscode.TreeDataProvider<TrackerElement> {
  private readonly didChange = this._register(new vscode.EventEmitter<TrackerElement | undefined>());
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly didRead = this._register(new vscode.EventEmitter<readonly LocatedLoop[]>());
  /** Fires with the loops after each reading. */
  readonly onDidRead = this.didRead.event;

  private elements: readonly LoopElement[] | undefined;
  private hideDone: boolean;

  /** @param todayOf the calendar day it is now for a loop. */
  constructor(
    private readonly store: PrepStore,
    private readonly todayOf: (located: LocatedLoop) => CalendarDate,
    settings: TrackerSettings,
  ) {
    super();
    this.hideDone = settings.hideDone;
    this._register(store.onDidChange(() => void this.update()));
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
    if (element) return this.childrenOf(element);
    return [...(this.elements ?? (await this.read()))];
  }

  getParent(element: TrackerElement): TrackerElement | undefined {
    return element.parent;
  }

  getTreeItem(element: TrackerElement): vscode.TreeItem {
    if (element.node) return treeItem(element, element.node);
    const { located } = element;
    const { loop } = located;
    const isOnly = this.elements?.length === 1;
    const over = loopDescription(loop, this.todayOf(located)).startsWith('over');
    const item = new vscode.TreeItem(loop.company === '' ? loop.id : `${loop.company}: ${loop.role}`);
    item.id = element.id;
    item.collapsibleState = over && !isOnly ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
    item.description = loopDescription(loop, this.todayOf(located));
    item.iconPath = new vscode.ThemeIcon('briefcase');
    item.contextValue = 'loop';
    item.tooltip = new vscode.MarkdownString().appendText(`${loop.company} ${loop.role}\n${loop.id}`);
    return item;
  }

  /** The element of a loop, for revealing it; undefined where there is no such loop. */
  async find(loop: vscode.Uri): Promise<TrackerElement | undefined> {
    const id = loop.toString();
    await this.update();
    return this.elements?.find((element) => element.id === id);
  }

  /** Reads the loops again and refreshes the elements that changed, and only those. */
  async update(): Promise<void> {
    const before = this.elements;
    const seen = before?.map(({ located }) => located);
    const after = await this.read();
    if (this.isDisposed) return;
    const sameLoops = before?.length === after.length && after.every((element, index) => element === before[index]);
    if (!sameLoops) {
      this.didChange.fire(undefined);
      return;
    }
    after.forEach((element, index) => {
      const old = seen?.[index];
      if (old !== element.located && JSON.stringify(old?.loop) !== JSON.stringify(element.located.loop)) this.didChange.fire(element);
    });
  }

  private async read(): Promise<readonly LoopElement[]> {
    const loops = await this.store.loops();
    const old = new Map(this.elements?.map((element) => [element.id, element]));
    this.elements = loops.map((located) => {
      const element = old.get(located.uri.toString()) ?? new LoopElement(located);
      element.located = located;
      return element;
    });
    this.didRead.fire(loops);
    return this.elements;
  }

  private childrenOf(element: TrackerElement): TrackerElement[] {
    const { located } = element;
    const nodes = element.node?.children ?? trackerNodes(located.loop, { today: this.todayOf(located), hideDone: this.hideDone });
    return nodes.map((node) => nodeElement(element, node));
  }
}

function nodeElement(parent: TrackerElement, node: TrackerNode): TrackerElement {
  const { located, loop } = parent;
  return {
    id: `${loop}#${node.id}`,
    parent,
    located,
    node,
    uri: node.place && vscode.Uri.joinPath(located.root.uri, ...node.place.path.split('/')),
    line: node.place?.line,
    start: node.place?.start,
    text: node.item?.text,
    loop,
    round: node.round,
  };
}
