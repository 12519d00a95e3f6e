import assert from 'node:assert/strict';
import { escapeHtml } from '../../../src/core/markdown/escape';
import { makeNonce, renderPage } from '../../../src/webview/host/html';
import { MarkdownRenderer } from '../../../src/webview/host/renderMarkdown';

describe('the page of a webview', () => {
  const evil = `"><script>alert('1')</script>&\``;
  const page = renderPage({
    name: evil,
    title: evil,
    language: 'en',
    cspSource: 'https://*.example',
    nonce: 'abc',
    script: "say('</script>alert(1)<!--', i<script.length)",
    style: 'p::before { content: "</style>" }',
    state: { loop: evil, round: 'r' },
  });

  it('allows its one script, its style sheet and its font, and nothing else', () => {
    const policy = /content="(default-src[^"]+)"/u.exec(page)?.[1];
    assert.deepEqual(
      policy?.split(';').map((part) => part.trim()),
      [
        "default-src 'none'",
        "script-src 'nonce-abc'",
        "style-src 'nonce-abc'",
        'font-src https://*.example',
        "base-uri 'none'",
        "form-action 'none'",
        '',
      ],
    );
  });

  it('escapes whatever it is given', () => {
    assert.equal(page.match(/<script[ >]/gu)?.length, 1);
    assert.ok(!page.includes("alert('1')"));
    assert.equal(escapeHtml(`<a href="x" id='y'>&\``), '&#60;a href=&#34;x&#34; id=&#39;y&#39;&#62;&#38;&#96;');
  });

  it('has its script and its style sheet in it, and neither can end its element', () => {
    assert.match(
      page,
      /<script type="module" nonce="abc">say\('\\x3C\/script>alert\(1\)\\x3C!--', i<script\.length\)<\/script>/u,
    );
    assert.equal(page.match(/<\/style/gu)?.length, 1);
    assert.equal(page.match(/<style nonce="abc">/gu)?.length, 1);
  });

  it('keeps its state as JSON', () => {
    const kept = /data-state="([^"]*)"/u
      .exec(page)?.[1]
      ?.replace(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)));
    assert.deepEqual(JSON.parse(kept ?? ''), { loop: evil, round: 'r' });
  });

  it('takes its nonce from strong random bytes', () => {
    const asked: number[] = [];
    const nonce = makeNonce((length) => (asked.push(length), Uint8Array.from({ length }, (_, index) => index * 17)));
    assert.deepEqual([nonce, asked], ['00112233445566778899aabbccddeeff', [16]]);
  });
});

describe('Markdown in a webview', () => {
  const renderer = new MarkdownRenderer();

  it('is rendered as CommonMark, with tables', () => {
    assert.equal(renderer.render('**a** `b`').trim(), '<p><strong>a</strong> <code>b</code></p>');
    assert.ok(renderer.render('| a |\n| - |\n| b |').includes('<table>'));
    assert.equal(renderer.renderInline('*a*'), '<em>a</em>');
  });

  it('has its metrics marked', () => {
    assert.equal(
      renderer.renderInline('Cut it by 40%.'),
      'Cut it by <span class="prep-loop-quantity" data-kind="percent" title="40 %">40%</span>.',
    );
  });

  it('has no raw HTML and no images', () => {
    assert.equal(renderer.render('<img src=x onerror=alert(1)>').trim(), '<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    assert.ok(!renderer.render('![a](https://example.com/a.png)').includes('<img'));
  });

  it('keeps links to the web and to files, and turns all others into text', () => {
    assert.ok(renderer.render('[a](https://example.com)').includes('<a href="https://example.com">'));
    assert.ok(renderer.render('[a](../notes.md)').includes('<a href="../notes.md">'));
    for (const href of ['javascript:alert(1)', 'command:x', 'data:text/html,x', 'vscode:x', '//x.y/z', 'file:///a']) {
      assert.ok(!renderer.render(`[a](${href}) <${href}>`).includes('<a'), href);
    }
  });
});
