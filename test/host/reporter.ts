/** Mocha's spec reporter for unit tests, which also gives the counts to `npm test`. */
import Mocha from 'mocha';
import { failureLine, statsLine } from './stats';

export default class extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const failed: string[] = [];
    runner.on('fail', (test, error) => failed.push(failureLine(test.fullTitle(), error)));
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      console.log(statsLine({ passes, failures, pending, failed }));
    });
  }
}
