import * as vscode from 'vscode';
import { loopDay } from '../core/loop/loopDay';
import { loopDescription, loopRow } from '../core/tracker/loopRows';
import type { TodayFacts } from '../core/today/todayModel';
import type { Row } from '../core/tracker/row';
import { trackerRows } from '../core/tracker/trackerRows';
import { Owner } from '../lifecycle';
import type { LocatedLoop, PrepStore } from '../store/api';
import { concernsMoreThanStories } from '../store/storyStore';
import type { TodaySource } from '../store/todaySource';
import { drawRow, rowTooltip } from './drawRow';
import { SharedRows } from './sharedRows';
import { TodayBoard, type LoopWithToday } from './todayBoard';
import { ClosedElement, LoopElement, playbookElement, rowElement, type TrackerElement } from './trackerElements';
import type { TrackerPart } from './trackerPart';

export interface TrackerSettings {
  readonly hideDone: boolean;
}

/** The tracker's tree: draws the rows of `core/tracker`, and keeps expansion and selection while files change. */
export class TrackerTree extends Owner implements vscode.TreeDataProvider<TrackerElement> {
  private readonly didChange = this._register(new vscode.EventEmitter<TrackerElement | undefined>());
  readonly onDidChangeTreeData = this.didChange.event;
  private readonly didRead = this._register(new vscode.EventEmitter<readonly LocatedLoop[]>());
  /** Fires with the loops after each reading, and after their days were worked out again. */
  readonly onDidRead = this.didRead.event;
  private readonly board: TodayBoard;

  private loops: readonly LoopElement[] | undefined;
  private readonly shared: SharedRows;
  private readonly closed = new ClosedElement();
  /** Playbooks of the workspace that cannot be used; shown after the loops, once there is one. */
  private broken: readonly TrackerElement[] = [];
  private hideDone: boolean;
  /** What is under each open loop, before it is asked for: the editor asks level by level, and shows nothing before. */
  private rows: ReadonlyMap<LocatedLoop, readonly Row[]> = new Map();
  /** What the editor was given of each loop, by its id: a loop that would look the same is not drawn again. */
  private readonly drawn = new Map<string, string>();

  /**
   * @param source what Today is worked out from.
   * @param parts what is shown under every loop, after its own rows.
   */
  constructor(
    private readonly store: PrepStore,
    private readonly source: TodaySource,
    settings: TrackerSettings,
    private readonly parts: readonly TrackerPart[] = [],
  ) {
    super();
    for (const part of parts) this._register(part.onDidChange((element) => this.didChange.fire(element)));
    this.hideDone = settings.hideDone;
    this.board = new TodayBoard(source);
    this.shared = new SharedRows(source);
    // While a story is typed in, nothing changes here.
    this._register(store.onDidChange((changed) => concernsMoreThanStories(changed) && void this.update()));
    this._register(source.onDidChange((loops) => void this.redrawLoops(loops)));
  }

  setHideDone(hideDone: boolean): void {
    this.hideDone = hideDone;
    this.rows = this.rowsOfBoard();
    this.didChange.fire(undefined);
  }

  /** Has the editor draw every row again as it was last read. */
  drawAgain(): void {
    this.didChange.fire(undefined);
  }

  /** Draws everything again: the day has changed, or what is shown. */
  async redraw(): Promise<void> {
    await this.workOut();
    this.didChange.fire(undefined);
  }

  /** The days of the open loops, as the tree shows them. */
  get days(): readonly LoopWithToday[] {
    return this.board.withDays;
  }

  async getChildren(element?: TrackerElement): Promise<TrackerElement[]> {
    if (!element) {
      if (!this.loops) await this.showFirst();
      const open = (this.loops ?? []).filter(({ located }) => !located.loop.closed);
      return [
        ...this.shared.elements,
        ...open,
        ...(this.closed.loops.length === 0 ? [] : [this.closed]),
        ...this.broken,
      ];
    }
    if (element instanceof LoopElement) return this.childrenOfLoop(element);
    if (element.children) return [...(await element.children())];
    const { located, row } = element;
    return located ? row.children.map((child) => rowElement(element, located, child)) : [];
  }

