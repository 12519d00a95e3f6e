import type * as vscode from 'vscode';
import { dashboardOf } from '../../core/dashboard/dashboard';
import { loopTitle } from '../../core/loop/loopModel';
import type { ActionKey, Dashboard, DashboardAction } from '../../core/dashboard/dashboardModel';
import { shortName } from '../../core/loop/loopNames';
import { runCommand } from '../../editorCommands';
import { takesLonger } from '../../lifecycle';
import { Refusal } from '../../refusal';
import type { LocatedLoop, PrepStore } from '../../store/api';
import type { DashboardSource } from '../../store/dashboardSource';
import { uriIn } from '../../store/files';
import { clip } from '../protocol/common';
import {
  decodeDashboardState,
  decodeFromDashboard,
  type DashboardState,
  type FromDashboard,
  type ToDashboard,
} from '../protocol/dashboard';
import { EditorPanel, type PanelKind, type PanelServices } from './panel';
import { EditorPanels } from './panels';

export interface DashboardServices extends PanelServices {
  readonly store: PrepStore;
  readonly source: DashboardSource;
}

/** How long the page stays empty where files are still read, in milliseconds. */
const MOMENT = 30;

const DASHBOARD_VIEW_TYPE = 'prepLoop.dashboard';

const DASHBOARD_PANEL: PanelKind<DashboardState, FromDashboard> = {
  viewType: DASHBOARD_VIEW_TYPE,
  name: 'dashboard',
  isEager: true,
  decodeState: decodeDashboardState,
  decodeMessage: decodeFromDashboard,
  // One for all loops, which it changes between.
  keyOf: () => 'dashboard',
};

interface Found {
  readonly located: LocatedLoop | undefined;
  readonly dashboard: Dashboard | undefined;
  readonly loops: readonly LocatedLoop[];
}

/** Where a loop stands. It shows what the files say, and itself holds only which loop it shows. */
class DashboardPanel extends EditorPanel<DashboardState, FromDashboard, ToDashboard, Found> {
  private loop: string;
  private located: LocatedLoop | undefined;
  private actions: ReadonlyMap<ActionKey, DashboardAction> = new Map();

  constructor(
    panel: vscode.WebviewPanel,
    state: DashboardState,
    private readonly services: DashboardServices,
  ) {
    super(panel, DASHBOARD_PANEL, state, services);
    this.loop = state.loop;
    this._register(services.source.onDidChange(() => void this.refresh()));
  }

  /** Changes over to another loop. */
  async choose(loop: string): Promise<void> {
    if (loop === this.loop) return;
    this.loop = loop;
    await this.refresh();
  }

  protected async read(): Promise<Found> {
    const { source } = this.services;
    const { located, loops } = await this.find();
    if (!located) return { located, loops, dashboard: undefined };
    const reading = source.read(located);
    // Where nothing of the loop is shown yet and many files are to be read, its days come first.
    if (located.uri.toString() !== this.located?.uri.toString() && (await takesLonger(reading, MOMENT)))
      this.tell({ located, loops, dashboard: dashboardOf(await source.glance(located)) }, true);
    return { located, loops, dashboard: dashboardOf(await reading) };
  }

  private async find(): Promise<Pick<Found, 'located' | 'loops'>> {
    const loops = await this.services.store.loops();
    return { loops, located: loops.find(({ uri }) => uri.toString() === this.loop) };
  }

  protected show(found: Found): void {
    this.located = found.located;
    this.actions = found.dashboard?.actions ?? new Map();
    this.tell(found, false);
  }

  private tell({ located, dashboard, loops }: Found, reading: boolean): void {
    this.setTitle(dashboard && located ? `Dashboard: ${shortName(located.loop)}` : 'Dashboard');
    this.sayChanged({
      type: 'dashboard',
      ...(dashboard ? { view: dashboard.view } : {}),
      reading,
      loop: this.loop,
      loops: loops.map(({ uri, loop }) => ({
        uri: uri.toString(),
        title: clip(loopTitle(loop)),
      })),
    });
  }

  protected async act(message: Exclude<FromDashboard, { type: 'ready' }>): Promise<void> {
    if (message.type === 'start') await runCommand('prepLoop.startLoop');
    if (message.type === 'switch') await this.choose(message.loop);
    if (message.type !== 'act') return;
    const action = this.actions.get(message.action);
    if (!action || !this.located)
      throw new Refusal('changed', 'That has changed in the meantime. This is how it is now.');
    await begin(action, this.located);
  }
}

async function begin(action: DashboardAction, { uri: loop, root }: LocatedLoop): Promise<void> {
  const file = (path: string): vscode.Uri => uriIn(root.uri, path);
  switch (action.kind) {
    case 'item':
    case 'line':
      return void (await runCommand('prepLoop.openFile', { uri: file(action.path), line: action.line }));
    case 'open':
      return void (await runCommand('prepLoop.openFile', {
        uri: file(action.path),
        ...(action.start === undefined ? {} : { start: action.start }),
      }));
    case 'story':
      return void (await runCommand('prepLoop.openFile', { uri: file(action.path) }));
    case 'write':
      return void (await runCommand('prepLoop.newStory', { competencies: [action.competency] }));
    case 'practise':
    case 'round':
      return void (await runCommand('prepLoop.openRound', { loop, round: action.round }));
    case 'review':
      return void (await runCommand('prepLoop.reviewCards', {
        loop,
        ...(action.round === undefined ? {} : { round: action.round }),
        ...(action.group === undefined ? {} : { group: action.group }),
      }));
  }
}

/** The dashboard: there is one for each window. */
export class DashboardPanels extends EditorPanels<DashboardState, DashboardPanel> {
  constructor(services: DashboardServices) {
    super(DASHBOARD_PANEL, (panel, state) => new DashboardPanel(panel, state, services));
  }

  async open({ uri, loop }: LocatedLoop): Promise<void> {
    await this.show({ loop: uri.toString() }, `Dashboard: ${shortName(loop)}`).choose(uri.toString());
  }
}
