/**
 * `npm test`: type check, lint, unit tests, then the suites in real VS Code; one line at the end says how many tests
 * passed and failed over all of them. A step that crashes or hangs is a failure. What VS Code needs is fetched
 * meanwhile, if this machine lacks it.
 */
import { relative } from 'node:path';
import { createInterface } from 'node:readline';
import { provision } from './hosts';
import { PROJECT, projectPath } from './paths';
import { guardExit, start, stop } from './processes';
import { npmProgram } from './provision';
import { LONGEST_SILENCE, Silence } from './silence';
import { addStats, NO_STATS, readStats, type Stats } from './stats';

interface Step {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly shell?: boolean;
  /** Whether it runs mocha, and so must say how many tests there were. */
  readonly counts: boolean;
}

/** A suite ends itself; its step waits a little longer, and goes by the same sign of life: a line of output. */
const SILENCE = LONGEST_SILENCE + 30_000;

const script = (name: string): Step => {
  const [program, before, shell] = npmProgram();
  return { title: name, program, args: [...before, 'run', '--silent', name], shell, counts: false };
};

const suite = (title: string, name: string): Step => ({
  title,
  program: process.execPath,
  args: [projectPath('dist', 'test', 'host', `${name}.js`)],
  counts: true,
});

/** A property looks at hundreds of cases, and a machine that is busy with something else takes its time. */
const UNIT_TIMEOUT_MS = '60000';

const unit: Step = {
  title: 'unit tests',
  program: process.execPath,
  args: [
    projectPath('node_modules', 'mocha', 'bin', 'mocha.js'),
    '--require',
    projectPath('dist', 'test', 'host', 'propertySeed.js'),
    '--recursive',
    '--timeout',
    UNIT_TIMEOUT_MS,
    '--reporter',
    projectPath('dist', 'test', 'host', 'reporter.js'),
    relative(PROJECT, projectPath('dist', 'test', 'unit')),
    relative(PROJECT, projectPath('dist', 'test', 'fuzz')),
  ],
  counts: true,
};

/**
 * Runs a step, letting its output through, and gives its counts; whatever else went wrong with it counts as one
 * failure.
 */
async function perform(step: Step): Promise<Stats> {
  console.log(`\n▶ ${step.title}`);
  const started = Date.now();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = start(step.program, step.args, {
    cwd: PROJECT,
    env: { ...process.env, ...colour, PREP_LOOP_STATS: '1' },
    shell: step.shell ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stats: Stats | undefined;
  let late = false;
  const silence = new Silence(SILENCE, () => {
    late = true;
    void stop(child, 5000);
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      silence.heard();
      const found = readStats(line);
      if (found) stats = found;
      else console.log(line);
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (value) => resolve(value));
  });
  silence.end();
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const counted = stats ?? NO_STATS;
  const broken = late || (code !== 0 && counted.failures === 0) || (step.counts && stats === undefined);
  const breach = `${step.title} ${late ? `said nothing for ${SILENCE / 1000} s` : `ended with code ${code}`}`;
  if (broken) console.log(`✘ ${breach}`);
  console.log(`  ${step.title}: ${seconds} s`);
  return broken ? addStats(counted, { ...NO_STATS, failures: 1, failed: [breach] }) : counted;
}

async function all(): Promise<number> {
  // Its failure shows again, and counts, in the suites that need it.
  const provisioned = provision().catch(() => undefined);
  let total = NO_STATS;
  for (const step of [script('typecheck'), script('lint'), unit]) total = addStats(total, await perform(step));
  await provisioned;
  for (const step of [
    suite('editor suite', 'editor'),
    suite('workspaces suite', 'workspaces'),
    suite('web suite', 'web'),
    suite('UI suite', 'ui'),
  ])
    total = addStats(total, await perform(step));
  for (const failure of total.failed ?? []) console.log(`\n✘ ${failure}`);
  const pending = total.pending > 0 ? `, ${total.pending} pending` : '';
  console.log(`\n${total.passes} passed, ${total.failures} failed${pending}`);
  return total.failures > 0 ? 1 : 0;
}

guardExit();
all().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
