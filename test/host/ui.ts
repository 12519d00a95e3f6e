/**
 * `npm run test:ui -- [--grep TEXT]`: the tests of `test/editor/ui/`, which drive the server's window with Playwright
 * (see test/editor/ui/support/window.ts). One server and one browser for all of them.
 */
import Mocha from 'mocha';
import { load } from 'tests:test/editor/ui';
import { runMocha } from '../editor/mocha';
import { useHost } from '../editor/ui/support/session';
import { openServerHost, say, type ServerHost } from './hosts';
import { main } from './main';
import { projectPath } from './paths';

/** A cold window takes its time, and a step of a test waits for the window. */
const TIMEOUT = 150_000;

/** Keeps what the open windows look like where a test failed. */
async function screenshots(host: ServerHost, title: string): Promise<void> {
  const pages = host.browser.contexts().flatMap((context) => context.pages());
  for (const [at, page] of pages.entries()) {
    const path = projectPath('dist', 'test', 'failures', `${title.replace(/[^\w-]+/g, '-').slice(0, 100)}-${at}.png`);
    await page.screenshot({ path, timeout: 5000 }).then(
      () => say(`Screenshot: ${path}`),
      () => undefined,
    );
  }
}

main(async ({ grep }) => {
  const host = await openServerHost();
  useHost(host);
  try {
    say(`UI suite, driving ${host.title}`);
    const tests = (): void => {
      afterEach(async function () {
        if (this.currentTest?.state === 'failed') await screenshots(host, this.currentTest.fullTitle());
      });
      load();
    };
    return await runMocha(Mocha, tests, { grep, colour: process.stdout.isTTY, timeout: TIMEOUT });
  } finally {
    await host.close();
  }
});