  getParent(element: TrackerElement): TrackerElement | undefined {
    return element.parent;
  }

  getTreeItem(element: TrackerElement): vscode.TreeItem {
    return drawRow(element.row, element);
  }

  /** The editor reads a tooltip's Markdown before it draws the row: not until the mouse rests on one. */
  resolveTreeItem(item: vscode.TreeItem, element: TrackerElement): vscode.TreeItem {
    item.tooltip = rowTooltip(element.row, element);
    return item;
  }

  /** The element of a loop, for revealing it; undefined where there is no such loop. */
  async find(loop: vscode.Uri): Promise<TrackerElement | undefined> {
    const id = loop.toString();
    await this.update();
    return this.loops?.find((element) => element.id === id);
  }

  /**
   * Where the focus goes on from a row that may have left the tree: the row after it, else the one before it, else
   * what held them; undefined while the row is still there.
   * @param siblings the row and those beside it, as they were shown.
   */
  async successor(gone: TrackerElement, siblings: readonly TrackerElement[]): Promise<TrackerElement | undefined> {
    await this.update();
    const parent = gone.parent && (await this.asItIsNow(gone.parent));
    if (gone.parent && !parent) return this.today();
    const now = await this.getChildren(parent);
    const find = ({ id }: TrackerElement): TrackerElement | undefined => now.find((each) => each.id === id);
    if (find(gone)) return undefined;
    const at = siblings.findIndex(({ id }) => id === gone.id);
    const others = [...siblings.slice(at + 1), ...siblings.slice(0, Math.max(at, 0)).reverse()];
    return others.map(find).find((each) => each !== undefined) ?? parent;
  }

  /** An element as the tree would give it now: with what is under it now. */
  private async asItIsNow({ id, parent }: TrackerElement): Promise<TrackerElement | undefined> {
    const above = parent && (await this.asItIsNow(parent));
    if (parent && !above) return undefined;
    return (await this.getChildren(above)).find((each) => each.id === id);
  }

  /** The row that says what the day asks for; undefined where no loop is open. */
  async today(): Promise<TrackerElement | undefined> {
    await this.update();
    const [first] = await this.getChildren();
    if (first?.row.kind === 'today' || !first) return first;
    return (await this.getChildren(first)).find(({ row }) => row.kind === 'today');
  }

  /** Reads the loops again and refreshes the elements that changed, and only those. */
  async update(): Promise<void> {
    const before = this.loops;
    const brokenBefore = shown(this.broken);
    const wasClosed = this.closed.loops;
    const { after, shared } = await this.read();
    if (this.isDisposed) return;
    const sameLoops =
      before?.length === after.length &&
      after.every((element, index) => element === before[index]) &&
      same(wasClosed, this.closed.loops);
    if (!sameLoops || !shared || brokenBefore !== shown(this.broken)) {
      this.didChange.fire(undefined);
      return;
    }
    this.drawChanged(after);
    for (const row of shared) this.didChange.fire(row);
  }

  private async childrenOfLoop(element: LoopElement): Promise<TrackerElement[]> {
    const { located } = element;
    const rows = this.rows.get(located) ?? this.rowsUnder(located, await this.source.factsOf(located));
    this.drawn.set(element.id, lookOf(element, rows));
    return [
      ...rows.map((row) => rowElement(element, located, row)),
      ...this.parts.map((part) => part.rootOf(element, located)),
    ];
  }

  private drawChanged(elements: readonly LoopElement[]): void {
    for (const element of elements) {
      const look = lookOf(element, this.rows.get(element.located));
      if (this.drawn.get(element.id) === look) continue;
      this.drawn.set(element.id, look);
      this.didChange.fire(element);
    }
  }

  private rowsUnder({ loop }: LocatedLoop, facts: TodayFacts): readonly Row[] {
    return trackerRows(facts, {
      hideDone: this.hideDone,
      hideToday: this.shared.elements.length > 0 || loop.closed !== undefined,
    });
  }

