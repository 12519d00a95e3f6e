import assert from 'node:assert/strict';
import { MAX_HTML, MAX_TEXT, clip, clipHtml } from '../../../src/webview/protocol/common';

describe('a text in a message', () => {
  it('is sent whole if the message allows, and otherwise ends with an ellipsis', () => {
    const full = 'x'.repeat(MAX_TEXT);
    assert.deepEqual([clip(''), clip(full), clip(`${full}y`)], ['', full, `${full.slice(1)}…`]);
    assert.equal(clip(`${'x'.repeat(MAX_TEXT - 2)}😀 and more`), `${'x'.repeat(MAX_TEXT - 2)}…`);
  });

  it('is rendered from as much of its beginning as fits', () => {
    const wrap = (markdown: string): string => `<p>${markdown.replaceAll('&', '&amp;')}</p>`;
    assert.equal(clipHtml('a & b', wrap), '<p>a &amp; b</p>');
    const clipped = clipHtml('&'.repeat(MAX_HTML), wrap);
    assert.ok(clipped.length <= MAX_HTML && clipped.length > MAX_HTML / 4);
    assert.ok(clipped.endsWith('…</p>'));
  });
});
