/**
 * The tests module for the web worker extension host, where there is no Node: the tests of `test/editor/web/`, and
 * those of the suite that end in `.smoke.test.ts`, which run in every host.
 */
import { load as loadWeb } from 'tests:test/editor/web';
import { load as loadSmoke } from 'tests:test/editor/suite#.smoke.test.ts';
import Mocha from './web-mocha';
import { markedLog } from '../host/marks';
import { statsLine } from '../host/stats';
import { runMocha } from './mocha';

export async function run(): Promise<void> {
  const load = (): void => {
    loadWeb();
    loadSmoke();
  };
  const stats = await runMocha(Mocha, load, {
    log: markedLog,
    grep: (globalThis as { prepLoopGrep?: string }).prepLoopGrep,
  });
  console.log(statsLine(stats));
  if (stats.failures > 0) throw new Error(`${stats.failures} of the web tests failed.`);
}
