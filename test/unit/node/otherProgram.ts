/** Programs beside ours, each a process of its own: this very file of tests, started again with a job to do. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const JOB = 'PREP_LOOP_TEST_JOB';

/** The job that this process was started for; undefined where it runs the tests. */
export function jobHere<Job>(): Job | undefined {
  const text = process.env[JOB];
  return text === undefined ? undefined : (JSON.parse(text) as Job);
}

/** Starts a job in a process of its own, and waits until it has said that it begins. */
export async function startJob(file: string, job: object): Promise<ChildProcess> {
  const child = fork(file, [], { env: { ...process.env, [JOB]: JSON.stringify(job) } });
  await once(child, 'message');
  return child;
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
