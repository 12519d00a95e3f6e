import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLink, resolvePath } from '../../../src/core/markdown/links';

describe('a link of a text', () => {
  it('leads to the web', () => {
    assert.deepEqual(readLink(' https://example.com/a?b#c '), { kind: 'web', url: 'https://example.com/a?b#c' });
    assert.deepEqual(readLink('HTTP://example.com'), { kind: 'web', url: 'HTTP://example.com' });
  });

  it('leads to a file beside the text, its name decoded', () => {
    assert.deepEqual(readLink('../my%20notes.md#plan'), { kind: 'file', path: '../my notes.md', fragment: 'plan' });
    assert.deepEqual(readLink('a/b.md?x=1'), { kind: 'file', path: 'a/b.md', fragment: '' });
  });

  it('leads nowhere else', () => {
    const refused = [
      '',
      '#top',
      '?x',
      '/etc/passwd',
      '//example.com/a',
      '%2Fetc/passwd',
      'C:/a',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'JAVASCRIPT:alert(1)',
      'java\tscript:alert(1)',
      'command:workbench.action.quit',
      'vscode://x/y',
      'data:text/html,x',
      'mailto:a@b.c',
      'https:evil',
      'https:///x',
      'a\\b',
      'a%5Cb',
      '%',
      'a%00b',
      '%6aavascript:alert(1)',
    ];
    for (const href of refused) assert.equal(readLink(href), undefined, href);
  });

  it('never throws, and a file’s path has neither a scheme nor a root (property)', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        for (const href of [path, `x:${path}`, encodeURIComponent(path), text, `./${text}`, encodeURIComponent(text)]) {
          const link = readLink(href);
          if (link?.kind === 'file') assert.ok(!link.path.startsWith('/') && !/^[a-z]+:/iu.test(link.path), href);
        }
      }),
    );
  });
});

describe('a relative path', () => {
  it('is resolved against the file that it stands in', () => {
    assert.equal(resolvePath('prep/acme/rounds/02-x.md', '../notes.md'), 'prep/acme/notes.md');
    assert.equal(resolvePath('x.md', './a//b.md'), 'a/b.md');
  });

  it('never leads out of the root', () => {
    assert.equal(resolvePath('a/b.md', '../../c.md'), undefined);
    assert.equal(resolvePath('a/b.md', '..'), undefined);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', 'a', 'b', '')), (parts) => {
        const path = resolvePath('x/y/z.md', parts.join('/'));
        assert.ok(path === undefined || !path.split('/').includes('..'));
      }),
    );
  });
});
