import { openServerHost, type ServerHost } from './hosts';
import { guardExit } from './processes';

/**
 * Runs a bench in a server of its own, which is stopped after it. What went wrong is printed, and makes the process
 * fail.
 */
export function benchInHost(
  bench: (host: ServerHost) => Promise<void>,
  options: Parameters<typeof openServerHost>[0] = {},
): void {
  const run = async (): Promise<void> => {
    const host = await openServerHost(options);
    await bench(host).finally(() => host.close());
  };
  guardExit();
  run().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
