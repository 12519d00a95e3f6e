import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slug } from '../../src/core/slug';
import { runs } from '../support/properties';

describe('a slug', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ['Confluent AI/ML PM', 'confluent-ai-ml-pm'],
    ['../../etc/passwd', 'etc-passwd'],
    ['C:\\Windows\\system32', 'c-windows-system32'],
    ['Crème brûlée', 'creme-brulee'],
    ['Straße 日本 Київ', 'straße-日本-київ'],
    ["Don't stop", 'dont-stop'],
    ['CON', 'con-1'],
    ['lpt1', 'lpt1-1'],
    ['  ...  ', 'untitled'],
    ['', 'untitled'],
    ['🎉', 'untitled'],
    ['a\u0000b\nc', 'a-b-c'],
  ];
  for (const [text, expected] of cases)
    it(`of ${JSON.stringify(text)} is ${expected}`, () => assert.equal(slug(text), expected));

  it('ends at a whole word, at most 64 units long', () => {
    assert.equal(slug('word '.repeat(40)), Array<string>(13).fill('word').join('-'));
    assert.equal(slug('x'.repeat(200)).length, 64);
  });

  it('leaves no separator, dot, upper case or device name, and is its own slug (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = slug(text);
        assert.match(name, /^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u);
        assert.ok(name.length > 0 && name.length <= 66);
        assert.equal(slug(name), name, JSON.stringify(text));
      }),
      runs(500),
    );
  });
});
