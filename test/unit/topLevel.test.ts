import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

/** What the project's top level may hold besides dot files. */
const ALLOWED = new Set([
  'src', 'media', 'content', 'test',
  'package.json', 'package-lock.json', 'tsconfig.json', 'esbuild.mjs', 'eslint.config.mjs',
  'CHANGELOG.md', 'README.md', 'LICENSE',
]);

describe('the project’s top level', () => {
  it('holds what it is made of and nothing else', () => {
    // A font cache that a browser had written beside the sources was once committed with them.
    const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
    const names = new Set(tracked.map((path) => path.split('/')[0] ?? '').filter((name) => name !== '' && !name.startsWith('.')));
    assert.deepEqual([...names].filter((name) => !ALLOWED.has(name)), []);
    assert.ok(names.has('src'));
  });
});
