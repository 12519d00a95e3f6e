import assert from 'node:assert/strict';
import {
  atLeastZero,
  centsOf,
  exactly,
  minus,
  over,
  roundDown,
  roundHalfUp,
  unitsOf,
  whole,
} from '../../../src/core/offer/exactMath';
import { sharesOf, worthOfShare } from '../../../src/core/offer/grantShares';
import { money, wholeNumberText } from '../../../src/core/offer/offerMoney';
import { payments, vestedByYear } from '../../../src/core/offer/vesting';
import { statedText, whenSaid } from '../../../src/core/offer/stated';
import { currenciesOf, numberIn, writtenFigure } from '../../../src/core/offer/writtenFigure';

describe('a number as the decimal that it is written as', () => {
  it('is whole, a fraction, below nothing, tiny or huge', () => {
    assert.deepEqual(exactly(12.5), { top: 125n, bottom: 10n });
    assert.deepEqual(exactly(-0.5), { top: -5n, bottom: 10n });
    assert.deepEqual(exactly(2.5e-7), { top: 25n, bottom: 10n ** 8n });
    assert.deepEqual(exactly(1.5e21), { top: 15n * 10n ** 20n, bottom: 1n });
    for (const value of [NaN, Infinity]) assert.throws(() => exactly(value), RangeError);
  });

  it('is rounded down, or to the nearest with a half going up, also below nothing', () => {
    const halves = [-3n, -2n, -1n, 0n, 1n, 2n, 3n].map((top) => ({
      top,
      bottom: 2n,
    }));
    assert.deepEqual(halves.map(roundDown), [-2n, -1n, -1n, 0n, 0n, 1n, 1n]);
    assert.deepEqual(halves.map(roundHalfUp), [-1n, -1n, 0n, 0n, 1n, 1n, 2n]);
  });

  it('keeps its sign on the top when it is divided, and is not divided by nothing', () => {
    assert.deepEqual(over(whole(3n), whole(-2n)), { top: -3n, bottom: 2n });
    assert.deepEqual(over(exactly(0.5), exactly(0.25)), {
      top: 500n,
      bottom: 250n,
    });
    assert.throws(() => over(whole(1n), whole(0n)), RangeError);
    assert.deepEqual(minus(exactly(0.5), exactly(0.25)), {
      top: 250n,
      bottom: 1000n,
    });
    assert.deepEqual(atLeastZero(exactly(-0.01)), whole(0n));
    assert.deepEqual(atLeastZero(exactly(0.01)), exactly(0.01));
  });
});

describe('money for reading', () => {
  it('has its sign or its code, thousands, and cents where there are any', () => {
    const shown = (units: number, currency = 'USD'): string => money(centsOf(exactly(units)), currency);
    assert.deepEqual(
      [230_000, 999, 0, 0.05, 1050.5, -1234.5].map((units) => shown(units)),
      ['$230,000', '$999', '$0', '$0.05', '$1,050.50', '−$1,234.50'],
    );
    assert.deepEqual(
      ['EUR', 'GBP', 'JPY', 'INR', 'CHF'].map((currency) => shown(90_000, currency)),
      ['€90,000', '£90,000', '¥90,000', '₹90,000', 'CHF 90,000'],
    );
    assert.equal(unitsOf(123_456n), 1234.56);
    assert.equal(wholeNumberText(319_500n), '319,500');
  });

  it('says what was told to whom, with as much as is known', () => {
    assert.equal(statedText({ base: 205_000, total: 330_000.5 }, 'EUR'), 'base €205,000, first year €330,000.50');
    assert.deepEqual(
      [statedText({ base: 1000 }, 'USD'), statedText({ total: 1000 }, 'USD'), statedText({}, 'USD')],
      ['base $1,000', 'first year $1,000', ''],
    );
    const titles = (id: string): string | undefined => ({ 'phone-screen': 'Phone Screen', '02-final': 'The End' })[id];
    assert.equal(whenSaid({ to: 'Sam', round: '01-phone-screen' }, titles), 'to Sam, in Phone Screen');
    assert.equal(whenSaid({ date: '2026-12-02', round: '02-final' }, titles), 'on 2026-12-02, in The End');
    assert.equal(whenSaid({ round: '03-hiring-manager' }, titles), 'in hiring manager');
    assert.equal(whenSaid({}), '');
  });
});

