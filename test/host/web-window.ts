/**
 * A window with no server behind its workspace: VS Code's in-memory file system (`tmp:/ws`) and the web worker
 * extension host, as on vscode.dev. The page of the same server is rewritten on its way to the browser.
 */
import type { BrowserContext } from 'playwright-core';
import type { Server } from './server';
import type { Files } from './static';

interface WorkbenchConfiguration {
  folderUri?: unknown;
  remoteAuthority?: unknown;
  developmentOptions?: Record<string, unknown>;
}

const META = /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)(")/;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const unescape = (text: string): string => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

export interface WebWindow {
  readonly address: string;
  readonly prepare: (context: BrowserContext) => Promise<void>;
}

/**
 * The window with the extension that `files` serves, running the tests module at `tests` if given (a path from the
 * project's root).
 */
export function webWindow(server: Server, files: Files, tests?: string): WebWindow {
  const served = (path: string): unknown => ({ scheme: 'http', authority: files.authority, path });
  const address = `http://${server.authority}/`;
  const prepare = async (context: BrowserContext): Promise<void> => {
    await context.route(
      (url) => url.host === server.authority && url.pathname === '/',
      async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        const rewritten = html.replace(META, (_all, before: string, settings: string, after: string) => {
          const configuration = JSON.parse(unescape(settings)) as WorkbenchConfiguration;
          configuration.folderUri = { $mid: 1, scheme: 'tmp', path: '/ws' };
          configuration.developmentOptions = {
            ...configuration.developmentOptions,
            extensions: [served('/')],
            ...(tests === undefined ? {} : { extensionTestsPath: served(`/${tests}`) }),
          };
          return before + escape(JSON.stringify(configuration)) + after;
        });
        if (rewritten === html)
          throw new Error('The workbench page has no configuration to rewrite: has VS Code changed?');
        const headers = Object.fromEntries(
          Object.entries(response.headers()).filter(([name]) => name !== 'content-security-policy'),
        );
        await route.fulfill({ response, headers, body: rewritten });
      },
    );
  };
  return { address, prepare };
}
