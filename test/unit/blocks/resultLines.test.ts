import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBlocks } from '../../../src/core/blocks/readBlocks';
import { recomputeLines } from '../../../src/core/blocks/resultLines';
import { parseBlocks } from '../../../src/core/markdown/blocks';
import { applyEdits, splitLines } from '../../../src/core/markdown/text';
import { runs } from '../../support/properties';
import { fence } from './support/blockTexts';

const MARK = '<!-- result -->';
const BUDGET = fence('latency-budget', 'slo: 40 ms', 'look-up: 8 ms', 'model: 12 ms');
const SAID = `${MARK} Result: 20 of 40 ms, model 60 %\n`;

const recomputeEdits = (text: string, at?: number) => recomputeLines(text, at).edits;
const recomputed = (text: string, at?: number): string => applyEdits(text, recomputeEdits(text, at));

/** The text without its lines of results. */
function withoutLines(text: string): string {
  let rest = '';
  for (const { start, end, next } of splitLines(text)) {
    if (!text.slice(start, end).includes(MARK)) rest += text.slice(rest === '' ? 0 : start, next);
    else if (next === end) rest = rest.replace(/\r?\n$/u, '');
  }
  return rest;
}

describe('The result of a block in words', () => {
  it('stands in a line of its own below the block', () => {
    assert.equal(recomputed(`# A\n\n${BUDGET}\nText.\n`), `# A\n\n${BUDGET}${SAID}\nText.\n`);
  });

  it('is renewed in place when the block changes', () => {
    const stale = `${BUDGET}${SAID}Text.\n`.replace('model: 12', 'model: 22');
    assert.equal(recomputed(stale), stale.replace('20 of 40 ms, model 60 %', '30 of 40 ms, model 73 %'));
  });

  it('is found below a blank line, and with its mark at the end', () => {
    assert.equal(recomputed(`${BUDGET}\nOld words ${MARK}\n`), `${BUDGET}\n${SAID}`);
    assert.equal(recomputed(`${BUDGET}\n${MARK} Old words\nText.\n`), `${BUDGET}\n${SAID}Text.\n`);
  });

  it('leaves the user’s own text right below as it is', () => {
    for (const own of [
      'My own words.',
      '---',
      '===',
      '| a |\n|---|',
      '    code',
      '- item',
      `A\nB ${MARK}`,
      '<!-- a\nb -->',
    ]) {
      const after = recomputed(`${BUDGET}${own}\n`);
      assert.equal(after, `${BUDGET}${SAID}${own}\n`);
      const kinds = (text: string): string[] => parseBlocks(text).blocks.map(({ kind }) => kind);
      assert.deepEqual(kinds(after), ['fence', 'comment', ...kinds(`${BUDGET}\n${own}\n`).slice(1)], own);
    }
  });

  it('is not looked for outside the quotation or list item of its block', () => {
    const quoted = '> ```estimate\n> a: 2\n> b = a × 3\n> ```\n';
    const own = `${MARK} My own words.\n`;
    assert.equal(recomputed(`${quoted}\n${own}`), `${quoted}> ${MARK} Result: b 6\n\n${own}`);
  });

  it('stands within the list item or quotation of its block, with the line breaks of the text', () => {
    const block = 'latency-budget\r\n> a: 3 ms\r\n> slo: 4 ms\r\n> ```';
    assert.equal(
      recomputed(`\uFEFF> \`\`\`${block}\r\nAfter.\r\n`),
      `\uFEFF> \`\`\`${block}\r\n> ${MARK} Result: 3 of 4 ms, a 100 %\r\nAfter.\r\n`,
    );
    assert.equal(
      recomputed('1. ~~~estimate\n   a: 2\n   b = a × 3\n   ~~~\n2. Next\n'),
      `1. ~~~estimate\n   a: 2\n   b = a × 3\n   ~~~\n   ${MARK} Result: b 6\n2. Next\n`,
    );
  });

  it('follows each of two blocks in a row, and a fence that ends the text', () => {
    assert.equal(recomputed(BUDGET + BUDGET.trimEnd()), `${BUDGET}${SAID}${BUDGET}${SAID.trimEnd()}`);
  });

  it('can be written for the block at the cursor alone', () => {
    const text = `${BUDGET}\n${BUDGET}\nText.`;
    assert.equal(recomputed(text, text.lastIndexOf('model')), `${BUDGET}\n${BUDGET}${SAID}\nText.`);
    assert.equal(recomputed(text, text.length), `${BUDGET}${SAID}\n${BUDGET}${SAID}\nText.`);
    const stale = `${BUDGET}${MARK} Old.\n\n${BUDGET}`;
    assert.equal(recomputed(stale, stale.indexOf('Old')), `${BUDGET}${SAID}\n${BUDGET}`);
  });

  it('says when the block does not fit', () => {
    assert.match(
      recomputed(fence('latency-budget', 'slo: 4 ms', 'a: 5 ms')),
      /Result: 5 of 4 ms, a 100 %; over the limit\n/u,
    );
    assert.match(recomputed(fence('estimate', 'a: 2', 'b = a × 3', 'goal: 9')), /Result: b 6; the goal is missed\n/u);
  });

  it('is text, whatever a stage is called', () => {
    const text = fence('latency-budget', 'a --> <b>*c*</b> & d: 5 ms', 'slo: 9 ms');
    const line = `${MARK} Result: 5 of 9 ms, a --&gt; &lt;b&gt;*c*&lt;/b&gt; &amp; d 100 %\n`;
    assert.equal(recomputed(text), text + line);
    assert.equal(recomputed(text + line), text + line);
  });

  it('is missing for a block with a problem, which is reported; an earlier line is removed', () => {
    for (const [wrong, place] of [
      [fence('latency-budget', 'slo: 40 ms', 'a: {{8 ms}}'), '{{8 ms}}'],
      [fence('estimate', 'users: 500', 'arr = users × prise'), 'prise'],
      [fence('capacity', 'events: 1M/s'), '```capacity'],
    ] as const) {
      for (const text of [`${wrong}Text.\n`, wrong.trimEnd()]) {
        assert.deepEqual(recomputeEdits(text), []);
        const [first] = recomputeLines(text).without;
        assert.equal(first && text.slice(first.place.start, first.place.end), place);
      }
      assert.equal(recomputed(`${wrong}${MARK} Result: 3\nText.\n`), `${wrong}Text.\n`);
      assert.equal(recomputed(`${wrong}${MARK} Result: 3`), wrong.trimEnd());
    }
  });

  it('is missing for a fence that is not closed', () => {
    for (const text of [
      '```latency-budget\nslo: 9 ms\na: 5 ms',
      '> ```latency-budget\n> slo: 9 ms\n> a: 5 ms\n\nText.\n',
      '- ````latency-budget\n  slo: 9 ms\n  a: 5 ms\n  ```\n\nText.\n',
      '> ```latency-budget\n> slo: 9 ms\n> a: 5 ms\n>     ```\n\nText.\n',
    ]) {
      assert.deepEqual(recomputeEdits(text), [], text);
      assert.match(recomputeLines(text).without[0]?.why ?? '', /not closed/u, text);
    }
  });
});

