import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { packHtml } from '../../../src/core/pack/packHtml';
import { packMarkdown } from '../../../src/core/pack/packMarkdown';
import { quiet } from '../../../src/core/pack/quiet';
import { builtIn } from '../loop/builtIn';
import { samplePack } from './sample';
import { runs } from '../../support/properties';

const STORY = {
  title: 'Bids <b>in</b> a stream',
  body: '## Impact\n\nI raised revenue by **$2M**. <!-- only mine: the real\nfigure is lower --> See [the paper](https://example.com/p), [my notes](../notes.md) and ![a chart](https://example.com/c.png).\n\n<!-- prep-loop-disable-next-line ownership -->\n## Action\n\n```ts\nconst list: Array<string> = []; // <!-- kept -->\n```\n',
};

const FULL_CASE = builtIn('confluent-ai-ml-pm')
  .rounds.find(({ id }) => id === 'system-design')
  ?.prompts.find(({ minutes }) => minutes === 45)?.title;

/** The tags of a page, with their attributes: text between them cannot do anything. */
const tagsOf = (html: string): string[] =>
  html.replace(/<style>[\s\S]*?<\/style>/u, '').match(/<[a-z!/][^>]*>/giu) ?? [];

function assertHarmless(html: string): void {
  const tags = tagsOf(html);
  const names = new Set(tags.map((tag) => /^<\/?([a-z\d!-]+)/iu.exec(tag)?.[1]?.toLowerCase() ?? tag));
  const known = [
    '!doctype',
    'html',
    'head',
    'meta',
    'title',
    'style',
    'body',
    'main',
    'header',
    'footer',
    'section',
    'article',
    'div',
    'p',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
    'fieldset',
    'legend',
    'label',
    'input',
    'textarea',
    'span',
    'strong',
    'em',
    's',
    'code',
    'pre',
    'blockquote',
    'br',
    'hr',
    'a',
    'details',
    'summary',
  ];
  assert.deepEqual(
    [...names].filter((name) => !known.includes(name)),
    [],
  );
  assert.deepEqual(
    tags.filter((tag) =>
      /\son\w+\s*=|\s(?:src|srcset|action|formaction|background|style)\s*=/iu.test(tag.replace(/"[^"]*"/gu, '""')),
    ),
    [],
  );
  const links = tags.flatMap((tag) => (/\shref="([^"]*)"/u.exec(tag) ?? []).slice(1));
  assert.deepEqual(
    links.filter((link) => !/^https?:\/\//u.test(link)),
    [],
  );
}

describe('A pack', () => {
  it('is one HTML file that runs nothing and loads nothing', () => {
    const html = packHtml(samplePack({}, [STORY]));
    assertHarmless(html);
    assert.match(html, /default-src 'none'; style-src 'unsafe-inline'/u);
    assert.doesNotMatch(html.replace(/<meta[^>]*>/gu, ''), /@import|url\(|<script|<img|<link/iu);
    assert.match(
      html,
      /<a href="https:\/\/example\.com\/p" rel="noreferrer noopener">the paper<\/a>, my notes and <a/u,
    );
  });

  it('has the follow-ups of a prompt folded away, one at a time, in both files', () => {
    const pack = samplePack({ prompt: FULL_CASE });
    const [prompt] = pack.prompts;
    assert.ok(prompt && prompt.followUps.length > 2);
    const all = prompt.followUps.length;
    const html = packHtml(pack);
    assert.equal(html.match(/<details name="pushes-0"><summary>Follow-up \d of \d<\/summary>/gu)?.length, all);
    assert.match(html, new RegExp(`<summary>Follow-up ${all} of ${all}</summary><p>[^<]`, 'u'));
    const markdown = new MarkdownIt({ html: true }).render(packMarkdown(pack));
    const folded = markdown.match(/<details><summary>Follow-up \d of \d<\/summary>[\s\S]*?<\/details>/gu) ?? [];
    assert.equal(folded.length, all);
    for (const each of folded) assert.match(each, /<p>.+<\/p>\s*<p><strong>Good:<\/strong> .+<\/p>\s*<p><strong>Bad:/u);
    assert.doesNotMatch(markdown.replace(/<details>[\s\S]*?<\/details>/gu, ''), /<strong>Bad:/u);
  });

  it('has a form for each competency with the anchors beside the score, and hire or no hire on the same scale', () => {
    const pack = samplePack();
    const [competency] = pack.competencies;
    assert.ok(competency);
    const html = packHtml(pack);
    const form = /<fieldset>[\s\S]*?<\/fieldset>/u.exec(html)?.[0] ?? '';
    assert.equal(form.match(/type="radio"/gu)?.length, 4);
    assert.match(form, /<label for="evidence-0">[\s\S]*<label for="flags-0">Red flags<\/label>/u);
    assert.match(
      html,
      /<legend>Hire or no hire<\/legend>[\s\S]*value="1">.*strong no hire[\s\S]*value="4">.*strong hire/u,
    );
    const markdown = packMarkdown(pack);
    const own = markdown.slice(markdown.indexOf(`### ${competency.title}`));
    assert.match(
      own,
      /^### .+\n\n.+\n\n1\. .+\n2\. .+\n3\. .+\n4\. .+\n\n- .+ \(streaming-scale\):\n- Evidence:\n- Red flags:\n\n### /u,
    );
    assert.match(markdown, /^- Hire or no hire \(1 strong no hire, 2 no hire, 3 hire, 4 strong hire\):$/mu);
  });

  it('is harmless whatever the stories, the playbook and the names hold', function () {
    this.timeout(10_000);
    const sample = samplePack();
    const nasty = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '[x](data:text/html,y)',
      '![x](https://evil.example/p.png)',
      '"onmouseover="alert(1)',
      '</style><script>',
      '</textarea>',
      '<svg/onload=alert(1)>',
      '<!--',
      '-->',
      '`',
      '```',
      '\n',
      '\\',
      '<https://example.com>',
      '<javascript:alert(1)>',
      '[x]: javascript:alert(1)\n\n[x]',
      '&lt;script&gt;',
      '<a href="//evil.example" style="x">',
      '\u0000',
      '| a |\n| - |\n| <b> |',
      '# ',
    );
    const text = fc
      .array(fc.oneof(nasty, fc.string({ maxLength: 12 })), { maxLength: 12 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, text, (title, body, name) => {
        const stories = [
          { title, body: quiet(body) },
          { title, body },
        ];
        assertHarmless(
          packHtml({
            ...sample,
            stories,
            facts: [name],
            title,
            judges: name,
            prompts: [
              { title, body, competencies: [name], clock: name, followUps: [{ push: body, good: name, bad: body }] },
            ],
            pairs: [{ topic: title, weak: body, strong: name, why: body }],
            signals: [name],
            source: body,
          }),
        );
      }),
      runs(100),
    );
  });

  it('holds the prompts, the timetable, every anchor, the signals, and weak beside strong, in both files', () => {
    const pack = samplePack();
    const html = packHtml(pack);
    const markdown = packMarkdown(pack);
    const seen = new MarkdownIt()
      .render(markdown)
      .replace(/<[^>]*>/gu, '')
      .replace(/\s+/gu, ' ');
    const shown = html.replace(/<[^>]*>/gu, '').replace(/\s+/gu, ' ');
    const decode = (text: string): string =>
      text
        .replace(/&#(\d+);/gu, (_, code: string) => String.fromCharCode(Number(code)))
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
    const wanted = [
      'System Design',
      '45 minutes',
      'Thu 26 Nov 2026, 14:30 (Europe/Berlin)',
      'for Sam Park',
      'Confluent AI/ML Product Manager',
      'A scorer on ten nodes',
      'The arithmetic of losing a broker',
      'Four cents a million',
      'Serving left out',
      '45 minutes, fills the round',
      '7 minutes, in Size',
      'The model’s provider is down for ten minutes.',
      ...pack.phases.map(({ cue }) => cue),
      ...pack.competencies.flatMap(({ anchors }) => [...anchors]),
      ...pack.signals,
    ];
    for (const text of [decode(seen), decode(shown)])
      assert.deepEqual(
        wanted.filter((each) => !text.includes(each.replace(/[*`]/gu, ''))),
        [],
      );
  });

  it('loads nothing from its Markdown either, whatever the playbook says of itself and of its rubric', () => {
    // The playbook’s source, descriptions and anchors went in as they were: a picture in them was loaded from the web.
    const picture = '![x](https://evil.example/p.png) <img src="https://evil.example/q.png">';
    const sample = samplePack();
    const [first] = sample.competencies;
    assert.ok(first);
    const competency = { ...first, description: picture, anchors: [picture, picture, picture, '```'] as const };
    const markdown = packMarkdown({
      ...sample,
      source: picture,
      competencies: [{ ...competency, anchors: [...competency.anchors] }],
    });
    const html = new MarkdownIt({ html: true }).render(markdown);
    assert.doesNotMatch(html, /<img/u);
    assert.match(html, /<h2>Score sheet/u, 'nothing swallows what follows');
  });

  it('counts the timetable through to the round’s end', () => {
    const { phases, minutes } = samplePack();
    assert.equal(phases[0]?.from, 0);
    assert.equal(phases.at(-1)?.to, minutes);
    phases.slice(1).forEach(({ from }, index) => assert.equal(from, phases[index]?.to));
  });

  it('holds only the prompt that was agreed on, where one was', () => {
    assert.deepEqual(
      samplePack({ prompt: 'Six wrong days' }).prompts.map(({ title }) => title),
      ['Six wrong days'],
    );
    assert.ok(samplePack({ prompt: 'no such prompt' }).prompts.length > 5);
  });

  it('holds only the stories chosen, without their comments', () => {
    assert.doesNotMatch(packHtml(samplePack()), /The candidate’s stories/u);
    assert.doesNotMatch(packMarkdown(samplePack()), /The candidate’s stories/u);
    const pack = samplePack({}, [STORY]);
    for (const text of [packHtml(pack), packMarkdown(pack)]) {
      assert.match(text, /The candidate’s stories/u);
      assert.match(text, /raised revenue by/u);
      assert.doesNotMatch(text, /only mine|figure is lower|disable-next-line/u);
    }
  });

  it('draws the worked figures of a story, without script or style', () => {
    const body = '# One\n\n```latency-budget\nslo: 40 ms\n<b>look-up</b>: 8 ms\ninference: 35 ms\n```\n';
    const html = packHtml(samplePack({}, [{ title: 'One', body }]));
    const [figure = ''] = /<figure class="prep-loop-block"[^>]*>[\s\S]*?<\/figure>/u.exec(html) ?? [];
    assert.match(figure, /43 of 40 ms/u);
    assert.match(figure, /<svg [^>]*role="img"/u);
    assert.doesNotMatch(figure, /<script|style=|<b>/u);
  });

  it('shows headings of a story below those of the pack, none skipped', () => {
    const html = packHtml(samplePack({}, [{ title: 'One', body: '# One\n\n## Impact\n\nText.' }]));
    const story = /The candidate’s stories<\/h2>([\s\S]*?)<\/section>/u.exec(html)?.[1] ?? '';
    assert.deepEqual(story.match(/<h\d>[^<]*/gu), ['<h3>One', '<h4>One', '<h5>Impact']);
    const levels = [...html.matchAll(/<h(\d)/gu)].map(([, level]) => Number(level));
    levels.slice(1).forEach((level, index) => assert.ok(level <= (levels[index] ?? 0) + 1));
  });

  it('leaves code and ordinary signs of a story unchanged', () => {
    const text = quiet('a < b, `Array<string>` and 3<5\n\n```html\n<b>kept</b> <!-- kept -->\n```');
    assert.equal(text, 'a < b, `Array<string>` and 3<5\n\n```html\n<b>kept</b> <!-- kept -->\n```');
    assert.equal(quiet('<b>shown as text</b> ![alt](x.png)'), '\\<b>shown as text\\</b> [alt](x.png)');
  });

  it('shows HTML as its characters wherever it only looks like code', () => {
    // Each of these reached the peer’s viewer as HTML.
    for (const text of [
      '`<img src=x>``',
      '\\`<img src=x>`',
      '`a\nb` <img src=x> `c`',
      '| a | b |\n|---|---|\n| `x | <img src=x> ` |',
      '<div>\n~~~\n\n~~~\n<img src=x>\n~~~',
    ]) {
      const html = new MarkdownIt({ html: true }).render(quiet(text));
      assert.doesNotMatch(html, /<(?:img|div)/u, quiet(text));
    }
    assert.equal(quiet('\n    <b>code</b>'), '    <b>code</b>');
    assert.equal(quiet('`<b>` and ``a ` <b>``'), '`<b>` and ``a ` <b>``');
  });

  it('links only to the web', () => {
    for (const text of ['[a](javascript:x)', '[a]( <command:x>)', '[a][b]\n\n[b]: command:x', '[a](&#106;avascript:x)'])
      assert.doesNotMatch(new MarkdownIt({ html: true }).render(quiet(text)), /<a /u, quiet(text));
    assert.equal(quiet('[a](https://x.y) [b](mailto:a@b.c) [c](d.md)'), '[a](https://x.y) [b](mailto:a@b.c) [c](d.md)');
  });

  it('closes code that was left open, so that the score sheet below stays a sheet', () => {
    assert.equal(quiet('a\n\n~~~\nb'), 'a\n\n~~~\nb\n~~~');
  });
});
