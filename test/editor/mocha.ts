/** Runs mocha by hand: the same way in Node, in an extension host and in a web worker. */
import type Mocha from 'mocha';
import { failureLine, type Stats } from '../host/stats';

/** Every test has a minute: a cold VS Code on a small, busy machine is slow, a hung one must still end. */
const TIMEOUT = 60_000;

/**
 * Defines the tests by calling `load` with mocha's BDD globals in place, runs them, writes mocha's own summary to
 * the console, and gives the counts. No tests at all is a failure.
 */
export async function runMocha(
  Runner: typeof Mocha,
  load: () => void,
  options: { grep?: string | undefined; colour?: boolean; log?: (...args: unknown[]) => void; timeout?: number } = {},
): Promise<Stats> {
  const mocha = new Runner({
    ui: 'bdd',
    reporter: Runner.reporters.Spec,
    color: options.colour ?? false,
    timeout: options.timeout ?? TIMEOUT,
    slow: 2000,
    // A window on a busy machine now and then loses a click to its own redrawing. Another try is reported below.
    retries: 2,
    forbidOnly: true,
    ...(options.grep ? { grep: options.grep } : {}),
  });
  if (options.log) Runner.reporters.Base.consoleLog = options.log;
  mocha.suite.emit('pre-require', globalThis, 'tests', mocha);
  load();
  const say = options.log ?? console.log;
  const failed: string[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      const none = passes + failures + pending === 0 && !options.grep;
      if (none) console.log('No tests were found: that counts as a failure.');
      resolve({ passes, pending, failures: none ? 1 : failures, failed });
    });
    runner.on('fail', (test, error) => failed.push(failureLine(test.fullTitle(), error)));
    runner.on('retry', (test: Mocha.Test, error: Error) =>
      say(`    tried again: ${failureLine(test.fullTitle(), error)}`),
    );
  });
}