describe('Properties of results in words', () => {
  const figure = fc.integer({ min: 1, max: 999 });
  const block = fc.oneof(
    fc.tuple(figure, figure).map(([a, b]) => ['```latency-budget', 'slo: 400 ms', `a: ${a} ms`, `b: ${b} ms`, '```']),
    figure.map((a) => ['~~~~ estimate', `  a: ${a}`, 'b = a × 3', '', '~~~~~']),
    figure.map((a) => ['  ```capacity', `events: ${a}k/s`, 'event size: 500 B', 'nodes: 3', '   ```']),
    fc.constant(['```estimate', 'a: 2', 'b = c', '```']),
    fc.constant(['```latency-budget', 'slo: 9 ms']),
  );
  const own = fc.constantFrom(
    ['Text.'],
    ['---'],
    ['==='],
    ['# H'],
    [''],
    ['', ''],
    ['| a |', '|---|'],
    ['\tcode'],
    ['<!-- a -->'],
    ['1. one'],
    ['<div>'],
    ['> q'],
  );
  const around = fc.constantFrom('', '> ', '>', '- ', '1. ', '> - ', '- > ', '-\t', '   * ');
  const indented = (lead: string, lines: readonly string[]): string[] =>
    lines.map((line, index) => (index === 0 ? lead : lead.replace(/[^\s>]/gu, ' ')) + line);
  const part = fc.oneof(
    fc
      .tuple(around, block, fc.option(own, { nil: [] }))
      .map(([lead, lines, more]) => indented(lead, [...lines, ...more])),
    own,
  );
  const text = fc
    .tuple(
      fc.constantFrom('', '\uFEFF', '---\na: 1\n---\n'),
      fc.array(part, { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
    )
    .map(([before, parts, eol, isEnded]) =>
      (before + parts.flat().join('\n') + (isEnded ? '\n' : '')).replaceAll('\n', eol),
    );

  it('writing them twice changes nothing more', () => {
    fc.assert(
      fc.property(text, (before) => assert.deepEqual(recomputeEdits(recomputed(before)), [])),
      runs(400),
    );
  });

  it('without their lines, the text is as it was', () => {
    fc.assert(
      fc.property(text, (before) => assert.equal(withoutLines(recomputed(before)), before)),
      runs(400),
    );
  });

  it('what stands around them is read as before', () => {
    fc.assert(
      fc.property(text, (before) => {
        const kinds = (of: string): string[] => {
          const { lines } = parseBlocks(of);
          return lines
            .filter(({ start, end }) => !of.slice(start, end).includes(MARK))
            .map(({ kind, block }) => `${kind} ${block?.container?.kind ?? ''}`);
        };
        const after = recomputed(before);
        assert.deepEqual(kinds(after).slice(0, kinds(before).length), kinds(before));
        assert.deepEqual(
          readBlocks(after).map(({ headline }) => headline),
          readBlocks(before).map(({ headline }) => headline),
        );
      }),
      runs(400),
    );
  });

  it('after an edit, they say the same as if they were new', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('ms', 'a', '500', 'c'),
        fc.constantFrom('s', 'b', '7', ''),
        (before, from, to) => {
          const edit = (of: string): string =>
            of
              .split('\n')
              .map((line) => (line.includes(MARK) || /[`~]{3}/u.test(line) ? line : line.replace(from, to)))
              .join('\n');
          assert.equal(recomputed(edit(recomputed(before))), recomputed(edit(before)));
        },
      ),
      runs(400),
    );
  });

  it('every block has its line, or a reason for having none', () => {
    fc.assert(
      fc.property(text, (before) => {
        const { written, without } = recomputeLines(before);
        assert.equal(written + without.length, readBlocks(before).length);
        assert.equal(recomputed(before).split(MARK).length - 1, written);
      }),
      runs(400),
    );
  });
});
