import assert from 'node:assert/strict';
import { packStory } from '../../../src/core/pack/packFiles';
import { parseStory } from '../../../src/core/story/parseStory';

describe('A story in a pack', () => {
  it('goes without its notes, also where headings stand under them', () => {
    // “### Links” under “## Notes” was cut out twice, and exporting the pack threw.
    const story = parseStory('# T\n\n## Impact\n\nSaved $2M.\n\n## Notes\n\nask Ann\n\n### Links\n\nhttp://a.b\n');
    assert.equal(packStory('t', story).body, '## Impact\n\nSaved $2M.');
  });
});
