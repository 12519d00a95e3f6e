import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cueCards, sayable, shareTime, type Rehearsal } from '../../../../src/core/story/rehearse';
import { costAtOnce } from '../../../host/processorTime';

/** Every sentence of a text as it stands on a card. */
const told = (text: string): string[] => saidOf(cueCards(text));

function saidOf({ story, cards }: Rehearsal): string[] {
  return cards.flatMap(({ sentences }) => sentences).map(({ start, end }) => sayable(story, start, end));
}

describe('A sentence on a cue card', () => {
  const CASES: readonly (readonly [string, readonly string[]])[] = [
    ['I cut **latency** by *a lot*.', ['I cut **latency** by *a lot*.']],
    [
      'I cut costs by 3%, see [the chart](https://example.com/a_b_c) and [more][1].',
      ['I cut costs by 3%, see the chart and more.'],
    ],
    ['I cut it <!-- check --> by 3% ![chart](a.png) at once.', ['I cut it by 3% at once.']],
    ['I cut costs by 3%,\n  and it\r\nheld.', ['I cut costs by 3%, and it held.']],
    ['**I cut costs by 3%. It held.**', ['I cut costs by 3%.', 'It held.']],
    ['I set max_batch_size to 3 * 4 [sic].', ['I set max_batch_size to 3 * 4 [sic].']],
    ['I raised revenue by ${amount} for TODO users.', ['I raised revenue by ${amount} for TODO users.']],
    ['I cut _* the cost.', ['I cut the cost.']],
    ['I ran `a **b` and **c**.', ['I ran `a **b` and **c**.']],
    ['- I rang <b>40</b> shops', ['I rang 40 shops']],
  ];
  for (const [text, expected] of CASES)
    it(`reads “${text.replace(/\s+/gu, ' ')}” as it is said`, () => assert.deepEqual(told(text), expected));

  it('has one space where a loose mark between two was taken out', () => {
    assert.deepEqual(told('I **` -->'), ['I -->']);
  });

  it('is made in time that grows with the story, however many blanks are left in it', () => {
    // All blanks of the story were looked through for each of its sentences.
    for (const blank of ['I cut it by {{share}}. ', '{{share}} of {{users}} ']) {
      const stories = new Map([500, 16_000].map((blanks) => [blanks, cueCards(blank.repeat(blanks))]));
      const ratio = costAtOnce((blanks) => saidOf(stories.get(blanks) ?? assert.fail()), 16_000, 32);
      assert.ok(ratio < 20, `${blank}: ${ratio} times as long at once as in 32 pieces`);
    }
  });

  it('is one line, and never longer than its text (property)', () => {
    const piece = fc.constantFrom(
      'I ',
      'cut ',
      '3%',
      '. ',
      '**',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(a)',
      '[1]',
      '<!-- ',
      ' -->',
      '${x}',
      '\n',
      '\\',
      '!',
      ' It',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
        (text) => {
          const { story, cards } = cueCards(text);
          for (const { start, end } of cards.flatMap(({ sentences }) => sentences)) {
            const said = sayable(story, start, end);
            assert.ok(said.length <= end - start);
            assert.ok(!/\s{2}|[\r\n]|^\s|\s$/u.test(said), JSON.stringify(said));
          }
        },
      ),
    );
  });
});

describe('Time shared among the parts of a story', () => {
  it('follows the words, in whole seconds', () => {
    assert.deepEqual(shareTime(30_000, [20, 10]), [20_000, 10_000]);
    assert.deepEqual(shareTime(30_000, [1, 0]), [29_000, 1_000]);
    assert.deepEqual(shareTime(2_000, [5, 5, 5]), [1_000, 1_000, 0]);
    assert.deepEqual(shareTime(30_000, []), []);
  });

  it('adds up, and gives each part a second where there are enough (property)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3600 }),
        fc.array(fc.nat(500), { minLength: 1, maxLength: 200 }),
        (seconds, weights) => {
          const shares = shareTime(seconds * 1000, weights);
          assert.equal(
            shares.reduce((sum, share) => sum + share, 0),
            seconds * 1000,
          );
          assert.ok(
            shares.every((share) => Number.isInteger(share / 1000) && share >= (seconds >= weights.length ? 1000 : 0)),
          );
        },
      ),
    );
  });
});
