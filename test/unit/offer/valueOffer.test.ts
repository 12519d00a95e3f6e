import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exactly } from '../../../src/core/offer/exactMath';
import { readOffer } from '../../../src/core/offer/readOffer';
import { valueOffer } from '../../../src/core/offer/valuedOffer';
import { worthOf } from '../../../src/core/offer/valueOffer';
import { allocate, payments } from '../../../src/core/offer/vesting';
import { CADENCES, SHARE_ROUNDINGS, type ShareRounding, type Vesting } from '../../../src/core/offer/offerModel';
import { runs } from '../../support/properties';

const file = (...lines: string[]): string => `---\n${lines.join('\n')}\n---\n\n# Offer\n`;
const valued = (...lines: string[]): ReturnType<typeof valueOffer> => valueOffer(file(...lines));
const said = (...lines: string[]): string[] => valued(...lines).problems.map(({ message }) => message);

describe('the shares that vest', () => {
  const QUARTERS: Vesting = { years: 1, split: [100], cliffMonths: 0, cadence: 'quarterly', rounding: 'cumulative' };
  const parts = (vesting: Partial<Vesting>): number[] =>
    payments(18n, { ...QUARTERS, ...vesting }).map(({ amount }) => Number(amount));

  // The example of the Open Cap Table Coalition’s format, schema/enums/AllocationType: 18 shares in 4 parts.
  const TABLE: readonly (readonly [ShareRounding, number[]])[] = [
    ['cumulative', [5, 4, 5, 4]],
    ['down', [4, 5, 4, 5]],
    ['frontLoaded', [5, 5, 4, 4]],
    ['backLoaded', [4, 4, 5, 5]],
  ];

  it('follow the standard allocation types: 18 shares in four parts', () => {
    for (const [rounding, expected] of TABLE) assert.deepEqual(parts({ rounding }), expected, rounding);
  });

  it('are the same in four years as in four quarters', () => {
    for (const [rounding, expected] of TABLE)
      assert.deepEqual(parts({ rounding, cadence: 'yearly', years: 4, split: [25, 25, 25, 25] }), expected, rounding);
  });

  it('are paid at once at a cliff: after two of four parts 9, 9, 10 or 8 of 18', () => {
    const atCliff = TABLE.map(([rounding]) => parts({ rounding, cliffMonths: 6 }));
    assert.deepEqual(atCliff, [
      [9, 5, 4],
      [9, 4, 5],
      [10, 4, 4],
      [8, 5, 5],
    ]);
  });

  it('give nothing to a year in which nothing vests', () => {
    assert.deepEqual(allocate(5n, [0n, 1n, 1n], 'frontLoaded'), [0n, 3n, 2n]);
    assert.deepEqual(allocate(5n, [1n, 1n, 0n], 'backLoaded'), [2n, 3n, 0n]);
  });

  it('add up to the grant, whatever the cadence, split and cliff', () => {
    const vestings = fc
      .record({
        split: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 10 }),
        cadence: fc.constantFrom(...CADENCES),
        rounding: fc.constantFrom(...SHARE_ROUNDINGS),
        cliff: fc.integer({ min: 0, max: 120 }),
        grant: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      })
      .filter(({ split }) => split.some((part) => part > 0));
    fc.assert(
      fc.property(vestings, ({ split, cadence, rounding, cliff, grant }) => {
        const years = split.length;
        const percentages = split.map((part) => part / 100);
        const paid = payments(grant, {
          years,
          split: percentages,
          cadence,
          rounding,
          cliffMonths: Math.min(cliff, years * 12),
        });
        assert.equal(
          paid.reduce((sum, { amount }) => sum + amount, 0n),
          grant,
        );
        assert.ok(paid.every(({ amount, month }) => amount >= 0n && month >= Math.min(cliff, years * 12)));
      }),
      runs(300),
    );
  });
});

