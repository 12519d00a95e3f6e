/** The suites that VS Code loads itself: in the extension host of a desktop or a server, and in the web worker host. */
import { join } from 'node:path';
import { chooseDesktop, openServerHost, say, type ServerHost } from './hosts';
import { runTestsOnDesktop } from './desktop';
import type { SuiteOptions } from './main';
import { PROJECT, projectPath } from './paths';
import { windowAddress } from './server';
import { runTestsInWindow, type TestResult } from './session';
import type { Stats } from './stats';
import { serveProject } from './static';
import { webWindow } from './web-window';
import { copyOfFixture, EMPTY_FOLDERS, SEVERAL, severalFolders, workspaceOf } from './workspace';

function report(result: TestResult, host?: ServerHost): Stats {
  if (result.problem !== undefined) {
    console.error(`\n${result.problem}`);
    if (host) console.error(`The server's last words:\n${host.server.tail()}`);
  }
  return result.stats;
}

/** `test/editor/suite/` in the extension host of a real VS Code. */
export function runEditorSuite(options: SuiteOptions): Promise<Stats> {
  return runInHost('Editor suite', copyOfFixture('empty'), 'index', options);
}

/** `test/editor/workspaces/` in the extension host of a real VS Code whose workspace has two folders. */
export function runWorkspacesSuite(options: SuiteOptions): Promise<Stats> {
  const folder = workspaceOf({ ...EMPTY_FOLDERS, [SEVERAL]: severalFolders() });
  return runInHost('Workspaces suite', join(folder, SEVERAL), 'workspaces', options);
}

async function runInHost(title: string, workspace: string, module: string, options: SuiteOptions): Promise<Stats> {
  if (options.grep) process.env['PREP_LOOP_GREP'] = options.grep;
  if (process.stdout.isTTY) process.env['PREP_LOOP_COLOUR'] = '1';
  const tests = projectPath('dist', 'test', 'editor', `${module}.js`);
  const desktop = await chooseDesktop();
  if (desktop) {
    say(`${title} in desktop VS Code (${desktop.version}: ${desktop.executable})`);
    return report(await runTestsOnDesktop(desktop, workspace, PROJECT, tests));
  }
  const host = await openServerHost();
  try {
    say(`${title} in ${host.title}`);
    const address = windowAddress(host.server, workspace, PROJECT, tests);
    return report(await runTestsInWindow(host.browser, { address }), host);
  } finally {
    await host.close();
  }
}

/** `test/editor/web/` and the smoke tests of the suite in the web worker host, on an in-memory file system. */
export async function runWebSuite(options: SuiteOptions): Promise<Stats> {
  const host = await openServerHost();
  const files = await serveProject(
    PROJECT,
    options.grep ? { 'dist/test/editor/web.js': `globalThis.prepLoopGrep = ${JSON.stringify(options.grep)};\n` } : {},
  );
  try {
    say(`Web suite in the web worker host of ${host.title}, on tmp:/ws`);
    const { address, prepare } = webWindow(host.server, files, 'dist/test/editor/web.js');
    return report(await runTestsInWindow(host.browser, { address, prepare }), host);
  } finally {
    await files.close();
    await host.close();
  }
}