describe('a written figure', () => {
  it('is read up to ten trillion, and from nothing', () => {
    assert.equal(writtenFigure(1e13)?.value, 1e13);
    assert.equal(writtenFigure(0)?.value, 0);
    assert.equal(writtenFigure('10000000m')?.value, 1e13);
    for (const value of [1e13 + 1, -0.01, NaN, '10000001m', '-1', true, null, [1], `1${' '.repeat(40)}`])
      assert.equal(writtenFigure(value), undefined, String(value));
  });

  it('says in what it is: both marks have to agree', () => {
    assert.deepEqual(writtenFigure('$5 CAD')?.currencies, ['CAD'], 'a dollar sign may be Canada’s');
    assert.deepEqual(writtenFigure('¥5')?.currencies, ['JPY', 'CNY']);
    assert.deepEqual(writtenFigure('XAU 5')?.currencies, ['XAU']);
    assert.deepEqual(writtenFigure('5 chf')?.currencies, ['CHF']);
    assert.deepEqual(writtenFigure('0.09 %'), {
      value: 0.09,
      currencies: [],
      isPercent: true,
    });
    for (const text of ['$5 EUR', '5 xau', 'Xau 5', '$5%', 'abc 5', '5 $$'])
      assert.equal(writtenFigure(text), undefined, text);
    assert.equal(currenciesOf('toString'), undefined);
  });

  it('has its digits in threes, or as India groups them, and thousands or millions in a letter', () => {
    for (const [text, value] of [
      ['1.5m', 1_500_000],
      ['1.5 M', 1_500_000],
      ['12,00,000', 1_200_000],
      ['1,234,567.89', 1_234_567.89],
      ["1'234", 1234],
      ['1 234 567', 1_234_567],
      ['0.1k', 100],
    ] as const)
      assert.equal(numberIn(text), value, text);
    for (const text of ['1,23', '1234,567', '12,3456', '1,234,56', '1_23_4', '1.', '.5', '1k5', '5%'])
      assert.equal(numberIn(text), undefined, text);
  });
});

describe('a grant', () => {
  it('has whole shares: a fraction of one is not granted', () => {
    assert.equal(sharesOf({ kind: 'percent', percent: 0.01, outstanding: 19_999 }), 1n);
    assert.equal(
      sharesOf({
        kind: 'percent',
        percent: 0.01,
        outstanding: 19_999,
        shares: 7,
      }),
      7n,
      'as written',
    );
    assert.equal(sharesOf({ kind: 'percent', percent: 0.01 }), undefined);
  });

  it('of restricted stock has no strike to pay, whatever its file says', () => {
    const each = { price: 10, strike: 4 } as const;
    assert.deepEqual(worthOfShare({ kind: 'rsu', ...each }), exactly(10));
    assert.equal(roundDown(worthOfShare({ kind: 'options', ...each }) ?? whole(0n)), 6n);
    assert.equal(worthOfShare({ kind: 'options', strike: 4 }), undefined);
  });

  it('vests monthly after its cliff, at which a year’s worth is paid at once', () => {
    const paid = payments(48n, {
      years: 4,
      split: [25, 25, 25, 25],
      cliffMonths: 12,
      cadence: 'monthly',
      rounding: 'cumulative',
    });
    assert.deepEqual(paid.slice(0, 3), [
      { month: 12, amount: 12n },
      { month: 13, amount: 1n },
      { month: 14, amount: 1n },
    ]);
    assert.deepEqual([paid.length, paid.at(-1)], [37, { month: 48, amount: 1n }]);
    assert.deepEqual(vestedByYear(paid, 4), [12n, 24n, 36n, 48n]);
  });

  it('whose cliff lies between two payments pays the first at the cliff', () => {
    const quarterly = {
      years: 1,
      split: [100],
      cadence: 'quarterly',
      rounding: 'cumulative',
    } as const;
    assert.deepEqual(payments(40n, { ...quarterly, cliffMonths: 5 }), [
      { month: 5, amount: 10n },
      { month: 6, amount: 10n },
      { month: 9, amount: 10n },
      { month: 12, amount: 10n },
    ]);
    assert.deepEqual(
      payments(40n, { ...quarterly, cliffMonths: 2 }).map(({ month }) => month),
      [3, 6, 9, 12],
      'before the first payment a cliff changes nothing',
    );
  });

  it('vests in the proportions that its years are written in', () => {
    const split = (...years: number[]): bigint[] =>
      payments(1000n, {
        years: years.length,
        split: years,
        cliffMonths: 0,
        cadence: 'yearly',
        rounding: 'down',
      }).map(({ amount }) => amount);
    assert.deepEqual(split(10, 20.5, 30.25, 39.25), [100n, 205n, 302n, 393n]);
    assert.deepEqual(split(1, 1, 2), [250n, 250n, 500n]);
  });
});
