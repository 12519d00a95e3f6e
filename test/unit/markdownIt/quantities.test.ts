import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { quantities } from '../../../src/core/markdownIt/quantities';
import { leastProcessorTime } from '../../host/processorTime';
import { runs } from '../../support/properties';

const md = new MarkdownIt({ html: true, linkify: true }).use(quantities);
const plain = new MarkdownIt({ html: true, linkify: true });

/** The rendered text with each mark as `⟨kind|what it shows⟩`. */
function shown(markdown: string): string {
  return md
    .render(markdown)
    .trim()
    .replace(/<span class="prep-loop-quantity" data-kind="(\w+)" title="[^"]*">/gu, '⟨$1|')
    .replace(/<\/span>/gu, '⟩');
}

const unmarked = (html: string): string => html.replace(/<span class="prep-loop-quantity"[^>]*>|<\/span>/gu, '');

describe('metrics in rendered Markdown', () => {
  it('are wrapped with their kind and what was read', () => {
    assert.equal(
      md.renderInline('It earned $2M.'),
      'It earned <span class="prep-loop-quantity" data-kind="money" title="2,000,000 USD">$2M</span>.',
    );
  });

  const cases: readonly (readonly [what: string, markdown: string, html: string])[] = [
    [
      'two in a line',
      'Cut cost by 18% for 12 engineers.',
      '<p>Cut cost by ⟨percent|18%⟩ for ⟨count|12 engineers⟩.</p>',
    ],
    ['in a list item, after its number', '1. Served 10M users', '<ol>\n<li>Served ⟨count|10M users⟩</li>\n</ol>'],
    ['in a quotation', '> Grew 40%.', '<blockquote>\n<p>Grew ⟨percent|40%⟩.</p>\n</blockquote>'],
    ['in emphasis', 'Grew **40%** in all.', '<p>Grew <strong>⟨percent|40%⟩</strong> in all.</p>'],
    [
      'with emphasis in the middle, in one mark',
      'Latency fell from **120 ms** to **35 ms** at p99.',
      '<p>Latency fell ⟨duration|from <strong>120 ms</strong> to <strong>35 ms</strong>⟩ at p99.</p>',
    ],
    [
      'that begin with emphasis and end after it, in one mark',
      'Latency fell **from 120 ms** to 35 ms.',
      '<p>Latency fell ⟨duration|<strong>from 120 ms</strong> to 35 ms⟩.</p>',
    ],
    [
      'that emphasis on more words crosses, in parts',
      '**Latency fell from 120 ms** to 35 ms.',
      '<p><strong>Latency fell ⟨duration|from 120 ms⟩</strong>⟨duration| to 35 ms⟩.</p>',
    ],
    [
      'that are emphasised whole, each word of them',
      'Grew by **40** *percent*.',
      '<p>Grew by ⟨percent|<strong>40</strong> <em>percent</em>⟩.</p>',
    ],
    ['over a line break', 'Grew by 40\npercent.', '<p>Grew by ⟨percent|40\npercent⟩.</p>'],
    [
      'in a link’s text',
      '[Cut 40% of cost](https://example.com/12-engineers)',
      '<p><a href="https://example.com/12-engineers">Cut ⟨percent|40%⟩ of cost</a></p>',
    ],
    ['written with an escape', 'Earned \\$2M.', '<p>Earned ⟨money|$2M⟩.</p>'],
    ['written with an entity', 'From 40&nbsp;% up.', '<p>From ⟨percent|40\u00a0%⟩ up.</p>'],
  ];
  for (const [what, markdown, html] of cases) it(`are marked ${what}`, () => assert.equal(shown(markdown), html));

  const left: readonly (readonly [where: string, markdown: string])[] = [
    ['in a heading', '## Cut cost by 18%'],
    ['in a heading that is underlined', 'Cut cost by 18%\n---'],
    ['in a code span', 'Run `cut --by 18%` now.'],
    ['in a fence', '```\n$2M\n```'],
    ['in indented code', '    $2M'],
    ['in a bare URL', 'See https://example.com/40%/$2M for it.'],
    ['in an autolink', '<https://example.com/a?grew=40%>'],
    ['in a block of HTML', '<div title="40%">\n$2M\n</div>'],
    ['in a tag', 'A <b title="grew 40%">word</b> here.'],
    ['in an image', '![grew 40%](a.png "by 12 engineers")'],
    ['in a link’s address or title', '[here](https://example.com "grew 40%")'],
    ['in a blank still to be filled in', 'Cut cost by ${percent:18%}.'],
    ['that code stands in', '12 `engineers` `40`%'],
    ['that only look like one', 'In 2024, section 3 of ISO 27001.'],
  ];
  for (const [where, markdown] of left)
    it(`are left unchanged ${where}`, () => assert.equal(md.render(markdown), plain.render(markdown)));

  it('are escaped: what was read can hold a quote or an angle bracket', () => {
    const html = md.render('It served 12 <&"x> users, 5 R&D teams and 7 "users".');
    const titles = [...html.matchAll(/title="([^"]*)"/gu)].map(([, title]) => title ?? '');
    assert.ok(titles.length > 0);
    for (const title of titles) assert.doesNotMatch(title, /[<>]|&(?!amp;|lt;|gt;|quot;)/u);
    assert.ok(
      titles.some((title) => title.includes('R&amp;D')),
      titles.join(),
    );
  });

  describe('in documents of one kind only', () => {
    const asked: unknown[] = [];
    const limited = new MarkdownIt().use(quantities, {
      applies: (env: unknown) => (asked.push(env), (env as { mine?: boolean }).mine === true),
    });

    it('are marked where the environment says so, and nowhere else', () => {
      assert.match(limited.render('Grew 40%.', { mine: true }), /prep-loop-quantity/u);
      assert.doesNotMatch(limited.render('Grew 40%.', { mine: false }), /prep-loop-quantity/u);
      assert.doesNotMatch(limited.render('Grew 40%.'), /prep-loop-quantity/u);
      assert.equal(asked.length, 3);
    });

    it('are decided on when rendering: the same tokens serve both, unchanged', () => {
      const tokens = limited.parse('Grew **40%** in 3 weeks.', {});
      const before = JSON.stringify(tokens);
      const render = (mine: boolean): string => limited.renderer.render(tokens, limited.options, { mine });
      assert.match(render(true), /prep-loop-quantity/u);
      assert.equal(render(false), '<p>Grew <strong>40%</strong> in 3 weeks.</p>\n');
      assert.equal(JSON.stringify(tokens), before);
    });
  });

  describe('whatever the text', () => {
    const word = fc.constantFrom(
      '$2M',
      '40%',
      '**',
      '*',
      '_',
      '`',
      '[',
      '](a%20b)',
      '<b>',
      '</b>',
      '\n',
      '\n\n',
      '- ',
      '# ',
      '12',
      'users',
      'from',
      'to',
      '120 ms',
      '35 ms',
      '→',
      '&nbsp;',
      '\\',
      'https://a.io/4%',
      '~~',
      '"',
      ' ',
    );
    const text = fc
      .array(word, { maxLength: 25 })
      .map((words) => words.join(fc.sample(fc.constantFrom('', ' '), { numRuns: 1, seed: words.length })[0] ?? ''));

    it('the marks add nothing else, and nest as HTML has to, in the text as it was', () => {
      fc.assert(
        fc.property(text, (markdown) => {
          const html = md.render(markdown);
          assert.equal(unmarked(html), plain.render(markdown));
          // Raw HTML of the user's need not nest; ours does.
          const open: string[] = [];
          for (const [, close, tag] of html.replace(/<\/?b>/gu, '').matchAll(/<(\/?)(\w+)\b[^>]*>/gu)) {
            if (tag === 'br' || tag === 'hr' || tag === 'img') continue;
            if (close === '') open.push(tag ?? '');
            else assert.equal(open.pop(), tag, html);
          }
          assert.deepEqual(open, []);
        }),
        runs(500),
      );
    });
  });

  it('take time in proportion to the text, however much emphasis there is', () => {
    const time = (repeats: number): number => {
      const tokens = md.parse('from **120 ms** to *35 ms* and **40%** of $2M, '.repeat(repeats), {});
      return leastProcessorTime(() => md.renderer.render(tokens, md.options, {}), 5);
    };
    time(200);
    const [small, large] = [time(60), time(960)];
    assert.ok(large < small * 16 * 5, `${small.toFixed(1)} ms, and 16 times as much in ${large.toFixed(1)} ms`);
  });
});
