import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/markdown/text';
import { parseFrontMatter } from '../../../src/core/frontMatter/parseFrontMatter';
import { compareOffers, type NamedOffer } from '../../../src/core/offer/compareOffers';
import { comparisonEdits, comparisonFile } from '../../../src/core/offer/comparisonFile';
import { collisionsOf, deadlinesWithoutLoop, type OfferDeadline } from '../../../src/core/offer/deadlines';
import { readOffer } from '../../../src/core/offer/readOffer';
import { addStated, lastStated, whenSaid } from '../../../src/core/offer/stated';
import { runs } from '../../support/properties';

const named = (name: string, ...lines: string[]): NamedOffer => ({
  name,
  path: `${name.toLowerCase()}/offer.md`,
  offer: readOffer(`---\n${lines.join('\n')}\n---\n`).offer,
});
// The negotiation ladder of the Confluent playbook: the target, and the competing offer.
const TARGET = named('Acme', 'base: 200000', 'signOn: 30000', 'equity: { value: 400000 }', 'vesting: 4 years');
const COMPETING = named('Globex', 'base: 190000', 'signOn: 20000', 'equity: { value: 360000 }', 'vesting: 4 years');
const ACCEPTABLE = named('Acme', 'base: 195000', 'signOn: 25000', 'equity: { value: 320000 }', 'vesting: 4 years');

