import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { projectPath } from '../../host/paths';
import { start, stop } from '../../host/processes';
import { eventually } from './support/eventually';
import { host } from './support/session';

/** The first line of `child` that is an address. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    createInterface({ input: child.stdout! }).on('line', (line) => {
      lines.push(line);
      if (line.trim().startsWith('http://')) resolve(line.trim());
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${lines.join('\n')}`)));
  });
}

describe('npm start, where there is no desktop VS Code', () => {
  let taken: Server;
  let child: ChildProcess;
  let address: string;

  before(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    child = start(process.execPath, [projectPath('dist', 'test', 'host', 'start.js'), '--port', String(port)], {
      env: { ...process.env, PREP_LOOP_HOST: 'server' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    address = await addressFrom(child);
    assert.notEqual(Number(new URL(address).port), port, 'a taken port is left alone');
  });
  after(async () => {
    await stop(child);
    taken.close();
  });

  it('prints an address that opens the sample with the extension loaded', async () => {
    const page = await host().browser.newPage();
    await page.goto(address);
    await page.locator('.part.activitybar [aria-label^="Prep Loop"]').first().waitFor({ timeout: 45_000 });
    await page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'prep' }).first().waitFor();
    await page.close();
  });

  it('leaves nothing running when it is interrupted', async function () {
    // Windows has no such signal between processes: there, Ctrl-C goes to the console's whole group.
    if (process.platform === 'win32') this.skip();
    const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    await eventually(() => assert.rejects(fetch(new URL('/version', address)), 'the server still answers'));
  });
});
