import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { readSimpleMapping } from '../../../src/core/frontMatter/simpleYaml';
import { runs } from '../../support/properties';

const read = (text: string): Record<string, unknown> | undefined => readSimpleMapping(text, 0, text.length);

function byYaml(text: string): unknown {
  // The library knows no lone carriage return; `parseYaml` makes it a line feed.
  const document = parseDocument(text.replace(/\r(?!\n)/gu, '\n'), { prettyErrors: false });
  assert.deepEqual(
    document.errors.map((error) => error.message),
    [],
    JSON.stringify(text),
  );
  return document.toJS();
}

describe('the fast path for simple front matter', () => {
  it('reads what people write', () => {
    const text =
      'title: Cut inference latency\r\ncompetencies: [streaming-scale, product sense]\r\nrounds:\r\n  - phone-screen\r\n  - "system-design"\r\ndate: 2026-11-22\r\nspoken: 150\r\n# a comment\r\nempty:\r\n';
    assert.deepEqual(read(text), {
      title: 'Cut inference latency',
      competencies: ['streaming-scale', 'product sense'],
      rounds: ['phone-screen', 'system-design'],
      date: '2026-11-22',
      spoken: 150,
      empty: null,
    });
    assert.deepEqual(read(text), byYaml(text));
  });

  it('reads maps of one level, as lines and in braces', () => {
    const text =
      'started: 2026-11-22T18:05:00+01:00\nphases:\n  - { title: Frame, planned: 300, actual: 312 }\n  - {title: "Trade-offs: two, at most", planned: 60, actual: 0}\nscores:\n  streaming-scale: 3\n  product: 2\npeer:\n  name: Ana\n  shipped: "Flink: at scale"\nflat: { a: 1 }\n';
    assert.deepEqual(read(text), {
      started: '2026-11-22T18:05:00+01:00',
      phases: [
        { title: 'Frame', planned: 300, actual: 312 },
        { title: 'Trade-offs: two, at most', planned: 60, actual: 0 },
      ],
      scores: { 'streaming-scale': 3, product: 2 },
      peer: { name: 'Ana', shipped: 'Flink: at scale' },
      flat: { a: 1 },
    });
    assert.deepEqual(read(text), byYaml(text));
  });

  it('leaves everything else to the yaml package', () => {
    for (const text of [
      '',
      'a: b: c',
      'a: &x b',
      'a: true',
      'a: 0x10',
      'a: |\n  b',
      'a: b\n  c',
      'a: 1\na: 2',
      'a: [b, [c]]',
      'a: "b\\n"',
      '- a',
      'a: [b,]',
      'a: b # c',
      'null: 1',
      'a:\n  b: c\n   d: e',
      'a:\n  b: 1\n  b: 2',
      'a: { b: c',
      'a: { b: c } d',
      'a: { b: [c] }',
      'a:\n  b:\n    c: d',
      'a: {b:c}',
    ]) {
      assert.equal(read(text), undefined, JSON.stringify(text));
    }
  });

  it('agrees with the yaml package on whatever it accepts (property)', function () {
    this.timeout(20_000);
    const word = fc.oneof(
      fc.constantFrom(
        'a',
        'Total cost',
        'true',
        'null',
        '~',
        '2026-11-22',
        '150',
        '007',
        '1.5',
        '"q: #"',
        "'s'",
        '[]',
        '[a, b-c]',
        '[a, "b"]',
        '[a b, 1]',
        '- x',
        'b: c',
        '#c',
        '${x}',
        'é ü',
        '.inf',
        'x #y',
        'Z:',
        '日本',
        '=',
        '2:30',
        'No',
        'off',
        '2026-11-22T18:05:00+01:00',
        '2026-11-22T18:05',
        '{ a: b, c: 1 }',
        '{a: "x, y"}',
        '{ a: 2:30 }',
        '{ a: b: c }',
        '{a: Z:}',
        '{ c: No , d: 2026-11-22 }',
      ),
      fc.string({
        unit: fc.constantFrom(
          'a',
          'B',
          ' ',
          '-',
          ':',
          '#',
          ',',
          '[',
          ']',
          '"',
          "'",
          '1',
          '.',
          '_',
          '&',
          '*',
          '!',
          '{',
          '}',
          '\t',
          '\u00a0',
          '\u2028',
          '\ufeff',
          '\u0085',
          'é',
          '|',
          '>',
          '%',
          '@',
          '?',
        ),
        maxLength: 8,
      }),
    );
    const line = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('f: ', 'g:  ', 'h:\n- ', 'i:\n  - ', 'k:\n  m: ', 'l:\n n: 1\n o: '),
          fc.constantFrom('{ p: q }', 'plain words', '150', '"quoted: #"', '[a, b]', 'No', '2026-11-22', 'Z'),
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(
          fc.constantFrom('a', 'b', 'title', 'spoken-1', 'x_y', 'c', 'd', 'e'),
          fc.constantFrom(': ', ':', ':  '),
          word,
        )
        .map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('- ', '  - ', ' - ', '-', '  b: ', '  c: ', ' d: ', '  - { a: '), word)
        .map((parts) => parts.join('')),
      fc.constantFrom('', '  ', '# note', ' # note', 'a', '---', '\t'),
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (lines, eol) => {
        const text = lines.map((content) => content.replace('\n', eol) + eol).join('');
        const data = read(text);
        if (data === undefined) return;
        accepted += 1;
        assert.deepEqual(data, byYaml(text), JSON.stringify(text));
      }),
      runs(6000),
    );
    assert.ok(accepted > 300, `only ${accepted} texts were accepted`);
  });
});