describe('offers side by side', () => {
  it('have year one, four years and what recurs', () => {
    const { offers } = compareOffers([TARGET, COMPETING]);
    assert.deepEqual(
      offers.map(({ yearOne, fourYears, recurring }) => [yearOne.common, fourYears.common, recurring.common]),
      [
        [33_000_000n, 123_000_000n, 30_000_000n],
        [30_000_000n, 114_000_000n, 28_000_000n],
      ],
    );
  });

  it('are explained in words, the largest part first', () => {
    assert.deepEqual(compareOffers([COMPETING, TARGET]).sentences.slice(0, 1), [
      'Acme pays $90,000 more than Globex over four years: base +$40,000, equity +$40,000, sign-on +$10,000.',
    ]);
    // The guide: equal in the first year, and $15k apart over four.
    assert.deepEqual(
      compareOffers([ACCEPTABLE, COMPETING]).sentences[0],
      'Globex pays $15,000 more than Acme over four years: equity +$40,000, base −$20,000, sign-on −$5,000.',
    );
  });

  it('say where the order turns: in the first year, or at half the share price', () => {
    const early = named('Early', 'base: 150000', 'signOn: 100000');
    const late = named('Late', 'base: 150000', 'equity: { shares: 8000, price: 25 }');
    assert.deepEqual(compareOffers([early, late]).sentences.slice(1), [
      'In the first year Early pays $50,000 more than Late: its sign-on bonus counts once.',
    ]);
    const cash = named('Cash', 'base: 190000');
    assert.match(
      compareOffers([cash, late]).sentences.join(),
      /If the shares of Late lost half of their price, it would pay \$700,000 over four years, less than Cash/u,
    );
  });

  it('are brought to one currency by a stated rate, and are not added without one', () => {
    const euro = named('Euro', 'base: 200000', 'currency: EUR');
    const without = compareOffers([TARGET, COMPETING, euro]);
    assert.deepEqual(
      [without.currency, without.offers[2]?.fourYears],
      ['USD', { own: 80_000_000n, common: undefined }],
    );
    assert.match(without.sentences[0] ?? '', /^Euro is in EUR and there is no rate: it is not added up/u);
    assert.ok(without.sentences.every((sentence) => !/pays .* Euro/u.test(sentence)));
    const stating = { ...TARGET, offer: { ...TARGET.offer, rates: { EUR: 1.08 } } };
    const withRate = compareOffers([stating, COMPETING, euro]);
    assert.equal(withRate.offers[2]?.fourYears.common, 86_400_000n);
    assert.equal(withRate.offers[2]?.rateText, '1 EUR = 1.08 USD, as stated in acme/offer.md');
    const own = named('Euro', 'base: 200000', 'currency: EUR', 'rates: { USD: 0.8 }');
    assert.equal(compareOffers([TARGET, COMPETING, own]).offers[2]?.fourYears.common, 100_000_000n);
    assert.match(compareOffers([stating, COMPETING, own]).sentences.join(), /Two rates are stated/u);
  });

  it('say which total is unknown and why, and which offer has no figures', () => {
    const { sentences } = compareOffers([
      TARGET,
      named('Start', 'base: 1', 'equityPercent: 0.1'),
      named('New', 'currency: USD'),
    ]);
    assert.match(sentences[0] ?? '', /^New has no figures yet/u);
    assert.match(sentences[1] ?? '', /^The total of Start is unknown, so it is not compared\. The number of shares/u);
    assert.equal(sentences.length, 2);
  });

  it('leave out one whose total is unknown, also where only a later year is', () => {
    const later = named('Later', 'base: 500000', 'signOn: [{ year: 2, amount: much }]');
    const unknown = named('Unknown', 'base: 500000', 'equityPercent: 0.1');
    for (const offer of [later, unknown]) {
      const { sentences } = compareOffers([offer, TARGET, COMPETING]);
      assert.ok(
        sentences.every((sentence) => !new RegExp(`pays .*${offer.name}|^${offer.name} pays`, 'u').test(sentence)),
      );
      assert.ok(sentences.some((sentence) => sentence.startsWith('Acme pays')));
    }
  });

  it('have figures with a sign-on bonus or a further grant alone, and where a figure cannot be read', () => {
    const none = (...lines: string[]): boolean =>
      compareOffers([named('New', ...lines)]).sentences.some((sentence) => sentence.endsWith('has no figures yet.'));
    for (const line of ['signOn: 5', 'refreshers: [{ year: 1, value: 5 }]', 'equity: { value: 5 }', 'base: much'])
      assert.equal(none(line), false, line);
    assert.equal(none('level: L6', 'signOn: []'), true);
  });

  it('are held against each other over four years, however long one vests', () => {
    const long = named('Long', 'equity: { value: 500 }', 'vesting: { years: 5 }');
    const [{ parts, fourYears } = assert.fail()] = compareOffers([long]).offers;
    assert.deepEqual([parts.equity.own, fourYears.own], [40_000n, 40_000n]);
  });

  it('that pay the same are said to, in the same or in different parts', () => {
    const same = named('Same', 'base: 100');
    assert.deepEqual(compareOffers([same, { ...same, name: 'Twin' }]).sentences, [
      'Same and Twin pay the same over four years.',
    ]);
    const bonus = named('Bonus', 'base: 80', 'signOn: 80');
    assert.deepEqual(compareOffers([same, bonus]).sentences, [
      'Same and Bonus pay the same over four years, in different parts: base +$80, sign-on −$80.',
    ]);
  });

  it('are each compared with the best, and the first year is explained only by a sign-on bonus that is paid in it', () => {
    const front = named('Front', 'base: 100', 'equity: { value: 100 }', 'vesting: { years: 4, split: [100, 0, 0, 0] }');
    const even = named('Even', 'base: 130');
    const low = named('Low', 'base: 120');
    assert.deepEqual(compareOffers([low, front, even]).sentences, [
      'Even pays $20 more than Front over four years: base +$120, equity −$100.',
      'In the first year Front pays $70 more than Even.',
      'Even pays $40 more than Low over four years: base +$40.',
    ]);
  });

  it('do not turn at half the share price where the better one is still as good', () => {
    const shares = named('Shares', 'equity: { shares: 10, price: 20 }', 'vesting: 4 years');
    assert.equal(compareOffers([shares, named('Cash', 'base: 25')]).sentences.length, 1, 'both would pay $100');
    assert.equal(compareOffers([shares, named('Cash', 'base: 25.01')]).sentences.length, 2);
  });

  it('are compared in the currency of most, or else of the first, and a rate counts in either direction', () => {
    const dollar = named('Dollar', 'base: 100', 'currency: USD');
    const euro = named('Euro', 'base: 100', 'currency: EUR');
    assert.equal(compareOffers([euro, dollar]).currency, 'EUR');
    assert.equal(compareOffers([dollar, euro, { ...euro, name: 'Other' }]).currency, 'EUR');
    const rated = (offer: NamedOffer, rates: Record<string, number>): NamedOffer => ({
      ...offer,
      offer: { ...offer.offer, rates },
    });
    const back = compareOffers([dollar, rated(euro, { USD: 0.8 })]);
    assert.equal(back.offers[1]?.rateText, '1 USD = 0.8 EUR, as stated in euro/offer.md');
    assert.deepEqual(back.offers[1]?.yearOne, { own: 10_000n, common: 12_500n });
    assert.deepEqual(back.offers[1]?.parts.base.common, 50_000n);
    const alike = compareOffers([rated(dollar, { EUR: 1.25 }), rated(euro, { USD: 0.8 })]);
    assert.ok(!alike.sentences.join().includes('Two rates'), '1.25 and 1 : 0.8 are the same');
    const two = compareOffers([
      rated(dollar, { EUR: 1.2 }),
      rated(euro, { USD: 0.8 }),
      { ...euro, name: 'Other' },
      dollar,
    ]);
    assert.deepEqual(
      two.sentences.filter((sentence) => sentence.startsWith('Two rates')),
      [
        'Two rates are stated: 1 EUR = 1.2 USD (dollar/offer.md) and 1 USD = 0.8 EUR (euro/offer.md). The first is used.',
      ],
      'once, however many offers it is used for',
    );
    const halfCent = compareOffers([rated(dollar, { EUR: 1.00005 }), euro]);
    assert.equal(halfCent.offers[1]?.yearOne.common, 10_001n, 'half a cent goes up');
  });

  it('have the rows that any of them fills, and cells that say what is unknown', () => {
    const dollar = named('Dollar', 'base: 100', 'currency: USD', 'level: "L6 | senior"', 'deadline: 2026-12-10');
    const euro = named('Euro', 'base: 50.5', 'currency: EUR', 'equityPercent: 0.1', 'location: Berlin');
    const rows = (offers: readonly NamedOffer[]): string[] =>
      comparisonFile(compareOffers(offers))
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(2);
    const rated = { ...dollar, offer: { ...dollar.offer, rates: { EUR: 2 } } };
    assert.deepEqual(rows([rated, euro]), [
      '| Year one | $100 | unknown |',
      '| Four years | $400 | unknown |',
      '| Recurring, a year | $100 | unknown |',
      '| Base, four years | $400 | €202 = $404 |',
      '| Bonus, four years | $0 | €0 = $0 |',
      '| Sign-on, four years | $0 | €0 = $0 |',
      '| Equity, four years | $0 | unknown |',
      '| Rate |  | 1 EUR = 2 USD, as stated in dollar/offer.md |',
      '| Level | L6 \\| senior |  |',
      '| Location |  | Berlin |',
      '| Answer by | 2026-12-10 |  |',
    ]);
    assert.ok(rows([dollar, euro]).includes('| Base, four years | $400 | €202 |'), 'no rate, no dollars');
    assert.ok(rows([dollar, euro]).includes('| Rate |  | no rate |'));
    assert.ok(rows([named('Soon', 'base: 1', 'start: 2027-01-04')]).includes('| Start | 2027-01-04 |'));
    assert.ok(!rows([TARGET]).some((row) => /^\| (?:Rate|Level|Start)/u.test(row)));
    assert.match(comparisonFile(compareOffers([])), /\n\nNo offer has figures yet\.\n\n<!--/u);
  });

  it('have what is to be said of them below the table', () => {
    const text = comparisonFile(compareOffers([named('A*', 'base: 200'), named('B', 'base: 100')]));
    assert.match(text, /\|\n\n- A\\\* pays \$400 more than B over four years: base \+\$400\.\n\n<!--/u);
    assert.match(
      comparisonFile(compareOffers([TARGET])),
      /\|\n\n<!-- prep-loop: end/u,
      'nothing, where there is one offer',
    );
  });

  it('are put at the end of a file that has none yet, a line apart from what is there', () => {
    const put = (text: string): string => applyEdits(text, comparisonEdits(text, compareOffers([])) ?? []);
    assert.match(put(''), /^<!-- prep-loop: comparison/u);
    assert.match(put('Mine'), /^Mine\n\n<!-- prep-loop: comparison/u);
    assert.match(put('Mine\r\n'), /^Mine\r\n\r\n<!-- prep-loop: comparison[^\n]*\r\n/u);
    assert.ok(put('Mine').endsWith('-->\n'));
  });

  it('are a table in a file, renewed in place between its marks', () => {
    const text = comparisonFile(compareOffers([TARGET, COMPETING]));
    assert.match(
      text,
      /\| {2}\| \[Acme\]\(\.\.\/acme\/offer\.md\) \| \[Globex\]\(\.\.\/globex\/offer\.md\) \|\n\| --- \| ---: \| ---: \|\n\| Year one \| \$330,000 \| \$300,000 \|/u,
    );
    const noted = text.replace('## Notes\n', '## Notes\n\nMine.\n').replaceAll('\n', '\r\n');
    const again = comparisonEdits(noted, compareOffers([ACCEPTABLE, COMPETING]));
    const after = applyEdits(noted, again ?? []);
    assert.match(after, /\| Year one \| \$300,000 \| \$300,000 \|\r\n/u);
    assert.ok(after.endsWith('## Notes\r\n\r\nMine.\r\n') && after.startsWith('# Offers compared\r\n'));
    assert.deepEqual(comparisonEdits(after, compareOffers([ACCEPTABLE, COMPETING])), []);
    assert.match(
      applyEdits('# Mine\n', comparisonEdits('# Mine\n', compareOffers([TARGET])) ?? []),
      /^# Mine\n\n<!-- prep-loop/u,
    );
    assert.equal(comparisonEdits(text.replace(/<!-- prep-loop: end.*/u, ''), compareOffers([TARGET])), undefined);
    const odd = compareOffers([{ ...TARGET, name: 'A | [b](c)', path: 'a b/offer.md' }]);
    assert.match(comparisonFile(odd), /\[A \\\| \\\[b\\\]\(c\)\]\(\.\.\/a%20b\/offer\.md\)/u);
  });
});

