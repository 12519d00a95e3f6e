import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { frontMatterLists, listPlaceAt } from '../../../src/core/frontMatter/lists';

const KEYS = ['competencies', 'rounds'];

function values(text: string): string[] {
  return frontMatterLists(text, KEYS).map(
    ({ key, style, items }) => `${key} ${style}: ${items.map(({ value }) => value).join(' | ')}`,
  );
}

function place(marked: string): string | undefined {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const found = listPlaceAt(text, caret, KEYS);
  return (
    found &&
    `${found.key} ${found.style} “${text.slice(found.replace.start, found.replace.end)}” beside ${found.others.join(',') || 'nothing'}`
  );
}

describe('Lists in front matter', () => {
  it('are read as people write them', () => {
    assert.deepEqual(
      values(
        '---\ntitle: A\ncompetencies: [impact, "scale up"] # two\nrounds:\n  - phone # first\n  - "design"\n---\n',
      ),
      ['competencies flow: impact | scale up', 'rounds block: phone | design'],
    );
    assert.deepEqual(values('---\r\nrounds: phone, design\r\ncompetencies:\r\n---\r\nrounds: [x]\r\n'), [
      'rounds plain: phone | design',
      'competencies empty: ',
    ]);
    assert.deepEqual(values('---\ncompetencies: [\n  impact,\n  scale,\n]\nrounds: [phone\n---\n'), [
      'competencies flow: impact | scale',
      'rounds flow: phone',
    ]);
  });

  it('know their places', () => {
    const text = '---\nrounds: [phone, "design"]\n---\n';
    assert.deepEqual(
      frontMatterLists(text, KEYS)[0]?.items.map(({ start, end }) => text.slice(start, end)),
      ['phone', '"design"'],
    );
  });

  it('are not looked for in a text without front matter', () => {
    assert.deepEqual(values('# A\nrounds: [phone]\n'), []);
  });
});

describe('The place of the caret in a list', () => {
  it('is an item that is being written, beside the others', () => {
    assert.equal(place('---\nrounds: [phone, des|]\n---\n'), 'rounds flow “des” beside phone');
    assert.equal(place('---\nrounds: [phone, |]\n---\n'), 'rounds flow “” beside phone');
    assert.equal(place('---\nrounds: [|phone]\n---\n'), 'rounds flow “phone” beside nothing');
    assert.equal(place('---\nrounds:\n  - phone\n  - |\n---\n'), 'rounds block “” beside phone');
    assert.equal(place('---\nrounds:\n  - phone\n  - de|s\n---\n'), 'rounds block “des” beside phone');
    assert.equal(place('---\nrounds: |\n---\n'), 'rounds empty “” beside nothing');
  });

  it('is found before the list or the front matter is closed', () => {
    assert.equal(place('---\nrounds: [phone, |\n---\n'), 'rounds flow “” beside phone');
    assert.equal(place('---\nrounds: [phone, |'), 'rounds flow “” beside phone');
    assert.equal(place('---\ntitle: A\nrounds:\n  - |\n\n# A\n'), 'rounds block “” beside nothing');
  });

  it('is none elsewhere', () => {
    for (const text of [
      '---\ntitle: |\n---\n',
      '---\nrounds: [a]\n---\n|',
      '---\nroun|ds: [a]\n---\n',
      '# A\nrounds: [|]\n',
    ])
      assert.equal(place(text), undefined, text);
  });

  it('lies inside any text', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('---', '\n', 'rounds:', ' ', '[', ']', ',', 'a', '- ', '"', '#', '\r\n'))
          .map((parts) => `---\n${parts.join('')}`),
        fc.nat(),
        (text, n) => {
          const found = listPlaceAt(text, n % (text.length + 1), KEYS);
          assert.ok(!found || (found.replace.start <= found.replace.end && found.replace.end <= text.length));
        },
      ),
    );
  });
});
