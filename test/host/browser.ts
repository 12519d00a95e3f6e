/** The Chromium that the server's window runs in: the machine's own, or the one from the npm registry. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { provisionBrowser, type BrowserFiles } from './provision';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'chrome'];

function places(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath =
    process.platform === 'win32' ? [] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const programs = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((key) => process.env[key] ?? []);
  return [
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ...programs.flatMap((folder) => [
      join(folder, 'Google/Chrome/Application/chrome.exe'),
      join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    ]),
    chromium.executablePath(),
  ];
}

/** `PREP_LOOP_CHROMIUM` names a browser; `bundled` there asks for the npm registry's even where the machine has one. */
export async function findBrowser(say: (line: string) => void): Promise<BrowserFiles> {
  const wanted = process.env['PREP_LOOP_CHROMIUM'];
  if (wanted !== undefined && wanted !== '' && wanted !== 'bundled') return { executable: wanted, env: {} };
  const installed = wanted === 'bundled' ? undefined : places().find((place) => place !== '' && existsSync(place));
  return installed === undefined ? provisionBrowser(say) : { executable: installed, env: {} };
}

export async function launchBrowser(files: BrowserFiles): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: files.executable,
    env: { ...(process.env as Record<string, string>), ...files.env },
    headless: true,
    // Signals are ours to handle (see processes.ts); the browser ends with the pipe that joins it to us.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 60_000,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // The web worker host fetches the extension from a server of ours on another port.
      '--disable-features=LocalNetworkAccessChecks',
    ],
  });
}
