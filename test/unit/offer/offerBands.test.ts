import assert from 'node:assert/strict';
import { bandStandings, type Compensation } from '../../../src/core/offer/offerBands';
import { readOffer } from '../../../src/core/offer/readOffer';

const BANDS: Compensation = {
  currency: 'USD',
  base: { low: 180_000, high: 220_000 },
  equityPercent: { low: 0.05, high: 0.15 },
  signOn: { low: 20_000, high: 50_000 },
};

/** Where an offer stands in each of the bands, in words. */
const standings = (lines: readonly string[], bands: Compensation | undefined = BANDS): string[] =>
  bandStandings(readOffer(`---\n${lines.join('\n')}\n---\n`).offer, bands).map(({ standing }) => standing);

describe('the bands of a playbook', () => {
  it('are named, each with its range and the offer’s figure', () => {
    const { offer } = readOffer('---\nbase: 190000\nequity: { shares: 90000, outstanding: 100000000 }\n---\n');
    assert.deepEqual(
      bandStandings(offer, BANDS).map(({ title, range, at }) => [title, range, at]),
      [
        ['Base', '$180,000 to $220,000', 190_000],
        ['Equity, the guide’s band', '0.05% to 0.15%', 0.09],
        ['Sign-on', '$20,000 to $50,000', undefined],
      ],
    );
    assert.deepEqual(bandStandings(offer, undefined), [], 'a playbook need not have any');
    assert.deepEqual(bandStandings(offer, { currency: 'USD' }), []);
  });

  it('say how far up an offer is, or by how much it is beside them', () => {
    const base = (value: number): string | undefined => standings([`base: ${value}`])[0];
    assert.equal(base(190_000), '$190,000 is 25% of the way up the band.');
    assert.equal(base(180_000), '$180,000 is at the bottom of the band.');
    assert.equal(base(220_000), '$220,000 is at the top of the band.');
    assert.equal(base(179_999.5), '$179,999.50 is $0.50 below the band.');
    assert.equal(base(230_000), '$230,000 is $10,000 above the band.');
    const one = { currency: 'USD', base: { low: 200_000, high: 200_000 } };
    assert.deepEqual(standings(['base: 200000'], one), ['$200,000 is the figure of the band.']);
  });

  it('count percentages in points, without the noise of binary fractions', () => {
    const percent = (value: number): string | undefined => standings([`equityPercent: ${value}`])[1];
    assert.equal(
      percent(0.02),
      '0.02% is 0.03 percentage points below the band.',
      '0.05 − 0.02 is 0.030000000000000002',
    );
    assert.equal(percent(0.4), '0.4% is 0.25 percentage points above the band.');
    assert.equal(percent(0.1), '0.1% is 50% of the way up the band.');
  });

  it('add up the sign-on bonuses of all years', () => {
    const paid = 'signOn: [{ year: 1, amount: 20000 }, { year: 2, amount: 15000 }]';
    assert.equal(standings([paid])[2], '$35,000 is 50% of the way up the band.');
    assert.equal(standings(['signOn: 0'])[2], 'The offer says no figure yet.', 'no bonus is not one below the band');
  });

  it('are not compared in another currency, or with a figure that is missing', () => {
    const other = 'The band is in USD and the offer in EUR: they are not compared.';
    assert.deepEqual(standings(['currency: EUR', 'base: 200000', 'signOn: 30000', 'equityPercent: 0.1']), [
      other,
      '0.1% is 50% of the way up the band.',
      other,
    ]);
    const none = 'The offer says no figure yet.';
    const noPercent = 'The offer gives no percentage: shares and “outstanding” would.';
    assert.deepEqual(standings(['level: L6']), [none, noPercent, none]);
    for (const equity of ['{ shares: 1000, price: 4 }', '{ value: 400000, outstanding: 1000000 }'])
      assert.equal(standings([`equity: ${equity}`])[1], noPercent, equity);
  });
});
