import { guardExit } from './processes';
import { statsLine, type Stats } from './stats';

export interface SuiteOptions {
  readonly grep?: string | undefined;
}

/** The value after `--name` on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  if (at >= 0) return process.argv[at + 1];
  return process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Runs one suite as a program: the exit code says whether all passed. */
export function main(suite: (options: SuiteOptions) => Promise<Stats>): void {
  guardExit();
  suite({ grep: option('grep') })
    .then((stats) => {
      // The whole test run (all.ts) adds them up.
      if (process.env['PREP_LOOP_STATS'] === '1') console.log(statsLine(stats));
      process.exit(stats.failures > 0 ? 1 : 0);
    })
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    });
}
