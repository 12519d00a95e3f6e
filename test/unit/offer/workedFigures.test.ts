import assert from 'node:assert/strict';
import { exactly } from '../../../src/core/offer/exactMath';
import { offerHover } from '../../../src/core/offer/offerLanguage';
import { readOffer } from '../../../src/core/offer/readOffer';
import { valueOffer } from '../../../src/core/offer/valuedOffer';
import { worthOf, type OfferWorth, type PartName } from '../../../src/core/offer/valueOffer';

const file = (lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n`;
const worth = (...lines: readonly string[]): OfferWorth => worthOf(readOffer(file(lines)).offer);
/** How a part of a year comes about. */
const how = (part: PartName | 'total', year: number, ...lines: readonly string[]): string | undefined =>
  worth(...lines).years[year - 1]?.[part].formula;

describe('how a figure of an offer comes about', () => {
  it('is said of the base and the bonus', () => {
    assert.equal(how('base', 1, 'base: 200000'), 'The base, as given');
    assert.equal(how('base', 1, 'signOn: 1'), 'No base is given');
    assert.equal(how('bonus', 1, 'base: 1'), 'No bonus is given');
    assert.equal(how('bonus', 1, 'bonusPercent: 10'), '10% of a base that is not given');
    assert.equal(worth('bonusPercent: 10').years[0]?.bonus.cents, undefined, 'a part of what is not known');
    assert.equal(worth('bonusPercent: 0').years[0]?.bonus.cents, 0n, 'and nothing of it is nothing');
  });

  it('is said of a sign-on bonus, with the longest time in which it has to be paid back', () => {
    const twice = 'signOn: [{ amount: 20000, clawbackMonths: 12 }, { amount: 10000, clawbackMonths: 24 }]';
    assert.equal(
      how('signOn', 1, twice),
      'The sign-on bonus of year 1, paid once; to be paid back on leaving within 24 months',
    );
    assert.equal(worth(twice).years[0]?.signOn.cents, 3_000_000n);
    assert.equal(how('signOn', 1, 'signOn: 5'), 'The sign-on bonus of year 1, paid once');
    assert.equal(how('signOn', 2, 'signOn: 5'), 'No sign-on bonus in this year');
    const late = worth('base: 1', 'signOn: [{ year: 5, amount: 1000 }, { year: 4, amount: 10 }]');
    assert.deepEqual(
      late.notes.filter((note) => note.includes('sign-on')),
      ['A sign-on bonus after year 4 is not counted.'],
    );
    assert.equal(late.years[3]?.signOn.cents, 1000n);
    assert.deepEqual(
      worth('signOn: [{ year: 4, amount: 10 }]').notes.filter((note) => note.includes('sign-on')),
      [],
      'the last year still counts',
    );
  });

  it('is said of what vests: in shares, options, a percentage or money', () => {
    const years = 'vesting: { years: 4, cadence: yearly }';
    assert.equal(
      how('equity', 1, 'equity: { shares: 1000, price: 40 }', years),
      '250 of 1,000 shares vest in year 1 × the price of 40',
    );
    assert.equal(
      how('equity', 2, 'equity: { kind: options, shares: 1000, strike: 4, price: 10, dilutionPercent: 20 }', years),
      '250 of 1,000 options vest in year 2 × max(0, the price of 10 − the strike of 4), less 20% dilution',
    );
    assert.equal(
      how('equity', 1, 'equity: { value: 400000 }', 'vesting: { split: [10, 20, 30, 40] }'),
      '10% of the grant vests in year 1',
    );
    assert.equal(
      how('equity', 3, 'equity: { value: 400000, dilutionPercent: 5 }', 'vesting: { years: 3 }'),
      '33.33% of the grant vests in year 3, less 5% dilution',
    );
    assert.equal(how('equity', 1, 'base: 1'), 'No equity is given');
    assert.equal(
      how('equity', 1, 'equity: { value: 400000 }', 'vesting: { years: 4, cliffMonths: 24 }'),
      'Nothing vests in year 1',
    );
  });

  it('counts money as it vests where a number of shares comes without a price', () => {
    const given = worth('equity: { shares: 3, value: 400000 }', 'vesting: { years: 4, rounding: frontLoaded }');
    assert.deepEqual(
      given.years.map(({ equity }) => equity.cents),
      [10_000_000n, 10_000_000n, 10_000_000n, 10_000_000n],
    );
    assert.equal(given.grant?.value.formula, 'The grant’s value, as given');
    const odd = worth('equity: { value: 0.02 }', 'vesting: { years: 4, rounding: frontLoaded }');
    assert.deepEqual(
      odd.years.map(({ equity }) => equity.cents),
      [1n, 0n, 1n, 0n],
      'cents are spread evenly, whatever rounding the shares have',
    );
  });

  it('is said of the whole grant, with and without dilution', () => {
    const grant = (...lines: readonly string[]) => {
      const { value, undiluted, shares } = worth(...lines).grant ?? {};
      return [value?.cents, undiluted, shares, value?.formula];
    };
    assert.deepEqual(grant('equity: { percent: 0.09, outstanding: 100000000, price: 4, dilutionPercent: 25 }'), [
      27_000_000n,
      36_000_000n,
      90_000n,
      '0.09% of 100,000,000 = 90,000 shares × the price of 4, less 25% dilution',
    ]);
    assert.deepEqual(grant('equity: { shares: 10, percent: 0.09, outstanding: 11111, price: 4 }'), [
      4000n,
      4000n,
      10n,
      '10 shares × the price of 4',
    ]);
    assert.deepEqual(
      grant('equity: { kind: options, shares: 10, price: 4, strike: 1 }').at(-1),
      '10 options × max(0, the price of 4 − the strike of 1)',
    );
    assert.deepEqual(grant('equity: { shares: 10 }'), [
      undefined,
      undefined,
      10n,
      'The value of the shares is unknown: add “price”, or the grant’s “value”.',
    ]);
  });

  it('takes another price of the shares into its words, and into the grant’s money', () => {
    const halved = (...lines: readonly string[]): OfferWorth => worthOf(readOffer(file(lines)).offer, exactly(0.5));
    const money = halved('equity: { value: 400000 }');
    assert.equal(money.fourYears.cents, 20_000_000n);
    assert.equal(money.grant?.value.formula, 'The grant’s value, as given × 0.5');
    const shares = halved('equity: { shares: 1000, price: 40 }', 'refreshers: [{ year: 1, value: 1000, years: 1 }]');
    assert.equal(shares.grant?.value.formula, '1,000 shares × the price of 40 × 0.5');
    assert.equal(shares.years[0]?.equity.cents, 500_000n + 50_000n, 'further grants are shares too');
  });

  it('is said of further grants, alone or with what vests of the first', () => {
    const further = 'refreshers: [{ year: 1, value: 60000 }, { year: 2, value: 9000, years: 3 }]';
    assert.equal(how('equity', 1, further), 'a quarter of the $60,000 granted in year 1');
    assert.equal(
      how('equity', 2, further),
      'a quarter of the $60,000 granted in year 1 and a third of the $9,000 granted in year 2',
    );
    assert.equal(
      how('equity', 1, 'equity: { shares: 4, price: 2 }', further),
      '1 of 4 shares vest in year 1 × the price of 2; and a quarter of the $60,000 granted in year 1',
    );
    assert.equal(worth('equity: { shares: 4, price: 2 }', further).years[0]?.equity.cents, 1_500_200n);
    const whole = worth('refreshers: [{ year: 4, value: 900, years: 1 }]');
    assert.deepEqual(
      [whole.years[3]?.equity, whole.notes.filter((note) => note.includes('refreshers'))],
      [{ cents: 90_000n, formula: 'a whole of the $900 granted in year 4' }, []],
    );
  });

  it('is said of a year, of all and of what recurs', () => {
    const lines = ['base: 100000', 'signOn: 20000', 'equity: { value: 500000 }', 'vesting: { years: 5 }'];
    const { total, fourYears, average, recurring } = worth(...lines);
    assert.deepEqual(
      [total, fourYears, average, recurring].map(({ cents, formula }) => [cents, formula]),
      [
        [102_000_000n, 'the total of 5 years'],
        [82_000_000n, 'the total of four years'],
        [20_400_000n, '$1,020,000 ÷ 5 years'],
        [20_000_000n, '($1,020,000 − $20,000 sign-on) ÷ 5 years'],
      ],
    );
    assert.equal(how('total', 1, ...lines), 'Base + Sign-on + Equity');
    assert.equal(how('total', 2, ...lines), 'Base + Equity');
    const unknown = worth('base: 100000', 'signOn: some');
    const unknowable = 'Unknown, as a part of it is: see the problems of the file';
    assert.deepEqual(
      [unknown.total.formula, unknown.average.formula, unknown.years[0]?.total.formula, unknown.years[0]?.known],
      [unknowable, unknowable, unknowable, 10_000_000n],
    );
    assert.deepEqual(unknown.recurring, {
      cents: 10_000_000n,
      formula: '$400,000 without the sign-on ÷ 4 years',
    });
  });

  it('is rounded to the cent where an average is none', () => {
    assert.equal(worth('signOn: 0.02').average.cents, 1n, 'half a cent goes up');
    assert.equal(worth('signOn: 0.01').average.cents, 0n);
  });

  it('notes what was assumed, and only where it matters', () => {
    const notes = (...lines: readonly string[]): readonly string[] => worth(...lines).notes;
    assert.deepEqual(notes('base: 1', 'currency: USD'), []);
    assert.deepEqual(notes('signOn: €1', 'base: a lot', 'currency: USD'), [], 'an unknown base is no missing one');
    assert.deepEqual(notes('equity: { value: 1 }'), [
      'No vesting is given: four years in equal parts are assumed.',
      'No currency is given: USD is assumed.',
      'No base is given: it counts as nothing.',
    ]);
    assert.deepEqual(notes('base: €1', 'equity: { value: 1 }', 'vesting: { years: 4 }'), [
      'No cadence of vesting is given: once a year is assumed.',
    ]);
    assert.deepEqual(notes('base: €1', 'equity: { value: 1 }', 'vesting: { cadence: monthly }'), []);
    assert.deepEqual(notes('base: €1', 'vesting: { years: 4 }'), [], 'nothing vests');
  });
});

describe('an offer’s value for another extension', () => {
  it('is in units of its currency, and says nothing of a grant without shares', () => {
    const value = valueOffer(`\uFEFF${file(['base: 100.25', 'currency: EUR', 'equity: { value: 4 }'])}`);
    assert.deepEqual(
      [value.currency, value.years[0], value.total, value.average, value.recurring, value.shares],
      [
        'EUR',
        {
          year: 1,
          base: 100.25,
          bonus: 0,
          signOn: 0,
          equity: 1,
          total: 101.25,
        },
        405,
        101.25,
        101.25,
        undefined,
      ],
    );
    const none = valueOffer(7);
    assert.deepEqual(
      [none.years, none.notes, none.currency, none.total, none.problems.length],
      [[], [], '', undefined, 1],
    );
  });
});

describe('a hover over a key of an offer', () => {
  const hover = (key: string, ...lines: readonly string[]): string => {
    const text = file(lines);
    return offerHover(text, text.indexOf(key) + 1)?.text ?? '';
  };

  it('has the years of what it pays; the base has the totals', () => {
    const years = (text: string): string[] => [...text.matchAll(/^- ([^:]+): /gmu)].map(([, title = '']) => title);
    const four = ['Year 1', 'Year 2', 'Year 3', 'Year 4'];
    const lines = ['base: 100', 'signOn: 20', 'vesting: 4 years', 'level: L6', 'equity: { value: 4, price: 1 }'];
    assert.deepEqual(years(hover('base', ...lines)), ['Year 1', 'First year', 'Four years', 'Recurring, a year']);
    for (const key of ['signOn', 'vesting', 'price']) assert.deepEqual(years(hover(key, ...lines)), four, key);
    assert.match(hover('vesting', ...lines), /Year 2: \*\*\$1\*\* = 25% of the grant vests in year 2/u);
    assert.deepEqual(years(hover('level', ...lines)), [], 'nothing is worked out from a level');
    assert.deepEqual(years(hover('vesting', 'vesting: 4 years')), [], 'nor from an offer without figures');
  });
});
