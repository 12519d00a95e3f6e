import assert from 'node:assert/strict';
import { readOffer } from '../../../src/core/offer/readOffer';
import type { Offer, Vesting } from '../../../src/core/offer/offerModel';
import { NOTHING_UNREAD } from '../../../src/core/offer/offerModel';
import { lastStated } from '../../../src/core/offer/stated';

const file = (lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n`;
const offer = (...lines: readonly string[]): Offer => readOffer(file(lines)).offer;
const said = (...lines: readonly string[]): string[] => readOffer(file(lines)).problems.map(({ message }) => message);
/** Each problem’s place, and how its message begins. */
const placed = (...lines: readonly string[]): (readonly [string, string])[] => {
  const text = file(lines);
  return readOffer(text).problems.map(({ start, end, message }) => [text.slice(start, end), message.slice(0, 20)]);
};

describe('the vesting of an offer', () => {
  const vesting = (written: string): Partial<Vesting> => {
    const { years, cliffMonths, cadence } = offer(`vesting: ${written}`).vesting;
    return { years, cliffMonths, cadence };
  };

  it('is read from words', () => {
    const read = (written: string): unknown[] => Object.values(vesting(written));
    for (const [written, ...expected] of [
      ['4 years', 4, 0, 'yearly'],
      ['5yrs, quarterly', 5, 0, 'quarterly'],
      ['3-year, paid every month', 3, 0, 'monthly'],
      ['4 years per quarter after a one year cliff', 4, 12, 'quarterly'],
      ['4 years, 2-year cliff, annually', 4, 24, 'yearly'],
      ['4 years with a 6-month cliff, monthly', 4, 6, 'monthly'],
      ['12 months cliff, 4 years', 4, 12, 'yearly'],
    ] as const)
      assert.deepEqual(read(written), expected, written);
    for (const written of ['soon', '0 years', '11 years', '2.5', '0', 'yes', '[4]'])
      assert.match(said(`vesting: ${written}`)[0] ?? '', /^“vesting” has to be a map/u, written);
    assert.deepEqual([said('vesting: 10'), said('vesting: 1')], [[], []]);
  });

  it('is as long as its split, and a split is 100 together, give or take what thirds leave', () => {
    assert.equal(offer('vesting: { years: 4, split: [50, 50] }').vesting.years, 2);
    assert.deepEqual(said('vesting: { years: 2, split: [50, 50] }'), []);
    assert.deepEqual(said('vesting: { split: [33.3, 33.3, 33.3] }'), []);
    assert.deepEqual(said('vesting: { split: [49.5, 50] }'), [], 'half a percent is what people round away');
    assert.match(said('vesting: { split: [33, 33, 33] }')[0] ?? '', /adds up to 99 and not to 100/u);
    assert.match(said('vesting: { split: [50, 51] }')[0] ?? '', /adds up to 101 and not to 100/u);
    for (const split of ['[]', '[0, 0]', '[101]', '[$50, 50]', '50', '[a]', '[9,9,9,9,9,9,9,9,9,9,9]'])
      assert.match(said(`vesting: { split: ${split} }`)[0] ?? '', /^“vesting\.split” has to list/u, split);
    assert.deepEqual(offer('vesting: { split: [0, 100%] }').vesting.split, [0, 100]);
  });

  it('has its cliff no later than its end', () => {
    assert.deepEqual(said('vesting: { years: 2, cliffMonths: 24 }'), []);
    assert.deepEqual(placed('vesting: { years: 1, cliffMonths: 13 }'), [['13', 'The cliff is after t']]);
    assert.match(said('vesting: { years: 1, cliffMonths: 13 }')[0] ?? '', /after the 1 year in which/u);
    assert.equal(offer('vesting: { years: 1, cliffMonths: 13 }').vesting.cliffMonths, 12);
  });
});

describe('the equity of an offer', () => {
  const kind = (equity: string): string | undefined => offer(`equity: ${equity}`).equity?.kind;

  it('is of the kind that its figures show, where it does not say which', () => {
    assert.equal(kind('{ shares: 1, strike: 1 }'), 'options');
    assert.equal(kind('{ percent: 1 }'), 'percent');
    assert.equal(kind('{ percent: 1, shares: 1 }'), 'rsu');
    assert.equal(kind('{ value: 1 }'), 'rsu');
    assert.equal(kind('{ kind: percent, strike: 1, percent: 1 }'), 'percent');
  });

  it('says what has to be added for its value to be known', () => {
    const missing = (equity: string): string[] =>
      [...(said(`equity: ${equity}`)[0] ?? '').matchAll(/“(\w+)”/gu)].map(([, name = '']) => name);
    assert.deepEqual(missing('{ kind: options }'), ['shares', 'strike', 'price']);
    assert.deepEqual(missing('{ kind: options, percent: 1, strike: 1 }'), ['shares', 'price']);
    assert.deepEqual(missing('{ kind: options, percent: 1, outstanding: 1000, price: 4 }'), ['strike']);
    assert.deepEqual(missing('{ kind: options, percent: 1, outstanding: 1000, price: 4, strike: 1 }'), []);
    assert.deepEqual(missing('{ taxNote: ask }'), ['value', 'shares', 'price', 'percent']);
    assert.deepEqual(missing('{ shares: 0, price: 4 }'), []);
    assert.match(said('equity: { percent: 1, price: 4 }')[0] ?? '', /^The number of .* Add “outstanding”\.$/u);
    assert.match(said('equity: { percent: 1, outstanding: 9 }')[0] ?? '', /^The value of .* Add “price”\.$/u);
    assert.deepEqual(
      placed('equity: { percent: 1, outstanding: 9 }'),
      [['1', 'The value of the sha']],
      'at the percentage',
    );
  });

  it('is told where an option is worth nothing, and where restricted stock has a strike', () => {
    const options = (price: number): string[] => said(`equity: { shares: 10, strike: 4, price: ${price} }`);
    assert.deepEqual(options(4.01), []);
    assert.deepEqual(options(4), ['At a price of 4 an option with a strike of 4 is worth nothing: it counts as 0.']);
    assert.deepEqual(placed('equity: { kind: rsu, value: 5, strike: 4 }'), [['4', 'Restricted stock has']]);
    assert.deepEqual(
      said('equity: { kind: rsu, shares: 10, strike: 9, price: 4 }').length,
      1,
      'nor is that worth nothing',
    );
  });

  it('may say the same twice within a hundredth, as people round', () => {
    const twice = (value: number): number => said(`equity: { shares: 1000, price: 100, value: ${value} }`).length;
    assert.deepEqual([twice(100_000), twice(101_010), twice(99_010), twice(101_011), twice(99_009)], [0, 0, 0, 1, 1]);
    assert.deepEqual(said('equity: { shares: 1, price: 4, value: 5 }'), [], 'one unit is no difference');
    assert.deepEqual(said('equity: { shares: 1, price: 4, value: 5.5 }').length, 1);
  });

  it('is said once: a percentage beside it does not count', () => {
    assert.deepEqual(placed('equity: { value: 5 }', 'equityPercent: 1'), [['1', '“equity” says it too']]);
    assert.equal(offer('equity: { value: 5 }', 'equityPercent: 1').equity?.value, 5);
    assert.deepEqual(offer('equityPercent: 1').equity, {
      kind: 'percent',
      percent: 1,
    });
    assert.match(said('equity: 5')[0] ?? '', /^“equity” has to be a map/u);
  });
});

describe('the bonuses and further grants of an offer', () => {
  it('are told what is missing', () => {
    assert.deepEqual(placed('bonusPercent: 10', 'equity: { value: 1 }'), [['10', 'The bonus is a perce']]);
    assert.deepEqual(said('bonusPercent: 1', 'base: 5'), [], 'one percent is one percent');
    assert.match(said('bonusPercent: 0.99', 'base: 5')[0] ?? '', /^“bonusPercent” is read as 0.99%/u);
    assert.deepEqual(said('bonusPercent: 10', 'base: much').length, 1, 'a base that cannot be read is there');
    assert.deepEqual(placed('signOn: [{ year: 2 }]').length, 1);
    assert.match(said('signOn: [{ year: 2 }]')[0] ?? '', /^This sign-on bonus has no “amount”/u);
    assert.match(said('signOn: [5, { amount: 5 }]')[0] ?? '', /^“signOn” has to be an amount/u);
    assert.deepEqual(said('refreshers: [{ value: 5 }, {}, { year: 1, value: 5 }]'), [
      'This grant has no “year”: add it.',
      'This grant has no “year” and no “value”: add it.',
    ]);
    assert.deepEqual(said('refreshers: { year: 11, value: 5 }').length, 1, 'a wrong year is no missing one');
    assert.equal(offer('refreshers: { year: 10, value: 5 }').refreshers[0]?.years, 4);
    assert.deepEqual(offer('signOn: [{ amount: 7, year: 3 }]').signOn, [
      { year: 3, amount: 7, clawbackMonths: undefined },
    ]);
    assert.deepEqual(offer('signOn: { amount: 7 }').signOn[0]?.year, 1);
  });

  it('that cannot be read are unknown in their own year only', () => {
    const unread = (...lines: readonly string[]): readonly number[] => offer(...lines).unread.signOn;
    assert.deepEqual(unread('signOn: [{ year: 10, amount: much }, { year: 1, amount: 5 }]'), [10]);
    assert.deepEqual(unread('signOn: [{ amount: much }]'), [1]);
    assert.deepEqual(
      unread('signOn: [{ year: 11, amount: 5 }, { year: 0, amount: much }, { year: 1.5, amount: 5 }]'),
      [0, 0, 0],
    );
    assert.deepEqual(unread('signOn: [much]'), [0]);
    assert.deepEqual(unread('signOn: [{ amount: 5 }, ~]'), []);
    assert.equal(offer('base: "  "', 'signOn: ~').unread, NOTHING_UNREAD, 'what is empty is not given');
    const grants = offer('refreshers: [{ year: 1, value: 5 }, { year: 1, value: much }]').unread;
    assert.deepEqual(grants, {
      base: false,
      bonus: false,
      signOn: [],
      equity: true,
    });
  });

  it('are unknown where the front matter is broken and has their key', () => {
    const broken = (...lines: readonly string[]) => offer(...lines, 'x: [').unread;
    assert.deepEqual(broken('base: 1', 'refreshers: 2'), {
      base: true,
      bonus: false,
      signOn: [],
      equity: true,
    });
    assert.deepEqual(broken('bonusPercent: 1', 'signOn: 5'), {
      base: false,
      bonus: true,
      signOn: [0],
      equity: false,
    });
    assert.deepEqual(broken('equityPercent: 1').equity, true);
    assert.equal(broken('database: 1', '  base: 2'), NOTHING_UNREAD);
  });
});

describe('the rates and figures that an offer states', () => {
  it('are read, or said to be wrong at their place', () => {
    assert.deepEqual(offer('rates: { EUR: 1.08, GBP: "1.2" }').rates, {
      EUR: 1.08,
      GBP: 1.2,
    });
    assert.deepEqual(placed('rates: { EUR: 0, euro: 1, CHF: 5% }'), [
      ['0', 'The rate of EUR is “'],
      ['1', '“euro” is not a curr'],
      ['5%', 'The rate of CHF is “'],
    ]);
    assert.match(said('rates: 1.08')[0] ?? '', /^“rates” has to be a map/u);
    assert.deepEqual(said('stated: [{ to: Sam }, { base: 1 }, { total: much }]').length, 2);
    assert.match(said('stated: [{ to: Sam }]')[0] ?? '', /^This says no figure/u);
    assert.match(said('stated: { base: 1, date: 2026-02-30 }')[0] ?? '', /^“stated\.date” is .* not a calendar day/u);
    assert.match(said('stated: { base: 1, to: [Sam] }')[0] ?? '', /^“stated\.to” has to be text/u);
  });

  it('may be left empty in a map, and are too large where they are a slip of the pen', () => {
    assert.deepEqual(
      said('equity: { value: 5, price: ~, shares: ~, kind: ~, percent: ~, taxNote: ~ }', 'vesting: 4 years'),
      [],
    );
    assert.deepEqual(
      said('stated: [{ base: 5, date: ~, to: ~ }, ~]', 'vesting: { years: 4, split: ~ }', 'asks: { target: ~ }'),
      [],
    );
    assert.match(said('base: 1e14')[0] ?? '', /write the yearly base as a number of at most 10000000000000\.$/u);
    assert.match(said('base: -1')[0] ?? '', /as a number from 0, such as/u);
    assert.match(said(`equity: { value: 5, ${'x'.repeat(60)}: 1 }`)[0] ?? '', /has no “x{40}”: it can have/u);
  });

  it('are read up to fifty, each at its place', () => {
    const many = Array.from({ length: 60 }, () => '{ amount: 1 }').join(', ');
    assert.equal(offer(`signOn: [${many}]`).signOn.length, 50);
    assert.deepEqual(placed('signOn: [{ amount: 1 }, { amount: much }]'), [['much', '“signOn.amount” is “']]);
  });

  it('are last said by date; of one day the one that stands last, and without a date the earliest', () => {
    const last = (...stated: readonly string[]): number | undefined =>
      lastStated(offer(`stated: [${stated.join(', ')}]`))?.base?.value;
    assert.equal(last('{ base: 1, date: 2026-12-02 }', '{ base: 2, date: 2026-12-02 }'), 2);
    assert.equal(last('{ base: 1, date: 2026-12-02 }', '{ base: 2 }'), 1);
    assert.equal(last('{ base: 1 }', '{ base: 2 }', '{ total: 3 }'), 2);
    assert.equal(last('{ base: 1, date: 2026-12-03 }', '{ base: 2, date: 2026-12-02 }'), 1);
  });
});

describe('the ladder of asks', () => {
  it('goes down, and may stay level', () => {
    const asks = (target: number, acceptable: number, walkAway: number): string[] =>
      said(
        `asks: { target: { base: ${target}, impact: x }, acceptable: { base: ${acceptable}, impact: x }, walkAway: { base: ${walkAway}, impact: x } }`,
      );
    assert.deepEqual([asks(3, 2, 1), asks(3, 3, 3)], [[], []]);
    assert.deepEqual(
      asks(2, 1, 3).map((message) => message.split(':')[0]),
      ['The walk-away ask is above the target one (“base”'],
      'each rung is said once',
    );
    assert.match(asks(3, 1, 2)[0] ?? '', /^The walk-away ask is above the acceptable one/u);
    assert.deepEqual(asks(1, 2, 3).length, 2);
    const other = said('asks: { target: { signOn: 1, impact: x }, walkAway: { signOn: 2, base: 9, impact: x } }');
    assert.match(other[0] ?? '', /\(“signOn”: 2 and 1\)/u, 'only what both say is compared');
  });

  it('rests on impact and on figures', () => {
    assert.deepEqual(said('asks: { acceptable: { impact: x } }'), [
      'The acceptable ask says no figure: add “base”, “grant” or “total”.',
    ]);
    assert.deepEqual(said('asks: { walkAway: { total: 5 } }'), [
      'The walk-away ask has no “impact”: name the impact you showed that it rests on.',
    ]);
    assert.match(said('asks: 5')[0] ?? '', /^“asks” has to be a map/u);
    assert.match(said('asks: { target: a lot }')[0] ?? '', /^“asks\.target” has to be a base, .* it is “a lot”\.$/u);
    assert.deepEqual(offer('asks: { target: ~, acceptable: 5 }').asks, {
      acceptable: { base: 5 },
    });
  });

  it('asks for no less than what was said, and for as much it may', () => {
    const target = (asked: string, ...stated: readonly string[]): string[] =>
      said(`asks: { target: { ${asked}, impact: x } }`, `stated: [${stated.join(', ')}]`);
    assert.deepEqual(target('base: 205000', '{ base: 205000 }'), []);
    assert.deepEqual(target('total: 204999', '{ total: 205000, date: 2026-12-02 }'), [
      'The target asks for less than the total of 205000 that you stated on 2026-12-02.',
    ]);
    assert.deepEqual(target('base: 1', '{ base: 2 }'), [
      'The target asks for less than the base of 2 that you stated.',
    ]);
    assert.deepEqual(target('base: 1', '{ total: 2 }'), [], 'a base is not compared with a total');
  });
});
