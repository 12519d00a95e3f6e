import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { storyOutlook } from '../../../src/core/story/outlook';
import { parseStory } from '../../../src/core/story/parseStory';
import { cardOf, packCard, unpackCard, type PackedCard, type StoryCard } from '../../../src/core/story/storyCard';

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

/** What a list says of a story, and of its sections once it is opened up. */
function outlookOf(card: StoryCard): unknown {
  const outlook = storyOutlook(card, 'x', 130);
  return [outlook, outlook.sections];
}

describe('The card of a story', () => {
  it('says in a list what the story itself says', () => {
    for (const text of texts) assert.deepEqual(outlookOf(cardOf(parseStory(text))), outlookOf(parseStory(text)));
  });

  it('says the same after it was kept', () => {
    for (const text of texts) {
      const card = cardOf(parseStory(text));
      assert.equal(JSON.stringify(kept(text)), JSON.stringify(card));
      assert.deepEqual(outlookOf(kept(text)), outlookOf(card));
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

  it('that was kept takes little memory, with what a list says of it', () => {
    const packed = JSON.stringify(packCard(cardOf(parseStory(TOLD))));
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const cards = Array.from({ length: 2000 }, () => JSON.parse(packed) as PackedCard);
    collect();
    const before = process.memoryUsage().heapUsed;
    const shown = cards.map(unpackCard).map((card) => [card, storyOutlook(card, 'x', 130)]);
    collect();
    const each = (process.memoryUsage().heapUsed - before) / shown.length;
    assert.ok(each < 1200, `${each} bytes`);
  });

  it('is far smaller than the story', () => {
    const text = texts.reduce((longest, each) => (each.length > longest.length ? each : longest));
    assert.ok(JSON.stringify(packCard(cardOf(parseStory(text)))).length < text.length / 3);
  });
});
