import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cueCards, type Rehearsal, type Told } from '../../../../src/core/story/rehearse';

const FIXTURES = 'test/fixtures/stories';
const stories = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(join(FIXTURES, name), 'utf8') }));

const at = (text: string, { start, end }: Told): string => text.slice(start, end);
const cues = (text: string): [string | undefined, string][] =>
  cueCards(text).cards.map(({ section, cue }) => [section, at(text, cue)]);

const STORY = `---
title: Bid model
spoken: 120
---
# Bid model

## Situation

Our bids were scored in batches. They came an hour late.

## Impact

It was an exciting project. I raised revenue by $2M a year for 4,000 advertisers. Everyone was glad.

## Action

We met on Monday. I chose a small model and moved its features into the stream.

## Result

The team learned much. Win rates rose by 18%.

## Trade-offs

I gave up two points of accuracy instead of adding machines.

## Notes

Ask Ann for the chart.
`;

describe('The cue cards of a story', () => {
  it('begin with the impact sentence, and follow the text from there; notes are not told', () => {
    assert.deepEqual(cues(STORY), [
      ['Impact', 'I raised revenue by $2M a year for 4,000 advertisers.'],
      ['Situation', 'Our bids were scored in batches.'],
      ['Action', 'We met on Monday.'],
      ['Result', 'Win rates rose by 18%.'],
      ['Trade-offs', 'I gave up two points of accuracy instead of adding machines.'],
    ]);
  });

  it('hold all that the part says, the impact sentence in front', () => {
    const { cards } = cueCards(STORY);
    assert.deepEqual(
      cards[0]?.sentences.map((told) => at(STORY, told)),
      ['I raised revenue by $2M a year for 4,000 advertisers.', 'It was an exciting project.', 'Everyone was glad.'],
    );
    assert.deepEqual(
      cards[3]?.sentences.map((told) => at(STORY, told)),
      ['The team learned much.', 'Win rates rose by 18%.'],
    );
  });

  it('give words and seconds at the given pace, and the story’s own target', () => {
    const { cards, words, seconds, target } = cueCards(STORY, { wordsPerMinute: 60 });
    assert.deepEqual([cards[0]?.words, cards[0]?.seconds], [18, 18]);
    assert.deepEqual([words, seconds, target], [65, 65, 120]);
    assert.equal(cueCards(STORY, { wordsPerMinute: 0 }).seconds, cueCards(STORY, { wordsPerMinute: 130 }).seconds);
    assert.equal(cueCards('I cut costs by 40%.').target, 150);
  });

  it('take the outcome from elsewhere when there is no Impact, and leave it out there', () => {
    const text = '## Situation\n\nIt was slow.\n\n## Result\n\nWe measured it. Churn fell by 3%. It held.\n';
    assert.deepEqual(cues(text), [
      [undefined, 'Churn fell by 3%.'],
      ['Situation', 'It was slow.'],
      ['Result', 'We measured it.'],
    ]);
  });

  it('are a paragraph each where there are no headings', () => {
    assert.deepEqual(cues('It was slow. Very.\n\nI cut churn by 3%. It held.\n\n- One thing.\n'), [
      [undefined, 'I cut churn by 3%.'],
      [undefined, 'It was slow.'],
      [undefined, 'One thing.'],
    ]);
  });

  it('are none where nothing is said', () => {
    for (const text of [
      '',
      '# Title\n',
      '---\ntitle: A\n---\n',
      '## Impact\n\n${metric}\n',
      '## Notes\n\nAsk Ann.\n',
    ]) {
      const { cards, versions, words } = cueCards(text);
      assert.deepEqual([cards, versions, words], [[], [], 0], text);
    }
  });

  it('count the words that the story counts, in every fixture', () => {
    for (const { name, text } of stories) {
      const { words, story } = cueCards(text);
      assert.equal(words, story.words, name);
    }
  });
});

const version = (rehearsal: Rehearsal, seconds: number): Rehearsal['versions'][number] => {
  const found = rehearsal.versions.find((each) => each.seconds === seconds);
  assert.ok(found);
  return found;
};

