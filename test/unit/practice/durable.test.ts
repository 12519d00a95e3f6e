import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeKept, encodeKept, newest, NOTHING_KEPT, withValue } from '../../../src/core/practice/durable';

describe('what has to outlive a crash', () => {
  it('is read from the newest place that is whole', () => {
    const first = withValue(NOTHING_KEPT, 'a', 1);
    const second = withValue(first, 'b', 2);
    const text = JSON.stringify(encodeKept(second));
    // The file that was being written when the machine stopped: any beginning of it is not a file.
    for (let cut = 0; cut < text.length; cut += 1) assert.equal(decodeKept(text.slice(0, cut)), undefined);
    assert.deepEqual(newest([decodeKept(encodeKept(first)), decodeKept(text), undefined]).values, { a: 1, b: 2 });
    assert.deepEqual(withValue(second, 'a', undefined).values, { b: 2 });
    assert.deepEqual(newest([]), NOTHING_KEPT);
  });

  it('is nothing where it is something else, and never throws (property)', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.jsonValue()), (value) => void decodeKept(value)));
    assert.equal(decodeKept('{"version":2,"sequence":1,"values":{}}'), undefined);
  });
});
