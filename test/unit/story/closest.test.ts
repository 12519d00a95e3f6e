import assert from 'node:assert/strict';
import fc from 'fast-check';
import { closestId } from '../../../src/core/closest';

const COMPETENCIES = [
  { id: 'impact', title: 'Impact first' },
  { id: 'streaming-scale', title: 'Serving at streaming scale' },
  { id: 'product-judgement', title: 'Streaming product sense' },
  { id: 'trade-offs', title: 'Trade-offs' },
  { id: 'feedback-pace', title: 'Taking feedback in' },
];

describe('the id that was meant', () => {
  const meant: readonly (readonly [written: string, id: string | undefined, why: string])[] = [
    ['trade-off', 'trade-offs', 'a letter is missing'],
    ['tradeoffs', 'trade-offs', 'the hyphen is missing'],
    ['Trade Offs', 'trade-offs', 'case and spaces say nothing'],
    ['trade_offs', 'trade-offs', 'nor do underscores'],
    ['imapct', 'impact', 'two letters are swapped'],
    ['Impact first', 'impact', 'the title stands for the id'],
    ['product-judgment', 'product-judgement', 'the American spelling'],
    ['scale', 'streaming-scale', 'one of its words'],
    ['the feedback pace', 'feedback-pace', 'all its words, and one more'],
    ['at', undefined, 'a small word is no part of a name'],
    ['streaming', undefined, 'two have the word in common'],
    ['leadership', undefined, 'nothing is close'],
    ['', undefined, 'nothing is written'],
    ['-', undefined, 'nothing but a hyphen is written'],
  ];
  for (const [written, id, why] of meant) {
    it(`${id === undefined ? 'is not guessed' : `is ${id}`} for “${written}”: ${why}`, () =>
      assert.equal(closestId(written, COMPETENCIES), id));
  }

  it('is the one with fewest slips, and the first of two as close', () => {
    const rounds = ['round-a', 'round-b', 'round-ab'].map((id) => ({ id, title: id }));
    assert.equal(closestId('round-abb', rounds), 'round-ab');
    assert.equal(closestId('round-c', rounds), 'round-a');
  });

  it('is always one of the candidates, or none, and an id is its own', () => {
    const name = fc.record({ id: fc.stringMatching(/^[a-z]{1,6}(?:-[a-z]{1,6}){0,2}$/), title: fc.string() });
    fc.assert(
      fc.property(fc.string(), fc.array(name, { maxLength: 6 }), (written, candidates) => {
        const found = closestId(written, candidates);
        assert.ok(found === undefined || candidates.some(({ id }) => id === found));
        for (const { id } of candidates.slice(0, 1)) assert.equal(closestId(id, candidates), id);
      }),
    );
  });

  it('is not looked for where the text is not an id at all, however long', () => {
    assert.equal(closestId('impact '.repeat(100_000), COMPETENCIES), undefined);
  });
});
