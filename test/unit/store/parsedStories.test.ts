import assert from 'node:assert/strict';
import { ParsedStories } from '../../../src/store/parsedStories';

type Uri = Parameters<ParsedStories['parse']>[0];
const at = (path: string): Uri => ({ toString: () => `file:///${path}` }) as Uri;

describe('a story’s parse', () => {
  it('is shared by all who ask for as long as the story says the same', () => {
    const stories = new ParsedStories();
    const first = stories.parse(at('a.md'), '# A\n');
    assert.equal(stories.parse(at('a.md'), '# A\n'), first);
    const changed = stories.parse(at('a.md'), '# B\n');
    assert.notEqual(changed, first);
    assert.equal(changed.title, 'B');
    assert.equal(stories.parse(at('a.md'), '# B\n'), changed);
  });

  it('is each file’s own, even where two say the same', () => {
    const stories = new ParsedStories();
    assert.notEqual(stories.parse(at('a.md'), '# A\n'), stories.parse(at('b.md'), '# A\n'));
  });
});
