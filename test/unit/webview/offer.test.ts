import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readOffer } from '../../../src/core/offer/readOffer';
import { makeComparisonView, makeOfferView, type OfferSources } from '../../../src/webview/host/offerView';
import { decodeFromOfferPanel, decodeOfferState, decodeToOfferPanel } from '../../../src/webview/protocol/offer';

const BANDS = {
  currency: 'USD',
  base: { low: 185_000, high: 210_000 },
  equityPercent: { low: 0.06, high: 0.09 },
  signOn: { low: 20_000, high: 35_000 },
};
const TEXT = `---
base: 200000
bonusPercent: 10
currency: USD
signOn: [{ year: 1, amount: 30000, clawbackMonths: 12 }]
equity: { kind: percent, percent: 0.09, outstanding: 355000000, price: 31, dilutionPercent: 20 }
vesting: { years: 4, cliffMonths: 12, cadence: quarterly }
level: L6
deadline: 2026-12-10
stated: [{ date: 2026-12-02, round: phone-screen, to: Sam, base: 205000 }]
asks: { target: { base: 210000, impact: $2M ARR }, walkAway: { base: 185000, impact: $2M ARR } }
---
`;
const view = (text = TEXT, changes: Partial<OfferSources> = {}) =>
  makeOfferView({
    title: 'Acme',
    read: readOffer(text),
    compensation: BANDS,
    factor: 1,
    roundTitle: (id) => (id === 'phone-screen' ? 'Phone Screen' : id),
    ...changes,
  });

