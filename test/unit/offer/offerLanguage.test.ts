import assert from 'node:assert/strict';
import { offerHover, suggestInOffer } from '../../../src/core/offer/offerLanguage';

/** What is offered at the bar, and what it replaces. */
function offered(marked: string): readonly [replaced: string, labels: string[], first: string | undefined] {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = suggestInOffer(text, offset);
  return [
    found ? text.slice(found.replace.start, found.replace.end) : '',
    found?.items.map(({ label }) => label) ?? [],
    found?.items[0]?.insert,
  ];
}

describe('completion in an offer’s front matter', () => {
  it('offers the keys that are not there yet', () => {
    const [replaced, labels] = offered('---\nbase: 1\nve¦\n---\n');
    assert.equal(replaced, 've');
    assert.ok(labels.includes('vesting') && !labels.includes('base'));
    assert.match(offered('---\nsig¦\n---\n')[1].join(), /signOn/u);
  });

  it('offers the fields of a map, in braces, in a list and on lines', () => {
    for (const marked of [
      '---\nequity: { kind: rsu, ¦ }\n---\n',
      '---\nequity:\n  kind: rsu\n  pr¦\n---\n',
      '---\nequity: {¦\n---\n',
      '---\nequity:\n  ¦',
    ])
      assert.ok(offered(marked)[1].includes('outstanding'), marked);
    assert.ok(!offered('---\nequity: { kind: rsu, ¦ }\n---\n')[1].includes('kind'));
    assert.ok(offered('---\nsignOn: [{ year: 1, cl¦ }]\n---\n')[1].includes('clawbackMonths'));
    assert.ok(offered('---\nrefreshers:\n  - year: 2\n    v¦\n---\n')[1].includes('value'));
    assert.ok(offered('---\nasks:\n  target: { i¦ }\n---\n')[1].includes('impact'));
    assert.ok(offered('---\nasks:\n  t¦\n---\n')[1].includes('target'));
  });

  it('offers the values that a key can have', () => {
    assert.deepEqual(offered('---\nequity: { kind: op¦ }\n---\n').slice(0, 2), ['op', ['rsu', 'options', 'percent']]);
    assert.deepEqual(offered('---\nvesting:\n  cadence: ¦\n---\n')[1], ['monthly', 'quarterly', 'yearly']);
    assert.ok(offered('---\ncurrency: ¦\n---\n')[1].includes('EUR'));
    assert.match(offered('---\nvesting: ¦\n---\n')[2] ?? '', /^\{ years: \$\{1:4\}/u);
  });

  it('stays quiet outside the front matter, in a comment and in what it does not know', () => {
    for (const marked of ['---\nbase: 1\n---\nve¦\n', '---\nbase: 1 # ve¦\n---\n', '---\nmine:\n  a¦\n---\n', 've¦'])
      assert.deepEqual(offered(marked)[1], [], marked);
  });
});

describe('a hover in an offer’s front matter', () => {
  const hover = (marked: string): string | undefined => offerHover(marked.replace('¦', ''), marked.indexOf('¦'))?.text;

  it('explains the key', () => {
    assert.match(hover('---\nvest¦ing: 4\n---\n') ?? '', /^\*\*vesting\*\* When the grant vests\./u);
    assert.match(hover('---\nequity: { str¦ike: 4 }\n---\n') ?? '', /What one option costs to exercise/u);
    assert.match(hover('---\nequity: { kind: r¦su }\n---\n') ?? '', /One of `rsu`, `options`, `percent`/u);
    assert.equal(hover('---\nmi¦ne: 4\n---\n'), undefined);
    assert.equal(hover('---\nbase: 4\n---\nba¦se\n'), undefined);
  });

  it('has each figure that is worked out, with its formula', () => {
    const text = '---\nbase: 175000\nbon¦usPercent: 10\nequity: { shares: 1000, price: 40 }\n---\n';
    assert.match(hover(text) ?? '', /Year 1: \*\*\$17,500\*\* = 10% of the base of \$175,000/u);
    assert.match(
      hover(text.replace('¦', '').replace('equity', 'equ¦ity')) ?? '',
      /Year 1: \*\*\$10,000\*\* = 250 of 1,000 shares vest in year 1 × the price of 40/u,
    );
    assert.match(hover(text.replace('¦', '').replace('base', 'ba¦se')) ?? '', /Four years: \*\*\$810,000\*\*/u);
  });

  it('says why a figure is unknown', () => {
    assert.match(hover('---\nequityPer¦cent: 0.09\n---\n') ?? '', /Year 1: The number of shares is unknown/u);
  });
});