describe('the worth of an offer', () => {
  const totals = (value: ReturnType<typeof valueOffer>): (number | undefined)[] =>
    value.years.map(({ total }) => total);

  it('is the sum of base, bonus, sign-on and what vests', () => {
    // The ladder in the Confluent playbook’s guide to the committee: $200k, $400k in equal parts, $30k.
    const value = valued(
      'base: 200000',
      'currency: USD',
      'signOn: 30000',
      'equity: { kind: rsu, value: 400000 }',
      'vesting: { years: 4, cadence: yearly }',
    );
    assert.deepEqual(value.problems, []);
    assert.deepEqual(value.years[0], {
      year: 1,
      base: 200_000,
      bonus: 0,
      signOn: 30_000,
      equity: 100_000,
      total: 330_000,
    });
    assert.deepEqual([totals(value), value.total], [[330_000, 300_000, 300_000, 300_000], 1_230_000]);
    assert.deepEqual([value.average, value.recurring], [307_500, 300_000]);
  });

  it('follows the split of the years', () => {
    // The same guide: at 10, 20, 30 and 40% the first year of the target is $270k.
    const tenTwenty = valued(
      'base: 200000',
      'signOn: 30000',
      'equity: { value: 400000 }',
      'vesting: { split: [10, 20, 30, 40] }',
    );
    assert.deepEqual(totals(tenTwenty), [270_000, 280_000, 320_000, 360_000]);
    // Amazon’s published schedule of 5, 15, 40 and 40%, with sign-on bonuses in two years.
    const amazon = valued(
      'base: 160000',
      'signOn: [{ year: 1, amount: 80000, clawbackMonths: 12 }, { year: 2, amount: 60000 }]',
      'equity: { kind: rsu, shares: 2000, price: 100 }',
      'vesting: { split: [5, 15, 40, 40], cadence: yearly }',
    );
    assert.deepEqual(totals(amazon), [250_000, 250_000, 240_000, 240_000]);
    assert.deepEqual([amazon.total, amazon.recurring], [980_000, 210_000]);
  });

  it('has the bonus in percent of the base', () => {
    // The general playbook’s guide to the final panel: $175k, 10%, $160k: $232.5k in the first year.
    assert.equal(valued('base: 175000', 'bonusPercent: 10', 'equity: { value: 160000 }').years[0]?.total, 232_500);
  });

  it('counts options for what they bring above their strike, and never below nothing', () => {
    const options = (price: number): number | undefined =>
      valued(`equity: { kind: options, shares: 4000, strike: 4.5, price: ${price} }`).total;
    assert.deepEqual([options(10), options(4.5), options(2)], [22_000, 0, 0]);
    const { offer } = readOffer(file('equity: { kind: options, shares: 4000, strike: 4.5, price: 10 }'));
    assert.deepEqual(
      [0.5, 1, 2].map((factor) => worthOf(offer, exactly(factor)).total.cents),
      [200_000n, 2_200_000n, 6_200_000n],
      'half the price brings less than half',
    );
  });

  it('turns a percentage into shares where all shares and the price are given', () => {
    // Confluent’s guide: 0.09% of some 355M shares at $31 would be $9.9M.
    const value = valued('equity: { kind: percent, percent: 0.09, outstanding: 355000000, price: 31 }');
    assert.deepEqual([value.shares, value.total, value.problems], [319_500, 9_904_500, []]);
    const diluted = valued('equity: { percent: 0.09, outstanding: 355000000, price: 31, dilutionPercent: 20 }');
    assert.deepEqual([diluted.shares, diluted.total], [319_500, 7_923_600]);
  });

  it('says that shares are unknown, and gives no number for them or for a total', () => {
    for (const lines of [['equityPercent: 0.09'], ['equity: { kind: percent, percent: 0.09 }']]) {
      const value = valued('base: 200000', 'signOn: 30000', ...lines);
      assert.match(
        value.problems[0]?.message ?? '',
        /^The number of shares is unknown: 0\.09% .* Add “outstanding” and “price”\.$/u,
      );
      assert.deepEqual(
        [value.shares, value.total, value.average, value.recurring],
        [undefined, undefined, undefined, undefined],
      );
      assert.deepEqual(
        value.years.map(({ base, signOn, equity, total }) => [base, signOn, equity, total]),
        [30_000, 0, 0, 0].map((signOn) => [200_000, signOn, undefined, undefined]),
      );
    }
    assert.match(
      said('equity: { kind: rsu, shares: 1000 }').join(),
      /The value of the shares is unknown: add “price”/u,
    );
    assert.match(said('equity: { kind: options, shares: 1000, price: 8 }').join(), /unknown: add “strike”/u);
    assert.match(said('equity: { percent: 0.1, outstanding: 1000000 }').join(), /Add “price”/u);
  });

  it('spreads further grants over their years, and says what vests after the last', () => {
    const value = valued(
      'base: 100000',
      'refreshers: [{ year: 2, value: 60000, years: 4 }, { year: 4, value: 1000, years: 3 }]',
    );
    assert.deepEqual(
      value.years.map(({ equity }) => equity),
      [0, 15_000, 15_000, 15_333.33],
    );
    assert.deepEqual(value.notes.at(-1), '$15,666.67 of the refreshers vests after year 4 and is not counted.');
  });

  it('goes on for as long as the grant vests', () => {
    const value = valued('base: 100000', 'equity: { value: 500000 }', 'vesting: { years: 5 }');
    assert.deepEqual([value.years.length, value.total, value.average], [5, 1_000_000, 200_000]);
    assert.equal(valued('base: 1', 'vesting: { years: 3 }').years.length, 4);
  });

  it('is exact to the cent: no sum drifts', () => {
    const value = valued('base: 0.1', 'bonusPercent: 100', 'signOn: 0.1', 'equity: { value: 0.4 }');
    assert.deepEqual([value.years[0]?.total, value.total], [0.4, 1.3]);
    assert.equal(valued('equity: { shares: 3, price: 0.1 }', 'vesting: { years: 1 }').total, 0.3);
    assert.equal(valued('base: 1.005').years[0]?.base, 1.01, 'half a cent goes up');
  });

  it('adds up: years to the total, parts to the year, for any offer', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((value) => value / 100);
    const offers = fc.record({
      base: cents,
      bonus: fc.integer({ min: 0, max: 3000 }).map((value) => value / 100),
      signOn: cents,
      shares: fc.integer({ min: 0, max: 10 ** 7 }),
      price: fc.integer({ min: 1, max: 10 ** 7 }).map((value) => value / 10_000),
      dilution: fc.integer({ min: 0, max: 100 }),
      cadence: fc.constantFrom(...CADENCES),
      rounding: fc.constantFrom(...SHARE_ROUNDINGS),
    });
    const inCents = (units: number | undefined): bigint => BigInt(Math.round((units ?? NaN) * 100));
    fc.assert(
      fc.property(offers, ({ base, bonus, signOn, shares, price, dilution, cadence, rounding }) => {
        const value = valued(
          `base: ${base}`,
          `bonusPercent: ${bonus}`,
          `signOn: ${signOn}`,
          `equity: { shares: ${shares}, price: ${price}, dilutionPercent: ${dilution} }`,
          `vesting: { split: [10, 20, 33.3, 36.7], cadence: ${cadence}, rounding: ${rounding}, cliffMonths: 12 }`,
        );
        for (const year of value.years)
          assert.equal(
            [year.base, year.bonus, year.signOn, year.equity].map(inCents).reduce((a, b) => a + b),
            inCents(year.total),
          );
        assert.equal(
          value.years.map(({ total }) => inCents(total)).reduce((a, b) => a + b),
          inCents(value.total),
        );
        const grant =
          (BigInt(shares) * BigInt(Math.round(price * 10_000)) * BigInt(100 - dilution) * 2n + 10_000n) / 20_000n;
        assert.equal(
          value.years.map(({ equity }) => inCents(equity)).reduce((a, b) => a + b),
          grant,
        );
      }),
      runs(100),
    );
  });
});

