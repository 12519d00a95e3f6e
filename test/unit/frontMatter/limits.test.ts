import assert from 'node:assert/strict';
import { setFrontMatterValue } from '../../../src/core/frontMatter/editFrontMatter';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { processorTime } from '../../host/processorTime';

const inFront = (yaml: string): string => `---\n${yaml}\n---\n\n# Body\n`;

describe('front matter that nobody writes by hand', () => {
  // A thousand levels overflowed the YAML library’s stack, and V8 then ended the whole extension host.
  const nested: readonly (readonly [string, string])[] = [
    ['lists in lists', `a: ${'- '.repeat(1000)}x`],
    ['lists in lists from the margin', `${'- '.repeat(1000)}x`],
    ['keys in keys', `${'? '.repeat(400)}x`],
    ['brackets', `a: ${'['.repeat(2000)}`],
    ['braces', `a: ${'{b: '.repeat(500)}`],
    ['indentation', Array.from({ length: 200 }, (_, level) => `${' '.repeat(level)}k${level}:`).join('\n')],
  ];
  for (const [name, yaml] of nested) {
    it(`is not read where it is nested too deep: ${name}`, () => {
      const { data, errors, bodyStart } = parseFrontMatter(inFront(yaml));
      assert.deepEqual(data, {});
      assert.match(errors[0]?.message ?? '', /more than 64 levels deep|not valid YAML/u);
      assert.equal(inFront(yaml).slice(bodyStart), '\n# Body\n', 'the rest of the file is read');
      assert.equal(setFrontMatterValue(inFront(yaml), 'date', '2026-12-01'), undefined);
    });
  }

  it('is read where it is nested as deep as anybody would', () => {
    const { data, errors } = parseFrontMatter(inFront('a: [[[1, 2], 3], { b: { c: [4] } }]\nd:\n  - - e\n    - f'));
    assert.deepEqual([errors, data], [[], { a: [[[1, 2], 3], { b: { c: [4] } }], d: [['e', 'f']] }]);
  });

  it('is not read where it is longer than 64 KB', () => {
    const { data, errors } = parseFrontMatter(inFront(`title: ${'x'.repeat(70_000)}`));
    assert.deepEqual(data, {});
    assert.match(errors[0]?.message ?? '', /longer than 64 KB/u);
  });

  it('is read in time, and says a few things that are wrong, not thousands', function () {
    this.timeout(60_000);
    // 20,000 keys took six seconds, and 33,000 errors became 33,000 rows of the tracker.
    const keys = inFront(Array.from({ length: 6000 }, (_, index) => `k${index}: !x`).join('\n'));
    const took = processorTime(() => parseFrontMatter(keys));
    assert.ok(took < 3000, `${took} ms`);
    assert.ok(parseFrontMatter(inFront('}: {\n'.repeat(5000))).errors.length <= 5);
  });

  it('still says where a key appears twice, at any depth', () => {
    for (const yaml of ['a: 1\nb: 2\na: 3', 'scores:\n  x: 1\n  x: 2', 'a: { b: 1, b: 2 }'])
      assert.match(parseFrontMatter(inFront(yaml)).errors[0]?.message ?? '', /keys must be unique/u, yaml);
  });
});
