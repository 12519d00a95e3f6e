/** Runs tests inside an extension host with Node, and tells the program outside how many passed. */
import { markedLog } from '../host/marks';
import { statsLine } from '../host/stats';
import { runMocha } from './mocha';

/** @param load defines the tests. */
export async function runLoaded(load: () => void): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const stats = await runMocha(Mocha, load, {
    log: markedLog,
    grep: process.env['PREP_LOOP_GREP'],
    colour: process.env['PREP_LOOP_COLOUR'] === '1',
  });
  console.log(statsLine(stats));
  if (stats.failures > 0) throw new Error(`${stats.failures} of the editor tests failed.`);
}
