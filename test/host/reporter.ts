/** Mocha's spec reporter for unit tests, which also gives the counts to `npm test`. */
import Mocha from 'mocha';
import { statsLine } from './stats';

export default class extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.once('end', () =>
      console.log(statsLine({ passes: this.stats.passes, failures: this.stats.failures, pending: this.stats.pending })),
    );
  }
}
