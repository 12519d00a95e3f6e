import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeTexts } from '../../../src/core/markdown/mergeTexts';
import { runs } from '../../support/properties';

describe('Two changes of one text', () => {
  const base = 'one\ntwo\nthree\n';

  it('are merged where they change different lines', () => {
    assert.equal(mergeTexts(base, 'ONE\ntwo\nthree\n', 'one\ntwo\nTHREE\n'), 'ONE\ntwo\nTHREE\n');
    assert.equal(mergeTexts(base, 'zero\none\ntwo\nthree\n', 'ONE\ntwo\nthree\n'), 'zero\nONE\ntwo\nthree\n');
    assert.equal(mergeTexts(base, 'one\nthree\n', 'one\ntwo\nTHREE\n'), 'one\nTHREE\n');
  });

  it('are put one after the other where both add to the end', () => {
    assert.equal(mergeTexts(base, `${base}ours\n`, `${base}theirs\n`), `${base}ours\ntheirs\n`);
    assert.equal(mergeTexts('', 'ours\n', 'theirs\n'), 'ours\ntheirs\n');
  });

  it('are refused where they change the same line', () => {
    assert.equal(mergeTexts(base, 'One\ntwo\nthree\n', 'onE\ntwo\nthree\n'), undefined);
    assert.equal(mergeTexts(base, 'three\n', 'one\nTWO\nthree\n'), undefined);
    assert.equal(mergeTexts('one', 'one ours', 'one theirs'), undefined);
  });

  it('are one where only one changed something, or both the same', () => {
    assert.equal(mergeTexts(base, base, 'theirs'), 'theirs');
    assert.equal(mergeTexts(base, 'ours', base), 'ours');
    assert.equal(mergeTexts(base, 'same', 'same'), 'same');
  });

  it('keep every line that either of them added, or are refused', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 });
    const text = (some: readonly string[]): string => some.map((line) => `${line}\n`).join('');
    const place = fc.nat({ max: 6 });
    fc.assert(
      fc.property(lines, place, place, (some, ours, theirs) => {
        const add = (at: number, line: string): string => text([...some.slice(0, at), line, ...some.slice(at)]);
        const merged = mergeTexts(text(some), add(ours, 'ours'), add(theirs, 'theirs'));
        if (merged === undefined) return;
        assert.deepEqual(
          merged
            .split('\n')
            .filter((line) => line !== '')
            .sort(),
          [...some, 'ours', 'theirs'].sort(),
        );
      }),
      runs(200),
    );
  });
});
