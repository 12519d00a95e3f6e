import assert from 'node:assert/strict';
import { readOffer } from '../../../src/core/offer/readOffer';
import { spokenAsk } from '../../../src/core/offer/spokenAsk';
import { valueOffer } from '../../../src/core/offer/valuedOffer';

const file = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n`;
const said = (...lines: string[]): string[] => readOffer(file(...lines)).problems.map(({ message }) => message);
const base = (written: string): number | undefined => readOffer(file(`base: ${written}`)).offer.base;

describe('a figure of an offer', () => {
  it('may have any mark of money and any usual grouping of digits', () => {
    for (const written of [
      'US$200k',
      'A$200k',
      '200,000 €',
      "200'000 CHF",
      '200\u202f000',
      '2,00,000',
      '200k usd',
      'GBP 0.2M',
    ])
      assert.equal(base(written), 200_000, written);
    for (const written of ['200,5', '200k/year', '16k per month', '200-210k', '~200k', '1.234,56 €', '200k €$'])
      assert.equal(base(written), undefined, written);
  });

  it('is money where money is meant, and a percentage where that is', () => {
    const wrong = [
      ['base: 15%', '“base” is “15%”: write the yearly base as an amount of money, not in percent.'],
      ['signOn: 10%', '“signOn” has to be an amount'],
      ['equity: { value: 0.5% }', '“equity.value” is “0.5%”'],
      ['equity: { shares: $400000, price: 4 }', '“equity.shares” is “$400000”'],
      ['bonusPercent: $500', '“bonusPercent” is “$500”'],
      ['equity: { value: 1, dilutionPercent: $5 }', '“equity.dilutionPercent” is “$5”'],
    ];
    for (const [line = '', message = ''] of wrong)
      assert.ok(said(line)[0]?.startsWith(message), `${line}: ${said(line)[0]}`);
    assert.deepEqual(said('base: 200k', 'bonusPercent: 15%', 'equity: { value: 400k, dilutionPercent: 20% }'), []);
  });

  it('whose dots mean thousands elsewhere is said to be read with a decimal point', () => {
    for (const line of [
      'base: 200.000',
      'signOn: [{ amount: 200.000 }]',
      'equity: { value: "200.000 €" }',
      'asks: { target: 200.000 }',
    ])
      assert.ok(
        said('currency: EUR', line).some((each) => each.startsWith('“200.000” is read as 200, with a decimal point')),
        line,
      );
    assert.deepEqual(said('base: 200000.125', 'equity: { shares: 10, price: 1.125 }', 'rates: { EUR: 1.085 }'), []);
  });

  it('is taken for what it is where nobody means thousands', () => {
    for (const line of [
      'base: 1000.125',
      'base: 200.00',
      'base: 200.0001',
      'base: 0.5',
      'equity: { value: 5, taxNote: "ask about 200.000" }',
      'asks: { target: { base: 5, impact: "200.000" } }',
    ])
      assert.ok(!said('currency: EUR', line).join().includes('decimal point'), line);
    const rung = said('asks: { target: { base: 200.000, impact: x }, walkAway: 1.234.567 }');
    assert.equal(rung.filter((each) => each.includes('write 200000 if')).length, 1);
    assert.match(said("base: '200.000'").join(), /“200\.000” is read as 200, .* write 200000 if you mean that much\./u);
    assert.match(said('base: 200.500').join(), /“200\.500” is read as 200\.5/u);
  });

  it('is asked about in each list of a map, and in no more than fifty of its items', () => {
    const items = (count: number): string => Array<string>(count).fill('{ year: 1, value: €5 }').join(', ');
    const wrong = (count: number): number =>
      said('currency: USD', `refreshers: [${items(count)}]`).filter((each) => each.includes('is in EUR')).length;
    assert.deepEqual([wrong(2), wrong(60)], [2, 50]);
  });

  it('has to be in its range, in whole numbers where it counts something', () => {
    const fine = (line: string): boolean => said('base: 1', line).every((each) => !each.startsWith('“'));
    for (const line of [
      'bonusPercent: 1000',
      'equity: { value: 1, dilutionPercent: 100 }',
      'equity: { value: 1, shares: 0 }',
      'signOn: [{ amount: 1, clawbackMonths: 0 }]',
      'signOn: [{ amount: 1, clawbackMonths: 120 }]',
      'base: 0',
    ])
      assert.ok(fine(line), line);
    for (const line of [
      'bonusPercent: 1001',
      'equity: { value: 1, dilutionPercent: 100.1 }',
      'equity: { value: 1, shares: 1.5 }',
      'equity: { value: 1, outstanding: 0 }',
      'equity: { value: 1, shares: 5% }',
      'signOn: [{ amount: 1, clawbackMonths: 121 }]',
      'equity: { value: 1, kind: bonds }',
      'equity: { value: 1, kind: [rsu] }',
      'equity: { value: 1, taxNote: [ask] }',
    ])
      assert.ok(!fine(line), line);
    assert.ok(fine('equity: { value: ~, kind: ~, shares: ~, percent: 1, outstanding: 9, price: 1, taxNote: ~ }'));
    assert.equal(readOffer(file('equity: { value: 1, kind: " Option " }')).offer.equity?.kind, 'options');
    assert.equal(readOffer(file('equity: { value: 1, taxNote: 83 }')).offer.equity?.taxNote, '83');
  });

  it('with a comma in braces is said to be cut there', () => {
    for (const line of ['equity: { value: 400,000 }', 'signOn: [{ amount: 30,000 }]', 'asks: { target: 205,000 }'])
      assert.match(said(line)[0] ?? '', /has a number with a comma, and in braces a comma ends the number/u, line);
  });

  it('that is not finite, or too large, is shown as it is', () => {
    assert.match(said('base: .nan')[0] ?? '', /“base” is “NaN”/u);
    assert.match(said('base: .inf')[0] ?? '', /“base” is “Infinity”.*at most/u);
    assert.match(said('base: 1e20')[0] ?? '', /at most 10000000000000\.$/u);
  });

  it('of a bonus below one percent is asked about', () => {
    assert.deepEqual(said('base: 1', 'bonusPercent: 0.15'), [
      '“bonusPercent” is read as 0.15% of the base: write 15 for 15%.',
    ]);
    assert.deepEqual(said('base: 1', 'bonusPercent: 0'), []);
  });

  it('of no equity at all is nothing, and not unknown', () => {
    assert.deepEqual([said('equityPercent: 0'), valueOffer(file('base: 5', 'equityPercent: 0')).total], [[], 20]);
  });
});

describe('the currency of an offer', () => {
  const currency = (...lines: string[]): string => readOffer(file(...lines)).offer.currency;

  it('is a code in any case or a sign, else what the base is written in', () => {
    assert.deepEqual(
      ['currency: eur', 'currency: £', 'currency: "$"', 'base: €200k', 'base: 90k GBP', 'base: $200k', 'base: 1'].map(
        (line) => currency(line),
      ),
      ['EUR', 'GBP', 'USD', 'EUR', 'GBP', 'USD', 'USD'],
    );
    assert.match(said('currency: dollars')[0] ?? '', /“currency” is “dollars”/u);
  });

  it('is that of each amount, or the amount is reported at its place', () => {
    const text = file(
      'currency: USD',
      'base: £90,000',
      'signOn: [{ amount: "€5k" }]',
      'asks: { target: { base: "$5", impact: "€2M" } }',
    );
    assert.deepEqual(
      readOffer(text).problems.map(({ start, end, message }) => [text.slice(start, end), message.split(',')[0]]),
      [
        ['£90,000', '“£90'],
        ['"€5k"', '“€5k” is in EUR and the offer in USD'],
      ],
    );
    assert.deepEqual(said('currency: CAD', 'base: $200k', 'rates: { EUR: 1.5 }'), []);
  });
});

describe('a key of an offer', () => {
  it('that is not read is told from what it was to be', () => {
    const meant = (key: string): string | undefined => /did you mean “(\w+)”/u.exec(said(`${key}: 1`)[0] ?? '')?.[1];
    assert.deepEqual(
      [
        'Base',
        'salary',
        'bonus',
        'sign-on',
        'sign_on',
        'signing bonus',
        'currancy',
        'deadlin',
        'startDate',
        'cliff',
      ].map(meant),
      ['base', 'base', 'bonusPercent', 'signOn', 'signOn', 'signOn', 'currency', 'deadline', 'start', 'vesting'],
    );
  });

  it('that a map does not have is named with those it can have', () => {
    assert.match(
      said('signOn: [{ amount: 1, when: 2 }]')[0] ?? '',
      /^“signOn” has no “when”: it can have year, amount/u,
    );
    assert.match(said('asks: { target: { pay: 1, base: 2, impact: x } }')[0] ?? '', /^“asks\.target” has no “pay”/u);
    assert.match(said('equity: { value: 1, 4000: 2 }')[0] ?? '', /^“equity” has no “4000”/u);
    assert.match(said('equity: { constructor: 1, value: 1 }')[0] ?? '', /^“equity” has no “constructor”/u);
  });

  it('of the user’s own is left alone', () => {
    for (const key of [
      'notes',
      'title',
      'tags',
      'recruiter',
      'role',
      'team',
      'status',
      'source',
      '__proto__',
      'constructor',
    ])
      assert.deepEqual(said(`${key}: 1`), [], key);
  });

  it('takes its words in any case, and the cadence of a vesting in words', () => {
    const { offer, problems } = readOffer(
      file('equity: { kind: RSUs, value: 1 }', 'vesting: 4 years monthly, 1-year cliff'),
    );
    assert.deepEqual(
      [problems, offer.equity?.kind, offer.vesting.cadence, offer.vesting.cliffMonths],
      [[], 'rsu', 'monthly', 12],
    );
    assert.equal(readOffer(file('vesting: { cadence: Quarterly }')).offer.vesting.cadence, 'quarterly');
  });
});

describe('an ask as a script says it', () => {
  it('is read as the offer is: bare, in parts, in any currency, of our side of a conflict', () => {
    const ask = (...lines: string[]): string | undefined => spokenAsk(file(...lines), 'target', 'base');
    assert.equal(ask('asks: { target: 205k }'), '$205,000');
    assert.equal(ask('asks: { target: { base: "205,000" } }'), '$205,000');
    assert.equal(ask('currency: chf', 'asks: { target: 150000 }'), 'CHF 150,000');
    assert.equal(ask('asks: { target: "$205k" }'), '$205k');
    assert.equal(ask('<<<<<<< a', 'asks: { target: 1 }', '=======', 'asks: { target: 2 }', '>>>>>>> b'), '$1');
    for (const line of [
      'asks: { target: 5% }',
      'asks: { target: 190k-200k }',
      'asks: { target: 0 }',
      'asks: { target: 7 figures }',
    ])
      assert.equal(ask(line), undefined, line);
    assert.equal(spokenAsk(file('asks: { target: { equityPercent: 0.09% } }'), 'target', 'equity'), '0.09%');
  });
});
