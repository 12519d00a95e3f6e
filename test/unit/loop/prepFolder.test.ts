import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { prepFolderParts } from '../../../src/core/loop/prepFolder';

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
    ['...', ['...']],
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
    7,
    null,
    undefined,
    ['prep'],
    {},
  ]) {
    it(`${JSON.stringify(value)} counts as not set`, () => assert.deepEqual(prepFolderParts(value), [setting.default]));
  }

  it('never leads out of the workspace folder (property)', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', ' ', 'prep', 'C:', 'a');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const parts = prepFolderParts(pieces.join(''));
        assert.ok(
          parts.length > 0 &&
            parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[/\\]/u.test(part)),
        );
      }),
      { numRuns: 500 },
    );
  });
});
