import assert from 'node:assert/strict';
import { decodeFileCache, encodeFileCache, isSettled } from '../../src/core/fileCache';

describe('What is kept of files until the next start', () => {
  const entries = new Map([
    ['file:///prep/stories/a.md', { state: '1764500000000 120', value: { title: 'Fraud “losses”\n', words: 7 } }],
    ['file:///prep/stories/b.md', { state: '1764500000001 9', value: { title: 'b', words: 0 } }],
  ]);
  const text = encodeFileCache('1.0 abc', entries);

  it('comes back as it was put in', () => {
    assert.deepEqual(decodeFileCache(text, '1.0 abc'), entries);
    assert.deepEqual(decodeFileCache(encodeFileCache('1', new Map()), '1'), new Map());
  });

  it('counts for the version that wrote it, and for no other', () => {
    for (const version of ['1.0 abd', '1.0', '', '1.0 abc ']) assert.equal(decodeFileCache(text, version), undefined);
  });

  it('counts for nothing where a part of it is missing', () => {
    for (let length = 0; length < text.length; length += 1)
      assert.equal(decodeFileCache(text.slice(0, length), '1.0 abc'), undefined, `${length} characters`);
  });

  it('counts for nothing where anything in it was changed, and where it is something else', () => {
    for (const other of [
      text.replace('Fraud', 'Frauds'),
      text.replace('"words":7', '"words":8'),
      `${text}\n`,
      `\uFEFF${text}`,
      '{}',
      '[]\n[]',
      '\n',
      '"1.0 abc" 1\nnull',
      '\u0000\u0001',
    ])
      assert.equal(decodeFileCache(other, '1.0 abc'), undefined, other.slice(0, 40));
  });
});

describe('A file that looks the same', () => {
  const written = 1_764_500_000_000;

  it('is the same if it had rested for two seconds when it was read', () => {
    assert.equal(isSettled(`${written} 120`, written + 2000), true);
    assert.equal(isSettled(`${written} 120 and-more`, written + 60_000), true);
  });

  it('may not be if it was written just before, or in the future, or its file system keeps no time', () => {
    assert.equal(isSettled(`${written} 120`, written + 1999), false);
    assert.equal(isSettled(`${written} 120`, written - 5000), false);
    assert.equal(isSettled('0 120', written), false);
  });

  it('is not asked of a document that is open', () => {
    assert.equal(isSettled('open 7', written), false);
  });
});
