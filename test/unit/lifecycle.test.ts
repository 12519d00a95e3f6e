import assert from 'node:assert/strict';
import { once, Replaceable } from '../../src/lifecycle';

describe('what is made once', () => {
  it('is made when it is first asked for, and given again after that', () => {
    let count = 0;
    const made = once(() => (count += 1));
    assert.equal(count, 0);
    assert.deepEqual([made(), made()], [1, 1]);
  });

  it('may be nothing at all', () => {
    let count = 0;
    const made = once(() => void (count += 1));
    made();
    made();
    assert.equal(count, 1);
  });

  it('is not tried again where it failed: everybody gets the same error', () => {
    let count = 0;
    const made = once(() => {
      count += 1;
      throw new Error(`No. ${count}`);
    });
    for (const _ of [1, 2]) assert.throws(made, { message: 'No. 1' });
    assert.equal(count, 1);
  });
});

describe('what holds one disposable at a time', () => {
  it('disposes of the one before, and of what it is given after its own end', () => {
    const gone: string[] = [];
    const held = (name: string) => ({ dispose: () => gone.push(name) });
    const holder = new Replaceable();
    for (const name of ['a', 'b']) holder.hold(held(name));
    assert.deepEqual(gone, ['a']);
    holder.dispose();
    holder.hold(held('c'));
    assert.deepEqual(gone, ['a', 'b', 'c']);
  });
});
