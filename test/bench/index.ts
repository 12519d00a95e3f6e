/**
 * `npm run bench [quality | peers | speed | activation | index | paint | …] [file.json …]`: files
 * are further labelled sets in the contract's form.
 *
 * Each part runs in a process of its own, one after the other: what is measured shares neither the machine nor, as in
 * the editor, its engine's state with libraries that it is only compared with elsewhere.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PARTS = [
  'quality',
  'peers',
  'speed',
  'activation',
  'index',
  'paint',
  'drills',
  'dashboard',
  'linters',
  'regexes',
] as const;

/** Measured in windows of VS Code, as the suites are tested: by these files of `test/host`. */
const IN_WINDOWS: Readonly<Record<string, string>> = { activation: 'activation', index: 'indexing', paint: 'paint' };

const [, , ...words] = process.argv;
const files = words.filter((word) => word.endsWith('.json'));
const wanted = words.filter((word) => !word.endsWith('.json'));
const unknown = wanted.filter((word) => !PARTS.some((part) => part === word));
if (unknown.length > 0) {
  console.error(`There is no bench “${unknown.join(' ')}”: there are ${PARTS.join(', ')}.`);
  process.exitCode = 1;
}

for (const part of PARTS.filter(
  (each) => (words.length === files.length || wanted.includes(each)) && unknown.length === 0,
)) {
  const inWindows = IN_WINDOWS[part];
  const file = inWindows === undefined ? join('parts', `${part}.js`) : join('..', 'host', `${inWindows}.js`);
  const { status } = spawnSync(process.execPath, [join(__dirname, file), ...files], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