  private rowsOfBoard(): ReadonlyMap<LocatedLoop, readonly Row[]> {
    return new Map(this.board.all.map(({ located, facts }) => [located, this.rowsUnder(located, facts)]));
  }

  private rowOfLoop(located: LocatedLoop): Row {
    const { loop, root } = located;
    const today = this.source.todayOf(located);
    const open = !loop.closed && (this.loops?.length === 1 || loopDay(loop, today)?.kind !== 'over');
    const folder = this.store.roots.length > 1 ? [root.folder.name] : [];
    const name = this.hasNamesake(located) ? [loop.id] : [];
    return loopRow(loop, [loopDescription(loop, today), ...name, ...folder].join(' · '), open);
  }

  /** Whether another loop of the same folder is for the same role at the same company. */
  private hasNamesake({ uri, root, loop }: LocatedLoop): boolean {
    return (this.loops ?? []).some(
      ({ located: other }) =>
        other.uri.toString() !== uri.toString() &&
        other.root === root &&
        other.loop.company === loop.company &&
        other.loop.role === loop.role,
    );
  }

  private get open(): readonly LocatedLoop[] {
    return (this.loops ?? []).map(({ located }) => located).filter(({ loop }) => !loop.closed);
  }

  private async redrawLoops(loops: readonly vscode.Uri[] | undefined): Promise<void> {
    const changed = loops && new Set(loops.map(String));
    const shared = await this.workOut();
    this.drawChanged((this.loops ?? []).filter(({ id }) => changed?.has(id) !== false));
    if (shared) for (const row of shared) this.didChange.fire(row);
    else this.didChange.fire(undefined);
  }

  /**
   * The loops are drawn as soon as they are read. What also needs the sessions, cards and playbooks comes afterwards.
   */
  private async showFirst(): Promise<void> {
    const loops = await this.store.loops();
    if (this.loops) return;
    this.take(loops);
    void this.update();
  }

  private async read(): Promise<{
    readonly after: readonly LoopElement[];
    readonly shared: readonly TrackerElement[] | undefined;
  }> {
    const loops = await this.store.loops();
    const entries =
      loops.length === 0 ? [] : await Promise.all(this.store.roots.map((root) => this.store.playbooks(root)));
    this.broken = entries
      .flat()
      .filter(({ playbook, origin }) => !playbook && origin === 'workspace')
      .map(playbookElement);
    const after = this.take(loops);
    return { after, shared: await this.workOut() };
  }

  private take(loops: readonly LocatedLoop[]): readonly LoopElement[] {
    const old = new Map(this.loops?.map((element) => [element.id, element]));
    const elements = loops.map((located) => {
      const element = old.get(located.uri.toString()) ?? new LoopElement(located, (now) => this.rowOfLoop(now));
      element.located = located;
      element.parent = located.loop.closed ? this.closed : undefined;
      return element;
    });
    this.loops = elements;
    this.closed.loops = elements.filter(({ located }) => located.loop.closed);
    return elements;
  }

  /** Works the days out again, for all that shows them; gives the rows above the loops that changed. */
  private async workOut(): Promise<readonly TrackerElement[] | undefined> {
    await this.board.update(this.open);
    const shared = this.shared.update(this.board.all);
    this.rows = this.rowsOfBoard();
    this.didRead.fire((this.loops ?? []).map(({ located }) => located));
    return shared;
  }
}

/** All that is drawn of a loop. The rows of a closed one follow from the loop alone. */
const lookOf = ({ located: { loop }, row }: LoopElement, rows: readonly Row[] | undefined): string =>
  JSON.stringify([loop, row, loop.closed ? [] : rows]);

const same = (a: readonly TrackerElement[], b: readonly TrackerElement[]): boolean =>
  a.length === b.length && a.every((element, index) => element === b[index]);

const shown = (elements: readonly TrackerElement[]): string => JSON.stringify(elements.map(({ id, row }) => [id, row]));