describe('what the offer panel shows', () => {
  it('is each year with its parts, each figure with its formula', () => {
    const { years, sums, facts } = view();
    assert.deepEqual(
      years[0]?.parts.map(({ title, figure }) => [title, figure.text]),
      [
        ['Base', '$200,000'],
        ['Bonus', '$20,000'],
        ['Sign-on', '$30,000'],
        ['Equity', '$1,980,900'],
      ],
    );
    assert.equal(years[0]?.parts[1]?.figure.formula, '10% of the base of $200,000');
    assert.match(
      years[0]?.parts[3]?.figure.formula ?? '',
      /^79,875 of 319,500 shares vest in year 1 × the price of 31, less 20% dilution$/u,
    );
    assert.deepEqual(
      sums.map(({ title }) => title),
      ['Four years', 'Average, a year', 'Recurring, a year'],
    );
    assert.ok(facts.includes('Level L6'));
    const shares = years[0]?.parts.map(({ share }) => share) ?? [];
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 0.001, 'the largest year fills the chart');
  });

  it('marks the cliff and the months of a clawback', () => {
    const { marks, months } = view();
    assert.equal(months, 48);
    assert.deepEqual(
      marks.map(({ kind, from, to }) => [kind, from, to]),
      [
        ['cliff', 0.25, 0.25],
        ['clawback', 0, 0.25],
      ],
    );
    assert.match(marks[0]?.text ?? '', /nothing vests before month 12, then 79,875 shares at once/u);
    assert.match(marks[1]?.text ?? '', /\$30,000 of sign-on is to be paid back on leaving before month 12/u);
  });

  it('shows where the offer stands in the bands, the equity band as the guide’s', () => {
    const { bands, bandNote } = view();
    assert.deepEqual(
      bands.map(({ title, standing }) => [title, standing]),
      [
        ['Base', '$200,000 is 60% of the way up the band.'],
        ['Equity, the guide’s band', '0.09% is at the top of the band.'],
        ['Sign-on', '$30,000 is 67% of the way up the band.'],
      ],
    );
    assert.match(bandNote, /the equity band is the guide’s and unverified/u);
    const low = view('---\nbase: 180000\n---\n').bands;
    assert.deepEqual(
      low.map(({ standing, at }) => [standing, at === undefined]),
      [
        ['$180,000 is $5,000 below the band.', false],
        ['The offer gives no percentage: shares and “outstanding” would.', true],
        ['The offer says no figure yet.', true],
      ],
    );
    assert.equal(
      view('---\nequityPercent: 0.03\n---\n').bands[1]?.standing,
      '0.03% is 0.03 percentage points below the band.',
    );
    assert.match(view('---\nbase: 1\ncurrency: EUR\n---\n').bands[0]?.standing ?? '', /not compared/u);
    assert.deepEqual(view(TEXT, { compensation: undefined }).bands, []);
  });

  it('has four years at half, the same and twice the share price, and at the slider’s', () => {
    const { price, years } = view(TEXT, { factor: 2 });
    assert.deepEqual(
      price?.rows.map(({ title, figure, current }) => [title, figure.text, current]),
      [
        ['×0.5 ($15.50)', '$4,871,800', false],
        ['×1 ($31)', '$8,833,600', false],
        ['×2 ($62)', '$16,757,200', true],
      ],
    );
    assert.equal(price?.chosen.figure.text, '$16,757,200');
    assert.equal(years[0]?.parts[3]?.figure.text, '$3,961,800');
    assert.equal(view('---\nbase: 1\n---\n').price, undefined);
  });

  it('shows the dilution, the figures stated and the asks with the impact that they rest on', () => {
    const { dilution, stated, asks } = view();
    assert.match(dilution ?? '', /^Dilution of 20%.*worth \$7,923,600 and not \$9,904,500\.$/u);
    assert.deepEqual(stated, [{ text: 'base $205,000', when: 'to Sam on 2026-12-02, in Phone Screen' }]);
    assert.deepEqual(
      asks.map(({ title, text, impact, standing }) => [title, text, impact, standing]),
      [
        ['Target', 'base $210,000', '$2M ARR', 'The offer’s base is $10,000 short.'],
        ['Walk away below', 'base $185,000', '$2M ARR', 'The offer’s base is $15,000 above.'],
      ],
    );
  });

  it('says what is unknown, and what is known at least', () => {
    const { years, problems, sums } = view('---\nbase: 200000\nequityPercent: 0.09\n---\n');
    assert.deepEqual([years[0]?.total.text, years[0]?.known], ['unknown', 'at least $200,000']);
    assert.deepEqual(
      sums.map(({ figure }) => figure.unknown),
      [true, true, true],
    );
    assert.match(problems[0] ?? '', /^The number of shares is unknown/u);
    assert.equal(view('# Offer\n').empty, true);
  });

  it('is offers side by side, when they are compared', () => {
    const named = (name: string, base: number) => ({
      name,
      path: `${name}/offer.md`,
      offer: readOffer(`---\nbase: ${base}\n---\n`).offer,
    });
    const { offers, rows, sentences } = makeComparisonView([named('acme', 200_000), named('globex', 100_000)]);
    assert.deepEqual(offers, [
      { name: 'acme', share: 1, four: '$800,000' },
      { name: 'globex', share: 0.5, four: '$400,000' },
    ]);
    assert.deepEqual(rows[0], { title: 'Year one', cells: ['$200,000', '$100,000'] });
    assert.match(sentences[0] ?? '', /^acme pays \$400,000 more than globex/u);
  });
});

describe('messages between the extension and the offer panel', () => {
  it('are understood, and nothing when forged or malformed', () => {
    for (const message of [
      { type: 'offer', view: view() },
      { type: 'offer' },
      { type: 'comparison', comparison: makeComparisonView([]) },
    ])
      assert.deepEqual(decodeToOfferPanel(JSON.parse(JSON.stringify(message))), message);
    assert.deepEqual(decodeFromOfferPanel({ type: 'price', factor: 1.5 }), { type: 'price', factor: 1.5 });
    for (const forged of [
      { type: 'price', factor: 5 },
      { type: 'price', factor: NaN },
      { type: 'price', factor: 1, path: '/etc' },
      { type: 'open', uri: 'file:///etc/passwd' },
      { type: 'show', offer: -1 },
      { type: 'run' },
    ])
      assert.equal(decodeFromOfferPanel(forged), undefined);
    assert.equal(decodeOfferState({ offer: 'prep/acme' }), undefined);
    assert.deepEqual(decodeOfferState({ compare: 'file:///prep' }), { compare: 'file:///prep' });
  });

  it('never make a decoder throw (property)', () => {
    fc.assert(
      fc.property(fc.anything(), (value) =>
        [decodeFromOfferPanel, decodeToOfferPanel, decodeOfferState].forEach((decode) => decode(value)),
      ),
    );
  });
});
