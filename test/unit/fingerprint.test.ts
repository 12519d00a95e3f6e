import assert from 'node:assert/strict';
import { fingerprint } from '../../src/core/fingerprint';

describe('a fingerprint', () => {
  it('is the published one of FNV-1a, so that names in files stay what they are', () => {
    assert.deepEqual(['', 'a', 'foobar'].map(fingerprint), [0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });
});
