import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';

/** What the project's top level may hold besides dot files. */
const ALLOWED = new Set([
  'src',
  'media',
  'content',
  'test',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'esbuild.mjs',
  'eslint.config.mjs',
  'CHANGELOG.md',
  'README.md',
  'LICENSE',
  'CONTRIBUTING.md',
  'SECURITY.md',
]);

/** What git ignores there. */
const MADE = /^(?:node_modules|dist|.*\.vsix)$/u;

describe('the project’s top level', () => {
  it('holds what it is made of and nothing else', () => {
    // A font cache that a browser had written beside the sources was once committed with them.
    const names = readdirSync('.').filter((name) => !name.startsWith('.') && !MADE.test(name));
    assert.deepEqual(
      names.filter((name) => !ALLOWED.has(name)),
      [],
    );
    assert.ok(names.includes('src'));
  });
});