describe('the figures that were stated', () => {
  const figure = { date: '2026-12-02', round: 'phone-screen', to: 'Sam', base: 205_000 };
  const added = (text: string): string | undefined => {
    const edits = addStated(text, figure);
    return edits && applyEdits(text, edits);
  };
  const entry = '{ date: 2026-12-02, round: phone-screen, to: Sam, base: 205000 }';

  it('are added to the file without touching another byte', () => {
    assert.equal(added('---\nbase: 1 # mine\n---\n# O\n'), `---\nbase: 1 # mine\nstated:\n  - ${entry}\n---\n# O\n`);
    assert.equal(added('---\nstated:\nbase: 1\n---\n'), `---\nstated:\n  - ${entry}\nbase: 1\n---\n`);
    assert.equal(
      added('---\nstated: [{ base: 1 }] # so far\n---\n'),
      `---\nstated: [{ base: 1 }, ${entry}] # so far\n---\n`,
    );
    assert.equal(added('---\nstated: []\n---\n'), `---\nstated: [${entry}]\n---\n`);
    assert.equal(
      added('---\r\nstated:\r\n- base: 1\r\n  to: A # x\r\nlevel: L6\r\n---\r\n'),
      `---\r\nstated:\r\n- base: 1\r\n  to: A # x\r\n- ${entry}\r\nlevel: L6\r\n---\r\n`,
    );
    assert.equal(added('# Offer\n'), `---\nstated:\n  - ${entry}\n---\n\n# Offer\n`);
  });

  it('are refused where the file is broken or has something else there', () => {
    for (const text of [
      '---\nstated: 5\n---\n',
      '---\nstated: { base: 1 }\n---\n',
      '---\na: [\n---\n',
      '---\nbase: 1\n',
      '<<<<<<< a\n=======\n>>>>>>> b\n',
    ])
      assert.equal(added(text), undefined, text);
  });

  it('can be added to whatever can be read (property)', () => {
    const lines = fc.array(
      fc.constantFrom(
        'base: 1',
        'stated:',
        'stated: []',
        '  - { base: 1 }',
        '  - base: 2',
        '    to: B',
        '# c',
        '',
        'level: "x"',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n'), (all, eol) => {
        const text = ['---', ...all, '---', 'Body', ''].join(eol);
        const after = added(text);
        if (after === undefined) return;
        const list = parseFrontMatter(after).data['stated'] as unknown[];
        assert.deepEqual(list.at(-1), figure);
        assert.ok(after.endsWith(`Body${eol}`));
      }),
      runs(300),
    );
  });

  it('are known by the latest of each kind', () => {
    const { offer } = readOffer(
      '---\nstated: [{ date: 2026-12-09, to: Kim, base: 210000 }, { date: 2026-12-02, base: 205000, total: 330000 }]\n---\n',
    );
    assert.deepEqual(lastStated(offer), {
      currency: 'USD',
      base: { value: 210_000, when: 'to Kim on 2026-12-09' },
      total: { value: 330_000, when: 'on 2026-12-02' },
      rates: {},
    });
    assert.equal(lastStated({ stated: [], currency: 'USD', rates: {} }), undefined);
    assert.equal(whenSaid(figure), 'to Sam on 2026-12-02, in phone screen');
  });
});

