import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  choose,
  decodeDeck,
  draw,
  filter,
  newDeck,
  settle,
  tally,
  type Card,
  type Deck,
} from '../../../src/core/practice/practiceDeck';

const CARDS: readonly Card[] = [
  { title: 'A scorer', competencies: ['scale', 'trade-offs'] },
  { title: 'One broker less', competencies: ['scale'] },
  { title: 'A slow model', competencies: ['operations'] },
  { title: 'Six wrong days', competencies: ['operations', 'scale'] },
];

/** The titles of so many draws in a row, and the deck after them. */
function drawn(deck: Deck, cards: readonly Card[], times: number): { titles: (string | undefined)[]; deck: Deck } {
  const titles: (string | undefined)[] = [];
  let now = deck;
  for (let i = 0; i < times; i += 1) titles.push((now = draw(now, cards)).current);
  return { titles, deck: now };
}

const decks = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(newDeck);
const cards = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .chain((titles) =>
    fc.tuple(...titles.map((title) => fc.subarray(['a', 'b']).map((competencies): Card => ({ title, competencies })))),
  );

describe('A deck of prompts', () => {
  it('gives each prompt once before any comes again, and none twice in a row (property)', () => {
    fc.assert(
      fc.property(decks, cards, (deck, all) => {
        const { titles } = drawn(deck, all, 3 * all.length);
        for (let round = 0; round < 3; round += 1)
          assert.equal(new Set(titles.slice(round * all.length, (round + 1) * all.length)).size, all.length);
        if (all.length > 1) titles.forEach((title, index) => assert.notEqual(title, titles[index - 1]));
      }),
    );
  });

  it('depends on its seed alone, and differs from seed to seed', () => {
    const orders = new Set(
      Array.from({ length: 50 }, (_, seed) => drawn(newDeck(seed * 7919), CARDS, 4).titles.join()),
    );
    assert.ok(orders.size > 12, String(orders.size));
    assert.deepEqual(drawn(newDeck(5), CARDS, 9).titles, drawn(newDeck(5), CARDS, 9).titles);
  });

  it('draws from one competency only where it is filtered, and knows of the others what was seen', () => {
    const { deck } = drawn(filter(newDeck(1), CARDS, 'operations'), CARDS, 5);
    assert.ok(['A slow model', 'Six wrong days'].includes(deck.current ?? ''));
    assert.deepEqual(tally(deck, CARDS).all, 2);
    const wider = filter(choose(deck, CARDS, 'A scorer'), CARDS, 'operations');
    assert.ok(['A slow model', 'Six wrong days'].includes(wider.current ?? ''));
    assert.ok(wider.seen.includes('A scorer'));
    assert.equal(filter(wider, CARDS, undefined).current, wider.current);
    assert.equal(tally(draw(newDeck(1), CARDS), CARDS).seen, 1);
  });

  it('gives what comes first before anything else that was not seen, and once like the rest', () => {
    const all: readonly Card[] = [
      ...CARDS,
      { title: 'Name the fallback', competencies: [], isFirst: true },
      { title: 'Price it', competencies: [], isFirst: true },
    ];
    for (let seed = 0; seed < 20; seed += 1) {
      const { titles } = drawn(newDeck(seed), all, 6);
      assert.deepEqual(titles.slice(0, 2).sort(), ['Name the fallback', 'Price it']);
      assert.deepEqual(titles.slice(2).sort(), CARDS.map(({ title }) => title).sort());
    }
    assert.ok(
      CARDS.some(({ title }) => title === filter(newDeck(1), all, 'scale').current),
      'not where it is filtered',
    );
  });

  it('draws from all where no prompt serves the competency', () => {
    assert.ok(draw({ ...newDeck(1), competency: 'singing' }, CARDS).current);
  });

  it('stays with a pinned prompt until that is gone', () => {
    const pinned = { ...choose(newDeck(1), CARDS, 'A scorer'), pinned: true };
    assert.equal(draw(pinned, CARDS), pinned);
    const without = CARDS.slice(1);
    const after = settle(pinned, without);
    assert.ok(without.some(({ title }) => title === after.current));
    assert.equal(after.pinned, false);
  });

  it('survives an edited playbook: what is gone is forgotten, what is new is not seen, what stays stays', () => {
    const { deck } = drawn(newDeck(3), CARDS, 3);
    const edited = [...CARDS.filter(({ title }) => title !== deck.seen[0]), { title: 'New', competencies: [] }];
    const { titles } = drawn(deck, edited, 2);
    assert.ok(titles.includes('New'));
    assert.ok(!titles.some((title) => deck.seen.slice(1).includes(title ?? '')));
    assert.ok(!drawn(deck, edited, 1).deck.seen.includes(deck.seen[0] ?? ''));
  });

  it('takes a certain prompt, and changes nothing for one that is not there', () => {
    const deck = newDeck(1);
    assert.deepEqual(
      [choose(deck, CARDS, 'A slow model').current, choose(deck, CARDS, 'Nothing')],
      ['A slow model', deck],
    );
    assert.deepEqual([settle(deck, []), draw(deck, [])], [deck, deck]);
    const settled = settle(deck, CARDS);
    assert.equal(settle(settled, CARDS), settled);
  });

  it('is read back as it was, and nothing else is (property)', () => {
    fc.assert(
      fc.property(decks, cards, (deck, all) => {
        const { deck: used } = drawn(deck, all, 2);
        assert.deepEqual(decodeDeck(JSON.parse(JSON.stringify(used))), used);
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(decodeDeck(value), undefined)));
  });
});
