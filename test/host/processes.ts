/**
 * Child processes that never outlive us: each runs in a process group of its own, and every way out of this
 * process (an error, Ctrl-C, a signal, npm gone) kills the groups that are left.
 */
import { execFileSync, spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

const groups = new Set<ChildProcess>();
let guardian: ChildProcess | undefined;
const windows = process.platform === 'win32';
let guarded = false;

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (windows) execFileSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already, which is what we want.
  }
}

/** Ends this process on the signals that ask it to, and when the one that started it is gone. */
export function guardExit(): void {
  if (guarded) return;
  guarded = true;
  process.on('exit', () => {
    for (const child of groups) killGroup(child, 'SIGKILL');
  });
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => process.exit(code));
  }
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(129);
  }, 1000).unref();
}

/** Told of a group by its leader's id (`+7`, `-7`); ends those that are left when the pipe from us breaks. */
const GUARDIAN = `
  const left = new Set();
  require('node:readline').createInterface(process.stdin).on('line', (line) => {
    if (line[0] === '+') left.add(Number(line.slice(1)));
    else left.delete(Number(line.slice(1)));
  }).on('close', () => {
    for (const pid of left) try { process.kill(-pid, 'SIGKILL'); } catch {}
    process.exit();
  });`;

/** Even if we are killed outright, nothing that we started goes on: another small process sees to that. */
function tellGuardian(line: string): void {
  if (windows) return;
  if (guardian === undefined) {
    guardian = spawn(process.execPath, ['--eval', GUARDIAN], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
    guardian.on('error', () => undefined);
    guardian.stdin?.on('error', () => undefined);
    guardian.unref();
    // A pipe that is only written to must not keep us running.
    (guardian.stdin as unknown as { unref(): void }).unref();
  }
  guardian.stdin?.write(`${line}\n`);
}

/** Starts a program as the leader of its own group. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  guardExit();
  const child = spawn(command, args, { ...options, detached: !windows });
  groups.add(child);
  if (child.pid !== undefined) tellGuardian(`+${child.pid}`);
  // The leader may go before its children: the group is killed once more when it does.
  child.once('exit', () => {
    killGroup(child, 'SIGKILL');
    groups.delete(child);
    tellGuardian(`-${child.pid}`);
  });
  child.once('error', () => groups.delete(child));
  return child;
}

/** Asks the group to end, and ends it after `patience` milliseconds. */
export async function stop(child: ChildProcess, patience = 2000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  killGroup(child, 'SIGTERM');
  const timer = setTimeout(() => killGroup(child, 'SIGKILL'), patience);
  await ended;
  clearTimeout(timer);
}

export interface Finished {
  readonly code: number;
  readonly output: string;
}

/** Runs a program to its end, collecting what it says; `timeout` in milliseconds ends it with code 124. */
export function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { timeout?: number } = {},
): Promise<Finished> {
  const { timeout, ...rest } = options;
  return new Promise((resolve) => {
    const child = start(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...rest });
    let output = '';
    let late = false;
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            late = true;
            killGroup(child, 'SIGKILL');
          }, timeout);
    const end = (code: number): void => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += String(error);
      end(127);
    });
    child.once('close', (code) => end(late ? 124 : (code ?? 1)));
  });
}
