import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { setFrontMatterList, setFrontMatterValue } from '../../src/core/frontMatter/editFrontMatter';
import { setFrontMatterEntries } from '../../src/core/frontMatter/editMap';
import { frontMatterLists, listPlaceAt } from '../../src/core/frontMatter/lists';
import { parseFrontMatter } from '../../src/core/frontMatter/parseFrontMatter';
import { applyEdits, type TextEdit } from '../../src/core/markdown/text';
import { fuzz } from './support/fuzz';
import { byteOrderMark, characters, lineBreak } from './support/texts';

const word = fc.oneof(
  fc.constantFrom('a', 'Trade-offs: two', '2026-12-01', '10:30', 'yes', 'null', '~', '', ' x ', '# no', 'é', "it's"),
  fc.constantFrom(
    'two\nlines',
    'three\n\nlines\n',
    '- a',
    '*x',
    '&x',
    '!x',
    '%x',
    '@x',
    '`x',
    '---',
    '...',
    '<<',
    '=',
    '{a',
  ),
  fc.string({ maxLength: 8 }),
);
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null), fc.double({ noNaN: true }));
const value = fc.oneof(
  { weight: 3, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'my key', 'constructor'), scalar, { maxKeys: 4 }),
  },
);
const key = fc.constantFrom('date', 'signals', 'scores', 'round', 'my key', 'tags', 'ключ', 'true', 'constructor');
const data = fc.dictionary(key, value, { maxKeys: 6, noNullPrototype: true });

/** As other programs write: lists at the margin or not, long lines folded, quotes of both kinds. */
const style = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 20, 80),
  singleQuote: fc.constantFrom(true, false, null),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'BLOCK_FOLDED' as const,
    'BLOCK_LITERAL' as const,
  ),
  collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  nullStr: fc.constantFrom('null', '~'),
});

const YAML_LINES = [
  'date: 2026-12-01',
  'date:',
  'date: &x 2026-12-01',
  'date: *x',
  'date: !!timestamp 2026-12-01',
  '"date": x',
  'signals: [a,',
  '  b, # c1',
  '  c]',
  'signals:',
  '- a',
  '  - b # c2',
  '  # c3',
  '# c4',
  'scores: { a: 1, b: 2 } # c5',
  'scores: { a: 1, # c6',
  '  b: ~ }',
  'scores:',
  '  a: 1 # c7',
  '  "b": 2',
  '  ? c',
  '  : 3',
  'scores: null',
  'scores: &s {}',
  'round: |+',
  '  text # c8',
  '',
  'round: >-',
  '    folded',
  'round: "two',
  '  lines"',
  'round: plain',
  '  goes on',
  '<<: *x',
  '\ttab: 1',
  '%YAML 1.2',
  '? date',
  ': x',
  '{ a: 1 }',
  '- a',
  '...',
  'a: [[[{ b: [c',
  'other: 1',
  'my key: "q: #"',
];
const lines = fc.array(fc.constantFrom(...YAML_LINES), { maxLength: 9 });
const written = fc
  .tuple(
    byteOrderMark,
    fc.oneof(
      lines,
      data.chain((of) => style.map((as) => stringify(of, as).trimEnd().split('\n'))),
    ),
    lineBreak,
    fc.constantFrom('---', '...'),
  )
  .map(([mark, yaml, eol, fence]) => mark + ['---', ...yaml, fence, '', '# Body', '- [ ] one', ''].join(eol));

const EDITS: readonly (readonly [
  string,
  (text: string) => TextEdit[] | undefined,
  (now: unknown) => unknown,
  unknown,
])[] = [
  ['date', (text) => setFrontMatterValue(text, 'date', '2026-12-24'), (now) => now, '2026-12-24'],
  ['round', (text) => setFrontMatterValue(text, 'round', 'a: #b'), (now) => now, 'a: #b'],
  ['my key', (text) => setFrontMatterValue(text, 'my key', 7), (now) => now, 7],
  [
    'signals',
    (text) => setFrontMatterList(text, 'signals', { line: '[a, b]', below: ['  - a', '  - b'] }),
    (now) => now,
    ['a', 'b'],
  ],
  [
    'scores',
    (text) => setFrontMatterEntries(text, 'scores', { a: 3, constructor: 4, b: undefined }),
    (now) =>
      ['a', 'b', 'constructor'].map((name) =>
        Object.hasOwn(now as object, name) ? Reflect.get(now as object, name) : undefined,
      ),
    [3, undefined, 4],
  ],
];

/** The comments of the lines above. */
const commentsOf = (text: string): string[] => text.match(/# c\d/gu) ?? [];

describe('Fuzzed front matter', () => {
  fuzz('is read as YAML says, however a program wrote it', fc.tuple(data, style), ([given, as]) => {
    const yaml = stringify(given, as);
    const { data: read, errors } = parseFrontMatter(`---\n${yaml}---\n`);
    if (!/^(?:---|\.\.\.)[ \t]*$/mu.test(yaml)) {
      assert.deepEqual(errors, [], yaml);
      assert.deepEqual(read, Object.keys(given).length === 0 ? {} : parse(yaml), yaml);
    }
  });

  fuzz('is edited to say what is wished and nothing else, or not at all', written, (before) => {
    const was = parseFrontMatter(before);
    for (const [name, edit, of, wished] of EDITS) {
      const edits = edit(before);
      if (edits === undefined) continue;
      const after = applyEdits(before, edits);
      const is = parseFrontMatter(after);
      assert.deepEqual(is.errors, [], after);
      assert.deepEqual(of(is.data[name]), wished, after);
      assert.deepEqual({ ...is.data, [name]: 0 }, { ...was.data, [name]: 0 }, after);
      assert.ok(after.endsWith(before.slice(was.bodyStart)), after);
      const isSaid = (comment: string): boolean => JSON.stringify(was.data).includes(comment);
      for (const comment of commentsOf(before)) assert.ok(after.includes(comment) || isSaid(comment), after);
      const eol = /\r\n|[\r\n]/u.exec(before)?.[0];
      assert.ok(
        edits.every(({ newText }) => (newText.match(/\r\n|[\r\n]/gu) ?? []).every((each) => each === eol)),
        after,
      );
    }
  });

  fuzz(
    'has lists that lie within it, wherever the caret is',
    fc.tuple(
      fc.oneof(
        written,
        characters.map((text) => `---\n${text}`),
      ),
      fc.nat(),
    ),
    ([text, at]) => {
      for (const { items, slots } of frontMatterLists(text, ['signals', 'tags', 'date']))
        for (const { start, end } of [...items, ...slots]) assert.ok(start >= 0 && start <= end && end <= text.length);
      const place = listPlaceAt(text, at % (text.length + 1), ['signals', 'tags', 'date']);
      assert.ok(
        !place || (place.replace.start <= at % (text.length + 1) && place.replace.end >= at % (text.length + 1)),
      );
    },
  );
});
