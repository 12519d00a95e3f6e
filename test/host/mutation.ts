/**
 * `npm run mutation [room…]`: changes the code of a room of core in one place after the other, and runs the room's own
 * tests against each change. One that no test notices has survived: it is listed with its place, and the score is the
 * share of those that were noticed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, PROJECT } from './paths';
import { provisionStryker } from './provision';

/** The code of a room, and where its tests are: a folder, or files whose names begin alike. */
const ROOMS: Readonly<Record<string, { readonly code: string; readonly tests: string }>> = {
  quantities: { code: 'story/quantities', tests: 'story/quantities' },
  lint: { code: 'story/lint', tests: 'story/lint/' },
  ...Object.fromEntries(
    ['days', 'schedule', 'replan', 'timer', 'recall', 'offer', 'blocks', 'claims'].map((room) => [
      room,
      { code: room, tests: `${room}/` },
    ]),
  ),
};

/** The lowest score that passes, in percent. */
const LOWEST = 85;

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** The share of the changes that a test noticed, in percent; those that no test can reach count as not noticed. */
function scoreOf({ files }: Report): number {
  const statuses = Object.values(files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: readonly string[]): number => statuses.filter((status) => wanted.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  return (100 * noticed) / (noticed + count('Survived', 'NoCoverage'));
}

/** @param packages the folder of Stryker's packages. */
function mutate(room: string, packages: string): number {
  const { code, tests } = ROOMS[room] as { code: string; tests: string };
  const fileName = join(CACHE, `mutation-${room}.json`);
  const config = join(CACHE, `mutation-${room}.config.json`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'mocha',
      plugins: [join(packages, '@stryker-mutator', 'mocha-runner', 'dist', 'src', 'index.js')],
      mochaOptions: {
        spec: [`dist/test/unit/${tests}*.test.js`],
        require: ['./dist/test/host/propertySeed.js'],
      },
      buildCommand: `node esbuild.mjs --unit=test/unit/${tests}`,
      mutate: [`src/core/${code}/**/*.ts`],
      coverageAnalysis: 'perTest',
      // A text for people may be worded in many ways.
      mutator: { excludedMutations: ['StringLiteral'] },
      concurrency: 2,
      reporters: ['clear-text', 'json'],
      clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
      jsonReporter: { fileName },
      tempDirName: '.vscode-test/mutated',
      ignorePatterns: ['/.vscode-test', '/dist', '/media/screenshots'],
    }),
  );
  const stryker = join(packages, '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: PROJECT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`The tests of ${room} could not be run against changed code.`);
  return scoreOf(JSON.parse(readFileSync(fileName, 'utf8')) as Report);
}

async function run(wanted: readonly string[]): Promise<void> {
  const rooms = wanted.length > 0 ? wanted : Object.keys(ROOMS);
  const unknown = rooms.filter((room) => !Object.hasOwn(ROOMS, room));
  if (unknown.length > 0)
    throw new Error(`There is no room “${unknown.join(' ')}”: there are ${Object.keys(ROOMS).join(', ')}.`);
  const packages = await provisionStryker(console.log);
  const scores = rooms.map((room) => [room, mutate(room, packages)] as const);
  console.log('\nChanges of the code that a test notices, in percent');
  for (const [room, score] of scores) console.log(`${room.padEnd(12)}${score.toFixed(1)}`);
  if (scores.some(([, score]) => score < LOWEST)) process.exitCode = 1;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
