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
  titlesOfRun,
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

/** A round of 45 minutes: a full case, and shorter prompts in three phases. */
const ROUND = { minutes: 45, phases: ['Size', 'Operate', 'Trade-offs'].map((title) => ({ title })) };
const probe = (title: string, minutes: number, phase: string): Card => ({
  title,
  minutes,
  phase,
  competencies: ['scale'],
});
const PROBES: readonly Card[] = [
  probe('Lag', 8, 'Operate'),
  probe('A slow model', 10, 'Operate'),
  probe('Price', 5, 'Trade-offs'),
  probe('Drift', 8, 'Operate'),
  probe('Ten nodes', 7, 'Size'),
  probe('Replay', 6, 'Operate'),
  probe('Buy', 5, 'Trade-offs'),
];

const probes = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .chain((titles) =>
    fc.tuple(
      ...titles.map((title) =>
        fc.record(
          {
            title: fc.constant(title),
            competencies: fc.subarray(['a', 'b']),
            minutes: fc.option(fc.integer({ min: 1, max: 45 }), { nil: undefined }),
            phase: fc.constantFrom('Size', 'Operate', 'Trade-offs', 'Nowhere', undefined),
          },
          { noNullPrototype: true },
        ),
      ),
    ),
  );

const decks = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(newDeck);
const cards = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 })
  .chain((titles) =>
    fc.tuple(...titles.map((title) => fc.subarray(['a', 'b']).map((competencies): Card => ({ title, competencies })))),
  );

describe('A deck of prompts', () => {
  it('gives each prompt once before any is repeated, and never the same one twice in a row (property)', () => {
    fc.assert(
      fc.property(decks, cards, (deck, all) => {
        const { titles } = drawn(deck, all, 3 * all.length);
        for (let round = 0; round < 3; round += 1)
          assert.equal(new Set(titles.slice(round * all.length, (round + 1) * all.length)).size, all.length);
        if (all.length > 1) titles.forEach((title, index) => assert.notEqual(title, titles[index - 1]));
      }),
    );
  });

  it('gives one full case, or as many shorter prompts as fill the round, none of them twice (property)', () => {
    fc.assert(
      fc.property(decks, probes, fc.integer({ min: 1, max: 6 }), (deck, all, times) => {
        let now = deck;
        for (let time = 0; time < times; time += 1) {
          now = draw(now, all, ROUND);
          const run = titlesOfRun(now).map((title) => all.find((card) => card.title === title));
          const minutes = run.map((card) => card?.minutes);
          const sum = minutes.reduce<number>((total, each) => total + (each ?? 0), 0);
          assert.ok(run.length >= 1 && sum <= ROUND.minutes);
          assert.equal(new Set(titlesOfRun(now)).size, run.length);
          if (minutes.some((each) => each === undefined || each === ROUND.minutes)) {
            assert.equal(run.length, 1, 'a prompt that fills the round, or says nothing of its time, is alone');
            continue;
          }
          const others = all.filter((card) => !titlesOfRun(now).includes(card.title));
          assert.ok(!others.some((card) => (card.minutes ?? 99) <= ROUND.minutes - sum), 'nothing more fits');
        }
      }),
    );
  });

  it('spreads shorter prompts over the phases, in the order of the round', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const run = titlesOfRun(draw(newDeck(seed), PROBES, ROUND));
      const phases = run.map((title) => PROBES.find((card) => card.title === title)?.phase ?? '');
      assert.equal(new Set(phases).size, 3, run.join());
      const order = ROUND.phases.map(({ title }) => title);
      assert.deepEqual(
        phases,
        [...phases].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
      );
    }
  });

  it('takes what was not practised before what was, and then what was longest ago', () => {
    for (let seed = 0; seed < 30; seed += 1) {
      const first = draw(newDeck(seed), PROBES, ROUND);
      const left = PROBES.filter(({ title }) => !first.seen.includes(title)).map(({ title }) => title);
      const second = draw(first, PROBES, ROUND);
      for (const title of left) assert.ok(titlesOfRun(second).includes(title), `${title} waits`);
      const again = titlesOfRun(second).filter((title) => !left.includes(title));
      assert.ok(again.length > 0, 'the rest is filled with what was seen');
      assert.equal(second.seen.length, PROBES.length);
    }
  });

  it('takes a chosen prompt alone, and keeps all prompts of a pinned run', () => {
    const deck = draw(newDeck(1), PROBES, ROUND);
    assert.deepEqual(titlesOfRun(choose(deck, PROBES, 'Lag')), ['Lag']);
    const pinned = { ...deck, pinned: true };
    assert.equal(draw(pinned, PROBES, ROUND), pinned);
    const [first = '', gone = ''] = titlesOfRun(deck);
    const without = PROBES.filter(({ title }) => title !== gone);
    assert.deepEqual(
      titlesOfRun(settle(deck, without, ROUND)),
      titlesOfRun(deck).filter((title) => title !== gone),
    );
    const others = PROBES.filter(({ title }) => title !== first);
    assert.ok(!titlesOfRun(settle(deck, others, ROUND)).includes(first));
  });

  it('draws a run for one competency from its prompts alone', () => {
    const all = PROBES.map((card, index): Card => ({ ...card, competencies: [index % 2 === 0 ? 'scale' : 'cost'] }));
    const deck = filter(draw(newDeck(4), all, ROUND), all, 'cost', ROUND);
    for (const title of titlesOfRun(deck))
      assert.deepEqual(all.find((card) => card.title === title)?.competencies, ['cost']);
    assert.ok(titlesOfRun(deck).length > 1);
  });

  it('depends on its seed alone, and differs from seed to seed', () => {
    const orders = new Set(
      Array.from({ length: 50 }, (_, seed) => drawn(newDeck(seed * 7919), CARDS, 4).titles.join()),
    );
    assert.ok(orders.size > 12, String(orders.size));
    assert.deepEqual(drawn(newDeck(5), CARDS, 9).titles, drawn(newDeck(5), CARDS, 9).titles);
  });

  it('draws from one competency when filtered, and remembers what was seen of the others', () => {
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
    const run = draw(newDeck(2), PROBES, ROUND);
    assert.deepEqual(decodeDeck(JSON.parse(JSON.stringify(run))), run);
    const { more: _more, ...older } = run;
    assert.deepEqual(decodeDeck(older), { ...run, more: [] }, 'one that was kept before there were runs');
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(decodeDeck(value), undefined)));
  });
});
