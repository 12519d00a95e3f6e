import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { blockDrawings } from '../../../src/core/blocks/blockDrawings';
import { runs } from '../../support/properties';
import { fence } from './support/blockTexts';

const md = new MarkdownIt().use(blockDrawings);
const BUDGET = fence(
  'latency-budget',
  'slo: 40 ms p99',
  'look-up: 5-8 ms',
  'parallel scoring:',
  '  model: 10 ms',
  '  rules: 3 ms',
);
const CAPACITY = fence('capacity', 'events: 1M/s', 'event size: 500 B', 'nodes: 10', 'node network: 1 Gbit/s');
const ESTIMATE = fence(
  'estimate',
  'users: 5k (4-6k)',
  'price: $40 a month',
  'arr = users × price × 12 months',
  'goal: $3M',
);

/** What a reader who sees no chart is told. */
const words = (html: string): string => html.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');

describe('A drawn block', () => {
  it('appears without its line of results in words, and with all that is below', () => {
    const line = '<!-- result --> Result: 18 of 40 ms\n';
    const quoted = (text: string): string => text.replace(/^/gmu, '> ');
    for (const html of [true, false]) {
      const renderer = new MarkdownIt({ html }).use(blockDrawings);
      for (const below of ['', 'My own words.\n', '- item\n', `\n${BUDGET}`]) {
        assert.equal(renderer.render(BUDGET + line + below), renderer.render(`${BUDGET}\n${below}`));
        assert.equal(
          renderer.render(quoted(`${BUDGET}\n${line}${below}`)),
          renderer.render(quoted(`${BUDGET}\n${below}`)),
        );
      }
    }
    assert.match(md.render(`Text.\n\n${line}`), /Result: 18/u);
    assert.match(md.render(`${fence('ts', 'a')}${line}`), /Result: 18/u);
    const undrawn = new MarkdownIt({ html: true }).use(blockDrawings, { applies: () => false });
    assert.match(undrawn.render(BUDGET + line), /Result: 18/u);
  });

  it('has its headline, a chart with a text alternative, and a table of all figures', () => {
    for (const text of [BUDGET, CAPACITY, ESTIMATE]) {
      const html = md.render(text);
      assert.match(html, /^<figure class="prep-loop-block"><figcaption><strong>/u);
      assert.match(html, /<svg [^>]*role="img" aria-label="[^"]{10,}"[^>]*><title>/u);
      assert.match(html, /<table><thead>.*<th scope="row">/u);
      assert.doesNotMatch(html, /<pre|```/u);
    }
    assert.match(words(md.render(BUDGET)), /Latency budget 18 of 40 ms, model 56 %/u);
    assert.match(words(md.render(BUDGET)), /look-up 8 ms \(5-8 ms\) 44 %/u);
    assert.match(words(md.render(CAPACITY)), /Written, a node, once reassigned 166\.7 MB\/s/u);
    assert.match(words(md.render(ESTIMATE)), /arr \$2\.4M a year \(1\.92-2\.88M\)/u);
  });

  it('says that percentiles do not add up, what is left out, and what is wrong', () => {
    assert.match(words(md.render(BUDGET)), /Percentiles do not add up/u);
    assert.match(words(md.render(CAPACITY)), /Left out: .*Storage: add “retention”/u);
    assert.match(md.render(CAPACITY), /<li class="prep-loop-warning">A node takes in/u);
  });

  it('draws a bar for each stage where it begins, and the limit as a line', () => {
    const html = md.render(BUDGET);
    const bars = [...html.matchAll(/<rect class="([\w -]+)" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/gu)];
    // 310 units of width are 40 ms. The range of the look-up is lighter at its end.
    assert.deepEqual(
      bars.map(([, kind, x, width]) => [kind, Number(x), Number(width)]),
      [
        ['prep-loop-bar', 190, 38.8],
        ['prep-loop-bar', 228.8, 23.2],
        ['prep-loop-bar', 252, 77.5],
        ['prep-loop-quiet-bar', 252, 23.3],
        ['prep-loop-bar', 190, 116.3],
        ['prep-loop-bar', 306.3, 23.2],
      ],
    );
    assert.match(html, /<path class="prep-loop-limit" d="M500 /u);
  });

  it('draws the assumption that decides first', () => {
    const html = md.render(fence('estimate', 'a: 5 (4-6)', 'b: 5 (1-9)', 'x = a × b'));
    assert.ok(html.indexOf('>b</text>') < html.indexOf('>a</text>'));
  });

  it('has colours of the page and no others, no style and no script', () => {
    for (const text of [BUDGET, CAPACITY, ESTIMATE])
      assert.doesNotMatch(md.render(text), /style|<script|\son\w+=|#[\da-f]{3}|rgb|href|url\(/iu);
  });

  it('stands in lists and quotations, and leaves other fences unchanged', () => {
    assert.match(md.render(BUDGET.replace(/^/gmu, '> ')), /<blockquote>\s*<figure/u);
    const plain = new MarkdownIt();
    for (const text of [fence('ts', 'const a = 1;'), fence('', 'x'), '`capacity`\n'])
      assert.equal(md.render(text), plain.render(text));
  });

  it('is left as it is written where it does not apply', () => {
    const some = new MarkdownIt().use(blockDrawings, {
      applies: (env: unknown) => (env as { prep?: boolean }).prep === true,
    });
    assert.match(some.render(BUDGET, {}), /<pre><code/u);
    assert.match(some.render(BUDGET, { prep: true }), /<figure/u);
  });

  it('keeps the line that the preview scrolls by', () => {
    const scrolled = new MarkdownIt().use(blockDrawings);
    scrolled.core.ruler.push('lines', ({ tokens }) =>
      tokens.forEach((token) => token.map && token.attrSet('data-line', String(token.map[0]))),
    );
    assert.match(scrolled.render(`# T\n\n${BUDGET}`), /<figure class="prep-loop-block" data-line="2">/u);
  });

  it('escapes whatever is written in it', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        ':',
        '=',
        ' ',
        'a',
        '1',
        ' ms',
        '\n',
        '<script>',
        ']]>',
        '</svg>',
        '×',
        '-->',
      ),
      maxLength: 40,
    });
    const allowed =
      /^\/?(?:figure|figcaption|strong|svg|title|text|path|rect|ul|li|table|thead|tbody|tr|th|td|p|pre|code)(?:\s+[\w:-]+="[^"<>]*")*\s*\/?$/u;
    fc.assert(
      fc.property(fc.constantFrom('latency-budget', 'capacity', 'estimate'), nasty, nasty, (kind, name, value) => {
        const html = md.render(
          fence(kind, `${name}: 3 ms`, `a: ${value}`, `b = ${value}`, 'slo: 1 ms', `parallel ${name}:`),
        );
        for (const [, tag = ''] of html.matchAll(/<([^>]*)>/gu)) assert.match(tag, allowed, html);
      }),
      runs(200),
    );
  });

  it('of very many lines stays a page', () => {
    const html = md.render(
      fence('latency-budget', 'slo: 1 s', ...Array.from({ length: 10_000 }, (_, i) => `s${i}: 1 µs`)),
    );
    assert.ok(html.length < 100_000, String(html.length));
    assert.match(words(html), /and \d,?\d+ more/u);
  });
});