describe('an offer’s front matter', () => {
  it('of an older file stays readable', () => {
    const value = valued(
      'base: 200000',
      'equityPercent:',
      'signOn: 30000',
      'currency: EUR',
      'vesting: 4 years, 1-year cliff',
    );
    assert.deepEqual([value.problems, value.currency, value.total], [[], 'EUR', 830_000]);
    assert.equal(readOffer(file('vesting: 4 years, 1-year cliff')).offer.vesting.cliffMonths, 12);
    assert.equal(readOffer(file('vesting: 3')).offer.vesting.years, 3);
    assert.deepEqual(said('base:', 'equityPercent:', 'signOn:', 'currency: USD', 'vesting:'), []);
  });

  it('takes figures as people write them', () => {
    for (const base of ['200000', '"200,000"', '$200k', '200k USD', '0.2M', "200'000"])
      assert.equal(valued(`base: ${base}`).years[0]?.base, 200_000, base);
    assert.match(said('base: a lot').join(), /“base” is “a lot”: write the yearly base as a number/u);
    assert.match(said('base: -5').join(), /“base” is “-5”/u);
    assert.match(said('base: "20,00"').join(), /“base”/u);
  });

  it('reports each problem at its place', () => {
    const text = file(
      'base: 1',
      'equity:',
      '  kind: shares',
      '  pric: 4',
      'vesting: { years: 4, split: [50, 40], cliffMonths: 60 }',
      'deadline: soon',
    );
    const placed = readOffer(text).problems.map(({ start, end, message }) => [
      text.slice(start, end),
      message.split(':')[0],
    ]);
    assert.deepEqual(placed, [
      ['4', '“equity” has no “pric”'],
      ['shares', '“equity.kind” is “shares”'],
      ['soon', '“deadline” is “soon”, which is not a calendar day'],
      ['[50, 40]', '“vesting.split” is for 2 years, and “vesting.years” is 4'],
      ['[50, 40]', '“vesting.split” adds up to 90 and not to 100'],
      ['60', 'The cliff is after the 2 years in which the grant vests'],
      ['kind: shares\n  pric: 4\n', 'The equity says no figure'],
    ]);
  });

  it('is told where a grant says the same twice and not alike', () => {
    assert.deepEqual(said('equity: { percent: 0.09, outstanding: 100000000, shares: 50000, price: 4 }', 'base: 1'), [
      '0.09% of 100000000 are 90000 shares, and not 50000: “shares” counts. Correct one of the three.',
    ]);
    assert.deepEqual(said('equity: { percent: 0.09, outstanding: 100000000, price: 4, value: 400000 }'), [
      '90000 shares at 4 are 360000, and not 400000: the shares count. Correct one of them.',
    ]);
    assert.deepEqual(said('equity: { kind: options, shares: 1000, strike: 1, price: 5, value: 5000 }'), [
      '1000 options at 5 with a strike of 1 are 4000, and not 5000: the options count. Correct one of them.',
    ]);
    assert.deepEqual(
      said('equity: { percent: 0.09, outstanding: 100000000, shares: 90000, price: 4, value: 360k }'),
      [],
    );
  });

  it('wants the asks in order, each tied to the impact shown', () => {
    assert.deepEqual(
      said(
        'asks:',
        '  target: { base: 210000, impact: $2M ARR }',
        '  acceptable: { base: 200000, impact: $2M ARR }',
        '  walkAway: { base: 185000, impact: $1M ARR }',
      ),
      [],
    );
    const [order] = said('asks: { target: { base: 200000, impact: x }, walkAway: { base: 210000, impact: x } }');
    assert.match(order ?? '', /^The walk-away ask is above the target one \(“base”: 210000 and 200000\)/u);
    assert.match(said('asks: { target: 200000 }').join(), /The target ask has no “impact”/u);
    assert.match(
      said('stated: [{ to: Sam, base: 205000 }]', 'asks: { target: { base: 200000, impact: x } }').join(),
      /^The target asks for less than the base of 205000 that you stated to Sam\.$/u,
    );
    assert.match(said('asks: { floor: 1 }').join(), /“asks” has no “floor”: it can have target, acceptable, walkAway/u);
  });

  it('leaves unknown what the file gives and cannot be read, and never counts it as nothing', () => {
    const totals = (...lines: string[]) => {
      const { total, recurring, years } = valued(...lines);
      return [years[0]?.total, years[1]?.total, total, recurring];
    };
    assert.deepEqual(totals('base: a lot', 'signOn: 10000'), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(totals('base: [200000]'), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(totals('base: 100000', 'bonusPercent: some'), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(totals('base: 100000', 'signOn: a bit'), [undefined, undefined, undefined, 100_000]);
    assert.deepEqual(totals('base: 100000', 'signOn: [{year: 2, amount: much}]'), [
      100_000,
      undefined,
      undefined,
      100_000,
    ]);
    assert.deepEqual(totals('base: 100000', 'signOn: [{year: 1, amount: 5000}, {year: 2, amount: -1}]'), [
      105_000,
      undefined,
      undefined,
      100_000,
    ]);
    assert.deepEqual(totals('base: 100000', 'equity: plenty'), [undefined, undefined, undefined, undefined]);
    assert.deepEqual(totals('base: 100000', 'refreshers: soon'), [undefined, undefined, undefined, undefined]);
    assert.equal(valued('base: 100000', 'signOn: {year: [}').total, undefined);
    assert.deepEqual(totals('base:', 'signOn:', 'bonusPercent: 0'), [0, 0, 0, 0]);
    assert.equal(valued('base: a lot').years[0]?.base, undefined);
    assert.equal(valued('signOn: a bit', 'base: 1').years[0]?.signOn, undefined);
  });

  it('stands hostile front matter: each value is a figure, unknown or refused with a message', () => {
    const numbers = ['1e308', '-1', '-0', '.nan', '.inf', '0x10', '1_000', '00012', '9'.repeat(400), '1e-320'];
    const others = [
      '""',
      "''",
      '~',
      'true',
      '[]',
      '{}',
      '[1, [2]]',
      '2026-12-02',
      '2026-13-45',
      '!!js x',
      '*a',
      '&a b',
    ];
    const keys = [
      'base',
      'bonusPercent',
      'signOn',
      'equity',
      'equityPercent',
      'vesting',
      'refreshers',
      'rates',
      'asks',
    ];
    const maps = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'year', 'amount', 'value', 'shares'];
    const atom = fc.constantFrom(...numbers, ...others);
    const map = fc
      .tuple(fc.constantFrom(...maps), atom, fc.constantFrom(...maps), atom)
      .map(([a, x, b, y]) => `{${a}: ${x}, ${b}2: ${y}}`);
    const value = fc.oneof(
      atom,
      map,
      map.map((one) => `[${one}]`),
      map.map((one) => `[${one}, 3]`),
    );
    const key = fc.constantFrom(...keys, '__proto__', 'constructor', 'toString');
    fc.assert(
      fc.property(fc.array(fc.tuple(key, value), { maxLength: 5 }), (lines) => {
        const { years, total, average, recurring } = valued(...lines.map(([name, one]) => `${name}: ${one}`));
        const amounts = years.flatMap(({ base, bonus, signOn, equity, total: sum }) => [
          base,
          bonus,
          signOn,
          equity,
          sum,
        ]);
        for (const amount of [...amounts, total, average, recurring])
          assert.ok(amount === undefined || (Number.isFinite(amount) && amount >= 0), `${amount}`);
        for (const { base, bonus, signOn, equity, total: sum } of years) {
          const parts = [base, bonus, signOn, equity];
          if (parts.includes(undefined)) assert.equal(sum, undefined);
          else if (Number(sum) < 1e12)
            assert.ok(Math.abs(parts.reduce<number>((a, b) => a + (b ?? 0), 0) - Number(sum)) < 0.01);
        }
      }),
      runs(150),
    );
    assert.equal(({} as Record<string, unknown>)['amount'], undefined);
  });

  it('never throws, and says what it was given in place of a text', () => {
    for (const value of [
      undefined,
      null,
      7,
      {},
      [],
      new String('x'),
      '\u0000',
      '---\n',
      '---\na: [\n---\n',
      '---\n- 1\n---\n',
    ])
      assert.ok(Array.isArray(valueOffer(value).problems));
    assert.equal(valueOffer(7).problems[0]?.message, '“markdown” has to be a string, not a number.');
    const value = fc.oneof(fc.jsonValue(), fc.string());
    const keys = [
      'base',
      'currency',
      'bonusPercent',
      'signOn',
      'equity',
      'vesting',
      'refreshers',
      'rates',
      'stated',
      'asks',
      'deadline',
      'equityPercent',
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (data) => {
        const lines = Object.entries(data).map(([key, one]) => `${key}: ${JSON.stringify(one)}`);
        const { years, problems } = valued(...lines);
        assert.ok(years.length >= 4 && problems.every(({ message }) => message !== ''));
      }),
      runs(300),
    );
  });
});
