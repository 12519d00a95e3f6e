/**
 * `npm run test:ui -- [--grep TEXT]`: the tests of `test/editor/ui/`, which drive the server's window with Playwright
 * (see test/editor/ui/support/window.ts). One server and one browser for all of them.
 */
import Mocha from 'mocha';
import { load } from 'tests:test/editor/ui';
import { runMocha } from '../editor/mocha';
import { useHost } from '../editor/ui/support/session';
import { openServerHost, say } from './hosts';
import { main } from './main';

/** A cold window takes its time, and a step of a test waits for the window. */
const TIMEOUT = 60_000;

main(async ({ grep }) => {
  const host = await openServerHost();
  useHost(host);
  try {
    say(`UI suite, driving ${host.title}`);
    return await runMocha(Mocha, load, { grep, colour: process.stdout.isTTY, timeout: TIMEOUT });
  } finally {
    await host.close();
  }
});
