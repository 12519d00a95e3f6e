/**
 * Which VS Code the tests run in. `PREP_LOOP_HOST=desktop` or `server` forces one; otherwise it is the desktop where
 * there is one with a display, else the npm-provisioned server in a Chromium. `PREP_LOOP_TRUST=no` makes the server
 * trust no workspace.
 */
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from './browser';
import { findDesktop, type Desktop } from './desktop';
import { temporaryFolder } from './paths';
import { provisionServer } from './provision';
import { startServer, type Server } from './server';

export interface ServerHost {
  readonly server: Server;
  readonly browser: Browser;
  /** For the log: VS Code's version and the browser's. */
  readonly title: string;
  close(): Promise<void>;
}

export const say = (line: string): void => console.log(line);

/** Provisions what is missing of the server and the browser, so that tests can start at once. */
export async function provision(): Promise<void> {
  await provisionServer(say);
  await findBrowser(say);
}

export async function openServerHost(options: { port?: number; installed?: string } = {}): Promise<ServerHost> {
  const files = await provisionServer(say);
  const chromium = await findBrowser(say);
  const restricted = process.env['PREP_LOOP_TRUST'] === 'no';
  const server = await startServer(files, temporaryFolder('server'), { ...options, restricted });
  try {
    const browser = await launchBrowser(chromium);
    const close = async (): Promise<void> => {
      await browser.close().catch(() => undefined);
      await server.stop();
    };
    return {
      server,
      browser,
      title: `VS Code ${files.version} (server, from npm) in Chromium ${browser.version()}${restricted ? ', nothing trusted' : ''}`,
      close,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** The desktop if it is wanted or found; undefined means: use the server. */
export async function chooseDesktop(): Promise<Desktop | undefined> {
  const wanted = process.env['PREP_LOOP_HOST'];
  if (wanted === 'server') return undefined;
  const found = await findDesktop(say, wanted === 'desktop');
  if (typeof found !== 'string') return found;
  if (wanted === 'desktop') throw new Error(`PREP_LOOP_HOST=desktop, but ${found}.`);
  say(`No desktop VS Code here: ${found}.`);
  return undefined;
}
