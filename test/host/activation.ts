/**
 * What the extension costs a window that starts, by VS Code's own list of running extensions: beside an extension that
 * does nothing in the same window. A window of a folder in which nobody prepares, and one of a folder with a loop.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../bench/median';
import { useHost } from '../editor/ui/support/session';
import { openWindow } from '../editor/ui/support/window';
import { benchInHost } from './benchInHost';
import type { ServerHost } from './hosts';
import { temporaryFolder } from './paths';
import { fixtureFiles } from './workspace';

const WINDOWS = Number(process.env['BENCH_WINDOWS'] ?? 7);
const OURS = 'prep-loop.prep-loop';
const EMPTY = 'does-nothing';

/** An extension that is activated as ours is, and does nothing. */
function emptyExtension(): string {
  const folder = join(temporaryFolder('empty-extension'), 'bench.does-nothing-1.0.0');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    name: 'does-nothing',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.99.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), 'exports.activate = () => undefined;\n');
  return folder;
}

/** High enough for the whole list, which draws only what is in sight. */
const SIZE = { width: 1280, height: 3000 };

/** The milliseconds that each of the two activations took in a fresh window: reading the code and calling it. */
async function activationTimes(workspaceFiles: Readonly<Record<string, string>>): Promise<number[]> {
  const window = await openWindow({ workspaceFiles, size: SIZE });
  try {
    await window.runCommand('Developer: Show Running Extensions');
    return await Promise.all(
      [OURS, EMPTY].map(async (name) => {
        const row = window.page.locator('.runtime-extensions-editor .extension', { hasText: name });
        const time = await row.locator('.activation-time', { hasText: /\d/u }).innerText();
        return Number(/(\d+)\s*ms/u.exec(time)?.[1]);
      }),
    );
  } finally {
    await window.close();
  }
}

async function activation(host: ServerHost): Promise<void> {
  useHost(host);
  console.log(`\nActivation, in ms, median of ${WINDOWS} windows (${host.title})\n`);
  for (const [name, files] of [
    ['a folder without a loop', {}],
    ['a folder with a loop', fixtureFiles('sample')],
  ] as const) {
    const all: number[][] = [];
    for (let window = 0; window < WINDOWS; window += 1) all.push(await activationTimes(files));
    const [ours = Number.NaN, empty = Number.NaN] = [0, 1].map((at) => median(all.map((times) => times[at] ?? 0)));
    const listed = all.map((times) => times.join('/')).join(' ');
    console.log(`${name}: ${ours} beside ${empty} of an empty extension, ${(ours / empty).toFixed(1)}× (${listed})`);
  }
}

benchInHost(activation, { installed: emptyExtension() });
