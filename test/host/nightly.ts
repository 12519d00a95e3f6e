/**
 * `npm run nightly`: what takes too long for every change. Each part runs whatever became of those before it; the last
 * lines say which failed.
 */
import { spawnSync } from 'node:child_process';
import { PROJECT } from './paths';
import { npmProgram } from './provision';

interface Part {
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Only the tests whose titles have this text. */
  readonly grep?: string;
}

const PARTS: readonly Part[] = [
  { script: 'test' },
  { script: 'test:editor', env: { PREP_LOOP_TRUST: 'no' } },
  { script: 'test:ui', env: { PREP_LOOP_TRUST: 'no' } },
  { script: 'test:ui', env: { PREP_LOOP_KILL: 'yes' }, grep: 'are killed' },
  { script: 'test:editor', env: { PREP_LOOP_CODE_SERVER: '4.99.4' } },
  { script: 'mutation' },
  { script: 'fuzz' },
  { script: 'bench' },
];

/** What npm is told to run. */
const wordsOf = ({ script, grep }: Part): string[] => [script, ...(grep === undefined ? [] : ['--', '--grep', grep])];

function passes(part: Part): boolean {
  const [program, before, shell] = npmProgram();
  const { status } = spawnSync(program, [...before, 'run', ...wordsOf(part)], {
    cwd: PROJECT,
    env: { ...process.env, ...part.env },
    shell: shell ?? false,
    stdio: 'inherit',
  });
  return status === 0;
}

const results = PARTS.map((part) => ({ ...part, passed: passes(part) }));
for (const { passed, ...part } of results) {
  const set = Object.entries(part.env ?? {}).map(([name, value]) => `${name}=${value} `);
  console.log(`${passed ? '✔' : '✘'} ${set.join('')}npm run ${wordsOf(part).join(' ')}`);
}
if (results.some(({ passed }) => !passed)) process.exitCode = 1;
