import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cheatSheetHtml } from '../../../src/core/pack/cheatSheetHtml';
import { builtInFiles } from '../playbook/builtIn';
import { runs } from '../../support/properties';

const SHIPPED = ['confluent-ai-ml-pm', 'general-pm'].map((id) => builtInFiles(id).get('cheat-sheet.md') ?? '');
const page = (text: string, loop = 'Acme PM'): string => cheatSheetHtml({ text, loop });
const bodyOf = (html: string): string => /<body>[\s\S]*<\/body>/u.exec(html)?.[0] ?? '';

describe('A cheat sheet to print', () => {
  it('is one HTML file that runs nothing and loads nothing', () => {
    const own =
      '# Mine\n\n<script>alert(1)</script> ![p](https://example.com/p.png) [a](https://example.com) [b](company.md) [c](javascript:alert(1))\n';
    for (const text of [...SHIPPED, own]) {
      const html = page(text);
      assert.match(
        html,
        /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'/u,
      );
      assert.doesNotMatch(html, /<script|<img|<link|<iframe|@import|url\(|\son\w+="|\ssrc=/iu);
      assert.doesNotMatch(html.replace(/<a href="https:[^>]*>|xmlns="[^"]*"/gu, ''), /https?:/u);
    }
    assert.match(page(own), /<a href="https:\/\/example\.com" rel="noreferrer noopener">a<\/a> b \[c\]/u);
  });

  it('draws each block of the shipped sheets, with a text alternative and a table of its figures', () => {
    for (const text of SHIPPED) {
      const figures = page(text).match(/<figure [\s\S]*?<\/figure>/gu) ?? [];
      assert.equal(figures.length, text.match(/^```(?:latency-budget|capacity|estimate)$/gmu)?.length);
      for (const figure of figures) {
        assert.match(figure, /<svg [^>]*role="img" aria-label="[^"]{20,}"[^>]*><title>[^<]{20,}<\/title>/u);
        assert.match(figure, /<table>.*<th scope="row">/u);
      }
    }
  });

  it('marks the metrics of the text and draws its blanks', () => {
    const html = page('# T\n\nSaves $2M a year for {{whom}}.\n');
    assert.match(html, /<span class="prep-loop-quantity" data-kind="money"[^>]*>\$2M a year<\/span>/u);
    assert.match(html, /<span class="prep-loop-blank"[^>]*>whom<\/span>/u);
  });

  it('has the title of the sheet and the name of the loop above it, once', () => {
    const body = bodyOf(page('---\nround: x\n---\n\n# Budget to design\n\nText.\n\n## One\n', 'Acme <PM>'));
    assert.match(body, /<p class="kicker">Cheat sheet · Acme &#?\w+;PM&#?\w+;<\/p>\n<h1>Budget to design<\/h1>/u);
    assert.equal(body.match(/Budget to design/gu)?.length, 1);
    assert.doesNotMatch(body, /round: x/u);
    assert.match(body, /<h2>One<\/h2>/u);
    assert.match(bodyOf(page('Only text.\n')), /<h1>Cheat sheet<\/h1>[\s\S]*Only text\./u);
  });

  it('has no comment of the user’s', () => {
    const html = bodyOf(
      page('# Mine <!-- note -->\n\n- Kept <!-- note -->\n\n<!-- a\n\nnote -->\n\n## Two <!-- note\n\nKept below\n'),
    );
    assert.doesNotMatch(html, /note/u);
    assert.match(html, /<h1>Mine<\/h1>[\s\S]*Kept[\s\S]*<h2>Two<\/h2>[\s\S]*Kept below/u);
  });

  it('keeps what stands above a title that is not the first line', () => {
    const body = bodyOf(page('Read this first.\n\n# Title\n'));
    assert.match(body, /<h1>Cheat sheet<\/h1>[\s\S]*Read this first\.[\s\S]*Title<\/h/u);
  });

  it('is the same whatever ends its lines, with or without a byte-order mark', () => {
    for (const text of SHIPPED) assert.equal(page(`\uFEFF${text.replaceAll('\n', '\r\n')}`), page(text));
  });

  it('prints a short sheet in larger type than a long one, and none in less than 7.5 pt', () => {
    const size = (text: string): number => Number(/--print-size: ([\d.]+)pt/u.exec(page(text))?.[1]);
    const [long = 0, short = 0] = SHIPPED.map(size);
    assert.ok(short > long, `${short} > ${long}`);
    for (const text of ['', 'One line.\n', ...SHIPPED, 'A sentence of a long sheet. '.repeat(2000)])
      assert.ok(size(text) >= 7.5 && size(text) <= 10, String(size(text)));
  });

  // A short sheet with long notes in comments was printed in the smallest type.
  it('has the size of type by what is printed, not by its comments', () => {
    const size = (text: string): string | undefined => /--print-size: ([\d.]+)pt/u.exec(page(text))?.[1];
    assert.equal(size(`# T\n\nShort.\n\n<!-- ${'note '.repeat(3000)} -->\n`), size('# T\n\nShort.\n'));
  });

  it('holds no tag of the user’s, whatever is written', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '<b',
        '>',
        '"',
        '`',
        '```',
        '\n',
        '# ',
        'capacity',
        '---',
        'a: 1',
        '<svg/onload=x>',
        '{{',
        '}}',
        '|',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(nasty, nasty, (text, loop) => {
        assert.doesNotMatch(page(text, loop), /<b[\s>]|<svg\/|<[a-z][^<>"]*\sonload/iu);
      }),
      runs(200),
    );
  });
});
