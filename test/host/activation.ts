/**
 * What the extension costs a window that starts, by VS Code's own list of running extensions: beside an extension that
 * does nothing in the same window. A window of a folder in which nobody prepares, and one of a folder with a loop.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useHost } from '../editor/ui/support/session';
import { openWindow } from '../editor/ui/support/window';
import { openServerHost } from './hosts';
import { temporaryFolder } from './paths';
import { fixtureFiles } from './workspace';

const WINDOWS = Number(process.env['BENCH_WINDOWS'] ?? 7);
const OURS = 'prep-loop.prep-loop';
const EMPTY = 'bench.does-nothing';

/** An extension that is activated as ours is, and does nothing. */
function emptyExtension(): string {
  const folder = join(temporaryFolder('empty-extension'), 'bench.does-nothing-1.0.0');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'does-nothing',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.80.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), 'exports.activate = () => undefined;\n');
  return folder;
}

/** The milliseconds that each extension's activation took in a fresh window: reading its code and calling it. */
async function activationTimes(workspaceFiles: Readonly<Record<string, string>>): Promise<Map<string, number>> {
  const window = await openWindow({ workspaceFiles });
  try {
    await window.runCommand('Developer: Show Running Extensions');
    const rows = window.page.locator('.runtime-extensions-editor .extension');
    await rows
      .filter({ has: window.page.locator('.activation-time', { hasText: /\d/u }) })
      .first()
      .waitFor();
    await rows.first().click();
    const times = new Map<string, number>();
    // The list draws only what is in sight.
    for (let page = 0; times.size < 2 && page < 20; page += 1) {
      for (const text of await rows.allInnerTexts()) {
        const name = [OURS, EMPTY].find((each) => text.includes(each));
        const [, time] = /Activation: (\d+)\s*ms/u.exec(text) ?? [];
        if (name !== undefined && time !== undefined) times.set(name, Number(time));
      }
      await window.page.keyboard.press('PageDown');
      await window.page.waitForTimeout(200);
    }
    return times;
  } finally {
    await window.close();
  }
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

async function activation(): Promise<void> {
  const host = await openServerHost({ installed: emptyExtension() });
  useHost(host);
  try {
    console.log(`\nActivation, in ms, median of ${WINDOWS} windows (${host.title})\n`);
    for (const [name, files] of [
      ['a folder without a loop', {}],
      ['a folder with a loop', fixtureFiles('sample')],
    ] as const) {
      const all: Map<string, number>[] = [];
      for (let window = 0; window < WINDOWS; window += 1) all.push(await activationTimes(files));
      const [ours, empty] = [OURS, EMPTY].map((each) => median(all.map((times) => times.get(each) ?? Number.NaN)));
      const listed = all.map((times) => `${times.get(OURS)}/${times.get(EMPTY)}`).join(' ');
      const ratio = ((ours ?? 0) / (empty ?? 1)).toFixed(1);
      console.log(`${name}: ${ours} beside ${empty} of an empty extension, ${ratio}× (${listed})`);
    }
  } finally {
    await host.close();
  }
}

activation().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
