/** What the modules share that measure from inside the extension host. */
import * as vscode from 'vscode';
import { performance, type PerformanceEntry } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answer } from '../../host/windowAnswer';

/** Runs a module's measurement, and tells the program outside what it found. */
export async function answering(measure: () => Promise<unknown>): Promise<void> {
  answer(await measure());
}

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export function inWorkspace(...path: string[]): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, ...path);
}

/** Waits until the extension has measured something of this name, and gives it. */
export async function measured(name: string, limit = 300_000): Promise<PerformanceEntry> {
  for (const end = performance.now() + limit; performance.now() < end; await pause(20)) {
    const [found] = performance.getEntriesByName(name);
    if (found) return found;
  }
  throw new Error(`The extension did not measure ${name} within ${limit} ms.`);
}

/** The milliseconds of the processor that the extension host took meanwhile: others on the machine do not count. */
export async function busyDuring(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Collects the garbage: what one measurement leaves is not to be paid for by the next. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let i = 0; i < 3; i += 1) {
    await pause(300);
    collect();
  }
}
