import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { prepFolderParts, readPrepFolder } from '../../../src/core/loop/prepFolder';
import { runs } from '../../support/properties';

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: { configuration: { properties: { 'prepLoop.folder': { default: string; pattern: string } } } };
};
const setting = contributes.configuration.properties['prepLoop.folder'];
const accepted = new RegExp(setting.pattern, 'u');

describe('the setting for the prep folder', () => {
  const inside: readonly (readonly [setting: string, parts: readonly string[]])[] = [
    ['prep', ['prep']],
    ['notes/prep', ['notes', 'prep']],
    ['notes\\prep', ['notes', 'prep']],
    ['./notes//prep/', ['notes', 'prep']],
    ['.private/prep', ['.private', 'prep']],
    ['console', ['console']],
    ['Vorbereitung 2026', ['Vorbereitung 2026']],
  ];
  for (const [text, parts] of inside) {
    it(`${JSON.stringify(text)} leads to ${parts.join(', then ')}`, () => {
      assert.deepEqual(prepFolderParts(text), parts);
      assert.match(text, accepted);
    });
  }

  for (const value of [
    '',
    '.',
    ' ',
    '/etc',
    '\\\\server\\share',
    'C:\\prep',
    'c:prep',
    '..',
    '../prep',
    'prep/../..',
    'prep\\..\\..',
    'a/ .. /b',
    '...',
    'prep.',
    'prep ',
    ' prep',
    'a. /b',
    '.git',
    '.GIT/hooks',
    'a/node_modules',
    '.vscode',
    'nul',
    'a/COM1.md',
    '~/prep',
    '${workspaceFolder}/prep',
    'file:///etc',
    'vscode-vfs:prep',
    'prep\nx',
    'prep\0',
    'prep\u202excod',
    'a'.repeat(300),
    7,
    null,
    undefined,
    ['prep'],
    {},
  ]) {
    const short = JSON.stringify(value)?.slice(0, 40);
    it(`${short} counts as not set, and that is said`, () => {
      assert.deepEqual(prepFolderParts(value), [setting.default]);
      const { problem } = readPrepFolder(value);
      if (value === undefined) assert.equal(problem, undefined);
      else
        assert.match(problem ?? '', /^The setting “Prep Loop: Folder” cannot be [^\n\0]+\. “prep” is used instead\.$/u);
    });
  }

  it('never leads out of the workspace folder (property)', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', ' ', 'prep', 'C:', 'a', '.git', 'NUL', '\t', '~', '\u202e');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const parts = prepFolderParts(pieces.join(''));
        assert.ok(
          parts.length > 0 &&
            !parts.some((part) => part.toLowerCase() === '.git' || /[ .]$|[\p{Cc}:]/u.test(part)) &&
            parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[/\\]/u.test(part)),
        );
      }),
      runs(500),
    );
  });
});
