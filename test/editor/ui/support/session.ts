/** The one server and browser that all UI tests of a run share; test/host opens it before mocha starts. */
import type { ServerHost } from '../../../host/hosts';

let current: ServerHost | undefined;

export function useHost(host: ServerHost | undefined): void {
  current = host;
}

export function host(): ServerHost {
  if (current === undefined) throw new Error('No server: UI tests are run by `npm run test:ui`.');
  return current;
}
