import assert from 'node:assert/strict';
import { inWords, storyOutlook } from '../../../src/core/story/outlook';
import { parseStory } from '../../../src/core/story/parseStory';

const outlook = (text: string, pace = 130): ReturnType<typeof storyOutlook> =>
  storyOutlook(parseStory(text), 'the-file', pace);

describe('how a story stands', () => {
  const text =
    '---\nspoken: 60\n---\n\n## Impact\n\nWe saved a week.\n\n## Task\n\n## Result\n\nIt fell to ${x}.\n\n## Learned\n\nMuch.\n';

  it('is said in a line', () => {
    assert.deepEqual(
      [outlook(text).title, outlook(text).description, outlook(text).progress],
      ['the-file', '1/6 sections · 8 words · 0:04', 'started'],
    );
    assert.equal(outlook(text).spoken, 'the-file, 1 of 6 sections filled, 8 words, 4 seconds to say');
    assert.equal(outlook('').progress, 'empty');
    const names = ['Impact', 'Situation', 'Task', 'Action', 'Result', 'Trade-offs'];
    assert.equal(outlook(names.map((name) => `# ${name}\nword\n`).join('')).progress, 'filled');
  });

  it('says when it takes longer than its own target', () => {
    const { description, over, seconds } = outlook(`---\nspoken: 60\n---\n${'word '.repeat(195)}`);
    assert.deepEqual([description, over, seconds], ['0/6 sections · 195 words · 1:30 of 1:00', 30, 90]);
  });

  it('is reported by section, a missing one where it belongs', () => {
    const { sections } = outlook(text);
    assert.deepEqual(
      sections.map(({ name, progress, description, start }) => [
        name,
        progress,
        description,
        text.slice(start).split('\n')[0],
      ]),
      [
        ['Impact', 'filled', '4 words · 0:02', '## Impact'],
        ['Situation', 'missing', 'missing', '## Task'],
        ['Task', 'empty', 'empty', '## Task'],
        ['Action', 'missing', 'missing', '## Result'],
        ['Result', 'started', '1 blank to fill', '## Result'],
        ['Trade-offs', 'missing', 'missing', '## Learned'],
        ['Learned', 'filled', '1 word · 0:00', '## Learned'],
      ],
    );
    assert.ok(sections.every(({ start }) => start >= 0));
    assert.equal(outlook('Just text').sections[0]?.start, 9);
  });

  it('reads times as words', () => {
    assert.deepEqual([0, 1, 60, 98, 3600].map(inWords), [
      '0 seconds',
      '1 second',
      '1 minute',
      '1 minute 38 seconds',
      '60 minutes',
    ]);
  });
});
