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
      assert.match(html, /^<figure class="prep-loop-block" data-kind="[\w-]+"><figcaption><strong>/u);
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
    const bars = [...html.matchAll(/<rect class="([\w -]+)" x="([\d.]+)%" y="[\d.]+em" width="([\d.]+)%"/gu)];
    // All of the width is 40 ms. The range of the look-up is lighter at its end.
    assert.deepEqual(
      bars.map(([, kind, x, width]) => [kind, Number(x), Number(width)]),
      [
        ['prep-loop-bar', 0, 12.5],
        ['prep-loop-bar prep-loop-uncertain', 12.5, 7.5],
        ['prep-loop-bar', 20, 25],
        ['prep-loop-quiet-bar', 20, 7.5],
        ['prep-loop-bar', 0, 37.5],
        ['prep-loop-bar prep-loop-uncertain', 37.5, 7.5],
      ],
    );
    assert.match(html, /<line class="prep-loop-limit" x1="100%" x2="100%" /u);
  });

  it('keeps its words at their size however narrow it is: widths are shares, heights follow the font', () => {
    for (const text of [BUDGET, CAPACITY, ESTIMATE]) {
      const [svg = ''] = /<svg[\s\S]*<\/svg>/u.exec(md.render(text)) ?? [];
      assert.match(svg, /^<svg [^>]*width="100%" height="[\d.]+em"/u);
      assert.doesNotMatch(svg, /viewBox|font-size/u);
      for (const [, value = ''] of svg.matchAll(/\s(?:x|x1|x2|y|y1|y2|width|height)="([^"]*)"/gu))
        assert.match(value, /^[\d.]+(?:%|em)$/u);
    }
  });

  it('has no word that a bar or a limit crosses', () => {
    for (const text of [BUDGET, CAPACITY, ESTIMATE]) {
      const html = md.render(text);
      const numbers = (pattern: RegExp): number[][] =>
        [...html.matchAll(pattern)].map((found) => found.slice(1).map(Number));
      const words = [...new Set(numbers(/<text [^>]*y="([\d.]+)em"/gu).map(([y = 0]) => y))];
      const markers = numbers(/<line class="prep-loop-(?:limit|middle)" [^>]*y1="([\d.]+)em" y2="([\d.]+)em"/gu);
      const bars = numbers(/<rect [^>]*y="([\d.]+)em"[^>]*height="([\d.]+)em"/gu).map(([y = 0, height = 0]) => [
        y,
        y + height,
      ]);
      // The label of a marker stands beside its line; a row's words stand above its bar.
      const labels = new Set(words.filter((y) => markers.some(([from = 0, to = 0]) => from < y && y < to)));
      assert.ok(labels.size <= 2, html);
      for (const [from = 0, to = 0] of bars)
        for (const y of words) assert.ok(y + 0.25 <= from || y - 0.75 >= to, `${y} is crossed by ${from}-${to}`);
    }
  });

  it('says shares by the month, prices of a tiny part of a cent and negative ranges as people do', () => {
    const html = md.render(
      fence(
        'estimate',
        'churn: 4 % a month (3-6 %)',
        'inference: $0.06 a million predictions',
        'n: 1M predictions',
        'x = inference × n',
        'y = $30 a month ÷ churn',
      ),
    );
    assert.match(words(html), / churn 4 % a month \(3-6 % a month\) /u);
    const over = md.render(fence('latency-budget', 'slo: 20 ms', 'look-up: 5-8 ms', 'auction: 24 ms'));
    assert.match(words(over), / Spare −12 ms \(−12 to −9 ms\) /u);
    assert.match(words(html), / inference \$0\.06 a million predictions /u);
  });

  it('cuts a long name off in the chart, and has all of it in the table', () => {
    const drawn = (name: string): string[] =>
      [
        ...md.render(fence('latency-budget', 'slo: 40 ms', `${name}: 3 ms`)).matchAll(/<text x="0em"[^>]*>([^<]*)</gu),
      ].map(([, label = '']) => label);
    assert.equal(drawn('n'.repeat(28))[0], 'n'.repeat(28));
    assert.equal(drawn('n'.repeat(29))[0], `${'n'.repeat(27)}…`);
    assert.ok(
      md.render(fence('latency-budget', 'slo: 40 ms', `${'n'.repeat(29)}: 3 ms`)).includes(`>${'n'.repeat(29)}</th>`),
    );
  });

  it('draws what is over its limit so, and a limit that is far off not at all', () => {
    const over = md.render(fence('latency-budget', 'slo: 20 ms', 'a: 24 ms'));
    assert.equal([...over.matchAll(/prep-loop-over/gu)].length, 1, 'the total');
    assert.doesNotMatch(md.render(fence('latency-budget', 'slo: 24 ms', 'a: 24 ms')), /prep-loop-over/u);
    assert.match(md.render(CAPACITY), /prep-loop-over/u);
    const network = (rate: string): string =>
      md.render(fence('capacity', 'events: 1M/s', 'event size: 500 B', 'nodes: 10', `node network: ${rate}`));
    assert.match(network('1 GB/s'), /prep-loop-limit/u);
    assert.doesNotMatch(network('100 GB/s'), /prep-loop-limit|prep-loop-over/u);
  });

  it('draws a goal where it is of the unit of the last result, and its middle', () => {
    const goal = (line: string): string => md.render(fence('estimate', 'a: 5 (4-6)', 'x = a × $2 a month', line));
    assert.match(goal('goal: $3 a month'), /prep-loop-limit/u);
    assert.match(goal('goal: $3'), /prep-loop-limit/u);
    assert.match(goal('goal: $3'), /prep-loop-middle/u);
    assert.doesNotMatch(goal('goal: 3 ms'), /prep-loop-limit/u);
    assert.doesNotMatch(md.render(fence('estimate', 'a: 5', 'x = a × 2')), /<svg/u, 'nothing moves it');
  });

  it('draws the stages of a group further in, below a bracket', () => {
    const html = md.render(BUDGET);
    assert.deepEqual(
      [...html.matchAll(/<text x="([\d.]+)em"[^>]*>([^<]*)</gu)].map(([, x, label]) => [Number(x), label]),
      [
        [0, 'look-up'],
        [0, 'scoring'],
        [0.8, 'model'],
        [0.8, 'rules'],
        [0, 'Total'],
      ],
    );
    const group = [...html.matchAll(/<line class="prep-loop-group" x1="([\d.]+)%" x2="([\d.]+)%"/gu)];
    assert.deepEqual(
      group.map(([, from, to]) => [Number(from), Number(to)]),
      [
        [20, 45],
        [20, 20],
        [45, 45],
      ],
    );
    assert.match(words(html), /parallel scoring 10 ms 56 % · model 10 ms 56 % · rules 3 ms does not count/u);
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
    assert.match(
      scrolled.render(`# T\n\n${BUDGET}`),
      /<figure class="prep-loop-block" data-kind="latency-budget" data-line="2">/u,
    );
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
      /^\/?(?:figure|figcaption|strong|svg|title|text|line|rect|ul|li|table|thead|tbody|tr|th|td|p|pre|code)(?:\s+[\w:-]+="[^"<>]*")*\s*\/?$/u;
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