describe('The short versions of a story', () => {
  const said = (text: string, seconds: number, wordsPerMinute?: number): string[] =>
    version(cueCards(text, wordsPerMinute === undefined ? {} : { wordsPerMinute }), seconds).included.map((told) =>
      at(text, told),
    );

  it('say the impact, then what carries figures, acts and trade-offs, in the order of telling', () => {
    assert.deepEqual(said(STORY, 30, 80), [
      'I raised revenue by $2M a year for 4,000 advertisers.',
      'I chose a small model and moved its features into the stream.',
      'Win rates rose by 18%.',
      'I gave up two points of accuracy instead of adding machines.',
    ]);
  });

  it('say all of a story that is shorter', () => {
    const rehearsal = cueCards(STORY);
    assert.equal(version(rehearsal, 90).words, rehearsal.words);
    assert.equal(version(rehearsal, 90).included.length, rehearsal.cards.flatMap(({ sentences }) => sentences).length);
  });

  it('say where the first sentence alone is too long, and never cut it', () => {
    const text = `## Impact\n\nI raised revenue by $2M ${'and then some more '.repeat(20)}this year.\n\n## Task\n\nI was asked to.\n`;
    const short = version(cueCards(text), 30);
    assert.deepEqual([short.fits, short.included.length, version(cueCards(text), 90).fits], [false, 1, true]);
    assert.ok(short.spoken > 30);
  });

  const HEADINGS = [
    '# A story',
    '## Impact',
    '## Situation',
    '## Action',
    '## Result',
    '## Trade-offs',
    '## Notes',
    '## Context',
    '### Part',
    '',
  ];
  const SENTENCES = [
    'I cut latency from 120 ms to 35 ms.',
    'We met.',
    'I chose the small one instead of two large ones.',
    'Revenue rose by $2M for 40,000 users, e.g. in the U.S. market.',
    '- **Churn** fell 3%',
    '- [x] It was `late`',
    '```\ncode 5%\n```',
    '<!-- no -->',
    '${metric} rose.',
    'No full stop',
    '> Quoted!',
  ];
  const block = fc.oneof(
    fc.constantFrom(...HEADINGS),
    fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 6 }).map((some) => some.join(' ')),
    fc.constantFrom(...SENTENCES),
    fc.string({ maxLength: 30 }),
  );
  const anyStory = fc.oneof(
    fc
      .tuple(fc.array(block, { maxLength: 25 }), fc.constantFrom('\n\n', '\r\n\r\n', '\n'))
      .map(([blocks, gap]) => blocks.join(gap)),
    fc.constantFrom(...stories.map(({ text }) => text)),
    fc.string(),
  );

  it('keep to the budget unless only the first sentence is left, keep the order, and grow (property)', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 1, max: 400 }), (text, wordsPerMinute) => {
        const { cards, versions, words } = cueCards(text, { wordsPerMinute });
        const order = cards.flatMap(({ sentences }) => sentences);
        assert.equal(
          order.reduce((sum, told) => sum + told.words, 0),
          words,
        );
        assert.equal(versions.length, order.length > 0 ? 3 : 0);
        let before: readonly Told[] = [];
        for (const { seconds, included, fits, words: count, spoken } of versions) {
          assert.equal(included[0], order[0]);
          assert.equal(
            included.reduce((sum, told) => sum + told.words, 0),
            count,
          );
          assert.equal(fits, (count * 60) / wordsPerMinute <= seconds + 1e-9);
          assert.ok(Math.abs(spoken - (count * 60) / wordsPerMinute) < 1e-9);
          if (!fits) assert.equal(included.length, 1);
          const places = included.map((told) => order.indexOf(told));
          assert.deepEqual(
            places,
            [...new Set(places)].sort((a, b) => a - b),
          );
          for (const told of before) assert.ok(included.includes(told));
          // Nothing that is left out would still fit.
          if (fits)
            for (const told of order)
              assert.ok(included.includes(told) || ((count + told.words) * 60) / wordsPerMinute > seconds - 1e-9);
          before = included;
        }
      }),
    );
  });

  it('are made of stretches of the text that neither overlap nor begin or end with a space (property)', () => {
    fc.assert(
      fc.property(anyStory, (text) => {
        const { cards } = cueCards(text);
        const all = cards.flatMap(({ sentences }) => sentences).sort((a, b) => a.start - b.start);
        for (const card of cards) assert.ok(card.sentences.includes(card.cue));
        all.forEach(({ start, end }, index) => {
          assert.ok(start >= (all[index - 1]?.end ?? 0) && start < end && end <= text.length);
          assert.equal(text.slice(start, end), text.slice(start, end).trim());
        });
      }),
    );
  });

  it('are the same for the same text (property)', () => {
    fc.assert(fc.property(anyStory, (text) => assert.deepEqual(cueCards(text), cueCards(text))));
  });
});
