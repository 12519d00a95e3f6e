/** The tests module that VS Code loads in its extension host (desktop or server): every test of `test/editor/suite/`. */
import { load } from 'tests:test/editor/suite';
import { markedLog } from '../host/marks';
import { statsLine } from '../host/stats';
import { runMocha } from './mocha';

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const stats = await runMocha(Mocha, load, { log: markedLog, grep: process.env['PREP_LOOP_GREP'], colour: process.env['PREP_LOOP_COLOUR'] === '1' });
  console.log(statsLine(stats));
  if (stats.failures > 0) throw new Error(`${stats.failures} of the editor tests failed.`);
}
