/**
 * `npm start -- [--port N] [--fresh]`: the extension on a sample workspace, in desktop VS Code where there is one
 * (`VSCODE_TEST_EXECUTABLE`, or `code` on the path), else in the npm-provisioned server, whose address it prints.
 * `PREP_LOOP_HOST=desktop` or `server` forces one. The sample is a copy that survives restarts; `--fresh` renews it.
 */
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { desktopArguments, installedDesktop } from './desktop';
import { say } from './hosts';
import { option } from './main';
import { CACHE, FIXTURES, PROJECT } from './paths';
import { guardExit, start } from './processes';
import { provisionServer } from './provision';
import { startServer, windowAddress } from './server';

const PORT = 8765;
const DATA = join(CACHE, 'start');

/** The user's own copy of the sample: made once, then theirs. */
function sampleWorkspace(): string {
  const folder = join(DATA, 'sample');
  if (process.argv.includes('--fresh')) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder)) cpSync(join(FIXTURES, 'sample'), folder, { recursive: true });
  return folder;
}

/** Ends the VS Code whose data is in `data`: its command-line launcher does not wait for it on every system. */
function endDesktop(data: string): void {
  try {
    process.kill(Number(readFileSync(join(data, 'user', 'code.lock'), 'utf8')));
  } catch {
    // It has ended by itself.
  }
}

function openDesktop(desktop: { readonly executable: string; readonly isLauncher: boolean }, folder: string): void {
  const data = join(DATA, 'desktop');
  const args = desktopArguments(folder, PROJECT, data);
  say(`Opening ${folder} in ${desktop.executable}. Ctrl-C or closing the window ends it.`);
  process.on('exit', () => endDesktop(data));
  const child = start(desktop.executable, desktop.isLauncher ? ['--wait', '--new-window', ...args] : args, {
    stdio: 'ignore',
    shell: process.platform === 'win32' && desktop.isLauncher,
  });
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code) => process.exit(code ?? 1));
}

async function openServer(folder: string): Promise<void> {
  const files = await provisionServer(say);
  const wanted = Number(option('port') ?? PORT);
  const server = await startServer(files, join(DATA, 'server'), { port: wanted, onExit: () => process.exit(1) });
  if (!server.authority.endsWith(`:${wanted}`)) say(`Port ${wanted} is taken.`);
  say(
    `\nPrep Loop is ready in VS Code ${files.version}. Open this address in a browser (Chrome, Edge, Firefox or Safari):\n`,
  );
  say(`  ${windowAddress(server, folder, PROJECT)}\n`);
  say(`Workspace: ${folder} (your changes are kept; npm start -- --fresh renews it)\nCtrl-C stops it.`);
}

guardExit();
const folder = sampleWorkspace();
const forced = process.env['PREP_LOOP_HOST'];
const desktop = forced === 'server' ? undefined : installedDesktop();
if (desktop) {
  openDesktop(desktop, folder);
} else if (forced === 'desktop') {
  console.error(
    'PREP_LOOP_HOST=desktop, but there is no VS Code: put `code` on the path or name it in VSCODE_TEST_EXECUTABLE.',
  );
  process.exit(1);
} else {
  openServer(folder).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  });
}
