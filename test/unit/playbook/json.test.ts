import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson, jsonPlaceOf } from '../../../src/core/playbook/json';
import { runs } from '../../support/properties';

/** The place and words of the syntax error of `text`, the place as the characters there. */
function error(text: string): string {
  const { error: found } = parseJson(text);
  assert.ok(found, 'the text is refused');
  return `⟦${text.slice(found.start, found.end)}⟧ ${found.message}`;
}

describe('a JSON text with places', () => {
  const text = '\uFEFF{\r\n  "a": [1, {"b": "x\\"y"}],\r\n  "a": [true, null, -1.5e3]\r\n}';
  const { root, duplicates } = parseJson(text);
  const at = (path: PropertyKey[], target?: 'key') => {
    assert.ok(root);
    const { start, end } = jsonPlaceOf(root, path, target);
    return text.slice(start, end);
  };

  it('finds a value, after a byte-order mark and across CRLF', () => {
    assert.equal(at(['a', 2]), '-1.5e3');
    assert.equal(at(['a']), '[true, null, -1.5e3]');
  });
  it('finds a key', () => assert.equal(at(['a'], 'key'), '"a"'));
  it('points at the opening bracket where the path leads to nothing', () => {
    assert.equal(at(['a', 7]), '[');
    assert.equal(at(['missing', 'deeper']), '{');
    assert.equal(at(['a', 0, 'x']), 't');
  });
  it('knows the keys that appear twice', () =>
    assert.deepEqual(
      duplicates.map(({ key, keyStart }) => [key, text.slice(0, keyStart).split('\n').length]),
      [['a', 3]],
    ));
});

describe('a broken JSON text', () => {
  const cases: [string, string][] = [
    ['{\n "a": [1,\n', '⟦\n⟧ The file ends in the middle: close the “[” of line 2.'],
    ['{"a": "b', '⟦b⟧ The file ends in the middle: close the “{” of line 1.'],
    ['{"a": 1,}', '⟦,⟧ Nothing follows this comma: remove it.'],
    ['[1, 2,\n]', '⟦,⟧ Nothing follows this comma: remove it.'],
    ['{"a": 1 "b": 2}', '⟦"⟧ Expected a comma or a closing brace here, found “"”: correct it.'],
    ['{a: 1}', '⟦a⟧ Expected a name in double quotes here, found “a”: correct it.'],
    ['{"a" 1}', '⟦1⟧ Expected a colon here, found “1”: correct it.'],
    ['{"a": yes}', '⟦y⟧ Expected a value here, found “y”: correct it.'],
    ['{"a": 1} x', '⟦x⟧ Something follows the closing bracket of the file: remove it.'],
    ['{\n// note\n"a": 1}', '⟦//⟧ JSON has no comments: remove this one.'],
    ['{"a": "b\n"}', '⟦"b⟧ This text has no closing quote on its line: add one.'],
    [
      '{"a": "\\x"}',
      '⟦"\\x"⟧ This text holds a tab, or a backslash that starts nothing: write \\t for a tab, \\\\ for a backslash.',
    ],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(error(text), expected));

  it('is refused when it nests so deep that a recursive reader would fall over', () => {
    assert.match(error('['.repeat(100_000)), /nested more than 64 deep/);
  });
});

describe('the reader, compared with JSON.parse', () => {
  it('accepts what JSON.parse accepts and refuses what it refuses', () => {
    const token = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e9',
      'true',
      'null',
      ' ',
      '\n',
      '\\',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json({ maxDepth: 5 }),
          fc.array(token, { maxLength: 12 }).map((t) => t.join('')),
          fc.string(),
        ),
        (text) => {
          const { root, error: found } = parseJson(text);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          assert.equal(root !== undefined, valid, found?.message);
          if (root) assert.deepEqual(JSON.parse(text.slice(root.start, root.end)), JSON.parse(text));
          if (found) assert.ok(found.start >= 0 && found.start <= found.end && found.end <= text.length);
        },
      ),
      runs(2000),
    );
  });
});
