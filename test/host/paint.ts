/**
 * How long it takes until something is seen: the panel of a round and the dashboard, beside a panel with one line of
 * text, and the tracker of a loop, beside a tree of one row. All are in the same windows, and take turns.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../bench/median';
import { useHost } from '../editor/ui/support/session';
import { openWindow, type Window } from '../editor/ui/support/window';
import { benchInHost } from './benchInHost';
import type { ServerHost } from './hosts';
import { loopInUse } from './loopInUse';
import { temporaryFolder } from './paths';

const TURNS = Number(process.env['BENCH_TURNS'] ?? 7);
const WINDOWS = Number(process.env['BENCH_WINDOWS'] ?? 5);
const LOOP = 'confluent-ai-ml-pm';
/** What each page marks in its first frame. */
const DRAWN = 'prepLoop.drawn';

/**
 * The other extension: its panel has one line, its view one row; it begins all panels, and says when. It also has two
 * views beside each other with as many rows on as many levels as ours, which are there before anybody asks.
 */
const MAIN = `
const vscode = require('vscode');
const { readdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
exports.activate = () => {
  const folder = vscode.workspace.workspaceFolders[0].uri;
  const begin = (open) => async () => {
    writeFileSync(join(folder.fsPath, 'began.txt'), String(Date.now()));
    await open();
  };
  const loop = vscode.Uri.joinPath(folder, 'prep', '${LOOP}');
  const panels = {
    empty: () => {
      const panel = vscode.window.createWebviewPanel('bench.empty', 'One line', vscode.ViewColumn.Active, { enableScripts: true });
      panel.webview.html = '<!DOCTYPE html><html><head><title>One line</title></head><body><p>One line</p><script>requestAnimationFrame(() => performance.mark("${DRAWN}"))</script></body></html>';
    },
    round: () => {
      const file = readdirSync(vscode.Uri.joinPath(loop, 'rounds').fsPath).find((name) => name.startsWith('02'));
      return vscode.commands.executeCommand('prepLoop.openRound', { loop, round: file.replace(/^\\d+-/, '').replace(/\\.md$/, '') });
    },
    dashboard: () => vscode.commands.executeCommand('prepLoop.openDashboard', { loop }),
  };
  for (const [name, open] of Object.entries(panels)) vscode.commands.registerCommand('bench.' + name, begin(open));
  const many = (count, row) => Array.from({ length: count }, (_, at) => ({ label: 'Row ' + at, ...row }));
  const loopRows = [{ label: 'Loop', children: [...many(2, { children: many(10) }), ...many(10)] }];
  for (const [view, rows] of [['tree', many(1)], ['loop', loopRows], ['stories', many(30)]])
    vscode.window.createTreeView('bench.' + view, {
      treeDataProvider: {
        getChildren: (row) => (row ? row.children : rows),
        getTreeItem: ({ label, children }) => new vscode.TreeItem(label, children ? 2 : 0),
      },
    });
};
`;

const PANELS = {
  empty: { command: 'Bench: One line' },
  round: { command: 'Bench: Round' },
  dashboard: { command: 'Bench: Dashboard' },
} as const;

type PanelName = keyof typeof PANELS;

/** The titles of the icons in the activity bar, by what is behind them. */
const ICONS = { tree: 'Bench', rows: 'As many rows', tracker: 'Prep Loop' } as const;

type TreeName = keyof typeof ICONS;

function otherExtension(): string {
  const folder = join(temporaryFolder('bench-extension'), 'bench.beside-1.0.0');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'beside',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.99.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
    contributes: {
      commands: Object.entries(PANELS).map(([name, { command }]) => ({ command: `bench.${name}`, title: command })),
      viewsContainers: {
        activitybar: [
          { id: 'bench', title: ICONS.tree, icon: '$(beaker)' },
          { id: 'bench-rows', title: ICONS.rows, icon: '$(list-tree)' },
        ],
      },
      views: {
        bench: [{ id: 'bench.tree', name: 'One row' }],
        'bench-rows': [
          { id: 'bench.loop', name: 'Loop' },
          { id: 'bench.stories', name: 'Stories' },
        ],
      },
    },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), MAIN);
  return folder;
}

