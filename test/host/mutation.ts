/**
 * `npm run mutation [room…]`: changes the code of a room of core in one place after the other, and runs the room's own
 * tests against each change. One that no test notices has survived: it is listed with its place, and the score is the
 * share of those that were noticed. Of a large room only a part is changed; `MUTATION_ONE_IN=1` changes all of it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, PROJECT, projectPath } from './paths';
import { provisionStryker } from './provision';

interface Room {
  readonly code: string;
  /** A folder, or how the names of its files begin. */
  readonly tests: string;
  /** Of so many stretches of its code one is changed. */
  readonly oneIn: number;
}

const room = (code: string, tests = `${code}/`, oneIn = 1): Room => ({ code, tests, oneIn });

const ROOMS: Readonly<Record<string, Room>> = {
  ...Object.fromEntries(['days', 'schedule', 'replan', 'timer', 'recall', 'offer'].map((name) => [name, room(name)])),
  blocks: room('blocks', 'blocks/', 12),
  claims: room('claims', 'claims/', 6),
  lint: room('story/lint', 'story/lint/', 24),
  quantities: room('story/quantities', 'story/quantities', 12),
};

/** Lines of a stretch. */
const STRETCH = 12;
/** Each property is tried so often: enough to notice most changes, and each change waits for it. */
const PROPERTY_RUNS = '20';

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

/** What is changed: whole files, or one of so many stretches of lines, the same ones each time. */
function placesIn(code: string, oneIn: number): string[] {
  const folder = `src/core/${code}`;
  if (oneIn === 1) return [`${folder}/**/*.ts`];
  const files = readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).sort();
  return files
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name, index) => {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      const count = readFileSync(projectPath(path), 'utf8').split('\n').length;
      return Array.from({ length: Math.ceil(count / STRETCH) }, (_, at) => at)
        .filter((at) => (index + at) % oneIn === 0)
        .map((at) => `${path}:${at * STRETCH + 1}-${Math.min(count, (at + 1) * STRETCH)}`);
    });
}

/** @param packages the folder of Stryker's packages. */
function mutate(name: string, packages: string): number {
  const { code, tests, oneIn: usual } = ROOMS[name] as Room;
  const oneIn = Number(process.env['MUTATION_ONE_IN'] ?? usual);
  const fileName = join(CACHE, `mutation-${name}.json`);
  const config = join(CACHE, `mutation-${name}.config.json`);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'mocha',
      plugins: [join(packages, '@stryker-mutator', 'mocha-runner', 'dist', 'src', 'index.js')],
      mochaOptions: {
        spec: [`dist/test/unit/${tests}*.test.js`],
        require: ['./dist/test/host/propertySeed.js'],
        // How long something takes says nothing where two changes are tried at a time.
        grep: '^(?!.*(in a moment|takes time in proportion))',
      },
      buildCommand: `node esbuild.mjs --unit=test/unit/${tests}`,
      mutate: placesIn(code, oneIn),
      coverageAnalysis: 'perTest',
      // What is made while a file is loaded, such as lists of words, takes all tests for each change.
      ignoreStatic: usual > 1,
      timeoutMS: 30_000,
      // A text for people may be worded in many ways.
      mutator: { excludedMutations: ['StringLiteral'] },
      concurrency: 2,
      reporters: ['clear-text', 'json'],
      clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
      jsonReporter: { fileName },
      tempDirName: '.vscode-test/mutated',
      ignorePatterns: ['/.vscode-test', '/dist'],
    }),
  );
  const stryker = join(packages, '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const env = { ...process.env, PROPERTY_RUNS, PROPERTY_SEED: '1' };
  const { status } = spawnSync(process.execPath, [stryker, 'run', config], { cwd: PROJECT, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`The tests of ${name} could not be run against changed code.`);
  return scoreOf(JSON.parse(readFileSync(fileName, 'utf8')) as Report);
}

async function run(wanted: readonly string[]): Promise<void> {
  const rooms = wanted.length > 0 ? wanted : Object.keys(ROOMS);
  const unknown = rooms.filter((each) => !Object.hasOwn(ROOMS, each));
  if (unknown.length > 0)
    throw new Error(`There is no room “${unknown.join(' ')}”: there are ${Object.keys(ROOMS).join(', ')}.`);
  const packages = await provisionStryker(console.log);
  const scores = rooms.map((each) => [each, mutate(each, packages)] as const);
  console.log('\nChanges of the code that a test notices, in percent');
  for (const [name, score] of scores) console.log(`${name.padEnd(12)}${score.toFixed(1)}`);
  if (scores.some(([, score]) => score < LOWEST)) process.exitCode = 1;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
