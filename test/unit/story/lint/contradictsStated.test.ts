import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { applyEdits } from '../../../../src/core/markdown/text';
import { contradictions, STATED_RULE, type SaidBefore } from '../../../../src/core/story/lint/contradictsStated';

const SAID: SaidBefore = {
  currency: 'USD',
  base: { value: 205_000, when: 'to Sam on 2026-12-02' },
  total: { value: 330_000, when: 'to Kim on 2026-12-04' },
};
const raised = (text: string, said = SAID): string[] =>
  contradictions(text, said).map(({ start, end }) => text.slice(start, end));

describe('an ask that contradicts what was stated', () => {
  it('is one for less, for the same part of the pay', () => {
    assert.deepEqual(raised('I am asking for a base of $200k and equity of 0.09%.'), ['$200k']);
    assert.deepEqual(raised('Given the projected $2M ARR uplift, I would like a $195,000 base salary.'), ['$195,000']);
    assert.deepEqual(raised('I would ask for a total package of $300k in the first year.'), ['$300k']);
    assert.deepEqual(raised('## The ask\n\nA base salary of $190k, with a sign-on of $30k.'), ['$190k']);
  });

  it('may leave the currency out, where it is about as much', () => {
    assert.deepEqual(raised('I am asking for 200k base.'), ['200k']);
    assert.deepEqual(raised('I would like a base salary of 190,000.'), ['190,000']);
    assert.deepEqual(raised('I would ask for 205k base.'), []);
    assert.deepEqual(raised('I am asking for a base that fits, with 3 direct reports.'), []);
    assert.deepEqual(raised('I am asking for a base that fits a product with 40,000 users.'), []);
  });

  it('is none for money by something else than a stretch of time, whatever that is called', () => {
    assert.deepEqual(raised('I am asking for a base of $190k per constructor.'), []);
    assert.deepEqual(raised('I am asking for a base of $190k per seat.'), []);
  });

  it('is one where nothing says whether the base or the total is meant: the one that is about as much', () => {
    const base: SaidBefore = { currency: 'USD', base: { value: 205_000, when: '' } };
    for (const [text, expected] of [
      ['I’m looking for $190k.', '$190k'],
      ['I’m looking for around 190.', '190'],
      ['I would like to be at 195 or so.', '195'],
      ['I’m looking for around $210k.', '$210k'],
      ['My number is 190.', '190'],
      ['I have something like $195k in mind; I want $195k.', '$195k'],
      ['I am hoping for somewhere between 190 and 220.', '190'],
      ['I’d need from $190k to $220k.', 'from $190k to $220k'],
      ['I want 195 to 210k.', '195 to 210k'],
      ['I am looking for 190k–220k.', '190k–220k'],
      ['I’d like $16k a month.', '$16k a month'],
      ['# What do you expect?\n\nAround 190.', '190'],
      ['# What do you expect?\n\nSomewhere around $195k would work.', '$195k'],
    ] as const)
      assert.deepEqual(raised(text, base).slice(0, 1), [expected], text);
    assert.deepEqual(raised('I’m looking for $300k.'), ['$300k']);
    assert.match(contradictions('I’m looking for $300k.', SAID)[0]?.message ?? '', /330,000 USD/u);
    assert.match(contradictions('I’m looking for $200k.', SAID)[0]?.message ?? '', /205,000 USD/u);
  });

  it('is not one for what may be another thing', () => {
    const base: SaidBefore = { currency: 'USD', base: { value: 205_000, when: '' } };
    for (const text of [
      'I’m looking for $205k.',
      'I’m looking for around 205.',
      'I’m looking for between 205 and 220.',
      'I’m looking for $330k.',
      'I’m looking for $90k.',
      'I’m looking for €190k.',
      'I’m looking for a team of 190 people.',
      'I’m looking for 190 people who care.',
      'I want to save you $190k.',
      'I need 190k users for the test.',
      'I want a sign-on of $190k.',
      'I brought in $190k.',
      'You are looking for 190 new customers.',
      'I would ask for nothing less than $205k.',
      'I’d like $190k in equity.',
      'We hope for 190 more.',
    ])
      assert.deepEqual(raised(text, base), [], text);
  });

  it('says what was stated, to whom and when', () => {
    const [finding] = contradictions('I ask for a base of $200k.', SAID);
    assert.match(
      finding?.message ?? '',
      /^This asks for less than the 205,000 USD that you stated to Sam on 2026-12-02: ask for that much/u,
    );
  });

  it('is one for more, unless it names the earlier figure', () => {
    assert.deepEqual(raised('I am asking for a base of $220k.'), ['$220k']);
    assert.deepEqual(raised('I said $205k before I knew the level. I am asking for a base of $220k.'), []);
  });

  it('is not one for the same figure, for another part, in another currency, or where nothing was stated', () => {
    for (const text of [
      'I am asking for a base of $205k.',
      'I am asking for a sign-on bonus of $30k on top of the base.',
      'I am asking for a base of €190k.',
      'I am asking for a base of {{base: $200k}}.',
      'I would ask you for a base that fits, not below $200k base.',
      'My base today is $180k.',
      'The case shows $2M of ARR, and I am asking for equity of 0.09%.',
    ])
      assert.deepEqual(raised(text), [], text);
    assert.deepEqual(raised('I am asking for a base of $200k.', { currency: 'USD' }), []);
  });

  it('is converted where a rate is stated, and not looked at where there is none', () => {
    const base = { value: 205_000, when: 'to Sam' };
    const said: SaidBefore = { currency: 'USD', base, rates: { EUR: 1.08, JPY: 0.0065 } };
    for (const [text, expected] of [
      ['I am asking for a base of €180k.', ['€180k']],
      ['I’m looking for around €180k.', ['€180k']],
      ['I am asking for a base of 180,000 EUR.', ['180,000 EUR']],
      ['I’d like €15k a month.', ['€15k a month']],
      ['I am asking for a base of ¥30,000,000.', ['¥30,000,000']],
      ['I am asking for a base of €200k.', ['€200k']],
      ['I said $205k before. I am asking for a base of €200k.', []],
      ['I said €190k before. I am asking for a base of €200k.', []],
      ['I am asking for a base of €190k.', []],
      ['I am asking for a base of £150k.', []],
      ['I’m looking for £150k.', []],
      ['I am asking for a sign-on of €20k on top of the base.', []],
    ] as const)
      assert.deepEqual(raised(text, said), expected, text);
    assert.match(
      contradictions('I am asking for a base of €180k.', said)[0]?.message ?? '',
      /^This asks for less than the 205,000 USD that you stated to Sam \(1 EUR = 1\.08 USD\): ask/u,
    );
    assert.deepEqual(raised('I am asking for a base of €180k.', { ...said, rates: {} }), []);
  });

  it('can be turned off, and silenced where it stands', () => {
    const text = 'I am asking for a base of $200k.\n';
    assert.deepEqual(contradictions(text, SAID, { [STATED_RULE.code]: 'off' }), []);
    assert.equal(contradictions(text, SAID, { [STATED_RULE.code]: 'info' })[0]?.severity, 'info');
    const silenced = applyEdits(text, contradictions(text, SAID)[0]?.fixes[0]?.edits ?? []);
    assert.match(silenced, /^<!-- prep-loop-disable-next-line contradicts-stated -->\n/u);
    assert.deepEqual(raised(silenced), []);
  });

  it('is raised by the weak example of its page, and not by the strong one', () => {
    const page = readFileSync('content/rules/contradicts-stated.md', 'utf8');
    const example = (strength: string): string =>
      new RegExp(`^\\*\\*${strength}:\\*\\* (.*)$`, 'mu').exec(page)?.[1] ?? '';
    assert.deepEqual([raised(example('Weak')).length, raised(example('Strong')).length], [1, 0]);
    assert.equal(page.split('\n')[0], `# ${STATED_RULE.title}`);
  });
});
