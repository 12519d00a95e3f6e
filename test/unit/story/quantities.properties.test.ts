import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractQuantities, formatQuantity, type Quantity } from '../../../src/core/story/quantities/index.js';
import check from '../../fixtures/quantities/check.json';
import develop from '../../fixtures/quantities/develop.json';
import { runs } from '../../support/properties';

/** Texts made of the pieces that matter to the grammar, so that random ones meet every part of it. */
const piece = fc.constantFrom(
  'from',
  'to',
  ' ',
  ' ',
  ' ',
  '\n',
  '\r\n',
  '\n\n',
  '$',
  '€',
  'US$',
  'S$',
  'C$',
  'USD',
  ' per',
  '1',
  '12',
  '1,234',
  '2.5',
  '½',
  'k',
  'M',
  'mm',
  ' million',
  '%',
  ' percent',
  ' ms',
  'h',
  ' weeks',
  '-',
  '–',
  '→',
  '->',
  'x',
  '×',
  'doubled',
  'half',
  'a third',
  'of',
  'in',
  'teams',
  'per second',
  '/s',
  '/',
  'between',
  'and',
  'a',
  'one',
  'twenty',
  'hundred',
  'NPS',
  '+',
  '~',
  '`',
  '```',
  '<!--',
  '-->',
  '](',
  ')',
  '---',
  '#',
  '1. ',
  '**',
  '_',
  '.',
  ',',
  ':',
  'sub-',
  '\u202f',
  '\ufeff',
  '💡',
  'Route',
  '2024',
  'users',
  'and a half',
  '${',
  '}',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
);
const sentences = [...develop, ...check].map((s) => s.text).filter((t) => !/[\n`<]/.test(t));
const shape = ({ start, end, kind, value, high, from, unit }: Quantity, by = 0): unknown => ({
  start: start + by,
  end: end + by,
  kind,
  value,
  high,
  from,
  unit,
});

describe('quantities, whatever the text', () => {
  it('do not overlap where a currency’s letters end the one before', () => {
    // “1 S” was a count, and “S$one” a sum that began within it.
    assert.deepEqual(
      extractQuantities('1 S$one').map(({ text: said }) => said),
      ['1 S'],
    );
  });

  it('lie inside the text, say what it says, in order and apart', () => {
    fc.assert(
      fc.property(text, (t) => {
        let last = 0;
        for (const q of extractQuantities(t)) {
          assert.ok(q.start >= last && q.end > q.start && q.end <= t.length);
          assert.equal(q.text, t.slice(q.start, q.end));
          assert.ok(Number.isFinite(q.value));
          assert.ok(q.high === undefined || (Number.isFinite(q.high) && q.high >= q.value));
          assert.ok(q.from === undefined || Number.isFinite(q.from));
          assert.ok(formatQuantity(q).length > 0);
          last = q.end;
        }
      }),
      runs(3000),
    );
  });

  it('are the same for the same text', () => {
    fc.assert(fc.property(text, (t) => assert.deepEqual(extractQuantities(t), extractQuantities(t))));
  });

  it('of two paragraphs are those of each', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(...sentences),
        fc.constantFrom('\n\n', '\r\n\r\n', '\n'),
        (a, b, between) => {
          const both = extractQuantities(a + between + b).map((q) => shape(q));
          assert.deepEqual(both, [
            ...extractQuantities(a).map((q) => shape(q)),
            ...extractQuantities(b).map((q) => shape(q, a.length + between.length)),
          ]);
        },
      ),
      runs(500),
    );
  });

  it('are the same with CRLF as with LF', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const lf = parts.join('').replaceAll('\r\n', '\n');
        const plain = (t: string): unknown[] =>
          extractQuantities(t).map((q) => ({ ...q, start: 0, end: 0, text: q.text.replaceAll('\r\n', '\n') }));
        assert.deepEqual(plain(lf.replaceAll('\n', '\r\n')), plain(lf));
      }),
      runs(1000),
    );
  });

  it('grow with the text: each of many paragraphs is read as if alone', () => {
    const story = sentences.join('\n\n');
    const once = extractQuantities(story).length;
    assert.equal(extractQuantities(Array.from({ length: 5 }, () => story).join('\n\n')).length, 5 * once);
  });
});
