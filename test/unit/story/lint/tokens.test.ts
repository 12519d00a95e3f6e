import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { StoryContext } from '../../../../src/core/story/lint/context';
import { TokenWriter } from '../../../../src/core/story/lint/tokens';
import { wordIds } from '../../../../src/core/story/prose/vocabulary';

const FOLDER = 'test/fixtures/stories';

/** Every word of a story as it was read, with its place and its marks. */
const wordsOf = ({ tokens, sentences }: StoryContext): string[] =>
  sentences.flatMap(({ first, last }) =>
    Array.from({ length: last - first }, (_, i) => first + i).map((k) =>
      [tokens.start(k), tokens.end(k), tokens.word(k), tokens.afterBreak(k), tokens.quoted(k)].join(' '),
    ),
  );

describe('the words of a story', () => {
  // The words of all texts are written into shared arrays, one text after another. Fixes are worked out long after
  // other texts were read: what was written down must still be there.
  it('stay as they were read while other texts are read', () => {
    const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), 'utf8'));
    texts.push(texts.join('\n'), 'One more. '.repeat(4000));
    const kept = texts.map((text) => {
      const story = new StoryContext(text);
      return { story, words: wordsOf(story) };
    });
    for (const { story, words } of kept) {
      assert.deepEqual(wordsOf(story), words);
      assert.deepEqual(wordsOf(new StoryContext(story.text)), words);
    }
  });

  it('stay apart from those of another text that is read at the same time', () => {
    const [OF, THAN] = wordIds('of than');
    const [one, other] = [new TokenWriter('of of'), new TokenWriter('than than')];
    for (const k of [0, 1]) {
      one.push(3 * k, 3 * k + 2, OF);
      other.push(5 * k, 5 * k + 4, THAN);
    }
    for (const writer of [one, other]) writer.close();
    const read = (tokens: TokenWriter): number[] => [tokens.id(0), tokens.end(0), tokens.id(1), tokens.end(1)];
    assert.deepEqual(
      [read(one), read(other)],
      [
        [OF, 2, OF, 5],
        [THAN, 4, THAN, 9],
      ],
    );
  });

  it('are none outside the text', () => {
    for (const text of ['I cut it.', 'We did.']) {
      const { tokens, sentences } = new StoryContext(text);
      for (const outside of [-1, sentences[0]?.last ?? 0]) {
        assert.equal(tokens.start(outside), -1);
        assert.equal(tokens.end(outside), -1);
        assert.equal(tokens.id(outside), 0);
        assert.equal(tokens.word(outside), '');
      }
    }
  });
});
