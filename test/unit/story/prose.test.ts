import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isLetter } from '../../../src/core/story/prose/chars';
import { FOREIGN, withProse } from '../../../src/core/story/prose/prose';
import {
  followersOf,
  idOf,
  learn,
  WordColumn,
  wordIds,
  WordMap,
  wordNamed,
  wordSet,
} from '../../../src/core/story/prose/vocabulary';

const [ALPHA, BETA] = wordIds('prosealpha prosebeta');

describe('the vocabulary', () => {
  it('gives each word one number, whatever its case', () => {
    assert.notEqual(ALPHA, BETA);
    assert.equal(idOf('ProseAlpha'), ALPHA);
    assert.equal(learn('prosealpha'), ALPHA);
    assert.equal(wordNamed(BETA), 'prosebeta');
  });

  it('knows no other word, nor one that is a part of a known one', () => {
    for (const word of ['', 'prosealph', 'prosealphas', 'prosealphä']) assert.equal(idOf(word), 0, word);
  });

  it('keeps sets, maps, columns and followers of words apart', () => {
    const even = wordSet('prosebeta\n  prosedelta');
    const more = Array.from({ length: 40 }, (_, i) => wordSet(`proseset${i}`));
    assert.deepEqual([even.has(ALPHA), even.has(BETA), even.has(0)], [false, true, false]);
    more.forEach((set, i) =>
      assert.deepEqual(
        more.map((_, k) => set.has(idOf(`proseset${k}`))),
        more.map((_, k) => k === i),
      ),
    );
    const map = new WordMap([
      ['prosealpha', 1],
      ['prosebeta', 0],
    ]);
    assert.deepEqual([map.get(ALPHA), map.get(BETA), map.has(BETA), map.get(0)], [1, 0, true, undefined]);
    const column = new WordColumn();
    column.set(ALPHA, -7);
    assert.deepEqual([column.get(ALPHA), column.get(BETA)], [-7, 0]);
    assert.deepEqual(followersOf({ prosealpha: ['prosebeta'] }).get(ALPHA), [BETA]);
  });
});

describe('a text that is read', () => {
  it('has its words by their places', () => {
    withProse('A ProseAlpha-prosebeta, xprosealpha.', (prose) => {
      assert.equal(prose.wordAt(2), ALPHA);
      assert.equal(prose.lettersEnd(2), 12);
      assert.equal(prose.wordStart(22), 2);
      assert.equal(prose.wordIn(2, 22), 0);
      assert.equal(prose.wordAt(24), 0);
      // From the middle of a word on, what is left of it is looked at.
      assert.equal(prose.wordAt(25), ALPHA);
      assert.equal(prose.wordIn(25, 35), ALPHA);
    });
  });

  it('distinguishes words of other alphabets from unknown ones', () => {
    const ids = withProse('prosealphä prosegamma', (prose) => [prose.wordAt(0), prose.wordAt(11)]);
    assert.deepEqual(ids, [FOREIGN, 0]);
  });

  it('has nothing left of the text before, which it overwrites', () => {
    withProse('prosealpha prosebeta prosealpha', () => undefined);
    withProse('12 prosebeta', (prose) => {
      assert.deepEqual(
        [prose.wordAt(0), prose.lettersEnd(0), prose.wordAt(3), prose.code(12), prose.wordAt(12)],
        [0, 0, BETA, 0, 0],
      );
    });
  });

  it('still says the same when another text has been read beside it, or reading one has failed', () => {
    withProse('prosealpha prosebeta', (prose) => {
      withProse('12 34', () => undefined);
      assert.throws(() => withProse('56 78', () => assert.fail()));
      assert.deepEqual([prose.wordAt(0), prose.wordAt(11), prose.lettersEnd(11)], [ALPHA, BETA, 20]);
    });
  });

  it('has its characters, and the ends of its words as their letters say (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        withProse(text, (prose) => {
          for (let p = 0; p < text.length; p++) {
            assert.equal(prose.code(p), text.charCodeAt(p));
            let end = p;
            while (end < Math.min(text.length, p + 48) && isLetter(text.charCodeAt(end))) end++;
            assert.equal(prose.lettersEnd(p), end);
          }
          assert.equal(prose.code(text.length), 0);
        });
      }),
    );
  });
});
