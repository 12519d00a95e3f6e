import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { storyOutlook } from '../../../src/core/story/outlook';
import { parseStory } from '../../../src/core/story/parseStory';
import { cardOf, packCard, unpackCard, type PackedCard } from '../../../src/core/story/storyCard';

const FOLDER = 'test/fixtures/stories';
const TOLD =
  '---\ntitle: 7\nspoken: 2:30\ntold:\n  - { loop: acme, round: phone-screen, landed: strong, to: [Ada] }\n  - { loop: acme, round: onsite }\n---\n\n## Impact\n\nWe saved ${metric}.\n';
const texts = [
  '',
  '# Only a title\n',
  TOLD,
  ...readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(FOLDER, name), 'utf8')),
];

/** A card after it was kept as JSON, without what JSON leaves out. */
const kept = (text: string): ReturnType<typeof cardOf> =>
  unpackCard(JSON.parse(JSON.stringify(packCard(cardOf(parseStory(text))))) as PackedCard);

describe('The card of a story', () => {
  it('says in a list what the story itself says', () => {
    for (const text of texts)
      assert.deepEqual(storyOutlook(cardOf(parseStory(text)), 'x', 130), storyOutlook(parseStory(text), 'x', 130));
  });

  it('says the same after it was kept', () => {
    for (const text of texts) {
      const card = cardOf(parseStory(text));
      assert.equal(JSON.stringify(kept(text)), JSON.stringify(card));
      assert.deepEqual(storyOutlook(kept(text), 'x', 130), storyOutlook(card, 'x', 130));
    }
  });

  it('has all that was told, and what is wrong', () => {
    const { title, spokenTarget, told, problems } = kept(TOLD);
    assert.deepEqual([title, spokenTarget], ['7', 150]);
    assert.deepEqual(
      told.map(({ loop, round, landed }) => [loop, round, landed]),
      [
        ['acme', 'phone-screen', 'strong'],
        ['acme', 'onsite', undefined],
      ],
    );
    assert.equal(JSON.stringify(problems), JSON.stringify(parseStory(TOLD).problems));
  });

  it('is far smaller than the story', () => {
    const text = texts.reduce((longest, each) => (each.length > longest.length ? each : longest));
    assert.ok(JSON.stringify(packCard(cardOf(parseStory(text)))).length < text.length / 3);
  });
});
