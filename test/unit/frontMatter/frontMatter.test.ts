import assert from 'node:assert/strict';
import fc from 'fast-check';
import { setFrontMatterValue } from '../../../src/core/frontMatter/editFrontMatter';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { locateFrontMatter } from '../../../src/core/markdown/frontMatter';
import { applyEdits } from '../../../src/core/markdown/text';

function set(text: string, key: string, value: string | number | boolean): string {
  const edits = setFrontMatterValue(text, key, value);
  assert.ok(edits, 'expected an edit');
  return applyEdits(text, edits);
}

describe('front matter', () => {
  it('is read between two fences on the first lines, with LF, CRLF, a BOM, or "..." as its end', () => {
    assert.deepEqual(parseFrontMatter('---\ntitle: A\n---\nbody').data, { title: 'A' });
    assert.deepEqual(parseFrontMatter('\uFEFF---\r\ntitle: A\r\nspoken: 90\r\n---\r\nbody').data, {
      title: 'A',
      spoken: 90,
    });
    assert.deepEqual(parseFrontMatter('---\ntitle: A\n...\nbody').data, { title: 'A' });
  });

  it('is absent where the first line is something else', () => {
    assert.equal(locateFrontMatter('\n---\ntitle: A\n---\n'), undefined);
    assert.equal(locateFrontMatter('----\ntitle: A\n---\n'), undefined);
    assert.equal(parseFrontMatter('# Title\n').bodyStart, 0);
  });

  it('says what is wrong and where, and throws nothing', () => {
    const unclosed = parseFrontMatter('---\ntitle: A\nbody');
    assert.match(unclosed.errors[0]?.message ?? '', /not closed/u);
    const broken = parseFrontMatter('---\ntitle: [A\n---\n');
    assert.match(broken.errors[0]?.message ?? '', /not valid YAML/u);
    assert.ok((broken.errors[0]?.start ?? 0) >= 4);
    assert.deepEqual(broken.data, {});
    assert.match(parseFrontMatter('---\n- a\n- b\n---\n').errors[0]?.message ?? '', /keys and values/u);
    assert.match(parseFrontMatter('---\na: 1\na: 2\n---\n').errors[0]?.message ?? '', /unique/u);
  });

  it('reads an alias as what it stands for', () => {
    // A file with an alias anywhere was read as if it had no key at all, and nothing was reported.
    assert.deepEqual(parseFrontMatter('---\na: &x [1]\nb: [*x, *x]\n---\n').data, { a: [1], b: [[1], [1]] });
  });

  it('reports an alias that stands for nothing, for itself, or for too much, where it is', () => {
    const reported = (yaml: string): string[] => {
      const text = `---\n${yaml}\n---\n`;
      const { data, errors } = parseFrontMatter(text);
      assert.deepEqual(data, {});
      return errors.map(({ start, end, message }) => `⟦${text.slice(start, end)}⟧ ${message}`);
    };
    assert.deepEqual(reported('note: *star'), [
      '⟦*star⟧ “*star” is an alias without its anchor: put it in quotes, or write what it stands for.',
    ]);
    assert.match(reported('a: &x [*x]').join(), /“\*x” stands for something that contains it/u);
    assert.match(reported(`a: &x 1\nb: [${'*x, '.repeat(101)}]`).join(), /more than 100 aliases/u);
    const ten = (name: string): string => `[${`*${name}, `.repeat(10)}]`;
    assert.match(reported(`a: &a [1]\nb: &b ${ten('a')}\nc: &c ${ten('b')}\nd: ${ten('c')}`).join(), /too much/u);
  });

  it('reads what tags of older YAML mark as words and maps', () => {
    assert.deepEqual(parseFrontMatter('---\na: !!timestamp 2026-12-01\nb: !!set { c }\n---\n').data, {
      a: '2026-12-01',
      b: { c: null },
    });
  });

  it('ends a line at a lone carriage return, as the editor does', () => {
    // All keys but the first were words of its value.
    assert.deepEqual(parseFrontMatter('---\ra: x: y\rb: |\r  c\r  d\r---\r').errors.length, 1);
    assert.deepEqual(parseFrontMatter('---\ra: "x: y"\rb: |\r  c\r  d\r---\r').data, { a: 'x: y', b: 'c\nd\n' });
  });

  it('reports a key that appears twice, once as a number', () => {
    assert.match(parseFrontMatter('---\n1: a\n"1": b\n---\n').errors[0]?.message ?? '', /unique/u);
  });

  it('points at a value', () => {
    const text = '---\ntitle: A story # mine\n---\n';
    const range = parseFrontMatter(text).valueRange('title');
    assert.equal(text.slice(range?.start, range?.end), 'A story');
  });
});

describe('setting a front-matter value', () => {
  it('replaces the value and keeps every other byte', () => {
    const text = '\uFEFF---\r\n# first\r\ndate: "2026-11-01"   # why\r\nodd :   [1,2]\r\n---\r\n\r\nbody  \r\n';
    assert.equal(set(text, 'date', '2026-11-05'), text.replace('"2026-11-01"', '2026-11-05'));
  });

  it('quotes what YAML would read as something else', () => {
    assert.equal(set('---\ntitle: A\n---\n', 'title', 'yes: and #no'), '---\ntitle: "yes: and #no"\n---\n');
    assert.equal(set('---\ntitle: A\n---\n', 'title', '12'), '---\ntitle: "12"\n---\n');
  });

  it('fills an empty value, adds a missing key after the last, makes a missing block', () => {
    assert.equal(set('---\ntime:\nround: a\n---\n', 'time', 'x'), '---\ntime: x\nround: a\n---\n');
    assert.equal(set('---\r\na: 1\r\n---\r\nB', 'b', 2), '---\r\na: 1\r\nb: 2\r\n---\r\nB');
    assert.equal(set('---\n---\nB', 'b', 2), '---\nb: 2\n---\nB');
    assert.equal(set('Body', 'b', true), '---\nb: true\n---\n\nBody');
  });

  it('writes nothing into a broken block', () => {
    assert.equal(setFrontMatterValue('---\na: [1\n---\n', 'a', 1), undefined);
    assert.equal(setFrontMatterValue('---\na: 1\n', 'a', 1), undefined);
    assert.equal(setFrontMatterValue('---\n- a\n---\n', 'a', 1), undefined);
  });

  it('reads back what it wrote, whatever the value (property)', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('\n', '\r\n'), (value, eol) => {
        const text = `---${eol}title: old${eol}other: kept # comment${eol}---${eol}body`;
        const { data } = parseFrontMatter(set(text, 'title', value));
        assert.equal(data.title, value);
        assert.equal(data.other, 'kept');
      }),
    );
  });

  it('never throws on any text (property)', () => {
    fc.assert(
      fc.property(fc.string(), (body) => {
        parseFrontMatter(`---\n${body}\n---\n`);
        setFrontMatterValue(`---\n${body}\n---\n`, 'a', 1);
        parseFrontMatter(body);
      }),
    );
  });
});