/** From the command until the page has drawn something, in milliseconds, by the clock of this machine. */
async function painted(window: Window, name: PanelName): Promise<number> {
  const { command } = PANELS[name];
  await window.runCommand(command);
  const time = await drawnAt(window);
  const began = Number(readFileSync(join(window.workspaceDir, 'began.txt'), 'utf8'));
  await window.page.waitForTimeout(300);
  await window.runCommand('View: Close All Editors');
  await window.page.locator('iframe.webview').first().waitFor({ state: 'detached' });
  return time - began;
}

/** When the one webview that is open drew something for the first time. */
async function drawnAt(window: Window): Promise<number> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await window.page.waitForTimeout(100)) {
    for (const frame of window.page.frames()) {
      const time = await frame
        .evaluate(`performance.timeOrigin + performance.getEntriesByName('${DRAWN}')[0]?.startTime`)
        .catch(() => undefined);
      if (typeof time === 'number' && !Number.isNaN(time)) return time;
    }
  }
  throw new Error('No page drew anything.');
}

/** From the press on a view's icon until its first row is in the page, in milliseconds. */
async function rowShown(window: Window, icon: string): Promise<number> {
  const tab = window.page
    .locator(`.part.activitybar [role="tab"]:has([aria-label^="${icon}"])`)
    .or(window.page.locator(`.part.activitybar [role="tab"][aria-label^="${icon}"]`))
    .first();
  const shown = window.page.evaluate(`new Promise((resolve) => {
    let began;
    addEventListener('mousedown', () => (began = performance.now()), { capture: true, once: true });
    const look = () => {
      const pane = document.querySelector('.part.sidebar .pane .monaco-list-row');
      const title = document.querySelector('.part.sidebar .composite.title h2')?.textContent ?? '';
      if (began !== undefined && pane && title.toLowerCase().includes(${JSON.stringify(icon.toLowerCase())})) resolve(performance.now() - began);
      else requestAnimationFrame(look);
    };
    look();
  })`) as Promise<number>;
  await tab.click();
  return shown;
}

function row(name: string, times: readonly number[], beside: readonly number[], note: string): void {
  const ratio = median(times) / median(beside);
  const listed = times.map((time) => time.toFixed(0)).join(' ');
  console.log(
    `${name.padEnd(32)}${median(times).toFixed(0).padStart(7)} ms${times === beside ? '' : `${ratio.toFixed(2).padStart(7)}×, ${note}`}   (${listed})`,
  );
}

interface Times {
  readonly trees: Readonly<Record<TreeName, number[]>>;
  readonly panels: Readonly<Record<PanelName, number[]>>;
}

async function rows(window: Window, times: Times, at: number): Promise<void> {
  await window.page.locator('.part.activitybar [aria-label^="Bench"]').first().waitFor();
  await window.page.waitForTimeout(5000);
  // The first of them pays for the side bar, so they take turns at it.
  const names = Object.keys(ICONS) as TreeName[];
  for (const name of [...names.slice(at % names.length), ...names.slice(0, at % names.length)])
    times.trees[name].push(await rowShown(window, ICONS[name]));
}

async function panels(window: Window, times: Times): Promise<void> {
  for (let turn = 0; turn <= TURNS; turn += 1)
    for (const name of ['empty', 'round', 'dashboard'] as const) {
      const time = await painted(window, name);
      // The first of each reads what the others find in the browser's cache.
      if (turn > 0) times.panels[name].push(time);
    }
}

async function paint(host: ServerHost): Promise<void> {
  useHost(host);
  console.log(`\nUntil it is seen, medians (${host.title})\n`);
  const { files } = loopInUse({ stories: 30, sessions: 50, today: new Date().toISOString().slice(0, 10) });
  const times: Times = {
    trees: { tree: [], rows: [], tracker: [] },
    panels: { empty: [], round: [], dashboard: [] },
  };
  for (let at = 0; at < WINDOWS; at += 1) {
    const window = await openWindow({ workspaceFiles: files });
    try {
      await rows(window, times, at);
      if (at === 0) await panels(window, times);
    } finally {
      await window.close();
    }
  }
  const { empty, round, dashboard } = times.panels;
  row('A panel with one line', empty, empty, '');
  row('The panel of a round', round, empty, 'at most 1.3');
  row('The dashboard', dashboard, empty, 'at most 1.3');
  const { tree, rows: manyRows, tracker } = times.trees;
  row('A tree of one row', tree, tree, '');
  row('The tracker of a loop', tracker, tree, 'at most 1.5');
  row('As many rows that do nothing', manyRows, tree, 'what the editor needs for them');
}

benchInHost(paint, { installed: otherExtension() });