describe('deadlines that collide', () => {
  const own = { id: 'acme/offer.md', name: 'Acme', loop: 'acme', date: '2026-12-10' };

  it('are those of two offers within a week, and a last round after the deadline', () => {
    const others = [
      own,
      { id: 'offers/globex.md', name: 'Globex', loop: undefined, date: '2026-12-12' },
      { id: 'far/offer.md', name: 'Far', loop: 'far', date: '2026-12-30' },
    ];
    const loops = [
      { id: 'acme', name: 'Acme', last: '2026-12-20' },
      { id: 'initech', name: 'Initech', last: '2026-12-15' },
      { id: 'over', name: 'Over', last: '2026-12-09' },
    ];
    assert.deepEqual(collisionsOf(own, others, loops), [
      {
        label: 'Globex wants an answer 2 days later (2026-12-12)',
        advice: 'Compare the two before you answer either.',
      },
      {
        label: 'Initech has its last round on 2026-12-15, after this deadline',
        advice: 'Ask for time until 2026-12-16, or ask Initech to decide sooner.',
      },
    ]);
    assert.deepEqual(collisionsOf(own, [own], []), []);
  });

  it('are close up to a week, and the advice is to ask the one that comes first', () => {
    const at = (date: string): string[] =>
      collisionsOf(own, [{ id: 'b', name: 'B', loop: undefined, date }], []).flatMap(({ label, advice }) => [
        label,
        advice,
      ]);
    const both = 'Compare the two before you answer either.';
    assert.deepEqual(at('2026-12-10'), ['B wants an answer the same day (2026-12-10)', both]);
    assert.deepEqual(at('2026-12-17'), ['B wants an answer 7 days later (2026-12-17)', both]);
    assert.deepEqual(at('2026-12-03'), [
      'B wants an answer 7 days earlier (2026-12-03)',
      'Ask B for time until 2026-12-10.',
    ]);
    assert.deepEqual([at('2026-12-18'), at('2026-12-02')], [[], []]);
  });

  it('leave out a loop that has made its offer, and take a last round on the day itself', () => {
    const loops = [
      { id: 'b', name: 'B', last: '2026-12-10' },
      { id: 'c', name: 'C', last: '2026-12-20' },
    ];
    const offered = { id: 'c/offer.md', name: 'C', loop: 'c', date: '2027-01-20' };
    assert.deepEqual(collisionsOf(own, [own, offered], loops), [
      {
        label: 'B has its last round on 2026-12-10, the same day',
        advice: 'Ask for time until 2026-12-11, or ask B to decide sooner.',
      },
    ]);
  });

  it('are those of two offers without a loop too, each pair once, also where both have one name', () => {
    const without = (id: string, name: string, date: string): OfferDeadline => ({ id, name, loop: undefined, date });
    const all = [
      without('offers/b.md', 'Globex', '2026-12-14'),
      own,
      without('offers/a.md', 'Globex', '2026-12-12'),
      without('offers/far.md', 'Far', '2027-01-30'),
    ];
    const loops = [
      { id: 'acme', name: 'Acme', last: '2026-12-20' },
      { id: 'initech', name: 'Initech', last: '2026-12-13' },
    ];
    assert.deepEqual(
      deadlinesWithoutLoop(all, loops).map(({ deadline: { id }, collisions }) => [
        id,
        collisions.map(({ label }) => label),
      ]),
      [
        [
          'offers/a.md',
          [
            'Globex wants an answer 2 days later (2026-12-14)',
            'Initech has its last round on 2026-12-13, after this deadline',
          ],
        ],
        ['offers/b.md', []],
        ['offers/far.md', []],
      ],
    );
  });
});
