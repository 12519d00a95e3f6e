import * as vscode from 'vscode';
import type { ItemArgument } from '../commandTable';
import { nextBriefMoment } from '../core/today/briefOfRound';
import { ContextKey } from '../contextKey';
import { registerCommand, runCommand } from '../editorCommands';
import type { LateTree } from '../lateTree';
import { Debouncer, Owner } from '../lifecycle';
import { report } from '../refusal';
import type { LocatedLoop, PrepStore, SessionStore } from '../store/api';
import { asRefusal } from '../store/refusals';
import type { DayClock } from '../store/dayClock';
import type { TodaySource } from '../store/todaySource';
import { revealIn } from './revealIn';
import { SpaceKey } from './spaceKey';
import { TodayStatusBar } from './todayStatusBar';
import type { TrackerElement } from './trackerElements';
import type { TrackerPart } from './trackerPart';
import { TrackerTree } from './trackerTree';
import { WhileSeen } from './whileSeen';

const HIDE_DONE = 'prepLoop.hideDone';

/** The badge can wait until the window has started, in milliseconds. */
const AFTER_START = 1500;

/** What the view uses. */
export interface TrackerServices {
  readonly store: PrepStore;
  readonly sessions: SessionStore;
  readonly days: TodaySource;
  readonly dayClock: DayClock;
  readonly state: vscode.Memento;
  /** What is shown under every loop, after its own rows. */
  readonly parts?: readonly TrackerPart[];
}

/** The tracker view: its tree, badge, checkboxes and switches, put together. */
export class TrackerView extends Owner {
  private readonly tree: TrackerTree;
  private readonly view: vscode.TreeView<TrackerElement>;
  private readonly keys = {
    ready: new ContextKey<boolean>('prepLoop.ready'),
    hasLoop: new ContextKey<boolean>('prepLoop.hasLoop'),
    hasOpenLoop: new ContextKey<boolean>('prepLoop.hasOpenLoop'),
    hasClosedLoop: new ContextKey<boolean>('prepLoop.hasClosedLoop'),
    hideDone: new ContextKey<boolean>('prepLoop.hideDone'),
  };
  private readonly statusBar = this._register(new TodayStatusBar());
  private readonly starting = this._register(new Debouncer(() => void this.tree.update(), AFTER_START));

  constructor(
    tree: LateTree<TrackerElement>,
    private readonly services: TrackerServices,
  ) {
    super();
    this.view = tree.view;
    const { store, days, state, parts } = services;
    const hideDone = state.get(HIDE_DONE, false);
    this.tree = this._register(new TrackerTree(store, days, { hideDone }, parts));
    this._register(this.tree.onDidRead((loops) => this.show(loops)));
    tree.fill(this.tree);
    this._register(this.view.onDidChangeCheckboxState(({ items }) => void this.toggle(items)));
    const spaceKey = this._register(new SpaceKey(this.view, () => tree.isDrawing));
    this._register(registerCommand('prepLoop.toggleFocused', async () => this.toggleElement(await spaceKey.take())));
    this._register(registerCommand('prepLoop.hideDone', () => this.setHideDone(true)));
    this._register(registerCommand('prepLoop.showDone', () => this.setHideDone(false)));
    this._register(registerCommand('prepLoop.showToday', () => this.showToday()));
    this._register(registerCommand('prepLoop.refresh', () => (store.refresh(), undefined)));
    this.keys.hideDone.set(hideDone);
    this._register(services.dayClock.onDidTurn(() => void this.tree.redraw()));
    this._register(new WhileSeen(this.view, () => this.lookAgain()));
    this.starting.schedule();
  }

  private async lookAgain(): Promise<void> {
    await this.services.store.refreshLoops();
    await this.services.sessions.refreshSessions();
  }

  /** Shows a loop in the view, with its children. */
  async reveal(loop: vscode.Uri): Promise<void> {
    const element = await this.tree.find(loop);
    if (element) await revealIn(this.view, element, { focus: false, expand: true });
  }

  /** Selects Today: that of all loops where several run, else that of the one. */
  private async showToday(): Promise<undefined> {
    await vscode.commands.executeCommand('prepLoop.tracker.focus');
    const today = await this.tree.today();
    if (today) await revealIn(this.view, today, { focus: true, expand: true });
    return undefined;
  }

  private show(loops: readonly LocatedLoop[]): void {
    this.keys.hasLoop.set(loops.length > 0);
    this.keys.ready.set(true);
    const open = loops.filter(({ loop }) => !loop.closed);
    this.keys.hasOpenLoop.set(open.length > 0);
    this.keys.hasClosedLoop.set(open.length < loops.length);
    const { days } = this.tree;
    this.statusBar.show(days);
    const due = days.reduce((sum, { today }) => sum + today.due.length, 0);
    const tooltip = due === 1 ? '1 thing is due today' : `${due} things are due today`;
    this.view.badge = due === 0 ? undefined : { value: due, tooltip };
    const moments = days.flatMap(({ facts }) => [
      facts.nextCard ?? Infinity,
      nextBriefMoment(facts, facts.now ?? Infinity) ?? Infinity,
    ]);
    this.services.dayClock.follow(
      loops.flatMap(({ loop }) => loop.timeZone ?? []),
      Math.min(...moments),
    );
  }

  /** The editor drew the boxes as clicked; where a file did not follow, they are drawn again as the file has it. */
  private async toggle(items: readonly (readonly [TrackerElement, vscode.TreeItemCheckboxState])[]): Promise<void> {
    for (const [{ uri, line, text, nth }, state] of items) {
      if (uri === undefined || line === undefined || text === undefined) continue;
      const checked = state === vscode.TreeItemCheckboxState.Checked;
      if ((await this.turn({ uri, line, text, nth, checked })) !== checked) this.tree.drawAgain();
    }
  }

  /** Ticks an item, or says why not; undefined then. */
  private async turn(item: ItemArgument & { readonly uri: vscode.Uri }): Promise<boolean | undefined> {
    try {
      return await runCommand('prepLoop.toggleItem', item);
    } catch (error) {
      report(asRefusal('tick', item.uri, error));
      return undefined;
    }
  }

  private async toggleElement(element: TrackerElement | undefined): Promise<undefined> {
    const { uri, line, text, nth } = element ?? {};
    if (element && uri !== undefined && line !== undefined && text !== undefined) {
      const siblings = await this.tree.getChildren(element.parent);
      await this.turn({ uri, line, text, nth });
      // What is done leaves Today: the next key is for the row that follows, not for the top of the tree.
      const next = await this.tree.successor(element, siblings);
      if (next) await revealIn(this.view, next, { focus: true });
    } else if (element) await vscode.commands.executeCommand('list.toggleExpand'); // What Space does on any other row.
    return undefined;
  }

  private async setHideDone(hideDone: boolean): Promise<undefined> {
    await this.services.state.update(HIDE_DONE, hideDone);
    this.keys.hideDone.set(hideDone);
    this.tree.setHideDone(hideDone);
    return undefined;
  }
}
