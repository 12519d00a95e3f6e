import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { extractQuantities, type Quantity } from '../../../src/core/story/quantities/index.js';
import check from '../../fixtures/quantities/check.json';
import develop from '../../fixtures/quantities/develop.json';
import fresh from '../../fixtures/quantities/fresh.json';
import heldout from '../../fixtures/quantities/heldout.json';
import regression from '../../fixtures/quantities/regression.json';

interface Expected {
  readonly span: string;
  readonly kind: string;
  readonly value: number;
  readonly high?: number;
  readonly from?: number;
  readonly unit: string | null;
  readonly per?: string;
}
interface Sentence {
  readonly text: string;
  readonly expected: readonly Expected[];
}

const asExpected = ({ text, kind, value, high, unit, from, per }: Quantity): Expected => ({
  span: text,
  kind,
  value,
  ...(high === undefined ? {} : { high }),
  ...(from === undefined ? {} : { from }),
  unit,
  ...(per === undefined ? {} : { per }),
});
const byKey = (e: Expected): unknown => ({ ...e, value: Number(e.value.toPrecision(6)) });

/** What is read differently from its label in the held-out set, which nothing was worked against. */
const MISREAD = [
  'They came back with 52 LPA fixed, and I had two other offers on the table.',
  'A seat cost 29 dollars a month before the repackaging and 45 dollars after.',
  'The dashboard had 64 charts; I removed 50.',
  'We moved hundreds of dashboards, 340 in all, in one weekend.',
];

describe('quantities in sentences', () => {
  for (const [name, sentences] of [
    ['develop', develop],
    ['check', check],
    ['fresh', fresh],
    ['regression', regression],
  ] as const) {
    describe(`the ${name} set`, () => {
      for (const { text, expected } of sentences as readonly Sentence[]) {
        it(`${JSON.stringify(text)} has ${expected.map((e) => e.span).join(' | ') || 'none'}`, () => {
          assert.deepEqual(extractQuantities(text).map(asExpected).map(byKey), expected.map(byKey));
        });
      }
    });
  }

  it('are read in the held-out set as they were labelled, but for four sentences', () => {
    const misread = (heldout as readonly Sentence[]).filter(
      ({ text, expected }) =>
        !isDeepStrictEqual(extractQuantities(text).map(asExpected).map(byKey), expected.map(byKey)),
    );
    assert.deepEqual(
      misread.map(({ text }) => text),
      MISREAD,
    );
  });

  it('keeps at least a third of its sentences without a metric', () => {
    const all = [...develop, ...check] as readonly Sentence[];
    assert.ok(all.length >= 330);
    assert.ok(all.filter((s) => s.expected.length === 0).length * 3 >= all.length);
  });
});

describe('a currency’s prefix after another figure', () => {
  const spans = (text: string): string[] => extractQuantities(text).map((q) => q.text);

  // "½" did not count as the end of a number, so the letters after it were read twice: as 1.5 µs, and as US dollars.
  it('belongs to one figure only, after a fraction too', () => {
    for (const text of ['1½US$12', '1½-US$12', '12US$12']) assert.deepEqual(spans(text), [], text);
    assert.deepEqual(spans('1½ US$12'), ['US$12']);
    assert.deepEqual(spans('2½–US$12'), ['2½–US$12']);
  });
  // "1 C" was counted as one C, and "5 GB per S" spread over seconds, while the same letter said whose dollars came
  // next.
  it('is not a unit of the figure before it', () => {
    assert.deepEqual(spans('A 1 C$5 coupon, 5 USD$12, and 5 GB per S$12.'), ['C$5', 'USD$12', 'S$12']);
    assert.deepEqual(spans('It cost 5 USD, then $3.'), ['5 USD', '$3']);
  });
});

describe('what is counted across two lines', () => {
  // The unit held the line break, "\r\n" in a file with such line ends, and a change to the same noun on one line was
  // read as two figures.
  it('is named on one line, whatever the line ends', () => {
    for (const end of ['\n', '\r\n']) {
      assert.deepEqual(
        extractQuantities(`We signed 12 design${end}partners.`).map(({ unit }) => unit),
        ['design partners'],
      );
      assert.deepEqual(
        extractQuantities(`We grew from 12 design${end}partners to 15 partners.`).map(({ value, from, unit }) => [
          value,
          from,
          unit,
        ]),
        [[15, 12, 'partners']],
      );
    }
  });
});

describe('quantities in Markdown', () => {
  const spans = (text: string): string[] => extractQuantities(text).map((q) => q.text);

  it('leaves out front matter, with a byte order mark and CRLF too', () => {
    assert.deepEqual(spans('---\ntitle: 40% faster\n---\nWe saved $2M.'), ['$2M']);
    assert.deepEqual(spans('\ufeff---\r\ntitle: 40% faster\r\n---\r\nWe saved $2M.'), ['$2M']);
  });
  it('reads on where front matter is never closed', () =>
    assert.deepEqual(spans('---\nWe saved $2M.\n\n## Result\n\nChurn fell 5%.'), ['$2M', '5%']));
  it('leaves out code spans and fences, whatever their marks', () => {
    assert.deepEqual(spans('Set `retry=5 times` and ``a ` 30 ms`` for 20 ms.'), ['20 ms']);
    assert.deepEqual(spans('```ts\n5 users\n```\n6 users\n~~~~\n7 users\n~~~\n~~~~\n8 users'), ['6 users', '8 users']);
    assert.deepEqual(spans('> ```\n> 5 users\n> ```\n> 6 users'), ['6 users']);
    assert.deepEqual(spans('```\n5 users never closed'), []);
  });
  it('reads on after a backtick that opens nothing', () =>
    assert.deepEqual(spans('A ` stray, then 40%.\n\nAnd ` again, 5 users.'), ['40%', '5 users']));
  it('leaves out headings and list numbers', () => {
    assert.deepEqual(spans('## 40% faster\n\n1. Cut cost 12%\n2) Hired 3 engineers'), ['12%', '3 engineers']);
    assert.deepEqual(spans('Up 40%\n======\n\nUp 12%\n---\n\nUp 5%'), ['5%']);
  });
  it('leaves out comments, tags, URLs and destinations, and reads link text', () => {
    assert.deepEqual(
      spans(
        '<!-- 40% --> <a title="5 users"> [12% up](https://x.y/5-users "6 users") https://x.y/7%20users <https://x.y/8%>',
      ),
      ['12%'],
    );
  });
  it('leaves out blanks of a template', () =>
    assert.deepEqual(spans('Saved ${1:$2M} and ${metric}, or $3M.'), ['$3M']));
  it('reads through emphasis and one line break, never through a blank line or into a list item', () => {
    assert.deepEqual(spans('from **120 ms** to **35 ms**'), ['from **120 ms** to **35 ms']);
    assert.deepEqual(spans('We hired 14\r\nengineers'), ['14\r\nengineers']);
    assert.deepEqual(spans('We hired 14\n\nengineers'), []);
    assert.deepEqual(spans('We hired 14\n- engineers'), []);
  });
  it('reads tables cell by cell', () => assert.deepEqual(spans('| p99 | 120 ms | 35 ms |'), ['120 ms', '35 ms']));
  it('reads everything where the text is plain', () => {
    assert.deepEqual(
      extractQuantities('# 40% of `5 users`', { markdown: false }).map((q) => q.text),
      ['40%', '5 users'],
    );
  });
});
