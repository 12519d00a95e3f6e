/** The processes that run extensions: one for each window that this process opened. Known on Linux only. */
import { readFileSync, readdirSync } from 'node:fs';

interface Process {
  readonly parent: number;
  /** Clock ticks since the machine started. */
  readonly since: number;
  readonly command: string;
}

export const canKillHosts = process.platform === 'linux';

/** Kills the host that was started last, as running out of memory would. */
export function killNewestHost(): void {
  const all = processes();
  const ours = [...all].filter(([pid, { command }]) => command.includes('--type=extensionHost') && isOurs(all, pid));
  const [newest] = ours.sort(([, a], [, b]) => b.since - a.since);
  if (!newest) throw new Error('No window runs extensions.');
  process.kill(newest[0], 'SIGKILL');
}

function isOurs(all: ReadonlyMap<number, Process>, pid: number): boolean {
  for (let at = all.get(pid)?.parent; at !== undefined; at = all.get(at)?.parent) if (at === process.pid) return true;
  return false;
}

function processes(): ReadonlyMap<number, Process> {
  const found = new Map<number, Process>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/u.test(name)) continue;
    try {
      // A program's name, in brackets, may hold spaces and brackets.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      found.set(Number(name), { parent: Number(fields[1]), since: Number(fields[19]), command });
    } catch {
      // It ended meanwhile.
    }
  }
  return found;
}
