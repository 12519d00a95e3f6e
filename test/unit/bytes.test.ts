import assert from 'node:assert/strict';
import { besideName, nameBeside } from '../../src/core/besideName';
import { byteChange, isChangeKept, isCutOff, sameBytes } from '../../src/core/bytes';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('The bytes of a file', () => {
  it('say what an edit changed of them', () => {
    assert.deepEqual(byteChange(bytes('- [ ] a'), bytes('- [x] a')), { start: 3, fromEnd: 4, toEnd: 4 });
    assert.deepEqual(byteChange(bytes('ab'), bytes('ab')), { start: 2, fromEnd: 2, toEnd: 2 });
    assert.deepEqual(byteChange(bytes('aa'), bytes('aaa')), { start: 2, fromEnd: 2, toEnd: 3 });
    assert.ok(sameBytes(bytes('a'), bytes('a')) && !sameBytes(bytes('a'), bytes('ab')));
  });

  it('still have an edit where another program wrote before or after it', () => {
    const [from, to] = [bytes('- [ ] a\n'), bytes('- [x] a\n')];
    const isKept = (now: string): boolean => isChangeKept(bytes(now), from, to);
    assert.ok(isKept('- [x] a\n') && isKept('- [x] a\nmore\n') && isKept('# Title\n- [x] a\n'));
    assert.ok(!isKept('- [ ] a\n') && !isKept('') && !isKept('something else'));
  });

  it('are cut off where they are only the beginning of what was written', () => {
    assert.ok(isCutOff(bytes(''), bytes('ab')) && isCutOff(bytes('a'), bytes('ab')));
    assert.ok(!isCutOff(bytes('ab'), bytes('ab')) && !isCutOff(bytes('b'), bytes('ab')));
  });

  it('are written beside a file under a hidden name that says whose it is', () => {
    assert.equal(nameBeside(besideName('loop.md', '0a1b')), 'loop.md');
    for (const name of ['loop.md', '.loop.md', '.loop.md.tmp', 'loop.md.prep-loop-0a1b.tmp'])
      assert.equal(nameBeside(name), undefined);
  });
});
